"""Setting figures side by side: differences, conflicts between documents, premises that do not hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.composing.wording import clause_text, place_label
from assistant.statements import Evidence, Statement
from assistant.understanding.query import Query
from corpus.models import Corpus, Figure, Task, TaskKind
from corpus.quantities import Quantity, find_quantities
from corpus.units import compatible_measure_word, same_amount, same_unit

_DIFFERENCE = re.compile(
    r"差(?:多少|几|距)|相差|(?:高|多|少|低|增加|提高|提升|增长|减少|下降)(?:了|出)?(?:多少|几)|多了?还是少|变化(?:多少|有多大)|多出"
)
_SCALES = (
    ("万亿", Decimal(10) ** 12),
    ("亿", Decimal(10) ** 8),
    ("万", Decimal(10) ** 4),
)


def asks_difference(text: str) -> bool:
    """Whether a question wants the difference of two figures."""
    return _DIFFERENCE.search(text) is not None


def spoken_value(value: Decimal, unit: str) -> str:
    """A value as people write it: 1.28万家 rather than 12800家."""
    for word, scale in _SCALES:
        if abs(value) >= scale:
            return f"{_shortest(value / scale)}{word}{unit}"
    return f"{_shortest(value)}{unit}"


def _shortest(value: Decimal) -> str:
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def difference_statement(statements: Sequence[Statement]) -> Statement | None:
    """The computed difference of the two figures that answer a comparison, if there are just two."""
    figures = list(dict.fromkeys(pair for statement in statements for pair in statement.figures))
    if len(figures) != 2:
        return None
    (first_task, first), (second_task, second) = figures
    if not same_unit(first.unit, second.unit) or first.upper or second.upper:
        return None
    gap = second.value - first.value
    unit = "个百分点" if first.unit == "%" else first.unit
    word = "相同" if not gap else ("多" if gap > 0 else "少")
    told = spoken_value(abs(gap), unit)
    text = (
        "两个数值相同"
        if not gap
        else f"由程序计算：后者（{second.text}）比前者（{first.text}）{word}{told}"
    )
    numbers = tuple(re.findall(r"\d+(?:\.\d+)?[%万亿千百]*", told)) if gap else ()
    evidence = (
        Evidence(first_task, first.start, first.end),
        Evidence(second_task, second.start, second.end),
    )
    return Statement(text, evidence, computed=(*numbers, *(n.rstrip("万亿千百%") for n in numbers)))


@dataclass(frozen=True)
class ConflictFinder:
    """Finds where the documents give different figures for one indicator."""

    corpus: Corpus
    _groups: dict[tuple[str, str, str, str], tuple[tuple[Task, Figure], ...]]

    @classmethod
    def of(cls, corpus: Corpus) -> ConflictFinder:
        groups: dict[tuple[str, str, str, str], list[tuple[Task, Figure]]] = defaultdict(list)
        for task in corpus.tasks:
            for figure in task.figures:
                if len(figure.indicator) >= _SHORTEST_INDICATOR:
                    groups[_key(figure)].append((task, figure))
        return cls(corpus, {key: tuple(group) for key, group in groups.items() if len(group) > 1})

    def others(self, task: Task, figure: Figure) -> list[tuple[Task, Figure]]:
        """Figures elsewhere for the same indicator, subject and years that differ from ``figure``."""
        return [
            (other_task, other)
            for other_task, other in self._groups.get(_key(figure), ())
            if other_task.id != task.id
            and _subject(other_task) == _subject(task)
            and (other_task.kind is TaskKind.RESULT) == (task.kind is TaskKind.RESULT)
            and set(other.years) & set(figure.years)
            and len(other.years) == len(figure.years)
            and other.scope == figure.scope
            and (other.value != figure.value or other.upper != figure.upper)
        ]

    def statement(self, task: Task, figure: Figure) -> Statement:
        """The other side of a conflict, in its own words."""
        clause = next(
            c for c in task.clauses if c.start <= figure.start and figure.end <= c.end
        )
        start, end = _segment(task.plain, figure.start, clause.start, clause.end)
        document = self.corpus.documents_by_id[task.document_id]
        issued = f"，{document.issued.year}年{document.issued.month}月印发" if document.issued else ""
        return Statement(
            f"另一处写法不同：{place_label(task, self.corpus)}（{document.issuer}{issued}）："
            + clause_text(task, start, end, [figure]),
            (Evidence(task, clause.start, clause.end),),
            computed=tuple(
                str(part) for part in (document.issued.year, document.issued.month)
            )
            if document.issued
            else (),
            figures=((task, figure),),
        )


_SHORTEST_INDICATOR = 4


def _key(figure: Figure) -> tuple[str, str, str, str]:
    return (figure.indicator, figure.unit, figure.change, figure.per)


def _subject(task: Task) -> str:
    """Whose figure it is: a city's own pledge, or the province's."""
    return task.unit if task.unit.endswith("市") else ""


def _segment(plain: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The stretch between commas around a place in a clause."""
    left = max(plain.rfind(mark, start, at) for mark in "，；。") + 1
    stops = [stop for stop in (plain.find(mark, at, end) for mark in "，；。") if stop >= 0]
    return max(left, start), min(stops, default=end)


def denied_quantity(query: Query, statement: Statement) -> tuple[Quantity, Figure] | None:
    """A quantity that a question takes for granted and that the passage contradicts.

    Only where the passage has a figure of the same unit for what the question names, and that
    figure is not the one the question states.
    """
    named = [q for q in find_quantities(query.text) if q.unit and not _is_condition(query.text, q)]
    for quantity in named:
        own = [
            figure
            for evidence in statement.evidence
            for figure in evidence.task.figures
            if evidence.start <= figure.start and figure.end <= evidence.end
        ]
        alike = [
            figure
            for figure in own
            if same_unit(figure.unit, quantity.unit)
            or compatible_measure_word(figure.unit, quantity.unit)
        ]
        if not alike or any(
            same_amount(f.value, f.unit, quantity.value, quantity.unit) or f.value == quantity.value
            for f in own
        ):
            continue
        near = [figure for figure in alike if _named_before(query.text, quantity, figure)]
        if near:
            return quantity, near[0]
    return None


def _is_condition(text: str, quantity: Quantity) -> bool:
    return re.search(r"哪些|哪几|列出|找出", text) is not None


def _named_before(text: str, quantity: Quantity, figure: Figure) -> bool:
    """Whether the words beside a quantity name the figure's indicator."""
    beside = text[max(0, quantity.start - 30) : quantity.end + 14]
    pairs = [figure.indicator[at : at + 2] for at in range(len(figure.indicator) - 1)]
    return bool(pairs) and sum(pair in beside for pair in pairs) / len(pairs) >= 0.6
