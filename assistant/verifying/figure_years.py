"""The years of figures: whether those of a claim are those of a passage, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.verifying.alignment import Passage
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


def years_beside(words: str, passage: Passage) -> set[int]:
    """The years that a passage which names several sets beside what ``words`` say; empty where it
    says so of no one of them more than of the others.

    A year governs the words up to the next one: "2024年推进试点工作，2025年全面完成整合".
    """
    pairs = {words[at : at + 2] for at in range(len(words) - 1) if words[at : at + 2].isalnum()}
    dates = [date for date in passage.dates if date.year]
    shares: dict[int, int] = {}
    for place, date in enumerate(dates):
        end = dates[place + 1].start if place + 1 < len(dates) else passage.clause.end
        said = passage.task.plain[date.end : end]
        year = date.year or 0
        shares[year] = max(shares.get(year, 0), sum(pair in said for pair in pairs))
    most = max(shares.values(), default=0)
    nearest = {year for year, share in shares.items() if share == most}
    others = [share for year, share in shares.items() if year not in nearest]
    clear = most >= _FEW_PAIRS and all(share <= most / 2 for share in others)
    return nearest if len(nearest) == 1 and clear else set()


_FEW_PAIRS = 2


def named_years(years: Sequence[int]) -> str:
    """ "2024年", "2024—2025年"."""
    if not years:
        return ""
    if len(years) > 1:
        return f"{min(years)}—{max(years)}年"
    return f"{years[0]}年"
