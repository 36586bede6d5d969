"""A sentence of a document with one word of it exchanged: whoever wrote that had the sentence before him.

Elsewhere what no passage holds is not found. Where a passage stands in a claim word for word but for one
word in the middle of it, that word is wrong, and the right one can be shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from assistant.models import Difference, Verdict
from assistant.verifying.covering import meaning
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State
from assistant.verifying.substituting import BY_WORDS
from assistant.verifying.wording import SOFT

_CONTEXT = 2
"""Characters that stand alike on either side of the word exchanged."""
_LONGEST = 6
_FEWEST = 8
"""Characters that a claim must share with the passage to be that sentence."""
_SHARE = 0.6
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ONLY_HAN = re.compile(r"[\u4e00-\u9fff]+")
_MARKS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9%.]")


@dataclass(frozen=True, slots=True)
class _Gap:
    """What a claim and a passage have between two stretches that are alike."""

    said: str
    written: str


def decide_by_distortion(decision: Decision, plain: str) -> Decision:
    """``decision``, or contradicted where the nearest passage is the claim but for one word."""
    basis, claim = decision.basis, decision.claim
    if decision.verdict is not Verdict.NOT_FOUND or basis is None or claim.literal:
        return decision
    if basis.differing or any(f.kind not in BY_WORDS for f in basis.absent):
        return decision
    said = _MARKS.sub("", plain[claim.start : claim.end])
    gap = _exchanged(said, _MARKS.sub("", basis.passage.clause.plain))
    lacking = (*basis.words.missing, *(f.stated for f in basis.absent))
    if gap is None or not all(_overlap(word, gap.said) for word in lacking):
        return decision
    finding = Finding(State.DIFFERS, Difference.BOUND, gap.said, gap.written, kind="word")
    changed = replace(basis, findings=(*basis.findings, finding))
    task = basis.passage.task.id
    return Decision(claim, Verdict.CONTRADICTED, changed, finding, tasks=(task,))


def _exchanged(said: str, written: str) -> _Gap | None:
    """The one word in which ``said`` is not a stretch of ``written``; None where it differs in more, or
    shares too little."""
    matcher = SequenceMatcher(None, said, written, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= _CONTEXT]
    shared = sum(len(_HAN.findall(said[b.a : b.a + b.size])) for b in blocks)
    if shared < max(_FEWEST, _SHARE * len(_HAN.findall(said))):
        return None
    gaps = [
        _Gap(said[left.a + left.size : right.a], written[left.b + left.size : right.b])
        for left, right in pairwise(blocks)
    ]
    if blocks[-1].a + blocks[-1].size < len(said) and meaning(
        said[blocks[-1].a + blocks[-1].size :]
    ):
        return None
    telling = [gap for gap in gaps if gap.said and gap.said not in SOFT]
    if len(telling) != 1 or not _is_word_for_word(telling[0]) or _is_reworded(telling[0]):
        return None
    return telling[0]


def _is_word_for_word(gap: _Gap) -> bool:
    both = (gap.said, gap.written)
    return all(0 < len(text) <= _LONGEST and _ONLY_HAN.fullmatch(text) for text in both)


def _is_reworded(gap: _Gap) -> bool:
    """Whether the two may say the same in more or fewer characters: 最频繁 for 频率最高."""
    return len(gap.said) != len(gap.written) and bool(set(gap.said) & set(gap.written))


def _overlap(word: str, said: str) -> bool:
    return word in said or said in word
