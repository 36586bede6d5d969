"""Looking into one question: every step is shown, and the refusal score is the one decided by."""

from __future__ import annotations

import json

import pytest

from assistant.models import Reason, Status
from assistant.service import AssistantService
from eval.explaining import as_markdown, read

ANSWERED = "省科技厅第5项什么时候完成？"
NONSENSE = "火星上的咖啡馆味道好不好？"


def test_every_step_is_shown(service: AssistantService) -> None:
    given = service.explain(ANSWERED)
    assert json.loads(json.dumps(given)) == given, "a plain JSON value"
    found = read(given)
    assert found.understanding
    assert found.candidates
    assert found.composed
    assert found.outcome.startswith("answered")
    for one in found.candidates:
        assert sum(one.parts.values()) == pytest.approx(one.score), "parts are summands"
    assert found.understanding["asks"] == ["date"]
    text = as_markdown(ANSWERED, found)
    assert found.support is not None
    assert f"{found.support:.3f}，低于 {found.threshold:.3f} 即拒答" in text


def test_a_question_below_the_bar_is_refused(service: AssistantService) -> None:
    trace = service.trace(NONSENSE)
    assert trace["support"] < trace["threshold"]
    answer = service.ask(NONSENSE)
    assert (answer.status, answer.reason) == (Status.REFUSED, Reason.NOT_IN_CORPUS)


def test_the_trace_is_part_of_the_explanation(service: AssistantService) -> None:
    whole = service.explain(ANSWERED)
    assert {key: whole[key] for key in service.trace(ANSWERED)} == service.trace(ANSWERED)
