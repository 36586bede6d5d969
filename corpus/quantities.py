"""Finding amounts in text: number, unit and bound, as documents and people write them.

Takes Arabic and Chinese numerals (3.5万家, 三点五万家, 九成, 百分之五十二, 三分之一), ranges (3—5家)
and lists whose bound word is said once ("分别突破7300家、8000家"). Years, dates, document numbers,
ordinals (第50项), labels and names made of digits (“2+N”, 5G) are no amounts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.bounds import bound_after, bound_before, combined
from corpus.models import Bound
from corpus.numerals import han_to_decimal
from corpus.units import UNIT_PATTERN, canonical_unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount; offsets count characters of the text searched.

    ``text`` is text[start:end] with its bound words; ``number_start``/``number_end`` enclose number
    and unit only. ``value`` is in ``unit``, 万/亿 multiplied out; a range has its upper end in
    ``upper``. ``unit`` is "" where none is said ("规模过千亿").
    """

    text: str
    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound
    upper: Decimal | None
    number_start: int
    number_end: int

    @property
    def bound_word_before(self) -> bool:
        """Whether a bound word such as 突破 or 不少于 stands before the number."""
        return self.start < self.number_start


_HAN = "零〇一二两三四五六七八九十百千万亿"
_TIMES = r"(?:[十百千]?[万亿]+|[百千](?![瓦米克伏卡分]))"
_PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_ARABIC = (
    rf"(?<![0-9.])[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?: ?{_TIMES}(?:[0-9]+{_TIMES}|[0-9]+)*)?"
)
_HAN_NUMBER = rf"(?<![{_HAN}])[{_HAN}]+(?:点[零〇一二三四五六七八九]+[十百千万亿]*)?"
_NUMBER = rf"(?:{_ARABIC}|{_HAN_NUMBER})"
_DASH = r"[—–~～\-至到]"
_MORE = rf"(?:(?P<more>[余多])(?P<moretimes>{_TIMES})?)?"
_AMOUNT = re.compile(
    rf"(?:(?P<times>(?<![0-9.])[0-9]+)[×*](?=[0-9.]+[万千]*瓦))?"
    rf"(?P<low>{_NUMBER})(?:(?P<lowunit>{UNIT_PATTERN})?{_DASH}+(?P<high>{_NUMBER}))?"
    rf"{_MORE} ?(?P<unit>{UNIT_PATTERN})"
)
_FRACTION = re.compile(
    rf"(?P<whole>[0-9]+|[{_HAN}]+)分之(?P<part>[0-9]+(?:\.[0-9]+)?|[{_HAN}点]+)"
    rf"(?:{_DASH}+(?:(?P=whole)分之)?(?P<high>[0-9]+(?:\.[0-9]+)?|[{_HAN}点]+))?(?P<more>[余多])?"
)
_SLASH = re.compile(
    r"(?<![0-9./])(?P<part>[1-9])/(?P<whole>[1-9][0-9]?)(?![0-9/])(?=$|[以的左，。、])"
)
_TENTHS = re.compile(
    rf"(?P<tens>(?<![{_HAN}])[一二两三四五六七八九]|(?<![0-9.])[1-9])成"
    r"(?P<ones>[一二三四五六七八九半])?(?P<more>[多余])?"
    r"(?![0-9立功效果员本绩就熟长品都套不交型份语]|把握|新(?:$|[^\u4e00-\u9fff]))"
)
"""A digit before 成立, 成果, 成员 and the like counts no tenths, nor do 一成不变 and 八成新."""
_HALF = re.compile(
    r"一半(?![天年时])|半数(?=以上|$|[，。、的])|(?<=[超近过逾])半数|(?<=[超过逾])半(?=$|[，。；、”！？])"
)
_HALF_UNIT = re.compile(
    rf"(?:(?P<low>{_NUMBER})个)?(?<![前后上下一多大另])半(?P<unit>个?小时|个?钟头|个?工作日|天|公里|亩|吨|斤)"
)
"""半小时, 半个小时, 一个半小时."""
_BARE = re.compile(rf"(?P<low>{_NUMBER}){_MORE}")
_BARE_END = re.compile(r"$|[，。；、！？?）)以左的]")

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
_TIME_UNITS = {"分钟", "小时", "秒", "毫秒", "天", "工作日", "个月"}
_WIDTH = {0xFF10 + i: ord("0") + i for i in range(10)} | {0xFF05: ord("%"), 0xFF0E: ord(".")}


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """All amounts of text[start:end] in order, none overlapping another."""
    end = len(text) if end is None else end
    half = text.translate(_WIDTH)
    found: list[Quantity] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(half, start, end):
            quantity = read(half, match, end)
            if quantity is not None:
                found.append(quantity)
    found.sort(key=lambda q: (q.number_start, -q.number_end))
    kept: list[Quantity] = []
    for quantity in found:
        if kept and quantity.number_start < kept[-1].end:
            continue
        clear = max(start, kept[-1].end) if kept else start
        kept.append(quantity if quantity.start >= clear else _without_bound_words(half, quantity))
    shared = _share_bounds(half, kept)
    return [replace(q, text=text[q.start : q.end]) for q in shared]


def parse_quantity(text: str) -> Quantity | None:
    """The first amount in a short text; a text that is only a number ("1万多", "35000") is one too."""
    found = find_quantities(text)
    if found:
        return found[0]
    half = text.translate(_WIDTH)
    for match in (*_AMOUNT.finditer(half), *_BARE.finditer(half)):
        groups = match.groupdict()
        if groups.get("high") or groups.get("times"):
            continue
        value = _number(match["low"], match["more"], match["moretimes"])
        if value is None:
            continue
        unit = canonical_unit(groups.get("unit") or "")
        quantity = _built(half, *match.span(), len(half), value, unit, match["more"])
        if not half[: quantity.start].strip() and not half[quantity.end :].strip():
            return replace(quantity, text=text[quantity.start : quantity.end])
    return None


def _read_amount(text: str, match: re.Match[str], end: int) -> Quantity | None:
    unit = match["unit"]
    start = match.start()
    if _is_barred(text, match):
        return None
    low = _number(match["low"], match["more"] if not match["high"] else None, match["moretimes"])
    high = _number(match["high"], None, None) if match["high"] else None
    if low is None or (match["high"] and high is None):
        return None
    if high is not None:
        if match["low"].isascii() and low < high:  # "3—5万家": the place word serves both ends
            low *= _places_shared(match["low"], match["high"])
        if low >= high or re.search(r"[从由自]$", text[max(0, start - 4) : start]):
            high, start = None, match.start("high")
            low = _number(match["high"], match["more"], match["moretimes"])
            if low is None:
                return None
    if match["times"]:
        low *= int(match["times"])
    if unit == "‰":
        low, unit = low / 10, "%"
    return _built(text, start, match.end(), end, low, canonical_unit(unit), match["more"], high)


def _is_barred(text: str, match: re.Match[str]) -> bool:
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
    return unit == "批" and low in {"一", "首"}


def _places_shared(low: str, high: str) -> int:
    """万 in "3—5万家" belongs to 3 as well; not in "300—1万家", where 300 is already no small digit."""
    trailing = re.search(r"[十百千万亿]+$", high)
    if (
        trailing is None
        or re.search(r"[十百千万亿]$", low)
        or Decimal(low.replace(",", "")) >= 1000
    ):
        return 1
    factor = 1
    for char in trailing.group():
        factor *= _PLACES[char]
    return factor


def _read_fraction(text: str, match: re.Match[str], end: int) -> Quantity | None:
    whole = han_to_decimal(match["whole"]) if match["whole"][0] in _HAN else Decimal(match["whole"])
    part = _number(match["part"], None, None)
    high = _number(match["high"], None, None) if match["high"] else None
    if not whole or part is None:
        return None
    upper = high * 100 / whole if high is not None else None
    return _built(
        text, match.start(), match.end(), end, part * 100 / whole, "%", match["more"], upper
    )


def _read_slash(text: str, match: re.Match[str], end: int) -> Quantity | None:
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    if part >= whole:
        return None
    return _built(text, match.start(), match.end(), end, part * 100 / whole, "%", None)


def _read_tenths(text: str, match: re.Match[str], end: int) -> Quantity | None:
    tens = _number(match["tens"], None, None)
    before = text[max(0, match.start() - 2) : match.start()]
    barred = _BARRED_BEFORE_HAN.search(before) or _BARRED_BEFORE_DIGIT.search(before)
    if tens is None or barred:
        return None
    ones = match["ones"]
    value = tens * 10
    if ones:
        value += 5 if ones == "半" else han_to_decimal(ones) or 0
    return _built(text, match.start(), match.end(), end, value, "%", match["more"])


def _read_half(text: str, match: re.Match[str], end: int) -> Quantity | None:
    return _built(text, match.start(), match.end(), end, Decimal(50), "%", None)


def _read_half_unit(text: str, match: re.Match[str], end: int) -> Quantity | None:
    whole = _number(match["low"], None, None) if match["low"] else Decimal(0)
    if whole is None:
        return None
    unit = canonical_unit(match["unit"].removeprefix("个"))
    return _built(text, *match.span(), end, whole + Decimal("0.5"), unit, None)


def _read_bare(text: str, match: re.Match[str], end: int) -> Quantity | None:
    """A round number without a unit counts only behind a bound word: "规模过千亿", "双破千"."""
    if not re.search(r"[百千万亿]$", match.group().rstrip("余多")):
        return None
    bound, _ = bound_before(text, match.start())
    if bound is None or not _BARE_END.match(text, match.end()):
        return None
    value = _number(match["low"], match["more"], match["moretimes"])
    if value is None:
        return None
    return _built(text, match.start(), match.end(), end, value, "", match["more"])


_READERS: tuple[
    tuple[re.Pattern[str], Callable[[str, re.Match[str], int], Quantity | None]], ...
] = (
    (_AMOUNT, _read_amount),
    (_FRACTION, _read_fraction),
    (_SLASH, _read_slash),
    (_TENTHS, _read_tenths),
    (_HALF, _read_half),
    (_HALF_UNIT, _read_half_unit),
    (_BARE, _read_bare),
)


def _number(digits: str, more: str | None, more_times: str | None) -> Decimal | None:
    """The value of a numeral, with the 万 that follows 余/多 in "10多万家"."""
    if digits[0] in _HAN:
        value = han_to_decimal(digits)
    else:
        value = Decimal(0)
        for part in re.finditer(r"([0-9,]+(?:\.[0-9]+)?) ?([十百千万亿]*)", digits):
            amount = Decimal(part.group(1).replace(",", ""))
            for place in part.group(2):
                amount *= _PLACES[place]
            value += amount
    if value is not None and more and more_times:
        for place in more_times:
            value *= _PLACES[place]
    return value


def _built(
    text: str,
    number_start: int,
    number_end: int,
    limit: int,
    value: Decimal,
    unit: str,
    more: str | None,
    upper: Decimal | None = None,
) -> Quantity:
    """The Quantity with the bound words around its number; 余 and 多 mean more than the number."""
    before, start = bound_before(text, number_start)
    after, end = bound_after(text, number_end, limit, within_is_bound=unit in _TIME_UNITS)
    bound = combined(before, Bound.MORE_THAN if more and after is None else after)
    value = value.normalize() + 0 if value != value.to_integral() else Decimal(int(value))
    return Quantity("", start, end, value, unit, bound, upper, number_start, number_end)


def _without_bound_words(text: str, quantity: Quantity) -> Quantity:
    """Its bound words belong to the amount before; it keeps only its own."""
    after, _ = bound_after(
        text, quantity.number_end, quantity.end, within_is_bound=quantity.unit in _TIME_UNITS
    )
    return replace(quantity, start=quantity.number_start, bound=combined(None, after))


def _share_bounds(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "分别突破7300家、8000家": the bound word before the first holds for every number of the list."""
    shared: list[Quantity] = []
    for own in found:
        quantity = own
        previous = shared[-1] if shared else None
        if (
            previous is not None
            and quantity.bound is Bound.EXACT
            and previous.end <= quantity.start
            and text[previous.end : quantity.start] in {"、", "和", "及", "与", "以及", "，"}
            and previous.bound is not Bound.EXACT
            and previous.number_end == previous.end
            and "分别" in text[max(0, found[0].start - 12, previous.start - 40) : previous.start]
        ):
            quantity = replace(quantity, bound=previous.bound)
        shared.append(quantity)
    return shared
