"""``mingju tasks`` and ``mingju documents``: the corpus as rows, complete and counted."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.asking import AsJson
from assistant.cli.runtime import runtime_of


def tasks(
    context: typer.Context,
    document: Annotated[str | None, typer.Option(help="文件编号，见 mingju documents。")] = None,
    unit: Annotated[str | None, typer.Option(help="单位、市或行动计划的名称。")] = None,
    person: Annotated[str | None, typer.Option(help="责任人。")] = None,
    lead: Annotated[str | None, typer.Option(help="牵头单位。")] = None,
    participant: Annotated[str | None, typer.Option(help="参与或配合单位。")] = None,
    deadline: Annotated[str | None, typer.Option(help="完成时间，如“8月底前”。")] = None,
    number: Annotated[str | None, typer.Option(help="条目编号，如“7”“（三）”。")] = None,
    containing: Annotated[str | None, typer.Option("--text", "-q", help="正文中的词语。")] = None,
    limit: Annotated[int, typer.Option(min=1, help="最多显示多少项。")] = 50,
    every: Annotated[bool, typer.Option("--all", help="全部显示。")] = False,
    as_json: AsJson = False,
) -> None:
    """列出符合条件的任务；各条件须同时满足。"""
    from assistant.cli.rendering import print_json, show_tasks
    from assistant.models import TaskRow
    from assistant.web.service import MAX_PAGE, TaskFilters

    service = runtime_of(context).service
    rows: list[TaskRow] = []
    while True:
        wanted = MAX_PAGE if every else min(MAX_PAGE, limit - len(rows))
        filters = TaskFilters(
            document=document,
            unit=unit,
            person=person,
            lead=lead,
            participant=participant,
            deadline=deadline,
            number=number,
            q=containing,
            limit=wanted,
            offset=len(rows),
        )
        page, total = service.tasks(filters)
        rows += page
        if not page or len(rows) >= total or (not every and len(rows) >= limit):
            break
    if as_json:
        print_json({"total": total, "limit": len(rows), "offset": 0, "rows": rows})
    else:
        show_tasks(rows, total)


def documents(context: typer.Context, as_json: AsJson = False) -> None:
    """列出收录的文件，并说明各自收录到哪里。"""
    from assistant.cli.rendering import print_json, show_documents

    rows = runtime_of(context).service.documents()
    if as_json:
        print_json({"documents": rows})
    else:
        show_documents(rows)
