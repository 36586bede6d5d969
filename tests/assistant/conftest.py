"""The assistant over the real documents, with an index of hashed vectors: quick and offline."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStore
from assistant.service import AssistantService
from corpus.reading import read_corpus
from index.building import build_index
from index.embedding import HashingEmbedder
from index.opening import open_index


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> AssistantService:
    home: Path = tmp_path_factory.mktemp("home")
    corpus = read_corpus()
    embedder = HashingEmbedder()
    build_index(corpus, embedder, home)
    index = open_index(home, corpus, embedder)
    return AssistantService(corpus, index, embedder, AnswerStore(home / "answers"))
