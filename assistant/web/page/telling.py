"""An answer as it comes: statements a model wrote, each once checked, then the whole answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.models import Answer, Turn
from assistant.web.page.stepping import Done, steps_of
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

    def work(tell: Callable[[str], None]) -> Answer:
        return telling.ask_telling(question, tell, history, documents)

    for step in steps_of(work):
        yield step.result if isinstance(step, Done) else step
