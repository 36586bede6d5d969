"""Titles in 《》 that a claim names: a passage of the same words is no passage of that work."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.findings import Finding, State
from index.terms import grams_of

_TITLE = re.compile(r"《(?P<name>[^《》]{4,60})》")
_SAME = 0.9
"""Share of a title's pairs of characters in a row that tells it again, a word left out or put in."""


def judge_titles(claim: Assertion, passage: Passage, plain: str) -> Iterable[Finding]:
    """Each title of the claim that names none of the documents themselves, against the task."""
    sources = [(s.start, s.end) for s in (*claim.elements.sources, *claim.elements.unknown)]
    for match in _TITLE.finditer(plain, claim.start, claim.end):
        if any(a < match.end() and match.start() < b for a, b in sources):
            continue
        pairs = grams_of(match["name"])
        told = passage.task.plain
        if sum(pair in told for pair in pairs) < len(pairs) * _SAME:
            yield Finding(State.ABSENT, stated=match.group(), kind="title")
