"""What the corpus hands on: frozen values, each with the exact place it stands in its source file.

Two kinds of offset occur, and a name always says which:

* *text offsets* count characters of ``Task.text`` (the task as shown to people);
* *source offsets* count code points of the source file as stored.

``Task.source_span`` turns the first into the second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from corpus.numerals import ordinal_of
from corpus.places import home_of, short_place
from corpus.stated import Bound, Contact, DateMention, Deadline, Duty, Figure, Named

__all__ = [
    "NUMBERED_KINDS",
    "PLEDGE_LAYOUTS",
    "Bound",
    "Clause",
    "Contact",
    "Corpus",
    "Coverage",
    "DateMention",
    "Deadline",
    "Document",
    "Duty",
    "Expansion",
    "Figure",
    "Layout",
    "Named",
    "Skipped",
    "Task",
    "TaskKind",
]


class Layout(StrEnum):
    """The shape of a document; one parser each in ``corpus.layouts``."""

    SPACED_PLEDGE_TABLE = "spaced_pledge_table"
    TABBED_PLEDGE_TABLE = "tabbed_pledge_table"
    WORK_REPORT = "work_report"
    ACTION_PLANS = "action_plans"
    TASK_LIST = "task_list"


PLEDGE_LAYOUTS = (Layout.SPACED_PLEDGE_TABLE, Layout.TABBED_PLEDGE_TABLE)
"""The layouts in which units pledge tasks of their own, each with its persons."""


class TaskKind(StrEnum):
    """What a citable unit is.

    COMMITMENT a numbered task; OBJECTIVE a plan's 总体目标; MEASURE one of its 推进措施; RESULT a
    numbered item of a part that looks back; PARAGRAPH running text without a label of its own;
    CONTACT a unit's 联系人 line.
    """

    COMMITMENT = "commitment"
    OBJECTIVE = "objective"
    MEASURE = "measure"
    RESULT = "result"
    PARAGRAPH = "paragraph"
    CONTACT = "contact"


NUMBERED_KINDS = (TaskKind.COMMITMENT, TaskKind.RESULT)
"""The kinds that a document numbers: what people mean by its tasks and count."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the issued document our copy holds.

    ``complete`` is False where the copy ends early; ``note`` says so to readers, in Chinese;
    ``missing`` names units, plans or chapters that the issued document has and our copy lacks;
    ``cut_off`` names those of which we hold only the beginning.
    """

    complete: bool
    note: str = ""
    missing: tuple[str, ...] = ()
    cut_off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One issued document. ``number`` is its 文号, or None where it was issued without one.

    ``short_titles`` are other names people use for it; ``subjects`` are words that mean it only
    together with a word for its kind ("先行区" + 任务清单). ``period`` is the years it speaks of.
    ``place`` is the place it is of (湖北, 泰安市), "" where that is the one most documents are of.
    """

    id: str
    title: str
    number: str | None
    issuer: str
    issued: date | None
    period: tuple[int, ...]
    layout: Layout
    sha256: str
    file: str
    coverage: Coverage
    short_titles: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence-sized piece of a Task; what is embedded and searched.

    ``start``/``end`` are text offsets; ``plain`` is the same characters in simplified script
    and half-width digits (same length).
    """

    task_id: str
    ordinal: int
    start: int
    end: int
    text: str
    plain: str

    @property
    def id(self) -> str:
        return f"{self.task_id}#{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Task:
    """The citable unit: one numbered item with its place in the document.

    path     heading path, simplified, outermost first, e.g. ("科技研发创新行动计划", "二、主要任务",
             "（三）实施企业创新主体地位“强基行动”"); path[0] is ``unit``
    number   the printed label ("7", "（三）", "一是", "联系人", "一、总体目标")
    text     as printed, line breaks, stray blanks and mark-up removed; in the source's own script;
             with the printed label where that is part of the running text, and with the duty
    plain    ``text`` in simplified script, half-width letters and digits, full-width punctuation;
             same length, so text offsets serve both
    offsets  source offset of each character of ``text``
    body     text offsets of what is promised: without label and without duty
    title    the heading sentence of the body, simplified ("强化科技型企业培育"), or ""
    series   the group of plans the unit belongs to ("“十大创新”行动计划"), or ""
    place    the place whose own it is: a city that pledges, or the place of its document; "" for
             the one most documents are of
    """

    id: str
    document_id: str
    kind: TaskKind
    unit: str
    path: tuple[str, ...]
    number: str
    locator: str
    text: str
    plain: str
    offsets: tuple[int, ...] = field(repr=False)
    body: tuple[int, int]
    title: str
    duty: Duty
    period: tuple[int, ...]
    series: str = ""
    clauses: tuple[Clause, ...] = field(repr=False, default=())
    figures: tuple[Figure, ...] = field(repr=False, default=())
    dates: tuple[DateMention, ...] = field(repr=False, default=())
    place: str = ""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of text[start:end]. Raises IndexError for an empty or outside range."""
        if not 0 <= start < end <= len(self.offsets):
            raise IndexError(f"{self.id}: no characters {start}..{end}")
        return self.offsets[start], self.offsets[end - 1] + 1

    def figures_in(self, start: int, end: int) -> list[Figure]:
        """The figures that stand in text[start:end]."""
        return [one for one in self.figures if start <= one.start and one.end <= end]

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """The points in time that are named in text[start:end]."""
        return [one for one in self.dates if start <= one.start and one.end <= end]

    def clause_of(self, figure: Figure) -> Clause:
        """The clause that one of the task's own figures stands in."""
        return next(c for c in self.clauses if c.start <= figure.start and figure.end <= c.end)

    @property
    def start(self) -> int:
        """Source offset of the first character."""
        return self.offsets[0]

    @property
    def end(self) -> int:
        """Source offset behind the last character."""
        return self.offsets[-1] + 1

    @property
    def looks_back(self) -> bool:
        """Whether it reports what was done, not what is to be done."""
        return self.kind is TaskKind.RESULT or (
            self.kind is TaskKind.PARAGRAPH and "回顾" in self.unit
        )

    @property
    def ordinal(self) -> int | None:
        """The printed number as an integer (7, （三） → 3, 一是 → 1), None for labels without one."""
        return ordinal_of(self.number)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Source characters that belong to no task, and why."""

    document_id: str
    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """How people ask about one clause in their own words, for search alone: nothing of it is ever
    shown or takes part in an answer.

    asked   everyday questions about what the clause says
    words   everyday words for the terms it uses
    """

    clause_id: str
    asked: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """All documents parsed. ``tasks`` are in document order; ``sources`` are the texts as stored;
    ``expansions`` may be there for some documents, for others not; ``stale_expansions`` says which
    records were passed over because their clause is gone."""

    documents: tuple[Document, ...]
    tasks: tuple[Task, ...]
    skipped: tuple[Skipped, ...]
    sources: dict[str, str] = field(repr=False)
    expansions: tuple[Expansion, ...] = field(repr=False, default=())
    stale_expansions: tuple[str, ...] = ()

    @cached_property
    def tasks_by_id(self) -> dict[str, Task]:
        return {task.id: task for task in self.tasks}

    @cached_property
    def home(self) -> str:
        """The place that most documents are of, by its short name; it need not be named."""
        return short_place(home_of(document.issuer for document in self.documents))

    @cached_property
    def reporting_documents(self) -> frozenset[str]:
        """Ids of the documents that report results, beside whatever they promise."""
        return frozenset(task.document_id for task in self.tasks if task.looks_back)

    @cached_property
    def years_promised(self) -> dict[str, frozenset[int]]:
        """For each document the years that it promises something for."""
        found: dict[str, set[int]] = {document.id: set() for document in self.documents}
        for task in self.tasks:
            if not task.looks_back:
                found[task.document_id] |= set(task.period)
        return {document_id: frozenset(years) for document_id, years in found.items()}

    @cached_property
    def documents_by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}

    def clauses(self) -> Iterator[Clause]:
        """All clauses, in the order of their tasks."""
        for task in self.tasks:
            yield from task.clauses
