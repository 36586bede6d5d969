"""Operands that the text itself names: the figures of the claims before, and of the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.models import Verdict
from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import same_value
from assistant.verifying.assertions import Assertion
from assistant.verifying.decisions import Decision
from assistant.verifying.gap_words import EITHER, ORDER, THAN, YEAR_BEFORE, number_of
from assistant.verifying.operands import LOWER, Operand, Result, apart, counts
from corpus.figures import in_unit
from corpus.models import Figure

_TWO = 2


def over_years(
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


def from_stated(
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


def former_and_latter(
    said: Figure, claim: Assertion, plain: str, before: Sequence[Decision], way: int
) -> Iterator[Result]:
    """ "前者比后者多20个": the figures of the two claims before it."""
    order = ORDER.search(plain, claim.start, said.start)
    two = before[-2:]
    if order is None or len(two) != _TWO:
        return
    found = [
        Operand(d.basis.passage, d.basis.pairs[0][1])
        for d in two
        if d.verdict is Verdict.SUPPORTED and d.basis is not None and len(d.basis.pairs) == 1
    ]
    if len(found) != _TWO or not all(counts(said, one.figure) for one in found):
        return
    this, other = found if order.group() == "前者" else reversed(found)
    value = apart(said, this.figure, other.figure)
    if way is EITHER or value * way > 0:
        yield Result(abs(value), said.unit, "-", (this, other))


def reference_years(
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
