"""Ways in which the figures of a passage are not the figure asked for, though all else agrees.

Each is a near miss that would read as an answer: another year's figure, the aim instead of the
result, what is added instead of what there is, a sum instead of what each gets, the province's
figure for a city.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.ranking import Choice, segment_around
from assistant.understanding.outlook import insists_on_results
from assistant.understanding.query import Intent, Outlook, Query
from assistant.understanding.scope import names_of_home
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Bound, Clause, Figure
from corpus.places import short_place
from corpus.quantities import find_quantities
from corpus.units import is_measure_word, same_unit
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


def figures_asked(
    query: Query, choices: Sequence[Choice], *, loosely: bool = False
) -> list[Figure]:
    """The figures of the best clause, and of others of its task that say as much, that have a unit
    the question may be answered in.

    ``loosely``: people count in other measure words than documents ("多少家换了炉子" for 万户), so
    where the clause is surely meant, any figure that counts things will do for a question that does.
    """
    best, asked = choices[0], asked_units(query.text)
    own = unstated(best.figures, query.text)
    figures = [
        figure
        for choice in choices[:8]
        if choice.place == best.place
        and choice.features["clause_cover"] >= 0.7 * best.features["clause_cover"]
        for figure in choice.figures
    ]
    figures = [figure for figure in figures if figure.value >= least_value(query.text)]
    offered = [figure for figure in figures if not asked or fits_unit(figure.unit, asked)]
    fitting = unstated(offered, query.text)
    exact = [figure for figure in offered if any(same_unit(figure.unit, unit) for unit in asked)]
    if set(exact) - set(fitting):
        # the one in the very unit is stated already: those in a like unit are of other things
        fitting = [figure for figure in fitting if figure in exact]
    by_size = not asked and least_value(query.text) > 0
    if fitting or offered or not loosely or by_size or not all(map(is_measure_word, asked)):
        return fitting
    people = any(fits_unit("人", [unit]) for unit in asked)
    return [
        figure
        for figure in own
        if is_measure_word(figure.unit)
        and fits_unit(figure.unit, ["人"]) == people
        and (figure.unit in _TIMES) == any(unit in _TIMES for unit in asked)
    ]


_TIMES = frozenset("场 次 届 期 轮 批".split())
"""What counts how often something is held, never things."""
_IN_MILLIONS = re.compile(r"(?:多少|几)个?(?P<scale>万亿|[万亿])(?![\u4e00-\u9fff]?分之)")
_SCALES = {"万": Decimal(1_000), "亿": Decimal(10_000_000), "万亿": Decimal(100_000_000_000)}
"""What a figure asked for in 万 or 亿 comes to at least: a tenth of one is still said so."""


def least_value(text: str) -> Decimal:
    """What a figure must come to at least to be asked for as a question does ("多少亿"), in its unit."""
    return max(
        (_SCALES[match.group("scale")] for match in _IN_MILLIONS.finditer(text)), default=Decimal(0)
    )


_WHICH_OF = re.compile(
    r"相差|(?:[多高低减差超涨]|增加?|提[高升]|减少)[了出过]?(?:多少|几)|(?<![占环同对])比(?![例重率])|还是|是不是|对不对|对吗|有没有|没有达到|是否"
)


def unstated(figures: Sequence[Figure], text: str) -> list[Figure]:
    """``figures`` less those that a question states itself: "25万人里面博士有多少" is not answered
    by 25万人. One that offers figures to choose from keeps them."""
    if _WHICH_OF.search(text):
        return list(figures)
    stated = [q for q in find_quantities(text) if q.bound is not Bound.MORE_THAN]
    return [
        figure
        for figure in figures
        if not _is_written(figure, text)
        and not any(q.value == figure.value and same_unit(q.unit, figure.unit) for q in stated)
    ]


def _is_written(figure: Figure, text: str) -> bool:
    """Whether the number of a figure with its 万 or 亿 stands in ``text``, whatever unit follows."""
    number = _LARGE_NUMBER.search(figure.text)
    return number is not None and re.search(rf"(?<![\d.]){number.group()}", text) is not None


_LARGE_NUMBER = re.compile(r"\d+(?:\.\d+)?[万亿]+")


def changes_without_figure(query: Query, best: Choice) -> bool:
    """Whether the task says that the thing asked about grows or falls, and does not say how far
    ("利润较快增长"), so that its figures are of the others beside it."""
    if not fits_unit("%", asked_units(query.text)) or not CHANGE.search(query.text):
        return False
    for match in _VAGUELY.finditer(best.task.plain):
        subject = match.group("subject")
        pairs = grams_of(subject)
        if pairs and sum(pair in query.text for pair in pairs) >= len(pairs) * _MOSTLY_NAMED:
            return True
    return False


CHANGE = re.compile(r"增长|下降|提高|上升|增加|增幅|增速|涨|降")
_VAGUELY = re.compile(
    r"(?:^|[，；。、])(?P<subject>[\u4e00-\u9fff]{2,14}?)"
    r"(?:较快|稳步|稳定|平稳|持续|快速|大幅|明显|进一步|有所|小幅|逐步|稳中有)+"
    r"(?:增长|提高|提升|上升|增加|下降|回升|回落|降低|升|降)(?=[，；。、]|$)"
)
_MOSTLY_NAMED = 0.7


def is_no_growth(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether a rate of growth is asked for, and no figure is said beside a word for one."""
    if not _GROWTH_RATE.search(query.text) or not figures or is_share_asked(query.text):
        return False
    plain = best.task.plain
    for figure in figures:
        clause = _clause_of(figure, best)
        said = segment_around(plain, figure.start, clause.start, clause.end)
        if figure.change in ("growth", "decline"):
            return False
        if figure.change != "share" and _GROWS.search(said):
            return False
    return True


def _clause_of(figure: Figure, best: Choice) -> Clause:
    """The clause of the task found that a figure stands in."""
    clauses = best.task.clauses
    return next((c for c in clauses if c.start <= figure.start < c.end), best.clause)


def is_of_other_direction(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether a fall is asked for and every figure is of a rise, or the other way round."""
    falls, rises = _FALLS.search(query.text), _RISES.search(query.text)
    if not figures or bool(falls) == bool(rises):
        return False
    wrong, right = (_RISES, _FALLS) if falls else (_FALLS, _RISES)
    for figure in figures:
        said = best.task.plain[max(0, figure.start - _BESIDE) : figure.start]
        said = re.split(r"[，；。、]", said)[-1] + figure.text
        if right.search(said) or not wrong.search(said):
            return False
    return True


_BESIDE = 14
_FALLS = re.compile(r"下降|降低|降了|压减|减少|回落|降幅")
_RISES = re.compile(r"增长|提高|上升|提升|增加|涨了|涨幅|增幅")


def is_share_asked(text: str) -> bool:
    """Whether a question asks for a share, too."""
    return re.search(r"占|比重|比例", text) is not None


_GROWTH_RATE = re.compile(r"增速|增幅|涨幅|增长率|增长速度|降幅")
_GROWS = re.compile(r"[增涨降升]|提高|扩大|减少|翻番|倍|高于|快于|超过.{0,6}增速|控制")


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
    """Whether what was first planned is asked for, and the passage only says what came of it."""
    return best.task.looks_back and _FIRST_PLANNED.search(query.text) is not None


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
        clause = _clause_of(figure, best)
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
