"""Tracing what a statement says in words of its own to the passages cited beside it.

A statement whose sentences all stand in its passages character by character needs no more. Of any
other, every figure with unit, bound and year, every date, name, role, body and title is compared
with the cited passages alone, by the same comparison that checks a pasted text, and every word that
states something must stand there too. What is right elsewhere in the corpus does not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from assistant.statements import Evidence, Statement
from assistant.tracing.dating import undated
from assistant.tracing.duties import misattributed
from assistant.tracing.faults import Fault
from assistant.tracing.figures import exchanged, inexact
from assistant.tracing.guarding import unguarded
from assistant.tracing.words import (
    PIECE,
    SENTENCE,
    YEAR,
    bare_words,
    piecewise,
    sentences,
    stands_in,
    turned,
    unreadable,
)
from assistant.verifying.alignment import Passage, PassageIndex
from assistant.verifying.assertions import Assertion
from assistant.verifying.claims import split_claims
from assistant.verifying.covering import Cover, cover
from assistant.verifying.element_reading import ElementReader
from assistant.verifying.findings import Finding
from assistant.verifying.judgements import Judgement
from assistant.verifying.judging import Judge
from assistant.verifying.wording import QUESTION
from corpus.script import plain_form

_MARK_UP = re.compile(r"[*`_#]+")


class Tracer:
    """Compares statements with the passages they cite, in one corpus."""

    def __init__(self, passages: PassageIndex, reader: ElementReader, judge: Judge) -> None:
        self._reader = reader
        self._judge = judge
        self._by_task: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages.passages:
            self._by_task[passage.task.id].append(passage)

    def fault(self, statement: Statement, labels: Sequence[str] = ()) -> Fault | None:
        """What of ``statement`` its passages do not hold, or None. ``labels`` are the program's own
        names for where the passages stand; a statement may begin with them."""
        text = plain_form(_MARK_UP.sub("", statement.text)).strip()
        text = bare_words(text, labels, [evidence.role for evidence in statement.evidence])
        quoted = [evidence.plain for evidence in statement.evidence]
        printed = " ".join(evidence.quote for evidence in statement.evidence)
        if fault := unreadable(statement.text, " ".join((printed, *quoted, *labels))):
            return fault
        if fault := misattributed(plain_form(statement.text), statement.evidence):
            return fault
        if fault := undated(text, statement.evidence):
            return fault
        if all(any(stands_in(s, quote) for quote in quoted) for s in sentences(text)):
            return None
        cited = self._cited(statement.evidence)
        return (
            turned(text, " ".join((*quoted, *labels)))
            or piecewise(text, quoted)
            or unguarded(text, quoted, all(passage.looks_back for passage in cited))
            or self._of_claims(text, cited, statement)
        )

    def _cited(self, evidence: Iterable[Evidence]) -> list[Passage]:
        """The passages a statement cites; for words outside of all clauses those of the task."""
        found: list[Passage] = []
        for one in evidence:
            own = self._by_task[one.task.id]
            inside = [p for p in own if p.clause.start < one.end and one.start < p.clause.end]
            found += [p for p in inside or own if p not in found]
        return found

    # ------------------------------------------------------------------ claims and the rest

    def _of_claims(self, text: str, cited: Sequence[Passage], statement: Statement) -> Fault | None:
        # One sentence, so that a year said first governs all that follows.
        joined = SENTENCE.sub("，", text).strip("，")
        periods = {passage.task.period for passage in cited}
        period = periods.pop() if len(periods) == 1 else ()
        split = split_claims(joined, self._reader, period[0] if len(period) == 1 else None)
        for claim in split.claims:
            if fault := self._of_claim(claim, cited, split.plain):
                return fault
        return _of_rest(split.plain, split.claims, split.passed_over, cited)

    def _of_claim(self, claim: Assertion, cited: Sequence[Passage], plain: str) -> Fault | None:
        judgements = [self._judge.judge(claim, passage, 0.0, plain) for passage in cited]
        faults = [inexact(j) or exchanged(j, plain) for j in judgements if j.supported]
        if None in faults:
            return None
        if faults:
            return faults[0]
        best = max(judgements, key=_nearness, default=None)
        if best is None:
            return Fault("没有引用任何任务")
        return _explained(best, plain)


def _explained(judgement: Judgement, plain: str) -> Fault:
    """Why the nearest passage does not carry a claim."""
    claim = judgement.claim
    differing = judgement.differing
    if differing:
        return _differing(differing, judgement, plain)
    if judgement.absent:
        return Fault(f"引文中没有“{judgement.absent[0].stated or plain[claim.start : claim.end]}”")
    if judgement.words.missing:
        return Fault(f"引文中没有“{judgement.words.missing[0]}”")
    return inexact(judgement) or Fault(f"引文不支持“{plain[claim.start : claim.end]}”")


def _differing(differing: Sequence[Finding], judgement: Judgement, plain: str) -> Fault:
    first = differing[0]
    why = f"写的是“{first.stated}”，引文是“{first.found}”"
    alone = len(differing) == 1 and not judgement.absent and not judgement.words.missing
    if not alone or first.figure is None:
        return Fault(why)
    said = next((one for one, other in judgement.pairs if other == first.figure), None)
    if said is None or set(said.years) - set(first.figure.years):
        return Fault(why)
    return Fault(why, plain[said.start : said.end], first.figure.text)


def _nearness(judgement: Judgement) -> tuple[int, int, float, float]:
    return (
        -len(judgement.absent) - len(judgement.words.missing),
        -len(judgement.differing),
        judgement.words.share,
        judgement.exactness,
    )


def _of_rest(
    plain: str, claims: Sequence[Assertion], passed_over: Sequence[str], cited: Sequence[Passage]
) -> Fault | None:
    """What states nothing to compare must still be said in the cited passages."""
    for piece in PIECE.split(plain):
        if len(piece) >= 3 and QUESTION.match(piece):
            return Fault(f"引文中没有“{piece}”")
    for rest in passed_over:
        if found := _covered(rest, cited).missing:
            return Fault(f"引文中没有“{found[0]}”")
        held = {year for passage in cited for year in _years_of(passage)}
        for year in YEAR.findall(rest):
            if int(year) not in held:
                return Fault(f"引文中没有“{year}年”")
    return None


def _covered(text: str, cited: Sequence[Passage]) -> Cover:
    runs = [run for passage in cited for run in passage.runs]
    wide = [run for passage in cited for run in passage.surroundings]
    return cover(YEAR.sub("", text), runs, wide)


def _years_of(passage: Passage) -> set[int]:
    years = {date.year for date in passage.dates if date.year} | set(passage.task.period)
    return years | {year for figure in passage.figures for year in figure.years}
