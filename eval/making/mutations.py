"""Statements made from the documents by a seed: altered in one thing, or the same in other words."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.figures import extract_figures
from corpus.models import Corpus, Figure
from eval.making.altering import (
    alter_bound,
    alter_change,
    alter_deadline,
    alter_lead,
    alter_person,
    alter_subject,
    alter_swap,
    alter_unit,
    alter_value,
    alter_year,
)
from eval.making.rewording import (
    reword_deadline,
    reword_fillers,
    reword_frame,
    reword_lead,
    reword_number,
    reword_order,
    reword_person,
    reword_verb,
)
from eval.making.true_clauses import TrueClause, true_statements, unit_named

Way = Callable[[TrueClause, random.Random], str | None]
"""Makes a statement of a true one, or None where it does not lend itself to it."""


@dataclass(frozen=True, slots=True)
class Made:
    """One statement made from a true one; ``how`` names what was done to it."""

    text: str
    how: str
    altered: bool
    source: str
    origin: str


def made_statements(corpus: Corpus, number: int, rng: random.Random) -> list[Made]:
    """``number`` altered and as many reworded statements, spread over all ways of doing either."""
    truths = true_statements(corpus)
    units = sorted({unit_named(t) for t in corpus.tasks if unit_named(t)})
    people = sorted({p.name for t in corpus.tasks for p in t.duty.people})
    bodies = sorted({b.name for t in corpus.tasks for b in t.duty.leads})
    altering: dict[str, Way] = {
        "value": alter_value,
        "unit": alter_unit,
        "bound": alter_bound,
        "year": alter_year,
        "subject": lambda t, r: alter_subject(t, r, units),
        "person": lambda t, r: alter_person(t, r, people),
        "lead": lambda t, r: alter_lead(t, r, bodies),
        "deadline": alter_deadline,
        "change": alter_change,
        "swap": alter_swap,
    }
    false_ways = {how: _false_only(way, corpus) for how, way in altering.items()}
    rewording: dict[str, Way] = {
        "as printed": lambda t, r: t.text,
        "fillers": reword_fillers,
        "verb": reword_verb,
        "number": reword_number,
        "frame": reword_frame,
        "order": reword_order,
        "lead": reword_lead,
        "person": reword_person,
        "deadline": reword_deadline,
    }
    return [
        *_spread(truths, false_ways, number, rng, True),
        *_spread(truths, rewording, number, rng, False),
    ]


def _false_only(way: Way, corpus: Corpus) -> Way:
    """``way``, but not where what it makes is said by another task: that is no falsehood."""

    def checked(true: TrueClause, rng: random.Random) -> str | None:
        text = way(true, rng)
        if text is None:
            return None
        others = [task for task in corpus.tasks if task.id != true.task.id]
        if any(text in task.plain for task in others):
            return None
        made = extract_figures(text, 0, len(text), true.task.period)
        new = [f for f in made if not any(_same(f, known) for known in true.task.figures)]
        elsewhere = [f for task in others for f in task.figures]
        return None if any(_same(f, other) for f in new for other in elsewhere) else text

    return checked


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same, for years that meet."""
    facts = [(f.indicator, f.value, f.upper, f.unit, f.bound) for f in (one, other)]
    return facts[0] == facts[1] and bool(set(one.years) & set(other.years))


def _spread(
    truths: Sequence[TrueClause],
    ways: dict[str, Way],
    number: int,
    rng: random.Random,
    altered: bool,
) -> Iterator[Made]:
    shuffled = {how: rng.sample(list(truths), len(truths)) for how in ways}
    texts: set[str] = set()
    count = 0
    while count < number and any(shuffled.values()):
        for how, way in ways.items():
            while shuffled[how]:
                true = shuffled[how].pop()
                text = way(true, rng)
                if text and text not in texts:
                    texts.add(text)
                    count += 1
                    yield Made(text, how, altered, true.task.id, true.text)
                    break
