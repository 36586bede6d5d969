"""What every layout's parser yields, and how a draft becomes a Task."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from corpus.clauses import sentence_spans
from corpus.dates import extract_dates
from corpus.figures import extract_figures
from corpus.models import Clause, Document, Duty, Skipped, Task, TaskKind
from corpus.script import plain_form
from corpus.tracing import TracedText

_TITLE_LENGTH = 40
_YEAR = re.compile(r"(20\d{2})\s*年?(?:\s*[—\-–~至]+\s*(20\d{2}))?")


@dataclass(frozen=True, slots=True)
class Draft:
    """A task as its parser found it.

    ``text`` is already clean; ``body`` and the offsets in ``duty`` are text offsets. ``id_path``
    is what stands between the document's id and the number in the task's id; ``place`` is the
    locator behind the document's name.
    """

    kind: TaskKind
    unit: str
    path: tuple[str, ...]
    number: str
    text: TracedText
    body: tuple[int, int]
    place: str
    id_path: tuple[str, ...] = ()
    id_suffix: str = ""
    duty: Duty = field(default_factory=Duty)
    period: tuple[int, ...] = ()
    series: str = ""


Parser = Callable[[Document, str], Iterator["Draft | Skipped"]]


def years_in(heading: str) -> tuple[int, ...]:
    """The years a heading names: "2023年工作回顾" → (2023,), "（2024—2025年）" → (2024, 2025)."""
    match = _YEAR.search(heading)
    if match is None:
        return ()
    first = int(match.group(1))
    last = int(match.group(2) or first)
    return tuple(range(first, last + 1)) if first <= last < first + 20 else (first,)


def finish(document: Document, draft: Draft) -> Task:
    """The Task of a draft, with its clauses, figures and dates."""
    plain = plain_form(draft.text.text)
    period = draft.period or document.period
    task_id = "/".join((document.id, *draft.id_path, draft.number)) + draft.id_suffix
    start, end = draft.body
    spans = sentence_spans(plain, start, end) if draft.kind is not TaskKind.CONTACT else []
    clauses = tuple(
        Clause(task_id, ordinal, left, right, draft.text.text[left:right], plain[left:right])
        for ordinal, (left, right) in enumerate(spans)
    )
    name = document.number or document.title
    return Task(
        id=task_id,
        document_id=document.id,
        kind=draft.kind,
        unit=draft.unit,
        path=draft.path,
        number=draft.number,
        locator=f"{name} {draft.place}",
        text=draft.text.text,
        plain=plain,
        offsets=draft.text.offsets,
        body=draft.body,
        title=_title(plain, spans),
        duty=draft.duty,
        period=period,
        series=draft.series,
        clauses=clauses,
        figures=extract_figures(plain, start, end, period) if clauses else (),
        dates=extract_dates(plain, start, end) if clauses else (),
        place=draft.unit if draft.unit.endswith("市") else document.place,
    )


def _title(plain: str, spans: list[tuple[int, int]]) -> str:
    if len(spans) < 2:
        return ""
    start, end = spans[0]
    first = plain[start:end]
    return first[:-1] if first.endswith("。") and len(first) <= _TITLE_LENGTH else ""
