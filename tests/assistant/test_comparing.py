"""Questions that set two passages side by side, end to end over the real documents."""

from __future__ import annotations

import pytest

from assistant.models import Status, Turn
from assistant.service import AssistantService
from assistant.understanding.intents import read_asking_words
from assistant.understanding.outlook import outlook_of
from assistant.understanding.premises import premise_end
from assistant.understanding.query import Asked, Outlook
from assistant.understanding.years import shifted_years


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


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("年终报出来新增了多少", Outlook.BACK),
        ("后来到底成了没", Outlook.BACK),
        ("最后通车了吗", Outlook.BACK),
        ("年初还说要争取落户", Outlook.AHEAD),
        ("年初定的目标和年底实际", Outlook.BOTH),
        ("文件里写了吗", Outlook.ANY),
    ],
)
def test_how_it_was_meant_and_how_it_ended(text: str, outlook: Outlook) -> None:
    assert outlook_of(text) is outlook


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("国家盐碱地综合利用技术创新中心，2023年初说要争取，后来成了没有？", ("落户", "揭牌")),
        ("2023年任务要求当年建成的是哪两条高铁，最后通车了吗？", ("建成济郑", "高铁通车")),
        ("小清河通航：2023年先行区任务里怎么定的，2024年工作报告回顾时说到了什么状态？",
         ("全线复航", "具备通航条件")),
        ("济南、淄博两市2023年的GDP增速目标措辞上有啥区别？", ("5.5%以上", "5.5%左右")),
        ("新型储能规模，2024年工作报告的目标是2023年目标的几倍？", ("200万", "500万", "2.5倍")),
        ("2023年新改建农村公路多少公里，2024年政府工作报告又安排多少？", ("8406", "7000")),
        ("鲁政发5号里省重点实验室依托企业的比例，前后好像有两个数，都是多少？", ("80%", "75%")),
        ("高铁里程，2024年政府工作报告回头看是多少公里，往前看要突破多少公里？", ("2810", "3000")),
        ("青年人才2023年要吸引多少人，后面两年的人才计划合计又是多少？", ("70万人", "140万人")),
    ],
)  # fmt: skip
def test_both_sides_are_told(
    service: AssistantService, question: str, said: tuple[str, ...]
) -> None:
    answer = service.ask(question).answer.replace("*", "")
    assert [words for words in said if words not in answer] == []


def chat(service: AssistantService, *questions: str) -> str:
    """The answer to the last of some questions, each asked after the ones before it."""
    turns: list[Turn] = []
    answer = ""
    for question in questions:
        answer = service.ask(question, turns).answer.replace("*", "")
        turns += [
            Turn(role="user", content=question),
            Turn(role="assistant", content=answer),
        ]
    return answer


def test_a_further_question_may_be_about_another_task_of_the_same_place(
    service: AssistantService,
) -> None:
    assert "650亿元" in chat(
        service, "淄博2023年GDP增长目标是多少", "那它当年引进省外资金想到多少？"
    )


def test_how_it_ended_is_a_part_of_its_own_where_something_else_is_asked(
    service: AssistantService,
) -> None:
    understand = service.answerer.understander.understand
    query = understand("《齐鲁文库》2023年原定出多少册，年底回顾是怎么说的？")
    assert [part.outlook for part in query.parts] == [Outlook.AHEAD, Outlook.BACK]
    assert "齐鲁文库" in query.parts[1].topic
    assert understand("护理床位2023年任务要新增多少，年终报出来多少？").parts == ()


def test_a_year_told_before_the_question_limits_nothing(service: AssistantService) -> None:
    understand = service.answerer.understander.understand
    query = understand("深海基因库这些平台，2023年任务是推动建设，2024年又提了什么要求？")
    assert query.years == (2024,)
    assert query.documents == ()
    assert premise_end("2023年任务要新增多少，2024年呢") == 0
    assert premise_end("2023年的任务里，护理床位要新增什么") == 0


def test_what_cutting_leaves_between_words_is_no_subject(service: AssistantService) -> None:
    answer = chat(service, "济南2023年新建多少处公园", "绿道要修多长？责任人都有谁")
    assert "100公里" in answer
    assert "马保岭" in answer


def test_a_person_is_asked_about_by_pronoun(service: AssistantService) -> None:
    answer = chat(service, "省教育厅2024年第2项承诺的责任人是谁？", "他还管着哪一项？")
    assert "第6项" in answer


def test_a_heading_of_a_report_named_by_its_words(service: AssistantService) -> None:
    answer = service.ask("2024年政府工作报告第三部分讲区域协调发展那节，第四点说的是什么？")
    assert "陆海联动" in answer.answer


def test_what_is_arranged_is_no_rank() -> None:
    assert read_asking_words("报告又安排多少").asks == {Asked.FIGURE}
    assert Asked.RANK in read_asking_words("在全国排多少名").asks


def test_years_counted_from_those_before() -> None:
    assert shifted_years("后面两年合计", (2023,)) == (2024, 2025)
    assert shifted_years("往后一年", (2023, 2024)) == (2025,)
    assert shifted_years("那一年", (2023,)) == ()


def test_two_cities_side_by_side_with_the_difference_computed(service: AssistantService) -> None:
    answer = service.ask("2023年济南和青岛承诺的高标准农田各多少亩，相差多少？")
    said = answer.answer.replace("*", "")
    assert "23.4万亩" in said
    assert "20万亩" in said
    assert "3.4万亩" in said
    assert "程序" in said


def test_target_and_result_of_one_year_side_by_side(service: AssistantService) -> None:
    answer = service.ask("护理型床位：2023年任务是新增多少张，年底报的又是多少张？")
    said = answer.answer.replace("*", "")
    assert "2.5万张" in said
    assert "3.3万张" in said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "省里2023年定的高新技术企业目标和2024年政府工作报告定的目标，差多少家？",
            ("2.8万家", "3.5万家", "7000家"),
        ),
        (
            "新能源整车产量2024年要达到多少，2025年又要达到多少？多出多少万辆？",
            ("60万辆", "100万辆", "40万辆"),
        ),
        (
            "2023年高标准农田建设任务，济南和青岛谁更多？",
            ("23.4万亩", "20万亩", "23.4万亩是济南市的"),
        ),
        (
            "2025年失业保险和工伤保险的参保人数目标谁多？多多少万人",
            ("1683万人", "2117万人", "434万"),
        ),
    ],
)
def test_each_side_of_a_comparison_and_the_difference(
    service: AssistantService, question: str, said: tuple[str, ...]
) -> None:
    answer = service.ask(question).answer.replace("*", "")
    assert [figure for figure in said if figure not in answer] == []
