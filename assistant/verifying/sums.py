"""What figures of passages add up to, as a claim says they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.models import Verdict
from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.beside_figures import around
from assistant.verifying.covering import cover, meaning
from assistant.verifying.decisions import Decision
from assistant.verifying.gap_words import MARKERS, PARTED, TOTAL_WORD
from assistant.verifying.operands import Operand, Result, counts, members, one_year, sum_up
from assistant.verifying.runs import BLANK, run_of, runs_of
from assistant.verifying.softening import Glossary
from corpus.models import Figure

_NAMED = 0.5
"""What share of an indicator the member of a list must name, where no other figure fits it."""
_LEAST = 2


def rest_of(claim: Assertion) -> Assertion:
    """The claim without its computed figure and the words of computing."""
    words = MARKERS.sub(lambda m: BLANK * len(m.group()), claim.elements.words)
    elements = claim.elements
    if claim.dependent:  # an aim less what was done before it, in two documents
        elements = replace(elements, aspect="", sources=(), numbered=())
    bare = replace(elements, figures=(), words=words, compared_years=(), years=())
    return replace(claim, elements=bare, topic="")


class Sums:
    """Adds up the figures of passages that a claim adds up."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def of(
        self,
        claim: Assertion,
        said: Figure,
        plain: str,
        before: Sequence[Decision],
        passages: Sequence[Passage],
    ) -> Iterator[Result]:
        yield from self._sum_of_members(claim, said, passages)
        if meaning(rest_of(claim).elements.words) >= _LEAST:
            return
        operands = [
            Operand(d.basis.passage, found)
            for d in before
            if d.verdict is Verdict.SUPPORTED and d.basis is not None
            for _, found in d.basis.pairs
            if counts(said, found)
        ]
        all_held = all(d.verdict is Verdict.SUPPORTED for d in before)
        several = len(operands) >= _LEAST or any(members(one) > 1 for one in operands)
        if several and all_held:
            yield from sum_up(said, operands)

    def counts_apart(self, claim: Assertion, plain: str, passage: Passage) -> bool:
        """Whether a passage gives each thing of a list a figure of its own, where the claim gives one
        total: "甲和乙共500个" for "甲500个、乙500个"."""
        if len(claim.elements.figures) != 1:
            return False
        said = claim.elements.figures[0]
        members = self.members_of(claim, said)
        if len(members) < _LEAST or not TOTAL_WORD.search(plain, claim.core, said.start):
            return False
        figures = [f for f in passage.figures if counts(said, f)]
        named = [(f.start, run_of(f.indicator).text) for f in figures if meaning(f.indicator)]
        own = [next((s for s, name in named if name in run_of(m).text), None) for m in members]
        return None not in own and len(set(own)) == len(members)

    def members_of(self, claim: Assertion, said: Figure) -> list[str]:
        """The parts of a list before a figure."""
        words = claim.elements.words[claim.core - claim.start : said.start - claim.start]
        if "分别" in words or "各" in words:
            return []
        bare = TOTAL_WORD.sub(BLANK, words)
        return [part for part in PARTED.split(bare) if meaning(part) >= _LEAST]

    def _sum_of_members(
        self, claim: Assertion, said: Figure, passages: Sequence[Passage]
    ) -> Iterator[Result]:
        """ "甲和乙共1602件": each member of the list has one figure in the same sentence."""
        members = self.members_of(claim, said)
        if len(members) < _LEAST:
            return
        for passage in passages:
            figures = [f for f in passage.figures if counts(said, f)]
            chosen = [[f for f in figures if self.is_member(part, f, passage)] for part in members]
            if all(len(found) == 1 for found in chosen):
                operands = [Operand(passage, found[0]) for found in chosen]
                if len({one.figure.start for one in operands}) == len(operands) and one_year(
                    said, operands
                ):
                    yield from sum_up(said, operands)

    def is_member(self, part: str, figure: Figure, passage: Passage) -> bool:
        """Whether a member of a list is what a figure is of, word for word."""
        local = (*runs_of(around(figure, passage)), run_of(figure.indicator))
        held = cover(part, local, passage.surroundings, self.glossary)
        named = cover(figure.indicator, runs_of(part), (), self.glossary).share
        return meaning(part) >= _LEAST and not held.missing and named >= _NAMED
