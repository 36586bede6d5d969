"""The refusals that name the passage nearest to a question, and never its figures."""

from __future__ import annotations

import re

from assistant.models import Reason
from assistant.ranking import Choice
from assistant.statements import Composed, Evidence, Statement, refused
from corpus.models import Task


def not_stated(best: Choice) -> Composed:
    """The refusal that names the nearest passage, but not its figures."""
    return refused(Reason.FIGURE_NOT_STATED, "", (nearest(best),))


def nearest(choice: Choice) -> Statement:
    """The nearest passage to a question that no passage answers."""
    return located(choice.task, choice.clause.start, choice.clause.end)


def located(task: Task, start: int = 0, end: int | None = None) -> Statement:
    """Where the nearest passage stands: characters of ``task``, all of them by default.

    Only its place is told: its figures, read in an answer, would pass for the answer.
    """
    title = task.title
    named = f"（{title}）" if title and not re.search(r"\d", title) else ""
    span = Evidence(task, start, len(task.text) if end is None else end)
    return Statement(f"最接近的原文见 {task.locator}{named}", (span,))
