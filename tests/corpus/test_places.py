"""Whose a document is: the place its issuer speaks for, and the one that need not be named."""

from __future__ import annotations

import pytest

from corpus.places import home_of, issuing_place, short_place
from corpus.reading import read_corpus


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("湖北省人民政府办公厅", "湖北"),
        ("泰安市（《泰安日报》公布）", "泰安市"),
        ("浙江省杭州市人民政府", "杭州市"),
        ("北京市人民政府", "北京"),
        ("广西壮族自治区人民政府", "广西"),
        ("湖北省市场监督管理局", "湖北"),
        ("国家市场监督管理总局", ""),
        ("省政府", ""),
    ],
)
def test_the_issuer_tells_the_place(issuer: str, place: str) -> None:
    assert issuing_place(issuer) == place


def test_home_is_where_most_documents_are_of_and_of_equals_the_province() -> None:
    assert home_of(["泰安市人民政府", "泰安市人民政府办公室", "湖北省人民政府"]) == "泰安市"
    assert home_of(["泰安市人民政府", "湖北省人民政府"]) == "湖北"
    assert home_of(["省政府"]) == ""
    assert short_place("泰安市") == "泰安"


def test_the_documents_registered_are_of_one_home() -> None:
    corpus = read_corpus()
    assert corpus.home == "山东"
    assert {document.place for document in corpus.documents} == {""}
    assert {task.place for task in corpus.tasks} == {"", "济南市", "青岛市", "淄博市"}
