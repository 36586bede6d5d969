"""Words of a claim that a passage leaves to its figure: what the unit says, or the part before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verifying.alignment import Passage
from assistant.verifying.covering import meaning
from assistant.verifying.narrowing import is_narrowing
from assistant.verifying.wording import LEVELS, NEGATION, direction_of
from corpus.models import Figure
from index.tokenizing import is_place

_OF_UNIT = {
    "头": "存栏 存栏量 保有量",
    "只": "存栏 存栏量 保有量",
    "例": "例子 案例",
    "亩": "面积",
    "公顷": "面积",
    "平方公里": "面积",
    "平方米": "面积",
    "公里": "里程 长度 总长",
    "元": "金额 总额 额度 投资额 投资完成额",
    "千瓦": "装机 容量 装机容量",
    "人": "人数",
    "户": "户数 家庭 住户",
    "%": "比例 占比 比重",
}
"""What a unit counts when nothing else is said: 头 are 存栏 unless they are 出栏."""
_AMOUNTS = tuple(
    tuple(group.split())
    for group in (
        "产量 产能 产值 销量",
        "营业收入 收入 利润 税收",
        "发电量 用电量 装机",
        "拥有量 授权量 申请量",
    )
)
"""Amounts of one thing that are not one another."""
_SHARE = "%"
_QUANTITY = "量"
_NEAR = 12
"""Characters around a figure in which its own words stand."""
_LEAST = 2
_OTHERWISE = re.compile(r"出栏|新增|增长|投资|储备|消费|发电量")
_GENERAL_HEAD = re.compile(
    r"(?:(?:企业|项目|基地|平台|中心)$|投资|收入|产值|规模|总量|产量|吞吐量|增加值|营收|面积|里程|交易额|销售额|率|占比)$"
)
"""Heads that say nothing of whose they are: that stands in the part of the sentence before them."""


def said_by_figure(
    word: str, plain: str, passage: Passage, pairs: Sequence[tuple[Figure, Figure]]
) -> bool:
    """Whether a word that a passage lacks is told by a figure that it has: by the unit (存栏 of 头), by
    what directly follows it in both (量 of "0.6倍量"), or by the part that leads to it."""
    text = passage.task.plain
    for said, found in pairs:
        if word == plain[said.end : said.end + 1] == text[found.end : found.end + 1]:
            return True
        if _of_unit(word.strip("的"), said, found, plain, passage):
            return True
        if word == _QUANTITY and _quantity_of_deed(said, found, plain):
            return True
        if _GENERAL_HEAD.search(found.indicator) and _leads(word, found, passage):
            return True
    return False


def of_another_amount(said: str, found: Figure) -> str:
    """The word by which a claim's words, ``said``, make another amount of a passage's figure: 产量 where
    its indicator ends with 产能; "" for none."""
    for group in _AMOUNTS:
        written = next((w for w in group if found.indicator.endswith(w)), "")
        other = next((w for w in group if w != written and said.endswith(w)), "")
        if written and other and not written.endswith(other) and not other.endswith(written):
            return other
    return ""


def without_unit_words(noun: str, unit: str) -> str:
    """The words around a claim's figure without those that only say what its unit counts, so far as
    others are left: 能繁母猪存栏 (in 头) → 能繁母猪."""
    for word in sorted(_OF_UNIT.get(unit, "").split(), key=len, reverse=True):
        bare = noun.replace(word, "")
        if unit != _SHARE and not _OTHERWISE.search(noun) and meaning(bare) >= _LEAST:
            noun = bare
    return noun


def _quantity_of_deed(said: Figure, found: Figure, plain: str) -> bool:
    """Whether 量 behind a deed says only that it is counted: "开行量2566列" of "开行2566列"."""
    counted = re.search(
        rf"(?P<deed>[\u4e00-\u9fff]{{2}}){_QUANTITY}",
        plain[max(0, said.start - _NEAR) : said.start],
    )
    return counted is not None and found.indicator.endswith(counted.group("deed"))


def _of_unit(word: str, said: Figure, found: Figure, plain: str, passage: Passage) -> bool:
    """Whether a word, or the word of the claim that it is left of, is what the unit says: 里程 of 公里,
    占比 of a share, but not of a rate of growth."""
    told = _OF_UNIT.get(found.unit, "").split()
    near = plain[max(0, said.start - _NEAR) : said.end + _NEAR]
    named = [one for one in told if word == one or (word in one and one in near)]
    if not named:
        return False
    if found.unit == _SHARE:
        before = passage.task.plain[max(passage.clause.start, found.start - _NEAR) : found.start]
        if found.change not in ("level", "share") or direction_of(before) in ("up", "down"):
            return False
    return any(not _OTHERWISE.search(found.indicator.replace(one[:_LEAST], "")) for one in named)


def _leads(word: str, found: Figure, passage: Passage) -> bool:
    """Whether ``word`` stands in the part between commas right before that of the figure, and no figure
    does: "加快机场二期工程，吞吐量达到…"."""
    text, start = passage.task.plain, passage.clause.start
    if len(word) < 2 or LEVELS.search(word) or NEGATION.search(word) or is_place(word):
        return False
    if is_narrowing(word):
        return False
    own = max(text.rfind(mark, start, found.start) for mark in "，；")
    if own < start:
        return False
    before = max(text.rfind(mark, start, own) for mark in "，；") + 1
    stated = any(before <= figure.start < own for figure in passage.figures)
    return not stated and word in text[max(before, start) : own]
