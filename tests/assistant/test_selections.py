"""Questions that select rows and say nothing else: every condition counts, and nothing is left out."""

from __future__ import annotations

import pytest

from assistant.models import Status
from assistant.service import AssistantService


def found(service: AssistantService, question: str) -> list[str]:
    """The numbers of the rows of an answer."""
    answer = service.ask(question)
    assert answer.total == len(answer.rows or ())
    return [row.number for row in answer.rows or ()]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        # persons: left out, alone, any of several, one but not the other
        ("淄博承诺里赵庆文没参与负责的是哪几项", "7"),
        ("除了赵庆文负责的，淄博还有哪几项承诺", "7"),
        ("济南哪几项承诺只写了王宏志一个责任人", "7"),
        ("省工信厅罗新军或者王茂庆负责的有哪几项", "3 4 5 7 8 10"),
        ("济南市孙斌负责而王宏志不负责的有哪几项", "4 5 6"),
        # bodies: together, merely taking part, alone
        ("2023年先行区任务里省交通运输厅牵头的、省发展改革委参与的有哪几项", "22 23 24 25 26"),
        ("先行区2023年任务里黄河重大国家战略那一章，山东黄河河务局没有牵头的是哪一项", "54"),
        # the 完成时间: only these words, with words, without words, before, by, within
        ("济南、青岛、淄博三市承诺里，完成时间只写长期坚持的是哪几项", "1 1 1"),
        ("青岛市哪几项的时限只写了12月底前", "12 13 16"),
        ("淄博承诺中完成时间写了“持续推进”字样的有几项", "2 3 4 5 6 7"),
        ("青岛有几项承诺完成时间里没有“长期坚持”字样", "12 13 16"),
        ("省科技厅梁恺龙负责的事项，完成时间早于11月的有哪几项", "7"),
        ("省科技厅最迟10月要办完的事有几件", "2 3 4 7 8"),
        ("省科技厅9月到11月之间到期的有哪几项", "2 4 6 7 8 9 10"),
        # words of the very text, of the title
        ("2023年先行区那116项任务，正文点名“威海”两个字的有哪几项？", "70 71"),
        ("营商环境创新行动计划的任务标题里带“公平”的有哪些", "15"),
        ("济南承诺中王宏志负责、内容里写到“高速”的有哪几项", "9 10"),
        # a department's own table; examples of all; a heading by its end
        ("省发展改革委总共列了几项", "1 2 3 4 5 6 7 8 9 10 11"),
        ("数据要素保障机制有哪些具体任务", "28 29 30"),
    ],
)
def test_the_rows_are_those_that_meet_every_condition(
    service: AssistantService, question: str, numbers: str
) -> None:
    assert found(service, question) == numbers.split()


@pytest.mark.parametrize(
    ("question", "count", "names"),
    [
        ("省教育厅那十项承诺的责任人总共出现过哪些名字", 8, "李明 邢顺峰 李鹏 孙晓筠"),
        ("省科技厅10月底前要完成的事项，责任人都是谁？", 3, "于洪文 梁恺龙 祝恩元"),
        ("跟王宏志一起当责任人的还有哪些人？", 9, "刘强 王茂祯"),
        ("黄河重大国家战略那一章，都有哪些单位牵头？", 2, "省发展改革委 山东黄河河务局"),
    ],
)
def test_each_name_is_told_once(
    service: AssistantService, question: str, count: int, names: str
) -> None:
    answer = service.ask(question)
    assert answer.total == count
    assert all(name in answer.answer for name in names.split())


def test_who_is_asked_beside_is_not_told_again(service: AssistantService) -> None:
    told = service.ask("跟王宏志一起当责任人的还有哪些人？").answer
    assert "王宏志" not in told.split("：", 1)[1]


def test_units_named_as_examples_limit_nothing(service: AssistantService) -> None:
    assert len(found(service, "包括济南、青岛等在内，2023年各市公开承诺一共多少项")) == 45


def test_names_that_no_row_has_are_refused(service: AssistantService) -> None:
    answer = service.ask("新能源产业行动计划的参与单位总共有哪些家？")
    assert answer.status is Status.REFUSED
