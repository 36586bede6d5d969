"""Mending what a question types wrong, by the words of the corpus. Start here.

A span is changed only where it is neither of the corpus nor ordinary Chinese as written, and one
wording of the corpus clearly fits; in doubt nothing is changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.understanding.judging import is_convincing
from assistant.understanding.known_text import KnownText
from assistant.understanding.slips import Slip, find_slips

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_SLIPS = 4
# The runner-up must be this many times rarer, else it is anyone's guess which was meant.
_CLEARLY = 3


@dataclass(frozen=True, slots=True)
class Correction:
    """A question mended. ``changes`` are the words that were changed, as (written, meant)."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


class Corrector:
    """Knows the words of ``texts`` (plain form) and ``names`` (units, bodies, places, people)."""

    def __init__(self, texts: Iterable[str], names: Iterable[str] = ()) -> None:
        self._known = KnownText(texts, names)

    def correct(self, question: str) -> Correction:
        """``question`` (plain form) with its typing errors mended; unchanged where none is sure."""
        text = question
        changes: list[tuple[str, str]] = []
        for _ in range(_MOST_SLIPS):
            slip = self._surest(text)
            if slip is None:
                break
            changes.append(_change(slip))
            text = slip.mended
        return Correction(text, tuple(changes))

    def _surest(self, text: str) -> Slip | None:
        slips = sorted(find_slips(self._known, text), key=_rank)
        return next(
            (
                slip
                for slip in slips
                if is_convincing(self._known, slip) and not _contested(slip, slips)
            ),
            None,
        )


def _rank(slip: Slip) -> tuple[int, int, int, int]:
    return (-slip.window.length, slip.kind, -slip.window.count, slip.spot.start)


def _contested(slip: Slip, slips: list[Slip]) -> bool:
    """Whether something else fits the same spot about as well."""
    return any(
        other.mended != slip.mended
        and other.kind <= slip.kind
        and other.spot.start < max(slip.spot.end, slip.spot.start + 1)
        and slip.spot.start < max(other.spot.end, other.spot.start + 1)
        and other.window.length >= slip.window.length
        and other.window.count * _CLEARLY > slip.window.count
        for other in slips
    )


def _change(slip: Slip) -> tuple[str, str]:
    """The smallest whole word that changed, as written and as meant."""
    first, last = slip.word
    longer = slip.spot.end - slip.spot.start - len(slip.meant)
    return slip.spot.text[first : last + longer], slip.mended[first:last]
