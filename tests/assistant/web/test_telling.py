"""Statements of a model reach the stream and the page before the whole answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest
from fastapi.testclient import TestClient

from assistant.models import Answer, Removed, Turn
from assistant.web.api.application import create_app
from assistant.web.markup.answers import turn, writing_turn
from assistant.web.page.telling import answering
from assistant.web.service import TellingService
from assistant.web.settings import WebSettings
from tests.assistant.web.fakes import FakeService


class Telling(FakeService):
    """Tells two statements before each answer."""

    def ask_telling(
        self,
        question: str,
        told: Callable[[str], None],
        history: Sequence[Turn] = (),
        documents: Sequence[str] | None = None,
    ) -> Answer:
        told("新建梨园30万亩以上[1]。")
        told("改造老果园12个[2]。")
        return self.ask(question, history, documents)


def test_the_page_gets_statements_first_and_the_answer_last() -> None:
    service = Telling()
    assert isinstance(service, TellingService)
    *statements, answer = answering(service, "面积多大", (), None)
    assert statements == ["新建梨园30万亩以上[1]。", "改造老果园12个[2]。"]
    assert isinstance(answer, Answer)


def test_a_failure_is_raised_where_it_is_read() -> None:
    with pytest.raises(RuntimeError):
        list(answering(Telling(), "请崩溃", (), None))


def test_a_service_that_tells_nothing_just_answers() -> None:
    (answer,) = answering(FakeService(), "面积多大", (), None)
    assert isinstance(answer, Answer)


def test_statements_shown_early_are_escaped() -> None:
    html = writing_turn("<b>问</b>", ["<script>x</script>[1]。"])
    assert "<script>" not in html
    assert "<b>" not in html
    assert 'aria-busy="true"' in html


def test_the_page_says_that_a_model_worded_the_answer() -> None:
    answer = FakeService().ask("面积多大")
    assert "语言模型" not in turn(answer, "t")
    gone = (Removed(text="新建梨园90万亩", why="引文中没有"),)
    worded = answer.model_copy(update={"generator": "llm:m@answer-1", "removed": gone})
    assert "由语言模型撰写" in turn(worded, "t")
    assert "1 处" in turn(worded, "t")
    assert "90万亩" not in turn(worded, "t")


def test_the_stream_tells_statements_before_the_answer() -> None:
    app = create_app(Telling(), WebSettings(page=False, rate_limit=""))
    with TestClient(app) as client:
        reply = client.post(
            "/v1/ask", json={"question": "面积多大"}, headers={"Accept": "text/event-stream"}
        )
    events = [event.split("\n", 1) for event in reply.text.strip().split("\n\n")]
    assert [name for name, _ in events][:3] == [
        "event: accepted",
        "event: statement",
        "event: statement",
    ]
    assert events[-1][0] == "event: answer"
    first = json.loads(events[1][1].removeprefix("data: "))
    assert first == {"text": "新建梨园30万亩以上[1]。"}
