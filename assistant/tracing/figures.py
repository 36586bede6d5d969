"""The figures of a statement against those of the clause: exactly the same, and not exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.tracing.faults import Fault
from assistant.tracing.words import pairs
from assistant.verifying.amounts import same_value
from assistant.verifying.judgements import Judgement
from corpus.figures import same_unit
from corpus.models import Bound, Figure

_LOWER, _UPPER = {Bound.AT_LEAST, Bound.MORE_THAN}, {Bound.AT_MOST, Bound.LESS_THAN}
_NAMED = 0.75
"""Share of what a clause counts that a statement must name: 保障性住房 is too little of 保障性租赁住房."""
_BEFORE, _EXCHANGED = 16, 0.12
"""Characters before a figure that tell what it is of, and by how much another figure's words must be
more alike for the two to have changed places."""


def inexact(judgement: Judgement) -> Fault | None:
    """What of the figures of a supported claim is not exactly the clause's.

    A pasted text may round, leave out a bound and shorten what is counted; an answer may not.
    """
    if judgement.pairs and judgement.exactness < _NAMED:
        return Fault(f"没有写全“{judgement.pairs[0][1].indicator}”")
    for said, found in judgement.pairs:
        why = f"写的是“{said.text}”，引文是“{found.text}”"
        if not same_value(said, found) or said.per != found.per:
            return Fault(why, said.text, found.text)
        if not same_unit(said.unit, found.unit):
            return Fault(why, said.text, found.text)
        if said.bound is not found.bound and not any(
            {said.bound, found.bound} <= alike for alike in (_LOWER, _UPPER)
        ):
            return Fault(why, said.text, found.text)
        if not said.years and _has_other_years(found, judgement.passage.figures):
            return Fault(f"“{said.text}”没有写明是哪一年")
    return None


def exchanged(judgement: Judgement, plain: str) -> Fault | None:
    """Two figures of one clause that changed places: the words before each are then more like those
    before the other."""
    figures = judgement.passage.figures
    text, begin = judgement.passage.task.plain, judgement.passage.clause.start
    for said, found in judgement.pairs:
        own = _words_before(plain, said.start, judgement.claim.sentence[0])
        here = _likeness(own, _words_before(text, found.start, begin))
        for other in figures:
            if other.unit != found.unit or other.value == found.value:
                continue
            if _likeness(own, _words_before(text, other.start, begin)) > here + _EXCHANGED:
                return Fault(f"引文中“{said.text}”说的不是这一项")
    return None


def _words_before(text: str, at: int, begin: int) -> set[str]:
    """The pairs of characters shortly before a figure, in its sentence."""
    words = re.split(r"[。；]", text[max(begin, at - _BEFORE) : at])[-1]
    return pairs(words)


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _has_other_years(found: Figure, figures: Iterable[Figure]) -> bool:
    """Whether the clause gives the same indicator for another year too."""
    return any(
        other.indicator == found.indicator
        and other.unit == found.unit
        and other.years != found.years
        for other in figures
    )
