"""Small numbers that state nothing of a document: they count what the text itself has just named
("济南、青岛两市", "两项合计"), or stand in a saying."""

from __future__ import annotations

import re

from corpus.models import Figure
from corpus.numerals import han_to_int

_COUNT = re.compile(r"(?P<number>[两二三四五六七八九十])(?P<of>[个项条点件类家市县区地种者方块])")
_TOGETHER = re.compile(
    r"(?:(?:指标|任务|项目|数字|目标|方面|城市)?(?:合计|总计|共计|总共|一共|相加|加起来|加在一起|合起来|之和|共|相差|之差|差))"
)
_TO_COME = re.compile(r"(?:这么|这样|以下|如下|下面)的?$")
""" "有这么两条：": it counts what follows."""
_SAYING = re.compile(r"一个?(?:新|大)?(?:台阶|大步|步|档次|层级|层楼|大关|关口|亮点|样)")
""" "再上一个台阶" counts nothing."""
_MEMBERS = re.compile(r"[、和与及]|以及")
_PAUSE = re.compile(r"[，。；：！？\n]")


def counts_own(figure: Figure, plain: str, start: int) -> bool:
    """Whether a figure of a text counts the members of the list before it, opens a total of what was
    said, or stands in a saying; ``start`` is where its sentence begins."""
    if _SAYING.match(plain, figure.start):
        return True
    count = _COUNT.fullmatch(plain, figure.start, figure.end)
    if count is None:
        return False
    if _TOGETHER.match(plain, figure.end):
        return True
    listed = _PAUSE.split(plain[start : figure.start])[-1]
    return len(_MEMBERS.findall(listed)) + 1 == _number(count["number"])


def counts_what_follows(figure: Figure, plain: str, start: int) -> bool:
    """Whether a figure only announces a list: "有这么两条：…"."""
    listed = _PAUSE.match(plain, figure.end) is not None
    announced = _TO_COME.search(plain[start : figure.start]) is not None
    return listed and announced and _COUNT.fullmatch(plain, figure.start, figure.end) is not None


def _number(numeral: str) -> int | None:
    return 2 if numeral == "两" else han_to_int(numeral)
