"""BM25 alone and vectors alone, over the product's own index: one signal, no understanding."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.models import Corpus, Task
from corpus.script import plain_form
from eval.baselines.extracting import Passage
from index.embedding import Embedder
from index.opening import SearchIndex


class Bm25Search:
    """Whole tasks by BM25 over jieba words (Robertson and Zaragoza 2009)."""

    def __init__(self, corpus: Corpus, index: SearchIndex) -> None:
        self._corpus = corpus
        self._index = index

    def find(self, question: str, limit: int) -> Sequence[Passage]:
        words = self._index.tokenizer.words(plain_form(question))
        scores = self._index.words.scores(words)
        order = np.argsort(-scores, kind="stable")[:limit]
        return [
            _whole(self._corpus.tasks_by_id[self._index.task_ids[place]], float(scores[place]))
            for place in order
        ]


class VectorSearch:
    """Tasks by their best clause vector (dense retrieval; Karpukhin et al. 2020)."""

    def __init__(self, corpus: Corpus, index: SearchIndex, embedder: Embedder) -> None:
        self._corpus = corpus
        self._index = index
        self._embedder = embedder
        self._owners = {clause.id: clause.task_id for clause in corpus.clauses()}

    def find(self, question: str, limit: int) -> Sequence[Passage]:
        vector = self._embedder.embed_queries([plain_form(question)])[0]
        scores: dict[str, float] = {}
        for clause_id, score in self._index.clauses.search(vector, len(self._index.clauses)):
            scores.setdefault(self._owners[clause_id], score)
            if len(scores) == limit:
                break
        return [_whole(self._corpus.tasks_by_id[id_], score) for id_, score in scores.items()]


def _whole(task: Task, score: float) -> Passage:
    return Passage(
        document_id=task.document_id,
        source_span=task.source_span,
        text=task.text,
        score=score,
        task_ids=(task.id,),
        path=task.path,
        number=task.number,
        locator=task.locator,
    )
