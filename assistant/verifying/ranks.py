"""Places in a row that a claim gives ("第3个万亿级城市", "首批"): found again, or another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.models import Difference
from assistant.verifying.findings import Finding, State
from corpus.numerals import han_to_int

_RANK = re.compile(
    r"(?:第(?P<number>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})|(?P<first>首))(?P<of>[个位家届批名座])"
)
_BEHIND = 2
"""Characters behind it by which two are of the same row."""


def find_ranks(plain: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where plain[start:end] names a place in a row."""
    return tuple(match.span() for match in _RANK.finditer(plain, start, end))


def judge_ranks(ranks: Sequence[tuple[int, int]], written: str, plain: str) -> Iterable[Finding]:
    """Each of ``ranks``, spans of ``plain``, against those of a clause, ``written``."""
    for start, end in ranks:
        said = _RANK.fullmatch(plain, start, end)
        if said is None:
            continue
        alike = [
            match
            for match in _RANK.finditer(written)
            if match["of"] == said["of"]
            and written[match.end() : match.end() + _BEHIND] == plain[end : end + _BEHIND]
        ]
        if any(_number(match) == _number(said) for match in alike):
            yield Finding(State.SAME)
        elif alike:
            yield Finding(
                State.DIFFERS, Difference.VALUE, said.group(), alike[0].group(), kind="rank"
            )
        else:
            yield Finding(State.ABSENT, stated=said.group(), kind="rank")


def _number(match: re.Match[str]) -> int | None:
    number = match["number"]
    if number is None:
        return 1
    return int(number) if number.isascii() else han_to_int(number)
