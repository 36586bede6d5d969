"""What came of one element of a claim in one passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.models import Difference
from corpus.models import Figure


class State(StrEnum):
    SAME = "same"
    DIFFERS = "differs"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Finding:
    """``stated`` is the claim's wording, ``found`` the document's; ``spans`` (text offsets) carry the
    element; ``note`` is for readers, in Chinese, where an element agrees but not word for word.
    ``figure`` is the document's that differs; ``instead`` the one of the year that the claim names."""

    state: State
    difference: Difference | None = None
    stated: str = ""
    found: str = ""
    note: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    kind: str = ""
    figure: Figure | None = None
    instead: Figure | None = None
