"""Amounts that a text computes: how far two figures of the documents are apart, what several add up to.

Exact or not at all: each operand is a figure of a passage, about the same thing, and is cited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from assistant.models import Difference, Verdict
from assistant.statements import Evidence
from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import same_value
from assistant.verifying.assertions import Assertion
from assistant.verifying.beside_figures import around
from assistant.verifying.covering import cover, meaning
from assistant.verifying.deciding import Decision
from assistant.verifying.figure_years import years_agree
from assistant.verifying.findings import Finding, State
from assistant.verifying.gap_words import (
    AIM,
    EITHER,
    FROM,
    GROWN_TO,
    MARKERS,
    ORDER,
    PARTED,
    THAN,
    TOTAL,
    TOTAL_WORD,
    YEAR_BEFORE,
    YEARS_OVER,
    number_of,
    way_of,
)
from assistant.verifying.judging import Judgement
from assistant.verifying.operands import (
    LOWER,
    Operand,
    Result,
    alike,
    apart,
    bounded_alike,
    counts,
    members,
    one_year,
    plain_number,
    sum_up,
    worded,
)
from assistant.verifying.runs import BLANK, run_of, runs_of
from assistant.verifying.softening import Glossary
from corpus.figures import in_unit, same_amount
from corpus.models import Bound, Figure

JudgeOne = Callable[[Assertion, Passage], Judgement]
"""Judges what a claim says beside its computed figure."""

_COMPUTED = (Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.MORE_THAN)
_HOW = {"+": "相加得", "-": "相差", "×": "按年累计为"}
_NAMED = 0.5
"""What share of an indicator the member of a list must name, where no other figure fits it."""
_LEAST = 2
_WHOLE = 0.99


class Computing:
    """Checks figures that a claim computed from those of passages."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def decide(
        self,
        claim: Assertion,
        plain: str,
        before: Sequence[Decision],
        passages: Sequence[Passage],
        judge: JudgeOne,
    ) -> Decision | None:
        """The verdict on a claim whose one figure is computed; None where it computes nothing, or
        nothing that the passages hold is its operands. ``before`` are the decisions before it."""
        started = self._started_from(claim, plain, passages)
        if started:
            return _decided(claim, claim.elements.figures[0], started)
        *stated, said = claim.elements.figures or (None,)
        if said is None or len(stated) > 1:
            return None
        if said.bound not in _COMPUTED or said.upper is not None:
            return None
        rest = self._rest(claim)
        results = self._results(claim, stated, said, plain, before, passages)
        results = [one for one in results if self._holds_rest(rest, one, judge)]
        return _decided(claim, said, results)

    def _results(
        self,
        claim: Assertion,
        stated: Sequence[Figure],
        said: Figure,
        plain: str,
        before: Sequence[Decision],
        passages: Sequence[Passage],
    ) -> list[Result]:
        """What the figures of passages come to in the way that the claim says it computed."""
        left = plain[claim.core : said.start]
        over = YEARS_OVER.search(left)
        yearly = list(_over_years(claim, said, over, before)) if over and not stated else []
        if yearly:
            return yearly
        listed = len(self._members(claim, said)) >= _LEAST and not THAN.search(left)
        if TOTAL.search(left) or listed:
            return list(self._sums(claim, said, plain, before, passages))
        way = way_of(left, claim.dependent)
        if way is None:
            return []
        results = list(self._gaps(claim, said, plain, before, passages, way))
        if stated:  # "较2024年的1300亿千瓦时增加200亿千瓦时"
            results = [r for r in results if same_value(stated[0], r.operands[1].figure)]
            results = results or list(_from_stated(claim, before, passages, way))
        return results

    def _rest(self, claim: Assertion) -> Assertion:
        """The claim without its computed figure and the words of computing."""
        words = MARKERS.sub(lambda m: BLANK * len(m.group()), claim.elements.words)
        elements = claim.elements
        if claim.dependent:  # an aim less what was done before it, in two documents
            elements = replace(elements, aspect="", sources=(), numbered=())
        bare = replace(elements, figures=(), words=words, compared_years=(), years=())
        return replace(claim, elements=bare, topic="")

    def _holds_rest(self, rest: Assertion, result: Result, judge: JudgeOne) -> bool:
        """Whether all else that the claim says stands in the passages of the operands."""
        judged = [judge(rest, one.passage) for one in result.operands]
        if any(one.differing or one.absent for one in judged):
            return False
        runs = tuple(
            run
            for one in result.operands
            for run in (*one.passage.runs, run_of(one.figure.indicator))
        )
        wide = tuple(run for one in result.operands for run in one.passage.surroundings)
        return not cover(rest.elements.words, runs, wide, self.glossary).missing

    # ------------------------------------------------------------------ how far apart

    def _gaps(
        self,
        claim: Assertion,
        said: Figure,
        plain: str,
        before: Sequence[Decision],
        passages: Sequence[Passage],
        way: int,
    ) -> Iterator[Result]:
        named = plain[claim.start : claim.end] + "，" + claim.topic
        reference = _reference_years(claim, said, plain, before)
        aims = AIM.search(plain[claim.core : said.start]) is not None
        about = [figure for d in before if d.basis for _, figure in d.basis.pairs]
        yield from self._between_said(claim, said, plain, before, way)
        if said.bound in LOWER:
            return  # "突破3000公里" less 2810公里 is so much only where the text sets the two beside
        pool = [Operand(p, f) for p in passages for f in p.figures if counts(said, f)]
        for this, other in permutations(pool, 2):
            if not alike(this, other, said.bound is Bound.ABOUT) or (
                aims and other.passage.looks_back
            ):
                continue
            if not self._compared_things(this, other, claim, plain, named, reference):
                continue
            if claim.dependent and not any(
                one.figure.indicator == f.indicator for one in (this, other) for f in about
            ):
                continue
            value = apart(said, this.figure, other.figure)
            if way is not EITHER and value * way < 0:
                continue
            yield Result(abs(value), said.unit, "-", (this, other))

    def _compared_things(
        self,
        this: Operand,
        other: Operand,
        claim: Assertion,
        plain: str,
        named: str,
        reference: tuple[int | None, int | None],
    ) -> bool:
        """Whether the one figure is what the claim speaks of, and the other what it is set beside:
        the same in another year, or something else in the same year."""
        mine, its = this.figure, other.figure
        if len(mine.years) != 1 or len(its.years) != 1:
            return False
        if run_of(mine.indicator).text == run_of(its.indicator).text:
            ours, theirs = reference
            if mine.years == its.years or (ours is not None and mine.years != (ours,)):
                return False
            if theirs is not None and its.years != (theirs,):
                return False
            if theirs is None and mine.years < its.years:
                return False
            return meaning(mine.indicator) >= _LEAST and self._covers(named, mine)
        text = plain[claim.start : claim.end]
        than = THAN.search(text)
        if than is None or mine.years != its.years or this.passage.place != other.passage.place:
            return False
        if reference[1] is not None and reference[1] != its.years[0]:
            return False
        first = claim.elements.words[: than.start()]
        second = claim.elements.words[than.end() : claim.elements.figures[0].start - claim.start]
        return self._only(first or claim.topic, this) and self._only(second, other)

    def _only(self, words: str, one: Operand) -> bool:
        """Whether of all figures of a passage ``words`` are of this one."""
        bare = MARKERS.sub(BLANK, words)
        figures = [f for f in one.passage.figures if counts(one.figure, f)]
        return [f for f in figures if self._is(bare, f, one.passage)] == [one.figure]

    def _covers(self, words: str, figure: Figure) -> bool:
        """Whether ``words`` name all of what a figure is of."""
        if meaning(figure.indicator) < _LEAST:
            return False
        return cover(figure.indicator, runs_of(words), (), self.glossary).share >= _WHOLE

    def _between_said(
        self, claim: Assertion, said: Figure, plain: str, before: Sequence[Decision], way: int
    ) -> Iterator[Result]:
        """ "从73项压减到46项，减少27项": the two figures of the claim before it."""
        last = before[-1] if before else None
        if last is None or last.verdict is not Verdict.SUPPORTED or last.basis is None:
            return
        yield from _former_and_latter(said, claim, plain, before, way)
        yield from self._of_two_years_said(claim, said, before, way)
        pairs = last.basis.pairs
        if len(pairs) != _LEAST or not FROM.search(plain[last.claim.start : pairs[0][0].start]):
            return
        first, second = (Operand(last.basis.passage, found) for _, found in pairs)
        if not (counts(said, first.figure) and counts(said, second.figure)):
            return
        value = apart(said, second.figure, first.figure)
        if way is EITHER or value * way > 0:
            yield Result(abs(value), said.unit, "-", (second, first))

    def _of_two_years_said(
        self, claim: Assertion, said: Figure, before: Sequence[Decision], way: int
    ) -> Iterator[Result]:
        """ "装机2024年达到1亿千瓦，2025年达到1.1亿千瓦，净增…": what the text itself says of one thing."""
        found = [
            (d.claim, Operand(d.basis.passage, d.basis.pairs[0][1]))
            for d in before
            if d.verdict is Verdict.SUPPORTED and d.basis is not None and len(d.basis.pairs) == 1
        ][-2:]
        if len(found) != _LEAST or not found[-1][0].dependent:
            return
        (_, first), (_, second) = found
        same = first.passage.task.id == second.passage.task.id or self._one_thing(first, second)
        dated = len(first.figure.years) == len(second.figure.years) == 1
        if not same or not dated or first.figure.years == second.figure.years:
            return
        if not all(counts(said, one.figure) for one in (first, second)):
            return
        if not bounded_alike(said, second, first):
            return
        value = apart(said, second.figure, first.figure)
        if way is EITHER or value * way > 0:
            yield Result(abs(value), said.unit, "-", (second, first), set_by_text=True)

    def _one_thing(self, first: Operand, second: Operand) -> bool:
        """Whether two figures are of the same thing, word for word or by words that say the same."""
        mine, its = first.figure.indicator, second.figure.indicator
        return self._covers(mine, second.figure) and self._covers(its, first.figure)

    def _started_from(
        self, claim: Assertion, plain: str, passages: Sequence[Passage]
    ) -> list[Result]:
        """ "由11家增至21家" where a passage says what was added and what was reached."""
        if len(claim.elements.figures) != _LEAST:
            return []
        first, last = claim.elements.figures
        grown = GROWN_TO.search(plain[first.end : last.start])
        if not grown or not FROM.search(plain[claim.core : first.start]):
            return []
        named = plain[claim.start : claim.end] + "，" + claim.topic
        return [
            Result(
                apart(first, reached, added),
                first.unit,
                "-",
                (Operand(p, reached), Operand(p, added)),
            )
            for p in passages
            for reached, added in permutations(p.figures, 2)
            if same_value(last, reached)
            and reached.indicator == added.indicator
            and added.change == "added"
            and reached.change == "level"
            and years_agree(last, reached)
            and counts(first, reached)
            and counts(first, added)
            and self._covers(named, reached)
        ]

    # ------------------------------------------------------------------ what they add up to

    def _sums(
        self,
        claim: Assertion,
        said: Figure,
        plain: str,
        before: Sequence[Decision],
        passages: Sequence[Passage],
    ) -> Iterator[Result]:
        yield from self._sum_of_members(claim, said, passages)
        if meaning(self._rest(claim).elements.words) >= _LEAST:
            return
        operands = [
            Operand(d.basis.passage, found)
            for d in before
            if d.verdict is Verdict.SUPPORTED and d.basis is not None
            for _, found in d.basis.pairs
            if counts(said, found)
        ]
        all_held = all(d.verdict is Verdict.SUPPORTED for d in before)
        several = len(operands) >= _LEAST or any(members(one) > 1 for one in operands)
        if several and all_held:
            yield from sum_up(said, operands)

    def _members(self, claim: Assertion, said: Figure) -> list[str]:
        """The parts of a list before a figure."""
        words = claim.elements.words[claim.core - claim.start : said.start - claim.start]
        if "分别" in words or "各" in words:
            return []
        bare = TOTAL_WORD.sub(BLANK, words)
        return [part for part in PARTED.split(bare) if meaning(part) >= _LEAST]

    def _sum_of_members(
        self, claim: Assertion, said: Figure, passages: Sequence[Passage]
    ) -> Iterator[Result]:
        """ "甲和乙共1602件": each member of the list has one figure in the same sentence."""
        members = self._members(claim, said)
        if len(members) < _LEAST:
            return
        for passage in passages:
            figures = [f for f in passage.figures if counts(said, f)]
            chosen = [[f for f in figures if self._is(part, f, passage)] for part in members]
            if all(len(found) == 1 for found in chosen):
                operands = [Operand(passage, found[0]) for found in chosen]
                if len({one.figure.start for one in operands}) == len(operands) and one_year(
                    said, operands
                ):
                    yield from sum_up(said, operands)

    def _is(self, part: str, figure: Figure, passage: Passage) -> bool:
        """Whether a member of a list is what a figure is of, word for word."""
        local = (*runs_of(around(figure, passage)), run_of(figure.indicator))
        held = cover(part, local, passage.surroundings, self.glossary)
        named = cover(figure.indicator, runs_of(part), (), self.glossary).share
        return meaning(part) >= _LEAST and not held.missing and named >= _NAMED


def _over_years(
    claim: Assertion, said: Figure, over: re.Match[str], before: Sequence[Decision]
) -> Iterator[Result]:
    """ "每年新增3000亿元，照此两年就是6000亿元": the figure of the claim before, for so many years."""
    last = before[-1] if before and claim.dependent else None
    if last is None or last.verdict is not Verdict.SUPPORTED or last.basis is None:
        return
    if len(last.basis.pairs) != 1:
        return
    stated, figure = last.basis.pairs[0]
    years = number_of(over["years"])
    lower = figure.bound in LOWER and said.bound in LOWER
    yearly = figure.per == "年" and (stated.per == "年" or not stated.per)
    if yearly and years and counts(said, figure) and (lower or figure.bound is said.bound):
        value = in_unit(figure.value, figure.unit, said.unit)
        each = figure.value if value is None else value
        yield Result(each * years, said.unit, "×", (Operand(last.basis.passage, figure),))


def _from_stated(
    claim: Assertion, before: Sequence[Decision], passages: Sequence[Passage], way: int
) -> Iterator[Result]:
    """The figure of the claim before, and the one that the claim itself sets it beside: both stand in
    one task, in the years the text gives them."""
    reference, said = claim.elements.figures
    last = before[-1] if before else None
    if last is None or last.basis is None or len(last.basis.pairs) != 1:
        return
    this = Operand(last.basis.passage, last.basis.pairs[0][1])
    for passage in passages:
        for figure in passage.figures:
            other = Operand(passage, figure)
            same_task = passage.task.id == this.passage.task.id
            if not same_task or not same_value(reference, figure) or other == this:
                continue
            dated = figure.years == claim.elements.compared_years
            if not dated or not counts(said, figure) or not counts(said, this.figure):
                continue
            value = apart(said, this.figure, figure)
            if way is EITHER or value * way > 0:
                yield Result(abs(value), said.unit, "-", (this, other))


def _former_and_latter(
    said: Figure, claim: Assertion, plain: str, before: Sequence[Decision], way: int
) -> Iterator[Result]:
    """ "前者比后者多20个": the figures of the two claims before it."""
    order = ORDER.search(plain, claim.start, said.start)
    two = before[-2:]
    if order is None or len(two) != _LEAST:
        return
    found = [
        Operand(d.basis.passage, d.basis.pairs[0][1])
        for d in two
        if d.verdict is Verdict.SUPPORTED and d.basis is not None and len(d.basis.pairs) == 1
    ]
    if len(found) != _LEAST or not all(counts(said, one.figure) for one in found):
        return
    this, other = found if order.group() == "前者" else reversed(found)
    value = apart(said, this.figure, other.figure)
    if way is EITHER or value * way > 0:
        yield Result(abs(value), said.unit, "-", (this, other))


def _reference_years(
    claim: Assertion, said: Figure, plain: str, before: Sequence[Decision]
) -> tuple[int | None, int | None]:
    """The year the claim speaks of and the one it is set beside; None where it names none."""
    elements = claim.elements
    ours = said.years[0] if len(said.years) == 1 else None
    theirs = elements.compared_years[0] if len(elements.compared_years) == 1 else None
    if ours is None or ours == theirs:
        years = [f.years for d in before if d.basis for _, f in d.basis.pairs]
        ours = years[-1][0] if years and len(years[-1]) == 1 else None
    if theirs is None and ours is not None and YEAR_BEFORE.search(plain, claim.core, said.start):
        theirs = ours - 1
    if theirs is None and not THAN.search(plain, claim.core, said.start):
        return None, None
    return (None if ours == theirs else ours), theirs


def _decided(claim: Assertion, said: Figure, results: Sequence[Result]) -> Decision | None:
    """Supported by operands that come to the figure; contradicted where all come to one other."""
    if not results:
        return None
    nearest = min(one.near for one in results)
    exact = [one for one in results if same_amount(said.value, said.unit, one.value, one.unit)]
    if exact:
        best = min(exact, key=lambda one: one.near)
        return _decision(claim, Verdict.SUPPORTED, best, said)
    near = [one for one in results if one.near == nearest]
    if nearest < 2 and len({one.value for one in near}) == 1:
        return _decision(claim, Verdict.CONTRADICTED, near[0], said)
    return None


def _decision(claim: Assertion, verdict: Verdict, result: Result, said: Figure) -> Decision:
    operands = result.operands
    quoted = tuple(
        dict.fromkeys(
            Evidence(one.passage.task, one.passage.clause.start, one.passage.clause.end)
            for one in operands
        )
    )
    found = f"{plain_number(result.value)}{result.unit}"
    finding = None
    if verdict is Verdict.CONTRADICTED:
        finding = Finding(
            State.DIFFERS, Difference.VALUE, said.text, found, kind="figure", figure=None
        )
    joined = "、".join(f"“{worded(one)}”" for one in operands)
    how = _HOW[result.sign]
    return Decision(
        claim,
        verdict,
        finding=finding,
        wording="computed",
        quoted=quoted,
        tasks=tuple(dict.fromkeys(one.passage.task.id for one in operands)),
        computed=f"文件写的是{joined}，{how}{found}",
    )
