"""Complete lists and counts, end to end over the real documents."""

from __future__ import annotations

import pytest

from assistant.service import AssistantService


def numbers(service: AssistantService, question: str) -> list[str]:
    answer = service.ask(question)
    return [row.number for row in answer.rows or ()]


def test_a_list_is_complete_and_says_how_many(service: AssistantService) -> None:
    answer = service.ask("鲁政办字〔2023〕5号中省商务厅牵头的任务有哪些？")
    assert [row.number for row in answer.rows or ()] == [
        "41", "76", "77", "78", "79", "80", "81", "82", "83", "84", "85",
    ]  # fmt: skip
    assert answer.total == 11
    assert "11项" in answer.answer.replace("*", "")
    cited = {citation.task_id for citation in answer.citations}
    assert cited == {row.task_id for row in answer.rows or ()}


def test_a_deadline_is_not_met_by_a_stage(service: AssistantService) -> None:
    assert numbers(service, "省科技厅2024年承诺里10月底前完成的有哪些？") == ["2", "4", "7", "8"]
    assert numbers(service, "青岛市2023年承诺里12月底前完成的有哪些？") == ["12", "13", "16"]
    dated = "营商环境计划里明确了2024年时间点的任务有哪几条？"
    assert numbers(service, dated) == ["1", "2", "3", "28"]


def test_a_persons_tasks_are_counted(service: AssistantService) -> None:
    answer = service.ask("青岛市2023年承诺中耿涛的名字出现在多少项里？")
    assert answer.total == 11


def test_a_row_told_at_length_is_never_lost_to_the_check(service: AssistantService) -> None:
    answer = service.ask("祝恩元负责省科技厅的哪几件事？")
    assert [row.number for row in answer.rows or ()] == ["8", "9", "10"]
    assert answer.removed == ()
    assert {c.number for c in answer.citations} == {"8", "9", "10"}


def test_how_many_of_a_thing_is_no_question_for_tasks(service: AssistantService) -> None:
    answer = service.ask("青岛2023年要推进几条地铁线路？")
    assert "10条" in answer.answer
    assert answer.rows is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年黄河战略的年度重点任务有多少项要落实？我看的是省发改委那张承诺表", ("33项",)),
        ("民生实事件数，济南与青岛各承诺几件", ("18件", "16件")),
        ("黄河河务局牵头的任务都是哪几条啊", ("第55项", "第56项", "第57项")),
        ("省工信厅那10项里，责任人有焉杰的一共几项", ("4项",)),
        ("手头这份2023年承诺表，淄博列了几项？数一下", ("7项",)),
        ("Who do I call about the Education Department's 2024 public pledges?", ("诸葛佳琳",)),
    ],
)
def test_what_is_counted_is_told_from_how_many_tasks_there_are(
    service: AssistantService, question: str, said: tuple[str, ...]
) -> None:
    answer = service.ask(question).answer.replace("*", "")
    assert all(part in answer for part in said), answer


@pytest.mark.parametrize(
    ("question", "count", "numbers"),
    [
        ("鲁政办字〔2023〕5号里一个责任单位都没写的有几条？", "3项", ("114", "115", "116")),
        ("先行区2023年任务里没写牵头单位的是哪几项？", "4项", ("第73项", "第114项")),
        ("省能源局在2023年先行区重点任务里牵了几条的头？", "8项", ("27", "34")),
        ("省科技厅的承诺里，指标数正好是“20家”的有哪些", "2 项", ("第9项", "第10项")),
        ("青岛承诺里写着“长期坚持，12月底前取得阶段性成效”的有多少件？", "14项", ()),
        ("鲁政办字〔2023〕5号里，省发展改革委被列为“参与单位”（不含牵头）的有多少项？", "20项", ()),
    ],
)
def test_rows_by_what_a_task_does_not_state_or_states_exactly(
    service: AssistantService, question: str, count: str, numbers: tuple[str, ...]
) -> None:
    answer = service.ask(question).answer
    assert count in answer
    assert all(number in answer for number in numbers)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("省工信厅十项承诺里，责任人不止一个的有几项？", ("5项", "第3、5、7、8、10项")),
        ("民族宗教委的九项承诺总共涉及几位责任人（同一个人只算一次）？", ("5位", "韩庆新")),
        ("科技研发创新行动计划里牵头单位两个以上的任务有哪些？", ("11项", "第1条")),
        ("请梳理省工业和信息化厅2024年公开承诺中只有一名责任人的事项", ("5项", "第9项")),
        ("青岛市2023年承诺事项的责任人，去掉重名的总共多少位", ("15位",)),
        ("省工信厅那10项里，责任人有焉杰的一共几项", ("4项",)),
        ("营商环境创新行动计划中没点名“牵头单位”的有哪几项", ("7项", "第58条")),
        ("推进落实创新行动计划里，省委办公厅牵头的主要任务有几项（推进措施不计）？", ("6项",)),
        ("2024年省直五个单位的承诺，完成时间是“12月底前”的有多少条？", ("39项",)),
        ("青岛海关在营商环境创新行动计划中有责任的任务几项（牵头加配合）？", ("5项",)),
    ],
)
def test_those_who_answer_for_tasks_are_counted(
    service: AssistantService, question: str, said: tuple[str, ...]
) -> None:
    answer = service.ask(question).answer.replace("*", "")
    assert all(part in answer for part in said), answer
