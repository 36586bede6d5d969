"""Whether the right tasks were found, before anything was said."""

from __future__ import annotations

from collections.abc import Callable
from math import log2

from eval.metrics.base import Metric, Ratio, ratio
from eval.models import Judged

_TRACED = "有检索记录且出处已定位的用例"


def gold_ranks(judged: Judged) -> list[int] | None:
    """1-based ranks of the gold tasks found, ascending; None where the metric does not apply."""
    candidates = judged.reply.candidates
    gold = set(judged.grounded.gold_tasks)
    if candidates is None or not gold:
        return None
    order = list(dict.fromkeys(candidate.task_id for candidate in candidates))
    return [rank for rank, task_id in enumerate(order, start=1) if task_id in gold]


def _hit_at(k: int) -> Callable[[Judged], Ratio | None]:
    def observe(judged: Judged) -> Ratio | None:
        ranks = gold_ranks(judged)
        return None if ranks is None else Ratio(float(any(rank <= k for rank in ranks)))

    observe.__doc__ = f"""Share of cases with a gold task among the first {k} tasks retrieved.
    Hit rate (success at {k}) as in BEIR (Thakur et al. 2021)."""
    return observe


def _hit_metric(k: int) -> Metric[Ratio]:
    return ratio(f"hit_at_{k}", f"任务命中@{k}", _TRACED)(_hit_at(k))


HIT_AT_1, HIT_AT_5, HIT_AT_10 = map(_hit_metric, (1, 5, 10))


@ratio("mrr", "平均倒数排名", _TRACED)
def MRR(judged: Judged) -> Ratio | None:
    """Mean of one over the rank of the first gold task; 0 where none was retrieved. Mean reciprocal
    rank of TREC-8 (Voorhees 1999)."""
    ranks = gold_ranks(judged)
    if ranks is None:
        return None
    return Ratio(1 / ranks[0] if ranks else 0.0)


@ratio("ndcg_at_10", "nDCG@10", _TRACED)
def NDCG_AT_10(judged: Judged) -> Ratio | None:
    """Normalised discounted cumulative gain of the first ten tasks, every gold task worth 1. Järvelin
    and Kekäläinen 2002; the main figure of BEIR and C-MTEB."""
    ranks = gold_ranks(judged)
    if ranks is None:
        return None
    gain = sum(1 / log2(rank + 1) for rank in ranks if rank <= 10)
    gold = len(judged.grounded.gold_tasks)
    best = sum(1 / log2(rank + 1) for rank in range(1, min(gold, 10) + 1))
    return Ratio(gain / best)
