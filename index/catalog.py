"""The catalog: every task, duty and figure in SQL, so that lists and counts are complete.

With its tables (``index.catalog_tables``) the only file that imports SQLAlchemy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, and_, create_engine, func, insert, or_, select
from sqlalchemy.pool import StaticPool

from corpus.bodies import BodyNames
from corpus.models import Corpus, Task, TaskKind
from index.catalog_tables import (
    DUE,
    DUTIES,
    FIGURES,
    METADATA,
    TASKS,
    YEARS,
    due_rows,
    figure_rows,
    task_row,
)

_PLACES = ("市", "县", "区")
"""A unit so called is a place that pledges, not a body that other tasks name."""


@dataclass(frozen=True, slots=True)
class FigureCondition:
    """A condition on a figure: ``unit`` in base units, ``operator`` one of > ≥ < ≤ =."""

    unit: str
    operator: str
    value: Decimal
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class TaskQuery:
    """What rows to find; empty fields do not limit. Names may be given in any of their forms.

    ``deadlines`` are wordings of the 完成时间, any of which will do; ``deadline_months`` are those of the 完成时间, or of a date that the text sets where there is none
    (not so with ``deadline_stated``);
    ``due_years`` are years that the text sets a date in.
    """

    documents: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    series: str = ""
    heading: str = ""
    kinds: tuple[TaskKind, ...] = ()
    number: str = ""
    ordinals: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    deadline: str = ""
    deadlines: tuple[str, ...] = ()
    deadline_months: tuple[int, ...] = ()
    deadline_stated: bool = False
    due_years: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    figures: tuple[FigureCondition, ...] = ()
    words: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0


class Catalog:
    """All tasks, duties and figures of one corpus, to be queried completely.

    ``path`` None keeps it in memory; otherwise an SQLite file.
    """

    def __init__(self, corpus: Corpus, path: Path | None = None) -> None:
        self.bodies = BodyNames(
            {named.name for task in corpus.tasks for named in task.duty.bodies}
            | {
                task.unit
                for task in corpus.tasks
                if (task.duty.people or task.duty.contact) and not task.unit.endswith(_PLACES)
            }
        )
        self._engine = _engine(path)
        METADATA.create_all(self._engine)
        self._fill(corpus)

    def find(self, query: TaskQuery) -> tuple[list[str], int]:
        """Ids of the tasks that fit, in document order, and how many there are without paging."""
        statement = self._statement(query)
        with self._engine.connect() as connection:
            total = connection.scalar(select(func.count()).select_from(statement.subquery()))
            page = statement.order_by(TASKS.c.position).offset(query.offset or None)
            if query.limit is not None:
                page = page.limit(query.limit)
            return [row.id for row in connection.execute(page)], int(total or 0)

    def _statement(self, query: TaskQuery) -> Select[Any]:
        tasks = TASKS.c
        statement = select(tasks.id, tasks.position)
        for column, allowed in (
            (tasks.document_id, query.documents),
            (tasks.unit, query.units),
            (tasks.kind, tuple(str(kind) for kind in query.kinds)),
            (tasks.ordinal, query.ordinals),
            (tasks.deadline, query.deadlines),
        ):
            if allowed:
                statement = statement.where(column.in_(allowed))
        for column, wanted in (
            (tasks.series, query.series),
            (tasks.number, query.number),
            (tasks.deadline, query.deadline),
        ):
            if wanted:
                statement = statement.where(column == wanted)
        if query.heading:
            statement = statement.where(tasks.heading.contains(query.heading, autoescape=True))
        for word in query.words:
            statement = statement.where(tasks.plain.contains(word, autoescape=True))
        if query.years:
            statement = statement.where(
                tasks.id.in_(select(YEARS.c.task_id).where(YEARS.c.year.in_(query.years)))
            )
        dated = _with_dates(statement, query)
        return self._with_figures(self._with_duties(dated, query), query)

    def _with_duties(self, statement: Select[Any], query: TaskQuery) -> Select[Any]:
        for kinds, names in (
            (("person",), query.people),
            (("lead",), query.leads),
            (("participant",), query.participants),
            (("lead", "participant", "responsible"), query.bodies),
        ):
            for name in names:
                canonical = name if kinds == ("person",) else self.bodies.resolve(name) or name
                matching = select(DUTIES.c.task_id).where(
                    DUTIES.c.kind.in_(kinds), DUTIES.c.canonical == canonical
                )
                fits: ColumnElement[bool] = TASKS.c.id.in_(matching)
                if "responsible" in kinds:  # any role: a task of its own pledge counts too
                    fits = or_(fits, TASKS.c.unit == canonical)
                statement = statement.where(fits)
        return statement

    def _with_figures(self, statement: Select[Any], query: TaskQuery) -> Select[Any]:
        for condition in query.figures:
            value = FIGURES.c.value
            test = {
                ">": value > condition.value,
                "≥": value >= condition.value,
                "<": value < condition.value,
                "≤": value <= condition.value,
                "=": value == condition.value,
            }[condition.operator]
            matching = select(FIGURES.c.task_id).where(FIGURES.c.unit == condition.unit, test)
            if condition.indicator:
                matching = matching.where(
                    FIGURES.c.indicator.contains(condition.indicator, autoescape=True)
                )
            statement = statement.where(TASKS.c.id.in_(matching))
        return statement

    def _fill(self, corpus: Corpus) -> None:
        with self._engine.begin() as connection:
            for table in reversed(METADATA.sorted_tables):
                connection.execute(table.delete())
            connection.execute(insert(TASKS), [task_row(p, t) for p, t in enumerate(corpus.tasks)])
            for table, rows in (
                (DUTIES, [row for task in corpus.tasks for row in self._duty_rows(task)]),
                (FIGURES, [row for task in corpus.tasks for row in figure_rows(task)]),
                (DUE, [row for task in corpus.tasks for row in due_rows(task)]),
                (YEARS, [{"task_id": t.id, "year": y} for t in corpus.tasks for y in t.period]),
            ):
                if rows:
                    connection.execute(insert(table), rows)

    def _duty_rows(self, task: Task) -> Iterable[dict[str, Any]]:
        duty = task.duty
        for kind, named in (
            ("person", duty.people),
            ("lead", duty.leads),
            ("participant", duty.participants),
            ("responsible", duty.responsible),
        ):
            for one in named:
                canonical = one.name if kind == "person" else self.bodies.canonical[one.name]
                yield {
                    "task_id": task.id,
                    "kind": kind,
                    "role": one.role,
                    "name": one.name,
                    "canonical": canonical,
                }


def _engine(path: Path | None) -> Engine:
    if path is not None:
        return create_engine(f"sqlite:///{path}")
    # one connection for all threads: an in-memory database belongs to its connection
    return create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )


def _with_dates(statement: Select[Any], query: TaskQuery) -> Select[Any]:
    if query.deadline_months and query.deadline_stated:
        statement = statement.where(TASKS.c.deadline_month.in_(query.deadline_months))
    elif query.deadline_months:
        set_in_text = select(DUE.c.task_id).where(DUE.c.month.in_(query.deadline_months))
        if query.years:
            set_in_text = set_in_text.where(or_(DUE.c.year.in_(query.years), DUE.c.year.is_(None)))
        statement = statement.where(
            or_(
                TASKS.c.deadline_month.in_(query.deadline_months),
                and_(TASKS.c.deadline.is_(None), TASKS.c.id.in_(set_in_text)),
            )
        )
    if query.due_years:
        due = select(DUE.c.task_id).where(DUE.c.year.in_(query.due_years))
        statement = statement.where(TASKS.c.id.in_(due))
    return statement
