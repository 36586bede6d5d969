"""Baselines over a corpus of the real documents and a hashing embedder: no model, no network."""

from __future__ import annotations

import socket

import pytest

from assistant.models import Status, Verdict
from corpus.models import Corpus
from corpus.reading import read_corpus
from eval.baselines.extracting import ExtractiveAssistant, nearest_sentence
from eval.baselines.llama_index_search import LlamaIndexSearch
from index.embedding import HashingEmbedder


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus()


@pytest.fixture
def search(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> LlamaIndexSearch:
    def refuse(*_: object) -> None:
        raise AssertionError("a baseline must not open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    return LlamaIndexSearch(corpus, HashingEmbedder())


def test_a_chunk_is_cited_where_it_stands(search: LlamaIndexSearch, corpus: Corpus) -> None:
    assistant = ExtractiveAssistant("llamaindex", search, corpus, "v1")
    found = assistant.ask("全国重点实验室达到多少家", ())
    assert found.status is Status.ANSWERED
    assert len(found.citations) == 4
    for citation in found.citations:
        source = corpus.sources[citation.document_id]
        assert source[citation.start : citation.end] == citation.quote
        assert citation.text[citation.quote_start : citation.quote_end] == citation.quote
        assert f"[{citation.marker}]" in found.answer
    assert found.model_dump(exclude={"timings_ms"}) == assistant.ask(
        "全国重点实验室达到多少家", ()
    ).model_dump(exclude={"timings_ms"})


def test_the_trace_names_tasks_that_the_chunks_touch(
    search: LlamaIndexSearch, corpus: Corpus
) -> None:
    trace = ExtractiveAssistant("llamaindex", search, corpus, "v1").explain("公园", ())
    assert trace.candidates
    assert all(one.task_id in corpus.tasks_by_id for one in trace.candidates)


def test_numbers_alone_decide_a_baseline_s_verdict(
    search: LlamaIndexSearch, corpus: Corpus
) -> None:
    assistant = ExtractiveAssistant("llamaindex", search, corpus, "v1")
    assert assistant.verify("没有数字的句子").verdict is Verdict.NOT_FOUND
    assert assistant.verify("共有98765432家").verdict is Verdict.CONTRADICTED


def test_the_nearest_sentence_is_taken() -> None:
    text = "新建公园十个。改造管网三条。发展夜间经济。"
    start, end = nearest_sentence(text, "管网改造了几条")
    assert text[start:end] == "改造管网三条。"
