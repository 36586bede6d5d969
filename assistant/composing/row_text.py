"""What the line of one row says of its task: its title or beginning, and what of it a list is about."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing.among_units import spans_told
from assistant.composing.wording import body_text, elided, summary
from assistant.statements import Evidence
from corpus.models import Task
from index.terms import Term

FEW = 6
"""Rows up to which more is told of each."""
_LENGTH, _FEW_LENGTH = 40, 110
"""Characters of a row without a title of its own; where there are few, more is told of each."""
_ALONE, _FEWER = 300, 3
"""Characters up to which the only row is told whole, or one of so few whose title has the subject."""
_TOLD = 20
"""Rows up to which each says where it speaks of the subject."""
_PASSAGES, _LONGEST = 3, 160


def row_text(task: Task, terms: Sequence[Term], count: int) -> tuple[str, tuple[Evidence, ...]]:
    """The words for ``task``, one of ``count`` rows found by ``terms``, and what they rest on beside
    the place that makes it fit."""
    few = count <= FEW
    said = summary(task, _FEW_LENGTH if few else _LENGTH)
    whole = (Evidence(task, *task.body),) if few and not task.title else ()
    if not terms or count > _TOLD:
        return said, whole
    body = body_text(task)
    of_it = any(form in task.title for term in terms for form in term.forms)
    if task.title and len(body) <= _ALONE and (count == 1 or (of_it and count <= _FEWER)):
        return body.rstrip("。；"), (Evidence(task, *task.body),)
    if not task.title and all(any(form in said for form in term.forms) for term in terms):
        return said, whole
    spans, clauses = spans_told(task, terms)
    spans = [span for span in spans if task.plain[slice(*span)] not in said][:_PASSAGES]
    while spans and sum(end - start for start, end in spans) > _LONGEST and len(spans) > 1:
        spans.pop()
    if not spans:
        return said, whole
    shown = elided(task, spans, ())
    evidence = tuple(
        Evidence(task, start, end)
        for start, end in clauses
        if any(start <= begin and stop <= end for begin, stop in spans)
    )
    return f"{said}：{shown}" if task.title else f"{said.rstrip('…')}……{shown}", (*whole, *evidence)
