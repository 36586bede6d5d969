"""Which clause answers: the index' signals joined with what is known of the question.

A linear score over named features. The weights are data (``WEIGHTS``), so that they can be learnt
and each be switched off to see what it is worth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.agreement import (
    RANKED,
    clause_features,
    outlook_agreement,
    period_agreement,
    subject_agreement,
    unit_agreement,
)
from assistant.understanding.query import Asked, Query
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Clause, Figure, Task
from corpus.places import short_place
from index.retrieval import Field, Retriever

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "task": 3.0,
        "clause_vector": 2.0,
        "asked_vector": 2.0,
        "clause_cover": 2.5,
        "task_cover": 2.0,
        "year": 1.8,
        "unit": 2.5,
        "document_period": 0.8,
        "answer_kind": 1.0,
        "asked_unit": 1.5,
        "indicator": 1.0,
        "body": 0.8,
        "outlook": 3.0,
        "focus": 1.0,
        "heading": 0.5,
        "head": 1.0,
        "segment": 1.0,
        "change": 1.0,
        "reached": 1.0,
        "place": 1.0,
        "subject": 1.5,
    }
)
_SHORTLIST = 40
"""Tasks whose clauses are looked at one by one; the right task lies further down in no dev case."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A clause found for a query. ``task`` and ``clause`` are places in the corpus' order."""

    task: Task
    clause: Clause
    place: int
    clause_place: int
    score: float
    features: Mapping[str, float]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that stand in the clause."""
        return tuple(self.task.figures_in(self.clause.start, self.clause.end))


@dataclass(frozen=True, slots=True)
class Restriction:
    """Which tasks may answer; empty fields do not limit."""

    documents: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    series: str = ""
    years: tuple[int, ...] = ()
    tasks: tuple[str, ...] = ()
    speaking_of: tuple[str, ...] = ()
    """Places: a task must be their own or name one of them."""

    def allows(self, task: Task) -> bool:
        """Whether a task may answer."""
        return (
            (not self.documents or task.document_id in self.documents)
            and (not self.units or task.unit in self.units)
            and (not self.series or task.series == self.series)
            and (not self.tasks or task.id in self.tasks)
            and (not self.speaking_of or self._speaks(task))
            and (not self.years or bool(set(self.years) & years_of(task)))
        )

    def _speaks(self, task: Task) -> bool:
        return bool({task.unit, task.place} & set(self.speaking_of)) or any(
            short_place(place) in task.plain for place in self.speaking_of
        )


def years_of(task: Task) -> set[int]:
    """All years a task speaks of: its document's part, and those its figures and dates name."""
    years = set(task.period)
    for figure in task.figures:
        years |= set(figure.years)
    return years | {date.year for date in task.dates if date.year}


_ASKED_AS_NEAR = 0.8
"""How far the everyday questions of a clause stand out, for each step that the clause does: the mean
over the clauses that answer the development questions."""


class Ranker:
    """Ranks the clauses of one corpus for queries."""

    def __init__(self, retriever: Retriever, weights: Mapping[str, float] = WEIGHTS) -> None:
        self.retriever = retriever
        self.weights = weights
        order = {document.id: at for at, document in enumerate(retriever.corpus.documents)}
        self._document_of = np.asarray(
            [order[retriever.corpus.tasks[int(o)].document_id] for o in retriever.owners], dtype=int
        )
        self._clauses_of: dict[int, list[int]] = {}
        for place, owner in enumerate(retriever.owners):
            self._clauses_of.setdefault(int(owner), []).append(place)

    def rank(
        self,
        query: Query,
        field: Field,
        restriction: Restriction = Restriction(),
        focus: Sequence[str] = (),
    ) -> list[Choice]:
        """The clauses of the best tasks that ``restriction`` allows, best first."""
        corpus = self.retriever.corpus
        allowed = np.asarray([restriction.allows(task) for task in corpus.tasks])
        if not allowed.any():
            return []
        scale = max(float(field.task_scores[allowed].max()), 1.0)
        vectors = _standing_out(field.clause_vectors)
        asked_vectors = self._asked_vectors(field, vectors)
        asked = asked_units(query.text)
        choices = []
        for place in self._shortlist(field, allowed, scale, focus):
            task = corpus.tasks[place]
            shared = self._task_features(query, field, task, place, scale, focus)
            for clause_place in self._clauses_of.get(place, ()):
                clause = self.retriever.clauses[clause_place]
                features = shared | {
                    "clause_vector": float(vectors[clause_place]),
                    "asked_vector": float(asked_vectors[clause_place]),
                    "clause_cover": float(field.clause_cover[clause_place]),
                    "unit": unit_agreement(query, task, clause),
                    **clause_features(query, task, clause, asked),
                    **_word_features(query, field, task, clause, clause_place, asked),
                }
                score = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
                choices.append(Choice(task, clause, place, clause_place, score, features))
        return sorted(choices, key=lambda choice: (-choice.score, choice.clause_place))

    def _shortlist(
        self, field: Field, allowed: NDArray[np.bool_], scale: float, focus: Sequence[str]
    ) -> list[int]:
        """The places of the tasks that are looked at clause by clause, those in ``focus`` among them."""
        rough = np.where(allowed, field.task_scores / scale + field.task_cover, -np.inf)
        order = np.argsort(-rough, kind="stable")[:_SHORTLIST]
        shortlist = [int(place) for place in order if np.isfinite(rough[place])]
        places = self.retriever.place
        pinned = [places[task_id] for task_id in focus if task_id in places]
        shortlist += [place for place in pinned if place not in shortlist and allowed[place]]
        return shortlist

    def _asked_vectors(
        self, field: Field, vectors: NDArray[np.float32]
    ) -> NDArray[np.floating[Any]]:
        """How far the everyday questions of each clause stand out.

        A clause without any stands for itself (by ``vectors``), in a document that has none as near
        as clauses this near mostly are by theirs.
        """
        has_asked = field.asked_vectors >= 0
        near = np.where(self._without_asked(has_asked), _ASKED_AS_NEAR, 1.0) * vectors
        if has_asked.any():
            near[has_asked] = _standing_out(field.asked_vectors[has_asked])
        return near

    def _without_asked(self, has_asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which clauses are of documents that no everyday question is known about."""
        known = np.bincount(self._document_of, weights=has_asked) > 0
        without: NDArray[np.bool_] = ~known[self._document_of]
        return without

    def _task_features(
        self, query: Query, field: Field, task: Task, place: int, scale: float, focus: Sequence[str]
    ) -> dict[str, float]:
        duty = {named.name for named in task.duty.bodies} | {task.unit}
        return {
            "task": float(field.task_scores[place]) / scale,
            "task_cover": float(field.task_cover[place]),
            "subject": subject_agreement(query, task),
            "document_period": period_agreement(query.periods, task),
            "body": float(any(body.name in duty for body in query.bodies)),
            "outlook": outlook_agreement(query, task),
            "focus": float(task.id in focus),
            "heading": float(bool(set(query.headings) & set(task.path))),
        }


def _standing_out(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far each score stands above the others: a quarter of its standard deviations."""
    spread = max(float(scores.std()), 1e-6)
    told: NDArray[np.float32] = ((scores - scores.mean()) / spread / 4).astype(np.float32)
    return told


def _word_features(
    query: Query,
    field: Field,
    task: Task,
    clause: Clause,
    clause_place: int,
    asked: Sequence[str],
) -> dict[str, float]:
    """How a clause holds the words asked for, and those beside its figures."""
    if not field.terms:
        return {"head": 0.0, "segment": 0.0}
    held = field.in_clauses[clause_place]
    heads = [
        float(held[column])
        for column, term in enumerate(field.terms)
        if any(term.word in head or head in term.word for head in query.heads)
    ]
    segment = 0.0
    if Asked.FIGURE in query.asks:
        weight = float(field.weight.sum()) or 1.0
        for figure in task.figures_in(clause.start, clause.end):
            if asked and not fits_unit(figure.unit, asked):
                continue
            said = segment_around(task.plain, figure.start, clause.start, clause.end)
            said = f"{figure.indicator} {said}"
            own = sum(
                float(w)
                for term, w in zip(field.terms, field.weight, strict=True)
                if any(form in said for form in term.forms)
            )
            segment = max(segment, own / weight)
    return {"head": max(heads, default=0.0), "segment": segment}


def clause_of(figure: Figure, choice: Choice) -> Clause:
    """The clause of the task found that a figure stands in."""
    clauses = choice.task.clauses
    return next((c for c in clauses if c.start <= figure.start < c.end), choice.clause)


def segment_span(plain: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Where the words between the commas around a place in a clause start and end."""
    left = max(plain.rfind(mark, start, at) for mark in "，；。") + 1
    stops = [stop for stop in (plain.find(mark, at, end) for mark in "，；。") if stop >= 0]
    return max(left, start), min(stops, default=end)


def segment_around(plain: str, at: int, start: int, end: int) -> str:
    """The words between the commas around a place in a clause."""
    return plain[slice(*segment_span(plain, at, start, end))]


def ranks_in(choice: Choice) -> list[tuple[int, int]]:
    """Where a clause says which place something holds among others ("居全国第五位"), as spans of its
    task's plain text."""
    clause = choice.clause
    found = RANKED.finditer(choice.task.plain, clause.start, clause.end)
    return [match.span() for match in found]
