"""Chinese words typed by their sound in Latin letters: "chongdianzhuang", "gao标准农田", "jinan市"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from assistant.understanding.known_text import LONGEST_GRAM, KnownText
from assistant.understanding.sounds import readings, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Asked with, but seldom found in documents.
_ASKING_WORDS = (
    *("多少", "什么", "哪些", "哪个", "哪家", "谁", "几个", "怎么", "怎么样", "如何", "何时"),
    *("什么时候", "是多少", "有多少", "有哪些", "是什么", "是谁", "由谁", "今年", "明年", "去年"),
)
_LETTERS = re.compile(r"[a-z]+(?:['’ ][a-z]+)*", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")
_PART_OF_A_CODE = re.compile(r"[A-Za-z.+%/_@-]")
_SHORT_CODE = 2
_LONGEST_SYLLABLE = 6
_MOST_SYLLABLES = 16
_MOST_CUTS = 8
# The runner-up must be this many times rarer, else it is anyone's guess which was meant.
_CLEARLY = 3
_RECURS = 2
_LONG = 5

Syllables = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What letters may stand for: how much of the corpus around it fits, and how often."""

    meant: str
    evidence: int
    count: int


class TypedSounds:
    """Reads letters as words of ``known``. Latin words of ``texts`` are left as they are."""

    def __init__(self, known: KnownText, texts: Iterable[str]) -> None:
        self._known = known
        self._latin = frozenset(word.casefold() for text in texts for word in _WORD.findall(text))
        self._asking: dict[Syllables, str] = {}
        for word in _ASKING_WORDS:
            for sounds in product(*(readings(character) for character in word)):
                self._asking.setdefault(sounds, word)

    def read(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Places of ``text`` that are Chinese typed in letters: start, end and what is meant."""
        if self._is_foreign(text):
            return
        for run in _LETTERS.finditer(text):
            if meant := self._meant(text, run.start(), run.end()):
                yield run.start(), run.end(), meant
                continue
            if all(self._cuts(word) for word in _WORD.findall(run.group())):
                for word in _WORD.finditer(run.group()):
                    start, end = run.start() + word.start(), run.start() + word.end()
                    if meant := self._meant(text, start, end):
                        yield start, end, meant

    def _is_foreign(self, text: str) -> bool:
        """Whether the question is mainly written in a language with Latin letters."""
        words = _WORD.findall(text)
        strange = [
            word for word in words if word.casefold() not in self._latin and not self._cuts(word)
        ]
        return bool(strange) and len(words) > len(_HAN.findall(text))

    def _meant(self, text: str, start: int, end: int) -> str:
        words = _WORD.findall(text[start:end])
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        if _PART_OF_A_CODE.search(around) or any(self._is_latin(word) for word in words):
            return ""
        if end - start <= _SHORT_CODE and any(sign.isdigit() for sign in around):
            return ""
        found: list[_Reading] = []
        if len(words) > _MOST_SYLLABLES:
            return ""
        for cuts in islice(product(*(self._cuts(word) for word in words)), _MOST_CUTS):
            syllables = tuple(syllable for cut in cuts for syllable in cut)
            if len(syllables) <= _MOST_SYLLABLES:
                found += self._readings(syllables, text[:start], text[end:])
        return _clearest(found)

    def _is_latin(self, word: str) -> bool:
        return word.casefold() in self._latin or (word.isupper() and len(word) > 1)

    def _cuts(self, word: str) -> list[Syllables]:
        """The ways to cut letters into as few syllables of the corpus as can be."""
        if len(word) > _MOST_SYLLABLES * _LONGEST_SYLLABLE:
            return []
        cuts = _fewest_cuts(word.casefold(), self._known.syllables)
        return [cut for cut in cuts if len(cut) <= _MOST_SYLLABLES]

    def _readings(self, syllables: Syllables, before: str, behind: str) -> list[_Reading]:
        whole = [
            reading
            for gram in self._grams(syllables)
            if (reading := self._in_place(gram, before, behind))
        ]
        return whole or self._in_words(syllables)

    def _in_place(self, gram: str, before: str, behind: str) -> _Reading | None:
        known, start, end = self._known, len(before), len(before) + len(gram)
        mended = before + gram + behind
        window = known.widest(mended, start, end)
        word = known.word_around(mended, start, end) if len(gram) == 1 else (start, end)
        if word is None or (window.count < _RECURS and window.length < _LONG):
            return None
        is_word = known.is_word(mended[slice(*word)])
        return _Reading(gram, window.length, window.count) if is_word or window.length > 2 else None

    def _grams(self, syllables: Syllables) -> list[str]:
        """The grams of the corpus that are read as these syllables."""
        if not 0 < len(syllables) <= LONGEST_GRAM:
            return []
        grams = list(self._known.read_as(syllables[0]))
        if len(syllables) > 1:
            grams = self._known.pairs_read_as(*syllables[:2])
        for syllable in syllables[2:]:
            grams = [
                gram + character
                for gram in grams
                for character in self._known.read_as(syllable)
                if self._known.count(gram + character)
            ]
        # 省 may also be read "xian", but is not in 省委.
        return [gram for gram in grams if len(gram) == 1 or said(gram) == syllables]

    def _in_words(self, syllables: Syllables) -> list[_Reading]:
        """The syllables as a row of words, as few as possible; none where a word is unclear."""
        rows: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(2, len(syllables) + 1):
            for start in sorted(rows):
                word = self._word(syllables[start:end]) if start < end else ""
                if word and (end not in rows or len(rows[start]) + 1 < len(rows[end])):
                    rows[end] = (*rows[start], word)
        row = rows.get(len(syllables), ())
        return [_Reading("".join(row), 0, 1)] if row else []

    def _word(self, syllables: Syllables) -> str:
        if asking := self._asking.get(syllables):
            return asking
        if len(syllables) < 2:
            return ""
        words = [gram for gram in self._grams(syllables) if self._known.is_word(gram)]
        return _clearest(_Reading(word, 0, self._known.count(word)) for word in words)


def _fewest_cuts(letters: str, syllables: frozenset[str]) -> list[Syllables]:
    """The ways to cut ``letters`` into as few syllables as can be, at most _MOST_CUTS of them."""
    cuts: list[list[Syllables]] = [[()]]
    for end in range(1, len(letters) + 1):
        ways = [
            (*way, letters[start:end])
            for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            if letters[start:end] in syllables
            for way in cuts[start]
        ]
        fewest = min(map(len, ways), default=0)
        cuts.append([way for way in ways if len(way) == fewest][:_MOST_CUTS])
    return cuts[-1]


def _clearest(found: Iterable[_Reading]) -> str:
    """The reading that fits best, or "" where another fits about as well."""
    best: dict[str, _Reading] = defaultdict(lambda: _Reading("", 0, 0))
    for reading in found:
        best[reading.meant] = max(
            best[reading.meant], reading, key=lambda one: (one.evidence, one.count)
        )
    ranked = sorted(best.values(), key=lambda one: (-one.evidence, -one.count, one.meant))
    if not ranked:
        return ""
    first, *others = ranked
    unclear = any(
        other.evidence == first.evidence and other.count * _CLEARLY > first.count
        for other in others
    )
    return "" if unclear else first.meant
