"""Turns every exception of a request into a problem document; none shows a stack trace."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from assistant.web.problems import MEDIA_TYPE, Problem, ProblemCode

_log = logging.getLogger(__name__)

INTERNAL = Problem(
    500,
    ProblemCode.INTERNAL,
    "处理时出现意外错误，已记入日志。请稍后再试；若仍然如此，请联系管理员。",
)
"""What a caller learns of a defect."""

_MAX_NAME_SHOWN = 80

_WORDS: Mapping[str, str] = {
    "missing": "缺少这一项，请补上",
    "extra_forbidden": "不认识这一项，请去掉，或核对拼写",
    "string_type": "应为文字（字符串）",
    "string_unicode": "含有无法表示的字符，请以 UTF-8 提交",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "list_type": "应为列表",
    "dict_type": "应为对象",
    "model_type": "应为对象",
    "model_attributes_type": "应为 JSON 对象",
    "too_long": "项数太多",
    "too_short": "不能是空的列表，请去掉或填入",
    "date_from_datetime_parsing": "应为日期，如 2024-06-30",
    "date_parsing": "应为日期，如 2024-06-30",
    "date_type": "应为日期，如 2024-06-30",
}


def problem_response(problem: Problem) -> Response:
    return Response(
        problem.body(),
        status_code=problem.status,
        headers=problem.headers,
        media_type=MEDIA_TYPE,
    )


def install(app: FastAPI) -> None:
    """Register the handlers on ``app``."""

    @app.exception_handler(Problem)
    async def on_problem(request: Request, error: Problem) -> Response:
        return problem_response(error)

    @app.exception_handler(RequestValidationError)
    async def on_invalid(request: Request, error: RequestValidationError) -> Response:
        content_type = request.headers.get("content-type", "")
        return problem_response(_of_validation(error.errors(), content_type))

    @app.exception_handler(HTTPException)
    async def on_http(request: Request, error: HTTPException) -> Response:
        return problem_response(_of_http(error))

    @app.exception_handler(Exception)
    async def on_defect(request: Request, error: Exception) -> Response:
        # The traceback goes to the log; the question and the body do not.
        _log.error("unhandled error at %s", request.scope.get("path"), exc_info=error)
        return problem_response(INTERNAL)


def _of_validation(faults: Sequence[Any], content_type: str) -> Problem:
    kinds = {str(fault["type"]) for fault in faults}
    if "json_invalid" in kinds:
        return Problem(
            400,
            ProblemCode.BAD_JSON,
            "请求正文无法按 JSON 解析。请检查引号、逗号和括号，并以 UTF-8 编码提交。",
        )
    media_type = content_type.partition(";")[0].strip().lower()
    if "model_attributes_type" in kinds and not media_type.endswith("json"):
        return Problem(
            415,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "请以 JSON 提交，并写明 Content-Type: application/json。",
        )
    errors = [{"pointer": _pointer(fault["loc"]), "detail": _words(fault)} for fault in faults]
    if "extra_forbidden" in kinds:
        code = ProblemCode.UNKNOWN_FIELD
    elif "string_unicode" in kinds:
        code = ProblemCode.BAD_ENCODING
    else:
        code = ProblemCode.INVALID
    listed = "；".join(f"{error['pointer']}：{error['detail']}" for error in errors[:5])
    return Problem(422, code, f"{listed}。各接口的参数见 /docs。", errors=errors)


def _pointer(loc: Sequence[str | int]) -> str:
    """Where the fault is: a JSON pointer into the body, or the name of a query parameter."""
    place, *rest = loc
    named = "/".join(str(part)[:_MAX_NAME_SHOWN] for part in rest)
    return f"/{named}" if place == "body" else named or str(place)


def _words(fault: Mapping[str, Any]) -> str:
    context = fault.get("ctx", {})
    match fault["type"]:
        case "greater_than_equal":
            return f"不能小于 {context.get('ge')}"
        case "less_than_equal":
            return f"不能大于 {context.get('le')}"
        case "literal_error" | "enum":
            return f"只能是 {str(context.get('expected', '')).replace(' or ', '、')}"
        case "too_long":
            return f"至多 {context.get('max_length')} 项"
        case kind:
            return _WORDS.get(str(kind), "不符合要求")


def _of_http(error: HTTPException) -> Problem:
    headers = dict(error.headers or {})
    match error.status_code:
        case 404:
            return Problem(404, ProblemCode.NOT_FOUND, "没有这个地址。可用的地址见 /docs。")
        case 405:
            return Problem(
                405,
                ProblemCode.METHOD_NOT_ALLOWED,
                f"此地址不接受这种请求方法，可用：{headers.get('Allow', headers.get('allow', ''))}。",
                headers=headers,
            )
        case 400:
            return Problem(
                400,
                ProblemCode.BAD_ENCODING,
                "请求正文无法读取。请提交 UTF-8 编码的 JSON，嵌套不要过深。",
            )
        case 413:
            return Problem(413, ProblemCode.TOO_LARGE, "请求正文过大，请分几次提交。")
        case status:
            return Problem(
                status,
                ProblemCode.BAD_REQUEST,
                "请求无法处理。各接口的用法见 /docs。",
                headers=headers,
            )
