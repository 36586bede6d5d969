"""Contracted names whose part the unit of a figure tells: 客货 in 人次 is of people, in 吨 of goods."""

from __future__ import annotations

from dataclasses import replace

from corpus.models import Figure

_CONTRACTED = {"客货": {"人次": "旅客", "人": "旅客", "吨": "货物"}}


def of_its_part(figure: Figure) -> Figure:
    """A figure with the part that its unit tells: of "客货吞吐量1300万人次、14.4万吨" the first is of
    people, the second of goods."""
    for whole, parts in _CONTRACTED.items():
        part = parts.get(figure.unit)
        if part and whole in figure.indicator:
            return replace(figure, indicator=figure.indicator.replace(whole, part))
    return figure


def as_contracted(indicator: str) -> str:
    """An indicator with the contracted name for its part, as a passage may print it."""
    for whole, parts in _CONTRACTED.items():
        for part in parts.values():
            indicator = indicator.replace(part, whole)
    return indicator
