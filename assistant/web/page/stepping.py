"""Work done beside the page: what it tells meanwhile, one by one, and last what comes of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Result = TypeVar("Result")
Step = TypeVar("Step")


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """The end of the work."""

    result: Result


def steps_of(work: Callable[[Callable[[Step], None]], Result]) -> Iterator[Step | Done[Result]]:
    """What ``work`` tells through the call it is given, then ``Done``. Raises what it raises."""
    steps: queue.Queue[Step | Done[Result] | Exception] = queue.Queue()

    def run() -> None:
        try:
            steps.put(Done(work(steps.put)))
        except Exception as error:
            steps.put(error)

    threading.Thread(target=run, daemon=True).start()
    while True:
        step = steps.get()
        if isinstance(step, Exception):
            raise step
        yield step
        if isinstance(step, Done):
            return
