"""Ways in which the figures of a passage are not the figure asked for, though all else agrees.

Each is a near miss that would read as an answer: another year's figure, the aim instead of the
result, what is added instead of what there is, a sum instead of what each gets, the province's
figure for a city.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.ranking import Choice, clause_of, segment_around
from assistant.refusing.asked_figures import least_value
from assistant.understanding.outlook import insists_on_aims, insists_on_results
from assistant.understanding.query import Intent, Outlook, Query
from assistant.understanding.scope import names_of_home
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Figure
from corpus.places import short_place
from index.terms import grams_of

_EACH = re.compile(
    r"(?:每|平均(?:每|一))[一个]?(?P<whom>家|人|户|亩|名|位|辆|台|度|斤|吨|套|单|平方米|平米|项目|企业|学生|老人)"
    r"|一(?:户|家|个?人|亩|台|辆|名|位|套)(?:能|可以?|要|得|该|会|给)?[补奖发领收交花赔罚拿贴](?:贴|助|到|给|取)?(?:多少|几)"
    r"|每?[建买装修种养盖][^，。？?]{0,2}一[个座台套处辆亩头棵所][^，。？?]{0,16}[补奖给发][^，。？?]{0,3}(?:多少|几)"
    r"|一(?:家|户|个人|名|位)[^，。？?]{0,8}(?:最多|最高)(?:能|可以?)[^，。？?]{0,4}多少"
    r"|(?:企业|单位|家庭|个人|项目|员工|学生|老人|农户|商户)(?:最多|最高)?(?:能|可以?)[拿领得获补奖](?:到|得|取|助|励)?多少"
)
_BY_HEAD = re.compile(
    r"每(?![年月天日周季]|个?学期|半年)|平均|人均|户均|亩均|均价|单产|单价|单位|/(?:人|户|亩)"
)
"""Words for what each gets; 每月 alone says how often, and of persons that it is what each gets."""
_IN_ALL = re.compile(
    r"总数|累计|总共有|一共有|共有|现有|目前有|已有|保有量|拢共有|达到多少[个家座所处]了"
)
_COUNTRY = re.compile(
    r"全国(?:的)?(?:[gG][dD][pP]|经济|平均|总|人均|各省|范围|水平|排|目标|粮食|财政|城镇|居民|工业)"
)
_COUNTRY_SCOPE = re.compile(
    r"(?<![在居排列占与和跟比为])全国(?:的|范围内?)?(?P<what>(?![第首前最各领唯率排统])[\u4e00-\u9fff]{2})"
)
"""What is asked of the country ("全国规上工业…"), or part of a name that begins so."""
_WHOLE = re.compile(r"^(?:全省|全国|我省)")


_QUANTITIES = {
    "出栏": "出栏|屠宰",
    "屠宰": "屠宰",
    "库存": "库存|储",
    "销量": "销|卖",
    "单产": "单产|亩",
    "亩产": "单产|亩|吨半粮",
    "报废": "报废|淘汰",
    "死亡": "死亡|亡人",
}
"""Kinds of quantities of one thing, each with what tells it: the stock of a herd is not what is sold."""


def is_of_other_quantity(query: Query, best: Choice) -> bool:
    """Whether a kind of quantity is asked for ("生猪出栏") that the clause does not speak of."""
    return any(
        asked in query.text and re.search(told, best.clause.plain) is None
        for asked, told in _QUANTITIES.items()
    )


def is_of_a_neighbour(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether the clause tells of the thing named another kind of quantity than is asked for (its
    growth in %, not how many 万亿), so that every figure that fits is of something beside it."""
    asked = query.text
    units = asked_units(asked)
    if fits_unit("%", units) or not (units or least_value(asked)) or _asks_several(asked):
        return False
    named = {f.indicator for f in best.figures if len(f.indicator) > 3 and f.indicator in asked}
    return bool(named and figures) and not any(
        figure.indicator in named or not figure.indicator or _is_told(figure.indicator, asked)
        for figure in figures
    )


def is_of_other_year(query: Query, figures: Sequence[Figure]) -> bool:
    """Whether every figure is of a year that was not asked for."""
    return bool(query.years and figures) and all(
        figure.years and not set(figure.years) & set(query.years) for figure in figures
    )


def is_only_reported(query: Query, best: Choice) -> bool:
    """Whether what was first planned, or a target, is asked for, and the passage only says what came of
    it."""
    aim = query.outlook is Outlook.AHEAD and insists_on_aims(query.text)
    planned = aim or _FIRST_PLANNED.search(query.text) is not None
    return best.task.looks_back and planned


_FIRST_PLANNED = re.compile(
    r"(?:原来|原先|原本|当初|起初|年初|本来)[^，。？?]{0,4}(?:计划|打算|定|目标|准备|要求)"
)


def is_only_aimed_at(query: Query, best: Choice) -> bool:
    """Whether what was really done is asked for, and the passage only says what is to be done."""
    return (
        query.outlook is Outlook.BACK
        and insists_on_results(query.text)
        and not best.task.looks_back
    )


def is_no_share(query: Query, best: Choice) -> bool:
    """Whether what each gets is asked for, and the passage gives nothing by head."""
    match = _EACH.search(query.text)
    if match is None:
        return False
    if match.group("whom") in _PERSONS:
        by_time = any(figure.per for figure in best.figures)
        return not by_time and re.search(rf"每|{_BY_HEAD.pattern}", best.clause.plain) is None
    by_head = any(figure.per.strip("每一个") not in _SPANS for figure in best.figures)
    return not by_head and _BY_HEAD.search(best.clause.plain) is None


_PERSONS = frozenset("人 名 位 学生 老人".split())
_SPANS = frozenset(("", "年", "月", "季度", "季", "年度"))
"""What a figure is for a stretch of time, or for nothing: no share of anybody."""


def is_only_added(query: Query, figures: Sequence[Figure]) -> bool:
    """Whether the number there is in all is asked for, and the passage says how many are added."""
    return (
        _IN_ALL.search(query.text) is not None
        and bool(figures)
        and all(figure.change == "added" for figure in figures)
        and not re.search(r"新增|新建|新(?=[\u4e00-\u9fff])|增加", query.text)
    )


def is_of_the_whole(query: Query, best: Choice, figures: Sequence[Figure]) -> bool:
    """Whether a city's figure is asked for, and each figure found is said of the whole province."""
    cities = [unit for unit in (*query.units, *query.wanted_units) if unit.endswith("市")]
    cities += query.places
    if not cities or {best.task.unit, best.task.place} & set(cities) or not figures:
        return False
    plain = best.task.plain
    for figure in figures:
        clause = clause_of(figure, best)
        opening = segment_around(plain, clause.start, clause.start, clause.end)
        said = segment_around(plain, figure.start, clause.start, clause.end)
        whole = any(
            _WHOLE.match(words) or (query.home and words.startswith(query.home))
            for words in (figure.scope, said)
        )
        if not whole and any(short_place(city) in said + opening for city in cities):
            return False
    return True


def is_of_another_place(query: Query, best: Choice) -> bool:
    """Whether the figure of the home place as a whole is asked for, and the passage is a city's own pledge
    or of a document of another place."""
    place = best.task.place
    return (
        bool(place)
        and place not in (*query.units, *query.places)
        and short_place(place) not in query.text
        and names_of_home(query.home).search(query.text) is not None
    )


def is_of_the_country(query: Query, best: Choice, figures: Sequence[Figure]) -> bool:
    """Whether the country's figure is asked for, and the passage says nothing of the country."""
    plain = best.clause.plain
    if _COUNTRY.search(query.text):
        clause = best.clause
        said = [segment_around(best.task.plain, f.start, clause.start, clause.end) for f in figures]
        if not any("全国" in words for words in said or [plain]):
            return True
    scopes = [match.group("what") for match in _COUNTRY_SCOPE.finditer(query.text)]
    return bool(scopes) and not any(f"全国{what}" in plain for what in scopes)


def is_of_other_indicator(query: Query, best: Choice, indicators: Sequence[str]) -> bool:
    """Whether the question names, letter by letter, something that the documents count, and the
    passage names it not even in part. ``indicators`` are those of the documents, the longest first."""
    if query.intent is Intent.COMPARE:
        return False  # each side may have a name of its own
    told = f"{best.task.title} {best.clause.plain}"
    asking = [piece for piece in re.split(r"[，。？?\s]", query.text) if _ASKING.search(piece)]
    text = asking[-1] if len(asking) == 1 and len(asking[0]) > _OWN_WORDS else query.text
    named = _longest_named(indicators, text)
    return bool(named) and not any(_is_told(name, told) for name in named)


def _longest_named(indicators: Sequence[str], text: str) -> list[str]:
    """The indicators that stand in ``text``, less those that are part of a longer one there."""
    named: list[str] = []
    for name in indicators:
        if len(name) > 1 and _stands_in(name, text) and not any(name in longer for longer in named):
            named.append(name)
    return named


def _stands_in(name: str, text: str) -> bool:
    """Whether an indicator stands in ``text``, a long one perhaps with its words in another order
    (新增城镇就业 for 城镇新增就业)."""
    if name in text:
        return True
    words = [name[at : at + 2] for at in range(0, len(name), 2)]
    return len(words) > 2 and len(words[-1]) > 1 and all(word in text for word in words)


def _is_told(name: str, told: str) -> bool:
    pairs = grams_of(name)
    return sum(pair in told for pair in pairs) >= len(pairs) * _NAMED_IN_PART


def _asks_several(text: str) -> bool:
    return len(_ASKING.findall(text)) > 1


_ASKING = re.compile(r"多少|几")
_OWN_WORDS = 6
"""Characters of a piece that asks, above which it says itself what it asks for."""
_NAMED_IN_PART = 0.34
