"""What a report says, as sentences and tables; text and page only lay them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from eval.metrics import METRICS
from eval.names import KIND_NAMES, VERDICT_NAMES
from eval.report import Beside, Report
from eval.scoring import Row, Scores, Totals
from eval.showing import (
    HEADLINES,
    number,
    ranged,
    run_name,
    steps,
    title,
)

_GROUP_COLUMNS = (
    "correct",
    "fact_recall",
    "citation_recall",
    "citation_precision",
    "task_citation",
)
_WEAKEST = 3


class Table(NamedTuple):
    """A head and rows of as many cells, in words for readers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def summary(report: Report) -> tuple[str, ...]:
    """The report in a few sentences: how good it is, beside what, and where it fails."""
    correct = report.scores.total["correct"]
    found = [
        f"{correct.n} 条用例中 {number(correct.value, 'correct')} 全对"
        f"（95% 区间 {ranged(correct, 'correct')}）："
        "该写的事实都写了，引用了写有它的原文，没有说错；答不了的如实拒答。"
    ]
    baselines = [one for one in report.others if not one.is_part]
    if baselines:
        best = max(baselines, key=lambda one: one.scores.total["correct"].value or 0.0).scores
        share = number(best.total["correct"].value, "correct")
        found.append(f"同一批用例，最好的对照（{named(best)}）全对 {share}。")
    weak = sorted(
        (row["correct"].value, kind)
        for kind, row in report.scores.by_kind.items()
        if row["correct"].value is not None and row["correct"].value < 1
    )[:_WEAKEST]
    if not weak:
        return (*found, "各类问题都没有错。")
    worst = "、".join(
        f"{KIND_NAMES.get(kind, kind)}（{number(value, 'correct')}）" for value, kind in weak
    )
    where = "、".join(f"{step}（{count} 条）" for step, count in steps(report.failures).items())
    return (*found, f"最弱的问题类型：{worst}。", f"错在哪一步：{where}。")


def named(scores: Totals) -> str:
    """What readers call the system of a run."""
    return run_name(scores.settings.system, scores.settings.without)


def all_metrics(scores: Scores) -> Table:
    """Every metric with interval, number of cases and denominator."""
    rows = []
    for metric in METRICS:
        found = scores.total[metric.name]
        whole = f"{metric.denominator}：{found.denominator}"
        cells = (number(found.value, metric.name), ranged(found, metric.name), str(found.n), whole)
        rows.append((title(metric.name), *cells))
    return Table(("指标", "值", "95%区间", "用例数", "分母"), tuple(rows))


def groups(label: str, rows: Mapping[str, Row], names: Mapping[str, str]) -> Table:
    """The main metrics of each kind or document."""
    return Table(
        (label, "用例数", *map(title, _GROUP_COLUMNS), "全对率95%区间"),
        tuple(
            (
                names.get(key, key),
                str(row["correct"].n),
                *(number(row[column].value, column) for column in _GROUP_COLUMNS),
                ranged(row["correct"], "correct"),
            )
            for key, row in rows.items()
        ),
    )


def systems(report: Report, others: tuple[Beside, ...]) -> Table:
    """The main system and ``others`` by the headline metrics."""
    first, *rest = HEADLINES
    own = (named(report.scores), number(report.scores.total[first].value, first), "")
    rows = [(*own, *_values(report.scores, rest))]
    for other in others:
        share = number(other.scores.total[first].value, first)
        rows.append((named(other.scores), share, _difference(other), *_values(other.scores, rest)))
    head = ("系统", title(first), f"差（{named(report.scores)}为准）", *map(title, rest))
    return Table(head, tuple(rows))


def verdicts(scores: Scores) -> Table | None:
    """Verdicts wanted against verdicts given; None where no statement was to be checked."""
    if not any(sum(row.values()) for row in scores.confusion.values()):
        return None
    columns = [VERDICT_NAMES[name] for name in next(iter(scores.confusion.values()))]
    rows = ((VERDICT_NAMES[key], *map(str, row.values())) for key, row in scores.confusion.items())
    return Table(("应为 \\ 判为", *columns), tuple(rows))


def reliability(report: Report) -> Table | None:
    """The bins of the refusal score; None where the system shows none."""
    if not report.reliability:
        return None
    rows = (
        (f"{one.support:.3f}", str(one.n), f"{one.answerable:.0%}", f"{one.answered:.0%}")
        for one in report.reliability
    )
    return Table(("依据强度（均值）", "用例数", "其中答得了的", "其中作了答的"), tuple(rows))


def _values(scores: Totals, metrics: list[str]) -> tuple[str, ...]:
    return tuple(number(scores.total[name].value, name) for name in metrics)


def _difference(other: Beside) -> str:
    change = other.change
    if change.difference is None:
        return "–"
    sure = "" if change.is_significant else "，不显著"
    return f"{100 * change.difference:+.1f}{sure}"
