"""The gate: fails when a figure falls beyond its interval under the recorded baseline.

The baseline is a file beside this one, recorded by ``mingju eval gate --record`` and reviewed like
code. Compared are all metrics over all cases, and the share of right answers of every kind of
question, since a kind may break without moving the whole. One case may go wrong where the interval
has no width (a metric at 100 %), except in the strict metrics: a false "supported" or a made-up
number is never noise.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.errors import BaselineMissing
from eval.metrics import BY_NAME
from eval.metrics.base import Better, Metric
from eval.names import KIND_NAMES
from eval.scoring import Estimate, Scores
from eval.showing import number, title
from eval.storing import write_whole

BASELINE = Path(__file__).with_name("baseline.json")
_BY_KIND = "correct"
_ROUNDING = 1e-6  # values are stored to six digits


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Mark(_Frozen):
    """A metric as recorded: its value, interval, and number of observations."""

    value: float
    low: float
    high: float
    n: int


class Baseline(_Frozen):
    """What the gate compares with. ``digest`` is for information: words may change for the better."""

    split: str
    cases_sha256: str
    digest: str
    metrics: dict[str, Mark]
    kinds: dict[str, Mark] = {}
    """Kind of question → its share of right answers."""


@dataclass(frozen=True)
class Fall:
    """A metric that fell beyond what the baseline allows; ``now`` is None where it has no value.
    ``kind`` is the kind of question it fell in, empty for all."""

    metric: str
    now: float | None
    was: float
    allowed: float
    kind: str = ""

    def __str__(self) -> str:
        return (
            f"{KIND_NAMES.get(self.kind, self.kind)}{title(self.metric)}：现为 {number(self.now, self.metric)}，"
            f"基准 {number(self.was, self.metric)}，最多容许到 {number(self.allowed, self.metric)}"
        )


def falls(scores: Scores, baseline: Baseline) -> list[Fall]:
    """All gated metrics that fell too far, in the baseline's order.

    Raises BaselineMissing where the baseline is of other cases.
    """
    if scores.settings.cases_sha256 != baseline.cases_sha256:
        raise BaselineMissing(
            "用例已改动，与基准记录的不是同一批。请核对结果后运行 mingju eval gate --record 重新记录。"
        )
    marks = [(name, "", mark, scores.total) for name, mark in baseline.metrics.items()]
    marks += [
        (_BY_KIND, kind, mark, scores.by_kind.get(kind, {}))
        for kind, mark in baseline.kinds.items()
    ]
    found = []
    for name, kind, mark, row in marks:
        metric = BY_NAME.get(name)
        if metric is None:
            continue
        now = row[name].value if name in row else None
        allowed = _allowed(metric, mark)
        if now is None or _beyond(metric, now, allowed):
            found.append(Fall(name, now, mark.value, allowed, kind))
    return found


def recorded(scores: Scores) -> Baseline:
    """The baseline that these scores would be."""
    return Baseline(
        split=scores.settings.split,
        cases_sha256=scores.settings.cases_sha256,
        digest=scores.digest,
        metrics={
            name: mark
            for name, found in scores.total.items()
            if _is_gated(BY_NAME[name]) and (mark := _mark(found)) is not None
        },
        kinds={
            kind: mark
            for kind, row in scores.by_kind.items()
            if (mark := _mark(row[_BY_KIND])) is not None
        },
    )


def read(file: Path = BASELINE) -> Baseline:
    """Raises BaselineMissing where there is none, or it cannot be read."""
    try:
        return Baseline.model_validate_json(file.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise BaselineMissing(
            f"没有可用的基准 {file}。请运行 mingju eval gate --record 记录一份。"
        ) from error


def write(baseline: Baseline, file: Path = BASELINE) -> None:
    content: dict[str, Any] = baseline.model_dump(mode="json")
    write_whole(file, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _is_gated(metric: Metric[Any]) -> bool:
    return metric.better is not Better.NEITHER and not metric.timed


def _mark(found: Estimate) -> Mark | None:
    if found.value is None or found.low is None or found.high is None:
        return None
    low, value, high = (round(number_, 6) for number_ in (found.low, found.value, found.high))
    return Mark(value=value, low=low, high=high, n=found.n)


def _allowed(metric: Metric[Any], mark: Mark) -> float:
    one_case = 0.0 if metric.strict else 1 / mark.n
    if metric.better is Better.HIGHER:
        return min(mark.low, mark.value - one_case)
    return mark.value if metric.strict else max(mark.high, mark.value + one_case)


def _beyond(metric: Metric[Any], now: float, allowed: float) -> bool:
    if metric.better is Better.HIGHER:
        return now < allowed - _ROUNDING
    return now > allowed + _ROUNDING
