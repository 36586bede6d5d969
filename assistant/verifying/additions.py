"""What was added given as the level reached, or a total as what was added."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.verifying.assertions import Assertion
from assistant.verifying.wording import direction_of
from corpus.models import Figure
from corpus.units import is_measure_word

_TOTAL = re.compile(r"累计|总数|总量|总计|总规模|存量|保有量")
_ACTING = re.compile(
    r"新[增建培认打引设开招获添]|引[进育入]|培[育养训]|建[设成]|打造|发[放行]|开工|改造|举办|认定|遴选|组织|筹集"
    r"|签约|实施|完成|投放|招[引聘]|创建|选派|推广|支持"
)
_GAP = re.compile(
    r"(?<![占对])(?:比(?![例重较率])|较(?![好快大高]))[^，。；]{1,20}(?:多|少|高|低|增加|减少|增|减|提高|降低)(?:出|了|约|近|超过?)*$"
)
""" "比2024年多…", "比任务多出…": no amount itself, so no other amount contradicts it."""
_MORE_THAN_BEFORE = re.compile(
    r"净增|(?:比|较)(?:[上去前]一?年|上期|同期|\d{4}年)[^，。；]{0,6}(?:多|增|提|扩|涨|上升|少|减|降|下降)"
)
_SHARE = re.compile(r"占比|比重|比例|率$")
_GREW = re.compile(r"(?:增长|提高|提升|上升|上涨|下降|降低|回落)(?:了|约|近|超过?)*$")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}")
_MOVES = re.compile(r"[增提升涨扩降减压缩]|回落")
_NEWLY = re.compile(r"新[培建打认设开引获添扩改招签]")
_BOUNDS = r"(?:了|约|近|不?超过?|不[少低高多]于)*$"
_DOWN_TO = re.compile(r"(?:[压缩削裁]减|压缩|降低?|下降|减少|回落|压降|砍|减)[到至为]" + _BOUNDS)
_ADDED_BEHIND = re.compile(r"(?:都|均|则)?(?:是|为|系)[^，。；]{0,9}?(?:新增|新添|净增|新开)的?$")
_DOWN_BY = re.compile(r"(?:[压缩削裁]减|压缩|降低|下降|减少|回落|压降|砍)(?:了|掉|去)$")
_UP_TO = re.compile(r"(?:提[高升]|增[加长]?|扩大|上升|攀升|跃升|升|涨)[到至为]" + _BOUNDS)
_KEPT_AT = re.compile(r"(?:稳定|保持|维持|稳)在?" + _BOUNDS)
_LIMITED = re.compile(r"控制|以内")
_OF_EXISTING = re.compile(
    r"(?:支持|扶持|服务|帮助|惠及|整治|修缮|养护|保护|巩固|监管|治理)(?:了|约|近|超过?|不少于)*$"
)
"""Deeds done to what there is already: of it nothing is new."""
_IS = re.compile(r"[为是](?:约|各)?$")
_ADDED = re.compile(r"(?:新增|净增|增加|增设)(?![至到])")
_ADDED_BY = re.compile(r"(?:新增|净增|增加)(?:了|约|近|超过?)*$")
_CREATES = re.compile(
    rf"{_NEWLY.pattern}|{_ADDED.pattern}|引[进育入]|吸引|招[引聘揽]|培育|建(?:设|成|立|筹|造)|兴建|修建|打造|创[建设立]|开(?:工(?!改造)|通|设|办)|认定|遴选|评选"
    r"|设立|组建|成立|布局|筹[集建措]|签约|落地|发[放行]|投放|纳入|安排|提供"
)
"""Deeds by which there is more of what they count: "引进3万人", never "开行2566列"."""
_COMPLETED = re.compile(r"[\u4e00-\u9fff]{0,12}(?<!全部)(?:建成|投产|投用|落户)(?![\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Beside:
    """The words right before and right behind a figure."""

    before: str
    behind: str


def added_for_level(
    figure: Figure, found: Figure, noun: str, said: Beside, written: Beside
) -> bool:
    """ "新增15个" given for "达到15个", "累计15个" for "新开通15个", or the other way round.

    ``noun`` are the claim's words for its figure, ``said`` those beside it, ``written`` those beside
    the passage's, up to the commas."""
    there = written.behind + written.before
    grew = _GREW.search(said.before) is not None and not _NOUN.match(said.behind)
    if found.change == "level" and grew and not _MOVES.search(there):
        return True  # "增长2566列" for "开行2566列", but not "提升11条河道" for "11条河道提升"
    if figure.unit == "%" and _SHARE.search(found.indicator):
        # of "新建建筑中绿色建筑占比" nothing is added: compared as growth and level
        return _ADDED_BY.search(said.before) is not None and not grows(written.before)
    told_added = _ADDED_BEHIND.match(said.behind) is not None
    total_said = _TOTAL.search(noun + figure.text) is not None and not told_added
    total_written = _TOTAL.search(there + found.indicator + found.text) is not None
    newly = _NEWLY.search(said.before) and not _NEWLY.search(there + found.indicator)
    adds = figure.change == "added" or _ADDED.search(noun) is not None or bool(newly)
    added = found.change == "added" or _ADDED.search(found.indicator) is not None
    if total_said and not total_written and (added or _NEWLY.search(there)):
        return True
    if total_written and not total_said and (adds or _NEWLY.search(noun)):
        return True
    if adds and not added:
        if direction_of(there) == "to" or _level_passed(found, there):
            return True
        if newly:
            return _OF_EXISTING.search(there) is not None
        return _only_counted(found, said, written)
    return added and not adds and not _NEWLY.search(noun) and direction_of(said.before) == "to"


def _only_counted(found: Figure, said: Beside, written: Beside) -> bool:
    """Whether more of something is claimed where the passage counts what there is, or what something
    is done to: "比上年增加2566列", "新增2566列" for "开行2566列"."""
    if grows(written.before) and not is_measure_word(found.unit):
        return False  # "产能提高4亿斤", but not "提升45处"
    if _MORE_THAN_BEFORE.search(said.before):
        return True
    created = _CREATES.search(written.before) or _COMPLETED.match(written.behind)
    return _ADDED.search(said.before) is not None and created is None


def moved_otherwise(before: str, there: str) -> bool:
    """Whether a level is said to be fallen or risen to that the passage keeps, or moves to the other way:
    "压减到8500万吨" for "稳定在8500万吨"; or how far it fell is said to be what it falls to ("压减掉46项")."""
    if _DOWN_BY.search(before) and _DOWN_TO.search(there):
        return True
    said = _moved(before)
    return bool(said) and _moved(there) not in ("", said)


def _moved(before: str) -> str:
    for way, form in (("down", _DOWN_TO), ("up", _UP_TO), ("kept", _KEPT_AT)):
        if form.search(before):
            return "" if way == "kept" and _LIMITED.search(before) else way
    return ""


def is_gap(before: str) -> bool:
    """Whether a claim's figure, behind ``before``, is how far two amounts are apart."""
    return _GAP.search(before) is not None


def grows(there: str) -> bool:
    """Whether a passage's figure, behind ``there``, is itself how far something moved."""
    return direction_of(there) in ("up", "down")


def own_change(figure: Figure, claim: Assertion, plain: str) -> Figure:
    """The figure, level where 新增 was said only before another part of the sentence."""
    listed = plain[: claim.start].endswith(("、", "和", "及"))
    said = _ADDED.search(plain, claim.start, figure.start) or _NEWLY.search(
        plain, claim.start, figure.start
    )
    if _ADDED_BEHIND.match(plain[figure.end : claim.end]):
        return replace(figure, change="added")  # "其中27条为2023年新增"
    carried = figure.change == "added" and not listed and not said
    return replace(figure, change="level") if carried else figure


def with_deed_before(own: str, before: str, topic: str) -> str:
    """The words ``own`` of a figure with the deed that the claims before it say for it too: "新培育的甲
    为200家，乙为20家". ``before`` stands directly before the figure."""
    deed = _NEWLY.search(topic) or _ADDED.search(topic)
    goes_on = deed is not None and _IS.search(before) and not _TOTAL.search(own)
    return f"{own}，{deed.group()}" if deed is not None and goes_on else own


def _level_passed(found: Figure, there: str) -> bool:
    """ "高新技术企业突破3.5万家" is a level; "引进人才突破3万人" is what was added."""
    piece = re.split(r"[，；、。]", there)[-1]
    return found.text.startswith("突破") and not _ACTING.search(piece)
