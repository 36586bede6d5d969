"""Runs the blocking service beside the event loop, only so many questions at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread

from assistant.web.metrics import Metrics
from assistant.web.problems import Problem, ProblemCode
from assistant.web.service import BadSpan, NotReady, ServiceError, UnknownDocument, UnknownTask

Result = TypeVar("Result")

_RETRY_AFTER_S = "5"


class Desk:
    """Where calls to the service queue up.

    ``concurrency`` questions are worked on at once; one that waits longer than ``wait_s`` for
    its turn is sent away with 503, so that a rush cannot pile up without end.
    """

    def __init__(self, concurrency: int, wait_s: float, metrics: Metrics) -> None:
        self._places = anyio.Semaphore(concurrency)
        self._wait_s = wait_s
        self._metrics = metrics

    async def answer(self, call: Callable[[], Result]) -> Result:
        """Run a question or a check. Raises Problem."""
        with anyio.move_on_after(self._wait_s) as waiting:
            await self._places.acquire()
        if waiting.cancelled_caught:
            raise Problem(
                503,
                ProblemCode.BUSY,
                "同时处理的问题太多，请稍后再试。",
                headers={"Retry-After": _RETRY_AFTER_S},
            )
        self._metrics.working(1)
        try:
            return await self.look_up(call, unknown_document_status=422)
        finally:
            self._metrics.working(-1)
            self._places.release()

    async def look_up(
        self, call: Callable[[], Result], *, unknown_document_status: int = 404
    ) -> Result:
        """Run a call that only reads. Raises Problem for what the service says it cannot do."""
        try:
            return await anyio.to_thread.run_sync(call)
        except ServiceError as error:
            raise problem_of(error, unknown_document_status) from error


def problem_of(error: ServiceError, unknown_document_status: int = 404) -> Problem:
    """What a service's error is to a caller over HTTP."""
    match error:
        case UnknownDocument():
            return Problem(unknown_document_status, ProblemCode.UNKNOWN_DOCUMENT, str(error))
        case UnknownTask():
            return Problem(404, ProblemCode.UNKNOWN_TASK, str(error))
        case BadSpan():
            return Problem(422, ProblemCode.BAD_SPAN, str(error))
        case NotReady():
            return Problem(
                503, ProblemCode.NOT_READY, str(error), headers={"Retry-After": _RETRY_AFTER_S}
            )
        case _:
            return Problem(400, ProblemCode.BAD_REQUEST, str(error))
