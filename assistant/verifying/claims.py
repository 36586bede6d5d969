"""Splitting a pasted text into checkable claims, each with its place in the text.

A claim is a comma-parted piece of a sentence that states a figure, a deadline, a duty, the number of
a task, what a named unit promised, or words in quotation marks. Pieces that state nothing checkable
belong to the claim they lead to. Opinions and background are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.verifying.assertions import Assertion
from assistant.verifying.attributing import attributed, attributes, says_whose
from assistant.verifying.carrying import carried_on
from assistant.verifying.columns import column_years, dated_by_column
from assistant.verifying.datelines import without_datelines
from assistant.verifying.element_reading import ElementReader
from assistant.verifying.elements import Elements
from assistant.verifying.pieces import (
    asks,
    attribution,
    named_task,
    only_announces,
    only_comments,
    only_duty,
    only_frames,
    only_says_who,
)
from assistant.verifying.quotation_marks import opened
from assistant.verifying.sentences import left_over, pieces_of, sentences_of, trimmed_piece
from assistant.verifying.worded import MOST_LENGTH, claims_by_words, worded_claims
from assistant.verifying.wording import OPINION, QUESTION
from corpus.script import plain_form

MOST_CLAIMS = 200

_MARK_UP = re.compile(r"</?[A-Za-z][^<>\n]{0,80}>|\*{1,3}|`+|^#{1,6} |^> ", re.MULTILINE)
_HAN_YEAR = re.compile(r"(?:二[〇○零0]|一九)[〇○零一二三四五六七八九]{2}(?=年)")
_YEAR_IN_BRACKETS = re.compile(
    r"(?:今年|本年|去年|上年|上一年|过去的?一年|这一年|明年|前年)[（(](?:即|也就是)?(?P<year>(?:19|20)[0-9]{2})年?[）)]"
)
""" "去年（2023年）": the year itself counts."""
_ASKED_HEADING = re.compile(
    r"(?:怎么[干办抓做样走建管]|如何[干抓做走建办]?|咋[干办样整]|有啥|有哪些|是啥|啥样|看点在哪)？(?=[^\n]{6})"
)
""" "农村公路怎么干？新改建70公里…": a question that the text itself answers is a heading."""
_HEADLINE = re.compile(r"【(?P<inside>[^【】\n]{2,60})】")
"""A headline before a text is a sentence of its own."""
_INNER_QUOTES = str.maketrans("‘’", "“”")
"""A name quoted inside a quotation is a name as any other."""
_DIGIT_OF = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class Split:
    """All claims of a text in order, and the sentences (as pasted) that hold none. ``aside`` are what
    some of these say by words alone, each with the sentence."""

    plain: str
    claims: tuple[Assertion, ...]
    passed_over: tuple[str, ...]
    cut: int = 0
    """Claims beyond the limit, passed over unjudged."""
    base_year: int | None = None
    """What 今年 means in the text."""
    aside: tuple[tuple[Assertion, str], ...] = ()


def split_claims(text: str, reader: ElementReader, base_year: int | None) -> Split:
    """The claims of ``text``; ``base_year`` is what 今年 means, None where only the text may say it."""
    bare = _MARK_UP.sub(lambda m: " " * len(m.group()), plain_form(text))
    bare = _ASKED_HEADING.sub(lambda m: "　" * (len(m.group()) - 1) + "：", bare)
    bare, printed = without_datelines(bare)
    base_year = printed if base_year is None else base_year
    bare = _YEAR_IN_BRACKETS.sub(lambda m: f"{m['year']}年".rjust(len(m.group()), "　"), bare)
    bare = _HEADLINE.sub(lambda m: f"　{m['inside']}\n", bare)
    plain, literals = opened(_HAN_YEAR.sub(_in_digits, bare), reader.names.names_document)
    plain = plain.translate(_INNER_QUOTES)
    claims: list[Assertion] = []
    passed: list[str] = []
    aside: list[tuple[Assertion, str]] = []
    scope = ""
    columns: tuple[int, ...] = ()
    for start, end in sentences_of(plain):
        columns = column_years(plain, start, end, reader, columns)
        found = _of_sentence(plain, start, end, reader, base_year, literals)
        if claims and says_whose(plain, start, end, reader, alone=bool(found)):
            source = reader.read(plain, start, end, (start, end), base_year)
            last = claims[-1].sentence
            claims = [_said_of(c, source) if c.sentence == last else c for c in claims]
            continue
        found = carried_on(found, claims, plain)
        found = [_scoped(_in_column(claim, columns), scope) for claim in found]
        scope = next((said for claim in reversed(found) if (said := _scope_of(claim))), scope)
        claims += found
        covered = [(claim.start, claim.end) for claim in found]
        for a, b in left_over(plain, start, end, covered):
            passed.append(text[a:b])
            told = claims_by_words(plain, a, b, reader, base_year, purposes=bool(found))
            aside += [(claim, text[a:b]) for claim in told]
    if not claims and len(plain.strip()) <= MOST_LENGTH:
        claims = worded_claims(plain, reader, base_year)
        covered = [(claim.start, claim.end) for claim in claims]
        passed, aside = [], []
        for a, b in left_over(plain, 0, len(plain), covered):
            passed.append(text[a:b])
            told = claims_by_words(plain, a, b, reader, base_year, purposes=bool(claims))
            aside += [(claim, text[a:b]) for claim in told]
    kept = claims[:MOST_CLAIMS]
    passed += [text[claim.start : claim.end] for claim in claims[MOST_CLAIMS:]]
    return Split(
        plain, tuple(kept), tuple(passed), len(claims) - len(kept), base_year, tuple(aside)
    )


def _for_each_place(claim: Assertion, plain: str) -> list[Assertion]:
    """ "济南、青岛分别新增15万人、35万人" is a claim for each of the cities."""
    places, figures = claim.elements.places, claim.elements.figures
    several = 1 < len(places) == len(figures) and "分别" in plain[claim.start : claim.end]
    if not several or places[-1].start > figures[0].start:
        return [claim]
    cuts = [claim.start, *(figure.end for figure in figures[:-1]), claim.end]
    return [
        replace(
            claim,
            elements=replace(claim.elements, places=(place,), figures=(figure,)),
            shown=trimmed_piece(plain, begin, end),
        )
        for place, figure, (begin, end) in zip(places, figures, pairwise(cuts), strict=True)
    ]


def _in_column(claim: Assertion, years: tuple[int, ...]) -> Assertion:
    return replace(claim, elements=dated_by_column(claim.elements, years))


def _said_of(claim: Assertion, said: Elements) -> Assertion:
    return replace(claim, elements=attributed(claim.elements, said))


def _in_digits(year: re.Match[str]) -> str:
    """ "二〇二四" → "2024": as many characters, so that places in the text stay."""
    return year.group().translate(_DIGIT_OF)


def _scope_of(claim: Assertion) -> str:
    """The city, or 全省, that a claim speaks of; of several cities none."""
    elements = claim.elements
    if len(elements.places) == 1:
        return elements.places[0].value
    return "全省" if elements.whole_province and not elements.places else ""


def _scoped(claim: Assertion, scope: str) -> Assertion:
    elements = claim.elements
    if (
        not scope
        or elements.places
        or elements.whole_province
        or elements.sources
        or elements.subjects
    ):
        return claim
    return replace(claim, elements=replace(elements, scope=scope))


def _of_sentence(
    plain: str,
    start: int,
    end: int,
    reader: ElementReader,
    base_year: int | None,
    literals: Sequence[tuple[int, int]],
) -> list[Assertion]:
    if QUESTION.match(plain[start:end]) or asks(plain, start, end, reader):
        return []
    literal = next(((a, b) for a, b in literals if a <= start and end <= b), None)
    if literal is not None:
        elements = reader.read(plain, start, end, (start, end), base_year)
        said_by = reader.read(plain, *attribution(plain, literal[0]), (start, end), base_year)
        elements = replace(elements, sources=elements.sources or said_by.sources)
        return [Assertion(start, end, start, (start, end), elements, "", True)]
    claims: list[Assertion] = []
    lead: int | None = None
    mute = 0
    context = None
    pieces = pieces_of(plain, start, end, reader)
    for place, (a, b) in enumerate(pieces):
        words = plain[a:b]
        if claims and attributes(plain, a, b, reader):
            said = reader.read(plain, a, b, (start, end), base_year)
            claims = [_said_of(claim, said) for claim in claims]
            continue
        opinion = OPINION.match(words) and not attributes(plain, a, b, reader)
        if QUESTION.match(words) or (opinion and not reader.has_figure(plain, a, b)):
            continue
        if only_comments(plain, a, b, reader):
            continue
        begin = a if lead is None else lead
        elements = reader.read(plain, begin, b, (start, end), base_year, context, mute)
        if only_says_who(plain, a, b, elements) and place + 1 < len(pieces):
            lead, mute = begin, b  # "…政府工作报告指出，": whose words these are is read, no more
            continue
        opens = (not claims and only_duty(elements)) or (
            begin < a and only_frames(plain, a, b, reader)
        )
        opens = opens or (not claims and only_announces(plain, a, b, elements))
        more = any(not QUESTION.match(plain[x:y]) for x, y in pieces[place + 1 :])
        if elements.checkable and opens and more:
            lead = begin  # "由省科技厅牵头，建设…": who leads says nothing before what is led
        elif elements.checkable:
            topic = "，".join(claim.elements.words for claim in claims)
            core = named_task(plain, a, elements)
            assertion = Assertion(begin, b, core, (start, end), elements, topic)
            claims += _for_each_place(assertion, plain)
            context, lead, mute = elements, None, 0
        elif (
            claims
            and place
            and not _more_to_come(plain, pieces[place + 1 :], reader, base_year, (start, end))
        ):
            last = claims.pop()
            whole = reader.read(plain, last.start, b, (start, end), base_year, None)
            claims.append(
                Assertion(
                    last.start,
                    b,
                    last.core,
                    last.sentence,
                    whole.inheriting(last.elements),
                    last.topic,
                )
            )
        elif lead is None:
            lead = a
    return claims


def _more_to_come(
    plain: str,
    pieces: Sequence[tuple[int, int]],
    reader: ElementReader,
    base_year: int | None,
    sentence: tuple[int, int],
) -> bool:
    return any(reader.read(plain, a, b, sentence, base_year).checkable for a, b in pieces)
