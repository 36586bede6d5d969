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
from corpus.no_amounts import is_end_of_word, is_no_amount
from corpus.numerals import HAN_DIGITS, han_to_decimal, numeral_value, places_shared
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


_TIMES = r"(?:[十百千]?[万亿]+|[百千](?![瓦米克伏卡分]))"
_ARABIC = (
    rf"(?<![0-9.])[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?: ?{_TIMES}(?:[0-9]+{_TIMES}|[0-9]+)*)?"
)
_HAN_NUMBER = rf"(?<![{HAN_DIGITS}])[{HAN_DIGITS}]+(?:点[零〇一二三四五六七八九]+[十百千万亿]*)?"
_NUMBER = rf"(?:{_ARABIC}|{_HAN_NUMBER})"
_DASH = r"[—–~～\-至到]"
_MORE = rf"(?:(?P<more>[余多])(?P<moretimes>{_TIMES})?)?"
_AMOUNT = re.compile(
    rf"(?:(?P<times>(?<![0-9.])[0-9]+)[×*](?=[0-9.]+[万千]*瓦))?"
    rf"(?P<low>{_NUMBER})(?:(?P<lowunit>{UNIT_PATTERN})?{_DASH}+(?P<high>{_NUMBER}))?"
    rf"{_MORE} ?(?P<unit>{UNIT_PATTERN})"
)
_FRACTION = re.compile(
    rf"(?P<whole>[0-9]+|[{HAN_DIGITS}]+)分之(?P<part>[0-9]+(?:\.[0-9]+)?|[{HAN_DIGITS}点]+)"
    rf"(?:{_DASH}+(?:(?P=whole)分之)?(?P<high>[0-9]+(?:\.[0-9]+)?|[{HAN_DIGITS}点]+))?(?P<more>[余多])?"
)
_SLASH = re.compile(
    r"(?<![0-9./])(?P<part>[1-9])/(?P<whole>[1-9][0-9]?)(?![0-9/])(?=$|[以的左，。、])"
)
_TENTHS = re.compile(
    rf"(?P<tens>(?<![{HAN_DIGITS}])[一二两三四五六七八九]|(?<![0-9.])[1-9])成"
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
        value = numeral_value(match["low"], match["more"], match["moretimes"])
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
    if is_no_amount(text, match):
        return None
    low = numeral_value(
        match["low"], match["more"] if not match["high"] else None, match["moretimes"]
    )
    high = numeral_value(match["high"]) if match["high"] else None
    if low is None or (match["high"] and high is None):
        return None
    if high is not None:
        if match["low"].isascii() and low < high:  # "3—5万家": the place word serves both ends
            low *= places_shared(match["low"], match["high"])
        if low >= high or re.search(r"[从由自]$", text[max(0, start - 4) : start]):
            high, start = None, match.start("high")
            low = numeral_value(match["high"], match["more"], match["moretimes"])
            if low is None:
                return None
    if match["times"]:
        low *= int(match["times"])
    if unit == "‰":
        low, unit = low / 10, "%"
    return _built(text, start, match.end(), end, low, canonical_unit(unit), match["more"], high)


def _read_fraction(text: str, match: re.Match[str], end: int) -> Quantity | None:
    whole = (
        han_to_decimal(match["whole"])
        if match["whole"][0] in HAN_DIGITS
        else Decimal(match["whole"])
    )
    part = numeral_value(match["part"])
    high = numeral_value(match["high"]) if match["high"] else None
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
    tens = numeral_value(match["tens"])
    before = text[max(0, match.start() - 2) : match.start()]
    if tens is None or is_end_of_word(before):
        return None
    ones = match["ones"]
    value = tens * 10
    if ones:
        value += 5 if ones == "半" else han_to_decimal(ones) or 0
    return _built(text, match.start(), match.end(), end, value, "%", match["more"])


def _read_half(text: str, match: re.Match[str], end: int) -> Quantity | None:
    return _built(text, match.start(), match.end(), end, Decimal(50), "%", None)


def _read_half_unit(text: str, match: re.Match[str], end: int) -> Quantity | None:
    whole = numeral_value(match["low"]) if match["low"] else Decimal(0)
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
    value = numeral_value(match["low"], match["more"], match["moretimes"])
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
