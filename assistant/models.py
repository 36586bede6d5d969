"""What the assistant hands on; also the shapes of the HTTP interface (see README, "The API")."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer


class Status(StrEnum):
    ANSWERED = "answered"
    ANSWERED_PARTLY = "answered_partly"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why a question was refused or answered only in part. Each has one fixed sentence in ``replies``."""

    NOT_IN_CORPUS = "not_in_corpus"
    DOCUMENT_INCOMPLETE = "document_incomplete"
    YEAR_NOT_COVERED = "year_not_covered"
    FIGURE_NOT_STATED = "figure_not_stated"
    FALSE_PREMISE = "false_premise"
    AMBIGUOUS = "ambiguous"
    OUT_OF_SCOPE = "out_of_scope"


class Verdict(StrEnum):
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"


class Difference(StrEnum):
    """What differs between a claim and the document, where the claim is contradicted."""

    VALUE = "value"
    YEAR = "year"
    UNIT = "unit"
    BOUND = "bound"
    SUBJECT = "subject"
    DUTY = "duty"
    DEADLINE = "deadline"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


ExactNumber = Annotated[Decimal, PlainSerializer(lambda value: format(value, "f"), return_type=str)]
"""A Decimal that JSON carries as a plain string, so that no reader turns it into a float."""


class Turn(_Frozen):
    """One earlier message of a chat."""

    role: Literal["user", "assistant"]
    content: str


class Citation(_Frozen):
    """Where a statement of an answer is written. Built by the program, never by a model.

    ``start``/``end`` are the source offsets of ``quote`` in the file whose hash is ``sha256``.
    ``text`` is the whole task; ``quote_start``/``quote_end`` are the text offsets of the quote in
    it, for highlighting.
    """

    marker: int
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


class AnswerFigure(_Frozen):
    """A figure that stands in the answer. ``start``/``end`` are source offsets."""

    text: str
    value: ExactNumber
    unit: str
    bound: str
    period: tuple[int, ...]
    marker: int
    start: int
    end: int


class TaskFigure(_Frozen):
    """A figure of a task row. ``start``/``end`` are source offsets."""

    text: str
    indicator: str
    value: ExactNumber
    upper: ExactNumber | None
    unit: str
    bound: str
    period: tuple[int, ...]
    per: str
    change: str
    start: int
    end: int


class TaskRow(_Frozen):
    """One task as a row of a list. ``start``/``end`` are source offsets of the whole task.

    ``responsible`` are bodies that share a task "按职责分工负责"; none of them leads it.
    """

    task_id: str
    document_id: str
    document_title: str
    document_number: str | None
    path: tuple[str, ...]
    number: str
    locator: str
    text: str
    start: int
    end: int
    sha256: str
    unit: str
    people: tuple[str, ...]
    leads: tuple[str, ...]
    participants: tuple[str, ...]
    responsible: tuple[str, ...] = ()
    deadline: str | None
    deadline_month: int | None
    period: tuple[int, ...]
    figures: tuple[TaskFigure, ...]


class Conflict(_Frozen):
    """One indicator for which the documents give different figures; ``sides`` are markers."""

    indicator: str
    sides: tuple[int, ...]


class Removed(_Frozen):
    """A statement that the check took out of the answer, and why."""

    text: str
    why: str


class Answer(_Frozen):
    """The reply to one question: complete, frozen, the same bytes for the same question and index
    (``timings_ms`` apart).

    ``answer`` is Markdown; every statement ends in its markers, "[1][2]". ``rows`` and ``total``
    are given for list and count questions: complete, or the answer says how it is not.
    """

    id: str
    question: str
    answer: str
    status: Status
    reason: Reason | None = None
    citations: tuple[Citation, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()
    rows: tuple[TaskRow, ...] | None = None
    total: int | None = None
    conflicts: tuple[Conflict, ...] = ()
    removed: tuple[Removed, ...] = ()
    index_version: str
    generator: str
    timings_ms: dict[str, float] = Field(default_factory=dict)


class Claim(_Frozen):
    """One checkable statement of a pasted text. ``start``/``end`` count characters of that text.

    ``stated`` and ``found`` name what the claim says and what the document says where they differ.
    For not_found, ``citations`` may hold the nearest passage; ``explanation`` then calls it that.
    """

    text: str
    start: int
    end: int
    verdict: Verdict
    difference: Difference | None = None
    stated: str | None = None
    found: str | None = None
    explanation: str
    citations: tuple[Citation, ...] = ()


class Verification(_Frozen):
    """The check of a pasted text. ``verdict`` is contradicted if one claim is, else not_found if
    one is, else supported. ``passed_over`` are sentences without a checkable statement."""

    id: str
    text: str
    verdict: Verdict
    claims: tuple[Claim, ...]
    passed_over: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    index_version: str
    timings_ms: dict[str, float] = Field(default_factory=dict)
