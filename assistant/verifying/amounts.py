"""Comparing one figure of a claim with one of a passage: value, unit, bound, year, kind of change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.models import Difference
from assistant.verifying.wording import direction_of
from corpus.figures import compatible_measure_word, in_unit, same_amount, same_unit
from corpus.models import Bound, Figure

_DIGITS = re.compile(
    r"([0-9][0-9,]*)(?:\.([0-9]+))?\s*((?:[十百千]?[万亿]+|[百千](?![瓦米克伏卡分]))?)"
)
_PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_MORE = re.compile(r"[0-9万亿千百十][余多]")
_NEARLY = re.compile(r"接近|将近|近|不到|不足|差不多")
_COARSEST = 20
"""A rounding may move a figure by a twentieth at most: 约1000家 is no rounding of 1100家."""
_TENTHS = re.compile(r"成|一半|过半")
_OF_TENTHS = Decimal(4)
"""Per cent that 近五成, 超五成 may be off; 约五成 half as much."""
_WAY = {"growth": "up", "decline": "down"}
"""Which way a figure moves whose verb stands before another of its row."""
_LOWER = {Bound.AT_LEAST, Bound.MORE_THAN}
_UPPER = {Bound.AT_MOST, Bound.LESS_THAN}
_CEILING = re.compile(
    r"控制|压[减缩]|缩短|目标|上限|红线|不超|限|降|以内|不高于|标准|时间|时限|工作日|小时|天|分钟"
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing two figures. ``difference`` None and ``agrees`` True: the same.

    ``note`` says in Chinese what a reader should know though they agree.
    """

    agrees: bool
    difference: Difference | None = None
    note: str = ""


AGREED = Compared(True)


def comparable(claim: Figure, found: Figure) -> bool:
    """Whether both are counted in units that can be the same thing."""
    if not claim.unit or not found.unit:
        return True
    return (
        compatible_measure_word(claim.unit, found.unit)
        or in_unit(Decimal(1), claim.unit, found.unit) is not None
    )


def same_value(claim: Figure, found: Figure) -> bool:
    """Whether the amounts are exactly equal once the units are, ranges end for end."""
    if claim.upper != found.upper:
        return False
    if not (claim.unit and found.unit) or compatible_measure_word(claim.unit, found.unit):
        return claim.value == found.value  # 双破千 has no unit
    return same_amount(claim.value, claim.unit, found.value, found.unit)


def rounded(claim: Figure, found: Figure) -> bool:
    """Whether the claim says that it is rounded (约, 近, 超, 多) and is the right rounding."""
    quantum = _quantum(claim)
    if quantum is not None and claim.unit in ("%", "个百分点"):
        quantum = min(quantum, Decimal(1))  # 50%左右 is no rounding of 52%
    tenths = _TENTHS.search(claim.text) is not None and claim.unit == "%"
    if tenths:
        quantum = _OF_TENTHS
    value = (
        in_unit(found.value, found.unit, claim.unit) if claim.unit and found.unit else found.value
    )
    if value is None and compatible_measure_word(claim.unit, found.unit):
        value = found.value
    if (
        quantum is None
        or value is None
        or claim.upper
        or found.upper
        or not (found.bound is Bound.EXACT or (tenths and found.bound is Bound.ABOUT))
    ):
        return False
    if _significant(claim.value) >= _significant(value):
        return False
    gap = value - claim.value
    if not tenths and abs(gap) * _COARSEST > value:
        return False
    if claim.bound is Bound.ABOUT and _NEARLY.search(claim.text):
        return -quantum < gap <= 0
    if claim.bound is Bound.ABOUT:
        return abs(gap) * 2 <= quantum
    return claim.bound is Bound.MORE_THAN and 0 <= gap < quantum


def compare(claim: Figure, found: Figure, claim_left: str, found_left: str) -> Compared:
    """Compares value, unit, bound and kind of change; years are compared elsewhere.

    ``claim_left``/``found_left`` are the words directly before each figure.
    """
    if not same_value(claim, found):
        if not comparable(claim, found):
            return Compared(False, Difference.UNIT)
        if not rounded(claim, found):
            return Compared(False, _value_or_unit(claim, found))
        return Compared(True, note=f"文件写的精确数字是“{found.text}”")
    bound = compare_bounds(claim, found, claim_left)
    if not bound.agrees:
        return bound
    change = _compare_change(claim, found, claim_left, found_left)
    if not change.agrees:
        return change
    # "两年推出" is no "每年推出"
    whole = (
        re.search(rf"(?<![两二三四五六七八九十老青少中成学]){claim.per}", found_left)
        or "累计" in claim_left
    )
    if claim.per and claim.per != found.per and not whole:
        return Compared(False, Difference.BOUND)
    if found.per and not claim.per:
        return Compared(True, note=f"文件说的是每{found.per}{found.text}")
    return bound


def _value_or_unit(claim: Figure, found: Figure) -> Difference:
    """万 given for 亿 is a slip in the unit; so is 亩 for 公顷 with the same digits."""
    if claim.value and found.value:
        ratio = max(claim.value, found.value) / min(claim.value, found.value)
        if ratio in (10**4, 10**8) or (
            not same_unit(claim.unit, found.unit) and _mantissa(claim) == _mantissa(found)
        ):
            return Difference.UNIT
    return Difference.VALUE


def _mantissa(figure: Figure) -> str:
    match = _DIGITS.search(figure.text)
    return match.group(1) + "." + (match.group(2) or "") if match else figure.text


def compare_bounds(claim: Figure, found: Figure, claim_left: str = "") -> Compared:
    """Whether both limit the real value in the same way."""
    said, written = claim.bound, found.bound
    if said is written or {said, written} <= _LOWER or {said, written} <= _UPPER:
        return AGREED
    if _MORE.search(found.text) and said not in _UPPER:
        return Compared(True, note=f"文件写的是“{found.text}”")
    if said is Bound.EXACT:
        if written in _UPPER and not _CEILING.search(claim_left + claim.text):
            return Compared(False, Difference.BOUND)
        return Compared(True, note=f"文件的完整说法是“{found.text}”")
    if said is Bound.ABOUT and written is Bound.EXACT:
        return Compared(True, note=f"文件写的是“{found.text}”，没有“约”")
    return Compared(False, Difference.BOUND)


def _compare_change(claim: Figure, found: Figure, claim_left: str, found_left: str) -> Compared:
    """Growth is no level, and a fall no rise."""
    said, written = direction_of(claim_left), direction_of(found_left)
    if "to" in (said, written) and {said, written} & {"up", "down"}:
        return Compared(False, Difference.BOUND)
    if claim.unit in ("%", "个百分点") or said == "down" or written == "down":
        if {said, written} == {"up", "down"}:
            return Compared(False, Difference.BOUND)
        if claim.change == found.change:
            return AGREED
        if {claim.change, found.change} in (
            {"growth", "level"},
            {"growth", "share"},
        ) and said != (written or _WAY.get(found.change, "")):
            return Compared(False, Difference.BOUND)
    return AGREED


def _quantum(figure: Figure) -> Decimal | None:
    """The size of the last digit printed: 124.5万 → 1000."""
    match = _DIGITS.search(figure.text)
    if match is None:
        return _round_quantum(figure.value)
    try:
        size = Decimal(1).scaleb(-len(match.group(2) or ""))
    except InvalidOperation:
        return None
    for place in match.group(3):
        size *= _PLACES[place]
    if not match.group(2) and not match.group(3):
        return _round_quantum(figure.value)
    return size


def _significant(value: Decimal) -> int:
    """How many digits a number has between its first and its last that is not zero."""
    return len(value.normalize().as_tuple().digits)


def _round_quantum(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero: 3500 → 100."""
    digits = format(value.normalize(), "f")
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** zeros
