"""Tasks listed and counted, whatever way they are asked for."""

from __future__ import annotations

import pytest

from assistant.models import Reason
from assistant.service import AssistantService


def rows(service: AssistantService, question: str) -> list[str]:
    """The unit or document and the number of every row of an answer."""
    answer = service.ask(question)
    assert answer.total == len(answer.rows or ())
    return [f"{row.path[0]} {row.number}" for row in answer.rows or ()]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("省科技厅于洪文要干哪些活？", 3),
        ("先行区2023年任务里，省交通运输厅牵头干哪些活？", 5),
        ("先行区2023年重点工作任务中哪几项要省大数据局配合？", 1),
        ("鲁政办字〔2023〕5号第七章有几项任务？", 3),
        ("营商环境创新行动计划列了几项任务？", 59),
        ("要素保障创新行动计划的任务数量是多少？", 30),
        ("省教育厅那张表上有几条承诺？", 10),
        # a body is no heading that shares its words
        ("鲁政发〔2024〕5号中，省生态环境厅牵头哪些任务？", 14),
    ],
)
def test_rows_are_complete_in_spoken_words(
    service: AssistantService, question: str, count: int
) -> None:
    assert len(rows(service, question)) == count


def test_a_short_count_says_what_each_row_is_about(service: AssistantService) -> None:
    answer = service.ask("教育厅王志刚名下有几条承诺，分别是什么？")
    assert answer.total == 2
    assert "职业教育体系" in answer.answer
    assert "中外合作办学" in answer.answer


def test_a_long_count_gives_numbers_only(service: AssistantService) -> None:
    answer = service.ask("要素保障创新行动计划有多少项任务？")
    assert answer.total == 30
    assert "第1、2、3、" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "营商环境计划里有几条没点具体牵头单位，光写“省有关部门、单位按职责（职能）分工负责”，是哪些条？",
        "营商环境行动计划里，没点具体牵头部门、只写“省有关部门、单位按照职责（职能）分工负责”的任务有几项？",
    ],
)
def test_rows_by_the_words_of_their_duty_line(service: AssistantService, question: str) -> None:
    found = rows(service, question)
    assert [row.split()[1] for row in found] == ["34", "41", "53", "56", "57", "58"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "2024年省直公开承诺事项多数写明12月底前，有没有不定具体月份、写长期坚持或者持续推进的？是哪几个部门的哪几条？",
            ["省发展改革委 1", "省科技厅 1", "省工业和信息化厅 1"],
        ),
        (
            "2023年各市公开承诺中，时限只写“长期坚持”的事项，每个市各是哪一条？",
            ["济南市 1", "青岛市 1", "淄博市 1"],
        ),
        (
            "营商环境创新行动计划的59项任务中，明确写了2024年内时间节点的是哪些？",
            [f"营商环境创新行动计划 {number}" for number in (1, 2, 3, 28)],
        ),
        ("省工信厅承诺里由三位领导负责的有哪几项", ["省工业和信息化厅 7"]),
        (
            "省教育厅那张承诺表里，哪些事是两位责任人一起负责的，责任人是谁？",
            ["省教育厅 1", "省教育厅 3"],
        ),
    ],
)
def test_rows_by_deadline_and_by_how_many_answer_for_them(
    service: AssistantService, question: str, found: list[str]
) -> None:
    assert rows(service, question) == found


def test_all_but_one_month(service: AssistantService) -> None:
    answer = service.ask("2024年省直承诺里完成时间不是12月底前的有哪几项？")
    assert answer.total == 11
    assert all(row.deadline_month != 12 for row in answer.rows or ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("省能源局和省水利厅牵头的先行区任务各有几项", ("**8项**", "**4项**")),
        ("先行区任务里省能源局牵头和参与的各有几项", ("**8项**", "**1项**")),
        ("省教育厅张志刚和李明各负责几项承诺", ("**2项**", "**1项**")),
        ("省教育厅和省科技厅各承诺了几项", ("省教育厅 10项", "省科技厅 10项")),
    ],
)
def test_sides_are_counted_each(
    service: AssistantService, question: str, told: tuple[str, ...]
) -> None:
    answer = service.ask(question)
    assert all(words in answer.answer for words in told)


def test_bodies_joined_by_and_must_both_lead(service: AssistantService) -> None:
    assert rows(service, "省财政厅和省科技厅共同牵头的有哪几条") == ["科技研发创新行动计划 9"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "2023年先行区任务要办的文化类系列展会有哪些？",
            ("中国国际文化旅游博览会", "青岛影视博览会"),
        ),
        ("先行区2023年要建成的抽水蓄能电站有哪些", ("文登抽水蓄能电站",)),
        ("政府工作报告里今年要开工的高铁有哪些", ("雄商、济滨、津潍、潍宿等7个高铁项目",)),
        (
            "数据方面的知识产权登记试点，哪几份文件的哪些任务部署过？",
            ("共 **4项**", "鲁政办字〔2023〕5号 1项", "鲁政发〔2024〕5号 2项", "第30条"),
        ),
    ],
)
def test_rows_on_a_subject_say_what_they_have_of_it(
    service: AssistantService, question: str, told: tuple[str, ...]
) -> None:
    answer = service.ask(question)
    assert all(words in answer.answer for words in told)


def test_a_word_no_task_of_the_document_has_is_said_to_be_missing(
    service: AssistantService,
) -> None:
    answer = service.ask("2023年先行区任务里提到氢能的有哪些？")
    assert answer.reason is Reason.NOT_IN_CORPUS


@pytest.mark.parametrize(
    "question",
    [
        "“四进”工作队要当好哪“四员”？",
        "“四进”工作机制要求工作队当好几种“员”？",
        "四进机制里工作队要当的“四员”是哪四个",
    ],
)
def test_members_in_quotation_marks(service: AssistantService, question: str) -> None:
    answer = service.ask(question)
    assert answer.total == 4
    assert all(name in answer.answer for name in ("信息员", "宣传员", "服务员", "监督员"))


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("先行区2023年第三章由省能源局牵头的有几条", 8),
        ("科技研发创新行动计划（三）下面有几条任务", 3),
        ("民生改善创新行动计划里由两家单位共同牵头的有哪些", 3),
        ("哪些承诺是11月底前完成的，归谁管", 3),
        ("省财政厅配合的民生改善任务有几项，哪几项", 15),
    ],
)
def test_several_limits_hold_together(service: AssistantService, question: str, count: int) -> None:
    assert len(rows(service, question)) == count


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("先行区任务涉及泰安的有哪几条", 2),
        ("三个十大行动计划里哪些任务提到了烟台", 9),
        # of those that only a bank named after the town takes part in, none speaks of it
        ("先行区任务里提到济南的有几项", 12),
    ],
)
def test_a_town_that_tasks_speak_of_limits_them(
    service: AssistantService, question: str, count: int
) -> None:
    assert len(rows(service, question)) == count


def test_dates_within_a_task_are_told_with_what_is_due(service: AssistantService) -> None:
    answer = service.ask("重点领域安全整治里，时限定在2025年6月底前的目标有哪几个？")
    assert "较低安全风险等级" in answer.answer
    assert "智能防碰撞平台" in answer.answer


def test_rows_on_a_subject_with_who_leads_each(service: AssistantService) -> None:
    answer = service.ask("先行区任务中关于港口的有哪几条，各由谁牵头")
    assert answer.total == 2
    assert answer.answer.count("**省交通运输厅**") == 2


def test_how_many_a_body_leads_and_takes_part_in(service: AssistantService) -> None:
    answer = service.ask("先行区2023年重点任务116项里，省生态环境厅一共牵头多少、配合多少")
    assert "**3项**" in answer.answer
    assert "**6项**" in answer.answer


def test_a_body_no_document_has_is_not_left_out_of_the_question(
    service: AssistantService,
) -> None:
    answer = service.ask("营商环境计划里省高法参与的任务有几条")
    assert answer.reason is Reason.NOT_IN_CORPUS
    assert "省高法" in answer.answer


def test_rows_by_a_quoted_word(service: AssistantService) -> None:
    answer = service.ask("济南承诺里带“国家级”三个字的有哪几条")
    assert [row.number for row in answer.rows or ()] == ["11"]
