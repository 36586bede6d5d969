"""Where a claim says that it stands: a document, a city, the number of a task."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.models import Difference
from assistant.understanding.entities import EntityIndex
from assistant.understanding.named import Entity, EntityKind
from assistant.verifying.alignment import PLEDGES, Passage
from assistant.verifying.amounts import same_value
from assistant.verifying.assertions import Assertion
from assistant.verifying.findings import Finding, State
from assistant.verifying.runs import run_of
from corpus.divisions import places_of

_LEADS_ON = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}(?:支持|推动|推进|指导|鼓励|引导|在|以|依托|围绕|加快|做好|发挥))?(?:[\u4e00-\u9fff]{2,3}、)*"
)
"""What may stand before a place that the whole of a sentence is about."""
_CITY_LIST = re.compile(r"[\u4e00-\u9fff]{2,3}市?[、和][\u4e00-\u9fff]{2,3}市")
_CITY_NAME = 2
_LONG_NAME = 8
"""Characters from which on a document's name in a clause is what the clause speaks of."""


class Standing:
    """Compares where a claim says that it stands with where a passage does."""

    def __init__(self, entities: EntityIndex) -> None:
        self.entities = entities

    def sources(self, claim: Assertion, passage: Passage, plain: str) -> Iterable[Finding]:
        """The document, plan or group of plans that the claim names."""
        task = passage.task
        own = {task.document_id, task.unit, task.series}
        for source in claim.elements.sources:
            said = source.value
            name = run_of(plain[source.start : source.end]).text
            if (
                said in own
                or (len(name) >= _LONG_NAME and any(name in run.text for run in passage.runs))
                or any(_loosely(said, name) for name in (task.unit, task.series))
                or (
                    source.kind is EntityKind.UNIT
                    and said in " ".join(run.text for run in passage.runs)
                )
            ):
                yield Finding(State.SAME)
            else:
                yield Finding(
                    State.DIFFERS,
                    Difference.SUBJECT,
                    f"《{self._name_of(said)}》",
                    _source_name(passage),
                    kind="source",
                )
        for ids in claim.elements.numbered:
            if task.document_id in ids:
                yield Finding(State.SAME)
            else:
                said = "》或《".join(self._name_of(one) for one in ids)
                yield Finding(
                    State.DIFFERS,
                    Difference.SUBJECT,
                    f"《{said}》",
                    _source_name(passage),
                    kind="source",
                )
        for unknown in claim.elements.unknown:
            name = run_of(_core_of(unknown.value)).text
            if any(name in run.text for run in (*passage.runs, *passage.surroundings)):
                continue
            cities = [place.value for place in claim.elements.places]
            begins = self._city_first(passage.clause.plain)
            if unknown.value.endswith("市") and begins and not name.startswith(begins):
                yield Finding(
                    State.DIFFERS, Difference.SUBJECT, unknown.value, begins, kind="place"
                )
                continue
            if unknown.value.endswith("市") and self._lists(cities, passage):
                subject = _subject_of(passage)
                yield Finding(
                    State.DIFFERS, Difference.SUBJECT, unknown.value, subject, kind="place"
                )
            else:
                yield Finding(State.ABSENT, stated=unknown.value, kind="unknown")

    def _lists(self, cities: Sequence[str], passage: Passage) -> bool:
        """Whether a clause lists some cities, beside others that a claim does not name."""
        text = passage.clause.plain
        others = _CITY_LIST.findall(text)
        named = [city for city in cities if city.removesuffix("市") in text]
        return bool(others) and len(named) == len(cities) > 0

    def _name_of(self, value: str) -> str:
        document = self.entities.corpus.documents_by_id.get(value)
        return document.title if document else value

    def places(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """Cities a claim names, and 全省 where the passage speaks of one city only."""
        task = passage.task
        headings = " ".join((task.title, *task.path))
        begins = self._city_first(passage.clause.plain)
        city = task.place
        named = claim.elements.places
        if any(unknown.value.endswith("市") for unknown in claim.elements.unknown):
            named = tuple(place for place in named if place.start >= claim.start)
        for place in named:
            short = place.value.removesuffix("市")
            # of "两大都市圈" of the heading a sentence that begins with the one is not of the other
            stands = short in passage.clause.plain or (short in headings and not begins)
            apart = not _behind_figures(place, claim, passage) and _named_apart(
                short, claim, passage
            )
            if place.value == city or (stands and not apart):
                yield Finding(State.SAME)
            elif city or passage.document.layout not in PLEDGES or place.value:
                yield Finding(
                    State.DIFFERS,
                    Difference.SUBJECT,
                    place.value,
                    city or begins or _subject_of(passage),
                    kind="place",
                )
        if city and not named:
            scope = claim.elements.scope
            own = bool(passage.document.place)  # "全省" there is another province's
            text = passage.clause.plain + headings
            wide = claim.elements.whole_province and (own or "全省" not in text)
            if (wide and self.entities.home not in text) or (scope and scope != city):
                yield Finding(
                    State.DIFFERS, Difference.SUBJECT, scope or "全省", city, kind="place"
                )
            else:
                yield Finding(State.SAME, note=f"这是{city}的承诺事项")

    def _city_first(self, text: str) -> str:
        """The city of the home place that a sentence begins with, "" if none."""
        first = text[:_CITY_NAME]
        return first if first in places_of(self.entities.home) else ""

    def reference(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        reference = claim.elements.reference
        if reference is None:
            return
        task = passage.task
        if task.ordinal in reference.ordinals or (
            reference.printed and reference.printed == task.number
        ):
            yield Finding(State.SAME)
        else:
            said = "、".join(f"第{n}项" for n in reference.ordinals)
            yield Finding(State.DIFFERS, Difference.SUBJECT, said, task.locator, kind="number")


def _behind_figures(place: Entity, claim: Assertion, passage: Passage) -> bool:
    """Whether a claim names a place only in a piece behind its figures ("占35%，核心区放在济南"), and so
    not as whose they are."""
    figures = claim.elements.figures
    return bool(figures) and all(
        "，" in claim.elements.words[f.end - claim.start : place.start - claim.start]
        for f in figures
    )


def _named_apart(place: str, claim: Assertion, passage: Passage) -> bool:
    """Whether a clause names a place only in another part than the claim's figure stands in, and not
    as what that part begins with ("支持济南…，规模达到…"): it cannot be whose the figure is."""
    task, clause = passage.task, passage.clause
    if place in " ".join((task.title, *task.path)):
        return False
    same = [f for f in passage.figures for said in claim.elements.figures if same_value(said, f)]
    if not same:
        return False
    at, figure = clause.plain.find(place), same[0].start - clause.start
    begin = max(clause.plain.rfind(mark, 0, at) for mark in "，；：") + 1
    if "，" not in clause.plain[min(at, figure) : max(at, figure)]:
        return False
    return at > figure or _LEADS_ON.fullmatch(clause.plain[begin:at]) is None


def _core_of(name: str) -> str:
    """A name without what a pattern may have caught before it: "推动“三年行动计划" → 三年行动计划."""
    quoted = name.rpartition("“")[2].strip("“”《》")
    return quoted.removesuffix("市") if len(quoted) > 2 else quoted


def _loosely(said: str, name: str) -> bool:
    return bool(name) and (said in name or name in said)


def _subject_of(passage: Passage) -> str:
    return passage.task.unit if passage.document.layout in PLEDGES else passage.document.issuer


def _source_name(passage: Passage) -> str:
    return passage.task.locator
