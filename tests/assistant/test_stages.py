"""One thing followed through several stages: each stage is answered from its own passage."""

from __future__ import annotations

import pytest

from assistant.models import Status
from assistant.service import AssistantService
from assistant.understanding.standings import asks_several_standings


def stages(service: AssistantService, question: str) -> list[tuple[str, tuple[int, ...]]]:
    query = service.answerer.understander.understand(question)
    return [(part.thing, part.years or part.periods) for part in query.parts]


@pytest.mark.parametrize(
    ("question", "thing", "years"),
    [
        ("老岚水库2023年任务是什么、谁牵头、年底实际进度如何？", "老岚水库", [2023, 2023]),
        (
            "黄河口国家公园这件事，2023年的任务、2023年的进展、2024年的安排各是什么？",
            "黄河口国家公园",
            [2023, 2023, 2024],
        ),
        (
            "小清河通航：先行区2023年任务哪家牵头，年底做成啥样，第二年又要干啥",
            "小清河通航",
            [2023, 2023, 2024],
        ),
    ],
)
def test_each_stage_says_the_thing_and_its_year(
    service: AssistantService, question: str, thing: str, years: list[int]
) -> None:
    found = stages(service, question)
    assert [one for one, _ in found] == [thing] * len(years)
    assert [one[0] for _, one in found] == years


@pytest.mark.parametrize(
    "question",
    [
        "2023年到山东来玩的人一共是多少亿人次？报告里有没有",
        "光伏装机2024年和2025年分别要到多少？",
        "济南2023年老旧小区改造惠及多少户？（计划数）",
        "青岛都市圈的建设实施方案，省发改委由谁负责？政府工作报告又说这个圈要推多少个重大项目？",
    ],
)
def test_what_only_explains_or_asks_of_something_else_is_no_stage(
    service: AssistantService, question: str
) -> None:
    assert not any(thing for thing, _ in stages(service, question))


def test_every_stage_is_cited_from_a_passage_of_its_own(service: AssistantService) -> None:
    answer = service.ask("小清河通航：先行区2023年任务哪家牵头，年底做成啥样")
    cited = {citation.task_id for citation in answer.citations}
    assert {"green-tasks-2023/24", "work-report-2024/一/（六）"} <= cited


def test_province_and_city_answer_from_their_own_documents(service: AssistantService) -> None:
    answer = service.ask("济南机场二期改扩建，省级由哪个厅牵头，市里哪两位负责人认领")
    assert "省交通运输厅" in answer.answer
    assert "任庆虎" in answer.answer


def test_a_stage_that_no_document_tells_of_is_named(service: AssistantService) -> None:
    answer = service.ask("长岛国家公园2023年要求干什么，后来怎样了")
    assert answer.status is Status.ANSWERED_PARTLY
    assert "后来怎样了”：文件没有写出所问的内容" in answer.answer


def test_where_something_is_written_is_told_by_its_headings(service: AssistantService) -> None:
    answer = service.ask("省级创业街区写在政府工作报告的哪一部分")
    assert "抓实抓好提高人民群众生活品质" in answer.answer
    assert answer.citations[0].task_id == "work-report-2024/三/（十一）/第1段"


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("《齐鲁文库》到底要出多少册，有说六百有说五百的", True),
        ("5G基站，有的说20万有的说27万，都是哪儿来的", True),
        ("听说两个文件数不一样，各是多少？", True),
        ("光伏装机2024年和2025年分别要到多少？", False),
        ("2023年和2024年的说法一样吗", False),
    ],
)
def test_words_that_want_every_standing(question: str, several: bool) -> None:
    assert asks_several_standings(question) is several
