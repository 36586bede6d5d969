"""BM25 over any kind of tokens. The only file that imports bm25s.

Two instances serve a search: one over words, one over character grams.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.errors import MEND, IndexDamaged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Scores = NDArray[np.float32]

_TERM_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75


class LexicalIndex:
    """BM25 scores of tokenised documents (Lucene's form of the formula)."""

    def __init__(self, bm25: bm25s.BM25, size: int) -> None:
        self._bm25 = bm25
        self._size = size

    @classmethod
    def build(cls, documents: Sequence[Sequence[str]]) -> LexicalIndex:
        """Raises ValueError where no document holds a token: there is nothing to search."""
        if not any(documents):
            raise ValueError("no document holds a token")
        bm25 = bm25s.BM25(k1=_TERM_SATURATION, b=_LENGTH_WEIGHT, method="lucene")
        # sorted: bm25s numbers tokens in the order of a set, which differs from run to run
        numbers = {token: n for n, token in enumerate(sorted({t for d in documents for t in d}))}
        ids = [[numbers[token] for token in document] for document in documents]
        bm25.index((ids, numbers), create_empty_token=False, show_progress=False)
        return cls(bm25, len(documents))

    def __len__(self) -> int:
        return self._size

    def scores(self, tokens: Sequence[str]) -> Scores:
        """The score of every document, in their order. Unknown tokens count nothing; a token asked
        twice counts once: a question that repeats a word does not ask for it more."""
        known = [token for token in dict.fromkeys(tokens) if token in self._bm25.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def rarity(self, token: str) -> float:
        """Inverse document frequency (natural log, Lucene's); 0 for a token no document holds."""
        number = self._bm25.vocab_dict.get(token)
        if number is None:
            return 0.0
        starts = self._bm25.scores["indptr"]
        holding = int(starts[number + 1] - starts[number])
        return float(np.log1p((self._size - holding + 0.5) / (holding + 0.5)))

    def save(self, folder: Path) -> None:
        self._bm25.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Raises IndexDamaged where the files are not whole."""
        try:
            bm25 = bm25s.BM25.load(folder, show_progress=False)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(f"索引文件 {folder.name} 无法读取（{error}）。{MEND}") from error
        return cls(bm25, int(bm25.scores["num_docs"]))
