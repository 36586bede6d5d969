"""The tables of the catalog, and the rows that tasks become in them.

With ``index.catalog`` the only file that imports SQLAlchemy. Values are kept as scaled integers, never
as floats.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from corpus.models import Task

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


METADATA = MetaData()
TASKS = Table(
    "tasks",
    METADATA,
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
DUTIES = Table(
    "duties",
    METADATA,
    Column("task_id", ForeignKey("tasks.id"), index=True, nullable=False),
    Column("kind", String, nullable=False),
    Column("role", String, nullable=False),
    Column("name", String, index=True, nullable=False),
    Column("canonical", String, index=True, nullable=False),
)
FIGURES = Table(
    "figures",
    METADATA,
    Column("task_id", ForeignKey("tasks.id"), index=True, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("indicator", String, nullable=False),
    Column("value", _ExactValue, nullable=False),
    Column("unit", String, index=True, nullable=False),
    Column("bound", String, nullable=False),
)
YEARS = Table(
    "years",
    METADATA,
    Column("task_id", ForeignKey("tasks.id"), index=True, nullable=False),
    Column("year", Integer, index=True, nullable=False),
)
DUE = Table(
    "due",
    METADATA,
    Column("task_id", ForeignKey("tasks.id"), index=True, nullable=False),
    Column("year", Integer, index=True),
    Column("month", Integer, index=True),
)
"""The points in time by which the text of a task sets something ("2024年年底前"), not its 完成时间."""


def task_row(position: int, task: Task) -> dict[str, Any]:
    """The row of a task, which stands at ``position`` among all."""
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


def due_rows(task: Task) -> Iterable[dict[str, Any]]:
    """A row for each date that the text of a task sets."""
    for date in task.dates:
        if date.is_due:
            yield {"task_id": task.id, "year": date.year, "month": date.month}


def figure_rows(task: Task) -> Iterable[dict[str, Any]]:
    """A row for each figure of a task, in order."""
    for ordinal, figure in enumerate(task.figures):
        yield {
            "task_id": task.id,
            "ordinal": ordinal,
            "indicator": figure.indicator,
            "value": figure.value,
            "unit": figure.unit,
            "bound": str(figure.bound),
        }
