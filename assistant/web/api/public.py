"""Routes for people, as HTML or files: passages, embeddable cards, downloads.

They show only what the page shows to everyone, so they ask for no key.
"""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from assistant.web.api.reading import check_conditions, file_response, table_response
from assistant.web.api.requests import SpanQuery, TasksQuery
from assistant.web.api.working import Desk
from assistant.web.markup.frame import card_page, error_page, passage_page
from assistant.web.problems import Problem, ProblemCode
from assistant.web.service import Service

_AROUND = 400
"""Characters shown before and behind a passage."""


def public_routes(service: Service, desk: Desk) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.get("/passages/{document_id}")
    async def passage(document_id: str, query: Annotated[SpanQuery, Query()]) -> HTMLResponse:
        try:
            body = await desk.look_up(
                partial(_passage, service, document_id, query.start, query.end)
            )
        except Problem as problem:
            return HTMLResponse(error_page(problem.title, problem.detail), problem.status)
        return HTMLResponse(body)

    @router.get("/cards/{answer_id}")
    async def card(answer_id: str) -> HTMLResponse:
        answer = await desk.look_up(partial(service.answer, answer_id))
        if answer is None:
            return HTMLResponse(
                error_page("没有这条回答", "可能地址有误，或回答已清理。请回到首页重新提问。"), 404
            )
        return HTMLResponse(card_page(answer))

    @router.get("/downloads/tasks")
    async def all_tasks(query: Annotated[TasksQuery, Query()]) -> Response:
        check_conditions(query)
        return await desk.look_up(partial(table_response, service, query))

    @router.get("/downloads/answers/{answer_id}")
    async def answer_rows(
        answer_id: str, form: Annotated[Literal["csv", "xlsx"], Query(alias="format")] = "csv"
    ) -> Response:
        answer = await desk.look_up(partial(service.answer, answer_id))
        if answer is None or answer.rows is None:
            raise Problem(
                404,
                ProblemCode.UNKNOWN_ANSWER,
                "没有这个编号的列表，可能已清理。请重新提问后下载。",
            )
        return await desk.look_up(partial(file_response, list(answer.rows), form, "回答中的任务"))

    return router


def _passage(service: Service, document_id: str, start: int, end: int) -> str:
    span = service.span(document_id, start, end)
    first, last = max(0, start - _AROUND), min(span.length, end + _AROUND)
    before = service.span(document_id, first, start).text if first < start else ""
    after = service.span(document_id, end, last).text if end < last else ""
    return passage_page(before, span, after)
