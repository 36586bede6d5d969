"""The search as a LlamaIndex retriever, for people who build with that library.

The only file that imports llama_index. Give ``TaskRetriever`` to any query engine together with a
language model of your own: nothing here reads or sets ``Settings.llm``, which would build one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

if TYPE_CHECKING:
    from corpus.models import Corpus
    from index.models import Hit

Retrieve = Callable[[str, int], "Sequence[Hit]"]
"""Takes a question and how many tasks are wanted; gives hits, best first."""


class TaskRetriever(BaseRetriever):
    """Gives each hit as a node: the text of the task, and in its metadata where it stands.

    Metadata: task_id, locator, document_id, document_title, document_number, unit, number; the
    best clause as clause_id and quote; start and end, the source offsets of that clause (of the
    whole task where no clause was found), in the file whose hash is sha256.
    """

    def __init__(self, retrieve: Retrieve, corpus: Corpus, limit: int = 10) -> None:
        super().__init__()
        self._hits = retrieve
        self._corpus = corpus
        self._limit = limit
        self._clauses = {clause.id: clause for clause in corpus.clauses()}

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._hits(query_bundle.query_str, self._limit)
        return [NodeWithScore(node=self._node(hit), score=hit.score) for hit in hits]

    def _node(self, hit: Hit) -> TextNode:
        task = self._corpus.tasks_by_id[hit.task_id]
        metadata = self._metadata(hit)
        node = TextNode(id_=task.id, text=task.text, metadata=metadata)
        # a model needs to know where a text comes from, not its offsets and hashes
        shown = {"document_title", "locator", "unit"}
        node.excluded_llm_metadata_keys = [key for key in metadata if key not in shown]
        node.excluded_embed_metadata_keys = list(metadata)
        return node

    def _metadata(self, hit: Hit) -> dict[str, Any]:
        task = self._corpus.tasks_by_id[hit.task_id]
        document = self._corpus.documents_by_id[task.document_id]
        clause = self._clauses.get(hit.clause_id or "")
        start, end = (
            task.source_span(clause.start, clause.end) if clause else (task.start, task.end)
        )
        return {
            "task_id": task.id,
            "locator": task.locator,
            "document_id": document.id,
            "document_title": document.title,
            "document_number": document.number,
            "unit": task.unit,
            "number": task.number,
            "clause_id": clause.id if clause else None,
            "quote": clause.text if clause else task.text,
            "start": start,
            "end": end,
            "sha256": document.sha256,
        }
