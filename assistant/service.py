"""The product as one object: everything the page, the API, the command line and eval call."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from assistant.ablation import fusion_weights, ranking_weights
from assistant.answering import Answerer
from assistant.answers import AnswerStore
from assistant.checking import Checker
from assistant.citing import Citer
from assistant.composing.about import AboutComposer
from assistant.composing.comparing import ConflictFinder
from assistant.composing.facts import FactComposer
from assistant.composing.gaps import GapFinder
from assistant.composing.lookups import LookupComposer
from assistant.composing.rows import RowFinder
from assistant.facets import FacetCutter
from assistant.finding import FactFinder
from assistant.generating.asking import ModelReader
from assistant.generating.breaker import Breaker
from assistant.generating.gathering import Gatherer
from assistant.generating.generating import EXTRACTIVE, ModelGenerator
from assistant.generating.model import Assignment, Use
from assistant.models import Answer, TaskRow, Turn, Verification
from assistant.ranking import Ranker
from assistant.refusing import Refuser
from assistant.statements import Evidence, Statement
from assistant.topics import TopicReader
from assistant.tracing.tracing import Tracer
from assistant.understanding.correcting import Corrector
from assistant.understanding.entities import EntityIndex
from assistant.understanding.query import Query
from assistant.understanding.understanding import Understander
from assistant.verifying.short_answers import ClaimAnswerer
from assistant.verifying.verifying import Progress as Judged
from assistant.verifying.verifying import Verifier
from assistant.web.service import (
    BadSpan,
    DocumentRow,
    Readiness,
    SearchRow,
    SpanRow,
    TaskFilters,
    UnknownDocument,
    UnknownTask,
)
from corpus.models import Corpus, TaskKind
from corpus.numerals import ordinal_of
from corpus.reading import read_corpus
from corpus.script import plain_form
from index.building import build_index
from index.catalog import Catalog, TaskQuery
from index.embedding import Embedder, SentenceTransformerEmbedder
from index.errors import IndexMismatch, IndexMissing
from index.lexicon import load_english, load_plain_language
from index.opening import SearchIndex, open_index
from index.progress import Progress, silent
from index.retrieval import Retriever

_MONTH = re.compile(r"^\s*(\d{1,2})\s*月?(?:底前?|前)?\s*$")


class AssistantService:
    """Answers questions and hands out tasks, documents and spans of one corpus."""

    def __init__(
        self,
        corpus: Corpus,
        index: SearchIndex,
        embedder: Embedder,
        answers: AnswerStore,
        assignment: Assignment | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        self.corpus = corpus
        self.catalog = Catalog(corpus)
        self.retriever = Retriever(corpus, index, embedder, fusion_weights(without))
        self.citer = Citer(corpus)
        self.answers = answers
        self.index_version = index.manifest.version
        entities = EntityIndex.of(corpus, self.catalog.bodies)
        self.verifier = Verifier(
            corpus, self.retriever, entities, self.catalog.bodies, self.citer, self.index_version
        )
        ranker = Ranker(self.retriever, ranking_weights(without))
        facts = FactFinder(
            corpus,
            self.retriever,
            ranker,
            FactComposer(corpus),
            ConflictFinder.of(corpus),
            Refuser(_places(corpus), entities.home, _indicators(corpus)),
            FacetCutter(corpus),
            refuses="refusal" not in without,
        )
        names = [*self.catalog.bodies.canonical, *(t.unit for t in corpus.tasks)]
        names += [person.name for task in corpus.tasks for person in task.duty.people]
        titles = [
            plain_form(f"{d.title} {d.number or ''} {' '.join(d.short_titles)}")
            for d in corpus.documents
        ]
        ordinary = (word for concept in load_plain_language().concepts for word in concept.plain)
        mender = Corrector(
            [*titles, *(task.plain for task in corpus.tasks)], dict.fromkeys(names), ordinary
        )
        tracer = Tracer(self.verifier.passages, self.verifier.reader, self.verifier.judge)
        checker = Checker.of(corpus, self.catalog.bodies, tracer)
        understander = Understander(
            corpus,
            entities,
            index.tokenizer,
            None if "typing" in without else mender,
            load_english(),
        )
        self.generator: ModelGenerator | None = None
        reader: ModelReader | None = None
        if assignment is not None:
            model, uses, breaker = assignment.model, assignment.uses, Breaker()
            if Use.WRITE in uses:
                gatherer = Gatherer(corpus, self.retriever)
                self.generator = ModelGenerator(model, breaker, gatherer, checker)
            if uses - {Use.WRITE}:
                reader = ModelReader(model, breaker, uses, understander, entities)
        self.answerer = Answerer(
            corpus=corpus,
            understander=understander,
            gaps=GapFinder(corpus, entities),
            about=AboutComposer(corpus),
            lookups=LookupComposer(corpus, entities),
            rows=RowFinder(corpus, self.catalog),
            facts=facts,
            topics=TopicReader(corpus, self.retriever),
            checker=checker,
            citer=self.citer,
            index_version=self.index_version,
            generator=self.generator,
            reader=reader,
            claims=ClaimAnswerer(self.verifier, corpus),
        )

    @classmethod
    def open(
        cls,
        home: Path,
        embedding_model: str = "bundled",
        assignment: Assignment | None = None,
        build_if_missing: bool = False,
        progress: Progress = silent,
        without: frozenset[str] = frozenset(),
    ) -> AssistantService:
        """The service over the index in ``home``; ``assignment`` is the model that helps, if one does.

        ``without`` are parts to leave out (``assistant.ablation``), for evaluation.

        With ``build_if_missing`` an index that is missing or out of date is built first; without,
        IndexMissing or IndexMismatch say how to build it.
        """
        corpus = read_corpus()
        embedder = SentenceTransformerEmbedder(embedding_model, home)
        try:
            index = open_index(home, corpus, embedder)
        except (IndexMissing, IndexMismatch):
            if not build_if_missing:
                raise
            build_index(corpus, embedder, home, progress)
            index = open_index(home, corpus, embedder)
        return cls(corpus, index, embedder, AnswerStore(home / "answers"), assignment, without)

    # ------------------------------------------------------------------ questions

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        documents: Sequence[str] | None = None,
    ) -> Answer:
        """Answers one question. Raises UnknownDocument for an id in ``documents``."""
        self._check_documents(documents)
        answer = self.answerer.answer(question, history, documents)
        self.answers.keep(answer)
        return answer

    def ask_telling(
        self,
        question: str,
        told: Callable[[str], None],
        history: Sequence[Turn] = (),
        documents: Sequence[str] | None = None,
    ) -> Answer:
        """As ``ask``; ``told`` gets each statement of a model, with its markers, once checked."""
        self._check_documents(documents)
        statements: list[Statement] = []

        def tell(statement: Statement) -> None:
            statements.append(statement)
            told(f"{self.citer.cite(statements).lines[-1]}。")

        answer = self.answerer.answer(question, history, documents, tell)
        self.answers.keep(answer)
        return answer

    def verify(
        self, text: str, reference_date: date | None = None, progress: Judged | None = None
    ) -> Verification:
        """Checks every claim of ``text``; relative dates count from ``reference_date``. ``progress``
        is called after each claim with the number judged and of all."""
        return self.verifier.verify(text, reference_date, progress)

    def explain(self, question: str, history: Sequence[Turn] = ()) -> dict[str, Any]:
        """What happens with a question, step by step; the keys are those of ``eval.explaining``."""
        query = self._understood(question, history)
        composed = self.answerer.compose(query)
        answer = self.answerer.answer(question, history)
        shown = asdict(query)
        for part in ("parts", "before"):
            shown.pop(part)
        return {
            **self.trace(question, history),
            "understanding": {name: _plain(value) for name, value in shown.items() if value},
            "composed": [statement.text for statement in composed.statements],
            "removed": [{"text": one.text, "why": one.why} for one in answer.removed],
            "outcome": f"{answer.status} {answer.reason or ''}".strip(),
        }

    def trace(self, question: str, history: Sequence[Turn] = ()) -> dict[str, Any]:
        """Of ``explain`` what the search found and how sure it was, without answering: quick."""
        facts = self.answerer.facts
        choices, support = facts.candidates(self._understood(question, history))
        ranked: dict[str, dict[str, Any]] = {}
        for choice in choices:
            parts = {
                name: facts.ranker.weights.get(name, 0.0) * value
                for name, value in choice.features.items()
            }
            kept = {name: value for name, value in parts.items() if value}
            ranked.setdefault(
                choice.task.id,
                {"task_id": choice.task.id, "score": choice.score, "parts": kept},
            )
        return {"candidates": list(ranked.values()), "support": support, "threshold": 0.0}

    def _understood(self, question: str, history: Sequence[Turn]) -> Query:
        earlier = [turn.content for turn in history if turn.role == "user"]
        return self.answerer.understander.understand(question, earlier)

    def answer(self, answer_id: str) -> Answer | None:
        """An answer given before, or None where none of that id is kept."""
        return self.answers.find(answer_id)

    # ------------------------------------------------------------------ tasks, documents, spans

    def tasks(self, filters: TaskFilters) -> tuple[list[TaskRow], int]:
        """One page of the tasks that pass, in document order, and how many pass in all."""
        if filters.document is not None:
            self._check_documents([filters.document])
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
        rows = []
        for document in self.corpus.documents:
            tasks = [task for task in self.corpus.tasks if task.document_id == document.id]
            main = (TaskKind.COMMITMENT, TaskKind.RESULT)
            rows.append(
                DocumentRow(
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
                    commitments=sum(task.kind in main for task in tasks),
                    length=len(self.corpus.sources[document.id]),
                )
            )
        return rows

    def search(
        self, q: str, limit: int = 10, documents: Sequence[str] | None = None
    ) -> list[SearchRow]:
        """The best tasks for ``q``, best first. Raises UnknownDocument."""
        self._check_documents(documents)
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
        self._check_documents([document_id])
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

    def ready(self) -> Readiness:
        """Whether questions can be answered now; never raises."""
        return Readiness(
            ready=True,
            index_version=self.index_version,
            generator=self.generator.label if self.generator else EXTRACTIVE,
            documents=len(self.corpus.documents),
            tasks=len(self.corpus.tasks),
        )

    def _check_documents(self, documents: Sequence[str] | None) -> None:
        for document_id in documents or ():
            if document_id not in self.corpus.documents_by_id:
                raise UnknownDocument(document_id)


def _plain(value: Any) -> Any:
    """A field of a query as JSON has it; sets in order, so that they are the same in every run."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    return value if isinstance(value, bool | int | float) else str(value)


def _indicators(corpus: Corpus) -> tuple[str, ...]:
    """What the documents count, in names long enough to be no chance words; the longest first."""
    names = {figure.indicator for task in corpus.tasks for figure in task.figures}
    return tuple(sorted((name for name in names if len(name) >= 4), key=lambda n: (-len(n), n)))


def _places(corpus: Corpus) -> frozenset[str]:
    """Short names of the cities that the documents' units and coverage name."""
    units = {task.unit for task in corpus.tasks}
    missing = {name for document in corpus.documents for name in document.coverage.missing}
    return frozenset(name[:-1] for name in units | missing if name.endswith("市"))
