"""Words a dictionary lacks, learnt from the corpus itself.

Three sources: what the documents put in quotation marks or book-title marks; the names of units,
bodies and people that the parsers found; and strings that recur, hold together and stand in
varied company (pointwise mutual information and branching entropy).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.models import Corpus, Task

_LONGEST_NAME = 16
_LONGEST_WORD = 6
_LEAST_COUNT = 4
# Calibrated by reading the words learnt from five documents: below these, halves of words
# and chance neighbours come in; above, terms of the trade that occur four or five times are lost.
_LEAST_INFORMATION = 5.0
_LEAST_ENTROPY = 2.0

_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,}")
_QUOTED = re.compile(rf"[“《「『]([^“”《》「」『』，。；：？！]{{2,{_LONGEST_NAME}}})[”》」』]")
_NEVER_FIRST = frozenset("的了和与及或等在对为是有将把被由从以其之于也都到并向个家项名位条座")
_NEVER_LAST = frozenset("的和与及或在对为是将把被由从以其之于并向")


def learn_words(corpus: Corpus) -> tuple[str, ...]:
    """Every word to add to the dictionary, shortest first: the same corpus, the same words."""
    texts = [task.plain for task in corpus.tasks]
    words = set(_names(corpus)) | set(_quoted(texts)) | set(_recurrent(texts))
    return tuple(sorted(words, key=lambda word: (len(word), word)))


def _names(corpus: Corpus) -> Iterator[str]:
    for task in corpus.tasks:
        for name in (task.unit, *(named for named in _bodies_and_people(task))):
            if _HAN_NAME.fullmatch(name) and len(name) <= _LONGEST_NAME:
                yield name


def _bodies_and_people(task: Task) -> Iterator[str]:
    duty = task.duty
    for named in (*duty.people, *duty.leads, *duty.participants):
        yield task.plain[named.start : named.end]
        yield named.name
    if duty.contact:
        yield duty.contact.name.name


def _quoted(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for match in _QUOTED.finditer(text):
            if _HAN_NAME.fullmatch(match.group(1)):
                yield match.group(1)


def _recurrent(texts: Iterable[str]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    before: dict[str, Counter[str]] = defaultdict(Counter)
    behind: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for run in _HAN_RUN.findall(text):
            _count(f"^{run}$", counts, before, behind)
    characters = sum(count for gram, count in counts.items() if len(gram) == 1)
    for gram, count in counts.items():
        if (
            len(gram) > 1
            and count >= _LEAST_COUNT
            and gram[0] not in _NEVER_FIRST
            and gram[-1] not in _NEVER_LAST
            and min(_entropy(before[gram]), _entropy(behind[gram])) >= _LEAST_ENTROPY
            and _information(gram, counts, characters) >= _LEAST_INFORMATION
        ):
            yield gram


def _count(
    run: str,
    counts: Counter[str],
    before: dict[str, Counter[str]],
    behind: dict[str, Counter[str]],
) -> None:
    """Counts the grams of one run; ``^`` and ``$`` stand for its borders as neighbours."""
    for size in range(1, _LONGEST_WORD + 1):
        for start in range(1, len(run) - size):
            gram = run[start : start + size]
            counts[gram] += 1
            if size > 1:
                before[gram][run[start - 1]] += 1
                behind[gram][run[start + size]] += 1


def _information(gram: str, counts: Counter[str], characters: int) -> float:
    """Bits by which the gram is likelier than its likeliest two parts side by side."""
    whole = counts[gram] / characters
    return min(
        math.log2(whole / (counts[gram[:cut]] / characters * counts[gram[cut:]] / characters))
        for cut in range(1, len(gram))
    )


def _entropy(neighbours: Counter[str]) -> float:
    """Bits of uncertainty about the neighbour. Every border of a run is a neighbour of its own:
    standing free is the best sign of a word."""
    total = sum(neighbours.values())
    bits = 0.0
    for neighbour, count in neighbours.items():
        if neighbour in "^$":
            bits += count / total * math.log2(total)
        else:
            bits -= count / total * math.log2(count / total)
    return bits
