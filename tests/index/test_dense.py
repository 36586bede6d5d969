from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.dense import DenseIndex
from index.errors import IndexDamaged, IndexMismatch

if TYPE_CHECKING:
    from pathlib import Path

_VECTORS = np.eye(4, dtype=np.float32)


@pytest.fixture
def index() -> DenseIndex:
    return DenseIndex.build(["甲", "乙", "丙", "丁"], _VECTORS)


def test_scores_stand_in_the_order_of_the_ids(index: DenseIndex) -> None:
    query = np.asarray([0.1, 0.9, 0.3, 0.0], dtype=np.float32)
    assert index.scores(query) == pytest.approx(query)
    assert [id_ for id_, _ in index.search(query, 2)] == ["乙", "丙"]


def test_removing_keeps_the_others_in_order(index: DenseIndex) -> None:
    assert index.remove(["乙", "无"]) == 1
    assert index.ids == ("甲", "丙", "丁")
    assert index.search(_VECTORS[2], 1) == [("丙", 1.0)]
    index.add(["乙"], _VECTORS[1:2])
    assert index.scores(_VECTORS[1]).tolist() == [0, 0, 0, 1]


def test_an_id_is_taken_once(index: DenseIndex) -> None:
    with pytest.raises(ValueError, match="already"):
        index.add(["甲"], _VECTORS[:1])


def test_a_query_of_another_model_is_refused(index: DenseIndex) -> None:
    with pytest.raises(IndexMismatch, match="mingju index build"):
        index.scores(np.zeros(3, dtype=np.float32))


def test_saved_and_loaded_is_the_same(index: DenseIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "d")
    loaded = DenseIndex.load(tmp_path / "d")
    assert loaded.ids == index.ids
    assert (loaded.vectors() == index.vectors()).all()


def test_an_empty_index_answers() -> None:
    empty = DenseIndex(4)
    assert empty.search(_VECTORS[0], 3) == []
    assert len(empty.scores(_VECTORS[0])) == 0


@pytest.mark.parametrize("name", ["vectors.faiss", "ids.json"])
def test_a_damaged_file_is_named(index: DenseIndex, tmp_path: Path, name: str) -> None:
    index.save(tmp_path / "clauses")
    (tmp_path / "clauses" / name).write_bytes(b"x")
    with pytest.raises(IndexDamaged, match="clauses"):
        DenseIndex.load(tmp_path / "clauses")
