"""How sure a figure is: percentile bootstrap intervals, seeded, the same bits every time.

Cases are drawn with replacement (Efron and Tibshirani 1993, ch. 13); ratios of sums are resampled
as pairs, so micro averages keep their correlation. The only file of eval that imports NumPy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.metrics.base import Ratio

RESAMPLES = 1000
"""Enough for two digits of a 95 % bound; 2000 moved no bound by more than 0.005 on 300 cases."""
SEED = 20240422
_LEVEL = (2.5, 97.5)

Floats = NDArray[np.float64]


def interval(
    observations: Sequence[Any],
    summarise: Callable[[Sequence[Any]], float | None],
    seed: int = SEED,
) -> tuple[float, float] | None:
    """The 95 % interval of ``summarise(observations)``; None where no resample has a value."""
    if not observations:
        return None
    draws = _draws(len(observations), seed)
    if all(isinstance(observation, Ratio) for observation in observations):
        values = _ratios(observations, draws)
    else:
        summaries = (summarise([observations[i] for i in draw]) for draw in draws)
        values = np.array([value for value in summaries if value is not None])
    return _bounds(values)


def paired(
    first: Sequence[Ratio], second: Sequence[Ratio], seed: int = SEED
) -> tuple[float, float, float] | None:
    """Interval of second minus first over the same cases, and its two-sided p value.

    p is twice the share of resamples on the wrong side of no difference (Efron and Tibshirani
    1993, ch. 16), at least 1/RESAMPLES. None where a resample never has a value on both sides.
    """
    if len(first) != len(second):
        raise ValueError("paired observations must be of the same cases")
    if not first:
        return None
    draws = _draws(len(first), seed)
    wholes = [_summed(side, draws, 1) for side in (first, second)]
    kept = (wholes[0] > 0) & (wholes[1] > 0)
    parts = [_summed(side, draws, 0) for side in (first, second)]
    values = parts[1][kept] / wholes[1][kept] - parts[0][kept] / wholes[0][kept]
    bounds = _bounds(values)
    if bounds is None:
        return None
    wrong_side = min(float(np.mean(values <= 0)), float(np.mean(values >= 0)))
    return (*bounds, min(1.0, max(2 * wrong_side, 1 / RESAMPLES)))


def _draws(count: int, seed: int) -> NDArray[np.int64]:
    return np.random.default_rng(seed).integers(0, count, size=(RESAMPLES, count))


def _summed(observations: Sequence[Ratio], draws: NDArray[np.int64], column: int) -> Floats:
    values = np.array([observation[column] for observation in observations], dtype=np.float64)
    return np.asarray(values[draws].sum(axis=1), dtype=np.float64)


def _ratios(observations: Sequence[Ratio], draws: NDArray[np.int64]) -> Floats:
    parts, wholes = (_summed(observations, draws, column) for column in (0, 1))
    kept = wholes > 0
    return np.asarray(parts[kept] / wholes[kept], dtype=np.float64)


def _bounds(values: Floats) -> tuple[float, float] | None:
    if not len(values):
        return None
    low, high = np.percentile(values, _LEVEL)
    return float(low), float(high)
