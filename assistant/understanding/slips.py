"""Finding what a question writes wrong in Chinese characters, and what was meant.

Each kind of slip proposes what the corpus would write in its place; ``judging`` decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from assistant.understanding.known_text import HAN_RUN, LONGEST_GRAM, KnownText, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

# Figures are what a question is checked by: never made, changed or lost.
NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两几壹贰叁半双")


# "鲁政办字〔2023〕5号": a document's number is spelt as nothing else is.
_CITED = re.compile(r"[\u3400-\u9fff]{2,8}(?=\s*[〔\[（(]?(?:20[0-9]{2})?[〕\])）]?\s*[0-9]+号)")


class Kind(IntEnum):
    """What went wrong; the likelier slips first."""

    DOUBLED = 0
    SAME_SOUND = 1
    LIKE_SOUND = 2
    TWO_SAME_SOUND = 3
    SWAPPED = 4
    MISSING = 5
    OTHER_CHARACTER = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """What may be wrong: ``text[start:end]``; empty where something may be missing.

    known  length of the longest known piece that covers the spot as written
    """

    text: str
    start: int
    end: int
    known: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A spot and what the corpus would write there.

    mended   the whole text with it mended
    window   the corpus gram that speaks for it, in ``mended``
    word     start and end of the corpus word it completes, in ``mended``
    """

    kind: Kind
    spot: Spot
    meant: str
    mended: str
    window: Window
    word: tuple[int, int]

    @property
    def kept(self) -> int:
        """Characters of the evidence that were written, less one for each slip of its kind."""
        slips = 2 if self.kind in {Kind.TWO_SAME_SOUND, Kind.MISSING, Kind.OTHER_CHARACTER} else 1
        return self.window.length - slips

    @property
    def gain(self) -> int:
        """Characters by which the evidence for it is longer than what is known as written."""
        return self.window.length - self.spot.known


def find_slips(known: KnownText, text: str) -> Iterator[Slip]:
    """Every slip that could be in ``text``, convincing or not."""
    cited = {at for match in _CITED.finditer(text) for at in range(*match.span())}
    for run in HAN_RUN.finditer(text):
        doubled = {at for at in range(run.start() + 1, run.end()) if _is_doubled(known, text, at)}
        for at in range(run.start(), run.end()):
            if at in cited or text[at] in NUMERALS:
                continue
            if at in doubled:
                yield from _slip(known, Kind.DOUBLED, Spot(text, at - 1, at + 1, 0), text[at])
            elif at + 1 not in doubled:
                yield from _at_character(known, text, at)
            if at > run.start() and doubled.isdisjoint(range(at - 1, at + 2)):
                yield from _at_junction(known, text, at)


def _is_doubled(known: KnownText, text: str, at: int) -> bool:
    return text[at - 1] == text[at] and not known.length_around(text, at - 1, at + 1)


def _doubles(known: KnownText, mended: str, start: int, length: int) -> bool:
    """Whether the mended spot and a neighbour are one character twice, and no word."""
    return any(
        mended[at - 1] == mended[at] and not known.count(mended[at - 1 : at + 1])
        for at in (start, start + length)
        if 0 < at < len(mended)
    )


def _at_character(known: KnownText, text: str, at: int) -> Iterator[Slip]:
    spot = Spot(text, at, at + 1, known.length_around(text, at, at + 1))
    if spot.known >= LONGEST_GRAM - 1:
        return
    same = known.sounding(text[at])
    for character in same | known.sounding_near(text[at]) | known.sounding_rarely(text[at]):
        kind = Kind.SAME_SOUND if character in same else Kind.LIKE_SOUND
        yield from _slip(known, kind, spot, character)
    if spot.known == 1 and 0 < at < len(text) - 1:
        for character in known.between(text[at - 1], text[at + 1]):
            yield from _slip(known, Kind.OTHER_CHARACTER, spot, character)


def _at_junction(known: KnownText, text: str, at: int) -> Iterator[Slip]:
    """What may be wrong where the characters before and behind ``at`` meet."""
    left, right = text[at - 1], text[at]
    if left in NUMERALS:
        return
    both = Spot(text, at - 1, at + 1, known.length_around(text, at - 1, at + 1))
    if both.known <= 2:
        for pair in known.pairs_sounding(left, right):
            if pair[0] != left and pair[1] != right:
                yield from _slip(known, Kind.TWO_SAME_SOUND, both, pair)
    if not both.known:
        for character in known.between(left, right):
            yield from _slip(known, Kind.MISSING, Spot(text, at, at, 0), character)
        yield from _slip(known, Kind.SWAPPED, both, right + left)


def _slip(known: KnownText, kind: Kind, spot: Spot, meant: str) -> Iterator[Slip]:
    """The slip, if the corpus has the mended spot at all, and inside a word of its own."""
    if not NUMERALS.isdisjoint(meant):
        return
    mended = spot.text[: spot.start] + meant + spot.text[spot.end :]
    if kind is not Kind.DOUBLED and _doubles(known, mended, spot.start, len(meant)):
        return
    start, stop = spot.start, spot.start + len(meant)
    if not (known.count(mended[max(0, start - 1) : stop]) or known.count(mended[start : stop + 1])):
        return
    window = known.widest(mended, start, stop)
    word = known.word_around(mended, start, stop) if window.length > 1 else None
    if word:
        yield Slip(kind, spot, meant, mended, window, word)
