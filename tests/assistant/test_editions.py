"""Two years of one made-up task list: a question means the edition of the year it names."""

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


def _entry(year: int, text: str) -> str:
    return f"""
[[document]]
id = "tasks-{year}"
title = "安徽省生态示范区{year}年重点工作任务"
subjects = ["示范区"]
issuer = "安徽省人民政府办公厅"
period = [{year}]
layout = "task_list"
file = "tasks-{year}.txt"
sha256 = "{hashlib.sha256(text.encode("utf-8")).hexdigest()}"
complete = true
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> AssistantService:
    folder: Path = tmp_path_factory.mktemp("corpus")
    (folder / "documents").mkdir()
    entries = ""
    for year, text in ((2023, EARLIER), (2024, LATER)):
        (folder / "documents" / f"tasks-{year}.txt").write_text(text, encoding="utf-8")
        entries += _entry(year, text)
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
