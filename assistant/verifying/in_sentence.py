"""Decisions in the light of the sentence a claim stands in: what the claims before it are about."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Difference, Verdict
from assistant.verifying.covering import meaning
from assistant.verifying.deciding import contradicted
from assistant.verifying.decisions import Decision
from assistant.verifying.gap_words import TOTAL
from assistant.verifying.judgements import Judgement

_FEW_WORDS = 5
"""Characters up to which words alone say too little to stand anywhere."""


def beside_own_basis(
    decision: Decision, judgements: Sequence[Judgement], before: Sequence[Decision]
) -> Decision:
    """A claim that goes on about what the one before it is of ("新增10家，总数达到25家") is not supported
    elsewhere where the passage that supports that one gives another figure for it."""
    own = before[-1].basis if before and before[-1].verdict is Verdict.SUPPORTED else None
    if decision.verdict is not Verdict.SUPPORTED or own is None or not decision.claim.dependent:
        return decision
    for judgement in judgements:
        only = judgement.differing[0] if len(judgement.differing) == 1 else None
        if only is None or judgement.passage.place != own.passage.place:
            continue
        exact = judgement.exactness == 1.0 and not (judgement.words.missing or judgement.absent)
        if exact and only.kind == "figure" and only.difference is Difference.VALUE:
            held = (decision.basis,) if decision.basis is not None else ()
            return contradicted(decision.claim, judgement, held)
    return decision


def not_against_a_part(decision: Decision, plain: str) -> Decision:
    """A total that names no subject is contradicted by no single figure."""
    claim = decision.claim
    figures = claim.elements.figures
    total = figures and TOTAL.search(plain, claim.core, figures[0].start)
    if decision.verdict is Verdict.CONTRADICTED and claim.dependent and total:
        return Decision(claim, Verdict.NOT_FOUND, decision.basis)
    return decision


def of_own_subject(decision: Decision, before: Sequence[Decision]) -> Decision:
    """A claim that names no subject is contradicted only in the tasks its sentence is about."""
    about = {task for d in before for task in d.tasks}
    contradicted = decision.verdict is Verdict.CONTRADICTED and decision.claim.dependent
    if not contradicted or not about or about & set(decision.tasks):
        return decision
    return Decision(decision.claim, Verdict.NOT_FOUND, before[-1].basis)


def of_a_known_subject(decision: Decision, before: Sequence[Decision]) -> Decision:
    """``decision``, or not found where a claim rests on those before it (``before``, of its sentence) for
    its subject and none of them was found: "海洋生产总值1.7万亿元，增长6.2%" is of no other growth."""
    claim = decision.claim
    known = not before or any(earlier.tasks for earlier in before)
    if known or not claim.dependent or decision.verdict is not Verdict.CONTRADICTED:
        return decision
    return Decision(claim, Verdict.NOT_FOUND, decision.basis)


def within_tasks_told(decision: Decision, before: Sequence[Decision]) -> Decision:
    """``decision``, or not found where a claim goes on in its sentence with a few words alone ("…，给予税收
    减免") and these stand only in another task than what it goes on about."""
    told = {task for d in before if d.verdict is Verdict.SUPPORTED for task in d.tasks}
    if decision.verdict is not Verdict.SUPPORTED or not told or told & set(decision.tasks):
        return decision
    claim, said = decision.claim, decision.claim.elements
    starts = [one.start for one in (*said.roles, *said.subjects)] + [p.start for p in said.places]
    named = any(start >= claim.start for start in starts)
    if named or any((said.figures, said.ranks, said.deadline, said.reference)):
        return decision
    if meaning(said.words) > _FEW_WORDS:
        return decision
    return Decision(decision.claim, Verdict.NOT_FOUND, decision.basis)


def within_years(decision: Decision, held: frozenset[int]) -> Decision:
    """What is claimed of years that no document is about is contradicted by nothing but another year."""
    years = set(decision.claim.elements.years)
    other_year = decision.difference is Difference.YEAR
    if decision.verdict is not Verdict.CONTRADICTED or not years or years & held or other_year:
        return decision
    return Decision(decision.claim, Verdict.NOT_FOUND, decision.basis)
