from __future__ import annotations

import dataclasses

from index.vocabulary import learn_words
from tests.index.handmade import handmade_corpus


def _learnt_from(*texts: str) -> set[str]:
    """Words learnt from a corpus whose tasks are these texts, beside those of names."""
    corpus = handmade_corpus()
    bare = dataclasses.replace(corpus.tasks[0], unit="", duty=type(corpus.tasks[0].duty)())
    tasks = tuple(
        dataclasses.replace(bare, id=str(number), text=text, plain=text)
        for number, text in enumerate(texts)
    )
    return set(learn_words(dataclasses.replace(corpus, tasks=tasks)))


def test_quoted_names_are_words() -> None:
    learnt = _learnt_from("实施“碧水蓝天”行动，编纂《大河文库》，共“3＋5”项")
    assert {"碧水蓝天", "大河文库"} <= learnt
    assert "3＋5" not in learnt


def test_a_string_that_recurs_in_varied_company_is_a_word() -> None:
    others = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
    learnt = _learnt_from(
        "新建加氢站三座",
        "布局加氢站网络",
        "支持加氢站运营",
        "完善加氢站补贴",
        "对加氢站检查",
        others * 9,  # a corpus has to be larger than its words for a word to stand out
    )
    assert "加氢站" in learnt
    assert not {"加氢", "氢站"} & learnt  # always inside the longer one


def test_a_string_that_comes_once_is_no_word() -> None:
    assert _learnt_from("新建加氢站三座", "治理大气污染", "推进职业教育") == set()
