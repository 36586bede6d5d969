"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from eval import report_tables
from eval.names import KIND_NAMES
from eval.report import Report
from eval.report_tables import Table
from eval.showing import expected, got, steps

_FAILURES = 20


def as_markdown(report: Report, shown_failures: int = _FAILURES) -> str:
    """The whole report; ``shown_failures`` of the worst failures."""
    scores = report.scores
    settings = scores.settings
    parts = [
        f"# 评测报告：{report_tables.named(scores)}，{settings.split}",
        "\n".join(report_tables.summary(report)),
        f"索引 `{settings.index_version}`　语料 `{settings.corpus_sha256[:12]}`　"
        f"输出摘要 `{scores.digest}`",
        "## 全部指标",
        _table(report_tables.all_metrics(scores)),
        "## 按问题类型",
        _table(report_tables.groups("类型", scores.by_kind, KIND_NAMES)),
        "## 按文件",
        _table(report_tables.groups("文件", scores.by_document, report.titles)),
        *_beside(report),
        "## 核查结论对照",
        _or(report_tables.verdicts(scores), "本次没有核查用例。"),
        "## 拒答依据",
        _or(report_tables.reliability(report), "系统没有给出拒答所依据的分数。"),
        "## 错在哪一步",
        _table(
            Table(("步骤", "条数"), tuple((s, str(n)) for s, n in steps(report.failures).items()))
        ),
        f"## 最严重的 {min(shown_failures, len(report.failures))} 条错误",
        *_failures(report, shown_failures),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _beside(report: Report) -> tuple[str, ...]:
    if not report.others:
        return ()
    return "## 对照与去掉部件", _table(report_tables.systems(report, report.others))


def _failures(report: Report, shown: int) -> Iterable[str]:
    for failure in report.failures[:shown]:
        case = failure.judged.case
        yield (
            f"**{case.id}**（{KIND_NAMES[case.kind.value]}）错在{failure.step.value}：{failure.why}\n\n"
            f"- 问：{case.question}\n- 应：{expected(failure.judged)}\n- 得：{got(failure.judged)}"
        )


def _or(table: Table | None, words: str) -> str:
    return words if table is None else _table(table)


def _table(table: Table) -> str:
    ruler = ("---",) + ("---:",) * (len(table.head) - 1)
    lines = (tuple(map(_cell, row)) for row in (table.head, *table.rows))
    head, *rows = ("| " + " | ".join(line) + " |" for line in lines)
    return "\n".join((head, "| " + " | ".join(ruler) + " |", *rows))


def _cell(value: str) -> str:
    return value.replace("|", "\\|")
