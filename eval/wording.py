"""When two wordings are the same for scoring.

The independent scorer over HTTP forgives script, width, white space, Markdown marks, thousands
separators and the kind of dash; the same things are forgiven here, and nothing else.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from corpus.script import simplify

_DROPPED = " \t\r\n\f\v*`_#>,，"
_TABLE = {**dict.fromkeys(map(ord, _DROPPED)), **dict.fromkeys(map(ord, "—–~"), "-")}
_NUMBER_CHARACTERS = frozenset("0123456789.")
_LABEL_MARKS = ".、()"


@lru_cache(maxsize=65_536)
def normalised(text: str) -> str:
    """``text`` in simplified script and half width, without white space and Markdown marks."""
    folded = unicodedata.normalize("NFKC", simplify(text)).translate(_TABLE)
    return "".join(folded.split())


def states(text: str, wording: str) -> bool:
    """Whether normalised ``text`` holds ``wording`` as a whole: "3家" is not in "13家"."""
    wanted = normalised(wording)
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        cut_before = wanted[:1].isdigit() and text[at - 1 : at] in _NUMBER_CHARACTERS and at > 0
        cut_behind = wanted[-1:].isdigit() and text[end : end + 1] in _NUMBER_CHARACTERS
        if not (cut_before or (cut_behind and end < len(text))):
            return True
        at = text.find(wanted, at + 1)
    return False


def same_label(one: str, other: str) -> bool:
    """Whether two printed numbers are one label: "（三）" and "(三)", "7" and "7."."""
    return normalised(one).strip(_LABEL_MARKS) == normalised(other).strip(_LABEL_MARKS)
