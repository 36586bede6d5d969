"""Made-up pledges of departments for two years: a question means those of the year it names, or those
of both where it names none."""

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
单位 序号 承诺事项 完成时间 责任人
省
水
利
厅

1     治理中小河流，完成河道治理120公里，新建雨量站40处。 12月底前 马  腾

2     建设节水灌区，改造大型灌区9处。 10月底前 周立人

联系人：何  静    办公电话：0551-60000001

省
林
业
厅

1     完成人工造林30万亩，修复退化林15万亩。 11月底前 秦  川

联系人：邓小禾    办公电话：0551-60000002
"""
LATER = """
单位 序号 承诺事项 完成时间 责任人
省
水
利
厅

1     加固病险水库，除险加固小型水库75座。 9月底前 马  腾

2     推进农村供水，农村自来水普及率达到97%，管网抢修成功率达到95%。 12月底前 周立人

联系人：叶  明    办公电话：0551-60000003
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> AssistantService:
    folder: Path = tmp_path_factory.mktemp("corpus")
    (folder / "documents").mkdir()
    entries = ""
    for year, text in ((2024, EARLIER), (2025, LATER)):
        (folder / "documents" / f"{year}.txt").write_text(text, encoding="utf-8")
        entries += f"""
[[document]]
id = "pledges-{year}"
title = "{year}年安徽省直重点工作任务公开承诺事项"
short_titles = ["省直单位承诺", "省直承诺"]
issuer = "安徽省"
period = [{year}]
layout = "spaced_pledge_table"
file = "{year}.txt"
sha256 = "{hashlib.sha256(text.encode("utf-8")).hexdigest()}"
complete = true
"""
    (folder / "register.toml").write_text(entries, encoding="utf-8")
    corpus = read_corpus(folder)
    embedder = HashingEmbedder()
    home = tmp_path_factory.mktemp("home")
    build_index(corpus, embedder, home)
    index = open_index(home, corpus, embedder)
    return AssistantService(corpus, index, embedder, AnswerStore(home / "answers"))


def _after(service: AssistantService, first: str, question: str) -> str:
    """The answer to ``question`` asked next in a chat that began with ``first``."""
    history = [
        Turn(role="user", content=first),
        Turn(role="assistant", content=service.ask(first).answer),
    ]
    return service.ask(question, history).answer


def test_the_contact_is_that_of_the_year_asked_about(service: AssistantService) -> None:
    later = service.ask("2025年省水利厅的联系人是谁？").answer
    assert "叶明" in later
    assert "何静" not in later
    both = service.ask("省水利厅的联系人是谁？").answer
    assert "叶明" in both
    assert "何静" in both


def test_no_contact_of_another_year_is_given(service: AssistantService) -> None:
    answer = service.ask("2025年省林业厅的联系人是谁？")
    assert answer.status is Status.REFUSED
    assert answer.reason is Reason.YEAR_NOT_COVERED
    assert "邓小禾" not in answer.answer


def test_a_chat_about_a_contact_moves_to_another_year(service: AssistantService) -> None:
    told = _after(service, "2025年省水利厅的联系人是谁？", "那2024年呢？")
    assert "何静" in told
    assert "叶明" not in told


def test_a_number_without_a_year_is_looked_up_in_every_year(service: AssistantService) -> None:
    told = service.ask("省水利厅第2项承诺是什么？").answer
    assert "9处" in told
    assert "97%" in told
    assert "97%" not in service.ask("2024年省水利厅第2项承诺是什么？").answer


def test_this_year_is_that_of_the_unit_or_document_asked_about(service: AssistantService) -> None:
    assert "30万亩" in service.ask("省林业厅今年承诺人工造林多少万亩？").answer
    assert "75座" in service.ask("省水利厅今年要除险加固多少座小型水库？").answer
    assert "75座" in service.ask("省直承诺里今年要除险加固多少座小型水库？").answer


def test_each_line_of_a_count_over_years_is_counted(service: AssistantService) -> None:
    answer = service.ask("省水利厅一共承诺了几项？")
    assert answer.total == 4
    assert answer.answer.count("（2项）") == 2


def test_two_numbers_are_looked_up_in_every_year(service: AssistantService) -> None:
    told = service.ask("省水利厅的第1项和第2项承诺分别是什么时候完成？").answer
    assert all(date in told for date in ("12月底前", "10月底前", "9月底前"))


def test_clauses_nobody_prepared_questions_for_are_not_counted_twice(
    service: AssistantService,
) -> None:
    answerer = service.answerer
    query = answerer.understander.understand("病险水库除险加固多少座")
    choices, _ = answerer.facts.candidates(query)
    best = choices[0].features
    assert 0 < best["asked_vector"] < best["clause_vector"]


def test_a_success_rate_is_no_power(service: AssistantService) -> None:
    assert "95%" in service.ask("农村供水管网抢修成功率目标是多少？").answer


def test_a_year_stands_inside_the_name_of_the_pledges(service: AssistantService) -> None:
    assert service.ask("省直单位2025年一共承诺多少项？").total == 2
    assert service.ask("省直单位2024年承诺了多少项？").total == 3
