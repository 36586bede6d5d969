from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from index import storage
from index.errors import IndexBusy, IndexDamaged, IndexMismatch, IndexMissing
from tests.index.handmade import handmade_corpus

if TYPE_CHECKING:
    from pathlib import Path

_ORIGIN = storage.Origin(corpus="c", embedder="e", tokenizer="t", recipe="r")


def _put(home: Path, content: str, origin: storage.Origin = _ORIGIN) -> Path:
    manifest = storage.Manifest(
        version=origin.version,
        origin=origin,
        dimensions=4,
        tasks=1,
        clauses=2,
        documents=(storage.Built("d", "s", 1, 2),),
        libraries={},
        files={},
    )
    with storage.new_folder(home) as folder:
        (folder / "content").write_text(content, encoding="utf-8")
        return storage.put_in_use(folder, manifest)


def _content(home: Path) -> str:
    return (storage.current_folder(home) / "content").read_text(encoding="utf-8")


def test_what_is_put_in_use_is_found_whole(tmp_path: Path) -> None:
    _put(tmp_path, "一")
    folder = storage.current_folder(tmp_path)
    manifest = storage.read_manifest(folder)
    storage.check_files(folder, manifest)
    assert manifest.origin == _ORIGIN
    assert manifest.documents == (storage.Built("d", "s", 1, 2),)


def test_a_build_that_dies_leaves_the_old_index_in_use(tmp_path: Path) -> None:
    _put(tmp_path, "旧")
    with pytest.raises(UnicodeEncodeError), storage.new_folder(tmp_path) as folder:
        (folder / "content").write_text("半途而废", encoding="ascii")
    assert _content(tmp_path) == "旧"
    assert not list((tmp_path / "index").glob("building-*"))


def test_leftovers_of_a_killed_build_are_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "index" / "building-dead").mkdir(parents=True)
    _put(tmp_path, "新")
    assert not (tmp_path / "index" / "building-dead").exists()


def test_the_folder_before_is_kept_for_those_who_are_opening_it(tmp_path: Path) -> None:
    first = _put(tmp_path, "一")
    second = _put(tmp_path, "二")
    assert first.is_dir()
    assert _content(tmp_path) == "二"
    _put(tmp_path, "三")
    assert not first.exists()
    assert second.is_dir()


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    with (
        storage.new_folder(tmp_path),
        pytest.raises(IndexBusy),
        storage.new_folder(tmp_path),
    ):
        pass


def test_no_index_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="mingju index build"):
        storage.current_folder(tmp_path)


def test_a_changed_file_is_found(tmp_path: Path) -> None:
    folder = _put(tmp_path, "一")
    (folder / "content").write_text("二", encoding="utf-8")
    with pytest.raises(IndexDamaged, match=r"content.*mingju index build"):
        storage.check_files(folder, storage.read_manifest(folder))


def test_a_folder_that_is_gone_is_damage(tmp_path: Path) -> None:
    folder = _put(tmp_path, "一")
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(IndexDamaged, match="mingju index build"):
        storage.current_folder(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"origin": {"format": 1}}'])
def test_a_broken_manifest_is_damage(tmp_path: Path, text: str) -> None:
    folder = _put(tmp_path, "一")
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(IndexDamaged):
        storage.read_manifest(folder)


def test_another_format_is_a_mismatch(tmp_path: Path) -> None:
    folder = _put(tmp_path, "一")
    file = folder / "manifest.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["origin"]["format"] += 1
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(IndexMismatch, match="mingju index build"):
        storage.read_manifest(folder)


@pytest.mark.parametrize("field", ["corpus", "embedder", "tokenizer", "recipe"])
def test_an_index_of_something_else_is_refused(tmp_path: Path, field: str) -> None:
    manifest = storage.read_manifest(_put(tmp_path, "一"))
    other = storage.Origin(**{**dataclasses.asdict(_ORIGIN), field: "other"})
    with pytest.raises(IndexMismatch, match="mingju index build"):
        storage.check_origin(manifest, other)
    assert other.version != _ORIGIN.version


def test_the_corpus_hash_follows_what_was_read() -> None:
    corpus = handmade_corpus()
    assert storage.corpus_hash(corpus) == storage.corpus_hash(handmade_corpus())
    task = dataclasses.replace(corpus.tasks[0], title="别的")
    other = dataclasses.replace(corpus, tasks=(task, *corpus.tasks[1:]))
    assert storage.corpus_hash(corpus) != storage.corpus_hash(other)
