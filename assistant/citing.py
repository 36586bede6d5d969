"""Turning evidence into citations: markers, quotes and the exact span in the source file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.models import AnswerFigure, Citation, TaskFigure, TaskRow
from assistant.statements import Evidence, Statement
from corpus.models import Corpus, Task


@dataclass(frozen=True, slots=True)
class Cited:
    """Statements with their markers, and the citations these name."""

    lines: tuple[str, ...]
    citations: tuple[Citation, ...]
    figures: tuple[AnswerFigure, ...]
    markers: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Citer:
    """Builds citations for one corpus."""

    corpus: Corpus

    def cite(self, statements: Sequence[Statement]) -> Cited:
        """Numbers the evidence in order of use; one marker for one span."""
        numbers: dict[tuple[str, int, int], int] = {}
        citations: list[Citation] = []
        figures: list[AnswerFigure] = []
        lines: list[str] = []
        markers: list[tuple[int, ...]] = []
        for statement in statements:
            own: list[int] = []
            for evidence in statement.evidence:
                key = (evidence.task.id, evidence.start, evidence.end)
                if key not in numbers:
                    numbers[key] = len(numbers) + 1
                    citations.append(self.citation(numbers[key], evidence))
                if numbers[key] not in own:
                    own.append(numbers[key])
                    figures += self._figures(statement, evidence, numbers[key])
            lines.append(statement.text + "".join(f"[{number}]" for number in own))
            markers.append(tuple(own))
        unique = dict.fromkeys(figures)
        return Cited(tuple(lines), tuple(citations), tuple(unique), tuple(markers))

    def citation(self, marker: int, evidence: Evidence) -> Citation:
        """The citation of one passage."""
        task = evidence.task
        document = self.corpus.documents_by_id[task.document_id]
        start, end = task.source_span(evidence.start, evidence.end)
        return Citation(
            marker=marker,
            task_id=task.id,
            document_id=document.id,
            document_title=document.title,
            document_number=document.number,
            path=task.path,
            number=task.number,
            locator=task.locator,
            text=task.text,
            quote=evidence.quote,
            quote_start=evidence.start,
            quote_end=evidence.end,
            start=start,
            end=end,
            sha256=document.sha256,
        )

    def _figures(self, statement: Statement, evidence: Evidence, marker: int) -> list[AnswerFigure]:
        """The figures of a passage that the statement repeats."""
        task = evidence.task
        said = statement.text.replace("*", "")
        found = []
        for figure in task.figures_in(evidence.start, evidence.end):
            if figure.text in said:
                start, end = task.source_span(figure.start, figure.end)
                found.append(
                    AnswerFigure(
                        text=figure.text,
                        value=figure.value,
                        unit=figure.unit,
                        bound=str(figure.bound),
                        period=figure.years,
                        marker=marker,
                        start=start,
                        end=end,
                    )
                )
        return found

    def row(self, task: Task) -> TaskRow:
        """A task as a row of a list."""
        document = self.corpus.documents_by_id[task.document_id]
        duty = task.duty
        return TaskRow(
            task_id=task.id,
            document_id=document.id,
            document_title=document.title,
            document_number=document.number,
            path=task.path,
            number=task.number,
            locator=task.locator,
            text=task.text,
            start=task.start,
            end=task.end,
            sha256=document.sha256,
            unit=task.unit,
            people=tuple(named.name for named in duty.people),
            leads=tuple(named.name for named in duty.leads),
            participants=tuple(named.name for named in duty.participants),
            responsible=tuple(named.name for named in duty.responsible),
            deadline=duty.deadline.text if duty.deadline else None,
            deadline_month=duty.deadline.month if duty.deadline else None,
            period=task.period,
            figures=tuple(self._row_figures(task)),
        )

    def _row_figures(self, task: Task) -> list[TaskFigure]:
        rows = []
        for figure in task.figures:
            start, end = task.source_span(figure.start, figure.end)
            rows.append(
                TaskFigure(
                    text=figure.text,
                    indicator=figure.indicator,
                    value=figure.value,
                    upper=figure.upper,
                    unit=figure.unit,
                    bound=str(figure.bound),
                    period=figure.years,
                    per=figure.per,
                    change=figure.change,
                    start=start,
                    end=end,
                )
            )
        return rows
