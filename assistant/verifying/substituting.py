"""A noun of a claim in the place of another noun of the passage.

Taken word by word a claim may stand in a passage, or lead to what stands there, and yet name something
else: "粮油债务单产提升" for 粮油作物单产提升. Where both have the same words on either side, the two nouns in
between must be the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State
from assistant.verifying.runs import run_of
from assistant.verifying.softening import Glossary
from assistant.verifying.wording import SOFT, siblings
from index.tokenizing import is_noun, is_verb

_CONTEXT = 2
"""Characters that both must have alike on a side that is no end of a part."""
_LEAST = 2
_OTHERWISE = frozenset({"noun", "deed"})
_EDGE = re.compile(r"[，、；：。（）]|$")


def judge_substitutes(claim: Assertion, passage: Passage, glossary: Glossary) -> Iterator[Finding]:
    """A finding for each noun that stands where the passage has another one."""
    said, written = claim.elements.words, run_of(passage.clause.plain).text
    blocks = SequenceMatcher(None, said, written, autojunk=False).get_matching_blocks()
    for left, right in pairwise(blocks):
        begin, end = left.a + left.size, right.a
        first, last = left.b + left.size, right.b
        mine, its = said[begin:end], written[first:last]
        if not (_holds(left.size, said[:begin]) and _holds(right.size, said[end:])):
            continue
        if _is_other_noun(mine, its, said, written, glossary):
            yield Finding(State.ABSENT, stated=mine, kind="noun")


def _holds(size: int, beside: str) -> bool:
    """Whether a side of a gap is alike in both: enough characters, or the end of a part."""
    return size >= _CONTEXT or (size == 1 and _EDGE.search(beside[:1] or "") is not None)


def _is_other_noun(mine: str, its: str, said: str, written: str, glossary: Glossary) -> bool:
    if len(mine) < _LEAST or len(its) < _LEAST or set(mine) & set(its):
        return False
    if mine in written or its in said:  # told in another order
        return False
    if its in siblings(mine) or its in glossary.forms(mine) or mine in glossary.forms(its):
        return False
    return mine not in SOFT and all(is_noun(word) and not is_verb(word) for word in (mine, its))


def only_told_otherwise(decision: Decision) -> bool:
    """Whether the nearest passage has a claim word for word, and only another deed or thing in it: to
    look for its parts in other sentences would find that word of something else."""
    basis = decision.basis
    if basis is None or basis.words.missing or not basis.absent:
        return False
    return not basis.differing and all(finding.kind in _OTHERWISE for finding in basis.absent)
