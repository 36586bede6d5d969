"""Which texts are embedded and which are cut into words: pure functions over tasks.

A clause alone often does not say whose it is or what it belongs to, so its vector is made from a
short context and the clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.models import Clause, Document, Expansion, Task

RECIPE_VERSION = "2"
"""Part of the manifest; raise when any function here gives other texts."""


def clause_passage(document: Document, task: Task, clause: Clause) -> str:
    """What is embedded for a clause: years, unit and heading, then the clause itself."""
    heading = "" if task.title and task.title in clause.plain else task.title
    return f"{_context(document, task)}{_joined(heading)}{clause.plain}"


def task_passage(document: Document, task: Task) -> str:
    """What is embedded for a task: the same context, then all that is promised.

    A model cuts off what is over its length; the duty at the end, which is searched by name and
    not by meaning, is left out first.
    """
    body = task.plain[slice(*task.body)]
    heading = "" if body.startswith(task.title) else task.title
    return f"{_context(document, task)}{_joined(heading)}{body}"


def task_words(document: Document, task: Task) -> str:
    """What is cut into words and grams for a task: its place in the document and all its text."""
    return "\n".join((document.title, *task.path, task.title, task.plain))


def expansion_words(expansion: Expansion) -> str:
    """What is cut into character grams for an expansion: all it says."""
    return "\n".join((*expansion.asked, *expansion.words))


def _context(document: Document, task: Task) -> str:
    years = "、".join(str(year) for year in task.period or document.period)
    return f"{years}年{_joined(task.unit)}" if years else _joined(task.unit)


def _joined(part: str) -> str:
    return f"{part}：" if part else ""
