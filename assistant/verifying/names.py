"""The names that a pasted text holds: documents, plans, units, cities, bodies, people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.entities import EntityIndex
from assistant.understanding.named import Entity, EntityKind
from assistant.verifying.roles import RoleSaid
from corpus.bodies import BodyNames
from corpus.places import PROVINCES

_OWNERS = (EntityKind.UNIT, EntityKind.MISSING_UNIT, EntityKind.FOREIGN_PLACE, EntityKind.BODY)
_WORK = re.compile(r"(?<![据按照在依从查见])《[^《》]+》")
"""A work that is named as a thing, not as what the statement stands in: a place or a body in its title
is part of the title."""
_ISSUED = re.compile(r"(?:在|已|所)?(?:印发|发布|下发|公布|制定|出台)?了?的?《?")
_TITLE_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:\s*[—\-至到~]\s*(?:19|20)[0-9]{2})?年(?:度|的)?"
    rf"(?:{'|'.join(PROVINCES)})?(?:省)?(?:的)?$"
)
_YEARS_BEHIND = re.compile(
    r"》?[（(](?:19|20)[0-9]{2}年?(?:\s*[—–\-至到~]+\s*(?:19|20)[0-9]{2})?年?度?[）)]》?"
)
_TASKS_OF_A_YEAR = re.compile(
    r"(?:(?:19|20)[0-9]{2}年?(?:度|的)?|年度|今年|当年)?的?(?:重点|重要|主要)?(?:工作)?(?:任务|事项|计划)"
)
_TAKEN_INTO = re.compile(
    r"(?:列入|列进|列为|纳入|写入|写进|编入|作为|定为|当作)(?:了|其|本市|全市|本厅|当地|自己的?)?$"
)
""" "列入2023年任务" of a city or a department: its tasks of that year, not the name of a document."""
_OWNERS_END = "。！？；\n"
_NO_NAME = 2
"""报告 or 方案 alone may be any report: it names no document in a pasted text."""


class NameReader:
    """Finds names that one corpus holds."""

    def __init__(self, entities: EntityIndex, bodies: BodyNames) -> None:
        self.entities = entities
        self.bodies = bodies

    def names_document(self, words: str) -> bool:
        """Whether ``words`` are no more than the name of a document or a plan."""
        named = [e for e in self.entities.find(words) if self.is_source(e)]
        # the kind of what a document holds ("…公开承诺事项") may be left outside its name
        return (
            len(named) == 1
            and not named[0].start
            and words[named[0].end :] in ("", "事项", "清单", "文件")
        )

    def find(self, plain: str, start: int, end: int) -> list[Entity]:
        """What plain[start:end] names, in order."""
        found = [
            replace(entity, start=entity.start + start, end=entity.end + start)
            for entity in self.entities.find(plain[start:end])
            if entity.kind is not EntityKind.DOCUMENT or entity.end - entity.start > _NO_NAME
        ]
        found = [e for e in found if not e.value.startswith("省级")]  # a level, no body's name
        found = [e for e in found if self._of_its_year(e, plain[e.start : e.end])]
        found = [e for e in found if not self._of_an_owner(e, plain)]
        works = [m.span() for m in _WORK.finditer(plain, start, end)]
        works = [w for w in works if not any(self.is_source(e) and _within(e, w) for e in found)]
        return [e for e in found if e.kind not in _OWNERS or not any(_within(e, w) for w in works)]

    def issues(
        self,
        said: RoleSaid,
        plain: str,
        entities: Sequence[Entity],
        numbered: Sequence[tuple[tuple[str, ...], int, int]],
    ) -> bool:
        """Whether a body is only named as who issued the document that is named next to it."""
        sources: list[tuple[tuple[str, ...], int]] = [
            ((e.value,), e.start) for e in entities if e.kind is EntityKind.DOCUMENT
        ]
        sources += [(ids, start) for ids, start, _ in numbered]
        documents = self.entities.corpus.documents_by_id
        return any(
            _ISSUED.fullmatch(plain[said.end : start])
            and any(
                mention.name == said.name
                for one in ids
                for mention in self.bodies.find(documents[one].issuer)
            )
            for ids, start in sources
            if start >= said.end
        )

    def with_title_years(self, plain: str, entities: list[Entity]) -> list[Entity]:
        """ "2024年省政府工作报告", "…行动计划（2024—2025年）": the year before a document's name and those in
        brackets behind it are part of the name, where the document is of them."""
        found = []
        for entity in entities:
            start, end = entity.start, entity.end
            held = self._documents_of(entity)
            if held:
                before = _TITLE_YEAR.search(plain[:start])
                if before and any(int(before["year"]) in self._years_of(one) for one in held):
                    start = before.start()
                behind = _YEARS_BEHIND.match(plain, end)
                if behind and any(
                    {int(year) for year in re.findall("[0-9]{4}", behind.group())}
                    <= self._years_of(one)
                    for one in held
                ):
                    end = behind.end()
            found.append(replace(entity, start=start, end=end))
        return found

    def _documents_of(self, entity: Entity) -> tuple[str, ...]:
        """The document that an entity is, or those that hold it as a plan."""
        if entity.kind is EntityKind.DOCUMENT:
            return (entity.value,)
        return self.entities.documents_with_unit(entity.value) if self._is_plan(entity) else ()

    def _of_its_year(self, entity: Entity, named: str) -> bool:
        """Whether no other year than the document's stands inside its name, as it is written."""
        if entity.kind is not EntityKind.DOCUMENT:
            return True
        years = {int(year) for year in re.findall(r"20[0-9]{2}(?=年)", named)}
        return years <= self._years_of(entity.value)

    def _of_an_owner(self, entity: Entity, plain: str) -> bool:
        """Whether what is read as a document's name are only the tasks of a year that a city or a body
        named before it has, or takes something into."""
        named = plain[entity.start : entity.end]
        if entity.kind is not EntityKind.DOCUMENT or not _TASKS_OF_A_YEAR.fullmatch(named):
            return False
        begin = max(plain.rfind(mark, 0, entity.start) for mark in _OWNERS_END) + 1
        before = plain[begin : entity.start]
        owners = [
            e for e in self.entities.find(before) if self.is_place(e) or e.kind is EntityKind.BODY
        ]
        if not owners:
            return False
        return before[owners[-1].end :] in ("", "的") or _TAKEN_INTO.search(before) is not None

    def _years_of(self, document_id: str) -> set[int]:
        """The years a document may be named by: those it speaks of, and that of its issue."""
        document = self.entities.corpus.documents_by_id[document_id]
        years = {*document.period, *map(int, re.findall(r"20[0-9]{2}", document.title))}
        return years | ({document.issued.year} if document.issued else set())

    def is_place(self, entity: Entity) -> bool:
        return entity.kind is EntityKind.UNIT and entity.value.endswith("市")

    def _is_plan(self, entity: Entity) -> bool:
        return entity.kind is EntityKind.UNIT and not entity.value.endswith("市")

    def is_source(self, entity: Entity) -> bool:
        return entity.kind in (EntityKind.DOCUMENT, EntityKind.SERIES) or self._is_plan(entity)


def _within(entity: Entity, span: tuple[int, int]) -> bool:
    """Whether an entity is a part of what stands at ``span``, and not the whole of it."""
    return (
        span[0] < entity.start
        and entity.end < span[1]
        and (span[0] + 1 < entity.start or entity.end + 1 < span[1])
    )
