"""Contracted names whose part the unit of a figure tells: 客货 in 人次 is of people, in 吨 of goods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.models import Figure

_CONTRACTED = {"客货": {"人次": "旅客", "人": "旅客", "吨": "货物"}}
_IN_TURN = {
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡": ("城市", "农村"),
    "进出口": ("进口", "出口"),
    "市县": ("市级", "县级"),
}
"""Contracted names of two things, in the order in which a row of two figures gives them."""
_ROW = re.compile(r"分别[^，。；0-9]{0,8}$")
_PART_OF = re.compile(r"其中，?(?P<part>[\u4e00-\u9fff]{2,4})$")
_RANKED = re.compile(r"(?:计算|评分|得分|排名|排序|位次|名次|排位)$")
_NEAR = 14
_JOINED = re.compile(r"、|和|与|及|以及")


def of_its_part(figure: Figure) -> Figure:
    """A figure with the part that its unit tells: of "客货吞吐量1300万人次、14.4万吨" the first is of
    people, the second of goods."""
    for whole, parts in _CONTRACTED.items():
        part = parts.get(figure.unit)
        if part and whole in figure.indicator:
            return replace(figure, indicator=figure.indicator.replace(whole, part))
    return figure


def of_which(figure: Figure, plain: str) -> Figure:
    """A figure with the part of the thing before that it is of: of "充电桩达到70万台，其中农村14万台" the
    second counts 农村充电桩."""
    part = _PART_OF.search(plain[max(0, figure.start - _NEAR) : figure.start])
    if part is None or part["part"] in figure.indicator:
        return figure
    return replace(figure, indicator=part["part"] + figure.indicator)


def of_row(figure: Figure, plain: str) -> Figure:
    """A figure without how a row is made that it gives the first places of: "按规模、增速等复合计算前100名"
    counts whom the text around it speaks of."""
    first = plain[max(0, figure.start - 1) : figure.start] == "前"
    return replace(figure, indicator="") if first and _RANKED.search(figure.indicator) else figure


def in_turn(figures: Sequence[Figure], plain: str) -> tuple[Figure, ...]:
    """The figures of a passage, those of a row of two with the part that each is of: of "城乡低保标准
    分别提高5%、6.7%" the first is of the 城市, the second of the 农村."""
    found = list(figures)
    for at in range(len(found) - 1):
        first, second = found[at : at + 2]
        whole = next((whole for whole in _IN_TURN if whole in first.indicator), "")
        row = _ROW.search(plain[max(0, first.start - _NEAR) : first.start])
        joined = _JOINED.fullmatch(plain[first.end : second.start])
        if whole and row and joined and first.indicator == second.indicator:
            for place, part in zip((at, at + 1), _IN_TURN[whole], strict=True):
                found[place] = replace(found[place], indicator=first.indicator.replace(whole, part))
    return tuple(found)


def as_contracted(indicator: str) -> str:
    """An indicator with the contracted name for its part, as a passage may print it."""
    for whole, parts in _CONTRACTED.items():
        for part in parts.values():
            indicator = indicator.replace(part, whole)
    for whole, members in _IN_TURN.items():
        indicator = re.sub("|".join(members), whole, indicator)
    return indicator
