"""Comparing two figures: exact values, units, bounds, and roundings that are said to be such."""

from __future__ import annotations

import pytest

from assistant.models import Difference
from assistant.verifying.amounts import compare, compare_bounds
from assistant.verifying.wording import direction_of
from corpus.figures import extract_figures
from corpus.models import Figure


def figure(text: str) -> Figure:
    return extract_figures(text, 0, len(text), ())[0]


@pytest.mark.parametrize(
    ("said", "written", "difference"),
    [
        ("企业达到35000家", "企业达到3.5万家", None),
        ("占比达到九成", "占比达到90%", None),
        ("占比达到三分之一", "占比达到1/3以上", None),
        ("产量1131万斤", "产量1131亿斤", Difference.UNIT),
        ("产量1132亿斤", "产量1131亿斤", Difference.VALUE),
        ("就业约125万人", "就业124.5万人", None),
        ("就业约126万人", "就业124.5万人", Difference.VALUE),
        ("就业125万人", "就业124.5万人", Difference.VALUE),
        ("就业突破5万人", "就业突破5.5万人", Difference.VALUE),
        ("来电约1450亿千瓦时", "来电1500亿千瓦时", Difference.VALUE),
        ("占比约50%", "占比52%", Difference.VALUE),
        ("占比约52%", "占比52.4%", None),
        ("占比提高2个百分点", "占比提高2%", Difference.UNIT),
    ],
)
def test_values_and_units(said: str, written: str, difference: Difference | None) -> None:
    result = compare(figure(said), figure(written), "", "")
    assert result.difference is difference
    assert result.agrees is (difference is None)


@pytest.mark.parametrize(
    ("said", "written", "agrees"),
    [
        ("覆盖率超过60%", "覆盖率60%以上", True),
        ("覆盖率超过60%", "覆盖率不超过60%", False),
        ("覆盖率至少60%", "覆盖率最多60%", False),
        ("覆盖率60%", "覆盖率60%以上", True),
        ("覆盖率60%以上", "覆盖率60%左右", False),
        ("覆盖率超过60%", "覆盖率达到60%", False),
        ("覆盖率约60%", "覆盖率60%", True),
    ],
)
def test_bounds(said: str, written: str, agrees: bool) -> None:
    assert compare_bounds(figure(said), figure(written)).agrees is agrees


@pytest.mark.parametrize(
    ("left", "direction"),
    [
        ("收入增长", "up"),
        ("收入增长目标为", "up"),
        ("收入增速达到", "up"),
        ("比例提高到", "to"),
        ("比例提高了", "up"),
        ("能耗下降", "down"),
        ("降至", "to"),
        ("企业", ""),
    ],
)
def test_directions(left: str, direction: str) -> None:
    assert direction_of(left) == direction
