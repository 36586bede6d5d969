"""How much of a passage is shown, and which of its figures are marked as the answer."""

from __future__ import annotations

import pytest

from assistant.service import AssistantService


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("高端装备产业计划2025年定了哪些目标？", ("3万亿元左右", "50%左右", "3.5%左右")),
        ("新能源装机和产业营收2025年定了哪些目标", ("1亿千瓦以上", "1.5万亿元左右")),
        ("政府工作报告给2024年定了哪些预期目标？把带数的列一下", ("5%以上", "1100亿斤以上")),
    ],
)
def test_all_goals_are_shown_where_all_are_asked_for(
    service: AssistantService, question: str, marked: tuple[str, ...]
) -> None:
    answer = service.ask(question).answer
    assert all(f"**{figure}**" in answer for figure in marked), answer


def test_one_goal_is_marked_where_one_is_asked_for(service: AssistantService) -> None:
    answer = service.ask("2024年全省一般公共预算收入增长目标是多少？").answer
    assert "**4%**" in answer
    assert "1100亿斤" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "2024年交通和水网分别力争完成投资多少亿元",
        "2024年基础设施建设里，哪些领域力争完成投资多少亿元？",
    ],
)
def test_each_of_several_things_is_shown(service: AssistantService, question: str) -> None:
    answer = service.ask(question).answer
    assert "**3250亿元**" in answer
    assert "**700亿元**" in answer


def test_of_several_years_only_the_one_asked_about_is_shown(service: AssistantService) -> None:
    answer = service.ask("新能源产业计划里2025年的装机规模是多少").answer
    assert "1.1亿千瓦" in answer
    assert "2024年，" not in answer


def test_of_each_kind_the_year_asked_about_is_marked(service: AssistantService) -> None:
    answer = service.ask("新能源产业计划里各类电源2025年装机分别是多少").answer
    assert all(f"**{figure}" in answer for figure in ("570万千瓦", "3000万千瓦", "7000万千瓦"))
    assert "**415万千瓦" not in answer


def test_a_timetable_has_every_step(service: AssistantService) -> None:
    answer = service.ask("化工园区整治有没有个时间表？").answer
    assert all(step in answer for step in ("2024年5月底前", "2024年年底前", "2025年6月底前"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("渔船现在还是靠人看，商渔船智能防碰撞平台啥时候建成？", "2025年6月底前"),
        ("农村冬天还是烧煤，清洁取暖改造什么时候完成？", "2025年基本完成"),
    ],
)
def test_what_is_as_ever_is_no_choice_of_two(
    service: AssistantService, question: str, said: str
) -> None:
    assert said in service.ask(question).answer


@pytest.mark.parametrize(
    ("question", "marked", "other"),
    [
        ("2023年底海运外贸航线总数多少条，不是新增的那个数", "245条", "27条"),
        ("2023年评选多少名山东好人，不含山东好人之星", "700名", "40名"),
        ("2024年规上工业企业不算，科技型中小企业入库多少家", "5万家", ""),
    ],
)
def test_what_is_not_meant_is_not_marked(
    service: AssistantService, question: str, marked: str, other: str
) -> None:
    answer = service.ask(question).answer
    assert f"{marked}**" in answer, answer
    assert not other or f"**{other}**" not in answer


def test_a_duration_is_no_number_of_things(service: AssistantService) -> None:
    answer = service.ask("乡村医生全部轮训一遍要用几年时间？").answer
    assert "用三年时间" in answer
    assert "**" not in answer
