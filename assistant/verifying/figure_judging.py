"""Comparing the figures of a claim with those of a passage: which is about the same, then how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.models import Difference
from assistant.verifying.additions import (
    Beside,
    added_for_level,
    grows,
    is_gap,
    moved_otherwise,
    own_change,
    with_deed_before,
)
from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import Compared, comparable, compare
from assistant.verifying.assertions import Assertion
from assistant.verifying.beside_figures import row_start
from assistant.verifying.covering import cover, meaning
from assistant.verifying.figure_matching import FigureMatcher
from assistant.verifying.figure_years import named_years, year_state, years_agree
from assistant.verifying.findings import Finding, State
from assistant.verifying.likeness import TELLING, WHOLE
from assistant.verifying.runs import run_of
from assistant.verifying.said_figures import SaidFigure, before_found
from assistant.verifying.softening import Glossary
from corpus.models import Figure

_ENOUGH_OF_INDICATOR = 0.61
_FROM = re.compile(
    r"(?:由|从|原来的?|原先的?|(?:过去|原来|原先|原|此前|以前|曾经?)(?:共?有|是|为))$"
)

_A_OR_ONE = re.compile(r"一[个支只家座项套份场条所]")
"""As much as "a" where a passage counts no such things."""


@dataclass(frozen=True, slots=True)
class FiguresJudged:
    """``pairs`` are figures of the claim with those of the passage they were compared with;
    ``exactness`` is the least share of an indicator that the claim names."""

    findings: tuple[Finding, ...]
    pairs: tuple[tuple[Figure, Figure], ...]
    exactness: float


@dataclass(frozen=True, slots=True)
class _Judged:
    """What came of one figure of a claim; ``found`` is the one it was compared with, if any, and
    ``exactness`` the share of that one's indicator that the claim names."""

    finding: Finding
    found: Figure | None = None
    exactness: float = 0.0


class FigureJudge:
    """Compares the figures of claims with those of passages."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self.matcher = FigureMatcher(glossary)

    def judge(self, claim: Assertion, passage: Passage, plain: str) -> FiguresJudged:
        """Every figure of ``claim`` against ``passage``; ``plain`` is the text it stands in."""
        findings: list[Finding] = []
        pairs: list[tuple[Figure, Figure]] = []
        exactness: list[float] = []
        used: set[int] = set()
        for figure in claim.elements.figures:
            judged = self._judged(SaidFigure.of(claim, figure, plain), passage, used)
            findings.append(judged.finding)
            if judged.found is not None:
                used.add(judged.found.start)
                pairs.append((figure, judged.found))
                exactness.append(judged.exactness)
        if all(finding.state is State.SAME for finding in findings):
            findings += self._order(pairs, plain, passage)
        return FiguresJudged(tuple(findings), tuple(pairs), min(exactness, default=0.0))

    def _judged(self, said: SaidFigure, passage: Passage, used: Set[int]) -> _Judged:
        """The figure of the passage that is about the same thing, compared with the claim's."""
        rated = self.matcher.candidates(said, passage)
        if not rated:
            return self._unmatched(said, passage)

        def exact(found: Figure) -> float:
            return said.exactness(found, passage, self.glossary)

        equal = self.matcher.equal(said.figure, rated, used)
        owner = self.matcher.owner(said, equal, passage)
        if owner is not None:
            return _Judged(_differing(Difference.VALUE, said.figure, owner), owner, exact(owner))
        chosen = equal or self.matcher.most_like(said.figure, rated, used, exact)
        if chosen is None:
            return self._unmatched(said, passage)
        exactness = exact(chosen.found)
        if exactness < _ENOUGH_OF_INDICATOR and not (equal and said.names_head(chosen.found)):
            return self._unmatched(said, passage)
        finding = _compared(said, chosen.found, passage)
        told_twice = finding is not None and finding.state is State.SAME and equal is None
        if finding is None or (told_twice and chosen.found.start in used):
            return self._unmatched(said, passage)
        narrower = said.narrower(chosen.found)
        if narrower and finding.state is State.SAME:
            finding = Finding(State.ABSENT, stated=f"不限于{narrower}", kind="group")
        return _Judged(finding, chosen.found, exactness)

    def _unmatched(self, said: SaidFigure, passage: Passage) -> _Judged:
        """The same digits with another unit, for the same thing, are a slip in the unit."""
        counted = any(comparable(said.figure, f) for f in passage.figures)
        if _A_OR_ONE.fullmatch(said.figure.text) and not counted:
            return _Judged(Finding(State.SAME))  # "设一支基金" is "设立基金"
        found = self.matcher.of_other_unit(said, passage)
        if found is not None:
            return _Judged(_differing(Difference.UNIT, said.figure, found))
        return _Judged(Finding(State.ABSENT, stated=said.figure.text, kind="figure"))

    def _order(
        self, pairs: Sequence[tuple[Figure, Figure]], plain: str, passage: Passage
    ) -> Iterable[Finding]:
        """Figures in a row ("分别提高5%、6.7%") belong to the parts of their list in its order."""
        for (one, first), (other, second) in pairwise(pairs):
            if second.start > first.start or meaning(plain[one.end : other.start]) >= TELLING:
                continue
            if one.indicator != other.indicator and all(
                cover(said.indicator, (run_of(found.indicator),), (), self.glossary).share >= WHOLE
                for said, found in ((one, first), (other, second))
            ):
                continue
            yield _differing(Difference.VALUE, one, second)
            return


def _compared(said: SaidFigure, found: Figure, passage: Passage) -> Finding | None:
    """How two figures for the same thing compare, None where they are for different things after
    all."""
    figure, claim = said.figure, said.claim
    result = _amounts_compared(said, found, passage)
    year = year_state(figure, found)
    if not result.agrees:
        gap = is_gap(said.plain[claim.start : figure.start])
        same = result.difference is Difference.BOUND and figure.value == found.value
        if gap and not same and not grows(before_found(found, passage)):
            return None
        if year is not State.SAME and result.difference is not Difference.UNIT:
            return None
        return _differing(result.difference or Difference.VALUE, figure, found)
    if year is State.DIFFERS:
        finding = _differing(Difference.YEAR, figure, found)
        return replace(finding, instead=_of_year(figure, found, passage))
    if year is State.ABSENT:
        return Finding(State.ABSENT, stated=named_years(figure.years), kind="year")
    note = result.note
    if not figure.years and len(found.years) == 1 and not note:
        note = f"文件说的是{found.years[0]}年"
    return Finding(State.SAME, note=note, spans=((found.start, found.end),))


def _amounts_compared(said: SaidFigure, found: Figure, passage: Passage) -> Compared:
    """The amounts, and whether both are levels, additions, or what something rose or fell from."""
    figure, claim = said.figure, said.claim
    before, there = said.before, before_found(found, passage)
    result = compare(figure, found, before, there)
    own = said.noun if said.noun != claim.topic else claim.elements.words
    own = with_deed_before(own, before, claim.topic)
    changed = own_change(figure, claim, said.plain)
    text, clause = passage.task.plain, passage.clause
    row = row_start(found, passage.figures, text)  # of "分别达到50家、500家" each is reached
    written = Beside(
        re.split(r"[，；。]", text[clause.start : row])[-1],
        re.split(r"[，；。、]", text[found.end : clause.end])[0],
    )
    beside = Beside(before, said.plain[figure.end : claim.end])
    if result.agrees and added_for_level(changed, found, own, beside, written):
        result = Compared(False, Difference.BOUND)
    if result.agrees and bool(_FROM.search(before)) != bool(_FROM.search(there)):
        result = Compared(False, Difference.VALUE)
    if result.agrees and moved_otherwise(before, there):
        result = Compared(False, Difference.BOUND)
    return result


def _of_year(figure: Figure, found: Figure, passage: Passage) -> Figure | None:
    """What the passage gives for the same indicator in the year the claim names."""
    same = (f for f in passage.figures if f.indicator == found.indicator and comparable(figure, f))
    return next((f for f in same if f.years and years_agree(figure, f)), None)


def _differing(difference: Difference, said: Figure, found: Figure) -> Finding:
    """A figure that differs, with what the reader should see of both sides."""
    stated, written = said.text, found.text
    if difference is Difference.YEAR:
        stated, written = named_years(said.years), named_years(found.years)
    span = (found.start, found.end)
    return Finding(
        State.DIFFERS, difference, stated, written, spans=(span,), kind="figure", figure=found
    )
