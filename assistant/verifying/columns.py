"""The years that the head of a pasted table gives to the figures below it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.verifying.element_reading import ElementReader
from assistant.verifying.elements import Elements


def column_years(
    plain: str, start: int, end: int, reader: ElementReader, before: tuple[int, ...]
) -> tuple[int, ...]:
    """The years in the head of a table, which hold for the rows below; outside tables none."""
    row = plain[start:end]
    if not re.search(r"[\t|]", row):
        return ()
    years = tuple(int(year) for year in re.findall(r"(?<![0-9])(20[0-9]{2})(?=年|\b)", row))
    return years if years and not reader.has_figure(plain, start, end) else before


def dated_by_column(elements: Elements, years: tuple[int, ...]) -> Elements:
    """A row's figures with the years of their columns, where the row says none itself."""
    figures = elements.figures
    if not years or not figures or any(figure.years for figure in figures):
        return elements
    if len(years) == 1:
        years = years * len(figures)
    if len(years) != len(figures):
        return elements
    dated = tuple(replace(f, years=(y,)) for f, y in zip(figures, years, strict=True))
    return replace(elements, figures=dated, years=tuple(sorted(set(years))))
