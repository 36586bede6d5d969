"""How long work says how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the stage (Chinese, for people), what is done and what there is in all."""


def silent(stage: str, done: int, total: int) -> None:
    """The Progress that shows nothing."""
