"""Figures of a part of something: "充电桩达到70万台以上，其中农村超过14万台"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verifying.alignment import Passage
from assistant.verifying.covering import cover, meaning
from assistant.verifying.runs import runs_of
from assistant.verifying.softening import Glossary
from corpus.models import Figure

_OF_IT = re.compile(r"其中[，：]?")
_LEAST = 2
"""Characters a part's name must state."""


def part_named(found: Figure, passage: Passage) -> str:
    """What part a figure is of, "" where it is of the whole: 农村 for the second figure above."""
    text = passage.task.plain
    begin = max(
        passage.clause.start, *(text.rfind(m, passage.clause.start, found.start) for m in "；。")
    )
    opening = list(_OF_IT.finditer(text, begin, found.start))
    if not opening:
        return ""
    start = max(opening[-1].end(), text.rfind("，", opening[-1].end(), found.start) + 1)
    start = max([start, *(f.end for f in passage.figures if start <= f.end <= found.start)])
    part = text[start : found.start].strip("，、 ")
    return part if meaning(part) >= _LEAST else ""


def of_the_part_said(
    found: Figure, rivals: Sequence[Figure], noun: str, said: str, passage: Passage, terms: Glossary
) -> bool:
    """Whether a figure is of the part, or of the whole, that the claim speaks of. ``noun`` are the
    claim's words around its figure, ``said`` those of its sentence."""
    part = part_named(found, passage)
    if part:
        return cover(part, runs_of(said), (), terms).held > 0
    before = passage.task.plain[passage.clause.start : found.end]
    return not any(
        other and cover(other, runs_of(noun), (), terms).share == 1 and other not in before
        for other in (part_named(rival, passage) for rival in rivals if rival is not found)
    )
