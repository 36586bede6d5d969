"""Comparing the figures of a claim with those of a passage: which is about the same, then how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.models import Difference
from assistant.verifying.additions import added_for_level, grows, is_gap, own_change
from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import Compared, comparable, compare, rounded, same_value
from assistant.verifying.beside_figures import around, listed, same_owner
from assistant.verifying.claims import Assertion
from assistant.verifying.covering import Glossary, cover, marks, meaning, run_of, runs_of, stretches
from assistant.verifying.ellipsis import shares_head, sums_up_list, without_examples
from assistant.verifying.findings import Finding, State
from assistant.verifying.parts import of_the_part_said, part_named
from corpus.models import Figure

_ENOUGH_OF_INDICATOR = 0.6
_SWAP_MARGIN = 0.2
_NOUN_FOUND = 0.8
_WHOLE = 0.99
_TIE = 0.05
_TELLING = 2
"""Characters by which one figure must be more like the claim's than another to be told from it."""
_UNBROKEN = 4
"""Characters that the claim's words must have to be told by standing unbroken."""
_FROM = re.compile(r"(?:由|从|原来的?|原先的?)$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of the words around a claim's figure stand around one of the passage.

    ``share`` and ``lost`` (characters) count words that state something; ``raw`` counts all
    characters held, verbs too: "新开工8012套、基本建成11427套" differ in nothing else. ``whole`` says
    that the claim's words stand there unbroken: 文化企业 does not in 文化新业态企业. ``named`` is the
    figure's indicator where it stands unbroken in the claim, else "".
    """

    share: float
    lost: int
    raw: int
    whole: bool
    named: str
    found: Figure


@dataclass(frozen=True, slots=True)
class FiguresJudged:
    """``pairs`` are figures of the claim with those of the passage they were compared with;
    ``exactness`` is the least share of an indicator that the claim names."""

    findings: tuple[Finding, ...]
    pairs: tuple[tuple[Figure, Figure], ...]
    exactness: float


class FigureJudge:
    """Compares the figures of claims with those of passages."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def judge(self, claim: Assertion, passage: Passage, plain: str) -> FiguresJudged:
        """Every figure of ``claim`` against ``passage``; ``plain`` is the text it stands in."""
        findings: list[Finding] = []
        pairs: list[tuple[Figure, Figure]] = []
        exactness: list[float] = []
        used: set[int] = set()
        for figure in claim.elements.figures:
            finding, found, exact = self._figure(claim, figure, passage, plain, used)
            findings.append(finding)
            if found is not None:
                used.add(found.start)
                pairs.append((figure, found))
                exactness.append(exact)
        if all(finding.state is State.SAME for finding in findings):
            findings += self._order(pairs, plain, passage)
        return FiguresJudged(tuple(findings), tuple(pairs), min(exactness, default=0.0))

    def _noun(self, claim: Assertion, figure: Figure) -> str:
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
        indicator = _without_names(figure.indicator, words)
        if len(figures) > 1 and "分别" in words and meaning(indicator) >= 2:
            return indicator
        if meaning(local) < 2:
            local = indicator + "，" + local
        return local if meaning(local) >= 2 else claim.topic

    def _figure(
        self, claim: Assertion, figure: Figure, passage: Passage, plain: str, used: set[int]
    ) -> tuple[Finding, Figure | None, float]:
        """The figure of the passage that is about the same thing, compared with the claim's."""
        noun = self._noun(claim, figure)
        rated = [
            self._likeness(noun, found, passage)
            for found in passage.figures
            if comparable(figure, found)
        ]
        of_same = [one for one in rated if same_owner(figure, plain, one.found, passage)]
        rated = of_same or rated
        said = self._said(claim, noun, plain)
        rivals = [one.found for one in rated]
        rated = [
            one
            for one in rated
            if of_the_part_said(one.found, rivals, noun, said, passage, self.glossary)
        ]
        if not rated:
            return self._without_comparable(figure, noun, passage), None, 0.0

        def exact(found: Figure) -> float:
            return self._exactness(claim, figure, noun, found, plain, passage)

        others = [
            one for one in rated if not same_value(figure, one.found) or one.found.start in used
        ]
        equal = self._equal(figure, rated, passage, used)
        owner = self._owner(claim, figure, equal, passage)
        if owner is not None:
            return differing(Difference.VALUE, figure, owner), owner, exact(owner)
        chosen = equal or self._most_like(figure, others, exact)
        if chosen is None:
            return self._without_comparable(figure, noun, passage), None, 0.0
        result = self._compared(claim, figure, chosen.found, noun, passage, plain)
        if result[0].state is State.ABSENT and result[1] is None:
            return self._without_comparable(figure, noun, passage), None, result[2]
        return result

    def _equal(
        self, figure: Figure, rated: Sequence[Likeness], passage: Passage, used: set[int]
    ) -> Likeness | None:
        """The figure of equal value, unless another is what the claim speaks of."""
        equal = [
            one
            for one in rated
            if (same_value(figure, one.found) or rounded(figure, one.found))
            and one.found.start not in used
        ]
        if not equal:
            return None
        most = max(one.share for one in equal)
        near = [one for one in equal if one.share >= most - _SWAP_MARGIN]
        best = min(
            near,
            key=lambda one: (
                not years_agree(figure, one.found),
                -one.share,
                -one.raw,
                one.found.start,
            ),
        )
        rivals = [
            one
            for one in rated
            if one not in equal
            and not (figure.years and not years_agree(figure, one.found))
            # of "小区3898个、69.95万户" the 个 are not what a claim counts in 户
            and (best.found.unit != figure.unit or one.found.unit == figure.unit)
        ]
        return None if any(_outdoes(rival, best) for rival in rivals) else best

    def _owner(
        self, claim: Assertion, figure: Figure, equal: Likeness | None, passage: Passage
    ) -> Figure | None:
        """The figure, counted in another unit, of what the claim names, where the figure of equal
        value belongs to something else: of "甲、乙产量分别达到2万吨、5亿立方米" 乙 is not 2万吨."""
        if equal is None or equal.share >= _NOUN_FOUND:
            return None
        besides = [said for said in claim.elements.figures if said is not figure]
        for found in passage.figures:
            if comparable(figure, found) or not years_agree(figure, found):
                continue
            if any(same_value(said, found) for said in besides):
                continue  # "383台35蒸吨/小时的锅炉": it is said as well
            rival = self._likeness(claim.elements.words, found, passage)
            other = found.indicator != equal.found.indicator
            if other and rival.named and rival.share >= _WHOLE:
                return found
        return None

    def _most_like(
        self, figure: Figure, rated: Sequence[Likeness], exact: Callable[[Figure], float]
    ) -> Likeness | None:
        """The figure with the claim's words around it; of several the one whose own indicator they
        name best."""
        if not rated:
            return None
        best = max(one.share for one in rated)
        near = [one for one in rated if one.share >= best - _TIE]
        chosen = min(
            near,
            key=lambda one: (
                not years_agree(figure, one.found),
                -exact(one.found),
                -one.share,
                -one.raw,
                one.found.start,
            ),
        )
        return chosen if chosen.share >= _NOUN_FOUND else None

    def _without_comparable(self, figure: Figure, noun: str, passage: Passage) -> Finding:
        """The same digits with another unit, for the same thing, are a slip in the unit."""
        for found in passage.figures:
            like = self._likeness(noun, found, passage)
            same_digits = found.value == figure.value and not comparable(figure, found)
            if same_digits and like.share >= _NOUN_FOUND and years_agree(figure, found):
                return differing(Difference.UNIT, figure, found)
        return Finding(State.ABSENT, stated=figure.text, kind="figure")

    def _likeness(self, noun: str, found: Figure, passage: Passage) -> Likeness:
        words = listed(found, passage) or around(found, passage)
        part = part_named(found, passage)
        runs = (*runs_of(words), run_of(part + found.indicator))
        held = cover(noun, runs, (), self.glossary)
        raw = sum(
            max((sum(marks(stretch, run)) for run in runs), default=0)
            for stretch in stretches(noun)
        )
        longest = max(stretches(noun), key=len, default="")
        whole = len(longest) >= _UNBROKEN and any(longest in run.text for run in runs)
        indicator = run_of(found.indicator).text
        named = indicator if any(indicator in stretch for stretch in stretches(noun)) else ""
        return Likeness(held.share, held.total - held.held, raw, whole, named, found)

    def _compared(
        self,
        claim: Assertion,
        figure: Figure,
        found: Figure,
        noun: str,
        passage: Passage,
        plain: str,
    ) -> tuple[Finding, Figure | None, float]:
        exact = self._exactness(claim, figure, noun, found, plain, passage)
        if exact < _ENOUGH_OF_INDICATOR:
            return Finding(State.ABSENT, stated=figure.text, kind="figure"), None, exact
        before = plain[max(claim.start, figure.start - 12) : figure.start]
        there = passage.task.plain[max(passage.clause.start, found.start - 12) : found.start]
        result = compare(figure, found, before, there)
        own = noun if noun != claim.topic else claim.elements.words
        if result.agrees and added_for_level(
            own_change(figure, claim, plain), found, own, before, there
        ):
            result = Compared(False, Difference.BOUND)
        if result.agrees and bool(_FROM.search(before)) != bool(_FROM.search(there)):
            result = Compared(False, Difference.VALUE)
        year = year_state(figure, found)
        if not result.agrees and is_gap(plain[claim.start : figure.start]) and not grows(there):
            return Finding(State.ABSENT, stated=figure.text, kind="figure"), None, exact
        if not result.agrees:
            if year is not State.SAME and result.difference is not Difference.UNIT:
                return Finding(State.ABSENT, stated=figure.text, kind="figure"), None, exact
            return differing(result.difference or Difference.VALUE, figure, found), found, exact
        if year is State.DIFFERS:
            finding = differing(Difference.YEAR, figure, found)
            return replace(finding, instead=_of_year(figure, found, passage)), found, exact
        if year is State.ABSENT:
            return (
                Finding(State.ABSENT, stated=named_years(figure.years), kind="year"),
                found,
                exact,
            )
        note = result.note
        if not figure.years and len(found.years) == 1 and not note:
            note = f"文件说的是{found.years[0]}年"
        return Finding(State.SAME, note=note, spans=((found.start, found.end),)), found, exact

    def _exactness(
        self,
        claim: Assertion,
        figure: Figure,
        noun: str,
        found: Figure,
        plain: str,
        passage: Passage,
    ) -> float:
        """What share of the passage's indicator the claim names: "企业17家" names too little of
        "100亿级企业17家"."""
        if meaning(found.indicator) < 2:
            return 1.0
        if shares_head(figure, found, claim.topic) or sums_up_list(figure, found, passage):
            return 1.0
        said = self._said(claim, noun, plain)
        if figure.indicator.endswith(found.indicator):
            said += (
                "，" + figure.indicator
            )  # "粮食总产…，单产…": the reader of figures joins 粮食 to it
        behind = plain[claim.end : claim.sentence[1]]
        if meaning(behind) >= _UNBROKEN and not cover(behind, passage.runs).missing:
            said += "，" + behind  # the halves of a sentence of the passage in another order
        return cover(without_examples(found.indicator), runs_of(said), (), self.glossary).share

    def _said(self, claim: Assertion, noun: str, plain: str) -> str:
        """What the claim says of its figure: its part of the sentence, and the claims before."""
        # a list cut at 、 shares its head: "主城区15分钟、乡村30分钟的政务服务圈"
        begin = max(plain.rfind(mark, claim.sentence[0], claim.start) for mark in "，；：") + 1
        stops = [
            at for mark in "，；：" if (at := plain.find(mark, claim.end, claim.sentence[1])) >= 0
        ]
        begin, end = max(begin, claim.sentence[0]), min(stops, default=claim.sentence[1])
        return "，".join((plain[begin:end], claim.topic, noun))

    def _order(
        self, pairs: Sequence[tuple[Figure, Figure]], plain: str, passage: Passage
    ) -> Iterable[Finding]:
        """Figures in a row ("分别提高5%、6.7%") belong to the parts of their list in its order."""
        for (one, first), (other, second) in pairwise(pairs):
            if second.start > first.start or meaning(plain[one.end : other.start]) >= _TELLING:
                continue
            if one.indicator != other.indicator and all(
                cover(said.indicator, (run_of(found.indicator),), (), self.glossary).share >= _WHOLE
                for said, found in ((one, first), (other, second))
            ):
                continue
            yield differing(Difference.VALUE, one, second)
            return


def _without_names(indicator: str, words: str) -> str:
    """The end of an indicator that is left in ``words`` where names were taken out."""
    ends = (indicator[at:] for at in range(len(indicator)))
    return next((end for end in ends if end in words), indicator)


def _outdoes(rival: Likeness, equal: Likeness) -> bool:
    """Whether another figure is so much more like what the claim speaks of that the equal one
    belongs to something else."""
    if rival.share > equal.share + _SWAP_MARGIN:
        return True
    if rival.share >= equal.share and rival.whole and not equal.whole:
        return True
    if equal.named and equal.named != rival.named and equal.named in rival.named:
        return True  # 区（市）级片区 is said, and not only 市级片区
    if rival.share >= _WHOLE and equal.lost >= _TELLING:
        return True
    return rival.share >= equal.share and rival.raw >= equal.raw + _TELLING


def _of_year(figure: Figure, found: Figure, passage: Passage) -> Figure | None:
    """What the passage gives for the same indicator in the year the claim names."""
    same = (f for f in passage.figures if f.indicator == found.indicator and comparable(figure, f))
    return next((f for f in same if f.years and years_agree(figure, f)), None)


def years_agree(figure: Figure, found: Figure) -> bool:
    return year_state(figure, found) is State.SAME


def year_state(figure: Figure, found: Figure) -> State:
    """Whether the years a claim gives its figure are those of the passage."""
    if not figure.years:
        return State.SAME
    said, written = set(figure.years), set(found.years)
    if not written:
        return State.ABSENT
    if said == written:
        return State.SAME
    if not said & written:
        return State.DIFFERS
    # a period of several years that no year in the text narrows: only its end can be meant
    if len(written) > 1 and max(said) == max(written):
        return State.SAME
    return State.ABSENT


def differing(difference: Difference, said: Figure, found: Figure) -> Finding:
    """A figure that differs, with what the reader should see of both sides."""
    stated, written = said.text, found.text
    if difference is Difference.YEAR:
        stated, written = named_years(said.years), named_years(found.years)
    span = (found.start, found.end)
    return Finding(
        State.DIFFERS, difference, stated, written, spans=(span,), kind="figure", figure=found
    )


def named_years(years: Sequence[int]) -> str:
    """ "2024年", "2024—2025年"."""
    if not years:
        return ""
    if len(years) > 1:
        return f"{min(years)}—{max(years)}年"
    return f"{years[0]}年"
