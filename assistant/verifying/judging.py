"""Comparing a claim with a passage, element by element.

Each element is found the same, found different, or not found. A claim is supported by a passage only
if every element is found the same and every word is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.models import Difference
from assistant.understanding.entities import EntityIndex
from assistant.verifying.alignment import PLEDGES, Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.covering import Cover
from assistant.verifying.deadlines import judge_deadline, judge_side_of_date
from assistant.verifying.deed_kinds import deeds_in
from assistant.verifying.duties import judge_phone, judge_roles, judge_subjects
from assistant.verifying.figure_judging import FigureJudge
from assistant.verifying.figure_years import named_years, years_beside
from assistant.verifying.findings import Finding, State
from assistant.verifying.governing import judge_governing
from assistant.verifying.issue_dates import judge_issue_date
from assistant.verifying.judgements import Judgement
from assistant.verifying.levels import judge_levels, judge_levels_beside
from assistant.verifying.omitting import judge_omitted
from assistant.verifying.ranks import judge_ranks
from assistant.verifying.reordering import (
    judge_counted,
    judge_order,
    judge_places_changed,
)
from assistant.verifying.replacing import judge_replaced
from assistant.verifying.residue import Residue
from assistant.verifying.runs import BLANK, run_of
from assistant.verifying.softening import Glossary
from assistant.verifying.stages import judge_stages
from assistant.verifying.stances import judge_denial, judge_stance
from assistant.verifying.standing import Standing
from assistant.verifying.steps import judge_steps
from assistant.verifying.substituting import judge_substitutes
from assistant.verifying.titles import judge_titles
from assistant.verifying.word_alignment import Cut, WordAligner
from assistant.verifying.word_judging import WordJudge, without_levels
from corpus.bodies import BodyNames
from corpus.models import Corpus

_YEAR_END = 12
_SINCE = re.compile(BLANK + "(?:起|开始)")
""" "2023年起": from the first year of a task on."""


class Judge:
    """Compares claims with passages of one corpus."""

    def __init__(
        self, entities: EntityIndex, bodies: BodyNames, glossary: Glossary, cut: Cut
    ) -> None:
        self.aligner = WordAligner(cut, entities.home)
        self.entities = entities
        self.bodies = bodies
        self.glossary = glossary
        self.figures = FigureJudge(glossary)
        self.standing = Standing(entities)
        self.words = WordJudge(glossary)
        self.residue = Residue(glossary, _indicators(entities.corpus))
        documents = entities.corpus.documents_by_id
        self.pledging = frozenset(
            task.unit
            for task in entities.corpus.tasks
            if documents[task.document_id].layout in PLEDGES
        )

    def judge(self, claim: Assertion, passage: Passage, similarity: float, plain: str) -> Judgement:
        """Everything ``passage`` says about ``claim``; ``plain`` is the text the claim stands in."""
        findings: list[Finding] = []
        findings += self.standing.sources(claim, passage, plain)
        findings += judge_issue_date(claim.elements.issued, passage.document)
        findings += self.standing.places(claim, passage)
        findings += judge_subjects(claim.elements, passage, self.bodies, self.pledging)
        findings += judge_roles(claim.elements, passage, self.bodies)
        findings += judge_phone(claim.elements, passage, plain)
        findings += self.standing.reference(claim, passage)
        findings += judge_ranks(claim.elements.ranks, passage.clause.plain, plain)
        figures = self.figures.judge(claim, passage, plain)
        findings += figures.findings
        findings += judge_levels(claim.elements.words, passage)
        findings += judge_levels_beside(figures.pairs, plain, passage)
        if any(finding.kind == "level" for finding in findings):
            findings = [f for f in findings if f.kind != "group"]  # it is of another level, as said
        findings += judge_stance(claim, passage, figures.pairs)
        findings += judge_denial(claim, passage)
        findings += judge_stages(claim, passage)
        findings += judge_deadline(claim.elements, passage, plain)
        findings += judge_side_of_date(plain[claim.start : claim.end], passage)
        findings += judge_titles(claim, passage, plain)
        findings += self._years(claim, passage)
        findings += self._aspect(claim, passage)
        words = self.words.of_claim(claim, passage, plain, figures.pairs)
        words = without_levels(words, findings)
        findings += self.words.of_another_figure(claim, passage, plain, figures.pairs)
        findings += self.words.topic(claim, passage)
        findings += _of_document_itself(claim, words)
        words = self.residue.dropped(claim, plain, passage, figures.pairs, words, findings)
        judgement = Judgement(
            claim,
            passage,
            _by_deadline(claim, findings),
            words,
            similarity,
            figures.exactness,
            figures.pairs,
        )
        return self._of_wording(judgement, plain)

    def _of_wording(self, judgement: Judgement, plain: str) -> Judgement:
        """The judgement with what the words come to where word by word they stand there: perhaps with
        another deed, or another thing. A word that is missing may be that deed."""
        claim, passage, words = judgement.claim, judgement.passage, judgement.words
        said = deeds_in(claim.elements.words)
        missing = (claim.elements.words.find(word) for word in words.missing)
        deeds = all(any(deed.start <= at < deed.end for deed in said) for at in missing)
        if judgement.differing or judgement.absent or not deeds:
            return judgement
        more = [*judge_governing(claim, passage)]
        if not words.missing:
            more += judge_substitutes(claim, passage, self.glossary)
            more += self._word_by_word(claim, passage, plain)
        told = [finding for finding in more if finding.state is State.DIFFERS]
        if any(word not in finding.stated for word in words.missing for finding in told):
            return judgement
        if told:
            words = Cover(words.total, words.total, ())
        findings = (*judgement.findings, *(told or more))
        return replace(judgement, findings=findings, words=words)

    def _word_by_word(self, claim: Assertion, passage: Passage, plain: str) -> Iterable[Finding]:
        aligned = self.aligner.align(claim, passage, plain)
        yield from judge_places_changed(aligned)
        yield from judge_steps(aligned.text, passage.clause.plain)
        yield from judge_order(aligned)
        yield from judge_counted(aligned)
        yield from judge_omitted(aligned)
        yield from judge_replaced(aligned, passage, self.glossary)

    # ------------------------------------------------------------------ years, outlook, words

    def _years(self, claim: Assertion, passage: Passage) -> Iterable[Finding]:
        """Years of a claim without a figure."""
        elements = claim.elements
        for year in elements.compared_years:
            since = _SINCE.search(elements.words) and year in passage.task.period
            if since or f"{year}" in passage.clause.plain:
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
        if len(dated) > 1 and len(said) == 1:
            held = years_beside(claim.elements.words, passage) or held
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


_LEAST_TOLD = 4
"""Characters that a claim must state of a document to be something that stands in it."""


def _of_document_itself(claim: Assertion, words: Cover) -> Iterable[Finding]:
    """What happened to a document ("5号文已经废止"): a word of it may stand in any of its clauses."""
    said = claim.elements
    more = any(
        (said.figures, said.roles, said.deadline, said.reference, said.ranks, said.subjects)
    ) or any((said.places, said.issued, said.phone, claim.topic))
    if (said.sources or said.numbered) and not more and words.total < _LEAST_TOLD:
        yield Finding(State.ABSENT, stated="文件本身的情况", kind="document")


_LONG = 4
"""Characters from which on an indicator names one thing only."""


def _indicators(corpus: Corpus) -> frozenset[str]:
    return frozenset(
        run_of(figure.indicator).text
        for task in corpus.tasks
        for figure in task.figures
        if len(figure.indicator) >= _LONG
    )
