"""Text that remembers where each of its characters came from.

Parsers cut, join and clean texts; ``TracedText`` carries the source offset of every character
through all of that, so that a quote can always be given as a span of the file as stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK = re.compile(r"\s+")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class TracedText:
    """``text`` and, of equal length, the source offset of each character."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, source: str, start: int, end: int) -> TracedText:
        """The characters of ``source`` from start to end."""
        return cls(source[start:end], tuple(range(start, end)))

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: TracedText) -> TracedText:
        return TracedText(self.text + other.text, self.offsets + other.offsets)

    def slice(self, start: int, end: int | None = None) -> TracedText:
        return TracedText(self.text[start:end], self.offsets[start:end])

    def without(self, pattern: re.Pattern[str]) -> TracedText:
        """This text less every match of ``pattern``."""
        kept = EMPTY
        at = 0
        for match in pattern.finditer(self.text):
            kept += self.slice(at, match.start())
            at = match.end()
        return kept + self.slice(at)

    def strip(self) -> TracedText:
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, len(self.text.rstrip()))

    def lines(self) -> Iterator[TracedText]:
        """Its lines, without their line breaks; blank ones too."""
        at = 0
        for line in self.text.splitlines(keepends=True):
            yield self.slice(at, at + len(line.rstrip("\r\n")))
            at += len(line)

    def tight(self) -> TracedText:
        """This text without blanks and line breaks; one blank stays between two Latin words."""
        kept = EMPTY
        at = 0
        for match in _BLANK.finditer(self.text):
            kept += self.slice(at, match.start())
            before, after = self.text[: match.start()][-1:], self.text[match.end() :][:1]
            if _LATIN.match(before) and _LATIN.match(after):
                kept += TracedText(" ", (self.offsets[match.start()],))
            at = match.end()
        return kept + self.slice(at)


EMPTY = TracedText("", ())


def tight_characters(text: str) -> str:
    """What a source span must equal once normalised: no white space and no mark-up."""
    return re.sub(r"[\s`#*]+", "", text)
