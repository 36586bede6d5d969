"""Retrieval as LlamaIndex's documentation shows it: SentenceSplitter 512, an index of vectors, top k.

The files as received go in whole, without the product's parsers; the embedding model is the same.
``Settings.llm`` is never touched: no synthesiser of the library is built, since that would make a
hosted model. (``index/llama_index_edge.py`` imports the same library for another end: there it is a
shell around the product's search, here it does the searching.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llama_index.core import Document as LlamaDocument
from llama_index.core import VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import NodeWithScore, TextNode

from corpus.models import Corpus
from eval.baselines.extracting import Passage
from index.embedding import Embedder
from index.progress import Progress, silent

CHUNK_TOKENS = 512
"""The chunk size of the documentation's first pages."""


class LlamaIndexSearch:
    """Chunks of the source files by vector; what it finds is chunks, so no task and no number."""

    def __init__(self, corpus: Corpus, embedder: Embedder, progress: Progress = silent) -> None:
        self._corpus = corpus
        documents = [
            LlamaDocument(text=text, metadata={}, id_=document_id)
            for document_id, text in corpus.sources.items()
        ]
        splitter = SentenceSplitter(chunk_size=CHUNK_TOKENS)
        self._index = VectorStoreIndex.from_documents(
            documents, transformations=[splitter], embed_model=_Embedding(embedder, progress)
        )

    def find(self, question: str, limit: int) -> Sequence[Passage]:
        retriever = self._index.as_retriever(similarity_top_k=limit)
        return [self._passage(found) for found in retriever.retrieve(question)]

    def _passage(self, found: NodeWithScore) -> Passage:
        node = found.node
        if not isinstance(node, TextNode):
            raise TypeError(f"a text was put in and {type(node).__name__} came out")
        document_id = node.ref_doc_id or ""
        source = self._corpus.sources[document_id]
        # The library's own offsets go stale where it strips blanks; the text is found anew.
        start = max(source.find(node.text), 0)
        end = start + len(node.text)
        tasks = tuple(
            task.id
            for task in self._corpus.tasks
            if task.document_id == document_id and task.start < end and start < task.end
        )

        def source_span(first: int, last: int) -> tuple[int, int]:
            return start + first, start + last

        return Passage(document_id, source_span, node.text, float(found.score or 0.0), tasks)


class _Embedding(BaseEmbedding):
    """The product's embedder in the library's form."""

    _embedder: Any = PrivateAttr()
    _progress: Any = PrivateAttr()

    def __init__(self, embedder: Embedder, progress: Progress) -> None:
        super().__init__(model_name=embedder.name, embed_batch_size=64)
        self._embedder = embedder
        self._progress = progress

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(value) for value in self._embedder.embed_queries([query])[0]]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        rows = self._embedder.embed_passages(texts, self._progress)
        return [[float(value) for value in row] for row in rows]
