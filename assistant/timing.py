"""How long each step of answering takes."""

from __future__ import annotations

import time


class Clock:
    """Runs from the moment a question comes; ``started`` is that moment (``time.perf_counter()``)."""

    def __init__(self) -> None:
        self.started = time.perf_counter()
        self._last = self.started
        self._took: dict[str, float] = {}

    def done(self, step: str) -> None:
        """Marks the end of ``step``, which began where the one before it ended."""
        now = time.perf_counter()
        self._took[step] = now - self._last
        self._last = now

    def timings_ms(self) -> dict[str, float]:
        """Milliseconds of each step, and of all of them as "total"."""
        took = {**self._took, "total": self._last - self.started}
        return {step: round(1000 * seconds, 2) for step, seconds in took.items()}
