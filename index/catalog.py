"""The catalog: every task, duty and figure in SQL, so that lists and counts are complete.

The only file that imports SQLAlchemy. Values are kept as scaled integers, never as floats.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Text,
    and_,
    create_engine,
    func,
    insert,
    or_,
    select,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import TypeDecorator

from corpus.bodies import BodyNames
from corpus.models import Corpus, Task, TaskKind

_SCALE = Decimal(10_000)
"""Four decimals: the corpus states percentages such as 99.99 %, and 9.2万亿 must fit 64 bits."""


class _ExactValue(TypeDecorator[Decimal]):
    """A Decimal kept as an integer of ten-thousandths."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int((value * _SCALE).to_integral_value())

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / _SCALE


_PLACES = ("市", "县", "区")
"""A unit so called is a place that pledges, not a body that other tasks name."""

_METADATA = MetaData()
_TASKS = Table(
    "tasks",
    _METADATA,
    Column("id", String, primary_key=True),
    Column("position", Integer, unique=True, nullable=False),
    Column("document_id", String, index=True, nullable=False),
    Column("unit", String, index=True, nullable=False),
    Column("series", String, nullable=False),
    Column("heading", String, nullable=False),
    Column("kind", String, index=True, nullable=False),
    Column("number", String, nullable=False),
    Column("ordinal", Integer),
    Column("plain", Text, nullable=False),
    Column("deadline", String),
    Column("deadline_month", Integer),
)
_DUTIES = Table(
    "duties",
    _METADATA,
    Column("task_id", ForeignKey("tasks.id"), index=True, nullable=False),
    Column("kind", String, nullable=False),
    Column("role", String, nullable=False),
    Column("name", String, index=True, nullable=False),
    Column("canonical", String, index=True, nullable=False),
)
_FIGURES = Table(
    "figures",
    _METADATA,
    Column("task_id", ForeignKey("tasks.id"), index=True, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("indicator", String, nullable=False),
    Column("value", _ExactValue, nullable=False),
    Column("unit", String, index=True, nullable=False),
    Column("bound", String, nullable=False),
)
_YEARS = Table(
    "years",
    _METADATA,
    Column("task_id", ForeignKey("tasks.id"), index=True, nullable=False),
    Column("year", Integer, index=True, nullable=False),
)
_DUE = Table(
    "due",
    _METADATA,
    Column("task_id", ForeignKey("tasks.id"), index=True, nullable=False),
    Column("year", Integer, index=True),
    Column("month", Integer, index=True),
)
"""The points in time by which the text of a task sets something ("2024年年底前"), not its 完成时间."""


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

    ``deadline_months`` are those of the 完成时间, or of a date that the text sets where there is none;
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
    deadline_months: tuple[int, ...] = ()
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
        _METADATA.create_all(self._engine)
        self._fill(corpus)

    def find(self, query: TaskQuery) -> tuple[list[str], int]:
        """Ids of the tasks that fit, in document order, and how many there are without paging."""
        statement = self._statement(query)
        with self._engine.connect() as connection:
            total = connection.scalar(select(func.count()).select_from(statement.subquery()))
            page = statement.order_by(_TASKS.c.position).offset(query.offset or None)
            if query.limit is not None:
                page = page.limit(query.limit)
            return [row.id for row in connection.execute(page)], int(total or 0)

    def _statement(self, query: TaskQuery) -> Select[Any]:
        tasks = _TASKS.c
        statement = select(tasks.id, tasks.position)
        for column, allowed in (
            (tasks.document_id, query.documents),
            (tasks.unit, query.units),
            (tasks.kind, tuple(str(kind) for kind in query.kinds)),
            (tasks.ordinal, query.ordinals),
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
                tasks.id.in_(select(_YEARS.c.task_id).where(_YEARS.c.year.in_(query.years)))
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
                matching = select(_DUTIES.c.task_id).where(
                    _DUTIES.c.kind.in_(kinds), _DUTIES.c.canonical == canonical
                )
                fits: ColumnElement[bool] = _TASKS.c.id.in_(matching)
                if "responsible" in kinds:  # any role: a task of its own pledge counts too
                    fits = or_(fits, _TASKS.c.unit == canonical)
                statement = statement.where(fits)
        return statement

    def _with_figures(self, statement: Select[Any], query: TaskQuery) -> Select[Any]:
        for condition in query.figures:
            value = _FIGURES.c.value
            test = {
                ">": value > condition.value,
                "≥": value >= condition.value,
                "<": value < condition.value,
                "≤": value <= condition.value,
                "=": value == condition.value,
            }[condition.operator]
            matching = select(_FIGURES.c.task_id).where(_FIGURES.c.unit == condition.unit, test)
            if condition.indicator:
                matching = matching.where(
                    _FIGURES.c.indicator.contains(condition.indicator, autoescape=True)
                )
            statement = statement.where(_TASKS.c.id.in_(matching))
        return statement

    def _fill(self, corpus: Corpus) -> None:
        with self._engine.begin() as connection:
            for table in reversed(_METADATA.sorted_tables):
                connection.execute(table.delete())
            connection.execute(insert(_TASKS), [_row(p, t) for p, t in enumerate(corpus.tasks)])
            for table, rows in (
                (_DUTIES, [row for task in corpus.tasks for row in self._duty_rows(task)]),
                (_FIGURES, [row for task in corpus.tasks for row in _figure_rows(task)]),
                (_DUE, [row for task in corpus.tasks for row in _due_rows(task)]),
                (_YEARS, [{"task_id": t.id, "year": y} for t in corpus.tasks for y in t.period]),
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
    if query.deadline_months:
        set_in_text = select(_DUE.c.task_id).where(_DUE.c.month.in_(query.deadline_months))
        if query.years:
            set_in_text = set_in_text.where(
                or_(_DUE.c.year.in_(query.years), _DUE.c.year.is_(None))
            )
        statement = statement.where(
            or_(
                _TASKS.c.deadline_month.in_(query.deadline_months),
                and_(_TASKS.c.deadline.is_(None), _TASKS.c.id.in_(set_in_text)),
            )
        )
    if query.due_years:
        due = select(_DUE.c.task_id).where(_DUE.c.year.in_(query.due_years))
        statement = statement.where(_TASKS.c.id.in_(due))
    return statement


def _row(position: int, task: Task) -> dict[str, Any]:
    return {
        "id": task.id,
        "position": position,
        "document_id": task.document_id,
        "unit": task.unit,
        "series": task.series,
        "heading": "/".join(task.path),
        "kind": str(task.kind),
        "number": task.number,
        "ordinal": task.ordinal,
        "plain": task.plain,
        "deadline": task.duty.deadline.text if task.duty.deadline else None,
        "deadline_month": task.duty.deadline.month if task.duty.deadline else None,
    }


def _due_rows(task: Task) -> Iterable[dict[str, Any]]:
    for date in task.dates:
        if date.is_due:
            yield {"task_id": task.id, "year": date.year, "month": date.month}


def _figure_rows(task: Task) -> Iterable[dict[str, Any]]:
    for ordinal, figure in enumerate(task.figures):
        yield {
            "task_id": task.id,
            "ordinal": ordinal,
            "indicator": figure.indicator,
            "value": figure.value,
            "unit": figure.unit,
            "bound": str(figure.bound),
        }
