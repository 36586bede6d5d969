"""Cutting a question that sets things side by side into one query each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.understanding.outlook import speaks_of_results, without_aims, without_results
from assistant.understanding.query import DUTIES, Asked, Intent, Outlook, Query
from assistant.understanding.scope import names_of_home
from corpus.models import Corpus
from corpus.places import short_place

_MOST = 8
_ENUMERATION = re.compile(r"[^\s、，]{2,16}(?:、[^\s、，]{2,16})+")
_JOINED = r"和|与|跟|以及|(?<!普)及(?!率|时|其|格)|(?<![同环对占])要?比(?![例重率较])"
_PAIR = re.compile(rf"([^\s、，和与跟比]{{2,12}})(?:{_JOINED})([^\s、，和与跟比]{{2,14}})")
_BETWEEN = re.compile(rf"、|{_JOINED}")
_AROUND = re.compile(
    r"^(?:给|对|在|把|将|要|里|从|为|让|其中|按|到)+|(?:要|的|各|做|办|安排了?|达到|建成?|完成|多|高|少|低)+$"
)
_OF_BOTH = re.compile(
    r"几倍|多少倍|几番|几分之几|几成|(?:措辞|说法|口径|数字)上|措辞|(?:有(?:何|什么|啥|无|没有)?)?(?:区别|差别|差异|不同|差距)"
    r"|差在|前后(?=好|有|两|不)|好像|实际|哪个?[市县地]?更?[多少高低大小]|两市|两地|两家|两者|相比较?|合计"
)
"""Words that are said of two sides, and that neither passage holds."""
_OF_A_TASK = DUTIES | {Asked.DATE, Asked.CONTACT}
_BESIDE_PROVINCE = re.compile(
    r"(?:和|与|跟|占|比|、|，).{0,6}(?:全省|省里)|(?:全省|省里).{0,12}(?:和|与|跟|占|比)"
)
_EACH_YEAR = re.compile(
    r"(?:两|2)个?(?:年份|年度)|(?:两|2)年(?:各|分别)|各年|每一?年(?:各|分别)|逐年|分年"
)


@dataclass(frozen=True, slots=True)
class FacetCutter:
    """Cuts by units, documents, years and by target against result."""

    corpus: Corpus

    def cut(self, query: Query) -> list[Query]:
        """One query for each thing a question sets side by side; the question itself if none."""
        facets = self._facets(query)
        return [_of_one_side(facet) for facet in facets[:_MOST]] if len(facets) > 1 else facets

    def _facets(self, query: Query) -> list[Query]:
        scopes = self._scopes(query)
        facets: list[Query] = []
        for scope in scopes:
            timed = self._with_own_years(scope, query) if len(scopes) > 1 else scope
            facets += self._by_time(timed, alone=len(scopes) == 1)
        return facets

    def _scopes(self, query: Query) -> list[Query]:
        sides = self._sides(query)
        if len(sides) > 1:
            return sides
        apart = tuple(d for d in query.documents if not self._holds(d, query.units))
        if query.units and apart:
            own = [replace(query, documents=(), units=(unit,)) for unit in query.units]
            return own + [replace(query, units=(), documents=(document,)) for document in apart]
        if len(query.units) > 1:
            return [replace(query, units=(unit,)) for unit in query.units]
        if query.units and query.units[0].endswith("市") and _BESIDE_PROVINCE.search(query.text):
            return [query, _of_province(query)]
        if len(query.documents) > 1 and not query.thing:
            return [replace(query, documents=(document,)) for document in query.documents]
        return [query]

    def _sides(self, query: Query) -> list[Query]:
        """One query for each place that a question names, where one has documents of its own."""
        if not query.places or query.documents:
            return []
        cities = tuple(unit for unit in query.units if unit.endswith("市"))
        sides = [replace(query, units=(), places=(place,)) for place in query.places]
        sides += [replace(query, units=(city,), places=()) for city in cities]
        names = [short_place(place) for place in (*query.places, *cities)]
        if names_of_home(query.home).search(query.text):
            own = tuple(d.id for d in self.corpus.documents if not d.place)
            sides.append(replace(query, units=(), places=(), documents=own))
            names.append(query.home)
        return [_of_place(side, name, names) for side, name in zip(sides, names, strict=True)]

    def _holds(self, document_id: str, units: tuple[str, ...]) -> bool:
        return any(
            task.document_id == document_id and task.unit in units for task in self.corpus.tasks
        )

    def _with_own_years(self, scope: Query, query: Query) -> Query:
        """The years of one scope: those its documents speak of; a title's own year comes first."""
        held: set[int] = set()
        for document in self.corpus.documents:
            named = document.id in scope.documents
            placed = bool(document.place) and document.place in scope.places
            if named or placed or (scope.units and self._holds(document.id, scope.units)):
                held |= set(document.period)
        own = tuple(year for year in query.years if year in held)
        titled = tuple(year for year in query.periods if self._is_titled(scope, year))
        if titled and len(held) > 1:
            return replace(scope, years=titled)
        return replace(scope, years=own)

    def _is_titled(self, scope: Query, year: int) -> bool:
        """Whether a document of one scope bears a year in its title ("2024年…报告")."""
        return any(f"{year}年" in self.corpus.documents_by_id[d].title for d in scope.documents)

    def _by_time(self, query: Query, *, alone: bool) -> list[Query]:
        both = query.outlook is Outlook.BOTH and not query.asks & _OF_A_TASK
        years = self._years_asked(query) if alone else query.years
        if both and len(years) > 1:
            facets: list[Query] = []
            for year in years:
                own = replace(query, years=(year,))
                if self._is_result(query.text, year, years):
                    facets += self._looking_back(own, alone=alone)
                else:
                    facets.append(self._of_year(_looking_ahead(own), year))
            return facets
        if both and speaks_of_results(query.text):
            return [_looking_ahead(query), *self._looking_back(query, alone=alone)]
        if Asked.FIGURE not in query.asks:
            return [query]
        years = years or self._years_meant(query)
        if len(years) > 1:
            return [self._of_year(query, year) for year in years]
        return [query]

    def _years_asked(self, query: Query) -> tuple[int, ...]:
        """The years set side by side: those asked about, and that of a document named by its year
        ("2023年的目标和2024年报告的目标")."""
        if not query.years or not query.periods or set(query.periods) <= set(query.years):
            return query.years
        weighed = query.intent is Intent.COMPARE or Asked.FIGURE in query.asks
        titled = [year for year in query.periods if self._is_titled(query, year)]
        return tuple(sorted({*query.years, *titled})) if weighed else query.years

    def _is_result(self, text: str, year: int, years: tuple[int, ...]) -> bool:
        """Whether what was done in a year is asked for, where other years' aims are asked for too."""
        if re.search(
            rf"(?:现有|已有|目前有?|实际)[^，。0-9]{{0,6}}{year}年"
            rf"|{year}年?[^，。0-9]{{0,12}}(?:实际|完成|做到|达到了|结果|[建产造改修办]了)",
            text,
        ):
            return True
        aimed = re.search(rf"{year}年?[^，。0-9]{{0,12}}(?:目标|计划|任务|打算|安排|要求|定)", text)
        return year == years[0] and aimed is None

    def _of_year(self, query: Query, year: int) -> Query:
        """``query`` for one of its years; a document that does not speak of it, or only of its
        results where aims are asked for, cannot answer."""
        held = tuple(
            d
            for d in query.documents
            if year in self.corpus.documents_by_id[d].period
            and (query.outlook is not Outlook.AHEAD or year in self.corpus.years_promised[d])
        )
        units = tuple(unit for unit in query.units if self._speaks_of(unit, year))
        return replace(query, years=(year,), documents=held, units=units)

    def _speaks_of(self, unit: str, year: int) -> bool:
        """Whether a unit's tasks are of a year; a place is meant in every year."""
        if unit.endswith("市"):
            return True
        return any(unit == task.unit and year in task.period for task in self.corpus.tasks)

    def _looking_back(self, query: Query, *, alone: bool) -> list[Query]:
        """``query`` for results: of the documents named, only those that report any can answer;
        where none does, any other may, unless another part of the question is about those."""
        reporting = tuple(d for d in query.documents if d in self.corpus.reporting_documents)
        if query.documents and not reporting and not alone:
            return []
        # a plan reports nothing: what was done stands elsewhere
        units = tuple(unit for unit in query.units if unit.endswith("市"))
        topic = without_aims(query.topic)
        return [replace(query, documents=reporting, units=units, outlook=Outlook.BACK, topic=topic)]

    def _years_meant(self, query: Query) -> tuple[int, ...]:
        """The years of the one document or plan asked about, where its figures of each are wanted."""
        if not _EACH_YEAR.search(query.text):
            return ()
        periods = {
            task.period
            for task in self.corpus.tasks
            if (query.documents or query.units)
            and (not query.documents or task.document_id in query.documents)
            and (not query.units or task.unit in query.units)
        }
        return next(iter(periods)) if len(periods) == 1 else ()


def _of_one_side(query: Query) -> Query:
    """``query`` less what is asked of both sides together: how many times as much, which place has
    more, what differs."""
    text, topic = (_OF_BOTH.sub(" ", words) for words in (query.text, query.topic))
    heads = tuple(head for head in query.heads if not _OF_BOTH.fullmatch(head))
    if topic.strip():
        query = replace(query, text=text, topic=" ".join(topic.split()))
    return replace(query, heads=heads, asks=query.asks - {Asked.PLACE})


def _of_place(query: Query, name: str, names: Sequence[str]) -> Query:
    """``query`` asked of one of the places it names, less the names of the others."""
    text, topic = query.text, query.topic
    for other in names:
        if other != name:
            text, topic = text.replace(other, " "), topic.replace(other, " ")
    return replace(query, text=text, topic=topic)


def _of_province(query: Query) -> Query:
    """``query`` asked of the whole province, beside the same of one city."""
    city = query.units[0].removesuffix("市")
    text, topic = (words.replace(city, " ") for words in (query.text, query.topic))
    return replace(query, units=(), text=text, topic=topic)


def _looking_ahead(query: Query) -> Query:
    """``query`` for targets, less the words of the result it is set beside."""
    return replace(query, outlook=Outlook.AHEAD, topic=without_results(query.topic))


def enumerated(topic: str) -> list[tuple[str, str]]:
    """The things a topic enumerates, each with the words around the enumeration.

    "核电、风电、光伏的装机目标" → 核电, 风电, 光伏, each with 装机目标.
    """
    topic = re.sub(r"\s*、\s*", "、", topic)
    match = _ENUMERATION.search(topic) or _PAIR.search(topic)
    if match is None:
        return []
    rest = f"{topic[: match.start()]} {topic[match.end() :]}".strip()
    items = _BETWEEN.split(match.group())
    last, of, tail = items[-1].partition("的")
    if of and last and tail:
        items[-1], rest = last, f"{tail} {rest}".strip()
    trimmed = [_AROUND.sub("", item) for item in items]
    return [(item, rest) for item in trimmed if len(item) >= 2]
