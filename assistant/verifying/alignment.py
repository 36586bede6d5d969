"""Finding the passages a claim may come from: by rare character pairs, figures and names.

Lexical on purpose: a verdict rests on words that stand in a passage, so a passage that shares none
can support nothing. Vectors serve only to show something near where nothing is found.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from assistant.verifying.assertions import Assertion
from assistant.verifying.contracting import in_turn, of_its_part, of_row, of_which
from assistant.verifying.covering import meaning
from assistant.verifying.runs import Run, run_of, runs_of
from corpus.models import Clause, Corpus, DateMention, Document, Figure, Layout, Task, TaskKind
from corpus.script import plain_form

PLEDGES = (Layout.SPACED_PLEDGE_TABLE, Layout.TABBED_PLEDGE_TABLE)
"""Layouts in which a unit pledges what its rows say."""
_PAIR = re.compile(r"(?=([\u4e00-\u9fffa-z0-9]{2}))")
FIGURE_BONUS = 0.35
_FAIR_PART = 0.1
_UNIT_BONUS = 0.25
_TOPIC_WEIGHT = 0.45
_SURROUNDINGS = 0.4
_SAME_TASK = 0.3
_YEAR_BONUS = 0.12


@dataclass(frozen=True)
class Passage:
    """A clause with everything a claim may be compared with."""

    place: int
    clause: Clause
    task: Task
    document: Document
    runs: tuple[Run, ...]
    surroundings: tuple[Run, ...]
    """Title, headings, and names of the document: they count as said with the clause."""
    whole: tuple[Run, ...]
    """The whole task, for words that lead to a claim."""
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]

    @property
    def looks_back(self) -> bool:
        """Whether it reports what was done, not what is to be done."""
        return self.task.looks_back


class PassageIndex:
    """All passages of a corpus, found by the character pairs they share with a claim."""

    def __init__(self, corpus: Corpus) -> None:
        self.passages = tuple(_passages(corpus))
        holders: dict[str, list[int]] = defaultdict(list)
        around: dict[str, list[int]] = defaultdict(list)
        counts: Counter[str] = Counter()
        for passage in self.passages:
            own = _pairs(passage.clause.plain)
            for pair in own:
                holders[pair].append(passage.place)
            counts.update(own)
            context = set().union(*(run.pairs for run in (*passage.surroundings, *passage.whole)))
            for pair in context - own:
                around[pair].append(passage.place)
        total = len(self.passages)
        self._weight = {pair: math.log(1 + total / (1 + n)) for pair, n in counts.items()}
        self._unseen = math.log(1 + total)
        self._holders = {pair: np.asarray(places) for pair, places in holders.items()}
        self._around = {pair: np.asarray(places) for pair, places in around.items()}
        self._by_value: dict[Decimal, list[int]] = defaultdict(list)
        for passage in self.passages:
            for figure in passage.figures:
                self._by_value[figure.value].append(passage.place)
        self._by_task: dict[str, list[int]] = defaultdict(list)
        for passage in self.passages:
            self._by_task[passage.task.id].append(passage.place)
        self._by_number: dict[int, list[int]] = defaultdict(list)
        for passage in self.passages:
            if passage.task.ordinal is not None and passage.task.kind is TaskKind.COMMITMENT:
                self._by_number[passage.task.ordinal].append(passage.place)

    def weight(self, pair: str) -> float:
        """How rare a pair of characters is; one that stands nowhere counts most."""
        return self._weight.get(pair, self._unseen)

    def scores(self, text: str) -> NDArray[np.float64]:
        """What share of the pairs of ``text``, by weight, each passage holds."""
        scores = np.zeros(len(self.passages))
        total = 0.0
        for pair in _pairs(text):
            weight = self.weight(pair)
            total += weight
            if pair in self._holders:
                scores[self._holders[pair]] += weight
            if pair in self._around:
                scores[self._around[pair]] += weight * _SURROUNDINGS
        return scores / total if total else scores

    def nearest(self, text: str) -> Passage | None:
        """The passage that holds most of a text's rare pairs; None where none holds a fair part."""
        scores = self.scores(text)
        best = int(np.argmax(scores)) if len(scores) else 0
        return self.passages[best] if len(scores) and scores[best] >= _FAIR_PART else None

    def candidates(
        self, claim: Assertion, preferred: Sequence[str], limit: int
    ) -> list[tuple[Passage, float]]:
        """The passages most like the claim, best first. ``preferred`` are the tasks that the claims
        before it in its sentence were found in."""
        elements = claim.elements
        scores = np.zeros(len(self.passages))
        if meaning(elements.words) >= 2:
            scores = self.scores(elements.words) + _TOPIC_WEIGHT * self.scores(claim.topic)
        elif claim.topic:
            scores = self.scores(claim.topic)
        for figure in elements.figures:
            scores[list(set(self._by_value.get(figure.value, ())))] += FIGURE_BONUS
        for task_id in preferred:
            scores[self._by_task.get(task_id, [])] += _SAME_TASK
        if elements.reference is not None:
            for ordinal in elements.reference.ordinals:
                scores[self._by_number.get(ordinal, [])] += _SAME_TASK
        scores += self._named(claim)
        order = np.argsort(-scores, kind="stable")[:limit]
        return [
            (self.passages[place], float(scores[place])) for place in order if scores[place] > 0
        ]

    def of_tasks(self, task_ids: Iterable[str]) -> list[Passage]:
        """All passages of some tasks, in their order."""
        return [self.passages[place] for task_id in task_ids for place in self._by_task[task_id]]

    def _named(self, claim: Assertion) -> NDArray[np.float64]:
        """Bonuses for the units, documents and years a claim names."""
        elements = claim.elements
        bonus = np.zeros(len(self.passages))
        named = {e.value for e in (*elements.places, *elements.sources)}
        named |= {one for ids in elements.numbered for one in ids}
        named |= {s.name for s in elements.subjects} | {r.name for r in elements.roles}
        years = set(elements.years)
        if not named and not years:
            return bonus
        for passage in self.passages:
            task = passage.task
            if named:
                own = {task.unit, task.document_id, task.series}
                if named & own:
                    bonus[passage.place] += _UNIT_BONUS
                    if elements.phone and task.duty.contact is not None:
                        bonus[passage.place] += _UNIT_BONUS
                elif named & _names_of(task):
                    bonus[passage.place] += _UNIT_BONUS / 2
            if years and years & set(task.period):
                bonus[passage.place] += _YEAR_BONUS
        return bonus


def _names_of(task: Task) -> set[str]:
    duty = task.duty
    return {named.name for named in (*duty.bodies, *duty.people)}


def _passages(corpus: Corpus) -> list[Passage]:
    passages: list[Passage] = []
    documents = corpus.documents_by_id
    for task in corpus.tasks:
        document = documents[task.document_id]
        names = [
            task.title,
            *task.path,
            task.series,
            plain_form(document.title),
            *document.short_titles,
        ]
        surroundings = tuple(run_of(name) for name in names if name)
        whole = runs_of(task.plain)
        line = Clause(task.id, 0, 0, len(task.text), task.text, task.plain)  # a contact's line
        for clause in task.clauses or (line,):
            passages.append(
                Passage(
                    place=len(passages),
                    clause=clause,
                    task=task,
                    document=document,
                    runs=runs_of(clause.plain),
                    surroundings=surroundings,
                    whole=whole,
                    figures=in_turn(
                        [
                            of_row(of_which(of_its_part(f), task.plain), task.plain)
                            for f in task.figures
                            if clause.start <= f.start and f.end <= clause.end
                        ],
                        task.plain,
                    ),
                    dates=tuple(
                        d for d in task.dates if clause.start <= d.start and d.end <= clause.end
                    ),
                )
            )
    return passages


def _pairs(text: str) -> set[str]:
    return set(_PAIR.findall(text.lower()))
