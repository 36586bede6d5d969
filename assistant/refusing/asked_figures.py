"""The figures of a passage that a question may be answered with: of the unit and size asked for, and
not those it states itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.ranking import Choice
from assistant.understanding.query import Query
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Bound, Figure
from corpus.quantities import find_quantities
from corpus.units import is_measure_word, same_unit


def figures_asked(
    query: Query, choices: Sequence[Choice], *, loosely: bool = False
) -> list[Figure]:
    """The figures of the best clause, and of others of its task that say as much, that have a unit
    the question may be answered in.

    ``loosely``: people count in other measure words than documents ("多少家换了炉子" for 万户), so
    where the clause is surely meant, any figure that counts things will do for a question that does.
    """
    best, asked = choices[0], asked_units(query.text)
    own = unstated(best.figures, query.text)
    figures = [
        figure
        for choice in choices[:8]
        if choice.place == best.place
        and choice.features["clause_cover"] >= 0.7 * best.features["clause_cover"]
        for figure in choice.figures
    ]
    figures = [figure for figure in figures if figure.value >= least_value(query.text)]
    offered = [figure for figure in figures if not asked or fits_unit(figure.unit, asked)]
    fitting = unstated(offered, query.text)
    exact = [figure for figure in offered if any(same_unit(figure.unit, unit) for unit in asked)]
    if set(exact) - set(fitting):
        # the one in the very unit is stated already: those in a like unit are of other things
        fitting = [figure for figure in fitting if figure in exact]
    by_size = not asked and least_value(query.text) > 0
    if fitting or offered or not loosely or by_size or not all(map(is_measure_word, asked)):
        return fitting
    people = any(fits_unit("人", [unit]) for unit in asked)
    return [
        figure
        for figure in own
        if is_measure_word(figure.unit)
        and fits_unit(figure.unit, ["人"]) == people
        and (figure.unit in _TIMES) == any(unit in _TIMES for unit in asked)
    ]


_TIMES = frozenset("场 次 届 期 轮 批".split())
"""What counts how often something is held, never things."""
_IN_MILLIONS = re.compile(r"(?:多少|几)个?(?P<scale>万亿|[万亿])(?![\u4e00-\u9fff]?分之)")
_SCALES = {"万": Decimal(1_000), "亿": Decimal(10_000_000), "万亿": Decimal(100_000_000_000)}
"""What a figure asked for in 万 or 亿 comes to at least: a tenth of one is still said so."""


def least_value(text: str) -> Decimal:
    """What a figure must come to at least to be asked for as a question does ("多少亿"), in its unit."""
    return max(
        (_SCALES[match.group("scale")] for match in _IN_MILLIONS.finditer(text)), default=Decimal(0)
    )


_WHICH_OF = re.compile(
    r"相差|(?:[多高低减差超涨]|增加?|提[高升]|减少)[了出过]?(?:多少|几)|(?<![占环同对])比(?![例重率])|还是|是不是|对不对|对吗|有没有|没有达到|是否"
)


def unstated(figures: Sequence[Figure], text: str) -> list[Figure]:
    """``figures`` less those that a question states itself: "25万人里面博士有多少" is not answered
    by 25万人. One that offers figures to choose from keeps them."""
    if _WHICH_OF.search(text):
        return list(figures)
    stated = [q for q in find_quantities(text) if q.bound is not Bound.MORE_THAN]
    return [
        figure
        for figure in figures
        if not _is_written(figure, text)
        and not any(q.value == figure.value and same_unit(q.unit, figure.unit) for q in stated)
    ]


def _is_written(figure: Figure, text: str) -> bool:
    """Whether the number of a figure with its 万 or 亿 stands in ``text``, whatever unit follows."""
    number = _LARGE_NUMBER.search(figure.text)
    return number is not None and re.search(rf"(?<![\d.]){number.group()}", text) is not None


_LARGE_NUMBER = re.compile(r"\d+(?:\.\d+)?[万亿]+")
