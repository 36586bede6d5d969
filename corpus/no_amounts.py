"""Numbers that are no amounts: ordinals, labels, names made of digits, words with a numeral in them."""

from __future__ import annotations

import re

_BARRED_BEFORE = re.compile(r"(?:[A-Za-z〔\[第+]|[A-Za-z0-9][-—·×*:/+])$")
_AROUND_THE_CLOCK = re.compile(r"[0-9][×*xX]$")
_BARRED_AFTER = re.compile(r"级(?!以上)|[+]|第")
_BARRED_BEFORE_HAN = re.compile(r"(?:[第数几某初壹“新前每届]|星期|礼拜)$")
_FIRST_SO_MANY = re.compile(r"前[一二三四五六七八九]?[十百千][一二三四五六七八九十百]*[名位]")
""" "前一百名" counts as "前100名" does; "前三名" are places."""
_BARRED_BEFORE_DIGIT = re.compile(r"[统同唯任逐另这那哪周老单专归划]$")
"""Characters that make a word with one digit (统一, 周三, 老二), not with a longer numeral."""
_MADE_UP_NAMES = re.compile(r"张三|李四|王五|赵六")
_SET_PHRASES = re.compile(
    r"八项规定|一件事|千家万户|[三四五]位一体|三个代表"
    r"|两个(?:大局|维护|确立|毫不动摇)|四个(?:意识|自信|全面)"
)
_ONE_COUNTS = {"家", "所", "座", "处", "名", "支", "艘", "台", "%", "元", "倍", "番", "户", "位"}
_ONE_AFTER = re.compile(r"(?:[翻于少过为有均成设建增到达足各立共]|突破|至少|获批|[，、和])$")
_ROUND_AFTER = re.compile(r"[过破达近超逾上]$|[不约]$")
_ROUND_BOUND = re.compile(r"以上|左右|上下|以内|以下")
""" "千家以上", "百人左右" count; "百家企业" alone may be a name."""


def is_no_amount(text: str, match: re.Match[str]) -> bool:
    """Whether what ``match`` (groups low, high, more and unit) found in ``text`` is no amount."""
    before, low, unit = text[max(0, match.start() - 6) : match.start()], match["low"], match["unit"]
    if _BARRED_AFTER.match(text, match.end()):
        return True
    if _BARRED_BEFORE.search(before):
        return not (unit == "小时" and _AROUND_THE_CLOCK.search(before))
    if low[0] in "0123456789":
        return bool(re.fullmatch(r"0[0-9]+", low)) or (low, unit) == ("1", "类")
    first = _FIRST_SO_MANY.match(text, match.start() - 1)
    if _SET_PHRASES.match(text, match.start()) or (
        _BARRED_BEFORE_HAN.search(before) and first is None
    ):
        return True
    if len(low) == 1 and (
        _BARRED_BEFORE_DIGIT.search(before) or _MADE_UP_NAMES.match(text, match.start() - 1)
    ):
        return True
    if low[0] == "零" or (low == "二" and unit != "%"):
        return True  # 零部件; 二次开发: counting says 两
    if low == "一" and not match["high"]:
        return unit not in _ONE_COUNTS or not _ONE_AFTER.search(before)
    if re.fullmatch(r"[百千万亿]+", low):
        bound = match["more"] or _ROUND_BOUND.match(text, match.end())
        return not bound and not _ROUND_AFTER.search(before)
    return unit == "批" and low == "一"


def is_end_of_word(before: str) -> bool:
    """Whether ``before`` ends in a character that makes a word, an ordinal or a weekday with one Han
    digit behind it."""
    return bool(_BARRED_BEFORE_HAN.search(before) or _BARRED_BEFORE_DIGIT.search(before))
