"""Routes that read what is loaded: tasks, documents, search, spans."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from assistant.models import TaskRow
from assistant.web.api.requests import (
    Documents,
    SearchHits,
    SearchQuery,
    SpanQuery,
    TasksPage,
    TasksQuery,
)
from assistant.web.api.saving import as_file
from assistant.web.api.working import Desk
from assistant.web.export import all_rows
from assistant.web.service import MAX_PAGE, Service, SpanRow
from assistant.web.settings import MAX_QUESTION
from assistant.web.spreadsheets import XLSX_TYPE, xlsx_bytes
from assistant.web.tables import csv_bytes
from assistant.web.texts import MAX_NAME, checked_characters, checked_names, checked_text

_DEFAULT_PAGE = 50


def reading_routes(service: Service, desk: Desk) -> APIRouter:
    router = APIRouter(prefix="/v1")

    @router.get("/tasks", summary="任务总表", tags=["任务"], response_model=TasksPage)
    async def tasks(query: Annotated[TasksQuery, Query()]) -> TasksPage | Response:
        """按条件列出任务；各条件须同时满足。`total` 是全部符合条件的条数。"""
        check_conditions(query)
        if query.format != "json":
            return await desk.look_up(
                partial(table_response, service, query), unknown_document_status=404
            )
        limit = query.limit or _DEFAULT_PAGE
        filters = query.filters(limit=limit, offset=query.offset)
        rows, total = await desk.look_up(partial(service.tasks, filters))
        return TasksPage(total=total, limit=limit, offset=query.offset, rows=rows)

    @router.get("/tasks/{task_id:path}", summary="一条任务", tags=["任务"])
    async def task(task_id: str) -> TaskRow:
        """按编号取一条任务。编号含斜杠和汉字，直接写在地址里即可。"""
        checked_characters(task_id, name="任务编号", most=MAX_NAME)
        return await desk.look_up(partial(service.task, task_id))

    @router.get("/documents", summary="文件", tags=["文件"])
    async def documents() -> Documents:
        """载入的全部文件，及各自收录到哪里、缺什么。"""
        return Documents(documents=await desk.look_up(service.documents))

    @router.get("/search", summary="检索", tags=["任务"])
    async def search(query: Annotated[SearchQuery, Query()]) -> SearchHits:
        """按意思和字词找任务，最相关的在前。"""
        q = checked_text(query.q, name="检索词", most=MAX_QUESTION)
        checked_names(query.documents, name="文件编号")
        hits = await desk.answer(partial(service.search, q, query.limit, query.documents))
        return SearchHits(q=q, hits=hits)

    @router.get("/spans/{document_id}", summary="重取原文", tags=["文件"])
    async def span(document_id: str, query: Annotated[SpanQuery, Query()]) -> SpanRow:
        """取文件中第 start 至 end 个字符，用来核对引文；字符与所存文件完全相同。"""
        return await desk.look_up(partial(service.span, document_id, query.start, query.end))

    return router


def check_conditions(query: TasksQuery) -> None:
    """Raises Problem for a condition that is no clean text."""
    for name, value in query.conditions().items():
        checked_characters(value, name=f"条件 {name}", most=MAX_NAME)


def table_response(service: Service, query: TasksQuery) -> Response:
    """All tasks that pass (or the page asked for) as a file to save."""
    if query.limit is None:
        rows = all_rows(service, query.filters(limit=MAX_PAGE, offset=query.offset))
    else:
        rows, _ = service.tasks(query.filters(limit=query.limit, offset=query.offset))
    return file_response(rows, query.format, "任务总表")


def file_response(rows: list[TaskRow], form: str, name: str) -> Response:
    """``rows`` as CSV or XLSX with a file name that browsers show in Chinese."""
    if form == "xlsx":
        body, media_type = xlsx_bytes(rows), XLSX_TYPE
    else:
        body, media_type = csv_bytes(rows), "text/csv; charset=utf-8"
    return as_file(body, media_type, f"{name}.{form}")
