from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from corpus.models import Corpus
from index import storage
from index.building import build_index
from index.embedding import HashingEmbedder
from index.errors import IndexDamaged, IndexMismatch, IndexMissing
from index.fusion import fused, ranked
from index.opening import SearchIndex, open_index
from index.progress import silent
from tests.index.handmade import handmade_corpus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.embedding import Vectors
    from index.progress import Progress


class _Counting(HashingEmbedder):
    """Remembers how many passages it was given."""

    embedded = 0

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        self.embedded += len(texts)
        return super().embed_passages(texts, progress)


def _best(index: SearchIndex, question: str) -> str:
    vector = HashingEmbedder().embed_queries([question])[0]
    total, _ = fused(index.signals(question, vector).by_name)
    return index.task_ids[int(ranked(total, 1)[0])]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    build_index(handmade_corpus(), HashingEmbedder(), home)
    return home


@pytest.fixture(scope="module")
def index(built: Path) -> SearchIndex:
    return open_index(built, handmade_corpus(), HashingEmbedder())


@pytest.mark.parametrize(
    ("question", "task_id"),
    [
        ("充电桩要建多少台？", "tasks-2023/3"),
        ("新增多少幼儿园学位", "pledges-2024/教育厅/1"),
        ("科技型中小企业的目标", "pledges-2024/科技厅/1"),
        ("生态环境厅牵头做什么", "tasks-2023/2"),
        ("李四负责的任务", "pledges-2024/科技厅/2"),
    ],
)
def test_a_question_finds_its_task(index: SearchIndex, question: str, task_id: str) -> None:
    assert _best(index, question) == task_id


def test_the_best_clause_is_the_one_that_says_it(index: SearchIndex) -> None:
    question = "高新技术企业达到多少家"
    signals = index.signals(question, HashingEmbedder().embed_queries([question])[0])
    place = signals.best_clauses[index.task_ids.index("pledges-2024/科技厅/1")]
    clauses = {clause.id: clause for clause in handmade_corpus().clauses()}
    assert clauses[index.clause_ids[place]].text == "高新技术企业达到3万家。"


def test_more_words_widen_the_search(index: SearchIndex) -> None:
    vector = HashingEmbedder().embed_queries(["电动车"])[0]
    narrow = index.signals("电动车", vector).by_name["words"]
    wide = index.signals("电动车", vector, more_words=["充电桩"]).by_name["words"]
    assert narrow.max() == 0
    assert index.task_ids[int(wide.argmax())] == "tasks-2023/3"


def test_the_manifest_says_what_is_in_the_index(index: SearchIndex) -> None:
    manifest = index.manifest
    assert (manifest.tasks, manifest.clauses) == (len(index.task_ids), len(index.clause_ids))
    assert [built.document_id for built in manifest.documents] == ["pledges-2024", "tasks-2023"]
    assert sum(built.tasks for built in manifest.documents) == 7
    assert manifest.dimensions == HashingEmbedder().dimensions


def test_the_same_corpus_gives_the_same_version_and_files(built: Path, tmp_path: Path) -> None:
    again = build_index(handmade_corpus(), HashingEmbedder(), tmp_path)
    one = storage.read_manifest(storage.current_folder(built))
    two = storage.read_manifest(storage.current_folder(tmp_path))
    assert again.version == one.version
    assert one.files == two.files


def test_a_new_document_costs_only_itself(tmp_path: Path) -> None:
    build_index(handmade_corpus(("pledges-2024",)), HashingEmbedder(), tmp_path)
    counting = _Counting()
    both = handmade_corpus()
    build_index(both, counting, tmp_path)
    new = [task for task in both.tasks if task.document_id == "tasks-2023"]
    assert counting.embedded == len(new) + sum(len(task.clauses) for task in new)
    assert _best(open_index(tmp_path, both, counting), "推广加氢站") == "tasks-2023/1"


def test_building_again_embeds_nothing(tmp_path: Path) -> None:
    first = build_index(handmade_corpus(), HashingEmbedder(), tmp_path)
    counting = _Counting()
    assert build_index(handmade_corpus(), counting, tmp_path) == first
    assert counting.embedded == 0


def test_another_corpus_is_refused(built: Path) -> None:
    with pytest.raises(IndexMismatch, match="mingju index build"):
        open_index(built, handmade_corpus(("tasks-2023",)), HashingEmbedder())


def test_another_model_is_refused(built: Path) -> None:
    with pytest.raises(IndexMismatch, match=r"hashing-256.*hashing-64"):
        open_index(built, handmade_corpus(), HashingEmbedder(64))


def test_nothing_built_yet(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        open_index(tmp_path, handmade_corpus(), HashingEmbedder())


def test_a_damaged_index_is_refused_and_built_anew(tmp_path: Path) -> None:
    corpus, embedder = handmade_corpus(), HashingEmbedder()
    build_index(corpus, embedder, tmp_path)
    vectors = storage.current_folder(tmp_path) / "clauses" / "vectors.faiss"
    vectors.write_bytes(vectors.read_bytes()[:-8])
    with pytest.raises(IndexDamaged, match="mingju index build"):
        open_index(tmp_path, corpus, embedder)
    build_index(corpus, embedder, tmp_path)
    assert _best(open_index(tmp_path, corpus, embedder), "推广加氢站") == "tasks-2023/1"


def test_other_parts_are_written_into_the_same_build(tmp_path: Path) -> None:
    def catalog(folder: Path, corpus: Corpus) -> None:
        (folder / "catalog.txt").write_text(str(len(corpus.tasks)), encoding="utf-8")

    build_index(handmade_corpus(), HashingEmbedder(), tmp_path, parts=[catalog])
    folder = storage.current_folder(tmp_path)
    assert (folder / "catalog.txt").read_text(encoding="utf-8") == "7"
    assert "catalog.txt" in storage.read_manifest(folder).files


def test_an_empty_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="没有"):
        build_index(Corpus((), (), (), {}), HashingEmbedder(), tmp_path)


def test_progress_tells_every_stage(tmp_path: Path) -> None:
    stages: list[str] = []
    build_index(
        handmade_corpus(), HashingEmbedder(), tmp_path, lambda stage, *_: stages.append(stage)
    )
    assert stages[0] == "学习词语"
    assert stages[-1] == "索引已建成"


_KILLED_WHILE_EMBEDDING = """
import os, signal, sys
from pathlib import Path
from index.building import build_index
from index.embedding import HashingEmbedder
from tests.index.handmade import handmade_corpus

class Dying(HashingEmbedder):
    def embed_passages(self, texts, progress=None):
        os.kill(os.getpid(), signal.SIGKILL)

build_index(handmade_corpus(), Dying(), Path(sys.argv[1]))
"""


def test_a_build_killed_in_the_middle_leaves_the_old_index_usable(tmp_path: Path) -> None:
    old = handmade_corpus(("pledges-2024",))
    build_index(old, HashingEmbedder(), tmp_path)
    dead = subprocess.run(
        [sys.executable, "-c", _KILLED_WHILE_EMBEDDING, str(tmp_path)], check=False
    )
    assert dead.returncode == -signal.SIGKILL
    assert _best(open_index(tmp_path, old, HashingEmbedder()), "幼儿园") == "pledges-2024/教育厅/1"
    build_index(handmade_corpus(), HashingEmbedder(), tmp_path)  # the dead build holds no lock
    assert len(open_index(tmp_path, handmade_corpus(), HashingEmbedder()).task_ids) == 7
    assert not list((tmp_path / "index").glob("building-*"))
