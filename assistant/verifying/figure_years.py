"""The years of figures: whether those of a claim are those of a passage, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.verifying.findings import State
from corpus.models import Figure


def years_agree(figure: Figure, found: Figure) -> bool:
    """Whether a claim's figure may be for the years of one of a passage; it need name none."""
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


def named_years(years: Sequence[int]) -> str:
    """ "2024年", "2024—2025年"."""
    if not years:
        return ""
    if len(years) > 1:
        return f"{min(years)}—{max(years)}年"
    return f"{years[0]}年"
