"""From the judgements of all passages to one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.models import Difference, Verdict
from assistant.statements import Evidence
from assistant.verifying.claims import Assertion
from assistant.verifying.findings import Finding
from assistant.verifying.judging import Judgement
from assistant.verifying.wording import NEGATION
from corpus.models import Figure

_SAME_SUBJECT = 0.8
"""Share of a claim's words a passage must hold to contradict it."""
_NEAR = 0.45


@dataclass(frozen=True)
class Decision:
    """The verdict for one claim. ``basis`` is the passage it rests on (for not_found the nearest);
    ``others`` are passages shown beside it: other figures for the same indicator, or other parts."""

    claim: Assertion
    verdict: Verdict
    basis: Judgement | None = None
    finding: Finding | None = None
    others: tuple[Judgement, ...] = ()
    wording: str = ""
    quoted: tuple[Evidence, ...] = ()
    tasks: tuple[str, ...] = ()
    """The tasks that say the same, or the one that contradicts: what later claims of the sentence,
    which say only who or by when, must stand in."""

    @property
    def difference(self) -> Difference | None:
        return self.finding.difference if self.finding else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        if self.quoted:
            return self.quoted
        kept: list[Evidence] = []
        for judgement in (self.basis, *self.others):
            if judgement is not None:
                kept += [e for e in judgement.evidence if e not in kept]
        return tuple(kept)

    def not_literal(self) -> Decision:
        """The same for words given as a quotation that stand nowhere as they are."""
        if self.verdict is Verdict.SUPPORTED:
            return replace(self, verdict=Verdict.NOT_FOUND, wording="paraphrase")
        return self


def decide(claim: Assertion, judgements: Sequence[Judgement]) -> Decision:
    """Supported by any passage that holds it all, unless a passage that fits better contradicts."""
    supporting = sorted((j for j in judgements if j.supported), key=_support_order)
    against = sorted((j for j in judgements if _contradicts(j)), key=_contradiction_order)
    if supporting:
        best = supporting[0]
        better = [j for j in against if _fits_better(j, best)]
        if better:
            return _contradicted(claim, better[0], (best,))
        tasks = tuple(dict.fromkeys(j.passage.task.id for j in supporting))
        return Decision(
            claim, Verdict.SUPPORTED, best, others=_conflicting(best, against), tasks=tasks
        )
    if against:
        others = [
            j
            for j in against[1:]
            if _rank(j) == _rank(against[0]) and j.passage.task.id != against[0].passage.task.id
        ]
        return _contradicted(claim, against[0], tuple(others[:1]))
    nearest = max(judgements, key=lambda j: (j.words.share, j.similarity), default=None)
    if nearest is not None and nearest.words.share < _NEAR:
        nearest = None
    return Decision(claim, Verdict.NOT_FOUND, nearest)


def _contradicted(claim: Assertion, basis: Judgement, others: tuple[Judgement, ...]) -> Decision:
    finding = _main(basis.differing)
    return Decision(
        claim, Verdict.CONTRADICTED, basis, finding, others, tasks=(basis.passage.task.id,)
    )


_WEIGHT = ("figure", "deadline", "duty", "subject", "place", "year", "aspect", "source", "number")


def _main(findings: Sequence[Finding]) -> Finding:
    return min(findings, key=lambda f: _WEIGHT.index(f.kind) if f.kind in _WEIGHT else len(_WEIGHT))


def _contradicts(judgement: Judgement) -> bool:
    """About the same thing, with a definite other: nothing else may be missing."""
    if not judgement.differing or judgement.absent:
        return False
    if judgement.claim.elements.words and judgement.words.share < _SAME_SUBJECT:
        return False
    if any(NEGATION.search(word) for word in judgement.words.missing):
        return False
    return len(judgement.differing) <= 2


def _support_order(judgement: Judgement) -> tuple[float, float, int]:
    return (-judgement.exactness, -judgement.similarity, judgement.passage.place)


def _rank(judgement: Judgement) -> tuple[int, int, int]:
    kinds = [f.kind for f in judgement.differing]
    elsewhere = sum(kind in ("source", "place", "subject", "aspect", "number") for kind in kinds)
    years = sum(f.difference is Difference.YEAR for f in judgement.differing)
    unsaid = bool(_unit_of(judgement)) and not judgement.claim.elements.places
    return (len(kinds), len(judgement.words.missing) + unsaid, elsewhere + years)


def _contradiction_order(judgement: Judgement) -> tuple[tuple[int, int, int], float, float, int]:
    return (_rank(judgement), -judgement.exactness, -judgement.similarity, judgement.passage.place)


def _fits_better(against: Judgement, supporting: Judgement) -> bool:
    """Whether a contradicting passage is about exactly what the claim names, the supporting one not."""
    if len(against.differing) > 1 or against.words.missing:
        return False
    only = against.differing[0]
    return (
        only.kind == "figure"
        and only.difference is Difference.VALUE
        and against.exactness == 1.0
        and supporting.exactness < 0.75
        and bool(set(against.passage.task.period) & set(supporting.passage.task.period))
    )


def _conflicting(best: Judgement, against: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Passages that give another figure for the same indicator and year."""
    found = []
    for judgement in against:
        only = judgement.differing
        if len(only) != 1 or only[0].figure is None or judgement.words.missing:
            continue
        if only[0].difference is Difference.YEAR or judgement.exactness < 0.9:
            continue
        if _says_the_same(best, only[0].figure):
            continue
        mine = {year for _, figure in best.pairs for year in figure.years}
        if not mine & set(only[0].figure.years):
            continue
        if best.passage.looks_back != judgement.passage.looks_back:
            continue
        if _unit_of(best) != _unit_of(judgement):
            continue
        found.append(judgement)
    return tuple(found[:2])


def _says_the_same(best: Judgement, other: Figure) -> bool:
    return any(f.value == other.value and f.bound is other.bound for _, f in best.pairs)


def _unit_of(judgement: Judgement) -> str:
    unit = judgement.passage.task.unit
    return unit if unit.endswith("市") else ""
