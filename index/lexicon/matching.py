"""Finding many wordings in one short text at once.

A wording is literal characters, or pieces parted by "…", which stands for up to
``GAP`` characters of the same clause ("拖欠…工资" is found in "拖欠了半年工资").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

GAP = 6
GAP_MARK = "…"
_INSIDE_A_CLAUSE = r"[^，。？！；：,?!;\n]"
_LATIN_OR_DIGIT = re.compile(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """One wording found: ``start``/``end`` count characters of the text searched.

    ``covered`` holds the positions of the literal characters: all of start..end but the gaps.
    """

    start: int
    end: int
    covered: frozenset[int]
    value: T


@dataclass(frozen=True, slots=True)
class _Wording(Generic[T]):
    pieces: tuple[str, ...]
    pattern: re.Pattern[str]
    value: T


class Matcher(Generic[T]):
    """Wordings with a value each. Searching looks only at those whose first two characters fit."""

    def __init__(self, wordings: Iterable[tuple[str, T]]) -> None:
        self._by_opening: dict[str, list[_Wording[T]]] = {}
        for wording, value in wordings:
            pieces = tuple(folded(wording).split(GAP_MARK))
            entry = _Wording(pieces, _compiled(pieces), value)
            self._by_opening.setdefault(pieces[0][:2], []).append(entry)

    def find(self, text: str) -> list[Match[T]]:
        """All wordings in ``text``, in order of place; one that lies wholly in another is left out.

        Two that only overlap are both kept: "异地看病报销" holds "异地看病" and "看病报销".
        """
        found = list(self._everywhere(folded(text)))
        kept = [m for m in found if not any(m.covered < other.covered for other in found)]
        return sorted(kept, key=lambda m: (m.start, m.end))

    def _everywhere(self, text: str) -> Iterator[Match[T]]:
        for start in range(len(text) - 1):
            for wording in self._by_opening.get(text[start : start + 2], ()):
                if not text.startswith(wording.pieces[0], start):
                    continue
                hit = wording.pattern.match(text, start)
                if hit is None or _cuts_a_word(text, hit.start(), hit.end()):
                    continue
                covered = frozenset(
                    position
                    for group in range(1, len(wording.pieces) + 1)
                    for position in range(*hit.span(group))
                )
                yield Match(hit.start(), hit.end(), covered, wording.value)


def folded(text: str) -> str:
    """``text`` in lower case, of the same length: characters that would grow stay as they are."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _compiled(pieces: tuple[str, ...]) -> re.Pattern[str]:
    gap = f"{_INSIDE_A_CLAUSE}{{0,{GAP}}}?"
    return re.compile(gap.join(f"({re.escape(piece)})" for piece in pieces))


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins or ends inside a Latin word or a number ("AI" in "AIDS")."""
    before = text[start - 1 : start] + text[start : start + 1]
    after = text[end - 1 : end] + text[end : end + 1]
    return any(
        len(pair) == 2 and all(_LATIN_OR_DIGIT.match(char) for char in pair)
        for pair in (before, after)
    )
