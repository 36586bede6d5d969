"""What work tells comes before its end, and its failure is raised."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.web.metrics import Metrics
from assistant.web.page.check import _check
from assistant.web.page.stepping import Done, steps_of
from tests.assistant.web.fakes import FakeService


def test_steps_come_in_order_and_the_result_last() -> None:
    def work(tell: Callable[[int], None]) -> str:
        tell(1)
        tell(2)
        return "done"

    assert list(steps_of(work)) == [1, 2, Done("done")]


def test_a_failure_is_raised_after_what_was_told() -> None:
    def work(tell: Callable[[int], None]) -> str:
        tell(1)
        raise ValueError("broken")

    steps = steps_of(work)
    assert next(steps) == 1
    with pytest.raises(ValueError, match="broken"):
        next(steps)


def test_a_check_shows_how_far_it_is_then_the_verdicts() -> None:
    first, *counted, last = _check(FakeService(), Metrics(), "甲。乙。丙。", "")
    assert "6 个字符" in first
    assert counted[0].count("已核查 1 / 3 条") == 1
    assert "mj-result" in last
    assert "核查报告.docx" in last


def test_a_date_that_cannot_be_read_is_told() -> None:
    *_, last = _check(FakeService(), Metrics(), "甲。", "去年")
    assert "2024-06-30" in last
