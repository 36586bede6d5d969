"""Two runs on the same cases: what got better, what got worse, and whether that is more than chance.

Significance is by paired bootstrap over the cases that both runs have (Efron and Tibshirani 1993,
ch. 16; Koehn 2004 for language tasks).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from eval.bootstrap import SEED, paired
from eval.metrics import METRICS
from eval.metrics.base import Better, Metric, Ratio
from eval.metrics.correctness import is_correct
from eval.models import Judged, Run
from eval.showing import number, title

_LEVEL = 0.05
_NOTHING = Ratio(0.0, 0.0)


@dataclass(frozen=True)
class Change:
    """One metric in both runs. ``low``/``high`` bound second minus first; None without a test."""

    metric: str
    first: float | None
    second: float | None
    low: float | None
    high: float | None
    p: float | None

    @property
    def difference(self) -> float | None:
        if self.first is None or self.second is None:
            return None
        return self.second - self.first

    @property
    def is_significant(self) -> bool:
        return self.p is not None and self.p < _LEVEL


@dataclass(frozen=True)
class Comparison:
    """``better``/``worse`` are ids of cases that became right or wrong as a whole;
    ``only_first``/``only_second`` ids of cases that the other run does not have."""

    changes: tuple[Change, ...]
    common: int
    better: tuple[str, ...]
    worse: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def compare(first: Run, second: Run, seed: int = SEED) -> Comparison:
    """``second`` against ``first``, over the cases with the same id and content in both."""
    pairs = _pairs(first, second)
    sides = [{one.case.id: one for one in run.judged} for run in (first, second)]
    common = [one.case.id for one, _ in pairs]
    right = {one.case.id: (is_correct(one), is_correct(other)) for one, other in pairs}
    kept = set(common)
    return Comparison(
        changes=tuple(_change(metric, pairs, seed) for metric in METRICS),
        common=len(common),
        better=tuple(id_ for id_, (was, now) in right.items() if now and not was),
        worse=tuple(id_ for id_, (was, now) in right.items() if was and not now),
        only_first=tuple(id_ for id_ in sides[0] if id_ not in kept),
        only_second=tuple(id_ for id_ in sides[1] if id_ not in kept),
    )


def change(metric: Metric[Any], first: Run, second: Run, seed: int = SEED) -> Change:
    """One metric of ``second`` against ``first``, over the cases that both have."""
    return _change(metric, _pairs(first, second), seed)


def _pairs(first: Run, second: Run) -> list[tuple[Judged, Judged]]:
    other = {one.case.id: one for one in second.judged}
    return [
        (one, other[one.case.id])
        for one in first.judged
        if one.case.id in other and other[one.case.id].case == one.case
    ]


def _change(metric: Metric[Any], pairs: list[tuple[Judged, Judged]], seed: int) -> Change:
    observed = [(metric.observe(one), metric.observe(other)) for one, other in pairs]
    first, second = (
        metric.summarise([pair[side] for pair in observed if pair[side] is not None])
        for side in (0, 1)
    )
    test = None
    if all(isinstance(seen, Ratio | None) for pair in observed for seen in pair):
        # What one side has nothing to observe in adds nothing to that side's sums.
        test = paired(
            [pair[0] or _NOTHING for pair in observed],
            [pair[1] or _NOTHING for pair in observed],
            seed,
        )
    low, high, p = test or (None, None, None)
    return Change(metric.name, first, second, low, high, p)


def as_markdown(comparison: Comparison, names: tuple[str, str]) -> str:
    """The comparison for people."""
    lines = [
        f"# {names[1]} 对 {names[0]}",
        "",
        f"两次运行共有 {comparison.common} 条相同用例："
        f"{len(comparison.better)} 条变对，{len(comparison.worse)} 条变错。",
        "",
        f"| 指标 | {names[0]} | {names[1]} | 差 | 差的95%区间 | p | |",
        "|---|---:|---:|---:|---:|---:|---|",
    ]
    lines += [_line(change) for change in comparison.changes if change.first is not None]
    for label, ids in (
        ("变对", comparison.better),
        ("变错", comparison.worse),
        (f"只在 {names[0]}", comparison.only_first),
        (f"只在 {names[1]}", comparison.only_second),
    ):
        if ids:
            lines += ["", f"**{label}**：{'、'.join(ids)}"]
    return "\n".join(lines) + "\n"


def _line(change: Change) -> str:
    name = change.metric
    bounds = "–"
    if change.low is not None and change.high is not None:
        bounds = f"{number(change.low, name)}–{number(change.high, name)}"
    cells = (
        title(name),
        number(change.first, name),
        number(change.second, name),
        number(change.difference, name),
        bounds,
        "–" if change.p is None else f"{change.p:.3f}",
        _word(change),
    )
    return "| " + " | ".join(cells) + " |"


def _word(change: Change) -> str:
    metric = next(metric for metric in METRICS if metric.name == change.metric)
    if not change.is_significant or metric.better is Better.NEITHER or not change.difference:
        return ""
    improved = (change.difference > 0) == (metric.better is Better.HIGHER)
    return "显著变好" if improved else "显著变差"
