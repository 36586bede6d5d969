"""Numbers as they stand in text, read independently of the product's own figure parser.

The metrics must not share a reading mistake with what they measure, so this file knows only
digits, decimal points, the scales 千/万/亿 and the per cent sign.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_SCALE = {"千": 3, "万": 4, "亿": 8}
_NUMBER = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(万亿|[千万亿](?![\d.]))?(%)?")
_BEFORE = {
    "≥": ("不低于", "不少于", "至少"),
    "≤": ("不超过", "不高于", "控制在"),
    ">": ("超过", "超", "突破", "高于", "大于"),
    "<": ("低于", "少于", "不足"),
    "≈": ("约", "大约"),
}
_BEHIND = {"≥": ("以上", "及以上"), "≤": ("以内", "以下"), "≈": ("左右",)}
_REACH = 6  # characters: "万千瓦左右" is five; farther words belong to another figure


class Quantity(NamedTuple):
    """A number of a normalised text: its value with scale, and the text behind it."""

    value: Decimal
    percent: bool
    before: str
    behind: str
    text: str


def quantities(text: str) -> list[Quantity]:
    """All numbers of normalised ``text``, in order."""
    found = []
    for match in _NUMBER.finditer(text):
        digits, scale, percent = match.groups()
        power = sum(_SCALE[character] for character in scale or "")
        found.append(
            Quantity(
                Decimal(digits).scaleb(power),
                percent is not None,
                text[max(0, match.start() - _REACH) : match.start()],
                text[match.end() : match.end() + _REACH],
                match.group(),
            )
        )
    return found


def bound_of(quantity: Quantity, unit: str) -> str:
    """The bound sign of ``assistant.models`` that the words around the number set; "=" for none."""
    rest = quantity.behind.removeprefix(unit)
    for sign, words in _BEHIND.items():
        if rest.startswith(words):
            return sign
    for sign, words in _BEFORE.items():
        if quantity.before.endswith(words):
            return sign
    return "="
