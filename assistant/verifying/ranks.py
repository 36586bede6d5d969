"""Places in a row that a claim gives ("第3个万亿级城市", "首批"): found again, or another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.models import Difference
from assistant.verifying.findings import Finding, State
from corpus.numerals import han_to_int

_RANK = re.compile(
    r"(?:第(?P<number>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})|(?P<first>首))(?P<of>[个位家届批名座])"
    r"|(?<=(?:全国|全省|世界|全球|国内))(?P<most>最[多大高])(?![\u4e00-\u9fff])"
    r"|(?<=(?:全国|全省|世界|全球|国内))第(?P<bare>[一二三四五六七八九十]{1,2})(?![\u4e00-\u9fff]?[次期年届批轮级阶梯段产])"
)
""" "全国第一" is a place in a row as "全国首位" is, and "数量全国最多"."""
_ALIKE = {"名": "位", "位": "位", "个": "个", "座": "个", "家": "个"}
"""Measure words that count the same rows."""
_BEHIND = 2
"""Characters behind it, or before it, by which two are of the same row."""
_HAN = re.compile(rf"[\u4e00-\u9fff]{{1,{_BEHIND}}}")


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
            if _counted(match) == _counted(said)
            and _same_row((plain, start, end), (written, match.start(), match.end()))
        ]
        # of "全国第十二批…，全省第十批…" each is of its own row
        led = plain[start - _BEHIND : start]
        alike = [m for m in alike if written[: m.start()].endswith(led)] or alike
        if any(_number(match) == _number(said) for match in alike):
            yield Finding(State.SAME)
        elif alike:
            yield Finding(
                State.DIFFERS, Difference.VALUE, said.group(), alike[0].group(), kind="rank"
            )
        else:
            yield Finding(State.ABSENT, stated=said.group(), kind="rank")


def _counted(rank: re.Match[str]) -> str:
    """What is counted in a row: 位 and 名 are the same, and what "全国第一" leaves out."""
    return _ALIKE.get(rank["of"] or "名", rank["of"])


def _same_row(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    """By what they are places of ("第3个|万亿"), or where one ends its sentence, by what leads there."""
    behind = [_HAN.match(text, end) for text, _, end in (one, other)]
    if behind[0] and behind[1]:
        return behind[0].group() == behind[1].group()
    before = [text[max(0, start - _BEHIND) : start] for text, start, _ in (one, other)]
    return before[0] == before[1]


def _number(match: re.Match[str]) -> int | None:
    number = match["number"] or match["bare"]
    if number is None:
        return 1
    return int(number) if number.isascii() else han_to_int(number)
