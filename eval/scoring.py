"""From replies to scores: pure, no clock, no network, no assistant.

The same run folder gives the same scores, whoever scores it and how often.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from eval.bootstrap import SEED, interval
from eval.metrics import METRICS
from eval.metrics.base import Metric, Ratio
from eval.metrics.verdicts import confusion, verdict_pair
from eval.models import Judged, Reply, Run, RunSettings

NO_DOCUMENT = "（无出处）"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A metric's value over ``n`` cases, with its 95 % bootstrap interval.

    ``denominator`` is what the value is a share of: cases for a mean over cases, else items (the
    numbers in all answers). ``value`` is None, and n 0, where no case was eligible; an interval may
    be missing alone.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    denominator: int = 0


Row = dict[str, Estimate]
"""Metric name → estimate."""


@dataclass(frozen=True)
class Totals:
    """The scores of one run over all cases. ``digest`` is one hash over all outputs, timings left
    out."""

    settings: RunSettings
    digest: str
    total: Row


@dataclass(frozen=True)
class Scores(Totals):
    """All scores of one run."""

    by_kind: dict[str, Row]
    by_document: dict[str, Row]
    confusion: dict[str, dict[str, int]]


def total(run: Run, seed: int = SEED) -> Totals:
    """Every metric over all cases: a tenth of the work of ``score``."""
    replies = (judged.reply for judged in run.judged)
    return Totals(run.settings, digest(replies), _row(run.judged, seed))


def score(run: Run, seed: int = SEED) -> Scores:
    """Every metric over all cases, by kind and by document."""
    pairs = [pair for judged in run.judged if (pair := verdict_pair(judged)) is not None]
    return Scores(
        **vars(total(run, seed)),
        by_kind=_grouped(run.judged, lambda judged: (judged.case.kind.value,), seed),
        by_document=_grouped(
            run.judged, lambda judged: judged.grounded.documents or (NO_DOCUMENT,), seed
        ),
        confusion=confusion(pairs),
    )


def estimate(metric: Metric[Any], judged: Iterable[Judged], seed: int = SEED) -> Estimate:
    """One metric over the cases it applies to."""
    observations = [seen for one in judged if (seen := metric.observe(one)) is not None]
    value = metric.summarise(observations)
    bounds = interval(observations, metric.summarise, seed) if value is not None else None
    low, high = bounds or (None, None)
    shares = all(isinstance(seen, Ratio) for seen in observations)
    whole = sum(seen.whole for seen in observations) if shares else len(observations)
    return Estimate(value, low, high, len(observations), round(whole))


def digest(replies: Iterable[Reply]) -> str:
    """sha256 over every reply in order, less what the clock or the processor may change.

    Left out are timings and the retrieval trace: its scores are floats, and the last bit of a float
    is the processor's own business. Of an error only its kind counts: messages may hold paths.
    """
    hashed = hashlib.sha256()
    for reply in replies:
        content = reply.model_dump(
            mode="json",
            exclude={
                "seconds": True,
                "candidates": True,
                "support": True,
                "answer": {"timings_ms"},
                "verification": {"timings_ms"},
            },
        )
        content["error"] = (reply.error or "").partition(":")[0]
        hashed.update(json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8"))
        hashed.update(b"\n")
    return hashed.hexdigest()


def _row(judged: Sequence[Judged], seed: int) -> Row:
    return {metric.name: estimate(metric, judged, seed) for metric in METRICS}


def _grouped(
    judged: Sequence[Judged], keys: Callable[[Judged], Iterable[str]], seed: int
) -> dict[str, Row]:
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        for key in keys(one):
            groups.setdefault(key, []).append(one)
    return {key: _row(groups[key], seed) for key in sorted(groups)}
