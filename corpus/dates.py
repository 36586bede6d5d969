"""Points in time named in running text: "2024年年底前", "6月底前", "到2025年", "两年内"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.models import DateMention
from corpus.numerals import han_to_int

_YEAR = r"(?<![0-9〔\[])(?P<year>(?:19|20)[0-9]{2})年度?"
_RANGE = r"(?P<from>(?:19|20)[0-9]{2})年?[—–~～\-至到]+(?=(?:19|20)[0-9]{2}年)"
_WHEN = (
    r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:(?P<day>[12][0-9]|3[01]|0?[1-9])[日号]|上旬|中旬|下旬)?"
    r"(?P<monthend>月?底|末|初)?"
    r"|(?P<yearend>年?[底末]|年终)|年初"
    r"|(?P<half>上半年|下半年|全年)"
    r"|(?P<quarter>第?[一二三四1-4]季度|首季)"
)
_BY = r"(?P<by>之?(?:以?前)(?!沿|期|景|往|所|列|置|提|端|后|景)|以内|之内)?"
_CALENDAR = re.compile(rf"(?:{_RANGE})?{_YEAR}(?:{_WHEN})?{_BY}")
_MONTH = re.compile(
    r"(?<![0-9个〇一二三四五六七八九十])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
    r"(?:(?P<day>[12][0-9]|3[01]|0?[1-9])[日号]|上旬|中旬|下旬)?(?P<monthend>底|末|初)?" + _BY
)
_RELATIVE = re.compile(
    r"(?P<yearend>年[底末]|年终)(?P<by>之?(?:以?前))?"
    r"|(?<![0-9一二两三四五六七八九十])(?P<within>年内)"
    r"|(?P<half>上半年|下半年)(?P<by2>之?(?:以?前))?"
    r"|(?P<quarter>[一二三四]季度)(?P<by3>之?(?:以?前))?"
)
_SPAN = re.compile(
    r"(?P<count>[1-9][0-9]?|[一二两三四五六七八九十]{1,2})年(?:时间)?(?P<within>内|之内|以内)"
    r"|(?<=[用])(?P<count2>[1-9][0-9]?|[一二两三四五六七八九十]{1,2})年时间"
)
_FESTIVAL = re.compile(r"(?:元旦|春节|五一|端午|中秋|国庆)(?:节|假期)?(?P<by>之?前|以前)")
"""Days of the calendar by name; which month some fall in changes from year to year."""
_TITLE = re.compile(r"《[^》]*》|〔[^〕]*〕")
_QUARTER_END = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12, "首": 3}


def extract_dates(plain: str, start: int, end: int) -> tuple[DateMention, ...]:
    """All points in time of plain[start:end], in order; titles (《…》) and document numbers left out.

    A span of years ("2024—2025年") gives the year it ends in. 年底 has month 12, 上半年 6, a quarter
    its last month; 年内 and "两年内" name no year but are ``by`` its end.
    """
    titles = [match.span() for match in _TITLE.finditer(plain, start, end)]
    found: list[DateMention] = []
    for pattern in (_CALENDAR, _SPAN, _MONTH, _RELATIVE, _FESTIVAL):
        for match in pattern.finditer(plain, start, end):
            inside_title = any(a <= match.start() < b for a, b in titles)
            overlaps = any(d.start < match.end() and match.start() < d.end for d in found)
            if not inside_title and not overlaps:
                found.append(_mention(match))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mention(match: re.Match[str]) -> DateMention:
    groups = match.groupdict()
    month = _month(groups["month"]) if groups.get("month") else None
    if groups.get("yearend"):
        month = 12
    elif groups.get("half"):
        month = 6 if groups["half"] == "上半年" else 12
    elif groups.get("quarter"):
        month = next((_QUARTER_END[c] for c in groups["quarter"] if c in _QUARTER_END), None)
    return DateMention(
        text=match.group(),
        start=match.start(),
        end=match.end(),
        year=int(groups["year"]) if groups.get("year") else None,
        month=month,
        day=int(groups["day"]) if groups.get("day") else None,
        by=any(groups.get(name) for name in ("by", "by2", "by3", "within"))
        or bool(groups.get("count2")),
    )


def _month(numeral: str) -> int | None:
    return int(numeral) if numeral.isascii() else han_to_int(numeral)


@dataclass(frozen=True, slots=True)
class GoverningYears:
    """Years said at ``start``/``end`` that hold for what follows, until others are said; ``relative``
    to those said before (次年)."""

    start: int
    end: int
    years: tuple[int, ...]
    relative: bool = False


_YEARS = re.compile(
    r"(?:(?P<from>(?:19|20)[0-9]{2})年?[—–~～\-至到]+)?(?P<year>(?:19|20)[0-9]{2})"
    r"(?:年|(?=[、和与及](?:19|20)[0-9]{2}年))"
    r"|(?:(?<=[，。；、：（ \n到至在于])|(?<![\s\S]))(?P<short>2[0-9])年(?=[的底初末度前目，要将力]|全省|计划|$)"
    r"|(?P<word>今年|本年度?|明年|去年|上年(?!度)|前年)(?!内|底|末|轻|级)"
    r"|(?P<next>次年|翌年|转年|下一年(?!度))"
)
_SINCE = re.compile(r"(?:以来|起|之前|度?(?:相比|同期)|基础上)")
_SHIFT = {"今": 0, "本": 0, "明": 1, "去": -1, "上": -1, "前": -2, "后": 2}
_COMPARED = re.compile(r"(?:较|(?<!占)比|与|同|高于|低于)$")
_BRACKETS = re.compile(r"《[^》]*》|（[^（）]*）|〔[^〕]*〕|“[^”]*”")


def governing_years(
    plain: str, start: int, end: int, period: tuple[int, ...]
) -> tuple[GoverningYears, ...]:
    """The years that govern figures of plain[start:end], in order.

    Years in titles, brackets or quotes govern nothing, nor does a year compared with
    ("较2020年下降10%") or counted from ("2020年以来").
    """
    asides = [match.span() for match in _BRACKETS.finditer(plain, start, end)]
    found: list[GoverningYears] = []
    for match in _YEARS.finditer(plain, start, end):
        if any(a <= match.start() < b for a, b in asides):
            continue
        if _COMPARED.search(plain[max(start, match.start() - 2) : match.start()]):
            continue
        if _SINCE.match(plain, match.end()):
            continue
        if match["word"]:
            years = _shifted(match["word"], period)
        elif match["short"]:
            years = (2000 + int(match["short"]),)
        elif match["next"]:
            years = (max(found[-1].years) + 1,) if found else ()
        else:
            last = int(match["year"])
            years = tuple(range(int(match["from"] or last), last + 1))
        if years and found and re.fullmatch(r"年?[、和与及]", plain[found[-1].end : match.start()]):
            years = tuple(sorted({*found[-1].years, *years}))
        if years:
            relative = match["next"] is not None
            found.append(GoverningYears(match.start(), match.end(), years, relative))
    return tuple(found)


def _shifted(word: str, period: tuple[int, ...]) -> tuple[int, ...]:
    shift = _SHIFT[word[0]]
    return period if shift == 0 or not period else (period[0] + shift,)
