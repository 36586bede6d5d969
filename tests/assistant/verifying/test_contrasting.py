"""One word that makes a statement untrue: the level, the place in town or country, the direction."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier

CONTRADICTED = (
    ("2024年全省将新创建70个左右的市级示范片区。", "市级", "省级"),
    ("2023年全省计划开工改造3898个农村老旧小区。", "农村", "城镇"),
    ("青岛2023年力争货物出口总额突破1万亿元。", "出口", "进出口"),
    ("2024年山东将新培育省级临床重点专科12个。", "省级", "国家"),
    ("2023年，全省税收收入下降9.1%。", "", ""),
    ("2024年，济南、烟台两市将开工8000套配售型保障性住房。", "烟台", ""),
    ("2023年山东计划新建3到5个省级海洋牧场示范区。", "省级", "国家级"),
)
NOT_FOUND = (
    "2024年全省将新创建70个左右的市级科技园区。",
    "2023年全省计划完成改造3898个农村养老院。",
)


@pytest.mark.parametrize(("text", "stated", "found"), CONTRADICTED)
def test_another_kind_than_the_passage_says_is_contradicted(
    verifier: Verifier, text: str, stated: str, found: str
) -> None:
    claim = verifier.verify(text).claims[0]
    assert claim.verdict is Verdict.CONTRADICTED
    assert stated in (claim.stated or "")
    assert found in (claim.found or "")
    assert claim.citations


@pytest.mark.parametrize("text", NOT_FOUND)
def test_something_else_of_that_kind_stays_not_found(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.NOT_FOUND
