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
from assistant.verifying.amounts import same_value
from assistant.verifying.assertions import Assertion
from assistant.verifying.beside_figures import around
from assistant.verifying.covering import Cover, cover, topical
from assistant.verifying.deadlines import judge_deadline
from assistant.verifying.duties import judge_phone, judge_roles, judge_subjects
from assistant.verifying.ellipsis import in_field_of_lead, in_title, without_amount_word
from assistant.verifying.figure_judging import FigureJudge
from assistant.verifying.figure_years import named_years
from assistant.verifying.findings import Finding, State
from assistant.verifying.levels import judge_levels
from assistant.verifying.ranks import judge_ranks
from assistant.verifying.runs import run_of, runs_of
from assistant.verifying.softening import Glossary
from assistant.verifying.stances import judge_denial, judge_stance
from assistant.verifying.wording import ADJUNCTS, LEVELS, NEGATION, is_headline
from corpus.bodies import BodyNames
from corpus.models import Figure, Layout

_PLEDGES = (Layout.SPACED_PLEDGE_TABLE, Layout.TABBED_PLEDGE_TABLE)
_LEADS_ON = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}(?:支持|推动|推进|指导|鼓励|引导|在|以|依托|围绕|加快|做好|发挥))?(?:[\u4e00-\u9fff]{2,3}、)*"
)
"""What may stand before a place that the whole of a sentence is about."""
_TOPIC_FOUND = 0.6
_YEAR_END = 12
_TWO = 2
_NOUN = 2
_NAMED_WHOLE = 0.99
_LONG_NAME = 8
"""Characters from which on a document's name in a clause is what the clause speaks of."""
_LONGEST_HEADLINE = 20
_FIELD_NAME = 2
_FIELD = re.compile(r"(?:在|就)?(?P<field>[\u4e00-\u9fff]{2,8})(?:上|方面|领域|工作中)[，　 ]*")


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
            over = [span for span in kept if span[0] < end and start < span[1]]
            kept = [span for span in kept if span not in over]
            kept.append((min([start, *(a for a, _ in over)]), max([end, *(b for _, b in over)])))
        return tuple(Evidence(task, start, end) for start, end in kept)


class Judge:
    """Compares claims with passages of one corpus."""

    def __init__(self, entities: EntityIndex, bodies: BodyNames, glossary: Glossary) -> None:
        self.entities = entities
        self.bodies = bodies
        self.glossary = glossary
        self.figures = FigureJudge(glossary)
        documents = entities.corpus.documents_by_id
        self.pledging = frozenset(
            task.unit
            for task in entities.corpus.tasks
            if documents[task.document_id].layout in _PLEDGES
        )

    def judge(self, claim: Assertion, passage: Passage, similarity: float, plain: str) -> Judgement:
        """Everything ``passage`` says about ``claim``; ``plain`` is the text the claim stands in."""
        findings: list[Finding] = []
        findings += self._sources(claim, passage, plain)
        findings += self._places(claim, passage)
        findings += judge_subjects(claim.elements, passage, self.bodies, self.pledging)
        findings += judge_roles(claim.elements, passage, self.bodies)
        findings += judge_phone(claim.elements, passage, plain)
        findings += self._reference(claim, passage)
        findings += judge_ranks(claim.elements.ranks, passage.clause.plain, plain)
        figures = self.figures.judge(claim, passage, plain)
        findings += figures.findings
        findings += judge_levels(claim.elements.words, passage)
        if any(finding.kind == "level" for finding in findings):
            findings = [f for f in findings if f.kind != "group"]  # it is of another level, as said
        findings += judge_stance(claim, passage, figures.pairs)
        findings += judge_denial(claim, passage)
        findings += judge_deadline(claim.elements, passage, plain)
        findings += self._years(claim, passage)
        findings += self._aspect(claim, passage)
        words = self._words(claim, passage, plain, figures.pairs)
        words = _without_levels(words, findings)
        findings += self._of_another_figure(claim, passage, figures.pairs)
        findings += self._topic(claim, passage)
        return Judgement(
            claim,
            passage,
            _by_deadline(claim, findings),
            words,
            similarity,
            figures.exactness,
            figures.pairs,
        )

    # ------------------------------------------------------------------ where it is said to stand

    def _sources(self, claim: Assertion, passage: Passage, plain: str) -> Iterable[Finding]:
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
            short = place.value.removesuffix("市")
            if place.value == city or (short in text and not _named_apart(short, claim, passage)):
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
            scope = claim.elements.scope
            wide = claim.elements.whole_province and "全省" not in text
            if (wide and self.entities.home not in text) or (scope and scope != city):
                yield Finding(
                    State.DIFFERS, Difference.SUBJECT, scope or "全省", city, kind="place"
                )
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

    # ------------------------------------------------------------------ years, outlook, words

    def _years(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """Years of a claim without a figure."""
        elements = claim.elements
        for year in elements.compared_years:
            if f"{year}" in passage.clause.plain:
                yield Finding(State.SAME)
                continue
            others = re.findall(r"(?:较|比|自)((?:19|20)[0-9]{2})年", passage.clause.plain)
            state = State.DIFFERS if others else State.ABSENT
            found = f"{others[0]}年" if others else ""
            yield Finding(state, Difference.YEAR, f"{year}年", found, kind="year")
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
                named_years(elements.years),
                named_years(tuple(sorted(held))),
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

    def _words(
        self,
        claim: Assertion,
        passage: Passage,
        plain: str,
        pairs: Sequence[tuple[Figure, Figure]],
    ) -> Cover:
        """The claim's own piece must stand in the clause, its lead anywhere in the task."""
        words = claim.elements.words
        core = words[claim.core - claim.start :]
        lead = words[: claim.core - claim.start]
        indicators = tuple(run_of(figure.indicator) for figure in passage.figures)
        own = cover(core, passage.runs + indicators, passage.surroundings, self.glossary)
        titled = [w for w in own.missing if in_title(w, passage) or in_field_of_lead(w, passage)]
        if titled:
            kept = tuple(word for word in own.missing if word not in titled)
            own = Cover(own.total, own.held + sum(map(len, titled)), kept)
        own = _without_count_of_years(own, passage)
        if not lead:
            return own
        led = cover(
            lead, passage.runs + indicators, passage.surroundings + passage.whole, self.glossary
        )
        led = _without_count_of_years(led, passage)
        if led.missing and self._only_announces(claim, plain, core, lead, pairs, passage):
            return own
        return Cover(own.total + led.total, own.held + led.held, own.missing + led.missing)

    def _of_another_figure(
        self, claim: Assertion, passage: Passage, pairs: Sequence[tuple[Figure, Figure]]
    ) -> Iterable[Finding]:
        """Words that in the passage belong to another figure than the one the claim gives: of "经济占比
        48%，经济核心产业规模6000亿元" the share is not that of the 核心产业."""
        found = [figure for _, figure in pairs]
        if not found or any(topical(figure.indicator) < _NOUN for figure in found):
            return
        beside = "，".join(around(figure, passage) + "，" + figure.indicator for figure in found)
        core = claim.elements.words[claim.core - claim.start :]
        others = [run_of(f.indicator).text for f in passage.figures if f not in found]
        lost = cover(core, runs_of(beside), passage.surroundings, self.glossary).missing
        for word in lost:
            stating = len(word) >= _NOUN and word not in ADJUNCTS
            if stating and any(word in other for other in others):
                yield Finding(State.ABSENT, stated=word, kind="indicator")
                return

    def _only_announces(
        self,
        claim: Assertion,
        plain: str,
        core: str,
        lead: str,
        pairs: Sequence[tuple[Figure, Figure]],
        passage: Passage,
    ) -> bool:
        """Whether what leads to a claim that is whole without it is a headline ("路网再升级：…"), or
        opens a field that the task is of ("乡村建设上，…")."""
        if NEGATION.search(re.sub(r"不[小少断俗凡错]", "", lead)) or LEVELS.search(lead):
            return False
        whole = bool(pairs) and all(
            cover(without_amount_word(found.indicator), runs_of(core), (), self.glossary).share
            >= _NAMED_WHOLE
            for _, found in pairs
        )
        if not whole:
            return False
        said = plain[claim.start : claim.core]
        runs = passage.surroundings + passage.whole
        opened = _FIELD.match(said)
        if opened is not None and any(opened["field"][:_FIELD_NAME] in run.text for run in runs):
            rest = opened["field"][_FIELD_NAME:] + "，" + lead[opened.end() :]
            if not cover(rest, passage.runs, runs, self.glossary).missing:
                return True
        headline, colon, behind = said.partition("：")
        if colon:
            words = behind and lead[len(headline) + 1 :]
            held = not cover(words, passage.runs, runs, self.glossary).missing
            return held and is_headline(headline) and len(headline) <= _LONGEST_HEADLINE
        return False

    def _topic(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """A claim that says nothing of its own subject must stand in the task its sentence is of."""
        if not claim.topic or topical(claim.elements.words) >= 2:
            return
        found = cover(
            claim.topic, passage.runs, passage.surroundings + passage.whole, self.glossary
        )
        if found.share < _TOPIC_FOUND:
            yield Finding(State.ABSENT, stated=claim.topic, kind="topic")


def _without_levels(words: Cover, findings: Sequence[Finding]) -> Cover:
    """The words without those of a level that is known to differ."""
    levels = "".join(f.stated for f in findings if f.kind == "level")
    kept = tuple(word for word in words.missing if word not in levels)
    return (
        words
        if len(kept) == len(words.missing)
        else Cover(words.total, words.total - sum(map(len, kept)), kept)
    )


def _without_count_of_years(words: Cover, passage: Passage) -> Cover:
    """The words without 两年 for what the passage dates 2024—2025."""
    if not any(len(figure.years) == _TWO for figure in passage.figures):
        return words
    kept = tuple(word for word in words.missing if word not in ("两", "两年"))
    return Cover(words.total, words.total - sum(map(len, kept)), kept)


def _by_deadline(claim: Assertion, findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings, with a year that only the deadline says counted once: it differs with another
    deadline, and where the passage names none with the figure ("到2024年底达到…" for "2025年达到…")."""
    deadline = claim.elements.deadline
    if deadline is None or claim.elements.years != (deadline.year,):
        return tuple(findings)
    years = [f for f in findings if f.kind == "figure" and f.difference is Difference.YEAR]
    dues = [f for f in findings if f.kind == "deadline" and f.state is not State.SAME]
    if any(due.state is State.DIFFERS for due in dues):
        return tuple(f for f in findings if f not in years)
    if years and deadline.month in (None, _YEAR_END):
        return tuple(f for f in findings if f not in dues)
    return tuple(findings)


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
    return passage.task.unit if passage.document.layout in _PLEDGES else passage.document.issuer


def _source_name(passage: Passage) -> str:
    return passage.task.locator
