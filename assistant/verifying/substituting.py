"""A noun of a claim in the place of another noun of the passage.

Taken word by word a claim may stand in a passage, or lead to what stands there, and yet name something
else: "粮油债务单产提升" for 粮油作物单产提升. Where both have the same words on either side, the two nouns in
between must be the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from assistant.models import Difference
from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.contrasting import CONTRARY
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State
from assistant.verifying.runs import run_of
from assistant.verifying.softening import Glossary
from assistant.verifying.wording import SOFT, siblings
from index.tokenizing import is_action, is_noun, is_verb, is_word

_CONTEXT = 2
"""Characters that both must have alike on a side that is no end of a part."""
_LEAST = 2
_LONGEST = 6
_HAN = re.compile(r"[\u4e00-\u9fff]+")
BY_WORDS = frozenset({"noun", "deed", "order"})
"""Kinds of findings that the words themselves give, no element of a claim."""
_EACH_ITS_OWN = "分别"
_JOINTS = re.compile(r"[、和与及，]*")
_EDGE = re.compile(r"[，、；：。（）]|$")


@dataclass(frozen=True, slots=True)
class _Gap:
    """What a claim has between two stretches that are alike in the passage, and what that has there."""

    mine: str
    its: str
    begin: int
    end: int


def judge_substitutes(claim: Assertion, passage: Passage, glossary: Glossary) -> Iterator[Finding]:
    """A finding for each noun that stands where the passage has another one, and for each two words that
    have changed places."""
    said, written = claim.elements.words, run_of(passage.clause.plain).text
    blocks = SequenceMatcher(None, said, written, autojunk=False).get_matching_blocks()
    gaps: list[_Gap] = []
    for left, right in pairwise(blocks):
        begin, end = left.a + left.size, right.a
        first, last = left.b + left.size, right.b
        mine, its = said[begin:end], written[first:last]
        gaps.append(_Gap(mine, its, begin, end))
        if _is_other_ending(gaps[-1], said, written):
            yield Finding(State.ABSENT, stated=said[begin : end + _CONTEXT], kind="noun")
            continue
        if not (_holds(left.size, said[:begin]) and _holds(right.size, said[end:])):
            continue
        strict = _is_han(said[max(0, begin - _CONTEXT) : begin]) and _is_han(
            said[end : end + _CONTEXT]
        )
        behind = said[end : end + _CONTEXT]
        if its + behind in siblings(mine + behind):
            continue  # 通车里程 for 运营里程
        if _is_other_word(mine, its, said, written, glossary, strict=strict):
            yield Finding(State.ABSENT, stated=mine, kind="noun")
    for mine in _contrary(said, written):
        yield Finding(State.ABSENT, stated=mine, kind="noun")
    for gap in _exchanged(gaps, said, written):
        yield Finding(State.DIFFERS, Difference.BOUND, gap.mine, gap.its, kind="word")


def _exchanged(gaps: Sequence[_Gap], said: str, written: str) -> Iterator[_Gap]:
    """The first of two words that have changed places: "迁建聊城机场、新建威海机场" for the other way round.
    Members of a list told in another order have not."""
    for one, other in combinations(gaps, 2):
        if not one.mine or not one.its or (one.mine, one.its) != (other.its, other.mine):
            continue
        told = (said[max(0, one.begin - _CONTEXT) : one.end], said[one.begin : one.end + _CONTEXT])
        listed = _JOINTS.fullmatch(said, one.end, other.begin) is not None
        if not listed and not any(text in written for text in told):
            yield one


def _is_other_ending(gap: _Gap, said: str, written: str) -> bool:
    """Whether one character makes another noun of what follows it: 出租人 for 承租人."""
    if len(gap.mine) != 1 or len(gap.its) != 1:
        return False
    for size in (_CONTEXT, 1):
        behind = said[gap.end : gap.end + size]
        mine, its = gap.mine + behind, gap.its + behind
        if is_action(mine) or is_action(its):
            return False  # 培训 for 轮训
        if len(behind) == size and is_noun(mine) and is_noun(its):
            return mine not in written and its not in said and its not in siblings(mine)
    return False


def _contrary(said: str, written: str) -> Iterator[str]:
    """Words of a claim that exclude one the passage has before the same words: 线上 for 线下."""
    if _EACH_ITS_OWN in written:
        return  # "城乡…分别提高5%、6.7%" tells of each
    for group in CONTRARY:
        for mine in group:
            at = said.find(mine)
            if at < 0 or mine in written:
                continue
            behind = said[at + len(mine) :][:_CONTEXT]
            others = (other for other in group if other != mine and other not in said)
            if mine.removesuffix("级") + behind in written:
                continue
            if len(behind) == _CONTEXT and any(other + behind in written for other in others):
                yield mine


def _holds(size: int, beside: str) -> bool:
    """Whether a side of a gap is alike in both: enough characters, or the end of a part."""
    return size >= _CONTEXT or (size == 1 and _EDGE.search(beside[:1] or "") is not None)


def _is_han(text: str) -> bool:
    return len(text) == _CONTEXT and _HAN.fullmatch(text) is not None


def _is_other_word(
    mine: str, its: str, said: str, written: str, glossary: Glossary, *, strict: bool
) -> bool:
    """Whether ``mine`` is another thing than ``its``: two nouns, or, where both have the same words on both
    sides (``strict``), any two words that state something."""
    if not all(_LEAST <= len(word) <= _LONGEST for word in (mine, its)) or set(mine) & set(its):
        return False
    if mine in written or its in said:  # told in another order
        return False
    if its in siblings(mine) or its in glossary.forms(mine) or mine in glossary.forms(its):
        return False
    if mine in SOFT or (its in SOFT and is_action(its)):
        return False
    nouns = all(is_noun(word) and not is_verb(word) for word in (mine, its))
    return nouns or (strict and is_word(mine))


def only_told_otherwise(decision: Decision) -> bool:
    """Whether the nearest passage has a claim word for word, and only another deed or thing in it: to
    look for its parts in other sentences would find that word of something else."""
    basis = decision.basis
    if basis is None or basis.words.missing:
        return False
    other = (*basis.absent, *basis.differing)
    return bool(other) and all(finding.kind in (*BY_WORDS, "word") for finding in other)
