"""Which clause answers: the index' signals joined with what is known of the question.

A linear score over named features. The weights are data (``WEIGHTS``), so that they can be learnt
and each be switched off to see what it is worth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.query import DUTIES, Asked, Outlook, Query
from corpus.divisions import places_of
from corpus.models import Clause, Figure, Task
from corpus.places import short_place
from corpus.quantities import find_quantities
from corpus.units import compatible_measure_word, is_measure_word, same_unit
from index.retrieval import Field, Retriever

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "task": 3.0,
        "clause_vector": 2.0,
        "asked_vector": 2.0,
        "clause_cover": 2.5,
        "task_cover": 2.0,
        "title_cover": 0.0,
        "year": 1.8,
        "unit": 2.5,
        "document_period": 0.8,
        "answer_kind": 1.0,
        "asked_unit": 1.5,
        "indicator": 1.0,
        "body": 0.8,
        "outlook": 3.0,
        "focus": 1.0,
        "heading": 0.5,
        "head": 1.0,
        "segment": 1.0,
        "rarest": 0.0,
        "change": 1.0,
        "reached": 1.0,
        "place": 1.0,
        "subject": 1.5,
    }
)
_SHORTLIST = 40
"""Tasks whose clauses are looked at one by one; the right task lies further down in no dev case."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A clause found for a query. ``task`` and ``clause`` are places in the corpus' order."""

    task: Task
    clause: Clause
    place: int
    clause_place: int
    score: float
    features: Mapping[str, float]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that stand in the clause."""
        return tuple(
            figure
            for figure in self.task.figures
            if self.clause.start <= figure.start and figure.end <= self.clause.end
        )


@dataclass(frozen=True, slots=True)
class Restriction:
    """Which tasks may answer; empty fields do not limit."""

    documents: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    series: str = ""
    headings: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    tasks: tuple[str, ...] = ()
    speaking_of: tuple[str, ...] = ()
    """Places: a task must be their own or name one of them."""

    def allows(self, task: Task) -> bool:
        return (
            (not self.documents or task.document_id in self.documents)
            and (not self.units or task.unit in self.units)
            and (not self.series or task.series == self.series)
            and (not self.headings or bool(set(self.headings) & set(task.path)))
            and (not self.tasks or task.id in self.tasks)
            and (not self.speaking_of or self._speaks(task))
            and (not self.years or bool(set(self.years) & years_of(task)))
        )

    def _speaks(self, task: Task) -> bool:
        return bool({task.unit, task.place} & set(self.speaking_of)) or any(
            short_place(place) in task.plain for place in self.speaking_of
        )


def years_of(task: Task) -> set[int]:
    """All years a task speaks of: its document's part, and those its figures and dates name."""
    years = set(task.period)
    for figure in task.figures:
        years |= set(figure.years)
    return years | {date.year for date in task.dates if date.year}


class Ranker:
    """Ranks the clauses of one corpus for queries."""

    def __init__(self, retriever: Retriever, weights: Mapping[str, float] = WEIGHTS) -> None:
        self.retriever = retriever
        self.weights = weights
        self._clauses_of: dict[int, list[int]] = {}
        for place, owner in enumerate(retriever.owners):
            self._clauses_of.setdefault(int(owner), []).append(place)

    def rank(
        self,
        query: Query,
        field: Field,
        restriction: Restriction = Restriction(),
        focus: Sequence[str] = (),
    ) -> list[Choice]:
        """The clauses of the best tasks that ``restriction`` allows, best first."""
        corpus = self.retriever.corpus
        allowed = np.asarray([restriction.allows(task) for task in corpus.tasks])
        if not allowed.any():
            return []
        scale = max(float(field.task_scores[allowed].max()), 1.0)
        rough = field.task_scores / scale + field.task_cover
        rough = np.where(allowed, rough, -np.inf)
        order = np.argsort(-rough, kind="stable")[:_SHORTLIST]
        shortlist = [int(place) for place in order if np.isfinite(rough[place])]
        pinned = [
            self.retriever.place[task_id] for task_id in focus if task_id in self.retriever.place
        ]
        shortlist += [place for place in pinned if place not in shortlist and allowed[place]]
        vectors = _standing_out(field.clause_vectors)
        has_asked = field.asked_vectors >= 0
        asked_vectors = vectors.copy()  # a clause without everyday questions stands for itself
        if has_asked.any():
            asked_vectors[has_asked] = _standing_out(field.asked_vectors[has_asked])
        asked = asked_units(query.text)
        choices = []
        for place in shortlist:
            task = corpus.tasks[place]
            shared = self._task_features(query, field, task, place, scale, focus)
            for clause_place in self._clauses_of.get(place, ()):
                clause = self.retriever.clauses[clause_place]
                features = shared | {
                    "clause_vector": float(vectors[clause_place]),
                    "asked_vector": float(asked_vectors[clause_place]),
                    "clause_cover": float(field.clause_cover[clause_place]),
                    "unit": _unit_agreement(query, task, clause),
                    **clause_features(query, task, clause, asked),
                    **_word_features(query, field, task, clause, clause_place, asked),
                }
                score = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
                choices.append(Choice(task, clause, place, clause_place, score, features))
        return sorted(choices, key=lambda choice: (-choice.score, choice.clause_place))

    def _task_features(
        self, query: Query, field: Field, task: Task, place: int, scale: float, focus: Sequence[str]
    ) -> dict[str, float]:
        title = task.title
        weight = float(field.weight.sum()) or 1.0
        in_title = sum(
            float(w)
            for term, w in zip(field.terms, field.weight, strict=True)
            if any(form in title for form in term.forms)
        )
        duty = {named.name for named in task.duty.bodies} | {task.unit}
        return {
            "task": float(field.task_scores[place]) / scale,
            "task_cover": float(field.task_cover[place]),
            "title_cover": in_title / weight if title else 0.0,
            "subject": _subject_agreement(query, task),
            "document_period": _period_agreement(query.periods, task),
            "body": float(any(body.name in duty for body in query.bodies)),
            "outlook": _outlook(query, task),
            "focus": float(task.id in focus),
            "heading": float(bool(set(query.headings) & set(task.path))),
        }


def _standing_out(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far each score stands above the others: a quarter of its standard deviations."""
    spread = max(float(scores.std()), 1e-6)
    told: NDArray[np.float32] = ((scores - scores.mean()) / spread / 4).astype(np.float32)
    return told


def _unit_agreement(query: Query, task: Task, clause: Clause) -> float:
    named = (*query.units, *query.places)
    if not named:
        return 0.0
    if task.unit in named or task.place in named:
        return 1.0
    return 0.35 if any(short_place(place) in clause.plain for place in named) else -1.0


_WHOLE_PROVINCE = re.compile(r"全省|省里|我省|省级")


def _subject_agreement(query: Query, task: Task) -> float:
    """What is of a city, or of another place than most documents, does not answer for those, nor for
    a third place."""
    if not task.place or {task.unit, task.place} & {*query.units, *query.places}:
        return 0.0
    if short_place(task.place) in query.text:
        return 0.0
    whole = _WHOLE_PROVINCE.search(query.text) or (query.home and query.home in query.text)
    return -1.0 if whole else -0.6


def _period_agreement(periods: Sequence[int], task: Task) -> float:
    if not periods:
        return 0.0
    return 0.5 if set(periods) & set(task.period) else -0.25


def _outlook(query: Query, task: Task) -> float:
    """Whether the question looks back at results or ahead at targets, and the task with it."""
    if query.outlook not in (Outlook.BACK, Outlook.AHEAD):
        return 0.0
    return 0.5 if task.looks_back == (query.outlook is Outlook.BACK) else -0.5


def clause_features(
    query: Query, task: Task, clause: Clause, asked: Sequence[str]
) -> dict[str, float]:
    """How a clause agrees with the years asked, the kind of fact asked, the unit, the indicator."""
    figures = [f for f in task.figures if clause.start <= f.start and f.end <= clause.end]
    dates = [d for d in task.dates if clause.start <= d.start and d.end <= clause.end]
    spans = [set(figure.years) for figure in figures if figure.years]
    spans += [{date.year} for date in dates if date.year]
    return {
        "year": _year_agreement(query.years, spans, task.period),
        "answer_kind": _answer_kind(query, task, bool(figures), bool(dates))
        + (Asked.RANK in query.asks and _RANKED.search(clause.plain) is not None),
        "asked_unit": max((_unit_fit(figure.unit, asked) for figure in figures), default=0.0),
        "change": _change_agreement(query.text, figures),
        "reached": _reached(query, task, figures),
        "place": _place_told(query, clause),
        "indicator": max((_indicator(query.topic, figure) for figure in figures), default=0.0)
        if Asked.FIGURE in query.asks
        else 0.0,
    }


def _word_features(
    query: Query,
    field: Field,
    task: Task,
    clause: Clause,
    clause_place: int,
    asked: Sequence[str],
) -> dict[str, float]:
    """How a clause holds the words asked for, and the rarest ones, and those beside its figures."""
    if not field.terms:
        return {"head": 0.0, "segment": 0.0, "rarest": 0.0}
    held = field.in_clauses[clause_place]
    heads = [
        float(held[column])
        for column, term in enumerate(field.terms)
        if any(term.word in head or head in term.word for head in query.heads)
    ]
    rarest = int(np.argmax(field.weight))
    segment = 0.0
    if Asked.FIGURE in query.asks:
        weight = float(field.weight.sum()) or 1.0
        for figure in task.figures:
            inside = clause.start <= figure.start and figure.end <= clause.end
            if not inside or (asked and not fits_unit(figure.unit, asked)):
                continue
            said = segment_around(task.plain, figure.start, clause.start, clause.end)
            said = f"{figure.indicator} {said}"
            own = sum(
                float(w)
                for term, w in zip(field.terms, field.weight, strict=True)
                if any(form in said for form in term.forms)
            )
            segment = max(segment, own / weight)
    return {
        "head": max(heads, default=0.0),
        "segment": segment,
        "rarest": float(held[rarest]),
    }


def segment_around(plain: str, at: int, start: int, end: int) -> str:
    """The words between the commas around a place in a clause."""
    left = max(plain.rfind(mark, start, at) for mark in "，；。") + 1
    stops = [stop for stop in (plain.find(mark, at, end) for mark in "，；。") if stop >= 0]
    return plain[max(left, start) : min(stops, default=end)]


def fits_unit(unit: str, asked: Sequence[str]) -> bool:
    """Whether a figure of this unit can answer a question for one of the asked units."""
    if unit == "工作日" and "天" in asked:
        return True  # asked for in days, a term is told in the days it is set in
    return any(same_unit(unit, one) or compatible_measure_word(unit, one) for one in asked)


_ANOTHER_MEASURE = 0.6
"""People count in other measure words than documents: households as 家, places as 个."""


def _unit_fit(unit: str, asked: Sequence[str]) -> float:
    if fits_unit(unit, asked):
        return 1.0
    counted = is_measure_word(unit) and any(is_measure_word(one) for one in asked)
    people = fits_unit("人", [unit]), any(fits_unit("人", [one]) for one in asked)
    return _ANOTHER_MEASURE if counted and people[0] == people[1] else 0.0


_OF_A_SPAN = 0.7
"""A figure for two years together hardly answers for one of them."""


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
    """Whether a question for a city meets a clause that names one it does not name itself."""
    if Asked.PLACE not in query.asks or not _WHICH_CITY.search(query.text):
        return 0.0
    places = places_of(query.home)
    named = (clause.plain[at : at + 2] for at in range(len(clause.plain) - 1))
    return _TELLS_PLACE * any(name in places and name not in query.text for name in named)


_WHICH_CITY = re.compile(r"哪(?:[一几]?个|座|些)?(?:地级)?[市县区]|哪里|哪儿|什么地方")
_TELLS_PLACE = 1.5


def _reached(query: Query, task: Task, figures: Sequence[Figure]) -> float:
    """Whether a question for a target or a total meets a figure that the thing itself is to reach, and
    not one of how many of it something is done to ("支持1000家企业")."""
    if Asked.FIGURE not in query.asks or not _TOTAL.search(query.text):
        return 0.0
    named = [figure for figure in figures if _indicator(query.topic, figure) >= _MOSTLY_NAMED]
    return _IS_REACHED * any(
        _REACHES.search(task.plain[max(0, f.start - _BEFORE_FIGURE) : f.start] + f.text)
        for f in named
    )


_TOTAL = re.compile(r"目标|达到|总数|总量|实际(?!使用|利用)|突破")
_REACHES = re.compile(r"达到?|突破|超过|稳定在|保持在|增至|[增提扩]\w?到|控制在")
_MOSTLY_NAMED, _IS_REACHED, _BEFORE_FIGURE = 0.6, 0.5, 4


def _answer_kind(query: Query, task: Task, has_figure: bool, has_date: bool) -> float:
    score = 0.0
    if Asked.FIGURE in query.asks:
        score += 1.0 if has_figure else -0.3
    if Asked.DATE in query.asks:
        score += 1.0 if has_date else 0.5 if task.duty.deadline else -0.3
    if query.asks & DUTIES:
        score += 0.4 if task.duty.people or task.duty.bodies else -0.4
    return score


_RANKED = re.compile(
    r"[居列位排](?:名|于)?(?:全国|全省|国内|世界|全球|各省)?(?:的)?(?:首|第|前)|第[一二三四五六七八九十0-9]+[位名]|首位|榜首|位次"
)


def ranks_in(choice: Choice) -> list[tuple[int, int]]:
    """Where a clause says which place something holds among others ("居全国第五位"), as spans of its
    task's plain text."""
    clause = choice.clause
    found = _RANKED.finditer(choice.task.plain, clause.start, clause.end)
    return [match.span() for match in found]


def _indicator(topic: str, figure: Figure) -> float:
    """How much of a figure's indicator the question names, by neighbouring characters."""
    pairs = [figure.indicator[at : at + 2] for at in range(len(figure.indicator) - 1)]
    if not pairs:
        return 0.0
    return sum(pair in topic for pair in pairs) / len(pairs)


_SHARE = re.compile(
    r"百分之(?:几|多少)|百分比|比例|占比|比重|几成|(?<![功频])率(?:要|是|达|目标|多|定|为|能|得|将|应|会|到|超|在|呢|$)|增速|增幅|增长(?:率|目标|多少)|强度"
)
_POINTS = re.compile(r"百分点|几个点")
_WEIGHED = re.compile(r"几个点|比|差|高|低|和|与|跟|再[提增涨]|到多少|是多少")
_PIECE = re.compile(r"[，。；？?]")
_ASKS = re.compile(r"多少|几|什么|呢|各|分别")
_GROWTH = re.compile(r"增幅|增速|增长(?!极|点)|涨幅|涨得|增加百分")
_IN_HUNDRED_MILLIONS = re.compile(r"个?[万亿](?![\u4e00-\u9fff])|个[万亿]")
_HOW_MANY = re.compile(r"(?:多少|几)(?=[\u4e00-\u9fffA-Za-z%])")
_MONEY = re.compile(
    r"多少钱|多少投资|投资多少|总投资|花(?:了|费)?多少|投资额|金额|票价|价格|房价|收费|费用|安家费|工资|月薪|薪水|租金|房租|[\u4e00-\u9fff]费(?:是|要|给|得|能)?多少|多少(?:的)?[\u4e00-\u9fff]{1,3}费|津贴|养老金|退休金|低保金|失业金|补助|奖金|资金|营收|营业收入|产值|投入|贷款|补贴|奖励|票据|融资|(?:经费|预算)(?:总额|总数)?(?:有|是|为|要|给|批|花)?了?多少"
)
_PAID = re.compile(r"[补奖罚赔贴](?:助|偿|给|付)?[了给]?多少(?=[？?，。]|$)")
_LENGTH = re.compile(r"多长|里程|多远")
_POWER = re.compile(r"功率")
_AREA = re.compile(r"面积|多大地")


def asked_units(text: str) -> tuple[str, ...]:
    """The units an answer may have, read from the question: "多少家" → 家, "占比" → %."""
    found: list[str] = []
    for match in _HOW_MANY.finditer(text):
        if _POINTS.match(text, match.start()):
            continue  # read below
        if _IN_HUNDRED_MILLIONS.match(text, match.end()):
            continue  # "几个亿": of what, it does not say
        # the measure words behind "多少" are those that may follow a number
        read = find_quantities(f"3{text[match.end() : match.end() + 8]}")
        if read and not read[0].start and read[0].unit:
            found.append(read[0].unit)
    if _POINTS.search(text):
        found += ["个百分点", "百分点", *(["%"] if _WEIGHED.search(text) else [])]
    elif any(
        _SHARE.search(piece) and (not found or _ASKS.search(piece)) for piece in _PIECE.split(text)
    ):
        found.append("%")
    if (_MONEY.search(text) or _PAID.search(text)) and not found:
        found.append("元")
    if _LENGTH.search(text):
        found += ["公里", "米"]
    if _POWER.search(text):
        found += ["千瓦", "兆瓦"]
    if _AREA.search(text):
        found += ["亩", "平方公里", "平方米", "公顷"]
    return tuple(dict.fromkeys(found))
