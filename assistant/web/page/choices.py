"""What the page offers to choose from, and what it suggests to ask: taken from what is loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.models import TaskRow
from assistant.web.export import all_rows
from assistant.web.service import MAX_PAGE, DocumentRow, Service, TaskFilters

MOST_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Choices:
    """``documents`` are (words, id); ``bodies`` are leads and participants together."""

    documents: tuple[tuple[str, str], ...] = ()
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


class Offered:
    """The choices for the index now loaded; read again when its version changes."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._version: str | None = None
        self._choices = Choices()

    def now(self) -> Choices:
        readiness = self._service.ready()
        if not readiness.ready:
            return Choices()
        if readiness.index_version != self._version:
            rows = all_rows(self._service, TaskFilters(limit=MAX_PAGE))
            self._choices = choices_of(self._service.documents(), rows)
            self._version = readiness.index_version
        return self._choices


def choices_of(documents: Iterable[DocumentRow], rows: list[TaskRow]) -> Choices:
    """Names in the order in which the documents print them."""
    bodies = (name for row in rows for name in (*row.leads, *row.participants))
    months: dict[str, int] = {}
    for row in rows:
        if row.deadline:
            months.setdefault(row.deadline, row.deadline_month or 99)
    return Choices(
        documents=tuple((document_words(document), document.document_id) for document in documents),
        units=_unlike(row.unit for row in rows),
        people=_unlike(name for row in rows for name in row.people),
        bodies=_unlike(bodies),
        deadlines=tuple(sorted(months, key=lambda words: months[words])),
        examples=tuple(_examples(rows)),
    )


def document_words(document: DocumentRow) -> str:
    """A document in a list to choose from."""
    return f"{document.title}（{document.number}）" if document.number else document.title


def _unlike(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _examples(rows: list[TaskRow]) -> Iterator[str]:
    """One question of each kind that the loaded tasks can answer, at most ``MOST_EXAMPLES``."""
    asked = [
        _figure_example(rows),
        _deadline_example(rows),
        _lead_example(rows),
        _person_example(rows),
        _count_example(rows),
    ]
    yield from dict.fromkeys(question for question in asked if question)


def _figure_example(rows: list[TaskRow]) -> str:
    """An indicator that one task states for one year, short enough to be read as a name."""
    figures = [figure for row in rows for figure in row.figures if len(figure.period) == 1]
    counted = Counter(figure.indicator for figure in figures)
    for figure in figures:
        plain = figure.indicator.isalnum() and 4 <= len(figure.indicator) <= 12
        if plain and counted[figure.indicator] == 1 and figure.change == "level":
            return f"{figure.period[0]}年{figure.indicator}的目标是多少？"
    return ""


def _deadline_example(rows: list[TaskRow]) -> str:
    """A month before the end of the year: there the list is short enough to be of use."""
    months = Counter(row.deadline_month for row in rows if row.deadline_month)
    early = {month: count for month, count in months.items() if month is not None and month < 12}
    if not early:
        return ""
    return f"{max(early, key=lambda month: (early[month], month))}月底前要完成的任务有哪些？"


def _lead_example(rows: list[TaskRow]) -> str:
    """A number asked for with its document, and with its unit where numbers restart in each."""
    counted = Counter((row.document_id, row.number) for row in rows)
    for row in rows:
        if len(row.leads) == 1 and row.number.isdigit() and row.document_number:
            unit = "" if counted[row.document_id, row.number] == 1 else row.unit
            return f"{row.document_number}{unit}第{row.number}项由谁牵头？"
    return ""


def _person_example(rows: list[TaskRow]) -> str:
    counted = Counter(name for row in rows for name in row.people)
    return f"{counted.most_common(1)[0][0]}负责哪些任务？" if counted else ""


def _count_example(rows: list[TaskRow]) -> str:
    units = Counter(row.unit for row in rows if row.people or row.deadline)
    return f"{units.most_common(1)[0][0]}一共有多少项任务？" if units else ""
