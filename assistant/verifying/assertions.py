"""One claim of a pasted text before it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.verifying.covering import topical
from assistant.verifying.elements import Elements

LEAST_SUBJECT = 2
"""Characters that words must state to say what a claim is about."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One claim before it is judged; offsets count characters of the pasted text.

    ``plain`` is the text's plain form. ``start``/``end`` enclose the claim, ``core`` is where its
    own checkable piece begins: what stands before is its lead. ``sentence`` is the whole sentence
    it was cut from, ``topic`` the words of the claims before it there, elements taken out.
    """

    start: int
    end: int
    core: int
    sentence: tuple[int, int]
    elements: Elements
    topic: str
    literal: bool = False
    by_words: bool = False
    """Whether it is read from a short text that states nothing but words."""
    rests_on: tuple[int, int] | None = None
    """The sentence before that says what it is about, where its own does not."""
    part: tuple[int, int] | None = None
    """Where the deed stands that alone is judged, of a claim that tells several; offsets as above."""
    shown: tuple[int, int] | None = None
    """What of it readers are shown, where it shares its words with the claim beside it."""

    @property
    def context(self) -> tuple[int, int]:
        """The sentence in which it is said what it is about."""
        return self.rests_on or self.sentence

    @property
    def dependent(self) -> bool:
        """Whether it says nothing of what it is about and rests on the claims before it."""
        return bool(self.topic) and topical(self.elements.words) < LEAST_SUBJECT
