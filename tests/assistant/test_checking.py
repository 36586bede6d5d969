"""The check: what stands in no cited passage does not leave."""

from __future__ import annotations

import pytest

from assistant.service import AssistantService
from assistant.statements import Evidence, Statement


def statement(service: AssistantService, text: str) -> Statement:
    task = service.corpus.tasks_by_id["city-pledges-2023/济南市/6"]
    clause = task.clauses[0]
    return Statement(text, (Evidence(task, clause.start, clause.end),))


def test_what_the_passage_says_passes(service: AssistantService) -> None:
    told = statement(service, "济南市 第6项：数字经济核心产业规模达到6000亿元")
    assert service.answerer.replier.checker.untraced(told) is None


@pytest.mark.parametrize(
    "text",
    [
        "数字经济核心产业规模达到8000亿元",
        "数字经济核心产业规模达到600亿元",
        "数字经济核心产业规模达到6000万元",
        "数字经济核心产业规模达到6000亿元，由任庆龙、陆治原负责",
        "省教育厅牵头，规模达到6000亿元",
        "见鲁政发〔2023〕9号",
    ],
)
def test_an_altered_figure_name_or_number_is_removed(service: AssistantService, text: str) -> None:
    kept, removed = service.answerer.replier.checker.check([statement(service, text)])
    assert kept == []
    assert removed[0].why


def test_a_statement_without_a_source_is_removed(service: AssistantService) -> None:
    kept, removed = service.answerer.replier.checker.check([Statement("全省形势很好", ())])
    assert kept == []
    assert len(removed) == 1
