"""True statements: the comma-parted pieces of tasks that state a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.models import Corpus, Figure, Task, TaskKind


@dataclass(frozen=True, slots=True)
class TrueClause:
    """A statement that stands in a task, and what of it can be altered."""

    text: str
    task: Task
    figure: Figure | None = None
    start: int = 0
    """Text offset of the statement's first character in the task, where it is one stretch."""


def true_statements(corpus: Corpus) -> list[TrueClause]:
    """Figure clauses, duties and deadlines of every task, as short sentences."""
    found: list[TrueClause] = []
    for task in corpus.tasks:
        if task.kind is TaskKind.CONTACT:
            continue
        for clause in task.clauses:
            for figure in task.figures_in(clause.start, clause.end):
                span = _comma_part(task.plain, clause.start, clause.end, figure)
                if span:
                    found.append(TrueClause(task.plain[slice(*span)], task, figure, span[0]))
    return found


def _comma_part(plain: str, start: int, end: int, figure: Figure) -> tuple[int, int] | None:
    """The comma-parted piece around a figure, without asides; None where it makes no sentence."""
    a = max((plain.rfind(c, start, figure.start) for c in "，；："), default=-1) + 1 or start
    stops = [at for c in "，；。" if (at := plain.find(c, figure.end, end)) >= 0]
    b = min(stops, default=end)
    a = max(a, start)
    piece = plain[a:b]
    if (
        len(piece) < 8
        or len(piece) > 70
        or piece.count("（") != piece.count("）")
        or piece.count("“") != piece.count("”")
    ):
        return None
    if (
        not figure.indicator
        or sum(char in piece for char in figure.indicator) < len(figure.indicator) * 0.9
    ):
        return None
    return a, b


def unit_named(task: Task) -> str:
    """How a writer says where a statement comes from."""
    return task.unit if re.search(r"[厅局委市]$", task.unit) else ""


def with_figure(true: TrueClause, new: str) -> str:
    """The statement with other words in the place of its figure."""
    assert true.figure is not None
    at = true.figure.start - true.start
    return true.text[:at] + new + true.text[at + len(true.figure.text) :]
