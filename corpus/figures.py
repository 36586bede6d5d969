"""Figures of a task: every stated amount with what it counts, its bound, its years and its place."""

from __future__ import annotations

import re

from corpus.dates import GoverningYears, governing_years
from corpus.figure_lists import year_in_turn
from corpus.indicators import read_sentence
from corpus.models import Figure
from corpus.quantities import Quantity, find_quantities, parse_quantity
from corpus.units import compatible_measure_word, in_unit, same_amount, same_unit

__all__ = [
    "Quantity",
    "compatible_measure_word",
    "extract_figures",
    "find_quantities",
    "in_unit",
    "parse_quantity",
    "same_amount",
    "same_unit",
]

_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")
_QUOTED = re.compile(r"“([^”]{0,20})”|《[^》]*》")
_TIMES = {"小时", "分钟", "天", "工作日", "公里"}


def extract_figures(
    plain: str, start: int, end: int, period: tuple[int, ...]
) -> tuple[Figure, ...]:
    """All figures of plain[start:end], a simplified text; offsets are text offsets into ``plain``.

    ``period`` are the years of the task, for figures that no year in their sentence governs.
    """
    figures: list[Figure] = []
    for sentence in _SENTENCE.finditer(plain, start, end):
        earlier = figures[-1].indicator if figures else ""
        figures += _of_sentence(plain, sentence.start(), sentence.end(), period, earlier)
    return tuple(figures)


def _of_sentence(
    plain: str, start: int, end: int, period: tuple[int, ...], earlier: str
) -> list[Figure]:
    found = _without_names(plain, start, end, find_quantities(plain, start, end))
    if not found:
        return []
    years = governing_years(plain, start, end, period)
    readings = read_sentence(plain, start, end, found, earlier)
    turns = [year_in_turn(plain, start, end, found, index) for index in range(len(found))]
    return [
        Figure(
            text=quantity.text,
            start=quantity.start,
            end=quantity.end,
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            indicator=reading.indicator,
            years=_years_at(quantity, turn, years, period),
            upper=quantity.upper,
            per=reading.per,
            scope=reading.scope,
            change=reading.change,
        )
        for quantity, reading, turn in zip(found, readings, turns, strict=True)
    ]


def _without_names(plain: str, start: int, end: int, found: list[Quantity]) -> list[Quantity]:
    """Amounts inside a short quotation or a title are parts of a name (“八抓20条”, 《…2024年…》)."""
    names = list(_QUOTED.finditer(plain, start, end))
    return [
        quantity
        for quantity in found
        if not any(
            name.start() < quantity.number_start < name.end()
            and not (name.group(1) is not None and quantity.unit in _TIMES)
            for name in names
        )
    ]


def _years_at(
    quantity: Quantity,
    in_turn: int | None,
    years: tuple[GoverningYears, ...],
    period: tuple[int, ...],
) -> tuple[int, ...]:
    if in_turn is not None:
        return (in_turn,)
    before = [said for said in years if said.end <= quantity.start]
    return before[-1].years if before else period
