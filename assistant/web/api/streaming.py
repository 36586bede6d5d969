"""An answer as server-sent events, for callers that show work in progress.

``accepted`` comes at once; ``text`` follows for each paragraph, only after the whole answer has
passed its checks; ``answer`` is the same JSON as without a stream; ``problem`` takes its place
where something went wrong. Comment lines keep the connection open in between.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable
from typing import Any

from fastapi.responses import StreamingResponse

from assistant.models import Answer
from assistant.web.api.handlers import INTERNAL
from assistant.web.problems import Problem

MEDIA_TYPE = "text/event-stream"

_KEEP_ALIVE_S = 10.0
"""Proxies commonly close a connection that is silent for 30 to 60 seconds."""

_log = logging.getLogger(__name__)


def streamed(answering: Awaitable[Answer]) -> StreamingResponse:
    """The response whose events end with what ``answering`` gives."""
    return StreamingResponse(
        _events(answering), media_type=MEDIA_TYPE, headers={"X-Accel-Buffering": "no"}
    )


async def _events(answering: Awaitable[Answer]) -> AsyncIterator[bytes]:
    task = asyncio.ensure_future(answering)
    try:
        yield _event("accepted", {})
        while not task.done():
            await asyncio.wait({task}, timeout=_KEEP_ALIVE_S)
            if not task.done():
                yield ": 正在处理\n\n".encode()
        try:
            answer = task.result()
        except Problem as problem:
            yield _event("problem", problem.document())
            return
        except Exception as error:
            _log.error("unhandled error in a stream", exc_info=error)
            yield _event("problem", INTERNAL.document())
            return
        for paragraph in answer.answer.split("\n\n"):
            yield _event("text", {"text": paragraph})
        yield _event("answer", answer.model_dump(mode="json"))
    finally:
        task.cancel()


def _event(name: str, data: dict[str, Any]) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode(
        errors="replace"
    )
