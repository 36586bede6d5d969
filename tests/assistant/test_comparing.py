"""Questions that set two passages side by side, end to end over the real documents."""

from __future__ import annotations

import pytest

from assistant.models import Status
from assistant.service import AssistantService


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # each side names the thing in words of its own
        ("接纳省外来电，2023年计划多少、2024年工作报告又要求多少？", ("1250亿", "1300亿")),
        ("2024年经济增长预期目标比2023年实际增速低了几个百分点？", ("6%", "5%")),
    ],
)
def test_the_other_side_is_found_by_the_side_that_is_told(
    service: AssistantService, question: str, said: tuple[str, ...]
) -> None:
    answer = service.ask(question)
    assert answer.status is Status.ANSWERED
    assert all(figure in answer.answer for figure in said)
