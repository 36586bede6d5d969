"""The report as one self-contained HTML page: no script, no font, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from eval import report_tables
from eval.diagnosing import Failure
from eval.metrics import BY_NAME, METRICS
from eval.metrics.base import Better
from eval.names import KIND_NAMES
from eval.plots import Bar, Line, bars, counts, curves
from eval.report import Beside, Report
from eval.report_tables import Table, named
from eval.scoring import Row, Scores
from eval.showing import GLOSSES, HEADLINES, expected, got, number, ranged, steps, title

_STYLE = Path(__file__).with_name("report_page.css")
_FAILURES = 40
_OPEN = 3
"""Failures shown in full at once; the others open on a click."""


def as_html(report: Report, shown_failures: int = _FAILURES) -> str:
    """The whole page."""
    scores = report.scores
    name = escape(f"{named(scores)}，{scores.settings.split}")
    sections = [
        "".join(f'<p class="summary">{escape(one)}</p>' for one in report_tables.summary(report)),
        _cards(scores),
        _section(
            "按问题类型",
            _group_bars(scores.by_kind, KIND_NAMES),
            "条形为全对率，细线为 95% 区间，最弱的在最上面。",
        ),
        _section("按文件", _group_bars(scores.by_document, report.titles)),
        _beside(report, "与其他做法比较", parts=False),
        _beside(report, "每个部件值多少：逐个去掉", parts=True),
        _section("错在哪一步", counts(list(steps(report.failures).items()), "错误按步骤"))
        if report.failures
        else "",
        _section(
            f"最严重的错误（共 {len(report.failures)} 条）",
            _failures(report, shown_failures),
            "对读者危害最大的在前：先是误判为支持、该拒不拒，再是漏答，最后是误拒。",
        ),
        _section("拒答依据的可靠程度", _reliability(report)),
        _section("核查结论对照", _verdicts(scores)),
        _section("全部指标", _metrics(scores), "点开指标名可看定义与出处。"),
        _settings(scores),
    ]
    body = "\n".join(section for section in sections if section)
    style = _STYLE.read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>评测报告：{name}</title>\n<style>\n{style}</style></head>\n"
        f"<body>\n<main>\n<h1>评测报告：{name}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _cards(scores: Scores) -> str:
    cards = []
    for name in HEADLINES:
        found = scores.total[name]
        cards.append(
            f'<div class="card {_mood(found.value, name)}"><b>{number(found.value, name)}</b>'
            f"<span>{escape(title(name))}</span><span>{escape(GLOSSES[name])}</span>"
            f"<small>{ranged(found, name)}，{found.n} 条</small></div>"
        )
    note = "↑ 越高越好，↓ 越低越好；小字为 95% 区间和用例数。"
    return f'<div class="cards">{"".join(cards)}</div><p class="note">{note}</p>'


def _mood(value: float | None, metric: str) -> str:
    """The card's colour: how near the value is to what one would want, in three steps."""
    if value is None:
        return ""
    good = 1 - value if BY_NAME[metric].better is Better.LOWER else value
    return "fine" if good >= 0.95 else "fair" if good >= 0.8 else "poor"


def _group_bars(groups: Mapping[str, Row], names: Mapping[str, str]) -> str:
    rows = [_correct_bar(names.get(key, key), row) for key, row in groups.items()]
    rows.sort(key=lambda row: (row.value is None, row.value or 0.0))
    return bars(rows, "全对率")


def _correct_bar(label: str, row: Row, *, emphasis: bool = False) -> Bar:
    found = row["correct"]
    return Bar(label, found.value, found.low, found.high, found.n, emphasis)


def _beside(report: Report, heading: str, *, parts: bool) -> str:
    others: tuple[Beside, ...] = tuple(one for one in report.others if one.is_part is parts)
    if not others:
        return ""
    rows = [_correct_bar(named(report.scores), report.scores.total, emphasis=True)]
    rows += [_correct_bar(named(one.scores), one.scores.total) for one in others]
    table = _table(report_tables.systems(report, others))
    note = "同一批用例、同一条命令。条形为全对率；差为百分点，按配对自助法，“不显著”指 p≥0.05。"
    return _section(heading, bars(rows, heading) + table, note)


def _reliability(report: Report) -> str:
    table = report_tables.reliability(report)
    if table is None:
        return "<p>系统没有给出拒答所依据的分数。</p>"
    bins = report.reliability
    lines = [
        Line("语料答得了", "truth", tuple((one.support, one.answerable) for one in bins)),
        Line("作了回答", "given", tuple((one.support, one.answered) for one in bins)),
    ]
    note = (
        "<p>依据强度是检索到的最好一句超出“与问题有关”这条线多少，低于 0 即拒答；"
        "年份、单位不在语料内等情形另按规则拒答，不看这个分数。两条线越近，拒答越准。</p>"
    )
    return curves(lines, "依据强度", "拒答依据的可靠程度") + note + _table(table)


def _verdicts(scores: Scores) -> str:
    table = report_tables.verdicts(scores)
    return "<p>本次没有核查用例。</p>" if table is None else _table(table)


def _failures(report: Report, shown: int) -> str:
    if not report.failures:
        return "<p>没有错误。</p>"
    items = [_failure(one, at < _OPEN) for at, one in enumerate(report.failures[:shown])]
    left = len(report.failures) - shown
    more = f"<p>另有 {left} 条，见 --json 输出。</p>" if left > 0 else ""
    return "".join(items) + more


def _failure(failure: Failure, opened: bool) -> str:
    case = failure.judged.case
    history = "".join(f"（上文：{escape(turn)}）" for turn in case.history)
    note = f"<dt>说明</dt><dd>{escape(case.note)}</dd>" if case.note else ""
    return (
        f"<details{' open' if opened else ''}><summary>{escape(case.question)} "
        f'<span class="step">错在{failure.step.value}：{escape(failure.why)}</span></summary>'
        f"<dl><dt>问</dt><dd>{history}{escape(case.question)}</dd>"
        f"<dt>应</dt><dd>{escape(expected(failure.judged))}</dd>"
        f"<dt>得</dt><dd>{escape(got(failure.judged))}</dd>{note}"
        f"<dt>编号</dt><dd><code>{escape(case.id)}</code>（{KIND_NAMES[case.kind.value]}）</dd></dl>"
        "</details>"
    )


def _metrics(scores: Scores) -> str:
    table = report_tables.all_metrics(scores)
    names = [
        f"<details><summary>{escape(row[0])} <code>{metric.name}</code></summary>"
        f'<p lang="en">{escape(metric.definition)}</p></details>'
        for metric, row in zip(METRICS, table.rows, strict=True)
    ]
    return _table(table, names)


def _settings(scores: Scores) -> str:
    rows = [(name, str(value)) for name, value in scores.settings.model_dump(mode="json").items()]
    return _section("运行设置", _table(Table(("项", "值"), (*rows, ("digest", scores.digest)))))


def _section(heading: str, content: str, note: str = "") -> str:
    remark = f'<p class="note">{escape(note)}</p>' if note else ""
    return f"<section><h2>{escape(heading)}</h2>{remark}{content}</section>"


def _table(table: Table, firsts: list[str] | None = None) -> str:
    """An HTML table; ``firsts`` are the first cells as HTML, where they are more than words."""
    top = "".join(f"<th>{escape(cell)}</th>" for cell in table.head)
    lines = []
    for at, row in enumerate(table.rows):
        cells = [escape(cell) for cell in row]
        if firsts is not None:
            cells[0] = firsts[at]
        lines.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return (
        f'<div class="wide"><table><thead><tr>{top}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table></div>"
    )
