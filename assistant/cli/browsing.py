"""``mingju tasks`` and ``mingju documents``: the corpus as rows, complete and counted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.asking import AsJson
from assistant.cli.endings import WrongUse
from assistant.cli.runtime import runtime_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.models import TaskRow
    from assistant.web.service import Service, TaskFilters


def tasks(
    context: typer.Context,
    document: Annotated[str | None, typer.Option(help="文件编号，见 mingju documents。")] = None,
    unit: Annotated[str | None, typer.Option(help="单位、市或行动计划的名称。")] = None,
    person: Annotated[str | None, typer.Option(help="责任人。")] = None,
    lead: Annotated[str | None, typer.Option(help="牵头单位。")] = None,
    participant: Annotated[str | None, typer.Option(help="参与或配合单位。")] = None,
    deadline: Annotated[str | None, typer.Option(help="完成时间，如“8月底前”。")] = None,
    number: Annotated[str | None, typer.Option(help="条目编号，如“7”“（三）”。")] = None,
    containing: Annotated[str | None, typer.Option("--q", "-q", help="正文中须有的词语。")] = None,
    limit: Annotated[int, typer.Option(min=1, help="最多显示多少项。")] = 50,
    every: Annotated[bool, typer.Option("--all", help="全部显示。")] = False,
    output: Annotated[
        Path | None, typer.Option(help="把符合条件的全部任务存为表格，.csv 或 .xlsx。")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """列出符合条件的任务；各条件须同时满足。"""
    from assistant.cli.rendering import print_json, show_lines, show_tasks
    from assistant.web.service import TaskFilters

    filters = TaskFilters(
        document=document,
        unit=unit,
        person=person,
        lead=lead,
        participant=participant,
        deadline=deadline,
        number=number,
        q=containing,
    )
    if output:
        table_of = _writer(output)
        rows, total = _rows(runtime_of(context).service, filters, None)
        output.write_bytes(table_of(rows))
        show_lines([f"{total} 项已存入 {output}"])
        return
    rows, total = _rows(runtime_of(context).service, filters, None if every else limit)
    if as_json:
        print_json({"total": total, "limit": len(rows), "offset": 0, "rows": rows})
    else:
        show_tasks(rows, total)


def _rows(service: Service, filters: TaskFilters, limit: int | None) -> tuple[list[TaskRow], int]:
    """The first ``limit`` rows (None: all) that pass, and how many pass in all."""
    from assistant.web.service import MAX_PAGE

    rows: list[TaskRow] = []
    while True:
        size = MAX_PAGE if limit is None else min(MAX_PAGE, limit - len(rows))
        page, total = service.tasks(filters.model_copy(update={"limit": size, "offset": len(rows)}))
        rows += page
        if not page or len(rows) in (total, limit):
            return rows, total


def _writer(output: Path) -> Callable[[Sequence[TaskRow]], bytes]:
    """What makes a file of this ending. Raises WrongUse for an unknown one."""
    from assistant.web.spreadsheets import xlsx_bytes
    from assistant.web.tables import csv_bytes

    writers = {".csv": csv_bytes, ".xlsx": xlsx_bytes}
    if output.suffix.lower() not in writers:
        raise WrongUse(f"不能存为“{output.name}”，文件名请以 .csv 或 .xlsx 结尾。")
    return writers[output.suffix.lower()]


def documents(context: typer.Context, as_json: AsJson = False) -> None:
    """列出收录的文件，并说明各自收录到哪里。"""
    from assistant.cli.rendering import print_json, show_documents

    rows = runtime_of(context).service.documents()
    if as_json:
        print_json({"documents": rows})
    else:
        show_documents(rows)
