"""What a question can name, learnt from the corpus at start-up: documents, units, plans, people …

Nothing here is written for one document: a sixth document brings its own units, plans and people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.understanding.editions import Editions
from assistant.understanding.entity_forms import (
    LONG,
    LONG_BODY,
    LONGEST_BODY,
    NUMBER,
    fits_number,
    forms,
    local_units,
    named,
)
from assistant.understanding.entity_patterns import (
    PROVINCIAL,
    NamePattern,
    matches,
    placed_patterns,
    plan_patterns,
    subject_patterns,
    unknown_plans,
)
from assistant.understanding.named import Entity, EntityKind
from corpus.bodies import BodyNames, same_body
from corpus.divisions import cities_outside
from corpus.models import Corpus, TaskKind
from corpus.places import PROVINCES, short_place
from corpus.script import plain_form
from index.tokenizing import general_frequency

_AMBIGUOUS = frozenset("阿里 白银 来宾 中山 和田 大同 长治 安康 吉安 宁德 朝阳 兴安".split())
"""Cities of other provinces whose names begin or are common words: they count with their level only
("长治市"; not "长治久安")."""


@dataclass(frozen=True)
class EntityIndex:
    """Finds what questions name. Built once per corpus."""

    corpus: Corpus
    bodies: BodyNames
    _forms: tuple[tuple[str, EntityKind, str], ...] = field(repr=False)
    _placed_patterns: tuple[NamePattern, ...] = field(repr=False)
    _document_patterns: tuple[NamePattern, ...] = field(repr=False)
    _plan_patterns: tuple[NamePattern, ...] = field(repr=False)
    units_of: dict[str, tuple[str, ...]]
    home: str
    editions: Editions
    _local_units: dict[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, corpus: Corpus, bodies: BodyNames) -> EntityIndex:
        units_of: dict[str, dict[str, None]] = defaultdict(dict)
        for task in corpus.tasks:
            units_of[task.document_id][task.unit] = None
        return cls(
            corpus=corpus,
            bodies=bodies,
            _forms=tuple(forms(corpus)),
            _placed_patterns=tuple(placed_patterns(corpus)),
            _document_patterns=tuple(subject_patterns(corpus)),
            _plan_patterns=tuple(plan_patterns(corpus)),
            units_of={key: tuple(value) for key, value in units_of.items()},
            home=corpus.home,
            editions=Editions.of(corpus),
            _local_units=local_units(corpus),
        )

    def find(self, text: str) -> list[Entity]:
        """Everything named in ``text`` (plain form); what is found first takes its characters."""
        taken = [False] * len(text)
        found: list[Entity] = []
        for kind, value, start, end in self._candidates(text):
            if start < end and not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                found.append(Entity(kind, value, start, end))
        return sorted(found, key=lambda entity: entity.start)

    def _candidates(self, text: str) -> Iterable[tuple[EntityKind, str, int, int]]:
        """All readings, the surest first: an order that keeps 青岛海关 from being read as 青岛."""
        for document_id, start, end in self._numbered_documents(text):
            yield EntityKind.DOCUMENT, document_id, start, end
        yield from matches(text, self._placed_patterns)
        yield from matches(text, self._document_patterns)
        long = [entry for entry in self._forms if len(entry[0]) >= LONG]
        yield from named(text, long)
        yield from matches(text, self._plan_patterns)
        yield from self._local_bodies(text)
        for mention in self.bodies.find(text):
            short = mention.end - mention.start < LONG_BODY
            before = text[max(0, mention.start - 1) : mention.start + 2]
            if mention.start and short and general_frequency(before):
                continue  # 跨国公司 names no 国网公司
            yield EntityKind.BODY, mention.name, mention.start, mention.end
        yield from named(text, self._home_bodies())
        yield from named(text, self._forms[len(long) :])
        yield from unknown_plans(text)
        for match in PROVINCIAL.finditer(text):
            yield EntityKind.MISSING_UNIT, match.group(), *match.span()
        for place in (*PROVINCES, *sorted(cities_outside(self.home) - _AMBIGUOUS)):
            if place != self.home and place in text:
                for match in re.finditer(rf"{place}(?:省|市|自治区)?", text):
                    if general_frequency(text[match.start() - 1 : match.end()]) and match.start():
                        continue  # 入海口 is no 海口
                    yield EntityKind.FOREIGN_PLACE, place, *match.span()

    def _home_bodies(self) -> Iterable[tuple[str, EntityKind, str]]:
        """Bodies named after the province, by what is left without its name ("黄河河务局")."""
        for name in self.bodies.canonical:
            bare = name.removeprefix(self.home)
            if bare != name and len(bare) >= LONG_BODY and not bare.startswith("省"):
                yield bare, EntityKind.BODY, name

    def with_places(self, found: Iterable[Entity]) -> list[Entity]:
        """``found``, a place that documents registered are of marked as such: it is neither foreign
        nor missing, though it is not the home of most of them."""
        held = {short_place(d.place): d.place for d in self.corpus.documents if d.place}
        places = (EntityKind.FOREIGN_PLACE, EntityKind.MISSING_UNIT)
        return [
            replace(entity, kind=EntityKind.PLACE, value=held[short_place(entity.value)])
            if entity.kind in places and short_place(entity.value) in held
            else entity
            for entity in found
        ]

    def in_editions(self, found: Iterable[Entity], text: str, years: Sequence[int]) -> list[Entity]:
        """``found``, a document named in a question for ``years`` as those of its editions that are
        meant."""
        return [
            replace(entity, value=value)
            for entity in found
            for value in (
                self.editions.meant(entity.value, text[entity.start : entity.end], years)
                if entity.kind is EntityKind.DOCUMENT
                else (entity.value,)
            )
        ]

    def _local_bodies(self, text: str) -> Iterable[tuple[EntityKind, str, int, int]]:
        """Departments of a place named right before them: 泰安教育局 is that place's 市教育局."""
        for place, units in self._local_units.items():
            for match in re.finditer(rf"{short_place(place)}[省市县区]?(?:的)?", text):
                start = match.end()
                for end in range(min(len(text), start + LONGEST_BODY), start + 1, -1):
                    said = text[start:end]
                    fitting = [unit for unit in units if same_body(said, unit[1:])]
                    if len(fitting) == 1:
                        yield EntityKind.BODY, fitting[0], start, end
                        break

    def _numbered_documents(self, text: str) -> Iterable[tuple[str, int, int]]:
        """文号, whole or in part, that only one document fits."""
        for fitting, start, end in self.numbered(text):
            if len(fitting) == 1:
                yield fitting[0], start, end

    def numbered(self, text: str) -> Iterable[tuple[tuple[str, ...], int, int]]:
        """文号, whole or in part (鲁政办字〔2023〕5号, 鲁政发5号文, 5号文), and the ids of all documents
        that each fits."""
        for match in NUMBER.finditer(text):
            fitting = [
                document.id
                for document in self.corpus.documents
                if document.number and fits_number(match, plain_form(document.number))
            ]
            if len(fitting) > 1:  # "2023年任务和5号文": the one that is not named otherwise
                named = {value for _, value, *_ in matches(text, self._document_patterns)}
                fitting = [d for d in fitting if d not in named]
            bare = not match.group("word") and not match.group().endswith(("文", "文件", "通知"))
            if fitting and not bare:
                yield tuple(fitting), match.start(), match.end()

    def documents_with_unit(self, unit: str) -> tuple[str, ...]:
        """Ids of the documents in which ``unit`` is a unit."""
        return tuple(doc for doc, units in self.units_of.items() if unit in units)

    def last_ordinal(self, unit: str, document_id: str) -> int:
        """The highest number of a numbered task of a unit, 0 if it has none."""
        return max(
            (
                task.ordinal or 0
                for task in self.corpus.tasks
                if task.document_id == document_id
                and task.unit == unit
                and task.kind is TaskKind.COMMITMENT
            ),
            default=0,
        )
