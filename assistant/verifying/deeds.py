"""Claims of several deeds ("召开…会议、指导发布…"): a document may tell them in several sentences of
one task, each of which then holds its own deed whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.models import Verdict
from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.covering import meaning
from assistant.verifying.decisions import Decision
from assistant.verifying.judgements import Judgement
from assistant.verifying.runs import BLANK
from index.tokenizing import is_verb

_LEAST = 4
"""Characters that each deed must state."""
_JOINT = re.compile(r"、|并且?(?![非购联网])|以及|和")
_ONE_KIND = re.compile(r"关停|取消|停止|禁止|清理|淘汰|退出|不")
"""What a verb of taking away governs may stand elsewhere under another verb."""
_CONDITION = re.compile(
    r"[^，]{0,6}?(?:对(?!接|外|标|口)|凡|如果?|若|在[^，]{2,}[时下后]，|[^，]{4,}的，)"
)
"""What only says for whom or when the rest holds is no statement by itself."""
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）")

JudgeOne = Callable[[Assertion, Passage], Judgement]
CandidatesOf = Callable[[Assertion], Sequence[Passage]]
PassagesOf = Callable[[Sequence[str]], Sequence[Passage]]


def decide_deeds(
    claim: Assertion, candidates: CandidatesOf, of_tasks: PassagesOf, judge: JudgeOne
) -> Decision | None:
    """Supported where one task holds each deed of ``claim`` in a passage; None elsewhere, and for a
    claim of one deed."""
    for parts in (list(_deeds(claim)), list(_things(claim)), list(_halves(claim))):
        decision = _held_by_one_task(claim, parts, candidates, of_tasks, judge)
        if decision is not None:
            return decision
    return None


def _held_by_one_task(
    claim: Assertion,
    parts: Sequence[Assertion],
    candidates: CandidatesOf,
    of_tasks: PassagesOf,
    judge: JudgeOne,
) -> Decision | None:
    first, *rest = parts
    if not rest:
        return None
    holding = [j for j in (judge(first, p) for p in candidates(first)) if j.supported]
    for held in holding:
        passages = of_tasks((held.passage.task.id,))
        found = [
            next((j for j in (judge(part, p) for p in passages) if j.supported), None)
            for part in parts
        ]
        kept = [j for j in found if j is not None]
        if len(kept) == len(parts) and not _of_another_deed(kept):
            quoted = tuple(dict.fromkeys(e for j in kept for e in j.evidence))
            task = held.passage.task.id
            return Decision(claim, Verdict.SUPPORTED, held, quoted=quoted, tasks=(task,))
    return None


def _of_another_deed(kept: Sequence[Judgement]) -> bool:
    """Whether a figure is held by one sentence while that of another deed of the claim gives the same thing
    another: "甲工程治理300平方公里" of "甲工程治理215平方公里" and "乙工程治理300平方公里"."""
    for judgement in kept:
        for _, found in judgement.pairs:
            for other in kept:
                if other.passage.place == judgement.passage.place:
                    continue
                if any(
                    found.indicator == rival.indicator and found.value != rival.value
                    for rival in other.passage.figures
                ):
                    return True
    return False


def _deeds(claim: Assertion) -> Iterator[Assertion]:
    """The claim once for each of its deeds, with the words and figures of that one alone."""
    words = claim.elements.words
    joints = [end for end in _joints(words) if is_verb(words[end : end + 2])]
    yield from _parted(claim, joints)


def _things(claim: Assertion) -> Iterator[Assertion]:
    """The claim once for each thing of a list that one verb governs; one of figures stays whole, since
    each figure is of its own thing."""
    stating = (
        claim.elements.figures or claim.elements.ranks or _ONE_KIND.search(claim.elements.words)
    )
    yield from _parted(claim, [] if stating else _joints(claim.elements.words))


def _halves(claim: Assertion) -> Iterator[Assertion]:
    """A claim with a figure once for each of its parts between commas."""
    commas = [m.end() for m in re.finditer("，", claim.elements.words)]
    words = claim.elements.words
    while commas and meaning(words[: commas[0]]) < _LEAST:
        commas.pop(0)  # "2024年，…"
    conditional = _CONDITION.match(words.replace(BLANK, ""))
    yield from _parted(claim, commas if claim.elements.figures and not conditional else [])


def _joints(words: str) -> list[int]:
    """Where what follows a joint of ``words`` outside quotation marks begins."""
    bare = _QUOTED.sub(lambda m: BLANK * len(m.group()), words)
    return [m.end() for m in _JOINT.finditer(bare)]


def _parted(claim: Assertion, cuts: Sequence[int]) -> Iterator[Assertion]:
    words = claim.elements.words
    spans = list(pairwise([0, *cuts, len(words)]))
    if any(meaning(words[a:b]) < _LEAST for a, b in spans):
        spans = [(0, len(words))]
    for a, b in spans:
        first, last = claim.start + a, claim.start + b
        yield replace(
            claim,
            part=(first, last),
            elements=replace(
                claim.elements,
                words=BLANK * a + words[a:b] + BLANK * (len(words) - b),
                figures=tuple(f for f in claim.elements.figures if first <= f.start < last),
                ranks=tuple(span for span in claim.elements.ranks if first <= span[0] < last),
                dates=tuple(d for d in claim.elements.dates if first <= d.start < last),
            ),
        )
