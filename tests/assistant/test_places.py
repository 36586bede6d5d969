"""A made-up corpus of another province and one of its cities: registered without code, it is asked
as the documents of this repository are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.answers import AnswerStore
from assistant.models import Reason, Status, Verdict
from assistant.service import AssistantService
from corpus.reading import read_corpus
from index.building import build_index
from index.embedding import HashingEmbedder
from index.opening import open_index

PLEDGES = """
2025年黄石市直部门重点工作任务公开承诺事项

单位 序号 承诺事项 完成时间 责任人

市
教
育
局

1     扩大基础教育优质资源，新建改扩建中小学18所，新增学位2.6万个，在阳新县试点公办托班。 12月底前 孙建国
2     规范校外培训，开展专项检查4次，课后服务覆盖率达到100%。 9月底前 曹  阳

联系人：蒋  丽    办公电话：0714-6991811

市
交
通
运
输
局

1     完成交通投资128亿元，武阳高速二期主体完工，开工建设武东高速公路，高速公路通车里程达到430公里。 11月底前 韩  冰
2     推行网约车驾驶员资格证“一次办”，办理时限由10个工作日压缩至3个工作日。 6月底前 尤  明
3     深化港口协作，与江西、安徽联合开行集装箱班轮。 12月底前 尤  明
"""
PLAN = """
湖北省人民政府办公厅
关于印发《湖北省银发经济发展行动计划（2024—2026年）》的通知

湖北省银发经济发展行动计划（2024—2026年）

## 一、总体目标

全省银发经济规模 2025 年达到 6000 亿元、2026 年突破 7000 亿元。

## 二、主要任务

1.发展老年助餐服务。新增幸福食堂 1200 个，更新供餐设备 300 套，实施适老化改造 8 万户，对护理员一次性奖励 3000 元，对失能老年人每月发放不低于 200 元的护理补贴。（牵头单位：省民政厅；配合单位：省商务厅）

2.推进公共空间适老化改造。加装电梯 3000 部。（牵头单位：省住房城乡建设厅）
"""


def _entry(
    identifier: str, title: str, issuer: str, period: list[int], layout: str, text: str
) -> str:
    return f"""
[[document]]
id = "{identifier}"
title = "{title}"
issuer = "{issuer}"
period = {period}
layout = "{layout}"
file = "{identifier}.txt"
sha256 = "{hashlib.sha256(text.encode("utf-8")).hexdigest()}"
complete = true
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> AssistantService:
    folder: Path = tmp_path_factory.mktemp("corpus")
    (folder / "documents").mkdir()
    (folder / "documents" / "city.txt").write_text(PLEDGES, encoding="utf-8")
    (folder / "documents" / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "register.toml").write_text(
        _entry(
            "city",
            "2025年黄石市直部门重点工作任务公开承诺事项",
            "黄石市（《黄石日报》公布）",
            [2025],
            "spaced_pledge_table",
            PLEDGES,
        )
        + _entry(
            "plan",
            "关于印发《湖北省银发经济发展行动计划（2024—2026年）》的通知",
            "湖北省人民政府办公厅",
            [2024, 2025, 2026],
            "action_plans",
            PLAN,
        ),
        encoding="utf-8",
    )
    corpus = read_corpus(folder)
    home = tmp_path_factory.mktemp("home")
    embedder = HashingEmbedder()
    build_index(corpus, embedder, home)
    index = open_index(home, corpus, embedder)
    return AssistantService(corpus, index, embedder, AnswerStore(home / "answers"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("湖北省银发经济规模2026年目标是多少？", "7000亿元"),
        ("银发经济规模2026年目标是多少？", "7000亿元"),
        ("黄石市2025年新建改扩建多少所中小学？", "18所"),
        ("黄石高速公路通车里程要达到多少公里？", "430公里"),
        ("黄石教育局第2项由谁负责？", "曹阳"),
        ("黄石市教育局的联系电话是多少？", "0714-6991811"),
        ("黄石市交通运输局的交通投资什么时候完成？", "11月底前"),
        ("黄石市交通运输局完成交通投资那项什么时候完成？", "11月底前"),
        ("湖北发展老年助餐服务由哪个厅牵头？", "省民政厅"),
        ("黄石市网约车驾驶员资格证办理时限压缩到几天？", "3个工作日"),
        ("黄石完成交通投资多少亿元？", "128亿元"),
        ("湖北失能老年人护理补贴每月多少钱？", "200元"),
        ("黄石市在哪个县试点公办托班？", "阳新县"),
        ("湖北能不能多建几个幸福食堂？", "1200个"),
        ("黄石港口集装箱班轮跟哪几个省联合开行？", "江西、安徽"),
    ],
)
def test_a_place_registered_is_answered(
    service: AssistantService, question: str, told: str
) -> None:
    answer = service.ask(question)
    assert answer.status is not Status.REFUSED
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "武阳高速二期总投资多少亿元？",  # the figure beside it is of all traffic
        "湖北老年人高龄津贴每月多少钱？",  # another benefit
        "湖北适老化改造每户补贴多少钱？",  # a subsidy of another kind, by the month
        "湖北护理员月工资多少钱？",  # a bonus is no wage
        "武东高速公路哪年通车？",  # another road is done, this one begun
        "湖北2024年新增供餐设备多少套？",  # renewed, not added
        "黄石市新建改扩建的18所中小学分别在哪些县？",  # the place named is of something else
        "湖北老年助餐服务由哪位厅长负责？",  # a body leads, no person
        "黄石开工建设的武东高速公路通到哪几个省？",  # a neighbour's provinces
    ],
)
def test_a_figure_or_name_of_a_neighbour_is_no_answer(
    service: AssistantService, question: str
) -> None:
    assert service.ask(question).status is Status.REFUSED


def test_an_answer_of_a_place_that_is_not_home_names_it(service: AssistantService) -> None:
    assert "黄石市 市教育局" in service.ask("黄石市教育局第1项承诺是什么？").answer


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("山东省银发经济规模2026年目标是多少？", Reason.NOT_IN_CORPUS),
        ("全省高速公路通车里程2025年要达到多少公里？", Reason.FIGURE_NOT_STATED),
        ("黄石市2023年新建改扩建多少所中小学？", Reason.YEAR_NOT_COVERED),
    ],
)
def test_another_place_or_the_whole_or_another_year_is_refused(
    service: AssistantService, question: str, reason: Reason
) -> None:
    answer = service.ask(question)
    assert answer.status is Status.REFUSED
    assert answer.reason is reason


def test_two_places_are_set_side_by_side(service: AssistantService) -> None:
    answer = service.ask("幸福食堂湖北要新增多少个，中小学黄石要新建多少所？")
    assert "1200个" in answer.answer
    assert "18所" in answer.answer


def test_this_year_is_that_of_the_place_asked_about(service: AssistantService) -> None:
    assert "18所" in service.ask("黄石市今年新建改扩建多少所中小学？").answer


@pytest.mark.parametrize(
    ("text", "supported"),
    [
        ("黄石市2025年新建改扩建中小学18所。", True),
        ("湖北省全省2025年新建改扩建中小学18所。", False),  # a city's
        ("2026年湖北省银发经济规模要突破7000亿元。", True),
        ("2026年山东省银发经济规模要突破7000亿元。", False),
    ],
)
def test_a_statement_is_supported_only_by_a_document_of_its_place(
    service: AssistantService, text: str, supported: bool
) -> None:
    assert (service.verify(text).verdict is Verdict.SUPPORTED) == supported
