"""Requests for rows in many wordings: the same complete rows as the plain question gives."""

from __future__ import annotations

import pytest

from assistant.service import AssistantService
from assistant.understanding.purposes import asking_mended, without_purpose
from assistant.understanding.row_requests import ordered_rows


def _rows(service: AssistantService, question: str) -> set[str]:
    return {row.task_id for row in service.ask(question).rows or ()}


@pytest.mark.parametrize(
    ("plain", "worded"),
    [
        (
            "鲁政办字〔2023〕5号中省水利厅牵头的任务有哪些",
            [
                "审计想看：2023年绿色低碳清单中省水利厅作为牵头单位的任务，一项别漏",
                "鲁政办字〔2023〕5号里省水利厅列为牵头（含联合牵头）的任务",
                "导出由省水利厅牵头的任务（鲁政办字〔2023〕5号）",
                "2023年先行区任务里省水利厅当了几回牵头",
                "牵头单位:省水利厅，2023年先行区任务",
                "List all tasks led by the Department of Water Resources in the 2023 pilot zone tasks",
                "How many tasks are led by the Water Resources Department in the 2023 green low-carbon list?",
            ],
        ),
        (
            "济南市的承诺有哪些",
            ["拉个清单：济南市公开承诺", "济南市承诺几桩", "List all of Jinan's 2023 commitments"],
        ),
        (
            "省教育厅王志刚负责的承诺有哪些",
            ["省教育厅2024年王志刚管的是哪两件事", "王志刚在教育厅10项承诺里出现几回？"],
        ),
        (
            "高端装备产业行动计划有哪些主要任务",
            [
                "帮我捋一捋高端装备产业行动计划的主要任务",
                "How many main tasks are in the 2024-2025 high-end equipment industry action plan?",
            ],
        ),
    ],
)
def test_every_wording_gives_the_same_rows(
    service: AssistantService, plain: str, worded: list[str]
) -> None:
    expected = _rows(service, plain)
    assert expected
    assert {question: _rows(service, question) for question in worded} == dict.fromkeys(
        worded, expected
    )


@pytest.mark.parametrize(
    "question",
    [
        "省财政厅牵头的任务什么时候完成",
        "省教育厅的承诺由谁牵头",
        "How many tasks mention robots in the pilot zone task list?",
    ],
)
def test_a_question_that_says_more_is_left_as_it_is(
    service: AssistantService, question: str
) -> None:
    assert not _rows(service, question)


def test_orders_become_questions_only_where_rows_are_ordered() -> None:
    assert ordered_rows("涉及养老的任务，列全") == "涉及养老的任务有哪些"
    assert ordered_rows("提到数据的任务数量") == "提到数据的任务有几项"
    assert ordered_rows("治理面积各定的多少") == "治理面积各定的多少"


def test_purposes_and_asking_slips_are_no_part_of_a_question() -> None:
    assert without_purpose("6个在建高铁是哪几个，学生写作业用") == "6个在建高铁是哪几个"
    assert without_purpose("审计想看：济南市的承诺") == "济南市的承诺"
    assert asking_mended("6个在建高铁是那几个，有几相") == "6个在建高铁是哪几个，有几项"
    assert asking_mended("那几个项目什么时候完成") == "那几个项目什么时候完成"
