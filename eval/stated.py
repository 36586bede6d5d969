"""The statements of an answer, in words that can be held against the documents.

Taken away is what says where a thing stands and not what is so: markers, list numbers, titles, 文号
and locators; and, in lines that cite nothing, the answer's own counts of rows ("共3项") and the
corpus' notes on how far a copy reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from assistant.models import Answer
from eval.models import Judged
from eval.quantities import Quantity, quantities
from eval.wording import normalised

_MARKERS = re.compile(r"(?:\[\d+\])+")
_MARKER = re.compile(r"\[(\d+)\]")
_LIST_NUMBER = re.compile(r"^\s*\d+[.、)]\s*")
_DOCUMENT_NUMBER = re.compile(r"〔\d{4}〕\d+号")
_PLACE = re.compile(r"第\d+(?:[、至-]第?\d+)*[项条]")
_OWN_COUNT = re.compile(r"共(?:有|计)?\d+[^\d、。;]")
_COMPUTED = ("程序计算", "程序比较")
_COUNTED_NAMES = re.compile(r"\((\d+)[^\d()]\):([^:。;]+)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Statement(NamedTuple):
    """Normalised words without addresses, and the markers that stand behind them."""

    words: str
    markers: tuple[int, ...]


def statements_of(judged: Judged) -> list[Statement]:
    """What the reply's answer states, cut at line ends and behind runs of markers; an answer less
    gives none. Pieces without words are left out."""
    answer = judged.reply.answer
    if answer is None:
        return []
    addresses = _addresses(answer)
    notes = [_bare(note, addresses) for note in judged.grounded.notes]
    found = []
    for line in answer.answer.splitlines():
        for words, markers in _pieces(_LIST_NUMBER.sub("", line)):
            bare = _bare(words, addresses)
            if not markers:
                bare = _OWN_COUNT.sub("", _less(bare, notes))
            if any(character.isalnum() for character in bare):
                found.append(Statement(bare, markers))
    return found


def figures_in(words: str) -> list[Quantity]:
    """The numbers of normalised ``words`` that are no years."""
    return [
        quantity
        for quantity in quantities(words)
        if not (_YEAR.fullmatch(quantity.text) and quantity.behind[:1] in {"年", "-", "、", ""})
    ]


def is_announced(words: str) -> bool:
    """Whether the program says that these words are its own computation."""
    return any(announcement in words for announcement in _COMPUTED)


def is_derived(value: Decimal, words: str) -> bool:
    """Whether ``value`` follows from the other words: the count of names listed behind it, or, where
    a computation is announced, sum, difference or quotient of two other numbers."""
    for counted in _COUNTED_NAMES.finditer(words):
        if Decimal(counted.group(1)) == value == len(counted.group(2).split("、")):
            return True
    others = [quantity.value for quantity in quantities(words) if quantity.value != value]
    return is_announced(words) and any(
        value in (abs(one - other), one + other) or value * min(one, other) == max(one, other)
        for one, other in combinations(others, 2)
    )


def _pieces(line: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    at = 0
    for run in _MARKERS.finditer(line):
        yield line[at : run.start()], tuple(map(int, _MARKER.findall(run.group())))
        at = run.end()
    yield line[at:], ()


def _addresses(answer: Answer) -> list[str]:
    """What names the places of an answer's citations, longest first."""
    found = {
        normalised(address)
        for citation in answer.citations
        for address in (citation.locator, citation.document_title, citation.document_number or "")
    }
    return sorted(found - {""}, key=lambda address: (-len(address), address))


def _bare(words: str, addresses: list[str]) -> str:
    # The place first: a locator without its number would leave "第3、5项" behind as figures.
    text = _less(_PLACE.sub("", normalised(words)), [_PLACE.sub("", one) for one in addresses])
    return _DOCUMENT_NUMBER.sub("", text)


def _less(text: str, parts: list[str]) -> str:
    for part in parts:
        if part:
            text = text.replace(part, "")
    return text
