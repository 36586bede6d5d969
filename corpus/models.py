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
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from corpus.numerals import ordinal_of
from corpus.places import home_of, short_place


class Layout(StrEnum):
    """The shape of a document; one parser each in ``corpus.layouts``."""

    SPACED_PLEDGE_TABLE = "spaced_pledge_table"
    TABBED_PLEDGE_TABLE = "tabbed_pledge_table"
    WORK_REPORT = "work_report"
    ACTION_PLANS = "action_plans"
    TASK_LIST = "task_list"


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


class Bound(StrEnum):
    """How a stated value limits the real one. 以上 ≥, 以内 ≤, 左右 ≈, 突破 >, 低于 <, nothing =."""

    EXACT = "="
    AT_LEAST = "≥"
    AT_MOST = "≤"
    ABOUT = "≈"
    MORE_THAN = ">"
    LESS_THAN = "<"


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
class Named:
    """A person or a body, in simplified script, with its text offsets.

    ``role`` is the printed label it stands under ("牵头单位", "责任单位", "配合单位",
    "按职责分工负责", "责任人" …).
    """

    name: str
    start: int
    end: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """完成时间 as printed, with its text offsets.

    ``month`` is the month by whose end the task must be done; None where the words set no such
    month ("长期坚持"), also where a month only marks a stage ("长期坚持，12月底前取得阶段性成效").
    """

    text: str
    start: int
    end: int
    month: int | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A unit's 联系人 line: name and telephone exactly as printed."""

    name: Named
    phone: Named


@dataclass(frozen=True, slots=True)
class Duty:
    """Who answers for a task, and by when.

    ``responsible`` are bodies that share a task "按职责分工负责": none of them leads it.
    """

    people: tuple[Named, ...] = ()
    leads: tuple[Named, ...] = ()
    participants: tuple[Named, ...] = ()
    responsible: tuple[Named, ...] = ()
    deadline: Deadline | None = None
    contact: Contact | None = None

    @property
    def bodies(self) -> tuple[Named, ...]:
        """All bodies named, in whatever role, as printed."""
        return self.leads + self.participants + self.responsible


@dataclass(frozen=True, slots=True)
class Figure:
    """One stated quantity, e.g. ``科技型中小企业2025年突破5.5万家``.

    text       as printed, with its bound words ("突破5.5万家", "80%左右")
    start/end  text offsets of ``text`` in ``Task.text``
    value      in the base unit: 5.5万家 is Decimal(55000); a range has its upper end in ``upper``
    unit       base unit after 万/亿 are multiplied out: 家, 元, 吨, %, 个百分点 …
    bound      see Bound
    indicator  what is counted, simplified, from the words before (or, for "3家省实验室", behind)
    years      years the value is for, from the nearest year that governs it, else the task's period
    per        "年" for 每年, "月" for 每月 …, else ""
    scope      place or group the value is limited to, if the clause says one, else ""
    change     "level" (达到), "growth" (增长5%: a rate of change), "decline" (下降10%, the value
               positive), "added" (新增), "share" (占比)
    """

    text: str
    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound
    indicator: str
    years: tuple[int, ...]
    upper: Decimal | None = None
    per: str = ""
    scope: str = ""
    change: str = "level"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A point in time named in running text: "2024年年底前", "2025年6月底前", "年内", "2年内".

    ``year`` and ``month`` are None where not said; ``by`` is True for 前/底前/以前.
    ``start``/``end`` are text offsets.
    """

    text: str
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None = None
    by: bool = False

    @property
    def is_due(self) -> bool:
        """Whether something is to be done by then: "2024年底前", "2024年底", not "2024年" alone."""
        return self.by or self.text.endswith("底")


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
        for task in self.tasks:
            yield from task.clauses
