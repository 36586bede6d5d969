"""Questions that lean on several turns before them, or on what was read there."""

from __future__ import annotations

from assistant.models import Answer, Turn
from assistant.service import AssistantService
from assistant.understanding.splitting import split_question


def chat(service: AssistantService, *questions: str) -> Answer:
    """The answer to the last of ``questions``, each asked after those before it."""
    turns: list[Turn] = []
    for question in questions[:-1]:
        answer = service.ask(question, turns)
        turns += [
            Turn(role="user", content=question),
            Turn(role="assistant", content=answer.answer),
        ]
    return service.ask(questions[-1], turns)


def test_both_things_spoken_of_are_answered(service: AssistantService) -> None:
    answer = chat(
        service,
        "2024年光伏装机的目标是多少？",
        "风电呢？",
        "到了2025年，这两样又分别要到多少？",
    )
    assert "7000万千瓦" in answer.answer
    assert "3000万千瓦" in answer.answer


def test_each_of_both_things_keeps_its_own_task(service: AssistantService) -> None:
    answer = chat(service, "核电装机2024年目标多少", "光伏呢", "这两项谁牵头")
    cited = {citation.task_id for citation in answer.citations}
    plan = "action-plans-2024-2025/新能源产业行动计划"
    assert {f"{plan}/1", f"{plan}/3"} <= cited


def test_a_duty_of_the_task_spoken_of_is_no_list(service: AssistantService) -> None:
    answer = chat(
        service,
        "2024年要新创设多少个城乡公益性岗位？",
        "民生改善计划里这项由谁牵头？",
        "配合单位有没有？列出来",
    )
    assert "省农业农村厅" in answer.answer
    assert answer.rows is None


def test_the_same_document_named_again_is_no_subject(service: AssistantService) -> None:
    understander = service.answerer.understander
    query = understander.understand(
        "同一份文件里济南定的是多少", ["淄博市2023年地区生产总值增速承诺多少？"]
    )
    assert "地区生产总值" in query.topic
    assert not any("文件" in head for head in query.heads)


def test_a_wish_for_one_thing_more_is_a_question_of_its_own() -> None:
    pieces = split_question("到25年呢，顺便把双师型老师的比例也说了")
    assert pieces == ["到25年呢", "顺便把双师型老师的比例也说了"]


def test_a_follow_up_takes_the_subject_along(service: AssistantService) -> None:
    answer = chat(service, "省科技厅2024年第9项承诺讲的是什么？", "谁负责？什么时候完成？")
    assert "祝恩元" in answer.answer
    assert "11月底前" in answer.answer


def test_another_thing_asked_after(service: AssistantService) -> None:
    before = "新能源产业行动计划里2024年风电装机目标是多少？"
    query = service.answerer.understander.understand("光伏的呢？", [before])
    assert "光伏装机" in query.text
    assert "风电" not in query.text
    assert (query.units, query.years) == (("新能源产业行动计划",), (2024,))


def test_a_body_named_takes_the_place_of_the_one_before(service: AssistantService) -> None:
    answer = chat(
        service, "省科技厅公开承诺的联系人是谁？", "换成省民族宗教委的，名字和电话一起给我"
    )
    assert "省民族宗教委" in answer.answer


def test_words_for_the_same_document_leave_a_follow_up_one(service: AssistantService) -> None:
    earlier = [Turn(role="user", content="淄博市2023年地区生产总值增速承诺多少？")]
    assert "5.5%以上" in service.ask("同一份文件里济南定的是多少", earlier).answer
