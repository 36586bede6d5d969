"""Everyday questions kept beside the documents help a search; they are no authority."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from assistant.citing import Citer
from assistant.models import Verdict
from assistant.understanding.entities import EntityIndex
from assistant.verifying.verifying import Verifier
from assistant.verifying.word_alignment import Cut
from corpus.models import Corpus, Expansion
from index.catalog import Catalog
from index.models import Hit
from index.retrieval import Retriever

FALSE = "2024年全省滑雪场达到8888座。"


class Finding:
    """A retriever that gives one clause for whatever is asked."""

    def __init__(self, hit: Hit) -> None:
        self.hit = hit

    def retrieve(self, question: str, limit: int) -> list[Hit]:
        return [self.hit]


@pytest.mark.parametrize("said", [FALSE, "全省滑雪场8888座，请核对。"])
def test_what_only_an_expansion_says_is_never_supported(
    corpus: Corpus, cut: Cut, said: str
) -> None:
    task = next(task for task in corpus.tasks if task.clauses)
    clause = task.clauses[0]
    words = Expansion(clause.id, (FALSE,), ("滑雪场8888座",))
    expanded = replace(corpus, expansions=(*corpus.expansions, words))
    bodies = Catalog(expanded).bodies
    hit = Hit(task_id=task.id, clause_id=clause.id, score=99.0)
    verifier = Verifier(
        expanded,
        cast(Retriever, Finding(hit)),
        EntityIndex.of(expanded, bodies),
        bodies,
        Citer(expanded),
        cut,
        "test-index",
    )
    result = verifier.verify(said)
    assert result.verdict is Verdict.NOT_FOUND
    assert all("滑雪" not in citation.quote for c in result.claims for citation in c.citations)
