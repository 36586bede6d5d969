"""Handing out tasks, documents and spans as they stand in the corpus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citing import Citer
from assistant.models import TaskRow
from assistant.statements import Evidence
from assistant.web.service import (
    BadSpan,
    DocumentRow,
    SearchRow,
    SpanRow,
    TaskFilters,
    UnknownDocument,
    UnknownTask,
)
from corpus.models import NUMBERED_KINDS, Corpus, Document
from corpus.numerals import ordinal_of
from corpus.script import plain_form
from index.catalog import Catalog, TaskQuery
from index.retrieval import Retriever

_MONTH = re.compile(r"^\s*(\d{1,2})\s*月?(?:底前?|前)?\s*$")


@dataclass(frozen=True)
class Browser:
    """Finds tasks, documents and spans of one corpus; its methods are those of the service."""

    corpus: Corpus
    catalog: Catalog
    retriever: Retriever
    citer: Citer

    def tasks(self, filters: TaskFilters) -> tuple[list[TaskRow], int]:
        """One page of the tasks that pass, in document order, and how many pass in all."""
        if filters.document is not None:
            self.require_documents([filters.document])
        ids, total = self.catalog.find(self._task_query(filters))
        return [self.citer.row(self.corpus.tasks_by_id[task_id]) for task_id in ids], total

    def _task_query(self, filters: TaskFilters) -> TaskQuery:
        unit = (filters.unit or "").strip()
        names = {task.unit for task in self.corpus.tasks}
        if unit and unit not in names:
            unit = self.catalog.bodies.resolve(unit) or next(
                (name for name in sorted(names) if unit in name), unit
            )
        month = _MONTH.match(filters.deadline or "")
        ordinal = ordinal_of(filters.number.strip()) if filters.number else None
        exact = bool(filters.number) and ordinal is None
        return TaskQuery(
            documents=(filters.document,) if filters.document else (),
            units=(unit,) if unit else (),
            number=(filters.number or "").strip() if exact else "",
            ordinals=(ordinal,) if ordinal is not None else (),
            people=(filters.person.strip(),) if filters.person else (),
            leads=(filters.lead.strip(),) if filters.lead else (),
            participants=(filters.participant.strip(),) if filters.participant else (),
            deadline="" if month else (filters.deadline or "").strip(),
            deadline_months=(int(month.group(1)),) if month else (),
            words=tuple(plain_form(filters.q).split()) if filters.q else (),
            limit=filters.limit,
            offset=filters.offset,
        )

    def task(self, task_id: str) -> TaskRow:
        """One task. Raises UnknownTask."""
        task = self.corpus.tasks_by_id.get(task_id)
        if task is None:
            raise UnknownTask(task_id)
        return self.citer.row(task)

    def documents(self) -> list[DocumentRow]:
        """All documents, in the order of the register."""
        return [self._document_row(document) for document in self.corpus.documents]

    def _document_row(self, document: Document) -> DocumentRow:
        tasks = [task for task in self.corpus.tasks if task.document_id == document.id]
        return DocumentRow(
            document_id=document.id,
            title=document.title,
            number=document.number,
            issuer=document.issuer,
            issued=document.issued,
            period=document.period,
            sha256=document.sha256,
            complete=document.coverage.complete,
            note=document.coverage.note,
            missing=document.coverage.missing,
            short_titles=document.short_titles,
            tasks=len(tasks),
            commitments=sum(task.kind in NUMBERED_KINDS for task in tasks),
            length=len(self.corpus.sources[document.id]),
        )

    def search(
        self, q: str, limit: int = 10, documents: Sequence[str] | None = None
    ) -> list[SearchRow]:
        """The best tasks for ``q``, best first. Raises UnknownDocument."""
        self.require_documents(documents)
        rows: list[SearchRow] = []
        for hit in self.retriever.retrieve(q, limit, documents):
            task = self.corpus.tasks_by_id[hit.task_id]
            clause = next((c for c in task.clauses if c.id == hit.clause_id), None)
            left, right = (clause.start, clause.end) if clause else (0, len(task.text))
            cited = self.citer.citation(len(rows) + 1, Evidence(task, left, right))
            passage = cited.model_dump(exclude={"marker"})
            rows.append(SearchRow(**passage, score=hit.score, parts=hit.parts))
        return rows

    def span(self, document_id: str, start: int, end: int) -> SpanRow:
        """The same characters again. Raises UnknownDocument or BadSpan."""
        self.require_documents([document_id])
        document = self.corpus.documents_by_id[document_id]
        source = self.corpus.sources[document_id]
        if not 0 <= start < end <= len(source):
            raise BadSpan(document_id, start, end, len(source))
        return SpanRow(
            document_id=document_id,
            document_title=document.title,
            document_number=document.number,
            start=start,
            end=end,
            text=source[start:end],
            length=len(source),
            sha256=document.sha256,
        )

    def require_documents(self, documents: Sequence[str] | None) -> None:
        """Raises UnknownDocument for the first id that names no document."""
        for document_id in documents or ():
            if document_id not in self.corpus.documents_by_id:
                raise UnknownDocument(document_id)
