"""Errors as the interface tells them (RFC 9457), each with a Chinese title and what to do next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any

MEDIA_TYPE = "application/problem+json"


class ProblemCode(StrEnum):
    """The machine-readable name of an error; stable, unlike its wording."""

    BAD_REQUEST = "bad_request"
    BAD_JSON = "bad_json"
    BAD_ENCODING = "bad_encoding"
    INVALID = "invalid"
    EMPTY_QUESTION = "empty_question"
    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_DOCUMENT = "unknown_document"
    UNKNOWN_TASK = "unknown_task"
    UNKNOWN_ANSWER = "unknown_answer"
    BAD_SPAN = "bad_span"
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    TOO_LARGE = "too_large"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    KEY_NEEDED = "key_needed"
    TOO_MANY_REQUESTS = "too_many_requests"
    BUSY = "busy"
    NOT_READY = "not_ready"
    INTERNAL = "internal"


_TITLES: Mapping[ProblemCode, str] = MappingProxyType(
    {
        ProblemCode.BAD_REQUEST: "请求有误",
        ProblemCode.BAD_JSON: "请求正文不是有效的 JSON",
        ProblemCode.BAD_ENCODING: "文字编码有误",
        ProblemCode.INVALID: "参数不符合要求",
        ProblemCode.EMPTY_QUESTION: "没有内容",
        ProblemCode.TOO_LONG: "文字过长",
        ProblemCode.CONTROL_CHARACTERS: "含有控制字符",
        ProblemCode.UNKNOWN_FIELD: "有不认识的字段",
        ProblemCode.UNKNOWN_DOCUMENT: "没有这份文件",
        ProblemCode.UNKNOWN_TASK: "没有这条任务",
        ProblemCode.UNKNOWN_ANSWER: "没有这条回答",
        ProblemCode.BAD_SPAN: "原文位置无效",
        ProblemCode.NOT_FOUND: "没有这个地址",
        ProblemCode.METHOD_NOT_ALLOWED: "请求方法不对",
        ProblemCode.TOO_LARGE: "请求过大",
        ProblemCode.UNSUPPORTED_MEDIA_TYPE: "正文类型不受支持",
        ProblemCode.KEY_NEEDED: "需要访问密钥",
        ProblemCode.TOO_MANY_REQUESTS: "请求过于频繁",
        ProblemCode.BUSY: "系统繁忙",
        ProblemCode.NOT_READY: "服务尚未就绪",
        ProblemCode.INTERNAL: "服务器内部错误",
    }
)


class Problem(Exception):
    """Raise to end a request with a problem document.

    ``errors`` lists single faults as ``{"pointer": "/question", "detail": "…"}``.
    """

    def __init__(
        self,
        status: int,
        code: ProblemCode,
        detail: str,
        *,
        errors: Sequence[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.errors = tuple(dict(error) for error in errors)
        self.headers = dict(headers or {})

    @property
    def title(self) -> str:
        return _TITLES[self.code]

    def document(self) -> dict[str, Any]:
        """The JSON body."""
        body: dict[str, Any] = {
            "type": f"urn:mingju:problem:{self.code.value}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "code": self.code.value,
        }
        if self.errors:
            body["errors"] = list(self.errors)
        return body

    def body(self) -> bytes:
        """The document as sent. What a caller wrote may be echoed in it and be no valid text."""
        return json.dumps(self.document(), ensure_ascii=False).encode("utf-8", errors="replace")
