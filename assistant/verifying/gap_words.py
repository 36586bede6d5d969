"""How a text says that it computed an amount: "比2024年多…", "两年相差…", "合计…"."""

from __future__ import annotations

import re

from assistant.verifying.additions import is_gap
from corpus.numerals import han_to_int

MORE, LESS, EITHER = 1, -1, 0
_UP = re.compile(
    r"(?:多|高|增加|增长|提高|提升|抬高|抬升|拉高|上升|上涨|净增|新增|增|涨|扩大)(?:出|了|约|近|足足|整整|达)*$"
)
_DOWN = re.compile(
    r"(?:少|低|减少|下降|降低|压低|缩短|压缩|压减|砍掉|减|降)(?:了|约|近|足足|整整|达)*$"
)
_APART = re.compile(
    r"(?:相差|差距|差额|之差|差值|落差|差了|差)(?:约|近|是|为|有|在|达|达到|足足|整整)*$"
)
_OVER_YEARS = re.compile(r"(?:两年|一年|其间|期间|前后|年间)(?:之间|间|内|下来|里)?[^，]{0,6}$")
TOTAL = re.compile(
    r"(?:合计|总计|共计|总共|一共|加起来|相加|加在一起|合起来|之和|总和|总量|总数|共)"
    r"(?:就|将|要|会|约|有|是|为|达|达到|新增|办理|建设|实现|安排|完成)*$"
)
TOTAL_WORD = re.compile(
    r"合计|总计|共计|总共|一共|加起来|相加|加在一起|合起来|之和|总和|总量|总数|共(?![同建享])"
)
MARKERS = re.compile(
    r"比|较|多出|高出|相差|差距|差额|之差|差值|落差|差|多|少|高|低|增加|增长|提高|提升|抬高|抬升|拉高|上升|上涨|净增|新增|增|涨|减少|下降|降低|压低|压减|砍掉|减|降|出|了"
    r"|合计|总计|共计|总共|一共|加起来|相加|加在一起|合起来|之和|总和|总量|总数|共|两年|一年|前后|两者|二者|[两三]项|[两三][块类部]分?|前者|后者"
    r"|目标|实际|任务|足足|整整|数量|其中|约|上一?年|前一年|去年|间|下来"
)
FROM = re.compile(r"(?:由|从)[^，]{0,6}$")
GROWN_TO = re.compile(r"(?:增|升|扩|涨|提高|提升|发展|上升)[加长大]?[至到为]$|达到$")
ORDER = re.compile(r"前者|后者")
""" "前者比后者多…": which comes first is what is more or less."""
YEAR_BEFORE = re.compile(r"上一?年|前一年|去年|头一年")
YEARS_OVER = re.compile(
    r"(?<![第前])(?P<years>[两二三四五六七八九十]|[2-9])年(?:时间)?(?:下来|之内|内|间)?"
    r"(?:就|将|可|会|能|要|便|合计|总计|共计|累计|总共|一共|加起来|共)*(?:是|有|为|达到?|新增)*(?:约|近)?$"
)
""" "照此两年就是…": so much a year, for so many years."""
PARTED = re.compile(r"、|和|与|及|以及|加上|加")
THAN = re.compile(r"比(?![例重较率])|较(?![好快大高])")
AIM = re.compile(r"目标|计划|任务")


def number_of(numeral: str) -> int:
    """The count that YEARS_OVER found."""
    if numeral.isascii():
        return int(numeral)
    return 2 if numeral == "两" else han_to_int(numeral) or 0


def way_of(left: str, dependent: bool) -> int | None:
    """Whether the words before a figure say that one amount is more or less than another, or only
    how far they are apart; None where they compare nothing."""
    if _APART.search(left):
        return EITHER
    if dependent or is_gap(left) or THAN.search(left) or _OVER_YEARS.search(left):
        if _UP.search(left):
            return MORE
        return LESS if _DOWN.search(left) else None
    return None
