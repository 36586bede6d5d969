"""From a pasted text to a verdict for each of its claims: the ordered list of steps. Start here.

    split → read elements → find passages → judge each → decide → explain and cite

A claim is supported only by a passage that holds every element of it; contradicted only by one that
is about the same thing and says a definite other. All else is not found.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.citing import Citer
from assistant.models import Citation, Claim, Verdict, Verification
from assistant.statements import Evidence
from assistant.understanding.entities import EntityIndex
from assistant.verifying.alignment import PassageIndex
from assistant.verifying.assertions import Assertion
from assistant.verifying.carrying import without_carried_place
from assistant.verifying.claims import MOST_CLAIMS, Split, split_claims
from assistant.verifying.computing import Computing
from assistant.verifying.contrasting import decide_by_contrast
from assistant.verifying.dates_said import year_of_text
from assistant.verifying.deciding import decide
from assistant.verifying.decisions import Decision
from assistant.verifying.deeds import decide_deeds
from assistant.verifying.distorting import decide_by_distortion
from assistant.verifying.element_reading import ElementReader
from assistant.verifying.english import Reading, english_sentences, readings
from assistant.verifying.exchanging import not_exchanged, not_of_another_city, not_of_other_places
from assistant.verifying.explaining import explain, found_words, in_english, stated_words
from assistant.verifying.in_sentence import (
    beside_own_basis,
    not_against_a_part,
    of_a_known_subject,
    of_own_subject,
    within_tasks_told,
    within_years,
)
from assistant.verifying.judging import Judge
from assistant.verifying.leading import Leading
from assistant.verifying.overview import overall, verification_of
from assistant.verifying.partnering import decide_by_partner
from assistant.verifying.quoting import judge_quotation
from assistant.verifying.softening import Glossary
from assistant.verifying.substituting import only_told_otherwise
from assistant.verifying.tails import without_tail
from assistant.verifying.word_alignment import Cut
from assistant.verifying.worded import held_in_full
from corpus.bodies import BodyNames
from corpus.divisions import places_of
from corpus.models import Corpus
from corpus.script import plain_form
from index.lexicon import load_english
from index.retrieval import Retriever

Progress = Callable[[int, int], None]
"""Called with the number of claims judged and of all."""

_JUDGED = 24
"""Passages compared with one claim; in no case at hand is the right one further down."""
_SPOKEN_OF, _TAKEN_OVER = 0.4, 0.55
"""How like a sentence of the documents one must be that speaks of the same, and that claims to say what
stands there."""
_ORDER = {Verdict.SUPPORTED: 0, Verdict.CONTRADICTED: 1, Verdict.NOT_FOUND: 2}
"""Of several readings of one English sentence the one that says most counts."""


class Verifier:
    """Checks texts against one corpus; the same text and index give the same verification."""

    def __init__(
        self,
        corpus: Corpus,
        retriever: Retriever,
        entities: EntityIndex,
        bodies: BodyNames,
        citer: Citer,
        cut: Cut,
        index_version: str,
    ) -> None:
        self.corpus = corpus
        self.years = frozenset(year for document in corpus.documents for year in document.period)
        self.retriever = retriever
        self.citer = citer
        self.index_version = index_version
        self.entities = entities
        self.reader = ElementReader(entities, bodies)
        self.passages = PassageIndex(corpus)
        self.leading = Leading(self.passages, bodies)
        glossary = Glossary.general()
        self.judge = Judge(entities, bodies, glossary, cut)
        self.computing = Computing(glossary)
        self.translator = load_english()

    def verify(
        self, text: str, reference_date: date | None = None, progress: Progress | None = None
    ) -> Verification:
        """The verdict for every claim of ``text``. 今年 counts from ``reference_date``, else from
        the date the text itself names, else it stays open and is said to be."""
        started = time.perf_counter()
        base = reference_date.year if reference_date else year_of_text(text)
        english = english_sentences(plain_form(text))
        split = split_claims(_without(text, english), self.reader, base)
        english = english[: max(0, MOST_CLAIMS - len(split.claims))]
        read = time.perf_counter()
        claims: list[Claim] = []
        for decision in self._decisions(split):
            claims.append(self._claim(decision, split.plain, text))
            if progress is not None:
                progress(len(claims), len(split.claims) + len(english))
        told = list(self._aside(split))
        claims += [self._claim(decision, split.plain, text) for decision, _ in told]
        heard = {sentence for _, sentence in told}
        background = tuple(one for one in split.passed_over if one not in heard)
        split = replace(split, passed_over=background)
        for start, end in english:
            claims.append(self._english_claim(text, start, end, base))
            if progress is not None:
                progress(len(claims), len(split.claims) + len(english))
        claims.sort(key=lambda claim: claim.start)
        judged = time.perf_counter()
        return verification_of(
            text, reference_date, split, claims, self.index_version, (started, read, judged)
        )

    def decisions(self, text: str) -> list[Decision]:
        """The decision on each claim of a short Chinese text, for callers that word it themselves."""
        return list(self._decisions(split_claims(text, self.reader, year_of_text(text))))

    def _decisions(self, split: Split) -> Iterator[Decision]:
        """The decision on each claim, in order."""
        before: list[Decision] = []
        for assertion in split.claims:
            before = [d for d in before if d.claim.context == assertion.context]
            decision = self._decide(assertion, split.plain, before)
            again = partial(self._decided_in, split, assertion)
            decision = decide_by_contrast(decision, split.plain, again)
            decision = decide_by_distortion(decision, split.plain)
            decision = decide_by_partner(decision, split.plain, again)
            before.append(self.leading.decide(decision, split.plain, again))
            yield before[-1]

    def _aside(self, split: Split) -> Iterator[tuple[Decision, str]]:
        """What is told by words alone beside other claims, where the documents have a sentence like it; the
        rest is background. Each with the sentence it is told in."""
        for claim, sentence in split.aside:
            likeness = self.passages.scores(split.plain[claim.start : claim.end]).max(initial=0.0)
            if likeness < _SPOKEN_OF:
                continue
            decision = decide_by_distortion(self._decide(claim, split.plain, ()), split.plain)
            if decision.verdict is not Verdict.NOT_FOUND or likeness >= _TAKEN_OVER:
                yield decision, sentence

    def _decided_in(self, split: Split, assertion: Assertion, text: str) -> Decision | None:
        """The decision on the same claim in ``text``, which is that of ``split`` but for a word."""
        other = split_claims(text, self.reader, split.base_year)
        if len(other.claims) != len(split.claims):
            return None
        claim = other.claims[split.claims.index(assertion)]
        before: list[Decision] = []
        for one in other.claims:
            if one is claim:
                return self._decide(one, other.plain, before)
            if one.context == claim.context:
                before.append(self._decide(one, other.plain, before))
        return None

    def _english_claim(self, text: str, start: int, end: int, base: int | None) -> Claim:
        """An English sentence by what it says in Chinese. Where a word of it is not known, it is
        neither supported nor contradicted."""
        best: Claim | None = None
        reading = Reading("", ())
        for reading in readings(text[start:end], self.translator):
            split = split_claims(reading.text, self.reader, base)
            judged = [self._claim(d, split.plain, reading.text) for d in self._decisions(split)]
            verdict = overall(claim.verdict for claim in judged)
            claim = next((one for one in judged if one.verdict is verdict), None)
            if claim is not None and (best is None or _ORDER[verdict] < _ORDER[best.verdict]):
                best = claim
        return in_english(best, reading, text, start, end)

    def _decide(self, assertion: Assertion, plain: str, before: Sequence[Decision]) -> Decision:
        """``before`` are the decisions on the earlier claims of the same sentence."""
        if assertion.literal:
            decision = judge_quotation(assertion, plain, self.passages)
            if decision is not None:
                return decision
        decision = self._among_tasks_before(assertion, plain, before)
        if decision is None:
            preferred = tuple(dict.fromkeys(t for d in reversed(before) for t in d.tasks[:1]))
            candidates = self.leading.of_whole_plan(assertion)
            if candidates is None:
                candidates = self.passages.candidates(assertion, preferred, _JUDGED)
            judged = [self.judge.judge(assertion, p, s, plain) for p, s in candidates]
            judged = without_carried_place(judged, before, plain)
            decision = of_own_subject(decide(assertion, judged), before)
            decision = not_of_another_city(decision, judged, plain, places_of(self.reader.home))
            beside = beside_own_basis(decision, judged, before)
            if beside is not decision:
                return beside
        if decision.verdict is Verdict.SUPPORTED and decision.basis is not None:
            passage = decision.basis.passage
            if self.computing.sums.counts_apart(assertion, plain, passage):
                decision = Decision(assertion, Verdict.NOT_FOUND, decision.basis)
        if decision.verdict is not Verdict.SUPPORTED:
            told = self._computed(assertion, plain, before)
            if told is None and not only_told_otherwise(decision):
                told = self._of_deeds(assertion, plain)
            decision = told or not_against_a_part(decision, plain)
            if decision.verdict is Verdict.NOT_FOUND:
                decision = self._without_tail(assertion, plain) or decision
        decision = within_tasks_told(of_a_known_subject(decision, before), before)
        decision = within_years(decision, self.years)
        cities = places_of(self.reader.home)
        decision = not_of_other_places(not_exchanged(decision, plain, cities), plain, cities)
        decision = held_in_full(decision, plain)
        return decision.not_literal() if assertion.literal else decision

    def _computed(
        self, assertion: Assertion, plain: str, before: Sequence[Decision]
    ) -> Decision | None:
        """A figure that the text itself computed, against the figures it comes from."""
        earlier = tuple(dict.fromkeys(t for d in reversed(before) for t in d.tasks))
        near = self.passages.of_tasks(earlier)
        near += [p for p, _ in self.passages.candidates(assertion, earlier, _JUDGED)]
        passages = list({passage.place: passage for passage in near}.values())
        return self.computing.decide(
            assertion, plain, before, passages, lambda c, p: self.judge.judge(c, p, 0.0, plain)
        )

    def _without_tail(self, assertion: Assertion, plain: str) -> Decision | None:
        """The decision on a claim by its figures alone, where these are contradicted."""
        shorter = without_tail(assertion, plain)
        if shorter is None:
            return None
        candidates = self.passages.candidates(shorter, (), _JUDGED)
        judged = [self.judge.judge(shorter, p, s, plain) for p, s in candidates]
        decision = not_against_a_part(decide(shorter, judged), plain)
        if decision.verdict is not Verdict.CONTRADICTED or decision.basis is None:
            return None
        if not decision.basis.pairs or decision.basis.words.missing:
            return None
        return replace(decision, claim=assertion)

    def _of_deeds(self, assertion: Assertion, plain: str) -> Decision | None:
        """A claim of several deeds, which one task tells in several sentences."""
        return decide_deeds(
            assertion,
            lambda one: [p for p, _ in self.passages.candidates(one, (), _JUDGED)],
            self.passages.of_tasks,
            lambda one, passage: self.judge.judge(one, passage, 0.0, plain),
        )

    def _among_tasks_before(
        self, assertion: Assertion, plain: str, before: Sequence[Decision]
    ) -> Decision | None:
        """A claim that says only who, or by when, must stand in the tasks its sentence is about."""
        held = [set(d.tasks) for d in before if d.tasks]
        if assertion.dependent and before and not held and not assertion.elements.figures:
            return Decision(assertion, Verdict.NOT_FOUND, before[-1].basis)
        if not assertion.dependent or not held:
            return None
        allowed = set.intersection(*held) or held[-1]
        ordered = [task_id for d in reversed(before) for task_id in d.tasks if task_id in allowed]
        passages = self.passages.of_tasks(dict.fromkeys(ordered))
        bases = [d.basis.passage.place for d in before if d.basis is not None]
        judged = [self.judge.judge(assertion, p, 1.0 + (p.place in bases), plain) for p in passages]
        decision = decide(assertion, judged)
        elsewhere = assertion.elements.figures and decision.verdict is not Verdict.SUPPORTED
        return None if elsewhere else decision

    def _claim(self, decision: Decision, plain: str, text: str) -> Claim:
        assertion = decision.claim
        evidence = decision.evidence or tuple(self._nearest(assertion, plain))
        start, end = assertion.shown or (assertion.start, assertion.end)
        return Claim(
            text=text[start:end],
            start=start,
            end=end,
            verdict=decision.verdict,
            difference=decision.difference,
            stated=stated_words(decision),
            found=found_words(decision),
            explanation=explain(decision, self.entities, evidence),
            citations=self._citations(evidence),
        )

    def _citations(self, evidence: Iterable[Evidence]) -> tuple[Citation, ...]:
        return tuple(
            self.citer.citation(number, one) for number, one in enumerate(evidence, start=1)
        )

    def _nearest(self, assertion: Assertion, plain: str) -> Iterable[Evidence]:
        """The passage that shares most words with a claim, else the nearest in meaning."""
        words = plain[assertion.start : assertion.end]
        passage = self.passages.nearest(words)
        if passage is not None:
            yield Evidence(passage.task, passage.clause.start, passage.clause.end)
            return
        for hit in self.retriever.retrieve(words, 1):
            task = self.corpus.tasks_by_id[hit.task_id]
            clause = next((c for c in task.clauses if c.id == hit.clause_id), None)
            if clause is not None:
                yield Evidence(task, clause.start, clause.end)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with blanks for some parts of it."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
