"""A verifier over the documents themselves; no model is loaded, so nothing is near in meaning."""

from __future__ import annotations

from typing import cast

import pytest

from assistant.citing import Citer
from assistant.understanding.entities import EntityIndex
from assistant.verifying.verifying import Verifier
from assistant.verifying.word_alignment import Cut
from corpus.models import Corpus
from corpus.reading import read_corpus
from index.catalog import Catalog
from index.models import Hit
from index.retrieval import Retriever


class NothingNear:
    """A retriever that finds nothing."""

    def retrieve(self, question: str, limit: int) -> list[Hit]:
        return []


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return read_corpus()


@pytest.fixture(scope="session")
def verifier(corpus: Corpus, cut: Cut) -> Verifier:
    bodies = Catalog(corpus).bodies
    return Verifier(
        corpus,
        cast(Retriever, NothingNear()),
        EntityIndex.of(corpus, bodies),
        bodies,
        Citer(corpus),
        cut,
        "test-index",
    )
