"""The report as one self-contained HTML page: no script, no font, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from eval.metrics import METRICS
from eval.metrics.base import Better
from eval.plots import Bar, Line, bars, counts, curves
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

_STYLE = Path(__file__).with_name("report_page.css")
_FAILURES = 40


def as_html(report: Report, shown_failures: int = _FAILURES) -> str:
    """The whole page."""
    settings = report.scores.settings
    name = f"{run_name(settings.system, settings.without)}，{settings.split}"
    sections = [
        f'<p class="summary">{escape(summary(report))}</p>',
        _cards(report.scores),
        _section("错在哪一步", counts(list(steps(report.failures).items()), "错误按步骤"))
        if report.failures
        else "",
        _section(
            "按问题类型",
            _kind_bars(report.scores.by_kind, KIND_NAMES),
            "条形为全对率，细线为 95% 区间。",
        ),
        _section("按文件", _kind_bars(report.scores.by_document, {})),
        _beside(report),
        _section("拒答依据的可靠程度", _reliability(report)),
        _section("核查结论对照", _confusion(report.scores)),
        _section(
            f"最严重的错误（共 {len(report.failures)} 条）", _failures(report, shown_failures)
        ),
        _section("全部指标", _metrics(report.scores), "指针停在指标名上可看定义与出处。"),
        _settings(report.scores),
    ]
    body = "\n".join(section for section in sections if section)
    style = _STYLE.read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>评测报告：{escape(name)}</title>\n<style>\n{style}</style></head>\n"
        f"<body>\n<main>\n<h1>评测报告：{escape(name)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _cards(scores: Scores) -> str:
    cards = []
    for name in HEADLINES:
        found = scores.total[name]
        mood = _mood(found.value, name)
        cards.append(
            f'<div class="card {mood}"><b>{number(found.value, name)}</b>'
            f"<span>{escape(title(name))}</span>"
            f"<small>{ranged(found, name)}　n={found.n}</small></div>"
        )
    return f'<div class="cards">{"".join(cards)}</div>'


def _mood(value: float | None, metric: str) -> str:
    """The card's colour: how near the value is to what one would want, in three steps."""
    if value is None:
        return ""
    lower = next(m.better is Better.LOWER for m in METRICS if m.name == metric)
    good = 1 - value if lower else value
    return "fine" if good >= 0.95 else "fair" if good >= 0.8 else "poor"


def _kind_bars(groups: Mapping[str, Row], names: Mapping[str, str]) -> str:
    rows = [_correct_bar(names.get(key, key), row) for key, row in groups.items()]
    rows.sort(key=lambda row: (row.value is None, row.value or 0.0))
    return bars(rows, "全对率")


def _correct_bar(label: str, row: Row, *, emphasis: bool = False) -> Bar:
    found = row["correct"]
    return Bar(label, found.value, found.low, found.high, found.n, emphasis)


def _beside(report: Report) -> str:
    if not report.others:
        return ""
    runs = (report.scores, *report.others)
    names = [run_name(run.settings.system, run.settings.without) for run in runs]
    rows = [
        _correct_bar(name, run.total, emphasis=run is report.scores)
        for name, run in zip(names, runs, strict=True)
    ]
    table = _table(
        ("系统", *map(title, HEADLINES)),
        [
            (name, *(number(run.total[metric].value, metric) for metric in HEADLINES))
            for name, run in zip(names, runs, strict=True)
        ],
    )
    note = "同一批用例、同一条命令。条形为全对率。"
    return _section("基线与关闭部件", bars(rows, "各系统全对率") + table, note)


def _reliability(report: Report) -> str:
    if not report.reliability:
        return "<p>系统没有给出拒答所依据的分数。</p>"
    lines = [
        Line(
            "语料答得了",
            "truth",
            tuple((one.support, one.answerable) for one in report.reliability),
        ),
        Line("作了回答", "given", tuple((one.support, one.answered) for one in report.reliability)),
    ]
    note = "<p>两条线越近，拒答越准：依据弱的问题应当既答不了也没有答。</p>"
    return curves(lines, "依据强度", "拒答依据的可靠程度") + note


def _confusion(scores: Scores) -> str:
    if not any(sum(row.values()) for row in scores.confusion.values()):
        return "<p>本次没有核查用例。</p>"
    columns = [VERDICT_NAMES[name] for name in next(iter(scores.confusion.values()))]
    rows = [(VERDICT_NAMES[key], *row.values()) for key, row in scores.confusion.items()]
    return _table(("应为 \\ 判为", *columns), rows)


def _failures(report: Report, shown: int) -> str:
    if not report.failures:
        return "<p>没有错误。</p>"
    items = []
    for failure in report.failures[:shown]:
        case = failure.judged.case
        history = "".join(f"（上文：{escape(turn)}）" for turn in case.history)
        items.append(
            f"<details><summary><code>{escape(case.id)}</code> "
            f"<em>{KIND_NAMES[case.kind.value]}</em> {escape(case.question)} "
            f'<span class="step">错在{failure.step.value}</span></summary>'
            f"<dl><dt>原因</dt><dd>{escape(failure.why)}</dd>"
            f"<dt>问</dt><dd>{history}{escape(case.question)}</dd>"
            f"<dt>应</dt><dd>{escape(expected(failure.judged))}</dd>"
            f"<dt>得</dt><dd>{escape(got(failure.judged))}</dd>"
            f"<dt>说明</dt><dd>{escape(case.note)}</dd></dl></details>"
        )
    left = len(report.failures) - shown
    more = f"<p>另有 {left} 条，见 --json 输出。</p>" if left > 0 else ""
    return "".join(items) + more


def _metrics(scores: Scores) -> str:
    rows = []
    for metric in METRICS:
        found = scores.total[metric.name]
        rows.append(
            f'<tr><td title="{escape(metric.definition, quote=True)}">{escape(title(metric.name))}'
            f" <code>{metric.name}</code></td><td>{number(found.value, metric.name)}</td>"
            f"<td>{ranged(found, metric.name)}</td><td>{found.n}</td>"
            f"<td>{escape(metric.denominator)}</td></tr>"
        )
    head = "".join(f"<th>{name}</th>" for name in ("指标", "值", "95%区间", "n", "分母"))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _settings(scores: Scores) -> str:
    rows = [(name, value) for name, value in scores.settings.model_dump(mode="json").items()]
    return _section("运行设置", _table(("项", "值"), [*rows, ("digest", scores.digest)]))


def _section(heading: str, content: str, note: str = "") -> str:
    remark = f'<p class="note">{escape(note)}</p>' if note else ""
    return f"<section><h2>{escape(heading)}</h2>{remark}{content}</section>"


def _table(head: Sequence[object], rows: Iterable[Iterable[object]]) -> str:
    top = "".join(f"<th>{escape(str(cell))}</th>" for cell in head)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"
