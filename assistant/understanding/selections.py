"""What a question that selects rows says: out of which rows, under which conditions, what of them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.models import Task


@dataclass(frozen=True, slots=True)
class Held:
    """A condition on who answers for a row. ``role`` is "person", "lead", "participant" or "any"; ``how`` as in
    ``selection_words``; ``either`` where one of the names will do."""

    names: tuple[str, ...]
    role: str
    how: str
    either: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A condition on the 完成时间 of a row: how its month stands to ``months``, or its words to
    ``words``."""

    how: str
    months: tuple[int, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A condition on the text of a row: ``how`` is "plain", "denied" or "title"."""

    words: tuple[str, ...]
    how: str
    either: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows are wanted and what of them: ``shown`` is "rows", "people", "leads", "participants",
    "bodies", "units", "plans" or "chapters"; ``each`` where every row is wanted with those who answer
    for it; ``most`` where only those that stand in most rows are wanted."""

    documents: tuple[str, ...]
    units: tuple[str, ...]
    headings: tuple[str, ...]
    held: tuple[Held, ...]
    due: tuple[Due, ...]
    said: tuple[Said, ...]
    shown: str
    counts: bool
    each: bool
    most: bool = False


def in_selected(task: Task, selection: Selection) -> bool:
    """Whether a task stands in the documents, units and chapters of a selection."""
    named = selection.documents
    return (
        (not named or task.document_id in named or task.series in named)
        and (not selection.units or task.unit in selection.units)
        and (not selection.headings or any(h in task.path for h in selection.headings))
    )
