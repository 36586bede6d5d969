"""The year that a passage says for its words must be said with them.

"到2025年，全面建成…" told without the year reads as told of the year asked about. Where the year is that
of the task itself, its place in the document says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.statements import Evidence
from assistant.tracing.faults import Fault
from assistant.tracing.words import pairs
from corpus.dates import governing_years

_STRETCH = re.compile(r"[^，。；;：！？\n]+")
_ALIKE = 0.5
"""Share of a stretch's neighbouring characters that stand in the stretch of the passage it words."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A stretch of a passage with the years the passage says for it; () where it says none, or those
    of its task."""

    pairs: frozenset[str]
    years: tuple[int, ...]


def undated(text: str, evidence: Sequence[Evidence]) -> Fault | None:
    """A stretch of ``text`` without the year that its passage says for it, or with another."""
    held = [dated for one in evidence for dated in _dated(one)]
    said = governing_years(text, 0, len(text), ())
    for match in _STRETCH.finditer(text):
        own = pairs(match.group())
        alike = max((len(own & one.pairs) for one in held), default=0)
        if not own or alike / len(own) < _ALIKE:
            continue
        sources = [one for one in held if len(own & one.pairs) == alike]
        if any(not one.years for one in sources):
            continue
        governing = [year.years for year in said if year.end <= match.end()]
        if not governing:
            return Fault(f"“{match.group()}”没有写明是{sources[0].years[-1]}年")
        if not any(set(governing[-1]) & set(one.years) for one in sources):
            return Fault(f"“{match.group()}”与引文的年份不一致")
    return None


def _dated(evidence: Evidence) -> Iterator[_Dated]:
    task = evidence.task
    for clause in task.clauses:
        start, end = max(clause.start, evidence.start), min(clause.end, evidence.end)
        if start >= end:
            continue
        said = governing_years(task.plain, clause.start, clause.end, task.period)
        for match in _STRETCH.finditer(task.plain, start, end):
            governing = [year.years for year in said if year.end <= match.end()]
            years = governing[-1] if governing else ()
            own = () if set(years) == set(task.period) else years
            yield _Dated(frozenset(pairs(match.group())), own)
