"""One script for matching: simplified characters, half-width letters and digits, one punctuation.

The only file that imports OpenCC. Every function here keeps the number of characters, so that text
offsets into the original serve the simplified text too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from opencc import OpenCC

_WORDS_WITH_ZHU = (
    "著名|著作|著述|著称|著录|著书|显著|专著|名著|论著|编著|原著|合著|卓著|昭著|土著|巨著"
)
# Variants that OpenCC's t2s leaves as they are.
_VARIANTS = str.maketrans({"堿": "碱"})
# OpenCC's t2s keeps 著 everywhere; mainland script writes 着 except in the words above.
_ZHU = re.compile(rf"({_WORDS_WITH_ZHU})|著")
_CJK = r"\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…"
_FULL_WIDTH = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？"}
_HALF_PUNCTUATION = re.compile(r"[,:;()!?]")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _same_length(text: str, convert: OpenCC) -> str:
    whole = str(convert.convert(text))
    if len(whole) == len(text):
        return whole
    return "".join(one if len(one := str(convert.convert(char))) == 1 else char for char in text)


def simplify(text: str) -> str:
    """``text`` in simplified characters; same length."""
    simplified = _same_length(text, _converter()).translate(_VARIANTS)
    return _ZHU.sub(lambda match: match.group(1) or "着", simplified)


def half_width(text: str) -> str:
    """Full-width letters, digits, % and + made half-width; all else kept; same length."""
    return "".join(_half_width_char(char) for char in text)


def _half_width_char(char: str) -> str:
    if "\uff01" <= char <= "\uff5e":
        half = unicodedata.normalize("NFKC", char)
        if half.isalnum() or half in "%+.~-/":
            return half
    return char


def _punctuation(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    # "1,250" and "AEO(T)" keep theirs: only where Chinese stands on a side is it Chinese punctuation
    if re.match(rf"[{_CJK}]", before) or re.match(rf"[{_CJK}]", after) or not after:
        return _FULL_WIDTH[match.group()]
    return match.group()


def plain_form(text: str) -> str:
    """The form everything is matched in: simplified, half-width digits, Chinese punctuation.

    Same length as ``text``.
    """
    half = half_width(simplify(text))
    result = _HALF_PUNCTUATION.sub(_punctuation, half)
    if len(result) != len(text):
        raise AssertionError("plain_form must keep the number of characters")
    return result
