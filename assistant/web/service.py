"""The seam between the web and the product: one protocol, the rows it hands over, its errors.

The errors a service may raise, and what the interface makes of them::

    ServiceError
    ├── UnknownDocument   404, or 422 where the id stands in a filter
    ├── UnknownTask       404
    ├── BadSpan           422
    └── NotReady          503

Whatever else a service raises is a defect: it is logged and answered with a plain 500.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict, Field

from assistant.models import Answer, TaskRow, Turn, Verification


class ServiceError(Exception):
    """What a service says it cannot do. ``str(error)`` is Chinese and says what to do next."""


class UnknownDocument(ServiceError):
    """No document with this id is loaded."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"没有编号为“{document_id}”的文件。可用的文件编号见 /v1/documents。")
        self.document_id = document_id


class UnknownTask(ServiceError):
    """No task with this id is loaded."""

    def __init__(self, task_id: str) -> None:
        super().__init__(f"没有编号为“{task_id}”的任务。任务编号可在 /v1/tasks 中查到。")
        self.task_id = task_id


class BadSpan(ServiceError):
    """The offsets name no characters of the document. ``length`` is how many it has."""

    def __init__(self, document_id: str, start: int, end: int, length: int) -> None:
        super().__init__(
            f"文件“{document_id}”共 {length} 个字符，没有第 {start} 至 {end} 个字符这一段。"
            f"请使 0 ≤ start < end ≤ {length}。"
        )
        self.length = length


class NotReady(ServiceError):
    """The index is not loaded yet, or cannot be."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


MAX_PAGE = 500
"""Largest number of task rows in one page."""


class TaskFilters(_Row):
    """Which tasks are wanted; every condition given must hold.

    ``deadline`` is what people say ("8月底前", "8月", "8"); ``number`` the printed label or its
    Arabic form; ``q`` words that must stand in the text. ``unit``, ``person``, ``lead`` and
    ``participant`` are names as printed. ``offset`` rows are passed over, ``limit`` are returned.
    """

    document: str | None = None
    unit: str | None = None
    person: str | None = None
    lead: str | None = None
    participant: str | None = None
    deadline: str | None = None
    number: str | None = None
    q: str | None = None
    limit: int = Field(default=50, ge=1, le=MAX_PAGE)
    offset: int = Field(default=0, ge=0)


class DocumentRow(_Row):
    """One document as people and programs see it.

    ``note`` says in Chinese how far our copy reaches, ``missing`` what it lacks. ``tasks`` counts
    all citable tasks, ``commitments`` the numbered main ones, ``length`` the characters stored.
    """

    document_id: str
    title: str
    number: str | None
    issuer: str
    issued: date | None
    period: tuple[int, ...]
    sha256: str
    complete: bool
    note: str = ""
    missing: tuple[str, ...] = ()
    short_titles: tuple[str, ...] = ()
    tasks: int
    commitments: int
    length: int


class SearchRow(_Row):
    """A task found for words. ``quote_start``/``quote_end`` are text offsets, ``start``/``end``
    source offsets of the quote; ``parts`` are the summands of ``score`` by name."""

    task_id: str
    document_id: str
    document_title: str
    document_number: str | None
    path: tuple[str, ...]
    number: str
    locator: str
    text: str
    quote: str
    quote_start: int
    quote_end: int
    start: int
    end: int
    sha256: str
    score: float
    parts: dict[str, float] = Field(default_factory=dict)


class SpanRow(_Row):
    """Characters ``start`` to ``end`` (code points) of a document as stored, byte for byte what
    the file with ``sha256`` holds there. ``length`` is the document's number of characters."""

    document_id: str
    document_title: str
    document_number: str | None
    start: int
    end: int
    text: str
    length: int
    sha256: str


class Readiness(_Row):
    """Whether questions can be answered now. ``detail`` is Chinese and says what is missing."""

    ready: bool
    index_version: str
    generator: str
    documents: int
    tasks: int
    detail: str = ""


class Service(Protocol):
    """What the web needs of the product. Calls may come from several threads at once."""

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        documents: Sequence[str] | None = None,
    ) -> Answer:
        """Answer one question. Raises UnknownDocument for an id in ``documents``."""

    def verify(
        self,
        text: str,
        reference_date: date | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Verification:
        """Check every claim of ``text``; relative dates count from ``reference_date``. ``progress``
        is called after each claim with the number judged and of all."""

    def tasks(self, filters: TaskFilters) -> tuple[list[TaskRow], int]:
        """One page of the tasks that pass, in document order, and how many pass in all.

        Raises UnknownDocument for an unknown ``filters.document``.
        """

    def task(self, task_id: str) -> TaskRow:
        """One task. Raises UnknownTask."""

    def documents(self) -> list[DocumentRow]:
        """All documents, in the order of the register."""

    def search(
        self, q: str, limit: int = 10, documents: Sequence[str] | None = None
    ) -> list[SearchRow]:
        """The best tasks for ``q``, best first. Raises UnknownDocument."""

    def span(self, document_id: str, start: int, end: int) -> SpanRow:
        """The same characters again. Raises UnknownDocument or BadSpan."""

    def answer(self, answer_id: str) -> Answer | None:
        """An answer given before, or None where none of that id is kept."""

    def ready(self) -> Readiness:
        """Whether questions can be answered now; never raises."""


@runtime_checkable
class TellingService(Protocol):
    """A service that can tell statements of an answer before the whole of it is there."""

    def ask_telling(
        self,
        question: str,
        told: Callable[[str], None],
        history: Sequence[Turn] = (),
        documents: Sequence[str] | None = None,
    ) -> Answer:
        """As ``Service.ask``. ``told`` is called, perhaps never, with the Markdown of each statement
        that a model wrote and that has passed its check; the answer returned is what counts."""
