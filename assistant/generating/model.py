"""The seam between writing and the model: one small protocol."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Model(Protocol):
    """What writing needs of a model."""

    @property
    def name(self) -> str:
        """The model's name, as answers tell it."""

    def stream(self, system: str, request: str) -> Iterator[str]:
        """What the model writes, piece by piece. Raises ModelFailed; never takes longer than its
        time limit."""
