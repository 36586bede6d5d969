"""Tasks as a table, and one task in full."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import TaskFigure, TaskRow
from assistant.web.markup.text import escaped, joined, passage_address


def rows_table(rows: Sequence[TaskRow], total: int | None, downloads: str = "") -> str:
    """The rows of a list answer under "共 n 项"; ``downloads`` is HTML for the same line."""
    count = len(rows) if total is None else total
    shown = "" if count == len(rows) else f"，以下为其中 {len(rows)} 项"
    body = "".join(_table_row(place, row) for place, row in enumerate(rows, start=1))
    return (
        f'<section class="mj-rows"><p class="mj-total"><strong>共 {count} 项</strong>{shown}'
        f"{downloads}</p>"
        '<div class="mj-scroll" tabindex="0" role="region" aria-label="任务列表"><table><thead><tr>'
        '<th scope="col">#</th><th scope="col">位置</th><th scope="col">任务内容</th>'
        '<th scope="col">责任</th><th scope="col">完成时间</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div></section>"
    )


def _table_row(place: int, row: TaskRow) -> str:
    href = passage_address(row.document_id, row.start, row.end)
    return (
        f'<tr><td>{place}</td><td><a href="{href}" target="_blank" rel="noopener">'
        f"{escaped(row.locator)}</a></td><td>{escaped(row.text)}</td>"
        f"<td>{_duty(row)}</td><td>{escaped(row.deadline or '—')}</td></tr>"
    )


def _duty(row: TaskRow) -> str:
    parts = [
        f"{name}：{joined(held)}"
        for name, held in (
            ("责任人", row.people),
            ("牵头", row.leads),
            ("参与", row.participants),
        )
        if held
    ]
    return "<br>".join(parts) or "—"


def task_detail(row: TaskRow) -> str:
    """Everything known of one task."""
    facts = (
        ("文件", escaped(f"《{row.document_title}》{row.document_number or ''}")),
        ("位置", escaped(" › ".join((*row.path, row.number)))),
        ("责任人", joined(row.people)),
        ("牵头单位", joined(row.leads)),
        ("参与单位", joined(row.participants)),
        ("完成时间", escaped(row.deadline or "—")),
        ("年份", joined(str(year) for year in row.period)),
    )
    listed = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)
    href = passage_address(row.document_id, row.start, row.end)
    copied = escaped(f"“{row.text}”（{row.locator}，《{row.document_title}》）")
    return (
        f'<article class="mj-task"><h3>{escaped(row.locator)}</h3>'
        f'<p class="mj-text">{escaped(row.text)}</p><dl>{listed}</dl>{_figures(row.figures)}'
        f'<p class="mj-acts"><a href="{href}" target="_blank" rel="noopener">在原文中核对</a>'
        f'<button type="button" class="mj-copy" data-copy="{copied}">复制全文</button></p>'
        f'<p class="mj-fine">任务编号 <code>{escaped(row.task_id)}</code></p></article>'
    )


def _figures(figures: Sequence[TaskFigure]) -> str:
    if not figures:
        return ""
    lines = "".join(
        f"<tr><td>{escaped(figure.indicator) or '—'}</td><td>{escaped(figure.text)}</td>"
        f"<td>{joined(str(year) for year in figure.period)}</td></tr>"
        for figure in figures
    )
    return (
        '<div class="mj-scroll"><table class="mj-figures"><thead><tr><th scope="col">指标</th>'
        '<th scope="col">数据</th><th scope="col">年份</th></tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )
