"""Numerals, Chinese and Arabic, as they occur in printed labels, in figures and in questions."""

from __future__ import annotations

import re
from decimal import Decimal

import cn2an

HAN_DIGITS = "零〇一二两三四五六七八九十百千万亿"
"""Every character that a Chinese numeral is written with."""
_HAN_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_LABEL = re.compile(rf"^[（(]?([0-9]+|[{HAN_DIGITS}]+)[）)]?(?:是|、|\.|．|$)")

HEADING_LABEL = re.compile(r"^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）|^\d+[.．]")
"""The number at the beginning of a printed heading."""


def han_to_int(text: str) -> int | None:
    """The whole number a Chinese numeral says ("二十七" → 27), or None where it says none."""
    try:
        return int(cn2an.cn2an(text.replace("〇", "零"), "smart"))
    except ValueError:
        return None


def ordinal_of(label: str) -> int | None:
    """The number in a printed label: "7" → 7, "（三）" → 3, "一是" → 1; None for "联系人"."""
    match = _LABEL.match(label.strip())
    if match is None:
        return None
    digits = match.group(1)
    return int(digits) if digits.isascii() else han_to_int(digits)


def heading_number(heading: str) -> int | None:
    """The number a heading begins with ("二、主要任务", "（三）…"), None where it has none."""
    label = HEADING_LABEL.match(heading)
    return ordinal_of(label.group().rstrip("、.．")) if label else None


def han_to_decimal(text: str) -> Decimal | None:
    """The number a Chinese numeral says, exactly: "三点五万" → 35000, "千亿" → 100000000000.

    None where it says none ("三四", "十四五": digits side by side without a place are no number).
    """
    if re.search(r"[一二两三四五六七八九]{2}", text):
        return None
    if "点" in text:
        return _han_fraction(text)
    above, hundred_millions, below = text.partition("亿")
    if above and hundred_millions and below and "亿" not in below:
        high, low = han_to_decimal(above), han_to_decimal(below.lstrip("零"))
        return None if high is None or low is None else high * 10**8 + low
    scale = Decimal(1)
    while text and text[-1] in "万亿":
        scale *= _HAN_MULTIPLIERS[text[-1]]
        text = text[:-1]
    if text and text[0] in "百千":
        text = "一" + text
    if not text:
        return scale if scale > 1 else None
    whole = han_to_int(text)
    return None if whole is None else whole * scale


def _han_fraction(text: str) -> Decimal | None:
    match = re.fullmatch(r"([^点]+)点([零〇一二三四五六七八九]+)([十百千万亿]*)", text)
    if match is None:
        return None
    whole = han_to_decimal(match.group(1))
    if whole is None:
        return None
    digits = "".join(
        str("零一二三四五六七八九".index(d)) for d in match.group(2).replace("〇", "零")
    )
    value = whole + Decimal(f"0.{digits}")
    for char in match.group(3):
        value *= _HAN_MULTIPLIERS[char]
    return value


def numeral_value(
    digits: str, more: str | None = None, more_times: str | None = None
) -> Decimal | None:
    """The value of an Arabic, Chinese or mixed numeral ("3.5万"); ``more`` and ``more_times`` are the
    余 or 多 behind it and the 万 that follows those ("10多万家"). None where it says none."""
    if digits[0] in HAN_DIGITS:
        value = han_to_decimal(digits)
    else:
        value = Decimal(0)
        for part in re.finditer(r"([0-9,]+(?:\.[0-9]+)?) ?([十百千万亿]*)", digits):
            amount = Decimal(part.group(1).replace(",", ""))
            for place in part.group(2):
                amount *= _HAN_MULTIPLIERS[place]
            value += amount
    if value is not None and more and more_times:
        for place in more_times:
            value *= _HAN_MULTIPLIERS[place]
    return value


def places_shared(low: str, high: str) -> int:
    """What the lower end of a range is to be multiplied by: 万 in "3—5万家" belongs to 3 as well; not
    in "300—1万家", where 300 is already no small digit."""
    trailing = re.search(r"[十百千万亿]+$", high)
    if (
        trailing is None
        or re.search(r"[十百千万亿]$", low)
        or Decimal(low.replace(",", "")) >= 1000
    ):
        return 1
    factor = 1
    for char in trailing.group():
        factor *= _HAN_MULTIPLIERS[char]
    return factor
