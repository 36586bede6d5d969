"""What the corpus writes: its character grams, its words, and how both sound."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from assistant.understanding.sounds import loosened, readings
from index.tokenizing import general_frequency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_GRAM = 6
HAN_RUN = re.compile(r"[\u3400-\u9fff]+")

# A word no dictionary has: of all places of one of its end characters, so many are in this word.
_TERM_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Window:
    """A gram of the corpus that covers a place: where it stands, and how often the corpus has it."""

    start: int
    end: int
    count: int

    @property
    def length(self) -> int:
        return self.end - self.start


NO_WINDOW = Window(0, 0, 0)


class KnownText:
    """Grams of ``texts`` with their counts. ``names`` are words, however seldom they occur.

    ``ordinary`` are words that people write and neither the corpus nor the dictionary may have.
    """

    def __init__(
        self, texts: Iterable[str], names: Iterable[str], ordinary: Iterable[str] = ()
    ) -> None:
        runs = [run for text in texts for run in HAN_RUN.findall(text)]
        self._ordinary = frozenset(run for word in ordinary for run in HAN_RUN.findall(word))
        self.names = frozenset(
            run for name in names for run in HAN_RUN.findall(name) if len(run) > 1
        )
        self._grams: dict[int, Counter[str]] = {
            size: Counter(
                run[at : at + size]
                for source in (runs, self.names)
                for run in source
                for at in range(len(run) - size + 1)
            )
            for size in range(1, LONGEST_GRAM + 1)
        }
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        self._by_loose_sound: dict[str, set[str]] = defaultdict(set)
        for character in self._grams[1]:
            for syllable in readings(character):
                self._by_sound[syllable].add(character)
            # Rare readings are for the learned, who tell n from l.
            for syllable in readings(character)[:1]:
                self._by_loose_sound[loosened(syllable)].add(character)
        self._between: dict[str, list[str]] = defaultdict(list)
        for gram in self._grams[3]:
            self._between[gram[0] + gram[2]].append(gram[1])
        self._pairs_by_sound: dict[tuple[str, str], list[str]] = defaultdict(list)
        for pair in self._grams[2]:
            for sounds in product(readings(pair[0]), readings(pair[1])):
                self._pairs_by_sound[sounds].append(pair)
        general_frequency("")  # reads the dictionary now and not with the first question
        self.sounding = lru_cache(maxsize=4096)(self._sounding)
        self.sounding_near = lru_cache(maxsize=4096)(self._sounding_near)
        self.sounding_rarely = lru_cache(maxsize=4096)(self._sounding_rarely)

    @property
    def syllables(self) -> frozenset[str]:
        """Every syllable the corpus has a character for."""
        return frozenset(self._by_sound)

    def count(self, gram: str) -> int:
        """How often ``gram`` (up to LONGEST_GRAM characters) occurs; 0 for longer ones."""
        counts = self._grams.get(len(gram))
        return counts[gram] if counts else 0

    def read_as(self, syllable: str, loose: bool = False) -> frozenset[str]:
        """The characters of the corpus that are read so."""
        if loose:
            return frozenset(self._by_loose_sound.get(loosened(syllable), ()))
        return frozenset(self._by_sound.get(syllable, ()))

    def _sounding(self, character: str) -> frozenset[str]:
        """The characters that sound just like ``character`` as it is usually read, itself left out."""
        return self._alike(readings(character)[:1], False) - {character}

    def _sounding_near(self, character: str) -> frozenset[str]:
        """The same, told apart by a careful speaker only: 省 and 深."""
        return self._alike(readings(character)[:1], True) - {character}

    def _sounding_rarely(self, character: str) -> frozenset[str]:
        """The characters that sound like a rarer reading of ``character``: 券 and 卷 as in 试卷."""
        return self._alike(readings(character)[1:], False) - {character}

    def _alike(self, syllables: Iterable[str], loose: bool) -> frozenset[str]:
        return frozenset().union(*(self.read_as(syllable, loose) for syllable in syllables))

    def between(self, left: str, right: str) -> list[str]:
        """The characters the corpus has between these two."""
        return self._between.get(left + right, [])

    def pairs_sounding(self, left: str, right: str) -> set[str]:
        """The pairs of the corpus that sound like these two characters."""
        return {
            pair
            for first in readings(left)
            for second in readings(right)
            for pair in self.pairs_read_as(first, second)
        }

    def pairs_read_as(self, first: str, second: str) -> list[str]:
        """The pairs of the corpus that are read as these two syllables."""
        return self._pairs_by_sound.get((first, second), [])

    def is_word(self, word: str) -> bool:
        """Whether the corpus uses ``word``, and it is a word and no chance neighbourhood."""
        if word in self.names:
            return True
        count = self.count(word)
        if not count:
            return False
        return general_frequency(word) > 0 or self.is_term(word)

    def is_term(self, word: str) -> bool:
        """Whether a rare character recurs in this pair or at this known word: 光伏, 充电桩."""
        count = self.count(word)
        if count < 2 or not 2 <= len(word) <= 3:
            return False
        short = len(word) == 2
        ends = (
            (word[0], short or self.is_word(word[1:])),
            (word[-1], short or self.is_word(word[:2])),
        )
        share = _TERM_SHARE if count > 2 else 2 * _TERM_SHARE
        return any(known and count >= share * self._grams[1][end] for end, known in ends)

    def widest(self, text: str, start: int, end: int) -> Window:
        """The longest gram of the corpus in ``text`` that covers start..end; the commonest of
        equals, then the one that has more of both sides.

        One that occurs once only counts where it is longer by two than any that recurs.
        """
        recurring = once = NO_WINDOW
        for size in range(LONGEST_GRAM, max(end - start, 2) - 1, -1):
            best = max(
                self._covering(text, start, end, size),
                key=lambda one: (one.count, min(start - one.start, one.end - end)),
                default=NO_WINDOW,
            )
            if best.count > 1:
                recurring = best
                break
            if not once.count:
                once = best
        return once if once.length >= recurring.length + 2 else recurring

    def _covering(self, text: str, start: int, end: int, size: int) -> Iterator[Window]:
        counts = self._grams[size]
        for at in range(max(0, end - size), min(start, len(text) - size) + 1):
            if count := counts.get(text[at : at + size]):
                yield Window(at, at + size, count)

    def length_around(self, text: str, start: int, end: int) -> int:
        """Length of the longest piece covering start..end that the corpus or the language knows.

        1 for a character in no such piece, 0 for several characters in none. A pair must be a
        word: two characters meet by chance too often.
        """
        least = 1 if end - start == 1 else 0
        for size in range(LONGEST_GRAM, max(least, end - start - 1), -1):
            for at in range(max(0, end - size), min(start, len(text) - size) + 1):
                piece = text[at : at + size]
                if self._is_ordinary(piece) or (
                    self.is_word(piece) if size == 2 else self.count(piece)
                ):
                    return size
        return least

    def is_in_word(self, text: str, at: int) -> bool:
        """Whether the character at ``at`` stands in a word of the corpus or the language."""
        return any(
            self._is_ordinary(piece) or self.is_word(piece) for piece in _pieces_around(text, at)
        )

    def is_in_dictionary_word(self, text: str, at: int) -> bool:
        """Whether the character at ``at`` stands in a word of the dictionary or a name."""
        return any(
            self._is_ordinary(piece) or piece in self.names for piece in _pieces_around(text, at)
        )

    def _is_ordinary(self, word: str) -> bool:
        return general_frequency(word) > 0 or word in self._ordinary

    def word_around(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The shortest word of the corpus in ``text`` that covers start..end and more.

        It must not cut a commoner word that reaches over its border.
        """
        for size in range(max(2, end - start), LONGEST_GRAM + 1):
            for at in range(max(0, end - size), min(start, len(text) - size) + 1):
                word = text[at : at + size]
                if self.is_word(word) and (
                    word in self.names or not self._cuts_a_word(text, at, at + size)
                ):
                    return at, at + size
        return None

    def _cuts_a_word(self, text: str, start: int, end: int) -> bool:
        usual, count = general_frequency(text[start:end]), self.count(text[start:end])
        return any(
            general_frequency(word := text[at : at + size]) > usual and self.count(word) > count
            for border in (start, end)
            for size in range(2, LONGEST_GRAM + 1)
            for at in range(max(0, border + 1 - size), min(border, len(text) - size + 1))
            if not (at <= start and end <= at + size)
        )


def _pieces_around(text: str, at: int) -> Iterator[str]:
    for size in range(2, LONGEST_GRAM + 1):
        for first in range(max(0, at + 1 - size), min(at, len(text) - size) + 1):
            yield text[first : first + size]
