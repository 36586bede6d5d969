from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.errors import IndexDamaged
from index.lexical import LexicalIndex

if TYPE_CHECKING:
    from pathlib import Path

_DOCUMENTS = [["风电", "装机"], ["充电桩", "高速", "服务区"], [], ["风电", "风电", "海上"]]


def test_documents_without_the_word_score_nothing() -> None:
    scores = LexicalIndex.build(_DOCUMENTS).scores(["充电桩"])
    assert scores.argmax() == 1
    assert scores[[0, 2, 3]].tolist() == [0, 0, 0]


def test_unknown_words_score_nothing() -> None:
    assert LexicalIndex.build(_DOCUMENTS).scores(["地铁", ""]).tolist() == [0, 0, 0, 0]


def test_a_repeated_word_is_asked_once() -> None:
    index = LexicalIndex.build(_DOCUMENTS)
    once = index.scores(["风电", "海上"])
    assert index.scores(["风电", "海上", "海上"]) == pytest.approx(once)


def test_rarer_words_weigh_more() -> None:
    index = LexicalIndex.build(_DOCUMENTS)
    assert index.rarity("充电桩") > index.rarity("风电") > index.rarity("地铁") == 0


def test_the_same_documents_give_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        LexicalIndex.build(_DOCUMENTS).save(tmp_path / name)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_saved_and_loaded_scores_the_same(tmp_path: Path) -> None:
    index = LexicalIndex.build(_DOCUMENTS)
    index.save(tmp_path / "words")
    loaded = LexicalIndex.load(tmp_path / "words")
    assert loaded.scores(["风电", "高速"]).tolist() == index.scores(["风电", "高速"]).tolist()
    assert len(loaded) == len(index) == 4


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    LexicalIndex.build(_DOCUMENTS).save(tmp_path / "words")
    (tmp_path / "words" / "vocab.index.json").write_text("{", encoding="utf-8")
    with pytest.raises(IndexDamaged, match="words"):
        LexicalIndex.load(tmp_path / "words")


def test_nothing_to_search_is_refused() -> None:
    with pytest.raises(ValueError, match="token"):
        LexicalIndex.build([[], []])
