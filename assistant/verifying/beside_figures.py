"""Which words of a passage, or of a claim, belong to one of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verifying.alignment import Passage
from assistant.verifying.covering import meaning
from corpus.models import Figure

_LEAST = 2
"""Characters that an indicator must state to stand for its figure."""
_OWNER = re.compile(r"的(?P<all>(?P<first>[\u4e00-\u9fff]{1,2})[^，、；。]*)")
_JOINED = re.compile(r"、|和|与|及|以及")
_COMMA = re.compile(r"[，；、]")
_ROW = re.compile(r"分别(?P<verb>[\u4e00-\u9fff]{0,6})$")


def listed(found: Figure, passage: Passage) -> str:
    """What one of a row of figures is about: "甲、乙分别增长7%、5%" → 乙增长; "" outside such rows."""
    figures, text = passage.figures, passage.task.plain
    first = next(at for at, figure in enumerate(figures) if figure.start == found.start)
    while first and _JOINED.fullmatch(text[figures[first - 1].end : figures[first].start]):
        first -= 1
    row = _ROW.search(text[passage.clause.start : figures[first].start])
    return found.indicator + row["verb"] if row and meaning(found.indicator) >= _LEAST else ""


def row_start(figure: Figure, figures: Sequence[Figure], plain: str) -> int:
    """Where the row that a claim's figure stands in begins: the verb before "8.7%和1.7%" is of both."""
    at = figures.index(figure)
    while at and _JOINED.fullmatch(plain[figures[at - 1].end : figures[at].start]):
        at -= 1
    return figures[at].start


def same_owner(figure: Figure, plain: str, found: Figure, passage: Passage) -> bool:
    """Of "80%以上的设区市、30%以上的县" each share has its own: both must stand before the same word."""
    said = _OWNER.match(plain, figure.end)
    written = _OWNER.match(passage.task.plain, found.end)
    return said is None or written is None or said["first"] in written["all"]


def around(found: Figure, passage: Passage) -> str:
    """The words of the passage around one of its figures, up to the figures beside it."""
    figures, text, clause = passage.figures, passage.task.plain, passage.clause
    place = next(at for at, figure in enumerate(figures) if figure.start == found.start)
    begin, end = stretch_beside(figures, place, text[clause.start :], clause.start, clause.end)
    left, right = text[begin : found.start], text[found.end : end]
    # what stands behind the figure belongs to it only up to the next comma
    right = re.split(r"[，；。]", right, maxsplit=1)[0]
    if place + 1 < len(figures) and right == text[found.end : end] and _JOINED.match(right):
        right = ""  # of "工厂200家、园区10家" 园区 is what the next figure is of
    return left + "，" + right


def stretch_beside(
    figures: Sequence[Figure], place: int, text: str, start: int, end: int
) -> tuple[int, int]:
    """Where the words around ``figures[place]`` begin and end, up to the figures beside it.

    ``text`` begins at ``start``, the offset from which the figures are counted too, and what is
    looked at ends at ``end``.
    """
    if place + 1 < len(figures):
        end = figures[place + 1].start
    if not place:
        return start, end
    # up to the next comma the words belong to the figure before: "10个片区，启动24个…"
    begin = figures[place - 1].end
    comma = _COMMA.search(text[begin - start : figures[place].start - start])
    return begin + (comma.start() if comma else 0), end
