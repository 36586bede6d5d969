"""Made-up documents of like names, two years of a task list and the reports of a province and of its
city: a question means the one of the year or the place that it names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.answers import AnswerStore
from assistant.models import Reason, Status, Turn
from assistant.service import AssistantService
from corpus.reading import read_corpus
from index.building import build_index
from index.embedding import HashingEmbedder
from index.opening import open_index

EARLIER = """
安徽省生态示范区2023年重点工作任务
一、修复生态
1.修复退化湿地。完成湿地修复3.5万亩。(牵头单位:省林业局)
2.建设口袋公园。新建口袋公园400处。(牵头单位:省住房城乡建设厅)
3.治理黑臭水体。治理农村黑臭水体90处。(牵头单位:省生态环境厅)
"""
LATER = """
安徽省生态示范区2024年重点工作任务
一、修复生态
1.推广绿色建筑。新增绿色建筑800万平方米。(牵头单位:省住房城乡建设厅)
2.修复退化湿地。完成湿地修复2.4万亩。(牵头单位:省林业局)
"""
REPORT = """
一、2023年工作回顾
（一）产业发展。高新技术企业达到9000家。
二、2024年重点工作
（一）抓好产业发展。
一是培育企业。新增高新技术企业700家。
"""
CITY_REPORT = """
一、2024年工作回顾
（一）产业升级。高新技术企业达到260家。
二、2025年重点工作
（一）壮大产业。
一是做强制造业。新增高新技术企业30家，文旅城项目国庆节前开门迎客，每月发放高龄津贴不低于60元。
二是稳定外贸。外贸进出口增长4%。
"""
DOCUMENTS = (
    ("tasks-2023", "安徽省生态示范区2023年重点工作任务", "安徽省人民政府办公厅", [2023], EARLIER),
    ("tasks-2024", "安徽省生态示范区2024年重点工作任务", "安徽省人民政府办公厅", [2024], LATER),
    ("report", "2024年安徽省政府工作报告", "安徽省人民政府", [2023, 2024], REPORT),
    ("city-report", "2025年宣城市政府工作报告", "宣城市人民政府", [2024, 2025], CITY_REPORT),
)


def _entry(name: str, title: str, issuer: str, period: list[int], text: str) -> str:
    return f"""
[[document]]
id = "{name}"
title = "{title}"
subjects = {'["示范区"]' if "示范区" in title else "[]"}
issuer = "{issuer}"
period = {period}
layout = "{"work_report" if "报告" in title else "task_list"}"
file = "{name}.txt"
sha256 = "{hashlib.sha256(text.encode("utf-8")).hexdigest()}"
complete = true
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> AssistantService:
    folder: Path = tmp_path_factory.mktemp("corpus")
    (folder / "documents").mkdir()
    entries = ""
    for name, title, issuer, period, text in DOCUMENTS:
        (folder / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
        entries += _entry(name, title, issuer, period, text)
    (folder / "register.toml").write_text(entries, encoding="utf-8")
    corpus = read_corpus(folder)
    embedder = HashingEmbedder()
    home = tmp_path_factory.mktemp("home")
    build_index(corpus, embedder, home)
    index = open_index(home, corpus, embedder)
    return AssistantService(corpus, index, embedder, AnswerStore(home / "answers"))


@pytest.mark.parametrize(
    ("question", "told", "task"),
    [
        ("示范区2023年重点工作任务第2项是什么？", "400处", "tasks-2023/2"),
        ("示范区2024年重点工作任务第2项是什么？", "2.4万亩", "tasks-2024/2"),
        ("2024年示范区任务第1项由谁牵头？", "省住房城乡建设厅", "tasks-2024/1"),
        ("2023年示范区任务里修复湿地多少亩？", "3.5万亩", "tasks-2023/1"),
    ],
)
def test_the_year_says_which_edition(
    service: AssistantService, question: str, told: str, task: str
) -> None:
    answer = service.ask(question)
    assert told in answer.answer
    assert {citation.task_id for citation in answer.citations} == {task}


def test_without_a_year_all_editions_are_counted_each_by_itself(service: AssistantService) -> None:
    answer = service.ask("示范区重点工作任务一共多少项？")
    assert answer.total == 5
    assert "2023年重点工作任务》 3项" in answer.answer
    assert "2024年重点工作任务》 2项" in answer.answer


def test_a_further_question_moves_to_the_edition_of_its_year(service: AssistantService) -> None:
    question = "示范区2024年重点工作任务第2项是什么？"
    history = [
        Turn(role="user", content=question),
        Turn(role="assistant", content=service.ask(question).answer),
    ]
    assert "400处" in service.ask("那2023年的呢？", history).answer


def test_a_year_without_an_edition_is_refused(service: AssistantService) -> None:
    answer = service.ask("示范区2025年重点工作任务第2项是什么？")
    assert answer.status is Status.REFUSED
    assert answer.reason is Reason.YEAR_NOT_COVERED


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2025年宣城市政府工作报告第二部分（一）里的一是讲什么？", "30家"),
        ("宣城2025年工作报告里，高新技术企业要新增多少家？", "30家"),
        ("政府工作报告里，2024年高新技术企业要新增多少家？", "700家"),
        ("宣城文旅城项目啥时候开门？", "国庆节前"),
        ("2025年宣城市政府工作报告第二部分（一）下面有几条？", "2项"),
    ],
)
def test_the_place_says_whose_report(service: AssistantService, question: str, told: str) -> None:
    answer = service.ask(question)
    assert told in answer.answer
    assert "宣城市政府工作报告 宣城市" not in answer.answer  # the place is named once


def test_a_pension_is_no_allowance(service: AssistantService) -> None:
    assert service.ask("宣城老人每月养老金多少钱？").status is Status.REFUSED


def test_a_year_counted_in_a_chat_is_counted_from_the_year_spoken_of(
    service: AssistantService,
) -> None:
    question = "2024年安徽省政府工作报告提出高新技术企业新增多少家？"
    history = [
        Turn(role="user", content=question),
        Turn(role="assistant", content=service.ask(question).answer),
    ]
    assert "9000家" in service.ask("那上一年达到多少家？", history).answer
