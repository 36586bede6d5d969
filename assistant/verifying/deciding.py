"""From the judgements of all passages to one verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import Difference, Verdict
from assistant.verifying.alignment import FIGURE_BONUS
from assistant.verifying.assertions import Assertion
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding
from assistant.verifying.judgements import Judgement
from assistant.verifying.wording import NEGATION
from corpus.models import Figure
from corpus.units import same_unit
from index.tokenizing import is_verb

_SAME_SUBJECT = 0.8
"""Share of a claim's words a passage must hold to contradict it."""
_CITY_WIDE = re.compile(r"全市|本市|我市|市里")
_SPAN_OF_YEARS = re.compile(r"(?<![第十每前头])[两三四五]年(?!级|制|计划|行动|规划|期)")
_ORDER = 10
_NEARER = 0.05
_EXACT = 0.9
_NEAR = 0.45
_MOSTLY = 0.6


def decide(claim: Assertion, judgements: Sequence[Judgement]) -> Decision:
    """Supported by any passage that holds it all, unless a passage that fits better contradicts."""
    supporting = sorted((j for j in judgements if j.supported), key=_support_order)
    against = sorted((j for j in judgements if _contradicts(j)), key=_contradiction_order)
    if supporting:
        best = supporting[0]
        better = [j for j in against if _fits_better(j, best)]
        if better:
            return contradicted(claim, better[0], (best,))
        tasks = tuple(dict.fromkeys(j.passage.task.id for j in supporting))
        return Decision(
            claim,
            Verdict.SUPPORTED,
            best,
            others=_conflicting(best, [*supporting[1:], *against]),
            tasks=tasks,
        )
    if against and not _nearly_said(judgements, against[0]):
        others = [
            j
            for j in against[1:]
            if _rank(j) == _rank(against[0]) and j.passage.task.id != against[0].passage.task.id
        ]
        return contradicted(claim, against[0], tuple(others[:1]))
    nearest = max(judgements, key=lambda j: (j.words.share, j.similarity), default=None)
    if nearest is not None and nearest.words.share < _NEAR:
        nearest = None
    return Decision(claim, Verdict.NOT_FOUND, nearest)


def _nearly_said(judgements: Sequence[Judgement], against: Judgement) -> bool:
    """Whether another passage gives all the claim's figures, and only words of it are missing there:
    what is said of another year or body, or as an aim of a result, is then no answer to it."""
    main = _main(against.differing)
    aimed = any(finding.kind == "aspect" for finding in against.differing)
    elsewhere = main.kind in ("source", "place", "subject") or aimed
    if main.kind == "source" and any(map(_gives_figures, judgements)):
        return True
    value = main.kind == "figure" and main.difference is Difference.VALUE
    if value and not elsewhere:
        return any(_only_worded_otherwise(j) or _told_elsewhere(j, against) for j in judgements)
    if main.difference is not Difference.YEAR and not elsewhere:
        return False
    return any(
        j.pairs and not j.differing and not j.absent and j.words.share >= _SAME_SUBJECT
        for j in judgements
    )


def _gives_figures(judgement: Judgement) -> bool:
    """Whether a passage of the document that the claim names has all the claim's figures, though it may
    word otherwise what they are of."""
    said = judgement.claim.elements.figures
    named = not any(finding.kind == "source" for finding in judgement.differing)
    return bool(said) and named and all(_stands(figure, judgement) for figure in said)


def _told_elsewhere(judgement: Judgement, against: Judgement) -> bool:
    """Whether another task has all the figures of a claim without a year beside most of its words, and
    differs in nothing: of "通车规模8400公里" and the 8600公里 of next year it may mean the first."""
    return (
        not judgement.claim.elements.years
        and judgement.passage.task.id != against.passage.task.id
        and not judgement.differing
        and judgement.words.share >= _MOSTLY
        and _gives_figures(judgement)
    )


def _only_worded_otherwise(judgement: Judgement) -> bool:
    """Whether a passage gives exactly the figures of a claim for all that it names, and only lacks a
    word that no noun is: 累计开通 for 累计建成."""
    words = judgement.words
    exact = judgement.exactness == 1.0 and len(judgement.pairs) == len(
        judgement.claim.elements.figures
    )
    same = all(said.value == found.value for said, found in judgement.pairs)
    return bool(
        exact
        and same
        and not judgement.differing
        and not judgement.absent
        and words.missing
        and all(is_verb(word) for word in words.missing)
    )


def contradicted(claim: Assertion, basis: Judgement, others: tuple[Judgement, ...]) -> Decision:
    finding = _main(basis.differing)
    return Decision(
        claim, Verdict.CONTRADICTED, basis, finding, others, tasks=(basis.passage.task.id,)
    )


_WEIGHT = (
    "figure",
    "denial",
    "rank",
    "level",
    "deadline",
    "duty",
    "subject",
    "place",
    "year",
    "aspect",
    "source",
    "number",
)


def _main(findings: Sequence[Finding]) -> Finding:
    return min(findings, key=lambda f: _WEIGHT.index(f.kind) if f.kind in _WEIGHT else len(_WEIGHT))


def _contradicts(judgement: Judgement) -> bool:
    """About the same thing, with a definite other: nothing else may be missing."""
    if not judgement.differing or (judgement.absent and not _exchanged(judgement)):
        return False
    if judgement.claim.elements.words and _share_about(judgement) < _SAME_SUBJECT:
        return False
    if any(NEGATION.search(word) for word in judgement.words.missing):
        return False
    if _other_span(judgement):
        return False
    # what another city, unit or plan says otherwise says nothing of the one that the claim names
    elsewhere = any(f.kind in ("source", "place", "subject") for f in judgement.differing)
    others = sum(f.kind in _OF_ITS_OWN for f in judgement.differing)
    return len(judgement.differing) <= 2 and not (elsewhere and others)


_OF_ITS_OWN = frozenset("figure aspect duty deadline rank".split())
"""What another city, unit or plan may well say otherwise."""


def _exchanged(judgement: Judgement) -> bool:
    """Whether all that is lacking are figures that the passage gives to another thing of the claim: of
    two figures each stands where the other does."""
    lacking = [f for f in judgement.absent if f.kind != "figure"]
    if lacking or judgement.words.missing:
        return False
    said = {f.text: f for f in judgement.claim.elements.figures}
    return all(
        _stands(figure, judgement)
        for finding in judgement.absent
        if (figure := said.get(finding.stated)) is not None
    )


def _stands(figure: Figure, judgement: Judgement) -> bool:
    """Whether the passage has a figure of that amount, of whatever it is."""
    return any(
        figure.value == found.value and same_unit(figure.unit, found.unit)
        for found in judgement.passage.figures
    )


def _share_about(judgement: Judgement) -> float:
    """The share of a claim's words that the clause holds anywhere: enough to be about the same."""
    words = judgement.words
    lost = sum(len(w) for w in words.missing if w not in judgement.passage.clause.plain.lower())
    return 1.0 - lost / words.total if words.total else 1.0


def _other_span(judgement: Judgement) -> bool:
    """Whether the claim counts over some years ("两年下来…") that the passage does not count over: its
    figure is then of another time."""
    said = _SPAN_OF_YEARS.findall(judgement.claim.elements.words)
    figures = any(finding.kind == "figure" for finding in judgement.differing)
    return figures and any(span not in judgement.passage.clause.plain for span in said)


def _support_order(judgement: Judgement) -> tuple[int, float, float, int]:
    looser = sum(said.bound is not found.bound for said, found in judgement.pairs)
    return (looser, -judgement.exactness, -judgement.similarity, judgement.passage.place)


def _rank(judgement: Judgement) -> tuple[int, int, int]:
    kinds = [f.kind for f in judgement.differing]
    elsewhere = sum(kind in ("source", "place", "subject", "aspect", "number") for kind in kinds)
    years = sum(f.difference is Difference.YEAR for f in judgement.differing)
    unsaid = bool(_unit_of(judgement)) and not judgement.claim.elements.places
    return (len(kinds), len(judgement.words.missing) + unsaid, elsewhere + years)


def _contradiction_order(
    judgement: Judgement,
) -> tuple[tuple[int, int, int], bool, float, float, int]:
    """Nearest first; of several that give another year, one that also gives the year claimed."""
    return (
        _rank(judgement),
        not any(finding.instead for finding in judgement.differing),
        _far(judgement) - judgement.exactness,
        -judgement.similarity,
        judgement.passage.place,
    )


def _far(judgement: Judgement) -> int:
    """1 where a figure is of another order than the claim's: 3.6万家 is nearer to 4.5万家 than 1000家."""
    pairs = [(a.value, b.value) for a, b in judgement.pairs if a.value and b.value]
    return int(any(max(a, b) > _ORDER * min(a, b) for a, b in pairs))


def _fits_better(against: Judgement, supporting: Judgement) -> bool:
    """Whether a contradicting passage is about exactly what the claim names, the supporting one not."""
    if len(against.differing) > 1 or against.words.missing:
        return False
    only = against.differing[0]
    if only.kind == "figure" and only.difference is Difference.VALUE and _unsaid_city(supporting):
        # a claim that names no city is the province's, where the province says something nearer to it
        nearer = against.similarity + FIGURE_BONUS > supporting.similarity + _NEARER
        shared = set(against.passage.task.period) & set(supporting.passage.task.period)
        same_year = bool(shared) or not against.claim.elements.years
        if nearer and same_year and not _unit_of(against) and against.exactness >= _EXACT:
            return True
    return (
        only.kind == "figure"
        and only.difference is Difference.VALUE
        and against.exactness == 1.0
        and supporting.exactness < 0.75
        and bool(set(against.passage.task.period) & set(supporting.passage.task.period))
    )


def _unsaid_city(judgement: Judgement) -> bool:
    elements = judgement.claim.elements
    named = elements.places or elements.scope or elements.roles or _CITY_WIDE.search(elements.words)
    return bool(_unit_of(judgement)) and not named


def _conflicting(best: Judgement, rest: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Passages of other tasks that give another figure for the same indicator and year."""
    found: list[Judgement] = []
    for judgement in rest:
        figure = _other_figure(judgement)
        if figure is None or judgement.exactness < _EXACT or _says_the_same(best, figure):
            continue
        years = {year for _, mine in best.pairs for year in mine.years}
        seen = {one.passage.task.id for one in (best, *found)}
        if not years & set(figure.years) or judgement.passage.task.id in seen:
            continue
        same_outlook = best.passage.looks_back == judgement.passage.looks_back
        if same_outlook and _unit_of(best) == _unit_of(judgement):
            found.append(judgement)
    return tuple(found[:2])


def _other_figure(judgement: Judgement) -> Figure | None:
    """The one figure in which a passage that holds all the words of a claim differs from it, or
    agrees with it less than word for word."""
    if judgement.words.missing or judgement.absent or len(judgement.pairs) != 1:
        return None
    if not judgement.differing:
        return judgement.pairs[0][1]
    only = judgement.differing[0]
    if len(judgement.differing) > 1 or only.difference is Difference.YEAR:
        return None
    return only.figure


def _says_the_same(best: Judgement, other: Figure) -> bool:
    return any(f.value == other.value and f.bound is other.bound for _, f in best.pairs)


def _unit_of(judgement: Judgement) -> str:
    unit = judgement.passage.task.unit
    return unit if unit.endswith("市") else ""
