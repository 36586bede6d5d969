"""Comparing a claim with a passage, element by element.

Each element is found the same, found different, or not found. A claim is supported by a passage only
if every element is found the same and every word is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.models import Difference
from assistant.statements import Evidence
from assistant.understanding.entities import EntityIndex, EntityKind
from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import comparable, compare, rounded, same_value
from assistant.verifying.claims import Assertion
from assistant.verifying.covering import Cover, Glossary, cover, meaning, run_of, runs_of
from assistant.verifying.duties import judge_deadline, judge_roles, judge_subjects
from assistant.verifying.findings import Finding, State
from corpus.bodies import BodyNames
from corpus.models import Document, Figure, Layout

_PLEDGES = (Layout.SPACED_PLEDGE_TABLE, Layout.TABBED_PLEDGE_TABLE)
_ENOUGH_OF_INDICATOR = 0.5
_SWAP_MARGIN = 0.2
_NOUN_FOUND = 0.8
_TOPIC_FOUND = 0.6
_LEAD_FOUND = 0.75


@dataclass(frozen=True)
class Judgement:
    """What one passage says about a claim. ``similarity`` is the alignment's score."""

    claim: Assertion
    passage: Passage
    findings: tuple[Finding, ...]
    words: Cover
    similarity: float
    exactness: float = 0.0
    pairs: tuple[tuple[Figure, Figure], ...] = field(default=(), repr=False)

    @property
    def differing(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.state is State.DIFFERS)

    @property
    def absent(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.state is State.ABSENT)

    @property
    def supported(self) -> bool:
        return not self.differing and not self.absent and not self.words.missing

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(f.note for f in self.findings if f.note))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The clause, and whatever else of the task carries an element of the claim."""
        task, clause = self.passage.task, self.passage.clause
        spans = [(clause.start, clause.end)]
        spans += [span for finding in self.findings for span in finding.spans]
        kept: list[tuple[int, int]] = []
        for start, end in spans:
            if start < end and not any(a <= start and end <= b for a, b in kept):
                kept.append((start, end))
        return tuple(Evidence(task, start, end) for start, end in kept)


class Judge:
    """Compares claims with passages of one corpus."""

    def __init__(self, entities: EntityIndex, bodies: BodyNames, glossary: Glossary) -> None:
        self.entities = entities
        self.bodies = bodies
        self.glossary = glossary
        documents = entities.corpus.documents_by_id
        self.pledging = frozenset(
            task.unit
            for task in entities.corpus.tasks
            if documents[task.document_id].layout in _PLEDGES
        )

    def judge(self, claim: Assertion, passage: Passage, similarity: float, plain: str) -> Judgement:
        """Everything ``passage`` says about ``claim``; ``plain`` is the text the claim stands in."""
        findings: list[Finding] = []
        findings += self._sources(claim, passage)
        findings += self._places(claim, passage)
        findings += judge_subjects(claim.elements, passage, self.bodies, self.pledging)
        findings += judge_roles(claim.elements, passage, self.bodies)
        findings += self._reference(claim, passage)
        figures, pairs, exactness = self._figures(claim, passage, plain)
        findings += figures
        findings += judge_deadline(claim.elements, passage, plain)
        findings += self._years(claim, passage)
        findings += self._aspect(claim, passage)
        words = self._words(claim, passage, plain)
        findings += self._topic(claim, passage)
        return Judgement(
            claim, passage, tuple(findings), words, similarity, exactness, tuple(pairs)
        )

    # ------------------------------------------------------------------ where it is said to stand

    def _sources(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """The document, plan or group of plans that the claim names."""
        task = passage.task
        own = {task.document_id, task.unit, task.series}
        for source in claim.elements.sources:
            said = source.value
            if said in own or any(_loosely(said, name) for name in (task.unit, task.series)) or (source.kind is EntityKind.UNIT and said in " ".join(
                run.text for run in passage.runs
            )):
                yield Finding(State.SAME)
            else:
                name = self._name_of(said)
                yield Finding(
                    State.DIFFERS,
                    Difference.SUBJECT,
                    f"《{name}》",
                    _source_name(passage),
                    kind="source",
                )
        for unknown in claim.elements.unknown:
            name = run_of(_core_of(unknown.value)).text
            if not any(name in run.text for run in (*passage.runs, *passage.surroundings)):
                yield Finding(State.ABSENT, stated=unknown.value, kind="unknown")

    def _name_of(self, value: str) -> str:
        document = self.entities.corpus.documents_by_id.get(value)
        return document.title if document else value

    def _places(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """Cities a claim names, and 全省 where the passage speaks of one city only."""
        task = passage.task
        text = passage.clause.plain + " ".join((task.title, *task.path))
        city = task.unit if task.unit.endswith("市") and passage.document.layout in _PLEDGES else ""
        named = claim.elements.places
        for place in named:
            if place.value == city or place.value.removesuffix("市") in text:
                yield Finding(State.SAME)
            elif city or passage.document.layout not in _PLEDGES or place.value:
                yield Finding(
                    State.DIFFERS,
                    Difference.SUBJECT,
                    place.value,
                    city or _subject_of(passage),
                    kind="place",
                )
        if city and not named:
            if (
                claim.elements.whole_province
                and "全省" not in text
                and self.entities.home not in text
            ):
                yield Finding(State.DIFFERS, Difference.SUBJECT, "全省", city, kind="place")
            else:
                yield Finding(State.SAME, note=f"这是{city}的承诺事项")

    def _reference(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
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

    # ------------------------------------------------------------------ figures

    def _figures(
        self, claim: Assertion, passage: Passage, plain: str
    ) -> tuple[list[Finding], list[tuple[Figure, Figure]], float]:
        findings: list[Finding] = []
        pairs: list[tuple[Figure, Figure]] = []
        exactness: list[float] = []
        used: set[int] = set()
        for figure in claim.elements.figures:
            noun = self._noun(claim, figure, plain)
            finding, found, exact = self._figure(claim, figure, noun, passage, plain, used)
            findings.append(finding)
            if found is not None:
                used.add(found.start)
                pairs.append((figure, found))
                exactness.append(exact)
        return findings, pairs, min(exactness, default=0.0)

    def _noun(self, claim: Assertion, figure: Figure, plain: str) -> str:
        """The words of the claim around one of its figures, elements taken out."""
        figures = claim.elements.figures
        place = figures.index(figure)
        begin = figures[place - 1].end if place else claim.start
        end = figures[place + 1].start if place + 1 < len(figures) else claim.end
        words = claim.elements.words
        if place:
            comma = re.search(r"[，；、]", words[begin - claim.start : figure.start - claim.start])
            begin += comma.start() if comma else 0
        local = words[begin - claim.start : end - claim.start]
        if meaning(local) < 2:
            local = figure.indicator + "，" + local
        if meaning(local) < 2:
            local = claim.topic
        return local

    def _figure(
        self,
        claim: Assertion,
        figure: Figure,
        noun: str,
        passage: Passage,
        plain: str,
        used: set[int],
    ) -> tuple[Finding, Figure | None, float]:
        """The figure of the passage that is about the same thing, compared with the claim's."""
        rated = [
            (self._likeness(noun, found, passage), found)
            for found in passage.figures
            if comparable(figure, found)
        ]
        if not rated:
            return self._without_comparable(figure, noun, passage), None, 0.0
        best = max(share for share, _ in rated)
        equal = [
            (share, found)
            for share, found in rated
            if (same_value(figure, found) or rounded(figure, found)) and found.start not in used
        ]
        equal.sort(
            key=lambda pair: (
                -pair[0],
                not self._years_agree(figure, pair[1], passage),
                pair[1].start,
            )
        )
        if equal and equal[0][0] >= best - _SWAP_MARGIN:
            near = [pair for pair in equal if pair[0] >= equal[0][0] - _SWAP_MARGIN]
            near.sort(key=lambda pair: (not self._years_agree(figure, pair[1], passage), -pair[0]))
            share, found = near[0]
            return self._compared(claim, figure, found, noun, passage, plain, share)
        rivals = [pair for pair in rated if pair[0] >= best - 0.05]
        rivals.sort(
            key=lambda pair: (
                not self._years_agree(figure, pair[1], passage),
                -pair[0],
                pair[1].start,
            )
        )
        share, found = rivals[0]
        if share < _NOUN_FOUND:
            return Finding(State.ABSENT, stated=figure.text, kind="figure"), None, 0.0
        return self._compared(claim, figure, found, noun, passage, plain, share)

    def _without_comparable(self, figure: Figure, noun: str, passage: Passage) -> Finding:
        """The same digits with another unit, for the same thing, are a slip in the unit."""
        for found in passage.figures:
            if found.value == figure.value and self._likeness(noun, found, passage) >= _NOUN_FOUND:
                return _differing(Difference.UNIT, figure, found, passage)
        return Finding(State.ABSENT, stated=figure.text, kind="figure")

    def _likeness(self, noun: str, found: Figure, passage: Passage) -> float:
        """What share of the claim's words around its figure stand around this one."""
        local = _around(found, passage)
        share = cover(noun, (*runs_of(local), run_of(found.indicator)), (), self.glossary)
        return share.share

    def _compared(
        self,
        claim: Assertion,
        figure: Figure,
        found: Figure,
        noun: str,
        passage: Passage,
        plain: str,
        share: float,
    ) -> tuple[Finding, Figure | None, float]:
        span = (found.start, found.end)
        exact = self._exactness(claim, noun, found, plain)
        if exact < _ENOUGH_OF_INDICATOR:
            return Finding(State.ABSENT, stated=figure.text, kind="figure"), None, exact
        before = plain[max(claim.start, figure.start - 12) : figure.start]
        there = passage.task.plain[max(passage.clause.start, found.start - 12) : found.start]
        result = compare(figure, found, before, there)
        if not result.agrees:
            difference = result.difference or Difference.VALUE
            if self._year_state(figure, found, passage) is not State.SAME and difference is Difference.VALUE:
                return Finding(State.ABSENT, stated=figure.text, kind="figure"), None, exact
            return _differing(difference, figure, found, passage), found, exact
        if not self._years_agree(figure, found, passage):
            state = self._year_state(figure, found, passage)
            if state is State.DIFFERS:
                return _differing(Difference.YEAR, figure, found, passage), found, exact
            return Finding(State.ABSENT, stated=_years(figure.years), kind="year"), found, exact
        note = result.note
        if not figure.years and len(found.years) == 1 and not note:
            note = f"文件说的是{found.years[0]}年"
        return Finding(State.SAME, note=note, spans=(span,)), found, exact

    def _exactness(self, claim: Assertion, noun: str, found: Figure, plain: str) -> float:
        """What share of the passage's indicator the claim names: "企业17家" names too little of
        "100亿级企业17家"."""
        if meaning(found.indicator) < 2:
            return 1.0
        # a list cut at 、 shares its head: "主城区15分钟、乡村30分钟的政务服务圈"
        begin = max(plain.rfind(mark, claim.sentence[0], claim.start) for mark in "，；：") + 1
        stops = [at for mark in "，；：" if (at := plain.find(mark, claim.end, claim.sentence[1])) >= 0]
        begin, end = max(begin, claim.sentence[0]), min(stops, default=claim.sentence[1])
        said = "，".join((plain[begin:end], claim.topic, noun))
        return cover(found.indicator, runs_of(said), (), self.glossary).share

    def _years_agree(self, figure: Figure, found: Figure, passage: Passage) -> bool:
        return self._year_state(figure, found, passage) is State.SAME

    def _year_state(self, figure: Figure, found: Figure, passage: Passage) -> State:
        if not figure.years:
            return State.SAME
        said, written = set(figure.years), set(found.years)
        if said == written or not written:
            return State.SAME if written else State.ABSENT
        if not said & written:
            return State.DIFFERS
        # a period of several years that no year in the text narrows: only its end can be meant
        if len(written) > 1 and max(said) == max(written):
            return State.SAME
        return State.ABSENT

    # ------------------------------------------------------------------ years, outlook, words

    def _years(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """Years of a claim without a figure."""
        elements = claim.elements
        if elements.figures or elements.deadline or not elements.years:
            return
        said = set(elements.years)
        dated = {date.year for date in passage.dates if date.year}
        held = dated or set(passage.task.period)
        if said <= held | set(passage.task.period) and (said & held):
            yield Finding(State.SAME)
        else:
            yield Finding(
                State.DIFFERS,
                Difference.YEAR,
                _years(elements.years),
                _years(tuple(sorted(held))),
                kind="year",
            )

    def _aspect(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        aspect = claim.elements.aspect
        if not aspect or (aspect == "done") == passage.looks_back:
            return
        if aspect == "done" and not claim.elements.figures:
            return
        if any(word in passage.clause.plain for word in claim.elements.aspect_words):
            return  # "预计…提高至47%" is how the report of results itself says it
        said, written = ("已经完成", "目标") if aspect == "done" else ("目标", "已经完成的结果")
        yield Finding(State.DIFFERS, Difference.BOUND, said, written, kind="aspect")

    def _words(self, claim: Assertion, passage: Passage, plain: str) -> Cover:
        """The claim's own piece must stand in the clause, its lead anywhere in the task."""
        words = claim.elements.words
        core = words[claim.core - claim.start :]
        lead = words[: claim.core - claim.start]
        indicators = tuple(run_of(figure.indicator) for figure in passage.figures)
        own = cover(core, passage.runs + indicators, passage.surroundings, self.glossary)
        if not lead:
            return own
        led = cover(
            lead, passage.runs + indicators, passage.surroundings + passage.whole, self.glossary
        )
        return Cover(own.total + led.total, own.held + led.held, own.missing + led.missing)

    def _topic(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """A claim that says nothing of its own subject must stand in the task its sentence is of."""
        if not claim.topic or meaning(claim.elements.words) >= 2:
            return
        found = cover(
            claim.topic, passage.runs, passage.surroundings + passage.whole, self.glossary
        )
        if found.share < _TOPIC_FOUND:
            yield Finding(State.ABSENT, stated=claim.topic, kind="topic")


def _around(found: Figure, passage: Passage) -> str:
    """The words of the passage around one of its figures, up to the figures beside it."""
    figures = passage.figures
    place = next(at for at, figure in enumerate(figures) if figure.start == found.start)
    begin = figures[place - 1].end if place else passage.clause.start
    end = figures[place + 1].start if place + 1 < len(figures) else passage.clause.end
    text = passage.task.plain
    if place:  # up to the next comma the words belong to the figure before: "10个片区，启动24个…"
        comma = re.search(r"[，；、]", text[begin : found.start])
        begin += comma.start() if comma else 0
    left, right = text[begin : found.start], text[found.end : end]
    # what stands behind the figure belongs to it only up to the next comma
    right = re.split(r"[，；。]", right, maxsplit=1)[0]
    return left + "，" + right


def _differing(difference: Difference, said: Figure, found: Figure, passage: Passage) -> Finding:
    stated, written = said.text, found.text
    if difference is Difference.YEAR:
        stated, written = _years(said.years), _years(found.years)
    return Finding(
        State.DIFFERS,
        difference,
        stated,
        written,
        spans=((found.start, found.end),),
        kind="figure",
        figure=found,
    )


def _years(years: Sequence[int]) -> str:
    if not years:
        return ""
    if len(years) > 1:
        return f"{min(years)}—{max(years)}年"
    return f"{years[0]}年"


def _core_of(name: str) -> str:
    """A name without what a pattern may have caught before it: "推动“三年行动计划" → 三年行动计划."""
    quoted = name.rpartition("“")[2].strip("“”《》")
    return quoted.removesuffix("市") if len(quoted) > 2 else quoted


def _loosely(said: str, name: str) -> bool:
    return bool(name) and (said in name or name in said)


def _subject_of(passage: Passage) -> str:
    return passage.task.unit if passage.document.layout in _PLEDGES else passage.document.issuer


def _source_name(passage: Passage) -> str:
    return passage.task.locator


def documents_named(document: Document) -> str:
    return f"《{document.title}》"
