"""How a task or a clause agrees with what a question names: place, period, year, kind of fact, change,
level reached. Each is a feature of the ranking, 0 where the question does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.query import DUTIES, Asked, Outlook, Query
from assistant.units_asked import unit_fit
from corpus.divisions import places_of
from corpus.models import Clause, Figure, Task
from corpus.places import PROVINCES, short_place
from index.terms import grams_of, pairs_held

_WHOLE_PROVINCE = re.compile(r"全省|省里|我省|省级")
_OF_A_SPAN = 0.7
"""A figure for two years together hardly answers for one of them."""
_WHICH_PLACE = re.compile(
    r"哪[一几两二三四五些]?(?:个|座)?(?:地级)?(?:[市县区省城]|地(?!铁))|哪里|哪儿|什么地方"
)
_TELLS_PLACE = 1.5
_TOTAL = re.compile(r"目标|达到|总数|总量|实际(?!使用|利用)|突破")
_REACHES = re.compile(r"达到?|突破|超过|稳定在|保持在|增至|[增提扩]\w?到|控制在")
_MOSTLY_NAMED, _IS_REACHED, _BEFORE_FIGURE = 0.6, 0.5, 4
RANKED = re.compile(
    r"[居列位排](?:名|于)?(?:全国|全省|国内|世界|全球|各省)?(?:的)?(?:首|第|前)|第[一二三四五六七八九十0-9]+[位名]|首位|榜首|位次"
)
"""Words that say which place something holds among others."""
_GROWTH = re.compile(r"增幅|增速|增长(?!极|点)|涨幅|涨得|增加百分")


def unit_agreement(query: Query, task: Task, clause: Clause) -> float:
    """Whether a task is of one of the units or places named, or its clause at least names one."""
    named = (*query.units, *query.places)
    if not named:
        return 0.0
    if task.unit in named or task.place in named:
        return 1.0
    return 0.35 if any(short_place(place) in clause.plain for place in named) else -1.0


def subject_agreement(query: Query, task: Task) -> float:
    """What is of a city, or of another place than most documents, does not answer for those, nor for
    a third place."""
    if not task.place or {task.unit, task.place} & {*query.units, *query.places}:
        return 0.0
    if short_place(task.place) in query.text:
        return 0.0
    whole = _WHOLE_PROVINCE.search(query.text) or (query.home and query.home in query.text)
    return -1.0 if whole else -0.6


def period_agreement(periods: Sequence[int], task: Task) -> float:
    """Whether a task is of one of the years that the titles of the documents named bear."""
    if not periods:
        return 0.0
    return 0.5 if set(periods) & set(task.period) else -0.25


def outlook_agreement(query: Query, task: Task) -> float:
    """Whether the question looks back at results or ahead at targets, and the task with it."""
    if query.outlook not in (Outlook.BACK, Outlook.AHEAD):
        return 0.0
    return 0.5 if task.looks_back == (query.outlook is Outlook.BACK) else -0.5


def clause_features(
    query: Query, task: Task, clause: Clause, asked: Sequence[str]
) -> dict[str, float]:
    """How a clause agrees with the years asked, the kind of fact asked, the unit, the indicator."""
    figures = task.figures_in(clause.start, clause.end)
    dates = task.dates_in(clause.start, clause.end)
    spans = [set(figure.years) for figure in figures if figure.years]
    spans += [{date.year} for date in dates if date.year]
    return {
        "year": _year_agreement(query.years, spans, task.period),
        "answer_kind": _answer_kind(query, task, bool(figures), bool(dates))
        + (Asked.RANK in query.asks and RANKED.search(clause.plain) is not None),
        "asked_unit": max((unit_fit(figure.unit, asked) for figure in figures), default=0.0),
        "change": _change_agreement(query.text, figures),
        "reached": _reached(query, task, figures),
        "place": _place_told(query, clause),
        "indicator": max((pairs_held(f.indicator, query.topic) for f in figures), default=0.0)
        if Asked.FIGURE in query.asks
        else 0.0,
    }


def _year_agreement(
    asked: Sequence[int], spans: Sequence[set[int]], period: Sequence[int]
) -> float:
    """How a clause agrees with the years asked; ``spans`` are the years of each of its figures and
    dates."""
    if not asked:
        return 0.0
    if any(span <= set(asked) for span in spans):
        return 1.0
    if any(span & set(asked) for span in spans):
        return _OF_A_SPAN
    if spans:
        return -0.6
    return 0.6 if set(asked) & set(period) else -1.0


def _change_agreement(text: str, figures: Sequence[Figure]) -> float:
    """Whether a question for a rate of growth meets one."""
    if not _GROWTH.search(text) or not figures:
        return 0.0
    return 0.6 if any(figure.change == "growth" for figure in figures) else -0.4


def _place_told(query: Query, clause: Clause) -> float:
    """Whether a question for a place meets a clause that names one it does not name itself."""
    if Asked.PLACE not in query.asks or not _WHICH_PLACE.search(query.text):
        return 0.0
    places = places_of(query.home)
    plain = clause.plain
    told = any(name in places and name not in query.text for name in grams_of(plain))
    return _TELLS_PLACE * (told or names_province(plain, query))


def names_province(plain: str, query: Query) -> bool:
    """Whether a text names a province that the question does not, other than the home of both."""
    return any(
        name in plain and name not in query.text and name != query.home for name in PROVINCES
    )


def _reached(query: Query, task: Task, figures: Sequence[Figure]) -> float:
    """Whether a question for a target or a total meets a figure that the thing itself is to reach, and
    not one of how many of it something is done to ("支持1000家企业")."""
    if Asked.FIGURE not in query.asks or not _TOTAL.search(query.text):
        return 0.0
    named = [f for f in figures if pairs_held(f.indicator, query.topic) >= _MOSTLY_NAMED]
    return _IS_REACHED * any(
        _REACHES.search(task.plain[max(0, f.start - _BEFORE_FIGURE) : f.start] + f.text)
        for f in named
    )


def _answer_kind(query: Query, task: Task, has_figure: bool, has_date: bool) -> float:
    score = 0.0
    if Asked.FIGURE in query.asks:
        score += 1.0 if has_figure else -0.3
    if Asked.DATE in query.asks:
        score += 1.0 if has_date else 0.5 if task.duty.deadline else -0.3
    if query.asks & DUTIES:
        score += 0.4 if task.duty.people or task.duty.bodies else -0.4
    return score
