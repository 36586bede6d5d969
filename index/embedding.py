"""Turning texts into vectors. The only file that imports torch and sentence-transformers.

Both are imported when the first text is embedded, not before: they take seconds, and most commands
never need them.
"""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.bundled_model import BUNDLED_NAME, build_bundled_model
from index.errors import ModelUnavailable
from index.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

BUNDLED = "bundled"
_REMEMBERED = 256
"""Query vectors kept: a question asked, explained and followed up is embedded once."""
_BATCH = 64
_STAGE = "计算向量"

_PREFIXES: tuple[tuple[str, str, str], ...] = (
    # part of the model's name, before a query, before a passage: from the models' own cards, for
    # models whose folder does not store its prompts
    ("e5-", "query: ", "passage: "),
    ("bge-m3", "", ""),
    ("bge-large-zh", "为这个句子生成表示以用于检索相关文章：", ""),
    ("bge-base-zh", "为这个句子生成表示以用于检索相关文章：", ""),
    ("bge-small-zh", "为这个句子生成表示以用于检索相关文章：", ""),
)


class Embedder(Protocol):
    """Turns texts into L2-normalised float32 vectors, one row a text.

    ``name`` says which model it is: vectors of two embedders of one name can be compared.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed_queries(self, texts: Sequence[str]) -> Vectors: ...

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors: ...


class SentenceTransformerEmbedder:
    """A sentence-transformers model: ``bundled``, a name on the model hub, or a folder.

    ``home`` is where the bundled model is unpacked. Raises ModelUnavailable when the model is
    first needed and cannot be loaded.
    """

    def __init__(self, model: str, home: Path, progress: Progress = silent) -> None:
        self._setting = model
        self._home = home
        self._progress = progress
        self._lock = Lock()  # a fast tokenizer must not be used by two threads at once
        self._loaded: SentenceTransformer | None = None
        self._query_prefix = ""
        self._passage_prefix = ""
        self._query_vector = lru_cache(maxsize=_REMEMBERED)(self._embed_query)

    @property
    def name(self) -> str:
        if self._setting == BUNDLED:
            return BUNDLED_NAME
        folder = Path(self._setting).expanduser()
        return f"{folder.name}@{_fingerprint(folder)}" if folder.is_dir() else self._setting

    @property
    def dimensions(self) -> int:
        with self._lock:
            return int(self._model().get_embedding_dimension() or 0)

    def load(self) -> None:
        """Loads the model now, so that the first question need not wait for it."""
        self.embed_queries(["预热"])

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """One at a time: in bf16 the padding of a batch changes the third decimal of a vector,
        and the same question has to give the same vector in whatever company it comes."""
        rows = [self._query_vector(text) for text in texts]
        return np.concatenate(rows) if rows else np.zeros((0, self.dimensions), np.float32)

    def _embed_query(self, text: str) -> Vectors:
        with self._lock:
            model = self._model()
            return self._encode(model, [text], self._query_prefix)

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        with self._lock:
            model = self._model()
            vectors = np.zeros((len(texts), model.get_embedding_dimension() or 0), np.float32)
            # by length, so that a batch holds little padding
            order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
            for first in range(0, len(order), _BATCH):
                batch = order[first : first + _BATCH]
                progress(_STAGE, first, len(order))
                vectors[batch] = self._encode(
                    model, [texts[number] for number in batch], self._passage_prefix
                )
            progress(_STAGE, len(order), len(order))
        return vectors

    def _encode(self, model: SentenceTransformer, texts: list[str], prefix: str) -> Vectors:
        vectors = model.encode(
            texts,
            prompt=prefix or None,
            batch_size=_BATCH,
            show_progress_bar=False,
            convert_to_numpy=True,
            normalize_embeddings=True,
        )
        return normalised(np.asarray(vectors, dtype=np.float32))

    def _model(self) -> SentenceTransformer:
        if self._loaded is None:
            bundled = self._setting == BUNDLED
            place = self._setting
            if bundled:
                place = str(
                    build_bundled_model(self._home / "models" / BUNDLED_NAME, self._progress)
                )
            model = _loaded(place, offline=bundled)
            self._query_prefix, self._passage_prefix = _prefixes(self._setting, model.prompts)
            self._loaded = model
        return self._loaded


class HashingEmbedder:
    """Vectors from hashed character bigrams and trigrams: for tests, without any model.

    Texts that share characters in order come out near each other, so rankings mean something.
    """

    def __init__(self, dimensions: int = 256) -> None:
        self.dimensions = dimensions
        self.name = f"hashing-{dimensions}"

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        rows = [self._vector(text) for text in texts]
        return normalised(np.stack(rows) if rows else np.zeros((0, self.dimensions), np.float32))

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        progress(_STAGE, len(texts), len(texts))
        return self.embed_queries(texts)

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self.dimensions, dtype=np.float32)
        for size in (2, 3):
            for start in range(len(text) - size + 1):
                gram = text[start : start + size].encode("utf-8")
                bits = int.from_bytes(hashlib.blake2b(gram, digest_size=8).digest(), "little")
                vector[bits % self.dimensions] += 1.0 if bits >> 63 else -1.0
        return vector


def normalised(vectors: Vectors) -> Vectors:
    """Each row at length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return unit


def _prefixes(setting: str, stored: Mapping[str, str | None]) -> tuple[str, str]:
    """What stands before a query and before a passage: as stored with the model, else by family."""
    query = stored.get("query") or ""
    passage = stored.get("document") or stored.get("passage") or ""
    if query or passage:
        return query, passage
    name = Path(setting).name.lower()
    for part, before_query, before_passage in _PREFIXES:
        if part in name:
            return before_query, before_passage
    return "", ""


def _fingerprint(folder: Path) -> str:
    """Changes when a model folder is given other weights, without reading gigabytes."""
    seen = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            seen.update(f"{file.relative_to(folder).as_posix()}:{file.stat().st_size}\n".encode())
    return seen.hexdigest()[:12]


def _loaded(place: str, *, offline: bool) -> SentenceTransformer:
    try:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging
    except ImportError as error:
        raise ModelUnavailable(f"向量模型的依赖没有装好（{error}）：请运行 make setup。") from error
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    torch.set_num_threads(_usable_cores())
    on_gpu = torch.cuda.is_available()
    kwargs: dict[str, Any] = {"dtype": torch.bfloat16 if _has_bf16(on_gpu) else torch.float32}
    try:
        model = SentenceTransformer(
            place,
            device="cuda" if on_gpu else "cpu",
            local_files_only=offline,
            model_kwargs=kwargs,
        )
    except Exception as error:  # the library raises many kinds, from OSError to its own
        raise ModelUnavailable(
            f"向量模型“{place}”无法加载（{error}）。请检查 MINGJU_EMBEDDING_MODEL，"
            f"或设为 {BUNDLED} 使用内置模型。"
        ) from error
    model.eval()
    return model


def _usable_cores() -> int:
    """Cores this process may run on: a container often has fewer than its machine."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def _has_bf16(on_gpu: bool) -> bool:
    """Whether bf16 is computed in hardware; without it, it is emulated and slower than fp32.

    Measured on two cores with AMX for the bundled model: 64 passages 3 times quicker than fp32, a
    query 1.3 times.
    """
    import torch

    if on_gpu:
        return bool(torch.cuda.is_bf16_supported())
    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16") or able.get("bf16"))
