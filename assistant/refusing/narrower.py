"""Ways in which a question names something narrower than a passage tells of: the passage's figure is
then of the wider thing, and no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.ranking import Choice, segment_around
from assistant.refusing.directions import CHANGE
from assistant.understanding.heads import is_abstract
from assistant.understanding.query import Intent, Query
from assistant.units_asked import asked_units
from assistant.verifying.wording import SOFT, WHOLES
from corpus.divisions import counties_of
from corpus.models import Figure
from corpus.units import same_unit
from index.terms import Term, grams_of
from index.tokenizing import general_frequency, is_noun, is_place, is_verb

_LEAST_INDICATOR = 4
_WIDTHS = (3, 2)
_QUOTED = re.compile(
    r"(?:多少|几)[^，。？?“「]{0,8}[“「](?P<behind>[^”」“「，。？?]{2,10})[”」]"
    r"|[“「](?P<before>[^”」“「，。？?]{2,10})[”」][^，。？?]{0,4}(?:多少|几)"
)
"""A name in quotation marks that is itself what is counted."""
_MOSTLY = 0.5
_DONE_TO = re.compile(r"(?P<verb>[\u4e00-\u9fff]{2})[了过]?(?:多少|几)")
_USUAL_NAME = 250
"""A county's short name more frequent than this in general Chinese is also something else (平原, 泰山)."""
_SHORTEST = 2
_ADDED = re.compile(r"新[增建添辟设]|增[加设建]")
_RENEWED = re.compile(r"更新|更换|改造|维修|修缮|翻新|加固|整治")
_COST = re.compile(r"总投资|投资总额|造价|耗资|总投入|总概算")
_COST_WORDS = re.compile(r"投资|造价|投入|概算|总额|金额|[万亿]元")
_INCOMES = (
    re.compile(r"养老金|退休金|低保金|失业金|抚恤金"),
    re.compile(r"[月年]工资|工资(?=[是有能要会]?多少)|月薪|年薪|薪水|薪酬"),
)
"""What people live on: of one of a kind nothing is told by an allowance or a bonus."""
_BENEFIT = re.compile(r"(?P<of>[\u4e00-\u9fff]{2})(?:津贴|补贴|补助|救助金|抚恤金)")


def is_of_wider_subject(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether the question narrows what every figure is of ("农村居民收入" for "居民收入") and the
    passage does not."""
    told = f"{best.task.title} {' '.join(best.task.path)} {best.task.unit} {best.clause.plain}"
    indicators = {figure.indicator for figure in figures}
    named = [one for one in indicators if len(one) >= _LEAST_INDICATOR and one in query.text]
    return bool(named) and all(_is_narrowed(indicator, query, told) for indicator in named)


def _is_narrowed(indicator: str, query: Query, told: str) -> bool:
    at = query.text.find(indicator)
    for width in _WIDTHS:
        word = query.text[max(0, at - width) : at]
        if len(word) == width and is_noun(word) and not is_place(word):
            return word not in told and not is_abstract(word, query.home)
    return False


def is_of_a_contracted_whole(query: Query, best: Choice) -> bool:
    """Whether a part is asked for (出口) of which the passage speaks only as of a whole (进出口)."""
    plain = best.clause.plain
    for whole, parts in WHOLES.items():
        if whole in query.text or whole not in plain:
            continue
        asked = [part for part in parts if part in query.text]
        if asked and not any(part in plain.replace(whole, " ") for part in asked):
            return True
    return False


def lacks_quoted_name(query: Query, best: Choice) -> bool:
    """Whether what is counted has a name in quotation marks that the task lacks, even in part."""
    if query.intent is Intent.COMPARE:
        return False
    told = best.task.plain + " ".join((best.task.title, best.task.unit, *best.task.path))
    return any(
        sum(pair in told for pair in pairs) < len(pairs) * _MOSTLY
        for match in _QUOTED.finditer(query.text)
        if (pairs := grams_of(match.group("behind") or match.group("before")))
    )


def is_of_other_deed(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether it is asked how many are, say, exported, and the passage says so only behind its
    figures, of something else ("产量超过40万辆，…批量出口中亚")."""
    plain = best.task.plain
    for match in _DONE_TO.finditer(query.text):
        verb = match.group("verb")
        if (
            not (is_verb(verb) or is_noun(verb))
            or verb not in best.clause.plain
            or CHANGE.search(verb)
            or verb in SOFT  # 突破, 完成: what may be said of anything
        ):
            continue
        last = max((f.end for f in figures), default=best.clause.end)
        said = " ".join(
            segment_around(plain, f.start, best.clause.start, best.clause.end) for f in figures
        )
        return figures != [] and verb not in said and plain.find(verb, best.clause.start) > last
    return False


def is_of_renewal(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether it is asked how much is added or newly built, and the passage tells only of what is
    renewed ("更新老化管道600公里")."""
    if not _ADDED.search(query.text) or _RENEWED.search(query.text) or not figures:
        return False
    asked = asked_units(query.text)
    exact = [f for f in figures if any(same_unit(f.unit, unit) for unit in asked)]
    said = [_before(figure, best) for figure in exact or figures]
    return all(_RENEWED.search(words) and not _ADDED.search(words) for words in said)


def _before(figure: Figure, best: Choice) -> str:
    """The words of a clause before a figure, from the comma before it."""
    plain, start = best.task.plain, best.clause.start
    return re.split(r"[，；。、]", plain[min(start, figure.start) : figure.start])[-1]


def is_cost_of_another(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether the cost of one work is asked for, and the passage names that work only behind its
    figures, in a part of its own ("完成投资128亿元，…高速二期主体完工")."""
    if not _COST.search(query.text) or not figures:
        return False
    clause, plain = best.clause, best.task.plain
    said = " ".join(segment_around(plain, f.start, clause.start, clause.end) for f in figures)
    works = [
        word
        for word in query.terms
        if len(word) > 1 and word in clause.plain and not _COST_WORDS.search(word)
    ]
    last = max(figure.end for figure in figures)
    return bool(works) and all(
        word not in said and plain.find(word, clause.start) > last for word in works
    )


def is_of_other_benefit(query: Query, best: Choice, terms: Sequence[Term]) -> bool:
    """Whether a benefit is asked for by its name ("高龄津贴"), and the passage tells of another
    ("护理补贴")."""
    plain = best.task.plain
    for income in _INCOMES:
        asked = income.search(query.text)
        if asked and not income.search(plain):
            return not any(
                form in plain
                for term in terms
                if term.word in asked.group() and len(term.word) > 1
                for form in term.forms
            )
    told = {match.group("of") for match in _BENEFIT.finditer(plain)}
    if not told:
        return False
    place = " ".join((best.task.title, best.task.unit, *best.task.path))
    for match in _BENEFIT.finditer(query.text):
        of = match.group("of")
        if not is_noun(of) or is_place(of) or is_abstract(of, query.home):
            continue
        forms = {of, *(form for term in terms if of in term.word for form in term.forms)}
        alike = any(set(of) & set(other) for other in told)
        if not alike and not any(form in plain or form in place for form in forms):
            return True
    return False


def counties_named(query: Query, words: Sequence[str]) -> list[str]:
    """The counties of the home province that ``words`` of a question name; those whose short name is
    a usual word count only by their whole name."""
    counties = counties_of(query.home)
    whole = [name for name in counties if name[-1] in "县区市"]
    named = [name for name in whole if name in query.text]
    short = [
        word
        for word in words
        if word in counties and word not in whole and general_frequency(word) <= _USUAL_NAME
    ]
    return [name[:-1] if len(name) > _SHORTEST else name for name in named] + short
