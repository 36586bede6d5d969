"""Finding passages for a question: every signal there is of every task and clause, then a ranking.

``Retriever.field`` gives all of it, for callers that weigh in what they know of the question;
``Retriever.retrieve`` ranks by these signals alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.models import Clause, Corpus, Task
from corpus.script import plain_form
from index.embedding import Embedder
from index.fusion import ASKED_GRAMS, WEIGHTS, fused, ranked, z_scored
from index.lexicon import load_abbreviations, load_plain_language
from index.models import Hit
from index.opening import SearchIndex
from index.passages import expansion_words
from index.terms import Presence, Term, TermReader, Weights, covered, presence, weights

_COVERAGE_WEIGHT = 1.5
"""Weight of covered terms beside the z-scored signals, in standard deviations."""


@dataclass(frozen=True)
class Field:
    """What the index knows of one question about every task and clause, in the corpus' order.

    task_scores      z-scored sum of all signals, a task
    task_parts       its summands by name
    clause_vectors   inner product of question and clause
    asked_vectors    the same with the everyday question about a clause that is most alike; -1 for
                     a clause without one
    terms, weight    the question's terms and what each counts for
    in_clauses       presence of the terms in each clause; ``in_tasks`` in each whole task
    clause_cover     share of the terms' weight each clause holds; ``task_cover`` each task
    """

    task_scores: NDArray[np.float32]
    task_parts: dict[str, NDArray[np.float32]]
    clause_vectors: NDArray[np.float32]
    asked_vectors: NDArray[np.float32]
    terms: tuple[Term, ...]
    weight: Weights
    in_clauses: Presence
    in_tasks: Presence
    clause_cover: NDArray[np.float32]
    task_cover: NDArray[np.float32]


class Retriever:
    """Searches one corpus through its index."""

    def __init__(
        self,
        corpus: Corpus,
        index: SearchIndex,
        embedder: Embedder,
        weights: Mapping[str, float] = WEIGHTS,
    ) -> None:
        self._weights = weights
        self.corpus = corpus
        self.index = index
        self.embedder = embedder
        self.reader = TermReader(load_plain_language(), load_abbreviations())
        self.clauses: tuple[Clause, ...] = tuple(corpus.clauses())
        self.place = {task.id: number for number, task in enumerate(corpus.tasks)}
        self.owners = np.asarray([self.place[clause.task_id] for clause in self.clauses])
        documents = corpus.documents_by_id
        self._task_passages = [
            _searched(task, documents[task.document_id].title).lower() for task in corpus.tasks
        ]
        self._clause_passages = [clause.plain.lower() for clause in self.clauses]
        self._asked_of_clauses: list[str] = []
        self._asked_of_tasks: list[str] = []
        if weights.get(ASKED_GRAMS):
            self._asked_of_clauses, self._asked_of_tasks = self._asked()

    def _asked(self) -> tuple[list[str], list[str]]:
        """The expansions' text of each clause and of each task."""
        of_clauses = [""] * len(self.clauses)
        place = {clause.id: number for number, clause in enumerate(self.clauses)}
        of_tasks = [""] * len(self.corpus.tasks)
        for expansion in self.corpus.expansions:
            text = expansion_words(expansion).lower()
            number = place[expansion.clause_id]
            of_clauses[number] += f"\n{text}"
            of_tasks[self.owners[number]] += f"\n{text}"
        return of_clauses, of_tasks

    def words(self, text: str) -> list[str]:
        """The content words of plain ``text``."""
        return list(dict.fromkeys(self.index.tokenizer.words(text)))

    def field(self, text: str, topic: str = "", more: Sequence[str] = ()) -> Field:
        """All signals for ``text`` (plain form). ``topic`` is what of it the terms are made from;
        ``more`` are words to search beside it."""
        topic = topic or text
        terms = self.reader.terms(topic, self.words(topic))
        widening = [form for term in terms for form in term.forms[1:]]
        vector = self.embedder.embed_queries([" ".join((text, *more))])[0]
        signals = self.index.signals(text, vector, (*widening, *more))
        total, parts = fused(signals.by_name, self._weights)
        in_tasks = presence(terms, self._task_passages, self._asked_of_tasks)
        in_clauses = presence(terms, self._clause_passages, self._asked_of_clauses)
        weight = weights(terms, in_tasks)
        return Field(
            task_scores=total,
            task_parts=parts,
            clause_vectors=signals.clauses,
            asked_vectors=signals.asked,
            terms=terms,
            weight=weight,
            in_clauses=in_clauses,
            in_tasks=in_tasks,
            clause_cover=covered(in_clauses, weight),
            task_cover=covered(in_tasks, weight),
        )

    def retrieve(
        self, question: str, limit: int, documents: Sequence[str] | None = None
    ) -> list[Hit]:
        """The best ``limit`` tasks for ``question``, each with its best clause."""
        field = self.field(plain_form(question))
        scores = field.task_scores + _COVERAGE_WEIGHT * z_scored(field.task_cover)
        if documents:
            outside = [task.document_id not in documents for task in self.corpus.tasks]
            scores = np.where(outside, -np.inf, scores)
        hits = []
        for place in ranked(scores.astype(np.float32), limit):
            if not np.isfinite(scores[place]):
                break
            hits.append(self._hit(int(place), field, float(scores[place])))
        return hits

    def best_clause(self, place: int, field: Field) -> int | None:
        """Place of the clause of a task that says most of what is asked; None if it has none."""
        own = np.flatnonzero(self.owners == place)
        if not len(own):
            return None
        return int(own[np.argmax(field.clause_vectors[own] + field.clause_cover[own])])

    def _hit(self, place: int, field: Field, score: float) -> Hit:
        clause = self.best_clause(place, field)
        parts = {name: float(values[place]) for name, values in field.task_parts.items()}
        parts["coverage"] = float(field.task_cover[place])
        return Hit(
            task_id=self.corpus.tasks[place].id,
            clause_id=self.clauses[clause].id if clause is not None else None,
            score=score,
            parts=parts,
        )


def _searched(task: Task, title: str) -> str:
    """What of a task terms are looked for in: where it stands and what it says."""
    return f"{plain_form(title)} {' '.join(task.path)} {task.plain}"
