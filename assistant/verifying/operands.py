"""Figures of passages as operands of an amount that a text computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import comparable
from corpus.figures import in_unit
from corpus.models import Bound, Figure

_EACH = re.compile(r"各[\u4e00-\u9fff]{0,3}$")
_PARTED = re.compile(r"、|和|与|及|以及")
LOWER = frozenset((Bound.AT_LEAST, Bound.MORE_THAN))
_NEAR = {Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.MORE_THAN}


@dataclass(frozen=True, slots=True)
class Operand:
    passage: Passage
    figure: Figure


@dataclass(frozen=True, slots=True)
class Result:
    """What some figures come to; ``operands`` in the order they are written in."""

    value: Decimal
    unit: str
    sign: str
    operands: tuple[Operand, ...]
    set_by_text: bool = False

    @property
    def near(self) -> int:
        """0 where all stand in one sentence of a document, 1 in one task or where the text itself sets
        them beside each other, 2 elsewhere."""
        if self.set_by_text:
            return 1
        passages = {one.passage.place for one in self.operands}
        tasks = {one.passage.task.id for one in self.operands}
        return 0 if len(passages) == 1 else 1 if len(tasks) == 1 else 2


def sum_up(said: Figure, operands: Sequence[Operand]) -> Iterator[Result]:
    total = Decimal(0)
    for one in operands:
        figure = one.figure
        if figure.bound not in (Bound.EXACT, said.bound) or figure.upper is not None:
            return
        value = in_unit(figure.value, figure.unit, said.unit)
        total += (figure.value if value is None else value) * members(one)
    yield Result(total, said.unit, "+", tuple(operands))


def members(one: Operand) -> int:
    """How many things a figure is of each: 2 for "甲、乙各新增2家"."""
    before = one.passage.task.plain[one.passage.clause.start : one.figure.start]
    return len(_PARTED.findall(one.figure.indicator)) + 1 if _EACH.search(before) else 1


def counts(said: Figure, found: Figure) -> bool:
    """Whether a figure can be an operand of the claim's."""
    if found.upper is not None or found.change in ("growth", "decline"):
        return False
    if said.unit == "个百分点":
        return found.unit == "%"
    return said.unit != "%" and bool(said.unit) and comparable(said, found)


def alike(this: Operand, other: Operand, about: bool) -> bool:
    """Whether two figures are limited, counted and placed in the same way; what the claim gives as
    about so much may come from figures limited otherwise."""
    mine, its = this.figure, other.figure
    bounds = {mine.bound, its.bound}
    if this == other or mine.per != its.per or mine.change != its.change:
        return False
    near = _NEAR if about else {Bound.EXACT, Bound.ABOUT}
    if len(bounds) > 1 and not bounds <= near:
        return False
    return _city(this) == _city(other)


def bounded_alike(said: Figure, this: Operand, other: Operand) -> bool:
    """``alike`` for two figures that the text itself sets beside each other: more than so much, less
    what was exactly reached, is more than the rest."""
    if said.bound not in LOWER:
        return alike(this, other, said.bound is Bound.ABOUT)
    mine, its = this.figure, other.figure
    fit = mine.bound in LOWER and its.bound is Bound.EXACT
    return fit and mine.per == its.per and mine.change == its.change and _city(this) == _city(other)


def _city(one: Operand) -> str:
    unit = one.passage.task.unit
    return unit if unit.endswith("市") else ""


def one_year(said: Figure, operands: Iterable[Operand]) -> bool:
    years = {one.figure.years for one in operands}
    return len(years) == 1 and (not said.years or years == {said.years})


def apart(said: Figure, this: Figure, other: Figure) -> Decimal:
    """``this`` less ``other``, in the unit of the claim's figure."""
    if said.unit == "个百分点":
        return this.value - other.value
    values = [in_unit(f.value, f.unit, said.unit) for f in (this, other)]
    mine = this.value if values[0] is None else values[0]
    its = other.value if values[1] is None else values[1]
    return mine - its


def worded(one: Operand) -> str:
    figure = one.figure
    year = f"{figure.years[0]}年" if len(figure.years) == 1 else ""
    return f"{year}{figure.indicator}{figure.text}"


def plain_number(value: Decimal) -> str:
    for size, name in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if value >= size and value % (size / 100) == 0:
            return f"{(value / size).normalize():f}{name}"
    return f"{value.normalize():f}"
