"""Figures asked for by the unit they are measured in, and by the cities that pledge them."""

from __future__ import annotations

import pytest

from assistant.service import AssistantService


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        (
            "2023年济南自己定的目标当中，以亿元计且超过一千亿的有哪些指标？",
            ["6000亿元", "突破4500亿元", "突破1500亿元"],
        ),
        (
            "政府工作报告给2024年定的主要预期目标，用百分比表示的有几个？",
            ["5%以上", "4%", "5.5%左右", "控制在3%左右"],
        ),
    ],
)
def test_figures_by_their_unit(
    service: AssistantService, question: str, figures: list[str]
) -> None:
    assert [figure.text for figure in service.ask(question).figures] == figures


def test_each_city_tells_its_own_figure(service: AssistantService) -> None:
    told = service.ask("几个市的公开承诺里谁写了粮食产量？写的多少").answer
    assert "295万吨" in told
    assert "300万吨" in told
    assert "760亿斤" not in told
