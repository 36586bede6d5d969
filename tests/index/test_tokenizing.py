from __future__ import annotations

from typing import TYPE_CHECKING

import jieba
import pytest

from index.tokenizing import Tokenizer, grams
from index.vocabulary import learn_words
from tests.index.handmade import handmade_corpus

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_learnt_words_stay_whole_and_give_their_parts(cache: Path) -> None:
    words = Tokenizer(["科技型中小企业"], cache).words("培育科技型中小企业5万家")
    assert {"科技型中小企业", "中小企业", "企业", "5"} <= set(words)


def test_the_global_jieba_is_left_alone(cache: Path) -> None:
    Tokenizer(["鲲鹏之光计划"], cache)
    assert jieba.dt.FREQ.get("鲲鹏之光计划") is None


def test_asking_words_and_punctuation_are_no_tokens(cache: Path) -> None:
    words = Tokenizer([], cache).words("请问，充电桩的目标是多少？有哪些？")
    assert "目标" in words
    assert not {"请问", "的", "是", "多少", "哪些", "，", "？"} & set(words)


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert "充电" in Tokenizer([], blocked).words("充电设施")


def test_grams_stop_at_punctuation_and_keep_numbers_whole() -> None:
    assert grams("加氢站，5.5%") == ["加氢", "氢站", "加氢站", "5.5%"]
    assert grams("建AEO") == ["建", "aeo"]


def test_words_are_learnt_from_names_and_quotes() -> None:
    corpus = handmade_corpus()
    learnt = learn_words(corpus)
    assert {"科技厅", "能源局", "生态环境厅", "张三"} <= set(learnt)
    assert learnt == learn_words(corpus)
