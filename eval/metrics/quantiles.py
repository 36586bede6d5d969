"""Quantiles without interpolation: always a value that was observed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil


def quantile(share: float) -> Callable[[Sequence[float]], float | None]:
    """The nearest-rank quantile: the smallest value that ``share`` of all do not exceed."""

    def summarise(values: Sequence[float]) -> float | None:
        if not values:
            return None
        return sorted(values)[max(0, ceil(share * len(values)) - 1)]

    return summarise
