"""Bringing several searches of one question together: pure functions over score arrays.

Each signal gives every task a number, but on scales of their own (BM25 has no upper end, inner
products of one model lie within a tenth of each other). Each is therefore z-scored over the tasks
before the weighted sum: how far a task stands out from the field, for this question. Measured
better than reciprocal rank fusion, which throws away how far.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping

Scores = NDArray[np.float32]
Places = NDArray[np.int64]

WORDS = "words"
GRAMS = "grams"
CLAUSE_VECTOR = "clause_vector"
TASK_VECTOR = "task_vector"
ASKED_GRAMS = "asked_grams"
ASKED_VECTOR = "asked_vector"

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        WORDS: 1.0,
        GRAMS: 0.5,
        CLAUSE_VECTOR: 1.0,
        TASK_VECTOR: 1.0,
        ASKED_GRAMS: 0.5,
        ASKED_VECTOR: 1.0,
    }
)

_MOST = 8.0
"""Standard deviations a signal may count at most. A word that one task alone holds stands 20 above
the field, and would outvote every other signal even where the question merely mentions it."""

_FLAT = 1e-6
"""A signal whose standard deviation is below this says nothing about these tasks."""


def z_scored(scores: Scores) -> Scores:
    """Standard deviations above the mean; zeros where all are alike."""
    if not len(scores):
        return scores.astype(np.float32)
    spread = float(scores.std())
    if spread < _FLAT:
        return np.zeros(len(scores), dtype=np.float32)
    scaled: Scores = ((scores - scores.mean()) / spread).astype(np.float32)
    return scaled


def best_of_groups(scores: Scores, owners: Places, groups: int) -> tuple[Scores, Places]:
    """For each group the highest score of its members, and that member's place.

    ``owners`` gives each member's group. A group without members gets the lowest score there is,
    and -1. Of equal members the first is taken.
    """
    best = np.full(groups, scores.min() if len(scores) else 0.0, dtype=np.float32)
    places = np.full(groups, -1, dtype=np.int64)
    # stable, highest last: the later write to a group wins
    order = np.argsort(-scores, kind="stable")[::-1]
    best[owners[order]] = scores[order]
    places[owners[order]] = order
    return best, places


def filled(scores: Scores, known: NDArray[np.bool_], by: Scores) -> Scores:
    """``scores`` with those that are not ``known`` taken from ``by``, on the scale of the known.

    Tasks of a document without expansions are to stand neither above nor below the others: they
    stand out as far as they do in the signal that all tasks have.
    """
    if known.all() or not known.any():
        return scores
    own = scores[known]
    told: Scores = np.where(known, scores, own.mean() + own.std() * z_scored(by)).astype(np.float32)
    return told


def fused(
    signals: Mapping[str, Scores], weights: Mapping[str, float] = WEIGHTS
) -> tuple[Scores, dict[str, Scores]]:
    """The weighted sum of the z-scored signals, each capped, and its summands by name.

    A signal without a weight is left out. Raises ValueError where none is left.
    """
    parts = {
        name: (weights[name] * np.minimum(z_scored(scores), _MOST)).astype(np.float32)
        for name, scores in signals.items()
        if weights.get(name)
    }
    if not parts:
        raise ValueError(f"no weight for any of {sorted(signals)}")
    total: Scores = np.sum([parts[name] for name in sorted(parts)], axis=0, dtype=np.float32)
    return total, parts


def ranked(scores: Scores, limit: int) -> Places:
    """Places of the highest scores, best first; equals in their given order."""
    order: Places = np.argsort(-scores, kind="stable")[:limit]
    return order
