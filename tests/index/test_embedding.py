from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.embedding import HashingEmbedder, SentenceTransformerEmbedder, Vectors, normalised
from index.errors import ModelUnavailable

if TYPE_CHECKING:
    from pathlib import Path


def test_hashed_vectors_of_like_texts_are_near() -> None:
    embedder = HashingEmbedder()
    passages = embedder.embed_passages(["公共充电桩达到10万台", "新改扩建幼儿园100所"])
    query = embedder.embed_queries(["充电桩多少台"])[0]
    near, far = passages @ query
    assert near > far + 0.2
    assert np.linalg.norm(passages, axis=1) == pytest.approx([1, 1])


def test_hashed_vectors_are_the_same_in_every_run() -> None:
    vector = HashingEmbedder(8).embed_queries(["充电桩"])[0]
    assert vector.tolist() == HashingEmbedder(8).embed_queries(["充电桩"])[0].tolist()
    assert np.flatnonzero(vector).tolist() == [0, 1, 7]


def test_no_texts_give_no_rows() -> None:
    assert HashingEmbedder(8).embed_passages([]).shape == (0, 8)
    assert HashingEmbedder(8).embed_queries([]).shape == (0, 8)


def test_zeros_stay_zeros() -> None:
    assert normalised(np.zeros((1, 3), np.float32)).tolist() == [[0, 0, 0]]


def test_a_model_that_is_not_there_says_which_setting_to_change(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    embedder = SentenceTransformerEmbedder(str(tmp_path), tmp_path)
    with pytest.raises(ModelUnavailable, match="MINGJU_EMBEDDING_MODEL"):
        embedder.embed_queries(["充电桩"])


def test_a_model_folder_is_named_by_what_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "my-model"
    folder.mkdir()
    (folder / "weights").write_bytes(b"1")
    first = SentenceTransformerEmbedder(str(folder), tmp_path).name
    (folder / "weights").write_bytes(b"12")
    assert first.startswith("my-model@")
    assert SentenceTransformerEmbedder(str(folder), tmp_path).name != first


def test_a_model_of_the_hub_goes_by_its_name(tmp_path: Path) -> None:
    assert SentenceTransformerEmbedder("BAAI/bge-m3", tmp_path).name == "BAAI/bge-m3"


def test_a_question_asked_again_is_not_embedded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedder = SentenceTransformerEmbedder("some/model", tmp_path)
    asked: list[list[str]] = []

    def encode(_: object, texts: list[str], __: str) -> Vectors:
        asked.append(texts)
        return np.full((len(texts), 3), len(asked), np.float32)

    monkeypatch.setattr(embedder, "_model", lambda: None)
    monkeypatch.setattr(embedder, "_encode", encode)
    first = embedder.embed_queries(["一问", "二问"])
    assert np.array_equal(embedder.embed_queries(["一问", "二问"]), first)
    assert asked == [["一问"], ["二问"]]
