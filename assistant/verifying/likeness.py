"""How like the words around a claim's figure are to those around one of a passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.verifying.alignment import Passage
from assistant.verifying.beside_figures import around, listed
from assistant.verifying.covering import cover
from assistant.verifying.figure_years import years_agree
from assistant.verifying.parts import part_named
from assistant.verifying.runs import marks, run_of, runs_of, stretches
from assistant.verifying.softening import Glossary
from corpus.models import Figure

SWAP_MARGIN = 0.2
"""Shares that are this near each other do not tell which figure is meant."""
WHOLE = 0.99
TELLING = 2
"""Characters by which one figure must be more like the claim's than another to be told from it."""
_UNBROKEN = 4
"""Characters that the claim's words must have to be told by standing unbroken."""


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


def likeness(noun: str, found: Figure, passage: Passage, glossary: Glossary) -> Likeness:
    """Of the words ``noun`` around a claim's figure, and a figure of a passage."""
    words = listed(found, passage) or around(found, passage)
    part = part_named(found, passage)
    runs = (*runs_of(words), run_of(part + found.indicator))
    held = cover(noun, runs, (), glossary, scattered=True)
    said = list(stretches(noun))
    raw = sum(max((sum(marks(stretch, run)) for run in runs), default=0) for stretch in said)
    longest = max(said, key=len, default="")
    whole = len(longest) >= _UNBROKEN and any(longest in run.text for run in runs)
    indicator = run_of(found.indicator).text
    named = indicator if any(indicator in stretch for stretch in said) else ""
    return Likeness(held.share, held.total - held.held, raw, whole, named, found)


def likeliest(
    rated: Sequence[Likeness],
    figure: Figure,
    margin: float,
    exact: Callable[[Figure], float] = lambda found: 0.0,
) -> Likeness:
    """The one that a claim's ``figure`` most likely speaks of: of those whose share is within
    ``margin`` of the best, one of its years, then the most ``exact``, then the most like."""
    best = max(one.share for one in rated)
    return min(
        (one for one in rated if one.share >= best - margin),
        key=lambda one: (
            not years_agree(figure, one.found),
            -exact(one.found),
            -len(one.named),
            -one.share,
            -one.raw,
            one.found.start,
        ),
    )


def outdoes(rival: Likeness, equal: Likeness) -> bool:
    """Whether another figure is so much more like what the claim speaks of that the equal one
    belongs to something else."""
    if rival.share > equal.share + SWAP_MARGIN:
        return True
    if equal.share >= WHOLE and len(equal.named) >= _UNBROKEN and not rival.named:
        return False  # its own name is said, and the other's is not
    name = run_of(equal.found.indicator).text
    alike = (name[:TELLING], name[-TELLING:]) == (rival.named[:TELLING], rival.named[-TELLING:])
    if rival.share >= WHOLE and len(rival.named) >= _UNBROKEN and alike and not equal.named:
        return True  # of 行业中心 and 区域中心 the one that is said
    if rival.share >= equal.share and rival.whole and not equal.whole:
        return True
    if equal.named and equal.named != rival.named and equal.named in rival.named:
        return True  # 区（市）级片区 is said, and not only 市级片区
    if rival.share >= WHOLE and equal.lost >= TELLING:
        return True
    return rival.share >= equal.share and rival.raw >= equal.raw + TELLING
