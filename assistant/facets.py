"""Cutting a question that sets things side by side into one query each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.understanding.query import Asked, Outlook, Query
from corpus.models import Corpus

_MOST = 8
_ENUMERATION = re.compile(r"[^\s、，]{2,16}(?:、[^\s、，]{2,16})+")
_PAIR = re.compile(r"([^\s、，和与跟比]{2,12})(?:和|与|跟|以及|及|要?比)([^\s、，和与跟比]{2,14})")
_AROUND = re.compile(
    r"^(?:给|对|在|把|将|要|里|从|为|让|其中|按|到)+|(?:要|的|各|做|办|安排了?|达到|建成?|完成|多|高|少|低)+$"
)
_ACHIEVED = re.compile(r"实际|完成|结果|做到|达到|实现|年底|年末|去年")


@dataclass(frozen=True, slots=True)
class FacetCutter:
    """Cuts by units, documents, years and by target against result."""

    corpus: Corpus

    def cut(self, query: Query) -> list[Query]:
        """One query for each thing a question sets side by side; the question itself if none."""
        scopes = self._scopes(query)
        facets: list[Query] = []
        for scope in scopes:
            timed = self._with_own_years(scope, query) if len(scopes) > 1 else scope
            facets += self._by_time(timed)
        return facets[:_MOST]

    def _scopes(self, query: Query) -> list[Query]:
        apart = tuple(d for d in query.documents if not self._holds(d, query.units))
        if query.units and apart:
            own = [replace(query, documents=(), units=(unit,)) for unit in query.units]
            return own + [replace(query, units=(), documents=(document,)) for document in apart]
        if len(query.units) > 1:
            return [replace(query, units=(unit,)) for unit in query.units]
        if len(query.documents) > 1:
            return [replace(query, documents=(document,)) for document in query.documents]
        return [query]

    def _holds(self, document_id: str, units: tuple[str, ...]) -> bool:
        return any(
            task.document_id == document_id and task.unit in units for task in self.corpus.tasks
        )

    def _with_own_years(self, scope: Query, query: Query) -> Query:
        """The years of one scope: those its documents speak of; a title's own year comes first."""
        held: set[int] = set()
        for document in self.corpus.documents:
            named = document.id in scope.documents
            if named or (scope.units and self._holds(document.id, scope.units)):
                held |= set(document.period)
        titled = tuple(year for year in query.periods if year in held)
        if scope.documents and titled and len(held) > 1:
            return replace(scope, years=titled)
        own = tuple(year for year in query.years if year in held)
        return replace(scope, years=own)

    def _by_time(self, query: Query) -> list[Query]:
        if Asked.FIGURE not in query.asks:
            return [query]
        both = query.outlook is Outlook.BOTH
        if both and len(query.years) == 2:
            first, last = query.years
            return [
                replace(query, years=(first,), outlook=Outlook.BACK),
                replace(query, years=(last,), outlook=Outlook.AHEAD),
            ]
        if both and _ACHIEVED.search(query.text):
            return [replace(query, outlook=o) for o in (Outlook.AHEAD, Outlook.BACK)]
        if len(query.years) > 1:
            return [replace(query, years=(year,)) for year in query.years]
        return [query]


def enumerated(topic: str) -> list[tuple[str, str]]:
    """The things a topic enumerates, each with the words around the enumeration.

    "核电、风电、光伏的装机目标" → 核电, 风电, 光伏, each with 装机目标.
    """
    topic = re.sub(r"\s*、\s*", "、", topic)
    match = _ENUMERATION.search(topic) or _PAIR.search(topic)
    if match is None:
        return []
    rest = f"{topic[: match.start()]} {topic[match.end() :]}".strip()
    items = re.split(r"、|和|与|跟|以及|及|要?比", match.group())
    last, of, tail = items[-1].partition("的")
    if of and last and tail:
        items[-1], rest = last, f"{tail} {rest}".strip()
    trimmed = [_AROUND.sub("", item) for item in items]
    return [(item, rest) for item in trimmed if len(item) >= 2]
