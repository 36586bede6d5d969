"""The questions one message asks, each with the scope of the one before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.understanding.bodies import departments_among
from assistant.understanding.classifying import intent_of
from assistant.understanding.entities import EntityIndex
from assistant.understanding.follow_ups import FollowUpResolver
from assistant.understanding.intents import read_asking_words
from assistant.understanding.outlook import without_aims, without_results
from assistant.understanding.query import Asked, Intent, Outlook, Query
from assistant.understanding.reading import TextReader
from assistant.understanding.scope import documents_kept, has_own_scope, names_whole_province
from assistant.understanding.splitting import split_question
from assistant.understanding.subjects import Subjects
from assistant.understanding.years import shifted_years
from corpus.models import Corpus

_QUOTED = re.compile(r"“([^”]{4,24})”")


@dataclass(frozen=True)
class PartCutter:
    """Cuts a message into one query for each question in it."""

    corpus: Corpus
    entities: EntityIndex
    reader: TextReader
    subjects: Subjects
    follow_ups: FollowUpResolver

    def cut(self, whole: Query, before: Query | None) -> tuple[Query, ...]:
        """The parts of ``whole``, none where it asks one question only; ``before`` is the question
        before it in the chat."""
        if whole.intent in (Intent.CHECK, Intent.OUT_OF_SCOPE):
            return ()
        pieces = split_question(whole.text)
        if len(pieces) < 2:
            return ()
        parts: list[Query] = []
        for piece in pieces:
            part = self.reader.read(piece, piece)
            if not parts:
                parts.append(part if before is None else self.follow_ups.resolve(part, before))
            elif self._only_adds(part) and not _turns(part, parts[-1]):
                parts[-1] = _with_added(parts[-1], part, piece)
            else:
                parts.append(self._inheriting(part, parts[-1]))
        if len(parts) < 2:
            return ()
        return tuple(replace(part, question=whole.question) for part in parts)

    def _only_adds(self, part: Query) -> bool:
        """Whether a part only asks more about what the part before it is about."""
        return (
            self.subjects.is_thin(part)
            and not has_own_scope(part)
            and Asked.CONTACT not in part.asks
        )

    def _inheriting(self, part: Query, before: Query) -> Query:
        """``part`` with the scope of the part before it, and its topic where it has none itself."""
        thin = self.subjects.is_thin(part)
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
            asks=part.asks or before.asks,
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
    )
