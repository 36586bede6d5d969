"""Years a question asks about, also as 今年, 去年, 明年, "两年"."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<![0-9.])(20[0-9]{2})(?:\s*(?:年|底|[—\-至到~]))?(?![0-9.])")
_SHORT = re.compile(
    r"(?<![0-9.])([12][0-9])年(?!度?制|以|级|内|代|来)(?=[的底初末度前目任承]|$|[，。？?全山省市])"
)
_SHORT_ALONE = re.compile(
    r"(?<![0-9.第近满共了过用有])(2[0-9])年(?![级内代来以间期前后多]|的?历史|左右|时间)"
)
_SHORT_LIST = re.compile(r"(?<![0-9.])2[0-9](?:年?[、,，和]2[0-9])+[两三四五]?年")
""" "23、24、25三年"."""
_NEAR = 2
"""How far from now a year of two digits may be that nothing else shows to be a year."""
_IN_HAN = re.compile(r"二[零〇○][零〇○一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("零〇○一二三四五六七八九", "000123456789")
_SPAN = re.compile(r"(20[0-9]{2})年?\s*[—\-至到~]\s*(20[0-9]{2})")
_RELATIVE = (
    (re.compile(r"大后年"), 3),
    (re.compile(r"(?<!大)后年"), 2),
    (re.compile(r"明年|下一?年(?!度)|(?<![十百两几0-9])来年|今明(?:两|2)?年"), 1),
    (re.compile(r"今年|本年|这一年|今明(?:两|2)?年"), 0),
    (re.compile(r"(?<!大)前年"), -2),
    (re.compile(r"去年|(?<![比较])上一?年"), -1),
)

_LATER = re.compile(r"(?:再)?往后(?:推)?一年|后一年|下一?年|次年|第二年|转过年")
_TWO_LATER = re.compile(r"(?:后面|往后|接下来|之后|随后|后|下)(?:的|来)?(?:这)?[两2]年(?!前)")
_EARLIER = re.compile(r"(?:再)?往前(?:推)?一年|前一年|(?<![比较])上一?年|头一年")


def find_years(text: str, current: int) -> tuple[int, ...]:
    """The years a question names, in ascending order. ``current`` is what 今年 means."""
    text = _IN_HAN.sub(lambda match: match.group().translate(_DIGITS), text)
    years = {int(year) for year in _YEAR.findall(text)}
    for first, last in _SPAN.findall(text):
        if int(first) < int(last) < int(first) + 10:
            years |= set(range(int(first), int(last) + 1))
    years |= {2000 + int(short) for short in _SHORT.findall(text)}
    for listed in _SHORT_LIST.findall(text):
        years |= {2000 + int(short) for short in re.findall(r"2[0-9]", listed)}
    alone = {2000 + int(short) for short in _SHORT_ALONE.findall(text)}
    years |= {year for year in alone if abs(year - current) <= _NEAR}
    for pattern, shift in _RELATIVE:
        if pattern.search(text):
            years.add(current + shift)
    return tuple(sorted(years))


def shifted_years(text: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """The years that a question counts from ``years``, spoken of before it (后一年, 接下来两年); none
    where it counts from none."""
    if not years:
        return ()
    if _LATER.search(text):
        return (years[-1] + 1,)
    if _TWO_LATER.search(text):
        return (years[-1] + 1, years[-1] + 2)
    return (years[0] - 1,) if _EARLIER.search(text) else ()


def has_relative_year(text: str) -> bool:
    """Whether a question counts its year from now (今年, 去年, 明年)."""
    return any(pattern.search(text) for pattern, _ in _RELATIVE)


def without_years(text: str) -> str:
    """``text`` less the years it names."""
    text = _SPAN.sub(" ", text)
    text = re.sub(r"(?<![0-9.])20[0-9]{2}\s*年?(?:度|底|末|初|全年)?(?:前)?", " ", text)
    for pattern, _ in _RELATIVE:
        text = pattern.sub(" ", text)
    return text
