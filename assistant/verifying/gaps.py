"""How far two figures of passages are apart, as a claim says they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from assistant.models import Verdict
from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import same_value
from assistant.verifying.assertions import Assertion
from assistant.verifying.covering import cover, meaning
from assistant.verifying.decisions import Decision
from assistant.verifying.figure_years import years_agree
from assistant.verifying.gap_words import AIM, EITHER, FROM, GROWN_TO, MARKERS, THAN
from assistant.verifying.operands import LOWER, Operand, Result, alike, apart, bounded_alike, counts
from assistant.verifying.runs import BLANK, run_of, runs_of
from assistant.verifying.said_operands import former_and_latter, reference_years
from assistant.verifying.softening import Glossary
from assistant.verifying.sums import Sums
from corpus.models import Bound, Figure

_LEAST = 2
_WHOLE = 0.99


class Gaps:
    """Sets figures of passages beside each other that a claim sets beside each other."""

    def __init__(self, glossary: Glossary, sums: Sums) -> None:
        self.glossary = glossary
        self.sums = sums

    def between(
        self,
        claim: Assertion,
        said: Figure,
        plain: str,
        before: Sequence[Decision],
        passages: Sequence[Passage],
        way: int,
    ) -> Iterator[Result]:
        named = plain[claim.start : claim.end] + "，" + claim.topic
        reference = reference_years(claim, said, plain, before)
        aims = AIM.search(plain[claim.core : said.start]) is not None
        about = [figure for d in before if d.basis for _, figure in d.basis.pairs]
        yield from self._between_said(claim, said, plain, before, way)
        if said.bound in LOWER:
            return  # "突破3000公里" less 2810公里 is so much only where the text sets the two beside
        pool = [Operand(p, f) for p in passages for f in p.figures if counts(said, f)]
        for this, other in permutations(pool, 2):
            if not alike(this, other, said.bound is Bound.ABOUT) or (
                aims and other.passage.looks_back
            ):
                continue
            if not self._compared_things(this, other, claim, plain, named, reference):
                continue
            if claim.dependent and not any(
                one.figure.indicator == f.indicator for one in (this, other) for f in about
            ):
                continue
            value = apart(said, this.figure, other.figure)
            if way is not EITHER and value * way < 0:
                continue
            yield Result(abs(value), said.unit, "-", (this, other))

    def _compared_things(
        self,
        this: Operand,
        other: Operand,
        claim: Assertion,
        plain: str,
        named: str,
        reference: tuple[int | None, int | None],
    ) -> bool:
        """Whether the one figure is what the claim speaks of, and the other what it is set beside:
        the same in another year, or something else in the same year."""
        mine, its = this.figure, other.figure
        if len(mine.years) != 1 or len(its.years) != 1:
            return False
        if run_of(mine.indicator).text == run_of(its.indicator).text:
            ours, theirs = reference
            if mine.years == its.years or (ours is not None and mine.years != (ours,)):
                return False
            if theirs is not None and its.years != (theirs,):
                return False
            if theirs is None and mine.years < its.years:
                return False
            return meaning(mine.indicator) >= _LEAST and self._covers(named, mine)
        text = plain[claim.start : claim.end]
        than = THAN.search(text)
        if than is None or mine.years != its.years or this.passage.place != other.passage.place:
            return False
        if reference[1] is not None and reference[1] != its.years[0]:
            return False
        first = claim.elements.words[: than.start()]
        second = claim.elements.words[than.end() : claim.elements.figures[0].start - claim.start]
        return self._only(first or claim.topic, this) and self._only(second, other)

    def _only(self, words: str, one: Operand) -> bool:
        """Whether of all figures of a passage ``words`` are of this one."""
        bare = MARKERS.sub(BLANK, words)
        figures = [f for f in one.passage.figures if counts(one.figure, f)]
        return [f for f in figures if self.sums.is_member(bare, f, one.passage)] == [one.figure]

    def _covers(self, words: str, figure: Figure) -> bool:
        """Whether ``words`` name all of what a figure is of."""
        if meaning(figure.indicator) < _LEAST:
            return False
        return cover(figure.indicator, runs_of(words), (), self.glossary).share >= _WHOLE

    def _between_said(
        self, claim: Assertion, said: Figure, plain: str, before: Sequence[Decision], way: int
    ) -> Iterator[Result]:
        """ "从73项压减到46项，减少27项": the two figures of the claim before it."""
        last = before[-1] if before else None
        if last is None or last.verdict is not Verdict.SUPPORTED or last.basis is None:
            return
        yield from former_and_latter(said, claim, plain, before, way)
        yield from self._of_two_years_said(claim, said, before, way)
        pairs = last.basis.pairs
        if len(pairs) != _LEAST or not FROM.search(plain[last.claim.start : pairs[0][0].start]):
            return
        first, second = (Operand(last.basis.passage, found) for _, found in pairs)
        if not (counts(said, first.figure) and counts(said, second.figure)):
            return
        value = apart(said, second.figure, first.figure)
        if way is EITHER or value * way > 0:
            yield Result(abs(value), said.unit, "-", (second, first))

    def _of_two_years_said(
        self, claim: Assertion, said: Figure, before: Sequence[Decision], way: int
    ) -> Iterator[Result]:
        """ "装机2024年达到1亿千瓦，2025年达到1.1亿千瓦，净增…": what the text itself says of one thing."""
        found = [
            (d.claim, Operand(d.basis.passage, d.basis.pairs[0][1]))
            for d in before
            if d.verdict is Verdict.SUPPORTED and d.basis is not None and len(d.basis.pairs) == 1
        ][-2:]
        if len(found) != _LEAST or not found[-1][0].dependent:
            return
        (_, first), (_, second) = found
        same = first.passage.task.id == second.passage.task.id or self._one_thing(first, second)
        dated = len(first.figure.years) == len(second.figure.years) == 1
        if not same or not dated or first.figure.years == second.figure.years:
            return
        if not all(counts(said, one.figure) for one in (first, second)):
            return
        if not bounded_alike(said, second, first):
            return
        value = apart(said, second.figure, first.figure)
        if way is EITHER or value * way > 0:
            yield Result(abs(value), said.unit, "-", (second, first), set_by_text=True)

    def _one_thing(self, first: Operand, second: Operand) -> bool:
        """Whether two figures are of the same thing, word for word or by words that say the same."""
        mine, its = first.figure.indicator, second.figure.indicator
        return self._covers(mine, second.figure) and self._covers(its, first.figure)

    def started_from(
        self, claim: Assertion, plain: str, passages: Sequence[Passage]
    ) -> list[Result]:
        """ "由11家增至21家" where a passage says what was added and what was reached."""
        if len(claim.elements.figures) != _LEAST:
            return []
        first, last = claim.elements.figures
        grown = GROWN_TO.search(plain[first.end : last.start])
        if not grown or not FROM.search(plain[claim.core : first.start]):
            return []
        named = plain[claim.start : claim.end] + "，" + claim.topic
        return [
            Result(
                apart(first, reached, added),
                first.unit,
                "-",
                (Operand(p, reached), Operand(p, added)),
            )
            for p in passages
            for reached, added in permutations(p.figures, 2)
            if same_value(last, reached)
            and reached.indicator == added.indicator
            and added.change == "added"
            and reached.change == "level"
            and years_agree(last, reached)
            and counts(first, reached)
            and counts(first, added)
            and self._covers(named, reached)
        ]
