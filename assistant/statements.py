"""What composing hands to checking and citing: statements, each with the passages it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.models import Reason, Status
from corpus.models import Figure, Task


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters start..end (text offsets) of a task, that carry a statement."""

    task: Task
    start: int
    end: int

    @property
    def quote(self) -> str:
        return self.task.text[self.start : self.end]

    @property
    def plain(self) -> str:
        return self.task.plain[self.start : self.end]

    @property
    def role(self) -> str:
        """The printed label of the duty it begins with (责任人, 牵头单位, 完成时间 …), else ""."""
        duty = self.task.duty
        for group in (duty.people, duty.leads, duty.participants, duty.responsible):
            if group and group[0].start == self.start:
                return group[0].role or "责任人"
        due = duty.deadline
        return "完成时间" if due is not None and due.start == self.start else ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an answer: Markdown without markers, and what it rests on.

    ``computed`` holds numbers that the program worked out itself (a difference, a count) and that
    therefore stand in no passage; the text says that they are computed. ``figures`` are those of
    the evidence that answer the question. ``written`` is True where a model chose the words: these
    are compared with the passages one by one. ``untold`` is True where it only says that a passage
    does not tell what is asked.
    """

    text: str
    evidence: tuple[Evidence, ...]
    computed: tuple[str, ...] = ()
    figures: tuple[tuple[Task, Figure], ...] = ()
    written: bool = False
    untold: bool = False

    @property
    def spans(self) -> tuple[tuple[str, int, int], ...]:
        """Which characters it rests on; two statements of the same ones say the same."""
        return tuple((e.task.id, e.start, e.end) for e in self.evidence)


@dataclass(frozen=True, slots=True)
class Composed:
    """An answer before it is checked and cited.

    ``lead`` and ``closing`` are the program's own words around the statements; they may hold
    counts, document names and what was asked, but no fact of a document.
    """

    statements: tuple[Statement, ...] = ()
    status: Status = Status.ANSWERED
    reason: Reason | None = None
    lead: str = ""
    closing: str = ""
    rows: tuple[Task, ...] | None = None
    total: int | None = None
    conflicts: tuple[tuple[str, tuple[int, ...]], ...] = field(default=())
    """For each conflict its indicator and the statements (by position) that are its sides."""


def tasks_cited(statements: Iterable[Statement]) -> tuple[str, ...]:
    """The ids of the tasks that statements rest on, in order, one for each passage."""
    return tuple(evidence.task.id for one in statements for evidence in one.evidence)


def refused(reason: Reason, message: str, nearest: tuple[Statement, ...] = ()) -> Composed:
    """A refusal; ``nearest`` are passages shown as the nearest there are, not as the answer."""
    return Composed(statements=nearest, status=Status.REFUSED, reason=reason, lead=message)
