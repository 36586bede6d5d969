"""The units in which a question may be answered, and whether a figure has one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.quantities import find_quantities
from corpus.units import compatible_measure_word, is_measure_word, same_unit

_SHARE = re.compile(
    r"百分之(?:几|多少)|百分比|比例|占比|比重|几成|(?<![功频])率(?:要|是|达|目标|多|定|为|能|得|将|应|会|到|超|在|呢|$)|增速|[增涨降]幅|增长(?:率|目标|多少|了多少(?=[？?，。]|$))|强度"
)
_SHARE_OF = re.compile(r"按照?[^，。？?]{2,16}的多少(?=[^万亿个家元])")
""" "按余额增量的多少给资金": a share of something, whatever is paid."""
_POINTS = re.compile(r"百分点|几个点")
_WEIGHED = re.compile(r"几个点|比|差|高|低|和|与|跟|再[提增涨]|到多少|是多少")
_PIECE = re.compile(r"[，。；？?]")
_ASKS = re.compile(r"多少|几|什么|呢|各|分别")
_IN_HUNDRED_MILLIONS = re.compile(r"个?[万亿](?![\u4e00-\u9fff])|个[万亿]")
_HOUSEHOLDS = ("人家", "户人家")
_HOW_MANY = re.compile(r"(?:多少|(?<!哪)几)(?=[\u4e00-\u9fffA-Za-z%])")
_MONEY = re.compile(
    r"多少钱|多少投资|投资多少|总投资|花(?:了|费)?多少|投资额|金额|票价|(?<!消费)价格(?![^，。？?]{0,6}(?:[涨降升]|指数))|房价|收费|费用|安家费|工资|月薪|薪水|租金|房租|[\u4e00-\u9fff]费(?:是|要|给|得|能)?多少|多少(?:的)?[\u4e00-\u9fff]{1,3}费|津贴|养老金|退休金|低保金|失业金|补助|奖金|资金|营收|营业收入|产值|投入|贷款|补贴|奖励|票据|融资|(?:经费|预算)(?:总额|总数)?(?:有|是|为|要|给|批|花)?了?多少"
)
_PAID = re.compile(r"[补奖罚赔贴](?:助|偿|给|付)?[了给]?多少(?=[？?，。]|$)")
_LENGTH = re.compile(r"多长|里程|多远")
_POWER = re.compile(r"(?<!成)功率")
_AREA = re.compile(r"面积|多大地")
_ANOTHER_MEASURE = 0.6
"""People count in other measure words than documents: households as 家, places as 个."""


def asked_units(text: str) -> tuple[str, ...]:
    """The units an answer may have, read from the question: "多少家" → 家, "占比" → %."""
    found: list[str] = []
    for match in _HOW_MANY.finditer(text):
        if _POINTS.match(text, match.start()):
            continue  # read below
        if _IN_HUNDRED_MILLIONS.match(text, match.end()):
            continue  # "几个亿": of what, it does not say
        if text.startswith(_HOUSEHOLDS, match.end()):
            found.append("户")
            continue
        # the measure words behind "多少" are those that may follow a number
        read = find_quantities(f"3{text[match.end() : match.end() + 8]}")
        if read and not read[0].start and read[0].unit:
            found.append(read[0].unit)
    if _POINTS.search(text):
        found += ["个百分点", "百分点", *(["%"] if _WEIGHED.search(text) else [])]
    elif any(
        _SHARE.search(piece) and (not found or _ASKS.search(piece)) for piece in _PIECE.split(text)
    ):
        found.append("%")
    if not found and _SHARE_OF.search(text):
        found.append("%")
    if not found and (_MONEY.search(text) or _PAID.search(text)):
        found.append("元")
    return tuple(dict.fromkeys(found + _measured(text)))


def _measured(text: str) -> list[str]:
    """The units of the length, power or area that a question asks for."""
    found: list[str] = []
    if _LENGTH.search(text):
        found += ["公里", "米"]
    if _POWER.search(text):
        found += ["千瓦", "兆瓦"]
    if _AREA.search(text):
        found += ["亩", "平方公里", "平方米", "公顷"]
    return found


def fits_unit(unit: str, asked: Sequence[str]) -> bool:
    """Whether a figure of this unit can answer a question for one of the asked units."""
    if unit == "工作日" and "天" in asked:
        return True  # asked for in days, a term is told in the days it is set in
    return any(same_unit(unit, one) or compatible_measure_word(unit, one) for one in asked)


def unit_fit(unit: str, asked: Sequence[str]) -> float:
    """How well a figure of this unit answers a question for one of the asked units, from 0 to 1."""
    if fits_unit(unit, asked):
        return 1.0
    counted = is_measure_word(unit) and any(is_measure_word(one) for one in asked)
    people = fits_unit("人", [unit]), any(fits_unit("人", [one]) for one in asked)
    return _ANOTHER_MEASURE if counted and people[0] == people[1] else 0.0
