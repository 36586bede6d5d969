"""Mending what a question types wrong, by the words of the corpus. Start here.

A span is changed only where it is neither of the corpus nor ordinary Chinese as written, and one
wording of the corpus clearly fits; in doubt nothing is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.understanding.judging import is_convincing
from assistant.understanding.known_text import KnownText
from assistant.understanding.slips import Kind, Slip, find_slips
from assistant.understanding.typed_sounds import TypedSounds

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_SLIPS = 4
# The words of asking are no words of the documents, so that any beside them looks unknown.
_ASKING = re.compile(r"多少|提到|[标写列定]成|什么|哪[个些家项条]?|谁|何时|几[个家项条]")
# A number of a task is no word, so that the words beside it cannot tell what was meant.
_ORDINAL = re.compile(
    r"(?<![兄徒子师小堂表老])[弟递帝](?=(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4})(?:项|条|款|点|号|部分))"
)
# The runner-up must be this many times rarer, else it is anyone's guess which was meant.
_CLEARLY = 3


@dataclass(frozen=True, slots=True)
class Correction:
    """A question mended. ``changes`` are the words that were changed, as (written, meant)."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


class Corrector:
    """Knows the words of ``texts`` (plain form) and ``names`` (units, bodies, places, people).

    ``ordinary`` are everyday words to leave alone that no dictionary may have.
    """

    def __init__(
        self, texts: Iterable[str], names: Iterable[str] = (), ordinary: Iterable[str] = ()
    ) -> None:
        texts = tuple(texts)
        self._known = KnownText(texts, names, ordinary)
        self._typed = TypedSounds(self._known, texts)

    def correct(self, question: str) -> Correction:
        """``question`` (plain form) with its typing errors mended; unchanged where none is sure."""
        changes: list[tuple[str, str]] = []
        text = question
        for start, end, meant in reversed(list(self._typed.read(question))):
            changes.insert(0, (question[start:end], meant))
            text = text[:start] + meant + text[end:]
        for match in _ORDINAL.finditer(text):
            changes.append((match.group(), "第"))
        text = _ORDINAL.sub("第", text)
        for _ in range(_MOST_SLIPS):
            slip = self._surest(text)
            if slip is None:
                break
            changes.append(_change(slip))
            text = slip.mended
        return Correction(text, tuple(changes))

    def _surest(self, text: str) -> Slip | None:
        asking = [match.span() for match in _ASKING.finditer(text)]
        found = (slip for slip in find_slips(self._known, text) if not _touches(slip, asking))
        slips = sorted(found, key=_rank)
        sure = (slip for slip in slips if is_convincing(self._known, slip))
        return next((slip for slip in sure if not _is_contested(slip, slips)), None)


def _touches(slip: Slip, spans: list[tuple[int, int]]) -> bool:
    """Whether a slip would change characters of one of the spans."""
    start, end = slip.spot.start, max(slip.spot.end, slip.spot.start + 1)
    return any(left < end and start < right for left, right in spans)


def _rank(slip: Slip) -> tuple[bool, int, int, int, int]:
    doubled = slip.kind is Kind.DOUBLED
    return (not doubled, -slip.kept, slip.kind, -slip.window.count, slip.spot.start)


def _is_contested(slip: Slip, slips: list[Slip]) -> bool:
    """Whether something else fits the same spot about as well."""
    start, end = slip.spot.start, max(slip.spot.end, slip.spot.start + 1)
    return any(
        other.mended != slip.mended
        and other.kind <= slip.kind
        and other.spot.start < end
        and start < max(other.spot.end, other.spot.start + 1)
        and other.kept >= slip.kept
        and other.window.count * _CLEARLY > slip.window.count
        for other in slips
    )


def _change(slip: Slip) -> tuple[str, str]:
    """The smallest whole word that changed, as written and as meant."""
    first, last = slip.word
    longer = slip.spot.end - slip.spot.start - len(slip.meant)
    return slip.spot.text[first : last + longer], slip.mended[first:last]
