"""Whether the words of a claim stand in a passage, those that lead to it anywhere in the task."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.beside_figures import around
from assistant.verifying.covering import Cover, cover, topical
from assistant.verifying.ellipsis import in_field_of_lead, in_title, without_amount_word
from assistant.verifying.figure_words import of_another_amount, said_by_figure
from assistant.verifying.findings import Finding, State
from assistant.verifying.narrowing import said_before
from assistant.verifying.runs import run_of, runs_of
from assistant.verifying.softening import Glossary
from assistant.verifying.wording import ADJUNCTS, LEVELS, NEGATION, is_headline
from corpus.models import Figure

_TOPIC_FOUND = 0.6
_TWO = 2
_NOUN = 2
_NARROWED = 4
"""Characters of what is left on both sides of a word that narrows."""
_NAMED_WHOLE = 0.99
_LONGEST_HEADLINE = 20
_FIELD_NAME = 2
_FIELD = re.compile(r"(?:在|就)?(?P<field>[\u4e00-\u9fff]{2,8})(?:上|方面|领域|工作中)[，　 ]*")


class WordJudge:
    """Compares the words of claims with those of passages."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def of_claim(
        self,
        claim: Assertion,
        passage: Passage,
        plain: str,
        pairs: Sequence[tuple[Figure, Figure]],
    ) -> Cover:
        """The claim's own piece must stand in the clause, its lead anywhere in the task."""
        words = claim.elements.words
        core = words[claim.core - claim.start :]
        lead = words[: claim.core - claim.start]
        indicators = tuple(run_of(figure.indicator) for figure in passage.figures)
        own = cover(core, passage.runs + indicators, passage.surroundings, self.glossary)
        titled = [w for w in own.missing if in_title(w, passage) or in_field_of_lead(w, passage)]
        if titled:
            kept = tuple(word for word in own.missing if word not in titled)
            own = Cover(own.total, own.held + sum(map(len, titled)), kept)
        own = _without_carried(own, passage, claim.topic)
        own = _without_count_of_years(own, passage)
        if "级" in own.missing and "国家级" in core and "国家" in passage.clause.plain:
            kept = tuple(word for word in own.missing if word != "级")
            own = Cover(own.total, own.held + 1, kept)  # "国家级实验室" for "国家“…”实验室"
        told = [w for w in own.missing if said_by_figure(w, plain, passage, pairs)]
        if told:
            kept = tuple(word for word in own.missing if word not in told)
            own = Cover(own.total, own.held + sum(map(len, told)), kept)
        if not lead:
            return own
        around_it = passage.surroundings + passage.whole
        elements = claim.elements
        own_date = elements.deadline and not passage.task.duty.deadline
        deed = not (elements.figures or elements.roles or elements.subjects or elements.deadline)
        if (own_date or deed) and topical(core) < _TWO:
            # "…，2024年底前实现", "…，确保年内投运": said of what its own clause is of
            around_it = passage.surroundings
        led = cover(lead, passage.runs + indicators, around_it, self.glossary)
        led = _without_count_of_years(led, passage)
        if led.missing and self._only_announces(claim, plain, core, lead, pairs, passage):
            return own
        return Cover(own.total + led.total, own.held + led.held, own.missing + led.missing)

    def of_another_figure(
        self,
        claim: Assertion,
        passage: Passage,
        plain: str,
        pairs: Sequence[tuple[Figure, Figure]],
    ) -> Iterable[Finding]:
        """Words that in the passage belong to another figure than the one the claim gives: of "经济占比
        48%，经济核心产业规模6000亿元" the share is not that of the 核心产业."""
        found = [figure for _, figure in pairs]
        yield from self._led_from_elsewhere(claim, passage, pairs)
        for said, figure in pairs:
            other = of_another_amount(said.indicator, figure)
            if other:
                yield Finding(State.ABSENT, stated=other, kind="indicator")
                return
        if not found or any(topical(figure.indicator) < _NOUN for figure in found):
            return
        beside = "，".join(around(figure, passage) + "，" + figure.indicator for figure in found)
        comma = plain.find("，", max(said.end for said, _ in pairs), claim.end)
        ends = comma - claim.start if comma >= 0 else None  # what stands behind is of no figure
        core = claim.elements.words[claim.core - claim.start : ends]
        others = [run_of(f.indicator).text for f in passage.figures if f not in found]
        lost = cover(core, runs_of(beside), passage.surroundings, self.glossary).missing
        for word in lost:
            stating = len(word) >= _NOUN and word not in ADJUNCTS
            if LEVELS.fullmatch(word) and _shares_level(word, found, passage):
                continue
            if stating and any(word in other for other in others):
                yield Finding(State.ABSENT, stated=word, kind="indicator")
                return

    def _led_from_elsewhere(
        self, claim: Assertion, passage: Passage, pairs: Sequence[tuple[Figure, Figure]]
    ) -> Iterable[Finding]:
        """What leads to a claim that says only part of what a figure is of ("四强产业：其增加值占比…") must
        stand beside that figure, or in its title: elsewhere in the task it is of another thing."""
        lead = claim.elements.words[: claim.core - claim.start]
        core = claim.elements.words[claim.core - claim.start :]
        if topical(lead) < _TWO:
            return
        for _, figure in pairs:
            other = self._other_clause_of(lead, figure, passage)
            if other:
                yield Finding(State.ABSENT, stated=other, kind="indicator")
                return
            named = cover(figure.indicator, runs_of(core), (), self.glossary)
            whole = cover(figure.indicator, runs_of(claim.elements.words), (), self.glossary)
            if sum(map(len, named.missing)) < _NOUN or not whole.missing:
                continue
            own = runs_of(around(figure, passage) + "，" + figure.indicator)
            titles = (
                run_of(passage.task.title),
                run_of(passage.task.unit),
                *passage.surroundings[-1:],
            )
            lost = cover(lead, own, titles, self.glossary).missing
            if lost:
                yield Finding(State.ABSENT, stated=lost[0], kind="indicator")
                return

    def _other_clause_of(self, lead: str, figure: Figure, passage: Passage) -> str:
        """A word of ``lead`` that the clause of a figure lacks, where another clause of the task has all of
        it, and with it another figure of the same indicator; "" where none has."""
        own = passage.runs + passage.surroundings
        lost = cover(lead, own, (), self.glossary).missing
        if not lost:
            return ""
        task = passage.task
        for clause in task.clauses:
            if clause.start == passage.clause.start:
                continue
            rivals = (
                f
                for f in task.figures_in(clause.start, clause.end)
                if f.value != figure.value
                and (
                    f.indicator.endswith(figure.indicator) or figure.indicator.endswith(f.indicator)
                )
            )
            if any(rivals) and not cover(lead, runs_of(clause.plain), (), self.glossary).missing:
                return lost[0]
        return ""

    def _only_announces(
        self,
        claim: Assertion,
        plain: str,
        core: str,
        lead: str,
        pairs: Sequence[tuple[Figure, Figure]],
        passage: Passage,
    ) -> bool:
        """Whether what leads to a claim that is whole without it is a headline ("路网再升级：…"), or
        opens a field that the task is of ("乡村建设上，…")."""
        if NEGATION.search(re.sub(r"不[小少断俗凡错]", "", lead)) or LEVELS.search(lead):
            return False
        whole = bool(pairs) and all(
            cover(without_amount_word(found.indicator), runs_of(core), (), self.glossary).share
            >= _NAMED_WHOLE
            for _, found in pairs
        )
        if not whole:
            return False
        said = plain[claim.start : claim.core]
        runs = passage.surroundings + passage.whole
        opened = _FIELD.match(said)
        if opened is not None and any(opened["field"][:_FIELD_NAME] in run.text for run in runs):
            rest = opened["field"][_FIELD_NAME:] + "，" + lead[opened.end() :]
            if not cover(rest, passage.runs, runs, self.glossary).missing:
                return True
        headline, colon, behind = said.partition("：")
        if colon:
            words = behind and lead[len(headline) + 1 :]
            held = not cover(words, passage.runs, runs, self.glossary).missing
            return held and is_headline(headline) and len(headline) <= _LONGEST_HEADLINE
        return False

    def topic(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """A claim that says nothing of its own subject must stand in the task its sentence is of."""
        if not claim.topic or topical(claim.elements.words) >= 2:
            return
        found = cover(
            claim.topic, passage.runs, passage.surroundings + passage.whole, self.glossary
        )
        if found.share < _TOPIC_FOUND:
            yield Finding(State.ABSENT, stated=claim.topic, kind="topic")


def _shares_level(level: str, found: Sequence[Figure], passage: Passage) -> bool:
    """Whether the figures stand in one list with another whose name begins with ``level``, before all of
    them: of "新增国家级平台3个、工厂16个" both are."""
    plain = passage.task.plain
    first = min(figure.start for figure in found)
    return any(
        run_of(other.indicator).text.startswith(level)
        and other.end < first
        and plain[other.end : other.end + 1] == "、"
        and not re.search(r"[，；。：]", plain[other.end : first])
        for other in passage.figures
    )


def without_levels(words: Cover, findings: Sequence[Finding]) -> Cover:
    """The words without those of a level that is known to differ."""
    levels = "".join(f.stated for f in findings if f.kind == "level")
    kept = tuple(word for word in words.missing if word not in levels)
    return (
        words
        if len(kept) == len(words.missing)
        else Cover(words.total, words.total - sum(map(len, kept)), kept)
    )


def _without_carried(words: Cover, passage: Passage, topic: str) -> Cover:
    """The words without those that only leave out what the claims before say already."""
    carried = [
        word
        for word in words.missing
        if len(word) == _NARROWED and said_before(word, run_of(passage.clause.plain).text, topic)
    ]
    kept = tuple(word for word in words.missing if word not in carried)
    return Cover(words.total, words.held + sum(map(len, carried)), kept) if carried else words


def _without_count_of_years(words: Cover, passage: Passage) -> Cover:
    """The words without 两年 for what the passage dates 2024—2025."""
    if not any(len(figure.years) == _TWO for figure in passage.figures):
        return words
    kept = tuple(word for word in words.missing if word not in ("两", "两年"))
    return Cover(words.total, words.total - sum(map(len, kept)), kept)
