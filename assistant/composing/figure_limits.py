"""The figures that meet a condition a question sets ("投资超过1000亿元的有哪些")."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from assistant.composing.figure_lines import figure_lines
from assistant.composing.figure_units import unit_named
from assistant.composing.selecting import in_scope
from assistant.statements import Composed, Statement
from assistant.understanding.query import Query
from corpus.models import Bound, Corpus, Figure, Task
from corpus.quantities import find_quantities
from corpus.units import compatible_measure_word, is_measure_word, same_unit

_CONDITION = re.compile(
    r"哪些(?!市|城市|地方|单位|部门)|哪几[项条个](?!市|城市|地方|县|区|领导|人|同志|责任|部门|单位)|哪几家(?:单位)?的第?几|几处|几个地方|列出|找出|盘点"
    r"|(?:几|多少)(?:个|项)(?:指标|数据|目标|数字|数)|(?:指标|数据|目标|数字|的)(?:一共|总共|共|合计)*有(?:几|多少)个(?=[？?，。]|$)"
)
_ROUND = re.compile(
    r"(?:上|过|超|破|突破)(百|千|万|十万|百万|千万|亿|十亿|百亿|千亿|万亿)(?:元)?(?:的|规模|产业|$|[，。？?])"
)
_ZEROS = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10,
    "千亿": 11, "万亿": 12,
}  # fmt: skip
_MEETS = {
    Bound.AT_LEAST: operator.ge,
    Bound.MORE_THAN: operator.gt,
    Bound.AT_MOST: operator.le,
    Bound.LESS_THAN: operator.lt,
    Bound.EXACT: operator.eq,
}
_EXACTLY = re.compile(
    r"(?:(?:正好|恰好|刚好|等于|同为|都[是为]|均为)(?:是|为|在)?|哪(?:些|几[项条个家])[^，。？?]{0,8}(?:定了?|是|为|要求|写的?是|写明|设为?|达到|要达到))[“\"]?$"
)
_OF_WHICH = re.compile(
    r"^[”\"]?的(?:指标|目标|任务|承诺|事项|数据|项目|数字)?(?:都|一共|共)?(?:有|是)?哪"
)
"""What stands before or behind a figure that is itself the condition ("正好是20家", "100%的有哪些")."""
_BARE_MONEY = Decimal(10) ** 8
"""A bare number from which on it is one of money ("超过一千亿的")."""
_BARE = re.compile(
    r"(?:正好|恰好|刚好|等于|同为|都是|均为)(?:是|为|在)?(\d+(?:\.\d+)?)(?=[（(，。、？?的]|$)"
)
"""A bare number that figures must be, of whatever they count."""


@dataclass(frozen=True, slots=True)
class FigureLimit:
    """A condition on figures, in the question's own ``words``."""

    unit: str
    bound: Bound
    value: Decimal
    words: str

    def holds(self, figure: Figure) -> bool:
        """Whether a figure counts the same thing and meets the condition; without a unit any that
        counts things does."""
        if not self.unit:
            return is_measure_word(figure.unit) and figure.value == self.value
        alike = same_unit(figure.unit, self.unit) or compatible_measure_word(figure.unit, self.unit)
        return alike and bool(_MEETS[self.bound](figure.value, self.value))


def figure_limit(text: str) -> FigureLimit | None:
    """The condition on figures that a list question sets, or None."""
    if not _CONDITION.search(text):
        return None
    if match := _BARE.search(text):
        return FigureLimit("", Bound.EXACT, Decimal(match.group(1)), match.group())
    for quantity in find_quantities(text):
        alone = _EXACTLY.search(text[: quantity.start]) or _OF_WHICH.search(text[quantity.end :])
        if quantity.bound in (Bound.EXACT, Bound.ABOUT) and not alone:
            continue
        bound = Bound.EXACT if quantity.bound is Bound.ABOUT else quantity.bound
        unit = quantity.unit or unit_named(text) or ("元" if quantity.value >= _BARE_MONEY else "")
        if bound in _MEETS and unit:
            return FigureLimit(unit, bound, quantity.value, quantity.text)
    if match := _ROUND.search(text):
        value = Decimal(10) ** _ZEROS[match.group(1)]
        return FigureLimit("元", Bound.AT_LEAST, value, match.group(1) + "元以上")
    return None


def within_limit(
    query: Query, corpus: Corpus, relevant: Callable[[Task, Figure], bool]
) -> Composed | None:
    """The figures that meet the condition of ``query``, None if it sets none or none does.

    ``relevant`` says whether a figure is about what the question asks.
    """
    limit = figure_limit(query.text)
    if limit is None:
        return None
    statements: list[Statement] = []
    rows: list[Task] = []
    for task in corpus.tasks:
        if not in_scope(task, query):
            continue
        fitting = [
            figure
            for figure in task.figures
            if limit.holds(figure)
            and (not query.years or bool(set(query.years) & set(figure.years)))
            and relevant(task, figure)
        ]
        if fitting:
            statements += figure_lines(task, fitting, corpus)
            rows.append(task)
    if not rows:
        return None
    found = sum(len(statement.figures) for statement in statements)
    return Composed(
        tuple(statements),
        lead=f"符合“{limit.words}”的数据共 **{found}个**，见于 {len(rows)} 项任务。",
        rows=tuple(rows),
        total=len(rows),
    )
