"""The other side of a comparison: the passage that says of one side what is told of the other.

A question that sets two things side by side names the thing once and in the words of one side. The
passage of the other side may hold few of them, and would be refused if it were asked for alone; that
it counts the same thing in the same unit, in the year and document asked for, speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.composing.comparing import counts_alike
from assistant.models import Status
from assistant.ranking import Choice, segment_around
from assistant.refusing.refusing import is_mismatch
from assistant.statements import Composed
from assistant.understanding.query import Outlook, Query
from corpus.models import Figure, Task
from corpus.places import short_place
from corpus.units import same_unit
from index.retrieval import Field

_NEAR_BEST = 0.8
_OWN_FORM = 0.99
_SHARED_TERMS = 0.2
"""Share, by weight, of the question's terms that must stand beside both figures …"""
_ALIKE = 0.6
"""… unless what the two count is written this much alike."""

Told = Sequence[tuple[Task, Figure]]
"""The figures that sides are answered with, each with its task."""


def counterparts(query: Query, choices: Sequence[Choice], field: Field, told: Told) -> list[Choice]:
    """The choices near the best one that hold a counterpart of one of the figures ``told``.

    ``query`` is the side without an answer: its years, outlook and places hold for the counterpart.
    """
    if not choices:
        return []
    known = {task.id for task, _ in told}
    return [
        choice
        for choice in choices
        if choice.score >= _NEAR_BEST * choices[0].score
        and not (choice.task.id in known and not query.years)
        and _fits(query, choice)
        and any(_is_counterpart(query, choice, figure, field, told) for figure in choice.figures)
    ]


def _fits(query: Query, choice: Choice) -> bool:
    """Whether a clause looks the way asked for, and is of the place asked for."""
    if choice.features["subject"] < 0:
        return False
    if query.outlook in (Outlook.BACK, Outlook.AHEAD):
        return choice.task.looks_back == (query.outlook is Outlook.BACK)
    return True


def _is_counterpart(query: Query, choice: Choice, figure: Figure, field: Field, told: Told) -> bool:
    if query.years and not set(query.years) & set(figure.years):
        return False
    if is_mismatch(query, choice, [figure]):
        return False
    return any(
        same_unit(figure.unit, other.unit)
        and figure != other
        and (
            counts_alike(figure, other) >= _ALIKE
            or _shared_terms(field, _beside(choice.task, figure), _beside(task, other))
            >= _SHARED_TERMS
        )
        for task, other in told
    )


def _beside(task: Task, figure: Figure) -> str:
    """The words a figure stands among: its stretch between commas, and what it counts; a share says
    before that what it is a share of."""
    clause = task.clause_of(figure)
    if figure.change == "share":
        return clause.plain.lower()
    around = segment_around(task.plain, figure.start, clause.start, clause.end)
    return f"{figure.indicator} {around}".lower()


def _shared_terms(field: Field, one: str, other: str) -> float:
    """The share of the terms known to the documents that stand, in any form, in both texts."""
    total = shared = 0.0
    for column, (term, weight) in enumerate(zip(field.terms, field.weight, strict=True)):
        if float(field.in_tasks[:, column].max(initial=0.0)) < _OWN_FORM:
            continue
        total += float(weight)
        if all(any(form in text for form in term.forms) for text in (one, other)):
            shared += float(weight)
    return shared / total if total else 0.0


def figures_told(composed: Iterable[Composed]) -> list[tuple[Task, Figure]]:
    """The figures that the sides of a question, or its parts, are answered with."""
    return [
        told
        for one in composed
        if one.status is not Status.REFUSED
        for statement in one.statements
        for told in statement.figures
    ]


def is_of_another_place(query: Query, composed: Composed, told: Told) -> bool:
    """Whether a side is answered with a city's own figures, though no city is asked about and the
    other sides are the province's."""
    own = figures_told([composed])
    of_others = [task for task, figure in told if (task, figure) not in own]
    asked = query.places or any(unit.endswith("市") for unit in query.units)
    if not own or not of_others or asked:
        return False
    return all(
        task.place and short_place(task.place) not in query.text for task, _ in own
    ) and not any(task.place for task in of_others)
