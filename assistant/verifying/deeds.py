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
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）")

JudgeOne = Callable[[Assertion, Passage], Judgement]
CandidatesOf = Callable[[Assertion], Sequence[Passage]]
PassagesOf = Callable[[Sequence[str]], Sequence[Passage]]


def decide_deeds(
    claim: Assertion, candidates: CandidatesOf, of_tasks: PassagesOf, judge: JudgeOne
) -> Decision | None:
    """Supported where one task holds each deed of ``claim`` in a passage; None elsewhere, and for a
    claim of one deed."""
    first, *rest = parts = list(_deeds(claim))
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
        if len(kept) == len(parts):
            quoted = tuple(dict.fromkeys(e for j in kept for e in j.evidence))
            task = held.passage.task.id
            return Decision(claim, Verdict.SUPPORTED, held, quoted=quoted, tasks=(task,))
    return None


def _deeds(claim: Assertion) -> Iterator[Assertion]:
    """The claim once for each of its deeds, with the words and figures of that one alone."""
    words = claim.elements.words
    bare = _QUOTED.sub(lambda m: BLANK * len(m.group()), words)
    cuts = [m.end() for m in _JOINT.finditer(bare) if is_verb(words[m.end() : m.end() + 2])]
    spans = list(pairwise([0, *cuts, len(words)]))
    if any(meaning(words[a:b]) < _LEAST for a, b in spans):
        spans = [(0, len(words))]
    for a, b in spans:
        first, last = claim.start + a, claim.start + b
        yield replace(
            claim,
            elements=replace(
                claim.elements,
                words=BLANK * a + words[a:b] + BLANK * (len(words) - b),
                figures=tuple(f for f in claim.elements.figures if first <= f.start < last),
                ranks=tuple(span for span in claim.elements.ranks if first <= span[0] < last),
                dates=tuple(d for d in claim.elements.dates if first <= d.start < last),
            ),
        )
