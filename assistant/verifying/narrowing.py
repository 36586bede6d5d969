"""Words that narrow a group: what is said of 重度残疾人 or 全国重点实验室 is not said of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NARROWING = (
    r"(?:[特极]?重度|中度|轻度|重点|骨干|核心|全国|国家级?|省级|市级|县级|特大型?|大中型|大型|中型|小型|微型|规模以上|规上"
    r"|限额以上|限上|农村|乡村|城镇|城市|县域|民营|国有|外资|特困|低收入|残疾|留守|失能|脱贫|高端|头部|龙头)"
)
_WORD = re.compile(_NARROWING)
GROUP = (
    r"(?:(?<!记)(?<!编)(?<!作)(?<!读)者|(?<!通讯)(?<!评论)员|(?<!有)(?<!主持)人|[学业考新医师究]生|[工民众户师童女幼商校院馆店港岛湾区县镇乡街村城都厂矿站]"
    r"|企业|公司|机构|单位|家庭|群体|社区|场所|组织|集团|青年|干部|专家|家长|夫妻)"
)
"""What ends a name of people, of bodies or of a kind of place: whose figure it is, and no field. Those
who write (记者, 评论员) are none."""
_ALIKE = {
    "全国": ("国家", "国字号"),
    "国家": ("全国", "国字号", "国家级"),
    "国家级": ("国家", "全国", "国字号"),
    "省级": ("省",),
    "市级": ("市",),
    "县级": ("县",),
    "规模以上": ("规上",),
    "规上": ("规模以上",),
    "限额以上": ("限上",),
    "限上": ("限额以上",),
    "农村": ("乡村", "村", "城乡"),
    "乡村": ("农村", "村", "城乡"),
    "城镇": ("城市", "城里", "城乡"),
    "城市": ("城镇", "城里", "城乡", "市"),
    "龙头": ("头部",),
    "头部": ("龙头",),
    "重度": ("严重",),
}
_LEFT, _RIGHT = 2, 2
"""Characters before and behind a left-out word by which the rest is known again."""


def narrows(indicator: str, said: str) -> str:
    """The first word of an indicator that narrows it and that a claim, ``said``, leaves out; "" for
    none."""
    for match in _WORD.finditer(indicator):
        word = match.group()
        if word not in said and not any(other in said for other in _ALIKE.get(word, ())):
            return word
    return ""


def is_narrowing(word: str) -> bool:
    """Whether a word narrows a group rather than names a field."""
    return _WORD.match(word) is not None


def without_said_part(indicator: str, said: str) -> str:
    """An indicator without the word that narrows it at its beginning, where the claim says that word
    elsewhere: 农村充电桩 of "充电桩…，其中…在农村"."""
    part = _WORD.match(indicator)
    return indicator[part.end() :] if part is not None and part.group() in said else indicator


def left_out(stretch: str, pairs: frozenset[str], text: str) -> Iterator[str]:
    """Where a stretch of a claim reads like ``text`` but for a word that narrows: of "困难重度残疾人"
    "困难残疾人" leaves one out. ``pairs`` are the neighbouring characters of ``text``."""
    for at in range(1, len(stretch) - 1):
        if stretch[at - 1 : at + 1] in pairs:
            continue
        left, right = stretch[max(0, at - _LEFT) : at], stretch[at : at + _RIGHT]
        if len(left) < _LEFT or len(right) < _RIGHT or left not in text or right not in text:
            continue
        between = re.search(re.escape(left) + _NARROWING + re.escape(right), text)
        if between and between.group()[_LEFT:-_RIGHT] not in stretch:
            yield left + right


def said_before(lost: str, text: str, earlier: str) -> bool:
    """Whether the word that narrows ``lost``, found by ``left_out`` in ``text``, was said before in the
    same sentence: of "农村公路…，重要村道…" the 村道 are the country's too."""
    left, right = re.escape(lost[:_LEFT]), re.escape(lost[_LEFT:])
    between = re.search(f"{left}({_NARROWING}){right}", text)
    return between is not None and between.group(1) in earlier
