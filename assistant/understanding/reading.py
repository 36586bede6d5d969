"""One text to a Query, taken alone: what it names, what it asks, what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from assistant.models import Reason
from assistant.understanding.bodies import bodies_with_roles, with_departments
from assistant.understanding.classifying import intent_of
from assistant.understanding.compounds import asked_compounds
from assistant.understanding.entities import EntityIndex
from assistant.understanding.excluding import find_excluded
from assistant.understanding.heads import asked_heads
from assistant.understanding.intents import AskingWords, read_asking_words, without_asking_words
from assistant.understanding.named import Entity, EntityKind
from assistant.understanding.outlook import outlook_of
from assistant.understanding.premises import premise_end
from assistant.understanding.purposes import asking_mended, without_purpose
from assistant.understanding.query import Asked, Gap, Intent, Query, Reference
from assistant.understanding.references import find_reference
from assistant.understanding.row_requests import in_plain_words, ordered_rows
from assistant.understanding.row_words import names_rows
from assistant.understanding.scope import names_of_home
from assistant.understanding.selection_reading import SelectionReader
from assistant.understanding.years import find_years, without_years
from corpus.models import Corpus, Document
from index.tokenizing import is_noun

_GOES_TO = re.compile(r"(?:去|赴|跑到|跑去|嫁到|搬到|搬去)$")
_COMES_FROM = re.compile(r"[市省]?(?:搬|迁|调|转|过来|回来?|嫁)")
_YEAR_END = re.compile(r"(?:年底|年末)(?:之?前|以前)")
_YEAR_END_SET = re.compile(r"(?:节点|时限|期限|截止)[^，。？?]{0,10}(?:年底|年末)")
_MONTH = re.compile(r"(?<![0-9])(1[0-2]|[1-9])\s*月(?:份)?(?:底|末)?(?:之?前|以前)?(?!\d)")
_PRONOUN = re.compile(
    r"[那这](?:张|份)(?:承诺)?(?:表格?|单子|清单)[里上中]?|这(?:件|个|项|条)?(?:事情?|任务|工作|承诺)?|那(?:件|项|条)(?:事情?|任务)?|该(?:项|条)?(?:任务|工作|承诺)?|它们?|其中|上述|以上|此事|前面|刚才|上面"
)
_SAME_SOURCE = re.compile(
    r"(?:还是)?(?:在|按照?)?同(?:样|一)?(?:是)?(?:一?[份个张])(?:文件|报告|计划|清单|材料)(?:里面?|中|上)?"
)
"""The document spoken of before, named again: no word of what is asked ("同一份文件里济南定的是多少")."""
_PUNCTUATION = re.compile(r"[，。；：？！,;:?!（）()《》<>]+")
_BASE_YEAR = re.compile(r"(?:比|较|相比|相对|以)(20\d{2})年?")
_LIST_WORD = re.compile(r"(?:任务|事项|承诺)(?:清单)?$")
_NAMES = (EntityKind.BODY, EntityKind.PERSON)
_PLACES = (EntityKind.DOCUMENT, EntityKind.UNIT, EntityKind.SERIES, EntityKind.PLACE)
# A heading's words are also what the question is about, a foreign place a test of it.
_TOWNS = (EntityKind.FOREIGN_PLACE, EntityKind.MISSING_UNIT, EntityKind.UNIT)
_IN_TOPIC = (EntityKind.HEADING, EntityKind.FOREIGN_PLACE)


class WordCutter(Protocol):
    """Cuts plain text into content words."""

    def words(self, plain: str) -> list[str]: ...

    def cut(self, plain: str) -> list[str]: ...


@dataclass(frozen=True)
class TextReader:
    """Reads texts against one corpus, each without what was said before it."""

    corpus: Corpus
    entities: EntityIndex
    cutter: WordCutter

    def current_year(
        self,
        documents: Iterable[str] = (),
        places: Sequence[str] = (),
        units: Iterable[str] = (),
    ) -> int:
        """What 今年 means: the year in which the newest edition of the ``documents`` asked about, else
        the newest document of ``places`` or of the pledges of ``units``, else of the home of most
        documents, was issued or is named for."""
        editions = self.entities.editions.series(documents)
        if not editions:
            editions = [d for d in self.corpus.documents if d.place in (places or ("",))]
            pledging = {d for unit in units for d in self.entities.documents_with_unit(unit)}
            editions = [d for d in editions if d.id in pledging] or editions
        return max(_year_of(document) for document in editions or self.corpus.documents)

    def read(self, question: str, text: str) -> Query:
        """The Query of ``text``: the plain form of ``question``, or of a part of it."""
        found = [entity for entity in self._named(text) if not _only_travelled(entity, text)]
        query = self._read(question, text, found)
        begins = premise_end(text)
        if not begins or Asked.FIGURE in query.asks:
            return query
        scope = [e for e in found if e.kind is not EntityKind.DOCUMENT or e.start >= begins]
        bare = _blanked(text, [(0, begins), *_spans(found, _PLACES)])
        return replace(
            query,
            documents=_values(scope, EntityKind.DOCUMENT),
            years=self._asked_years(bare, found),
            periods=self._titled_years(text, scope),
            outlook=outlook_of(text[begins:]),
        )

    def selected(self, question: str, text: str) -> Query | None:
        """The Query of a question that selects rows and says nothing else, None of any other."""
        text = without_purpose(asking_mended(text))
        chosen = self._selections.read(text, self._named(text))
        if chosen is None:
            return None
        query = self._read(question, text, self._named(text))
        if query.reference is not None or Asked.CONTACT in query.asks:
            return None
        intent = Intent.COUNT if chosen.counts else Intent.LIST
        return replace(query, intent=intent, wanted_units=(), selection=chosen)

    @cached_property
    def _selections(self) -> SelectionReader:
        return SelectionReader(self.corpus)

    def in_plain_words(self, text: str) -> str:
        """``text`` without what it is asked for, in plain words where it only asks for rows."""
        text = without_purpose(asking_mended(text))
        named = self._named(text)
        plain = in_plain_words(text, named)
        if plain and _held(self._named(plain)) == _held(named):
            return plain
        return ordered_rows(text)

    def _named(self, text: str) -> list[Entity]:
        """What ``text`` names; documents in the editions of the years that it asks about."""
        found = self.entities.with_places(self.entities.find(text))
        bare = _blanked(text, _spans(found, _PLACES))
        years = self._asked_years(bare, found)
        return self.entities.in_editions(found, text, years)

    def _read(self, question: str, text: str, found: Sequence[Entity]) -> Query:
        reference = find_reference(_blanked(text, _spans(found, (EntityKind.DOCUMENT,))))
        again = [match.span() for match in _SAME_SOURCE.finditer(text)]
        bare = _blanked(text, [*again, *_spans(found, _PLACES)])
        documents = _values(found, EntityKind.DOCUMENT)
        asking = read_asking_words(_with_list_words(text, found))
        excluded = find_excluded(text) if Asked.FIGURE in asking.asks else ()
        unasked = [*again, *(span for _, span in excluded)]
        topic = _topic(_blanked(text, unasked), found, reference)
        query = Query(
            question=question,
            text=text,
            intent=Intent.OPEN,
            asks=asking.asks,
            topic=topic,
            terms=tuple(dict.fromkeys(self.cutter.words(topic))),
            documents=documents,
            units=_values(found, EntityKind.UNIT),
            series=next(iter(_values(found, EntityKind.SERIES)), ""),
            headings=_values(found, EntityKind.HEADING),
            reference=reference,
            years=self._asked_years(bare, found),
            periods=self._titled_years(text, found),
            people=_values(found, EntityKind.PERSON),
            bodies=bodies_with_roles(text, found),
            months=_months(bare, asking),
            compounds=asked_compounds(_blanked(bare, _spans(found, _NAMES)), self.cutter),
            heads=asked_heads(bare, self.cutter, is_noun, self.corpus.home),
            outlook=outlook_of(bare, of_promises=self._only_promise(documents)),
            places=_values(found, EntityKind.PLACE),
            home=self.corpus.home,
            wanted_units=_values(found, EntityKind.MISSING_UNIT),
            gaps=_gaps_named(found),
            excluded=tuple(words for words, _ in excluded),
        )
        if asking.lists or asking.counts_tasks or reference or Asked.CONTACT in asking.asks:
            query = self._within_places(query)
        query = with_departments(query, self.entities)
        return replace(query, intent=intent_of(query, asking))

    def _within_places(self, query: Query) -> Query:
        """``query`` for rows or a numbered task, limited to the documents of the places it names."""
        cities = any(unit.endswith("市") for unit in query.units)
        beside = cities or names_of_home(query.home).search(query.text)
        if query.documents or not query.places or beside:
            return query
        own = tuple(d.id for d in self.corpus.documents if d.place in query.places)
        return replace(query, documents=own)

    def _asked_years(self, text: str, found: Sequence[Entity]) -> tuple[int, ...]:
        """The years a question asks about; one that only serves as a base ("较2020年下降") and that
        no document speaks of is not among them."""
        units = [e.value for e in found if e.kind in (EntityKind.UNIT, EntityKind.BODY)]
        documents = _values(found, EntityKind.DOCUMENT)
        current = self.current_year(documents, _values(found, EntityKind.PLACE), units)
        years = find_years(text, current)
        bases = {int(year) for year in _BASE_YEAR.findall(text)}
        held = {year for document in self.corpus.documents for year in document.period}
        return tuple(year for year in years if year not in bases or year in held)

    def _titled_years(self, text: str, found: Iterable[Entity]) -> tuple[int, ...]:
        """The years that stand in the titles of the documents named."""
        return tuple(
            year
            for start, end in dict.fromkeys(_spans(found, (EntityKind.DOCUMENT,)))
            for year in find_years(text[start:end], self.current_year())
        )

    def _only_promise(self, documents: tuple[str, ...]) -> bool:
        return any(d not in self.corpus.reporting_documents for d in documents)


def _held(found: Iterable[Entity]) -> set[tuple[EntityKind, str]]:
    return {(entity.kind, entity.value) for entity in found}


def _months(text: str, asking: AskingWords) -> tuple[int, ...]:
    """The months named; for rows the end of a year is its last month too."""
    months = [int(month) for month in _MONTH.findall(text)]
    rows = asking.lists or asking.counts_tasks or names_rows(text)
    if rows and not months and (_YEAR_END.search(text) or _YEAR_END_SET.search(text)):
        months.append(12)
    return tuple(months)


def _year_of(document: Document) -> int:
    last = document.period[-1]
    return min(last, document.issued.year) if document.issued else last


def _topic(text: str, found: Iterable[Entity], reference: Reference | None) -> str:
    """``text`` less the places and names in it, its years and its asking words."""
    spans = [(e.start, e.end) for e in found if e.kind not in _IN_TOPIC]
    if reference is not None:
        spans.append((reference.start, reference.end))
    named = _PRONOUN.sub(" ", without_years(_blanked(text, spans)))
    return " ".join(_PUNCTUATION.sub(" ", without_asking_words(named)).split())


def _with_list_words(text: str, found: Iterable[Entity]) -> str:
    """``text`` with the names of places and documents taken out, but not their word for tasks.

    "先行区任务有哪些" asks for tasks; "政府工作报告" does not.
    """
    spans = []
    for start, end in _spans(found, _PLACES):
        word = _LIST_WORD.search(text[start:end])
        spans.append((start, start + word.start() if word else end))
    return _blanked(text, spans)


def _spans(found: Iterable[Entity], kinds: tuple[EntityKind, ...]) -> list[tuple[int, int]]:
    return [(entity.start, entity.end) for entity in found if entity.kind in kinds]


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with spaces for the characters of ``spans``, so that the others keep their places."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _values(found: Iterable[Entity], kind: EntityKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity.value for entity in found if entity.kind is kind))


def _only_travelled(entity: Entity, text: str) -> bool:
    """Whether a place is only where somebody goes or comes from ("去北京看病", "从临沂搬到青岛")."""
    if entity.kind not in _TOWNS:
        return False
    before, behind = text[: entity.start], text[entity.end :]
    return bool(_GOES_TO.search(before) or (before.endswith("从") and _COMES_FROM.match(behind)))


def _gaps_named(found: Iterable[Entity]) -> tuple[Gap, ...]:
    gaps = []
    for entity in found:
        if entity.kind is EntityKind.UNKNOWN_PLAN:
            gaps.append(Gap(Reason.DOCUMENT_INCOMPLETE, entity.value))
        elif entity.kind is EntityKind.FOREIGN_PLACE:
            gaps.append(Gap(Reason.NOT_IN_CORPUS, entity.value))
    return tuple(gaps)
