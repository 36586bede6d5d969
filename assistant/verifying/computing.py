"""Amounts that a text computes: how far two figures of the documents are apart, what several add up to.

Exact or not at all: each operand is a figure of a passage, about the same thing, and is cited.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import same_value
from assistant.verifying.assertions import Assertion
from assistant.verifying.computed_decisions import decided
from assistant.verifying.covering import cover
from assistant.verifying.decisions import Decision
from assistant.verifying.gap_words import THAN, TOTAL, YEARS_OVER, way_of
from assistant.verifying.gaps import Gaps
from assistant.verifying.judgements import Judgement
from assistant.verifying.operands import Result
from assistant.verifying.runs import run_of
from assistant.verifying.said_operands import from_stated, over_years
from assistant.verifying.softening import Glossary
from assistant.verifying.sums import Sums, rest_of
from corpus.models import Bound, Figure

JudgeOne = Callable[[Assertion, Passage], Judgement]
"""Judges what a claim says beside its computed figure."""

_COMPUTED = (Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.MORE_THAN)
_LEAST = 2


class Computing:
    """Checks figures that a claim computed from those of passages."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self.sums = Sums(glossary)
        self.gaps = Gaps(glossary, self.sums)

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
        started = self.gaps.started_from(claim, plain, passages)
        if started:
            return decided(claim, claim.elements.figures[0], started)
        *stated, said = claim.elements.figures or (None,)
        if said is None or len(stated) > 1:
            return None
        if said.bound not in _COMPUTED or said.upper is not None:
            return None
        rest = rest_of(claim)
        results = self._results(claim, stated, said, plain, before, passages)
        results = [one for one in results if self._holds_rest(rest, one, judge)]
        return decided(claim, said, results)

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
        yearly = list(over_years(claim, said, over, before)) if over and not stated else []
        if yearly:
            return yearly
        listed = len(self.sums.members_of(claim, said)) >= _LEAST and not THAN.search(left)
        if TOTAL.search(left) or listed:
            return list(self.sums.of(claim, said, plain, before, passages))
        way = way_of(left, claim.dependent)
        if way is None:
            return []
        results = list(self.gaps.between(claim, said, plain, before, passages, way))
        if stated:  # "较2024年的1300亿千瓦时增加200亿千瓦时"
            results = [r for r in results if same_value(stated[0], r.operands[1].figure)]
            results = results or list(from_stated(claim, before, passages, way))
        return results

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
