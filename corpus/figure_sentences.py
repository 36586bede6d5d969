"""A sentence with figures in it: its clauses, and what stands before and behind each figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from corpus import grammar
from corpus.nouns import noun_before, noun_behind
from corpus.quantities import Quantity
from corpus.units import is_measure_word

_BOUNDARY = "，；：。！？\n"
_OPEN, _CLOSE = "（《“", "）》”"
_LIST_GAP = re.compile(r"(?:、|和|及|与|以及|，|还是|或者?)?")
_BRACKET = re.compile(r"^（[^（）]{0,20}）")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clause says about one figure; fields as in ``Figure``."""

    indicator: str
    change: str = "level"
    per: str = ""
    scope: str = ""


@dataclass(frozen=True)
class FigureSentence:
    """One sentence plain[start:end] and its amounts ``found``, in order; figures are named by their
    index there."""

    plain: str
    start: int
    end: int
    found: list[Quantity]

    @cached_property
    def _boundaries(self) -> list[int]:
        return _clause_boundaries(self.plain, self.start, self.end)

    def clause_start(self, at: int) -> int:
        """Where the clause that holds the offset ``at`` begins."""
        return max((b + 1 for b in self._boundaries if b < at), default=self.start)

    def clause_end(self, at: int) -> int:
        """Where the clause that holds the offset ``at`` ends."""
        return min((b for b in self._boundaries if b >= at), default=self.end)

    def is_joined(self, index: int) -> bool:
        """Whether the figure before stands in the same clause."""
        return index > 0 and self.found[index - 1].end > self.clause_start(self.found[index].start)

    def continues_row(self, index: int) -> bool:
        """Whether nothing but 、, 和 or the like parts a figure from the one before in its clause."""
        return self.is_joined(index) and _LIST_GAP.fullmatch(self.left(index)) is not None

    def between(self, index: int) -> str:
        """The text from the figure before to this one."""
        return self.plain[self.found[index - 1].end : self.found[index].start]

    def left(self, index: int) -> str:
        """The text before a figure, from the one before it or else from the start of its clause."""
        if self.is_joined(index):
            return self.between(index)
        start = self.found[index].start
        return self.plain[self.clause_start(start) : start]

    def right(self, index: int) -> str:
        """The noun directly behind the figure ("20个省级创业街区"), or ""."""
        quantity = self.found[index]
        stop = self.clause_end(quantity.end)
        if index + 1 < len(self.found):
            following = self.found[index + 1]
            if following.start == quantity.end and not is_measure_word(following.unit):
                noun = self.right(index + 1)  # "383台35蒸吨及以下燃煤锅炉"
                return following.text + noun if noun else ""
            stop = min(stop, following.start)
        tail = _BRACKET.sub("", self.plain[quantity.end : stop])
        last = tail.rfind("、")
        if last > 0 and stop != self.clause_end(quantity.end):
            head = noun_before(tail[last:], has_noun_behind=False, counted=False)
            tail = tail if head.noun else tail[:last]  # "…重点任务、年度|120项"
        if grammar.CONNECTIVE_START.match(tail):
            return ""
        if quantity.unit == "倍":
            tail = tail.removeprefix("量")
        short_verb = quantity.unit == "%" and len(tail) <= 3 and not tail.startswith("的")
        if short_verb or (quantity.unit == "%" and re.match(r"[^的、]{2}、", tail)):
            return ""  # "举报100%受理、…"
        return noun_behind(tail.removeprefix("的"))


def _clause_boundaries(plain: str, start: int, end: int) -> list[int]:
    """Offsets of the commas and stops that part clauses, outside brackets, titles and quotes."""
    depth = 0
    boundaries = []
    for at in range(start, end):
        char = plain[at]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in _BOUNDARY and depth == 0:
            boundaries.append(at)
    return boundaries
