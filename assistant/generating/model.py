"""The seam between the product and a model: one small protocol, and what a model is used for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Model(Protocol):
    """What the product needs of a model."""

    @property
    def name(self) -> str:
        """The model's name, as answers tell it."""

    def stream(self, system: str, request: str, since: float | None = None) -> Iterator[str]:
        """What the model writes, piece by piece. Raises ModelFailed; never goes on longer than its
        time limit, counted from ``since`` (a ``time.perf_counter()``), else from the call."""


class Use(StrEnum):
    """What a model may be used for. Each is switched by itself; see ``MINGJU_LLM_USES``.

    WRITE words the answer; READ turns English, dialect and slips into plain written Chinese; SPLIT
    cuts a question into its parts; REWRITE adds words to search with.
    """

    WRITE = "write"
    READ = "read"
    SPLIT = "split"
    REWRITE = "rewrite"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A model and what it is used for."""

    model: Model
    uses: frozenset[Use] = frozenset({Use.WRITE})
