"""Places that a claim gives each other's things: "甲机场二期、乙机场改扩建" told as "乙机场二期和甲机场改扩建".

The words of both are there, so only who stands beside what tells them apart.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.models import Difference, Verdict
from assistant.understanding.entities import Entity
from assistant.verifying.assertions import Assertion
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State
from corpus.places import short_place
from index.terms import grams_of

_TAIL = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”（）]+")
_JOINT = re.compile(r"[、，；。]|(?<!共)和|以及|与(?!会)|及(?!其)")
_TWO = 2


def not_exchanged(decision: Decision, plain: str) -> Decision:
    """``decision``, or contradicted where the passage that holds all its words gives the things of two
    places to each other."""
    basis = decision.basis
    if decision.verdict is not Verdict.SUPPORTED or basis is None:
        return decision
    things = _things(decision.claim, plain)
    written = basis.passage.clause.plain
    for at, (place, mine) in enumerate(things):
        for other, its in things[at + 1 :]:
            own, theirs = mine - its, its - mine
            if not own or not theirs:
                continue
            if _stands_with(written, place, theirs, own) and _stands_with(
                written, other, own, theirs
            ):
                finding = Finding(State.DIFFERS, Difference.SUBJECT, place, other, kind="place")
                changed = replace(basis, findings=(*basis.findings, finding))
                tasks = (basis.passage.task.id,)
                return Decision(decision.claim, Verdict.CONTRADICTED, changed, finding, tasks=tasks)
    return decision


def _things(claim: Assertion, plain: str) -> list[tuple[str, frozenset[str]]]:
    """Each place of a claim that others follow in a row, and the pairs of characters said of it."""
    named: list[Entity] = sorted(
        (e for e in (*claim.elements.places, *claim.elements.unknown) if e.end <= claim.end),
        key=lambda e: e.start,
    )
    found = []
    for entity in named:
        tail = _TAIL.match(plain, entity.end)
        words = _JOINT.split(tail.group())[0] if tail else ""
        if len(words) >= _TWO:
            found.append((short_place(entity.value), frozenset(grams_of(words))))
    return found


def _stands_with(
    written: str, place: str, these: frozenset[str], not_those: frozenset[str]
) -> bool:
    """Whether the words right behind ``place`` hold ``these`` and none of ``not_those``."""
    for match in re.finditer(re.escape(place), written):
        words = _JOINT.split(written[match.end() :])[0]
        held = [pair for pair in these if pair in words]
        if len(held) * _TWO >= len(these) and not any(pair in words for pair in not_those):
            return True
    return False
