"""Which figures of a clause a question asks for, and which further clauses belong with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.ranking import Choice, segment_around
from assistant.understanding.query import Asked, Query
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Figure
from corpus.places import short_place
from corpus.units import same_unit
from index.retrieval import Field

_ALL_FIGURES = re.compile(
    r"(?:哪些|什么|几个)(?:具体)?(?:数字?|数据|指标|目标)|具体数字|全部(?:数据|指标|目标)|主要(?:预期)?目标"
)
_SEVERAL_FIGURES = re.compile(
    r"哪些[^，。？?]{0,8}(?:目标|指标|数据|数字|数值?(?=[？?，。、；]|$))|带数字?的"
    r"|哪[几些](?:项|个|类)?(?:工程|工作|任务|建设)?(?:量|指标|任务)，?(?:分别|各)(?:是|为)?多少"
    r"|(?:目标|指标|数据|数字|数值?)[^，。？?列说给报]{0,6}(?:都|全|逐[一项个])[^，。？?]{0,2}[列说给报]"
)
"""Words for all goals or figures of a passage, whether or not one of them is asked for by its name."""
_OF_EACH = re.compile(
    r"(?:哪些|哪几|各[个项类方领]?|分别)[^。？?]{0,24}(?:多少|几)|分别(?:是|为|达)"
)
"""Words by which one figure of each of several things is asked for."""
_ADDED = re.compile(r"新[增建添开设]|增加")
_DURATION = re.compile(
    r"(?<![近这前头好那十])(?:几|多少)个?(?:年(?![级轻前])|月(?![份底前])|[天周])(?:时间|内|之内)?|多长时间|多久"
)
_TIMES = frozenset("年 个月 月 周 天 日 工作日 小时 分钟".split())
_AS_WELL = 0.9
"""Of the best clause's share of the question's words, what another one holds that answers as well."""


def wants_every_goal(text: str) -> bool:
    """Whether a question is for all goals or figures of a passage, each in its sentence."""
    return _SEVERAL_FIGURES.search(text) is not None


def wants_all_figures(text: str) -> bool:
    """Whether a question is for all figures there are of its subject."""
    return wants_every_goal(text) or _ALL_FIGURES.search(text) is not None


def wants_each(text: str) -> bool:
    """Whether a question is for one figure of each of several things."""
    return _OF_EACH.search(text) is not None


def marked_figures(query: Query, choice: Choice, field: Field) -> list[Figure]:
    """The figures of a clause that a question asks for; none if it asks for no figure."""
    if _SEVERAL_FIGURES.search(query.text):
        return list(choice.figures)
    if Asked.FIGURE not in query.asks:
        return []
    if _ALL_FIGURES.search(query.text):
        return list(choice.figures)
    if _DURATION.search(query.text):
        return [figure for figure in choice.figures if figure.unit in _TIMES]
    asked = asked_units(query.text)
    fitting = [figure for figure in choice.figures if not asked or fits_unit(figure.unit, asked)]
    exact = [f for f in fitting if any(same_unit(f.unit, unit) for unit in asked)]
    fitting = exact or fitting or list(choice.figures)
    if query.years:
        of_years = [f for f in fitting if set(f.years) & set(query.years)]
        fitting = of_years or fitting
    places = [short_place(place) for place in (*query.wanted_units, *query.places)]
    of_places = [f for f in fitting if any(p in f.indicator + f.scope for p in places)]
    fitting = of_places or fitting
    meant = [f for f in fitting if not _is_excluded(query, f, choice)]
    fitting = meant or fitting
    named = [
        figure
        for figure in fitting
        if _names(query.topic, figure) >= 0.5 or _meant(field, figure, choice)
    ]
    if not named and query.excluded:
        named = [f for f in fitting if _shares_characters(query.topic, f)]
    return named or fitting


def _is_excluded(query: Query, figure: Figure, choice: Choice) -> bool:
    """Whether a figure is of what a question says that it does not mean, by a word that the question
    does not have elsewhere."""
    if figure.change == "added" and any(_ADDED.search(word) for word in query.excluded):
        return True
    said = choice.task.plain[choice.clause.start : figure.start]
    said = figure.indicator + figure.scope + re.split(r"[，；。、]", said)[-1]
    return any(
        len(word) > 1 and word in said and word not in query.topic for word in query.excluded
    )


def _shares_characters(topic: str, figure: Figure) -> bool:
    """Whether half of the characters of what a figure counts stand in a topic ("税" and "收" of
    税收收入)."""
    characters = set(figure.indicator)
    return 2 * len(characters & set(topic)) >= len(characters) > 0


def same_of_another_case(choice: Choice, best: Choice, marked: Sequence[Figure]) -> bool:
    """Whether a further clause of the best task gives a marked thing another figure: what holds
    for one case ("取得省政府批复的") is not to be printed without what holds for the other."""
    return choice.place == best.place and any(
        (mine.indicator, mine.unit, mine.years, mine.scope, mine.change)
        == (other.indicator, other.unit, other.years, other.scope, other.change)
        and mine.value != other.value
        for mine in choice.figures
        for other in marked
    )


def same_of_another_thing(
    query: Query, choice: Choice, best: Choice, marked: Sequence[Figure]
) -> bool:
    """Whether a further clause of the best task answers a question for the figures of several things
    as well: it holds the question's words and a figure in the unit of the best one's."""
    held, most = choice.features["clause_cover"], best.features["clause_cover"]
    meant = [
        figure
        for figure in choice.figures
        if not (query.years and figure.years) or set(query.years) & set(figure.years)
    ]
    return (
        choice.place == best.place
        and held >= most * _AS_WELL
        and any(same_unit(mine.unit, other.unit) for mine in meant for other in marked)
    )


def _names(topic: str, figure: Figure) -> float:
    words = figure.indicator + figure.scope
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in topic for pair in pairs) / len(pairs) if pairs else 0.0


def _meant(field: Field, figure: Figure, choice: Choice) -> bool:
    """Whether a term of the question, in one of its other forms, is what a figure counts."""
    said = segment_around(choice.task.plain, figure.start, choice.clause.start, choice.clause.end)
    return any(
        form in figure.indicator or form in said
        for term in field.terms
        for form in term.forms[1:]
        if len(form) >= 3
    )
