"""How Chinese characters sound when typed by their sound. The only file that imports pypinyin.

A syllable is written as it is typed: small letters, no tone, "v" for "ü".
"""

from __future__ import annotations

import re
from functools import cache

from pypinyin import Style, lazy_pinyin, pinyin

_SYLLABLE = re.compile(r"[a-z]+")
_VOWEL = re.compile(r"[aeiouv]")
_SAME_START = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
_HU_AND_F = {"hu": "fu", "hui": "fei", "hun": "fen", "hua": "fa", "huan": "fan", "huang": "fang"}
_SAME_END = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@cache
def readings(character: str) -> tuple[str, ...]:
    """The syllables ``character`` is read as, the usual one first; none for what is not Chinese."""
    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(
        syllable
        for syllable in (found[0] if found else ())
        if _SYLLABLE.fullmatch(syllable) and _VOWEL.search(syllable)
    )


@cache
def loosened(syllable: str) -> str:
    """One form for all syllables that speakers of some dialect do not tell apart.

    zh/z, ch/c, sh/s, n/l, hu/f at the start; ang/an, eng/en, ing/in at the end.
    """
    syllable = _HU_AND_F.get(syllable, syllable)
    for wide, narrow in _SAME_START:
        if syllable.startswith(wide):
            syllable = narrow + syllable[len(wide) :]
            break
    for wide, narrow in _SAME_END:
        if syllable.endswith(wide):
            return syllable.removesuffix(wide) + narrow
    return syllable


def said(word: str) -> tuple[str, ...]:
    """The syllables ``word`` is read as, each character as it sounds in this word."""
    return tuple(lazy_pinyin(word, style=Style.NORMAL))
