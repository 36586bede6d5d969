"""Chinese numerals as they occur in printed labels and in questions."""

from __future__ import annotations

import re

import cn2an

_HAN_DIGITS = "零〇一二两三四五六七八九十百千万亿"
_LABEL = re.compile(rf"^[（(]?([0-9]+|[{_HAN_DIGITS}]+)[）)]?(?:是|、|\.|．|$)")


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
