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
from dataclasses import dataclass

from assistant.statements import Evidence, Statement
from assistant.verifying.alignment import Passage, PassageIndex
from assistant.verifying.amounts import same_value
from assistant.verifying.claims import Assertion, split_claims
from assistant.verifying.covering import Cover, cover
from assistant.verifying.elements import ElementReader
from assistant.verifying.findings import Finding
from assistant.verifying.judging import Judge, Judgement
from assistant.verifying.wording import NEGATION, QUESTION, siblings
from corpus.figures import same_unit
from corpus.models import Bound, Figure
from corpus.script import plain_form

_REPORTED = re.compile(
    r"^(?:(?:该|本)?(?:文件|方案|计划|报告|清单|通知|资料)中?)?(?:提出|明确|要求|写明|指出)要?[，：]"
)
_ASIDE = re.compile(r"^（(?:19|20)\d{2}年）")
_MARK_UP = re.compile(r"[*`_#]+")
_SENTENCE = re.compile(r"……|[。；;！!？?\n]")
_PIECE = re.compile(r"[，。；：！？、\n]")
_RELATIVE = re.compile(r"今年|本年|明年|去年|上年|前年|后年")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)")
_NO_DENIAL = re.compile(r"不(?:断|仅|但|同|动产|良|少|低于|少于|超过?|高于|多于|大于|小于|足)")
_TURNING = re.compile(
    r"停止|暂停|取消|禁止|严禁|淘汰|关停|关闭|退出|清理|拆除|压减|压缩|减少|降低|下降|缩短|削减|增加|增长|提高|提升|扩大|新增|净增"
    r"|新建|完成(?!时间|时限|期限|率|情况)|建成|超额|圆满|已经|已(?=[达建完有实超突新培引发开投筹办落])|实际|免费|无偿|全部|唯一|首[个次批家]"
    r"|最(?!后|终)|必须|强制|每[年月日天季]|累计|平均|人均|年均|户均|翻番|之一|仅|至少|至多"
)
"""Words that turn what a clause says; the writer of a statement may not add them."""
_LOWER, _UPPER = {Bound.AT_LEAST, Bound.MORE_THAN}, {Bound.AT_MOST, Bound.LESS_THAN}
_SAME_PIECE = 0.5
_BEFORE, _EXCHANGED = 16, 0.12
"""Characters before a figure that tell what it is of, and by how much another figure's words must be
more alike for the two to have changed places."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What of a statement cannot be traced: ``why`` in Chinese. Where exactly one figure differs
    from the clause, ``wrong`` is how the statement has it and ``right`` how the clause does."""

    why: str
    wrong: str = ""
    right: str = ""


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
        text = _REPORTED.sub("", _without_labels(text, labels))
        quoted = [evidence.plain for evidence in statement.evidence]
        if all(any(_stands_in(s, quote) for quote in quoted) for s in _sentences(text)):
            return None
        cited = self._cited(statement.evidence)
        return (
            self._turned(text, quoted, labels)
            or _denial(text, quoted)
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

    # ------------------------------------------------------------------ words that turn a meaning

    def _turned(self, text: str, quoted: Sequence[str], labels: Sequence[str]) -> Fault | None:
        held = " ".join((*quoted, *labels))
        for match in _TURNING.finditer(text):
            word = match.group()
            if word not in held and not any(other in held for other in siblings(word)):
                return Fault(f"引文中没有“{word}”")
        if (relative := _RELATIVE.search(text)) and relative.group() not in held:
            return Fault(f"“{relative.group()}”没有写明是哪一年")
        return None

    # ------------------------------------------------------------------ claims and the rest

    def _of_claims(self, text: str, cited: Sequence[Passage], statement: Statement) -> Fault | None:
        # One sentence, so that a year said first governs all that follows.
        joined = _SENTENCE.sub("，", text).strip("，")
        periods = {passage.task.period for passage in cited}
        period = periods.pop() if len(periods) == 1 else ()
        split = split_claims(joined, self._reader, period[0] if len(period) == 1 else None)
        for claim in split.claims:
            if fault := self._of_claim(claim, cited, split.plain):
                return fault
        return _of_rest(split.plain, split.claims, split.passed_over, cited)

    def _of_claim(self, claim: Assertion, cited: Sequence[Passage], plain: str) -> Fault | None:
        judgements = [self._judge.judge(claim, passage, 0.0, plain) for passage in cited]
        faults = [_exact(j) or _exchanged(j, plain) for j in judgements if j.supported]
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
    return _exact(judgement) or Fault(f"引文不支持“{plain[claim.start : claim.end]}”")


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


def _exact(judgement: Judgement) -> Fault | None:
    """What of the figures of a supported claim is not exactly the clause's.

    A pasted text may round and leave out a bound; an answer may not.
    """
    for said, found in judgement.pairs:
        why = f"写的是“{said.text}”，引文是“{found.text}”"
        if not same_value(said, found) or said.per != found.per:
            return Fault(why, said.text, found.text)
        if not same_unit(said.unit, found.unit):
            return Fault(why, said.text, found.text)
        if said.bound is not found.bound and not any(
            {said.bound, found.bound} <= alike for alike in (_LOWER, _UPPER)
        ):
            return Fault(why, said.text, found.text)
        if not said.years and _has_other_years(found, judgement.passage.figures):
            return Fault(f"“{said.text}”没有写明是哪一年")
    return None


def _exchanged(judgement: Judgement, plain: str) -> Fault | None:
    """Two figures of one clause that changed places: the words before each are then more like those
    before the other."""
    figures = judgement.passage.figures
    text, begin = judgement.passage.task.plain, judgement.passage.clause.start
    for said, found in judgement.pairs:
        own = _words_before(plain, said.start, judgement.claim.sentence[0])
        here = _likeness(own, _words_before(text, found.start, begin))
        for other in figures:
            if other.unit != found.unit or other.value == found.value:
                continue
            if _likeness(own, _words_before(text, other.start, begin)) > here + _EXCHANGED:
                return Fault(f"引文中“{said.text}”说的不是这一项")
    return None


def _words_before(text: str, at: int, begin: int) -> set[str]:
    """The pairs of characters shortly before a figure, in its sentence."""
    words = re.split(r"[。；]", text[max(begin, at - _BEFORE) : at])[-1]
    return _pairs(words)


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _has_other_years(found: Figure, figures: Iterable[Figure]) -> bool:
    """Whether the clause gives the same indicator for another year too."""
    return any(
        other.indicator == found.indicator
        and other.unit == found.unit
        and other.years != found.years
        for other in figures
    )


def _of_rest(
    plain: str, claims: Sequence[Assertion], passed_over: Sequence[str], cited: Sequence[Passage]
) -> Fault | None:
    """What states nothing to compare must still be said in the cited passages."""
    for piece in _PIECE.split(plain):
        if len(piece) >= 3 and QUESTION.match(piece):
            return Fault(f"引文中没有“{piece}”")
    for rest in passed_over:
        if found := _covered(rest, cited).missing:
            return Fault(f"引文中没有“{found[0]}”")
        held = {year for passage in cited for year in _years_of(passage)}
        for year in _YEAR.findall(rest):
            if int(year) not in held:
                return Fault(f"引文中没有“{year}年”")
    return None


def _covered(text: str, cited: Sequence[Passage]) -> Cover:
    runs = [run for passage in cited for run in passage.runs]
    wide = [run for passage in cited for run in passage.surroundings]
    return cover(_YEAR.sub("", text), runs, wide)


def _years_of(passage: Passage) -> set[int]:
    years = {date.year for date in passage.dates if date.year} | set(passage.task.period)
    return years | {year for figure in passage.figures for year in figure.years}


def _denial(text: str, quoted: Sequence[str]) -> Fault | None:
    """A 不 put in or left out: each piece denies as often as the piece of the passages it is most
    like."""
    runs = [run for quote in quoted for run in _PIECE.split(quote) if run]
    for piece in _PIECE.split(text):
        own = _pairs(piece)
        if not own or not runs:
            continue
        best = max(runs, key=lambda run: len(own & _pairs(run)))
        like = len(own & _pairs(best)) / len(own) >= _SAME_PIECE
        denials = NEGATION.findall(_NO_DENIAL.sub("", piece))
        there = NEGATION.findall(_NO_DENIAL.sub("", best)) if like else []
        if len(denials) != len(there):
            return Fault(
                f"“{piece}”与引文“{best}”的肯定、否定不一致" if like else f"引文中没有“{piece}”"
            )
    return None


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _stands_in(sentence: str, quote: str) -> bool:
    """Whether a sentence stands in a passage from one mark to another: "增长10%" is only part of
    "增长10%左右"."""
    at = quote.find(sentence)
    while at >= 0:
        end = at + len(sentence)
        if (at == 0 or not quote[at - 1].isalnum()) and (
            end == len(quote) or not quote[end].isalnum()
        ):
            return True
        at = quote.find(sentence, at + 1)
    return False


def _sentences(text: str) -> list[str]:
    return [s.strip(" ，、") for s in _SENTENCE.split(text) if s.strip(" ，、")]


def _without_labels(text: str, labels: Sequence[str]) -> str:
    """The text behind the label it begins with, and behind the brackets the program puts there."""
    for label in sorted(labels, key=len, reverse=True):
        if label and text.startswith(label):
            return _ASIDE.sub("", text[len(label) :]).lstrip("：，: ")
    return text
