"""An answer as server-sent events, for callers that show work in progress.

``accepted`` comes at once. Where a model words the answer, ``statement`` follows for each of its
statements that has passed its check, while it still writes. ``text`` follows for each paragraph once
the whole answer has passed; ``answer`` is the same JSON as without a stream, and what counts;
``problem`` takes its place where something went wrong. Comment lines keep the connection open.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from fastapi.responses import StreamingResponse

from assistant.models import Answer
from assistant.web.api.handlers import INTERNAL
from assistant.web.problems import Problem

MEDIA_TYPE = "text/event-stream"

_KEEP_ALIVE_S = 10.0
"""Proxies commonly close a connection that is silent for 30 to 60 seconds."""

_log = logging.getLogger(__name__)


Told = Callable[[str], None]
"""Takes a checked statement; may be called from any thread."""


def streamed(answering: Callable[[Told], Awaitable[Answer]]) -> StreamingResponse:
    """The response whose events end with what ``answering`` gives; it may tell statements before."""
    return StreamingResponse(
        _events(answering), media_type=MEDIA_TYPE, headers={"X-Accel-Buffering": "no"}
    )


async def _events(answering: Callable[[Told], Awaitable[Answer]]) -> AsyncIterator[bytes]:
    loop = asyncio.get_running_loop()
    statements: asyncio.Queue[str] = asyncio.Queue()

    def told(text: str) -> None:
        loop.call_soon_threadsafe(statements.put_nowait, text)

    task = asyncio.ensure_future(answering(told))
    try:
        yield _event("accepted", {})
        while not task.done():
            waiting = asyncio.ensure_future(statements.get())
            await asyncio.wait(
                {task, waiting}, timeout=_KEEP_ALIVE_S, return_when=asyncio.FIRST_COMPLETED
            )
            if waiting.done():
                yield _event("statement", {"text": waiting.result()})
                continue
            waiting.cancel()
            if not task.done():
                yield ": 正在处理\n\n".encode()
        while not statements.empty():
            yield _event("statement", {"text": statements.get_nowait()})
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
