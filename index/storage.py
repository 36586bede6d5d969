"""Where a built index lies, and how a new one takes the place of an old one.

    HOME/index/current              one line: the name of the folder that is in use
    HOME/index/lock                 held while building
    HOME/index/<version>-<random>/  one build: manifest.json and the files it names

A build writes a folder of its own and then replaces ``current`` in one step, so a build killed at
any moment leaves the old index in use. The folder in use before is kept until the build after
next: a process that is just opening it finds it whole.
"""

from __future__ import annotations

import dataclasses
import fcntl
import hashlib
import json
import os
import secrets
import shutil
from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import MEND, IndexBusy, IndexDamaged, IndexMismatch, IndexMissing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.models import Corpus, Task

FORMAT_VERSION = 1
"""Raise when the files of an index change their form or their meaning."""

_FOLDER = "index"
_POINTER = "current"
_LOCK = "lock"
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Built:
    """What one document gave to the index."""

    document_id: str
    sha256: str
    tasks: int
    clauses: int


@dataclass(frozen=True, slots=True)
class Origin:
    """What an index is made from; two indexes of one origin answer alike.

    corpus     hash over the sources and everything the parsers found in them
    embedder   name of the model that made the vectors
    tokenizer  version of the rules that cut the words
    recipe     version of the rules that say which texts are embedded
    """

    corpus: str
    embedder: str
    tokenizer: str
    recipe: str
    format: int = FORMAT_VERSION

    @property
    def version(self) -> str:
        """Short name of this origin: the ``index_version`` of every answer."""
        fields = json.dumps(dataclasses.asdict(self), sort_keys=True)
        return hashlib.sha256(fields.encode("utf-8")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in ``manifest.json``. ``files`` maps each file of the folder to its SHA-256."""

    version: str
    origin: Origin
    dimensions: int
    tasks: int
    clauses: int
    documents: tuple[Built, ...]
    libraries: dict[str, str]
    files: dict[str, str]


def corpus_hash(corpus: Corpus) -> str:
    """SHA-256 over the documents and everything read in them.

    What was read, not the number of a parser version: a parser that changes without its number
    would leave an old index in use.
    """
    seen = hashlib.sha256()
    for document in corpus.documents:
        seen.update(repr(document).encode("utf-8"))
    for task in corpus.tasks:
        seen.update(repr(_content(task)).encode("utf-8"))
        seen.update(array("Q", task.offsets).tobytes())
    for expansion in corpus.expansions:
        seen.update(repr(expansion).encode("utf-8"))
    return seen.hexdigest()


def _content(task: Task) -> tuple[object, ...]:
    names = (field.name for field in dataclasses.fields(task) if field.name != "offsets")
    return tuple(getattr(task, name) for name in names)


def current_folder(home: Path) -> Path:
    """The folder of the index in use. Raises IndexMissing, or IndexDamaged where it is gone."""
    pointer = home / _FOLDER / _POINTER
    try:
        name = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise IndexMissing("还没有建立索引：请运行 mingju index build。") from None
    folder = pointer.parent / name
    if not name or not folder.is_dir():
        raise IndexDamaged(f"索引文件夹 {name or '（空）'} 不见了。{MEND}")
    return folder


def read_manifest(folder: Path) -> Manifest:
    """Raises IndexDamaged where it cannot be read, IndexMismatch where its format is another."""
    try:
        content = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        stored = content["origin"]["format"]
        if stored == FORMAT_VERSION:
            return Manifest(
                **content
                | {
                    "origin": Origin(**content["origin"]),
                    "documents": tuple(Built(**built) for built in content["documents"]),
                }
            )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(f"索引清单 {_MANIFEST} 无法读取（{error}）。{MEND}") from error
    raise IndexMismatch(f"索引是第 {stored} 版格式，程序需要第 {FORMAT_VERSION} 版。{MEND}")


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raises IndexDamaged for the first file that is gone or not what was written."""
    for name, expected in manifest.files.items():
        try:
            found = _sha256(folder / name)
        except OSError as error:
            raise IndexDamaged(f"索引文件 {name} 无法读取（{error}）。{MEND}") from error
        if found != expected:
            raise IndexDamaged(f"索引文件 {name} 已损坏。{MEND}")


def check_origin(manifest: Manifest, expected: Origin) -> None:
    """Raises IndexMismatch that says what differs."""
    reasons = {
        "corpus": "文件内容已变化",
        "embedder": f"索引用的向量模型是 {manifest.origin.embedder}，当前设置是 {expected.embedder}",
        "tokenizer": "分词规则已变化",
        "recipe": "索引内容的规则已变化",
    }
    for name, reason in reasons.items():
        if getattr(manifest.origin, name) != getattr(expected, name):
            raise IndexMismatch(f"索引与当前程序不一致：{reason}。{MEND}")


@contextmanager
def new_folder(home: Path) -> Iterator[Path]:
    """A fresh folder to build in; removed again if the build fails.

    Raises IndexBusy where another process is building in this home.
    """
    root = home / _FOLDER
    root.mkdir(parents=True, exist_ok=True)
    with (root / _LOCK).open("a", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the system frees it if we are killed
        except OSError:
            raise IndexBusy("另一个进程正在建立索引，请等它结束后再试。") from None
        folder = root / f"building-{secrets.token_hex(4)}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def put_in_use(folder: Path, manifest: Manifest) -> Path:
    """Seals a folder from ``new_folder`` with its manifest and makes it the index in use."""
    root = folder.parent
    files = {
        file.relative_to(folder).as_posix(): _sha256(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
    sealed = dataclasses.replace(manifest, files=files)
    (folder / _MANIFEST).write_text(
        json.dumps(dataclasses.asdict(sealed), ensure_ascii=False, indent=1), encoding="utf-8"
    )
    before = _name_in_use(root)
    final = folder.rename(root / f"{manifest.version}-{secrets.token_hex(4)}")
    beside = root / f"{_POINTER}.new"
    with beside.open("w", encoding="utf-8") as file:
        file.write(final.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(root / _POINTER)
    for other in root.iterdir():
        if other.is_dir() and other.name not in (final.name, before):
            shutil.rmtree(other, ignore_errors=True)
    return final


def _name_in_use(root: Path) -> str:
    try:
        return (root / _POINTER).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
