"""How long a reader waits."""

from __future__ import annotations

from eval.metrics.base import Better, statistic
from eval.metrics.quantiles import quantile
from eval.models import Judged

_ALL = "全部用例"


@statistic("latency_p50", "耗时中位数（秒）", _ALL, quantile(0.5), better=Better.LOWER, timed=True)
def LATENCY_P50(judged: Judged) -> float | None:
    """Median wall time of a reply in seconds, one question at a time, nearest rank."""
    return judged.reply.seconds


@statistic("latency_p95", "耗时95分位（秒）", _ALL, quantile(0.95), better=Better.LOWER, timed=True)
def LATENCY_P95(judged: Judged) -> float | None:
    """Wall time in seconds that 95 of 100 replies do not exceed, nearest rank."""
    return judged.reply.seconds
