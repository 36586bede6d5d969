"""Cutting a task's body into sentence-sized clauses."""

from __future__ import annotations

import re

_END = "。！？；!?;"
_OPEN, _CLOSE = "（(《“‘「", "）)》”’」"
_SHORT = 6  # a shorter piece says nothing alone and joins the one before it


def sentence_spans(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Text offsets of the sentences of plain[start:end]; together they cover it without gaps.

    A semicolon ends a clause too: these documents string independent promises with it. Nothing is
    cut inside brackets or quotation marks.
    """
    spans: list[tuple[int, int]] = []
    depth, at = 0, start
    for position in range(start, end):
        char = plain[position]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in _END and depth == 0:
            spans.append((at, position + 1))
            at = position + 1
    if at < end:
        spans.append((at, end))
    return _joined(plain, spans)


def _joined(plain: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        wordless = len(re.sub(r"\W", "", plain[start:end])) < _SHORT
        if wordless and joined:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
