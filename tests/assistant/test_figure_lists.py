"""All figures of one passage, or of one kind across the tasks of a plan or document."""

from __future__ import annotations

import pytest

from assistant.service import AssistantService


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "2024年山东经济社会发展的主要预期目标都有哪些数？",
            ("5%以上", "4%", "5.5%左右", "110万人以上", "3%左右", "1100亿斤以上"),
        ),
        (
            "2024到2025两年“四好农村路”要完成哪几项工程量，各多少？",
            ("1.2万公里", "600座", "8000公里", "3.6万公里"),
        ),
        (
            "新能源产业行动计划给哪几类能源定了2025年的装机或储能规模？各是多少？",
            ("570万千瓦", "3000万千瓦", "7000万千瓦", "600万千瓦以上"),
        ),
        (
            "2024年省直部门的承诺里，哪些明确写了全年要办多少场活动？各是多少场？",
            ("不少于8场", "40场左右", "30场以上"),
        ),
        (
            "2024年省直部门的承诺，有几处目标数正好是20（20个或20家，带“左右”的也算），都是什么？",
            ("20个", "20家左右", "20家"),
        ),
        ("民生改善创新行动计划里哪些任务定了公里数，各多少公里？", ("1.2万公里", "8000公里")),
    ],
)
def test_all_figures_asked_for_are_told(
    service: AssistantService, question: str, values: tuple[str, ...]
) -> None:
    answer = service.ask(question)
    assert all(value in answer.answer for value in values)


def test_a_word_for_figures_as_such_is_no_kind(service: AssistantService) -> None:
    answer = service.ask("要素保障创新行动计划总体目标提了哪些指标，各多少？")
    assert "第7条" not in answer.answer


def test_plans_of_a_series_by_the_word_they_share(service: AssistantService) -> None:
    assert service.ask("“十强产业”行动计划，资料里实际收录的有几个产业的？").total == 3
