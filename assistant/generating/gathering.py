"""The passages a model is shown: those the composed answer rests on, then the next best."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.composing.wording import place_label, summary
from assistant.generating.tokens import Source, TokenMap
from assistant.statements import Composed, Evidence
from assistant.understanding.query import Query
from corpus.models import Corpus
from index.retrieval import Retriever

_NEXT_BEST = 3
_MOST_CHARACTERS = 700
"""About 500 tokens, half a minute for a small model on two busy processor cores. What the composed
answer rests on is shown even beyond that."""


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Gathers passages from one corpus."""

    corpus: Corpus
    retriever: Retriever

    def gather(self, query: Query, composed: Composed) -> TokenMap:
        """The passages for ``query`` with their tokens; those of ``composed`` are always among them."""
        first = _together(
            list(dict.fromkeys(e for statement in composed.statements for e in statement.evidence))
        )
        sources = [self._source(evidence) for evidence in first]
        length = sum(len(source.text) for source in sources)
        for evidence in self._next_best(query, first):
            source = self._source(evidence)
            length += len(source.text)
            if length > _MOST_CHARACTERS:
                break
            sources.append(source)
        return TokenMap(tuple(sources))

    def _next_best(self, query: Query, first: list[Evidence]) -> Iterable[Evidence]:
        shown = {(e.task.id, at) for e in first for at in range(e.start, e.end)}
        documents = query.documents or None
        for hit in self.retriever.retrieve(query.text, len(first) + _NEXT_BEST, documents):
            task = self.corpus.tasks_by_id[hit.task_id]
            clause = next((c for c in task.clauses if c.id == hit.clause_id), None)
            if clause is not None and (task.id, clause.start) not in shown:
                yield Evidence(task, clause.start, clause.end)

    def _source(self, evidence: Evidence) -> Source:
        task = evidence.task
        role = f"{evidence.role}：" if evidence.role else ""
        subject = f"（{summary(task, 30)}）" if role else ""
        years = f"（{task.period[0]}年）" if len(task.period) == 1 else ""
        where = place_label(task, self.corpus)
        # A task's own year stands in its document's title, which a bare 文号 does not show.
        where += subject + ("" if years[1:-1] in where else years)
        return Source(evidence, where, role + evidence.plain)


def _together(evidence: list[Evidence]) -> list[Evidence]:
    """Clauses that follow one another as one passage: a model names the first token for all of them,
    and the place printed before each costs it time to read."""
    joined: list[Evidence] = []
    for one in evidence:
        last = joined[-1] if joined else None
        if last and last.task.id == one.task.id and not (last.role or one.role):
            between = last.task.plain[last.end : one.start]
            if last.end <= one.start and not between.strip():
                joined[-1] = Evidence(one.task, last.start, one.end)
                continue
        joined.append(one)
    return joined
