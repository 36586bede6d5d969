"""What is said once for several figures, handed out to each: "甲、乙分别突破7300家、8000家"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.figure_sentences import FigureSentence, Reading
from corpus.nouns import SIDE_PLACE, split_list, with_shared_tail
from corpus.quantities import Quantity
from corpus.units import is_measure_word

_LEVEL = (
    r"(?:国家|区（市）|县（市、区）|县（市）|县（区）|省|市|县|区|部|州|乡镇?|[百千万]?[亿万])级?"
)
_LEVEL_WORD = re.compile(rf"^{_LEVEL}$")
_LEVEL_START = re.compile(rf"^{_LEVEL}(?=.)")
_YEARS_LIST = re.compile(r"(?:(?:19|20)[0-9]{2}年?[、和与及])+(?:19|20)[0-9]{2}年")
_BOTH_SIDES = {"城乡": ("城镇", "农村")}


def share_nouns_behind(
    sentence: FigureSentence, readings: list[Reading], rights: Sequence[str]
) -> None:
    """ "10个国家级和10个省级试点", "主城区15分钟、乡村30分钟的服务圈": one noun for two figures.

    ``readings`` and the nouns behind, ``rights``, are of each figure; the former are changed.
    """
    found = sentence.found
    for index in range(len(found) - 2, -1, -1):
        right, following = rights[index], rights[index + 1]
        if not sentence.is_joined(index + 1) or not following:
            continue
        level = _LEVEL_START.match(following)
        rest = following[level.end() :] if level else ""
        own = readings[index].indicator
        if right and level and _LEVEL_WORD.match(right) and not rest.startswith("（"):
            readings[index] = replace(readings[index], indicator=right + rest)
        elif not right and not own:
            readings[index] = replace(readings[index], indicator=following)
        elif not right and not is_measure_word(found[index].unit):
            noun = readings[index + 1].indicator
            same_unit = found[index].unit == found[index + 1].unit
            if same_unit and SIDE_PLACE.search(own) and noun.endswith(following):
                readings[index] = replace(readings[index], indicator=own + following)


def distribute(sentence: FigureSentence, readings: list[Reading]) -> None:
    """Changes ``readings`` where the parts of a list belong to a row of figures, one to each."""
    index = 0
    while index < len(readings):
        size = 1
        while index + size < len(readings) and sentence.continues_row(index + size):
            size += 1
        if size > 1:
            respectively = "分别" in sentence.left(index)
            row = slice(index, index + size)
            readings[row] = _distributed(readings[row], respectively=respectively)
        index += size


def _distributed(row: list[Reading], *, respectively: bool) -> list[Reading]:
    first = row[0]
    parts = split_list(first.indicator)
    levels = all(_LEVEL_WORD.match(part) for part in parts[:-1])
    if len(parts) == len(row) and (respectively or levels):
        return [replace(first, indicator=part) for part in with_shared_tail(parts)]
    if respectively and len(row) == 2:
        for word, sides in _BOTH_SIDES.items():
            if first.indicator.startswith(word):
                return [replace(first, scope=side) for side in sides]
    return row


def year_in_turn(plain: str, start: int, end: int, found: list[Quantity], index: int) -> int | None:
    """The year of figure ``index`` where years and figures are listed in turn ("2024年、2025年分别突破
    …"), else None."""
    sentence = FigureSentence(plain, start, end, found)
    first = index
    while sentence.continues_row(first):
        first -= 1
    begin = found[first - 1].end if first else start
    left = plain[begin : found[first].start]
    listed = _YEARS_LIST.search(left)
    if listed is None or "分别" not in left:
        return None
    years = re.findall(r"(?:19|20)[0-9]{2}", listed.group())
    return int(years[index - first]) if index - first < len(years) else None
