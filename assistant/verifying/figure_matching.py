"""Which figure of a passage a claim's figure is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from assistant.verifying.alignment import Passage
from assistant.verifying.amounts import comparable, rounded, same_value
from assistant.verifying.beside_figures import same_owner
from assistant.verifying.figure_words import without_unit_words
from assistant.verifying.figure_years import years_agree
from assistant.verifying.likeness import SWAP_MARGIN, WHOLE, Likeness, likeliest, likeness, outdoes
from assistant.verifying.parts import of_the_part_said
from assistant.verifying.runs import run_of
from assistant.verifying.said_figures import SaidFigure
from assistant.verifying.softening import Glossary
from corpus.models import Figure

_NOUN_FOUND = 0.8
"""Share of the claim's words from which on a figure is about what they say."""
_TIE = 0.05


@dataclass(frozen=True, slots=True)
class FigureMatcher:
    """Finds the figures of passages that those of claims are to be compared with."""

    glossary: Glossary

    def candidates(self, said: SaidFigure, passage: Passage) -> list[Likeness]:
        """The figures of ``passage`` that may be about the same thing."""
        rated = [
            self._likeness(without_unit_words(said.noun, found.unit), found, passage)
            for found in passage.figures
            if comparable(said.figure, found)
        ]
        if said.noun == said.claim.topic:  # its own words say too little, but its name is another's
            name = run_of(said.figure.indicator).text
            named = [one for one in rated if name and run_of(one.found.indicator).text == name]
            rated = named or rated
        of_same = [one for one in rated if same_owner(said.figure, said.plain, one.found, passage)]
        rated = of_same or rated
        rivals = [one.found for one in rated]
        return [
            one
            for one in rated
            if of_the_part_said(one.found, rivals, said.noun, said.words, passage, self.glossary)
        ]

    def equal(self, figure: Figure, rated: Sequence[Likeness], used: Set[int]) -> Likeness | None:
        """The figure of equal value, unless another is what the claim speaks of. ``used`` are the
        places of figures that others of the claim were compared with."""
        equal = [
            one
            for one in rated
            if (same_value(figure, one.found) or rounded(figure, one.found))
            and one.found.start not in used
        ]
        if not equal:
            return None
        best = likeliest(equal, figure, SWAP_MARGIN)
        rivals = [
            one
            for one in rated
            if one not in equal
            and not (figure.years and not years_agree(figure, one.found))
            # of "小区3898个、69.95万户" the 个 are not what a claim counts in 户
            and (best.found.unit != figure.unit or one.found.unit == figure.unit)
        ]
        return None if any(outdoes(rival, best) for rival in rivals) else best

    def owner(self, said: SaidFigure, equal: Likeness | None, passage: Passage) -> Figure | None:
        """The figure, counted in another unit, of what the claim names, where the figure of equal
        value belongs to something else: of "甲、乙产量分别达到2万吨、5亿立方米" 乙 is not 2万吨."""
        if equal is None or equal.share >= _NOUN_FOUND:
            return None
        elements = said.claim.elements
        besides = [figure for figure in elements.figures if figure is not said.figure]
        for found in passage.figures:
            if comparable(said.figure, found) or not years_agree(said.figure, found):
                continue
            if any(same_value(figure, found) for figure in besides):
                continue  # "383台35蒸吨/小时的锅炉": it is said as well
            rival = self._likeness(elements.words, found, passage)
            other = found.indicator != equal.found.indicator
            if other and rival.named and rival.share >= WHOLE:
                return found
        return None

    def most_like(
        self,
        figure: Figure,
        rated: Sequence[Likeness],
        used: Set[int],
        exact: Callable[[Figure], float],
    ) -> Likeness | None:
        """The figure of another value with the claim's words around it; of several the one whose
        own indicator they name best."""
        others = [
            one for one in rated if not same_value(figure, one.found) or one.found.start in used
        ]
        if not others:
            return None
        chosen = likeliest(others, figure, _TIE, exact)
        return chosen if chosen.share >= _NOUN_FOUND else None

    def of_other_unit(self, said: SaidFigure, passage: Passage) -> Figure | None:
        """The figure for the same thing with the same digits but another unit."""
        for found in passage.figures:
            like = self._likeness(said.noun, found, passage)
            same_digits = found.value == said.figure.value and not comparable(said.figure, found)
            if same_digits and like.share >= _NOUN_FOUND and years_agree(said.figure, found):
                return found
        return None

    def _likeness(self, noun: str, found: Figure, passage: Passage) -> Likeness:
        return likeness(noun, found, passage, self.glossary)
