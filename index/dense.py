"""Inner-product search over vectors. The only file that imports faiss.

Exact, not approximate: a corpus of this kind has thousands of vectors, and all their scores are
wanted for the sum in ``fusion``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import MEND, IndexDamaged, IndexMismatch

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

Vectors = NDArray[np.float32]

_VECTORS = "vectors.faiss"
_IDS = "ids.json"


class DenseIndex:
    """Vectors under readable ids. ``ids`` is the order of ``scores``."""

    def __init__(self, dimensions: int) -> None:
        self._faiss: faiss.Index = faiss.IndexFlatIP(dimensions)
        self._ids: list[str] = []

    @classmethod
    def build(cls, ids: Sequence[str], vectors: Vectors) -> DenseIndex:
        index = cls(vectors.shape[1])
        index.add(ids, vectors)
        return index

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._ids)

    @property
    def dimensions(self) -> int:
        return int(self._faiss.d)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Raises ValueError for an id that is there already or ids and vectors of unlike number."""
        if len(ids) != len(vectors):
            raise ValueError(f"{len(ids)} ids for {len(vectors)} vectors")
        if len(set(ids)) != len(ids) or set(ids) & set(self._ids):
            raise ValueError("an id is there already")
        self._check(vectors)
        self._faiss.add(np.ascontiguousarray(vectors, dtype=np.float32))
        self._ids.extend(ids)

    def remove(self, ids: Collection[str]) -> int:
        """Takes vectors out, keeps the order of the others; how many were there."""
        leaving = set(ids)
        staying = [place for place, id_ in enumerate(self._ids) if id_ not in leaving]
        gone = len(self) - len(staying)
        if gone:
            vectors = self.vectors()[staying]
            self._ids = [self._ids[place] for place in staying]
            self._faiss.reset()
            self._faiss.add(vectors)
        return gone

    def scores(self, vector: Vectors) -> Vectors:
        """The inner product with every vector, in the order of ``ids``."""
        found = np.zeros(len(self), dtype=np.float32)
        if len(self):
            values, places = self._search(vector, len(self))
            found[places] = values
        return found

    def search(self, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """The best ``limit`` ids with their inner products, best first."""
        if not len(self) or limit < 1:
            return []
        values, places = self._search(vector, min(limit, len(self)))
        return [
            (self._ids[place], float(value)) for value, place in zip(values, places, strict=True)
        ]

    def vectors(self) -> Vectors:
        """All vectors, in the order of ``ids``: a copy."""
        return np.asarray(self._faiss.reconstruct_n(0, len(self)), dtype=np.float32)

    def _search(self, vector: Vectors, limit: int) -> tuple[Vectors, NDArray[np.int64]]:
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        self._check(query)
        values, places = self._faiss.search(query, limit)
        return values[0], places[0]

    def _check(self, vectors: Vectors) -> None:
        if vectors.shape[1] != self.dimensions:
            raise IndexMismatch(
                f"索引的向量是 {self.dimensions} 维，当前模型给出 {vectors.shape[1]} 维。{MEND}"
            )

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        faiss.write_index(self._faiss, str(folder / _VECTORS))
        (folder / _IDS).write_text(json.dumps(self._ids, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> DenseIndex:
        """Raises IndexDamaged where the files are not whole or do not belong together."""
        try:
            vectors = faiss.read_index(str(folder / _VECTORS))
            ids = json.loads((folder / _IDS).read_text(encoding="utf-8"))
        except (OSError, ValueError, RuntimeError) as error:
            raise IndexDamaged(f"索引文件 {folder.name} 无法读取（{error}）。{MEND}") from error
        if vectors.ntotal != len(ids):
            raise IndexDamaged(f"索引文件 {folder.name} 的编号与向量数目不符。{MEND}")
        index = cls(vectors.d)
        index._faiss = vectors
        index._ids = ids
        return index
