"""What of a claim is no word of its own: the elements blanked out, and what says no more than they."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.understanding.named import Entity, EntityKind
from assistant.verifying.roles import RoleSaid
from assistant.verifying.runs import BLANK
from corpus.models import Figure
from corpus.places import PROVINCES

_OF_PEOPLE = ("户", "人", "人次", "名")
_HOLDER = re.compile(r"(?:居民|家庭|群众|百姓|市民)(?![\u4e00-\u9fff])")
"""Behind 户 or 人 these say no more than the unit does."""
_ROW = re.compile(r"(?:综合|复合|总体|整体)?(?:计算|评分|得分)?(?:排名|排序|位次|名次|排位)前?$")
_IN_CHARGE = re.compile(r"来?主?管(?![\u4e00-\u9fff])")
_BEFORE_IT = re.compile(
    rf"^(?:(?:(?:{'|'.join(PROVINCES)})省?|全省|我省|本省|省里|[两二三四五]年[内间里]?|今年|年内|届时|还|也|将|要|会|拟|计划|应|需|须|力争|争取|确保)+(?:把|使|让|将)?|把|使|让)(?=[\u4e00-\u9fff“]{{3}})"
)
_TO_IT = re.compile(r"(?:最多|最高|最少|至少|至多|总共|一共|合计|则|也|都|均|已)+$")
""" "全省将把煤炭产量…" and "…最多": who does it, when, and how surely, before and behind what is counted."""


def holders(plain: str, figure: Figure) -> Iterable[tuple[int, int]]:
    """The 居民 or 家庭 right behind a count of people, which the unit says already."""
    match = _HOLDER.match(plain, figure.end) if figure.unit in _OF_PEOPLE else None
    if match:
        yield match.span()


def bare_indicator(figure: Figure) -> Figure:
    """The figure with what its indicator is called, less who does it, when, and how surely."""
    bare = _TO_IT.sub("", _BEFORE_IT.sub("", figure.indicator))
    return replace(figure, indicator=bare) if bare and bare != figure.indicator else figure


def without_holder(figure: Figure) -> Figure:
    """ "6.9万户居民", "综合排名前100名": of what, only the text around it says."""
    of_people = figure.unit in _OF_PEOPLE and _HOLDER.fullmatch(figure.indicator)
    return replace(figure, indicator="") if of_people or _ROW.match(figure.indicator) else figure


def of_charge(plain: str, role: RoleSaid, start: int, end: int) -> Iterable[tuple[int, int]]:
    """归 and 管 around a body ("这事归省市场监管局管") say no more than its role."""
    if plain[role.start - 1 : role.start] == "归" and start < role.start:
        yield role.start - 1, role.start
        behind = _IN_CHARGE.match(plain, role.end, end)
        if behind:
            yield behind.span()


def is_known_place(entity: Entity) -> bool:
    """Cities and provinces are told by name; other unknown names must stand in a passage as words."""
    return entity.kind is EntityKind.FOREIGN_PLACE or entity.value.endswith("市")


def blanked(plain: str, spans: Iterable[tuple[int, int]]) -> str:
    chars = list(plain)
    for start, end in spans:
        for at in range(start, min(end, len(chars))):
            chars[at] = BLANK
    return "".join(chars)
