"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eval.metrics import METRICS
from eval.report import Report
from eval.scoring import Row, Scores
from eval.showing import (
    HEADLINES,
    KIND_NAMES,
    VERDICT_NAMES,
    expected,
    got,
    number,
    ranged,
    run_name,
    steps,
    summary,
    title,
)

_FAILURES = 20
_COLUMNS = ("correct", "fact_recall", "citation_recall", "citation_precision", "task_citation")


def as_markdown(report: Report, shown_failures: int = _FAILURES) -> str:
    """The whole report; ``shown_failures`` of the worst failures."""
    settings = report.scores.settings
    parts = [
        f"# 评测报告：{run_name(settings.system, settings.without)}，{settings.split}",
        summary(report),
        f"索引 `{settings.index_version}`　语料 `{settings.corpus_sha256[:12]}`　"
        f"输出摘要 `{report.scores.digest}`",
        "## 全部指标",
        _metrics(report.scores),
        "## 按问题类型",
        _groups("类型", report.scores.by_kind, KIND_NAMES),
        "## 按文件",
        _groups("文件", report.scores.by_document, {}),
        *_beside(report),
        "## 核查结论对照",
        _confusion(report.scores),
        "## 拒答依据",
        _reliability(report),
        "## 错在哪一步",
        _table(("步骤", "条数"), steps(report.failures).items()),
        f"## 最严重的 {min(shown_failures, len(report.failures))} 条错误",
        *_failures(report, shown_failures),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _metrics(scores: Scores) -> str:
    rows = []
    for metric in METRICS:
        found = scores.total[metric.name]
        rows.append(
            (
                title(metric.name),
                number(found.value, metric.name),
                ranged(found, metric.name),
                found.n,
                metric.denominator,
            )
        )
    return _table(("指标", "值", "95%区间", "n", "分母"), rows)


def _groups(first: str, groups: Mapping[str, Row], names: Mapping[str, str]) -> str:
    rows = [
        (
            names.get(key, key),
            row["correct"].n,
            *(number(row[column].value, column) for column in _COLUMNS),
            ranged(row["correct"], "correct"),
        )
        for key, row in groups.items()
    ]
    return _table((first, "n", *map(title, _COLUMNS), "全对率95%区间"), rows)


def _beside(report: Report) -> tuple[str, ...]:
    if not report.others:
        return ()
    rows = [
        (
            run_name(scores.settings.system, scores.settings.without),
            *(number(scores.total[name].value, name) for name in HEADLINES),
        )
        for scores in (report.scores, *report.others)
    ]
    return ("## 基线与关闭部件", _table(("系统", *map(title, HEADLINES)), rows))


def _confusion(scores: Scores) -> str:
    if not any(sum(row.values()) for row in scores.confusion.values()):
        return "本次没有核查用例。"
    columns = [VERDICT_NAMES[name] for name in next(iter(scores.confusion.values()))]
    rows = [(VERDICT_NAMES[key], *row.values()) for key, row in scores.confusion.items()]
    return _table(("应为 \\ 判为", *columns), rows)


def _reliability(report: Report) -> str:
    if not report.reliability:
        return "系统没有给出拒答所依据的分数。"
    rows = [
        (f"{one.support:.3f}", one.n, f"{one.answerable:.0%}", f"{one.answered:.0%}")
        for one in report.reliability
    ]
    return _table(("依据强度（均值）", "n", "其中答得了的", "其中作了答的"), rows)


def _failures(report: Report, shown: int) -> Iterable[str]:
    for failure in report.failures[:shown]:
        case = failure.judged.case
        yield (
            f"**{case.id}**（{KIND_NAMES[case.kind.value]}）错在{failure.step.value}：{failure.why}\n\n"
            f"- 问：{case.question}\n- 应：{expected(failure.judged)}\n- 得：{got(failure.judged)}"
        )


def _table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    lines = [tuple(map(_cell, head)), *(tuple(map(_cell, row)) for row in rows)]
    width = len(lines[0])
    ruler = ("---",) + ("---:",) * (width - 1)
    return "\n".join("| " + " | ".join(line) + " |" for line in (lines[0], ruler, *lines[1:]))


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")
