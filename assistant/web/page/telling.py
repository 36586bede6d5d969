"""An answer as it comes: statements a model wrote, each once checked, then the whole answer."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence

from assistant.models import Answer, Turn
from assistant.web.service import Service, TellingService


def answering(
    service: Service, question: str, history: Sequence[Turn], documents: Sequence[str] | None
) -> Iterator[str | Answer]:
    """The statements that the service tells, if it does, and last the answer. Raises what the
    service raises."""
    if not isinstance(service, TellingService):
        yield service.ask(question, history, documents)
        return
    telling = service
    steps: queue.Queue[str | Answer | Exception] = queue.Queue()

    def work() -> None:
        try:
            steps.put(telling.ask_telling(question, steps.put, history, documents))
        except Exception as error:
            steps.put(error)

    threading.Thread(target=work, daemon=True).start()
    while True:
        step = steps.get()
        if isinstance(step, Exception):
            raise step
        yield step
        if isinstance(step, Answer):
            return
