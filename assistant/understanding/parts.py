"""The questions one message asks, each with the scope of the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from assistant.understanding.bodies import departments_among
from assistant.understanding.classifying import intent_of
from assistant.understanding.compounds import which_first
from assistant.understanding.entities import EntityIndex
from assistant.understanding.follow_ups import FollowUpResolver
from assistant.understanding.heads import is_abstract
from assistant.understanding.intents import INTERROGATIVE, read_asking_words
from assistant.understanding.outlook import without_aims, without_results
from assistant.understanding.query import Asked, Intent, Outlook, Query
from assistant.understanding.reading import TextReader
from assistant.understanding.scope import (
    documents_kept,
    has_own_scope,
    names_city_level,
    names_province_level,
    names_whole_province,
)
from assistant.understanding.splitting import split_question
from assistant.understanding.stages import Stage, StageReader
from assistant.understanding.subjects import Subjects
from assistant.understanding.years import shifted_years
from corpus.models import Corpus
from index.tokenizing import general_frequency, is_noun

_COUNTED = re.compile(r"多少|几(?!步)|比例|占比|比重|增[速幅长]|规模|总[量数]|[率值量数额]")
"""Words of a question for a figure; "定的什么目标" may be answered without one."""
_WHAT = re.compile(r"(?:什么|啥|怎|何种|哪种)样?的?[\u4e00-\u9fff]{2}")
_YEAR_END = re.compile(r"年[底末终]|到头")
_QUOTED = re.compile(r"“([^”]{4,24})”")
_INTRODUCED = re.compile(r"^(?P<topic>[^，。；？?：:]{2,16})[：:](?!\d)")
_OF_THE_ROWS = re.compile(r"^[但而又还也]?[且只光仅就都全]*(?:写|标|注|列|挂)(?![了过]?[多少几哪])")
"""How a piece begins that says more of the rows asked for ("光写“…”的是哪些条")."""
_GOES_ON = re.compile(rf"{_OF_THE_ROWS.pattern}|^[都各分别]*是哪")


@dataclass(frozen=True)
class PartCutter:
    """Cuts a message into one query for each question in it."""

    corpus: Corpus
    entities: EntityIndex
    reader: TextReader
    subjects: Subjects
    follow_ups: FollowUpResolver

    @cached_property
    def stages(self) -> StageReader:
        return StageReader(self.reader)

    def cut(self, whole: Query, before: Query | None) -> tuple[Query, ...]:
        """The parts of ``whole``, none where it asks one question only; ``before`` is the question
        before it in the chat."""
        if whole.intent in (Intent.CHECK, Intent.OUT_OF_SCOPE):
            return ()
        if stages := self.stages.stages(whole.text):
            parts = [self._of_stage(one) for one in stages]
            ends = [_at_its_end(part, one) for one, part in pairwise(parts)]
            return tuple(replace(part, question=whole.question) for part in (parts[0], *ends))
        pieces = split_question(whole.text)
        if len(pieces) < 2:
            return ()
        rows = whole.intent in (Intent.LIST, Intent.COUNT)
        if rows and _OF_THE_ROWS.match(pieces[1]) and all(map(_GOES_ON.match, pieces[2:])):
            return ()
        parts = []
        for piece in pieces:
            part = replace(self.reader.read(piece, piece), said=piece.strip("，。；？?！! "))
            if not parts:
                parts.append(part if before is None else self.follow_ups.resolve(part, before))
            elif self._only_adds(part) and not _turns(part, parts[-1]):
                parts[-1] = _with_added(parts[-1], part, piece)
            else:
                parts.append(self._inheriting(part, parts[-1]))
        if len(parts) < 2:
            return ()
        parts[1:] = [self._under(whole.text, part) for part in parts[1:]]
        return tuple(replace(part, question=whole.question) for part in parts)

    def _under(self, text: str, part: Query) -> Query:
        """``part`` with the words before a colon at the beginning of ``text`` that name what the whole
        message is about, where it has none of them itself."""
        match = _INTRODUCED.match(text)
        if match is None or INTERROGATIVE.search(match.group("topic")):
            return part
        intro = self.reader.read(match.group("topic"), match.group("topic"))
        whole = [one for one in intro.terms if not any(one in o != one for o in intro.terms)]
        words = [
            word
            for word in whole
            if len(word) > 1
            and word not in part.text
            and not is_abstract(word, self.corpus.home)
            and (is_noun(word) or not general_frequency(word))
            and any(word in task.plain for task in self.corpus.tasks)
        ]
        if not words or len(words) < len(whole):
            return part
        said = " ".join(words)
        return replace(
            part,
            topic=f"{said} {part.topic}".strip(),
            terms=tuple(dict.fromkeys((*words, *part.terms))),
            text=f"{said} {part.text}",
        )

    def _of_stage(self, stage: Stage) -> Query:
        """The query of one stage; a place in the name of the thing does not limit it where the stage
        is of the province ("济南机场二期，省级由哪个厅牵头")."""
        part = self.reader.read(stage.question, stage.question)
        part = self._with_own_departments(part)
        cities = tuple(unit for unit in part.units if unit in self._cities)
        named = [unit for unit in cities if unit.removesuffix("市") in stage.subject]
        if names_province_level(stage.piece) and not part.documents:
            part = replace(
                part,
                units=tuple(unit for unit in part.units if unit not in named),
                documents=tuple(
                    d.id for d in self.corpus.documents if not self._is_of_cities(d.id)
                ),
            )
        elif not part.documents and (
            names_city_level(stage.piece) or self._asks_who_of_a_city(part, cities, stage.piece)
        ):
            of_cities = (d.id for d in self.corpus.documents if self._is_of_cities(d.id))
            part = replace(part, documents=tuple(of_cities))
        if Asked.FIGURE in part.asks and not _COUNTED.search(stage.question):
            part = replace(part, asks=part.asks - {Asked.FIGURE} | {Asked.CONTENT})
        if part.intent in (Intent.LIST, Intent.COUNT, Intent.FIGURE):
            figure = Asked.FIGURE in part.asks
            asks = part.asks if figure else part.asks | {Asked.CONTENT}
            part = replace(part, intent=Intent.FIGURE if figure else Intent.OPEN, asks=asks)
        wanted = tuple(u for u in part.wanted_units if not self._is_in_name(u, stage.subject))
        return replace(part, wanted_units=wanted, thing=stage.subject, said=stage.piece)

    def _asks_who_of_a_city(self, part: Query, cities: Sequence[str], piece: str) -> bool:
        """Whether a stage itself names a city, and asks who answers for the thing there."""
        named = [unit for unit in cities if unit.removesuffix("市") in piece]
        years = {y for d in self.corpus.documents if self._is_of_cities(d.id) for y in d.period}
        held = not part.years or bool(years & set(part.years))
        return bool(named) and Asked.PERSON in part.asks and held

    def _is_in_name(self, unit: str, thing: str) -> bool:
        """Whether a place is part of the name that documents have for a thing ("烟台老岚水库")."""
        place = unit.removesuffix("市")
        named = re.search(rf"{place}市?的?([\u4e00-\u9fff]{{2}})", thing)
        if named is None:
            return False
        written = re.compile(rf"{place}市?{named.group(1)}")
        return any(written.search(task.plain) for task in self.corpus.tasks)

    @cached_property
    def _cities(self) -> frozenset[str]:
        return frozenset(task.unit for task in self.corpus.tasks if task.place == task.unit)

    def _is_of_cities(self, document_id: str) -> bool:
        return any(task.place for task in self.corpus.tasks if task.document_id == document_id)

    def _only_adds(self, part: Query) -> bool:
        """Whether a part only asks more about what the part before it is about."""
        return self._is_thin(part) and not has_own_scope(part) and Asked.CONTACT not in part.asks

    def _is_thin(self, part: Query) -> bool:
        return self.subjects.is_thin(part, which_first(part.text, self.reader.cutter))

    def _inheriting(self, part: Query, before: Query) -> Query:
        """``part`` with the scope of the part before it, and its topic where it has none itself."""
        thin = self._is_thin(part)
        part = self._with_own_departments(part)
        own_place = bool(
            part.documents
            or part.units
            or part.places
            or names_whole_province(part.text)
            or self._names_task(part.text)
        )
        scoped = replace(
            part,
            documents=part.documents
            or (() if own_place else self._documents_staying(before.documents, part)),
            units=part.units or (() if own_place else self._units_staying(before.units, part)),
            places=part.places or (() if own_place else before.places),
            years=part.years
            or (() if part.periods else shifted_years(part.text, before.years) or before.years),
            periods=part.periods or before.periods,
            reference=part.reference or (before.reference if thin and not own_place else None),
            series=part.series or before.series,
            headings=part.headings or (() if own_place else before.headings),
            gaps=part.gaps or before.gaps,
            wanted_units=part.wanted_units or (() if own_place else before.wanted_units),
            people=part.people or (before.people if thin else ()),
            asks=part.asks or _asked_anew(part) or before.asks,
        )
        if thin:
            scoped = _with_subject(scoped, part, before)
        return replace(scoped, intent=intent_of(scoped, read_asking_words(part.text)))

    def _names_task(self, text: str) -> bool:
        """Whether a text quotes the title of a task, which then has a place of its own."""
        quoted = set(_QUOTED.findall(text))
        return bool(quoted) and any(task.title in quoted for task in self.corpus.tasks)

    def _with_own_departments(self, part: Query) -> Query:
        if part.documents:
            return part
        bare = [body for body in part.bodies if not body.role]
        return replace(part, units=part.units + departments_among(bare, (), self.entities))

    def _documents_staying(self, documents: tuple[str, ...], part: Query) -> tuple[str, ...]:
        """The documents of the part before that a part stays with: not those that do not speak of
        the years it asks about itself."""
        kept = documents_kept(documents, part.outlook, self.corpus)
        if not part.years:
            return kept
        kept = self.entities.editions.of_years(kept, part.years)
        return tuple(d for d in kept if self._speaks_of(d, part.years))

    def _units_staying(self, units: tuple[str, ...], part: Query) -> tuple[str, ...]:
        """The same for departments, cities and plans, by the documents that they stand in."""
        if not part.years:
            return units
        holders = self.entities.documents_with_unit
        return tuple(
            unit
            for unit in units
            if any(self._speaks_of(document, part.years) for document in holders(unit))
        )

    def _speaks_of(self, document_id: str, years: tuple[int, ...]) -> bool:
        return bool(set(years) & set(self.corpus.documents_by_id[document_id].period))


def _at_its_end(part: Query, before: Query) -> Query:
    """A stage at the end of the year for which the one before it tells what was aimed at: what came
    of it, where it says no other."""
    same = not part.years or part.years == (before.years or before.periods)
    if part.outlook is not Outlook.ANY or before.outlook is Outlook.BACK or not same:
        return part
    return replace(part, outlook=Outlook.BACK) if _YEAR_END.search(part.said) else part


def _asked_anew(part: Query) -> frozenset[Asked]:
    """What a part asks that has a question word of its own, but none for a kind of fact ("要形成什么样
    的格局")."""
    return frozenset({Asked.CONTENT}) if _WHAT.search(part.said) else frozenset()


def _turns(part: Query, before: Query) -> bool:
    """Whether a part asks the same of another time: of years counted on, or, in other words than
    the part before it, how what was aimed at ended."""
    if shifted_years(part.text, before.years):
        return True
    turned = {part.outlook, before.outlook} == {Outlook.AHEAD, Outlook.BACK}
    return turned and bool(part.asks) and part.asks.isdisjoint(before.asks)


def _with_added(before: Query, part: Query, piece: str) -> Query:
    """The part before, asked what ``part`` asks too."""
    return replace(
        before,
        asks=before.asks | part.asks,
        compounds=tuple(dict.fromkeys((*before.compounds, *part.compounds))),
        text=f"{before.text} {piece}",
        outlook=_both(before.outlook, part.outlook),
    )


def _both(one: Outlook, other: Outlook) -> Outlook:
    if Outlook.ANY in (one, other):
        return other if one is Outlook.ANY else one
    return one if one is other else Outlook.BOTH


def _with_subject(scoped: Query, part: Query, before: Query) -> Query:
    """``scoped`` about the subject of the part before it, less the words of the other outlook."""
    # a place that has no document of its own is part of what is spoken of ("至潍坊的高速")
    named = (unit.removesuffix("市") for unit in before.wanted_units)
    subject = " ".join((*named, before.topic))
    if part.outlook is not before.outlook:
        back = part.outlook is Outlook.BACK
        subject = without_aims(subject) if back else without_results(subject)
    return replace(
        scoped,
        leans=not has_own_scope(part),
        topic=f"{subject} {part.topic}".strip(),
        terms=tuple(dict.fromkeys((*before.terms, *part.terms))),
        text=f"{subject} {part.text}",
        heads=part.heads or before.heads,
        compounds=part.compounds or before.compounds,
    )
