"""The product as one object: everything the page, the API, the command line and eval call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assistant import explaining
from assistant.answers import AnswerStore
from assistant.assembling import assemble
from assistant.browsing import Browser
from assistant.generating.generating import EXTRACTIVE
from assistant.generating.model import Assignment
from assistant.models import Answer, TaskRow, Turn, Verification
from assistant.statements import Statement
from assistant.verifying.verifying import Progress as Judged
from assistant.web.service import DocumentRow, Readiness, SearchRow, SpanRow, TaskFilters
from corpus.models import Corpus
from corpus.reading import read_corpus
from index.building import build_index
from index.embedding import Embedder, SentenceTransformerEmbedder
from index.errors import IndexMismatch, IndexMissing
from index.opening import SearchIndex, open_index
from index.progress import Progress, silent


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
        parts = assemble(corpus, index, embedder, assignment, without)
        self.corpus = corpus
        self.catalog = parts.catalog
        self.retriever = parts.retriever
        self.citer = parts.citer
        self.verifier = parts.verifier
        self.answerer = parts.answerer
        self.browser = Browser(corpus, parts.catalog, parts.retriever, parts.citer)
        self.answers = answers
        self.index_version = index.manifest.version

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
        self.browser.require_documents(documents)
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
        self.browser.require_documents(documents)
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
        return explaining.explain(self.answerer, question, history)

    def trace(self, question: str, history: Sequence[Turn] = ()) -> dict[str, Any]:
        """Of ``explain`` what the search found and how sure it was, without answering: quick."""
        return explaining.trace(self.answerer, question, history)

    def answer(self, answer_id: str) -> Answer | None:
        """An answer given before, or None where none of that id is kept."""
        return self.answers.find(answer_id)

    # ------------------------------------------------------------------ tasks, documents, spans

    def tasks(self, filters: TaskFilters) -> tuple[list[TaskRow], int]:
        """One page of the tasks that pass, in document order, and how many pass in all."""
        return self.browser.tasks(filters)

    def task(self, task_id: str) -> TaskRow:
        """One task. Raises UnknownTask."""
        return self.browser.task(task_id)

    def documents(self) -> list[DocumentRow]:
        """All documents, in the order of the register."""
        return self.browser.documents()

    def search(
        self, q: str, limit: int = 10, documents: Sequence[str] | None = None
    ) -> list[SearchRow]:
        """The best tasks for ``q``, best first. Raises UnknownDocument."""
        return self.browser.search(q, limit, documents)

    def span(self, document_id: str, start: int, end: int) -> SpanRow:
        """The same characters again. Raises UnknownDocument or BadSpan."""
        return self.browser.span(document_id, start, end)

    # ------------------------------------------------------------------ the service itself

    def ready(self) -> Readiness:
        """Whether questions can be answered now; never raises."""
        generator = self.answerer.generator
        return Readiness(
            ready=True,
            index_version=self.index_version,
            generator=generator.label if generator else EXTRACTIVE,
            documents=len(self.corpus.documents),
            tasks=len(self.corpus.tasks),
        )
