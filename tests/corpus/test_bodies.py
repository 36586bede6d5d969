"""Bodies named in any of their forms."""

from __future__ import annotations

import pytest

from corpus.bodies import BodyNames, canonical_names, same_body

NAMES = ["省发展改革委", "省科技厅", "省工业和信息化厅", "省卫生健康委", "省委组织部", "省委办公厅"]
NAMES += ["省政府办公厅", "省地方金融监管局", "济南海关", "省畜牧局", "省畜牧兽医局"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("省发改委牵头的有哪些", ["省发展改革委"]),
        ("山东省工业和信息化厅", ["省工业和信息化厅"]),
        ("科技厅和卫健委", ["省科技厅", "省卫生健康委"]),
        ("组织部", ["省委组织部"]),
        ("省地方金融监督管理局", ["省地方金融监管局"]),
        ("省科技部门", ["省科技厅"]),
        ("营商环境怎么办", []),
        ("办公厅", []),
    ],
)
def test_bodies_in_free_text(text: str, found: list[str]) -> None:
    assert [mention.name for mention in BodyNames(NAMES).find(text)] == found


def test_two_names_of_one_body_have_one_canonical_name() -> None:
    assert canonical_names(NAMES)["省畜牧局"] == "省畜牧兽医局"


def test_other_bodies_are_kept_apart() -> None:
    assert not same_body("省委办公厅", "省政府办公厅")
    assert not same_body("省科技厅", "省教育厅")
