"""The tab 任务总表: all tasks, narrowed by filters, one in detail, all to take away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.models import TaskRow
from assistant.web.markup.rows import task_detail
from assistant.web.markup.text import address, escaped
from assistant.web.page.choices import Choices
from assistant.web.page.failures import told
from assistant.web.service import Service, TaskFilters

PAGE_ROWS = 50
_TEXT_SHOWN = 120
"""Characters of a task in the table; the detail shows all."""

_HEADERS = [
    "位置",
    "单位或计划",
    "任务内容",
    "责任人",
    "牵头单位",
    "参与单位",
    "完成时间",
    "任务编号",
]
_WIDTHS: list[str | int] = ["170px", "110px", "400px", "90px", "130px", "150px", "120px", "220px"]
_ID_COLUMN = len(_HEADERS) - 1

_FILTER_NAMES = ("document", "unit", "person", "lead", "participant", "deadline", "number", "q")

_PICK = '<p class="mj-empty">点选表中的一行，在这里看全文、责任和数据。</p>'


@dataclass(frozen=True, slots=True)
class ListingTab:
    """The components that are filled anew when the page is opened, in the order of
    ``listing_update``."""

    document: gr.Dropdown
    unit: gr.Dropdown
    person: gr.Dropdown
    lead: gr.Dropdown
    participant: gr.Dropdown
    deadline: gr.Dropdown
    total: gr.HTML
    table: gr.Dataframe
    pager: gr.HTML

    def components(self) -> list[Any]:
        return [
            self.document,
            self.unit,
            self.person,
            self.lead,
            self.participant,
            self.deadline,
            self.total,
            self.table,
            self.pager,
        ]


def listing_tab(service: Service, choices: Choices) -> ListingTab:
    """Build the tab inside the current ``gr.Tab``."""
    with gr.Row(elem_classes="mj-filters"):
        document = gr.Dropdown(_any(choices.documents), value="", label="文件", min_width=220)
        unit = gr.Dropdown(_any(choices.units), value="", label="单位或计划", min_width=180)
        person = gr.Dropdown(_any(choices.people), value="", label="责任人", min_width=120)
        lead = gr.Dropdown(_any(choices.bodies), value="", label="牵头单位", min_width=150)
        participant = gr.Dropdown(_any(choices.bodies), value="", label="参与单位", min_width=150)
    with gr.Row(elem_classes="mj-filters"):
        deadline = gr.Dropdown(_any(choices.deadlines), value="", label="完成时间", min_width=180)
        number = gr.Textbox(label="序号", placeholder="如 7", max_lines=1, min_width=90)
        words = gr.Textbox(label="全文", placeholder="正文中的字词", max_lines=1, min_width=180)
        find = gr.Button("筛选", variant="primary", min_width=100, scale=0)
        clear = gr.Button("清除条件", min_width=120, scale=0)
    offset = gr.State(0)
    total = gr.HTML(apply_default_css=False)
    table = gr.Dataframe(
        headers=_HEADERS,
        datatype="str",
        type="array",
        interactive=False,
        wrap=True,
        column_widths=_WIDTHS,
        max_height=520,
        show_label=False,
        buttons=["fullscreen", "copy"],
        elem_id="mj-table",
    )
    with gr.Row(elem_classes="mj-pager"):
        before = gr.Button("‹ 上一页", size="sm", min_width=90)
        pager = gr.HTML(elem_classes="mj-pager-words", apply_default_css=False)
        after = gr.Button("下一页 ›", size="sm", min_width=90)
    detail = gr.HTML(_PICK, elem_id="mj-detail", apply_default_css=False)

    filters = [document, unit, person, lead, participant, deadline, number, words]
    shown = [total, table, pager, offset]
    quiet: dict[str, Any] = {"show_progress": "minimal", "api_visibility": "private"}

    def from_start(*values: str) -> tuple[Any, ...]:
        return (*_page(service, values, 0), 0)

    def moved(step: int) -> Any:
        def move(at: int, *values: str) -> tuple[Any, ...]:
            start = max(0, at + step)
            total_html, rows, pager_html = _page(service, values, start)
            if not rows and at:
                start = at
                total_html, rows, pager_html = _page(service, values, at)
            return total_html, rows, pager_html, start

        return move

    find.click(from_start, filters, shown, **quiet)
    for chooser in (document, unit, person, lead, participant, deadline):
        chooser.input(from_start, filters, shown, **quiet)
    for field in (number, words):
        field.submit(from_start, filters, shown, **quiet)
    before.click(moved(-PAGE_ROWS), [offset, *filters], shown, **quiet)
    after.click(moved(PAGE_ROWS), [offset, *filters], shown, **quiet)
    clear.click(
        lambda: (*([""] * len(filters)), *from_start(*([""] * len(filters)))),
        None,
        [*filters, *shown],
        **quiet,
    )

    def pick(chosen: gr.SelectData) -> str:
        return _detail(service, chosen.row_value)

    table.select(pick, None, detail, **quiet)
    return ListingTab(document, unit, person, lead, participant, deadline, total, table, pager)


def listing_update(service: Service, choices: Choices) -> list[Any]:
    """New values for ``ListingTab.components``."""
    offered = (
        choices.documents,
        choices.units,
        choices.people,
        choices.bodies,
        choices.bodies,
        choices.deadlines,
    )
    return [
        *(gr.update(choices=_any(each)) for each in offered),
        *_page(service, [""] * len(_FILTER_NAMES), 0),
    ]


def _any(offered: Sequence[str] | Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The choices with "不限" before them."""
    return [("不限", ""), *((each, each) if isinstance(each, str) else each for each in offered)]


def _page(
    service: Service, values: Sequence[str | None], offset: int
) -> tuple[str, list[list[str]], str]:
    """Total line, table and pager for one page."""
    given = {
        name: value.strip()
        for name, value in zip(_FILTER_NAMES, values, strict=True)
        if value and value.strip()
    }
    try:
        rows, total = service.tasks(TaskFilters(**given, limit=PAGE_ROWS, offset=offset))
    except Exception as error:
        return f'<p class="mj-total" role="alert">{escaped(told(error))}</p>', [], ""
    return _total(total, given), [_cells(row) for row in rows], _pager(offset, len(rows), total)


def _total(total: int, given: dict[str, str]) -> str:
    downloads = "".join(
        f'<a class="mj-download" href="{address("/downloads/tasks", [*given.items(), ("format", form)])}"'
        f" download>下载 {name}</a>"
        for form, name in (("xlsx", "Excel"), ("csv", "CSV"))
    )
    hint = "" if total else "，请放宽条件"
    return (
        f'<p class="mj-total"><strong>共 {total} 条</strong>{hint}'
        f'<span class="mj-downloads">{downloads}</span></p>'
    )


def _pager(offset: int, count: int, total: int) -> str:
    return f"第 {offset + 1}–{offset + count} 条，共 {total} 条" if count else ""


def _cells(row: TaskRow) -> list[str]:
    text = row.text if len(row.text) <= _TEXT_SHOWN else f"{row.text[:_TEXT_SHOWN]}…"
    return [
        row.locator,
        row.unit,
        text,
        "、".join(row.people),
        "、".join(row.leads),
        "、".join(row.participants),
        row.deadline or "",
        row.task_id,
    ]


def _detail(service: Service, chosen: Sequence[Any] | None) -> str:
    if not chosen:
        return _PICK
    try:
        return task_detail(service.task(str(chosen[_ID_COLUMN])))
    except Exception as error:
        return f'<p class="mj-empty" role="alert">{escaped(told(error))}</p>'
