"""What the line of one row says of its task: its title or beginning, and what of it a list is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.composing.among_units import spans_told
from assistant.composing.selecting import dates_set, sets_dates
from assistant.composing.wording import body_text, duty_statements, elided, summary
from assistant.ranking import segment_around
from assistant.statements import Evidence
from assistant.understanding.query import Asked, Query
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
_AND_WHO = re.compile(
    r"[、，,；;和及与](?:分别|各|都)?(?:是|由|归)?谁(?:来)?(?:负责|牵头|管|分管)|责任人(?:分别|各|都)?(?:是谁|有谁|是哪|有哪|叫什么)"
)
_BARE_DATE = 3
"""Characters behind a date up to which nothing is said before the next comma."""
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


def due_told(task: Task, query: Query) -> tuple[str, tuple[Evidence, ...]]:
    """What a task's text sets the dates asked for to, where they make it fit; "" where its 完成时间
    does."""
    if task.duty.deadline or not (query.months or sets_dates(query)):
        return "", ()
    spans: dict[tuple[int, int], Evidence] = {}
    for date in dates_set(task, query):
        clause = next((c for c in task.clauses if c.start <= date.start < c.end), None)
        if clause is not None:
            said = segment_around(task.plain, date.end - 1, date.start, clause.end)
            stop = date.start + len(said)
            if stop - date.end < _BARE_DATE:  # the date stands alone before its comma
                said = segment_around(task.plain, stop + 1, stop + 1, clause.end)
                stop += 1 + len(said)
            spans[(date.start, min(stop, clause.end))] = Evidence(task, clause.start, clause.end)
    if not spans:
        return "", ()
    return f"（{elided(task, sorted(spans), ())}）", tuple(dict.fromkeys(spans.values()))


def answering(task: Task, query: Query) -> tuple[str, tuple[Evidence, ...], tuple[str, ...]]:
    """Who answers for a task, where a question for rows asks that too ("是哪几项、谁负责")."""
    if not _AND_WHO.search(query.text):
        return "", (), ()
    said = duty_statements(task, frozenset({Asked.PERSON}))
    if not said:
        return "", (), ()
    return f"，{said[0].text}", said[0].evidence, said[0].computed
