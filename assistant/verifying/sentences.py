"""The sentences of a pasted text, and the pieces between their commas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verifying.element_reading import ElementReader
from assistant.verifying.wording import QUESTION

ENDS = "。！？!?；;\n"
_BREAKS = "，：、\t|—"
_DASH = "——"
_OPEN, _CLOSE = "（《“‘「『【", "）》”’」』】"
_ENUMERATED = re.compile(
    r"^[\s　]*(?:[0-9]{1,2}[.．、](?![0-9])|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[-•·*#]+)\s*"
)


def sentences_of(plain: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = depth = 0
    for position, char in enumerate(plain):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char == "\n" or (char in ENDS and depth == 0):
            spans.append((at, position + 1))
            at, depth = position + 1, 0
    if at < len(plain):
        spans.append((at, len(plain)))
    return [(a, b) for a, b in (_trimmed(plain, *span) for span in spans) if a < b]


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    label = _ENUMERATED.match(plain[start:end])
    if label:
        start += label.end()
    while start < end and not (plain[start].isalnum() or plain[start] in "“《「（"):
        start += 1
    while end > start and plain[end - 1] in " \t\n　，。；！？!?;：:、|”’":
        if plain[end - 1] == "”" and plain.count("“", start, end) >= plain.count("”", start, end):
            break
        end -= 1
    return start, end


def pieces_of(plain: str, start: int, end: int, reader: ElementReader) -> list[tuple[int, int]]:
    """The sentence cut at its commas, and at 、 where figures are strung together."""
    cuts: list[int] = []
    depth = 0
    for at in range(start, end):
        char = plain[at]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and (char in "，：\t|" or plain[at : at + 2] == _DASH):
            cuts.append(at)
    cuts += reader.list_cuts(plain, start, end)
    pieces: list[tuple[int, int]] = []
    at = start
    for cut in (*sorted(set(cuts)), end):
        a, b = trimmed_piece(plain, at, cut)
        if a < b:
            pieces.append((a, b))
        at = cut + 1 if cut < end and plain[cut] in _BREAKS else cut
    return pieces


def trimmed_piece(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start] in " 　，、：—":
        start += 1
    while end > start and plain[end - 1] in " 　，、：—":
        end -= 1
    return start, end


def left_over(
    plain: str, start: int, end: int, covered: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """What of a sentence belongs to no claim and is no question about the text itself."""
    gaps: list[tuple[int, int]] = []
    at = start
    for a, b in (*covered, (end, end)):
        x, y = trimmed_piece(plain, at, a)
        while x < y and not plain[x].isalnum():
            x += 1
        while y > x and plain[y - 1] in "，。；：！？、”“ ":
            y -= 1
        if y - x >= 4 and not QUESTION.match(plain[x:y]):
            gaps.append((x, y))
        at = b
    return gaps
