from __future__ import annotations

from typing import TYPE_CHECKING

from llama_index.core import Settings

from index.llama_index_edge import TaskRetriever
from index.models import Hit
from tests.index.handmade import handmade_corpus

if TYPE_CHECKING:
    import pytest

_HITS = [
    Hit("pledges-2024/科技厅/2", "pledges-2024/科技厅/2#1", 2.5),
    Hit("tasks-2023/1", None, 1.0),
]


def _retrieve(question: str, limit: int) -> list[Hit]:
    assert question == "重点实验室"
    return _HITS[:limit]


def test_nodes_are_in_the_order_of_the_hits() -> None:
    nodes = TaskRetriever(_retrieve, handmade_corpus()).retrieve("重点实验室")
    assert [(node.node.node_id, node.score) for node in nodes] == [
        ("pledges-2024/科技厅/2", 2.5),
        ("tasks-2023/1", 1.0),
    ]


def test_metadata_lead_back_to_the_characters_of_the_source() -> None:
    corpus = handmade_corpus()
    for found in TaskRetriever(_retrieve, corpus).retrieve("重点实验室"):
        metadata = found.node.metadata
        source = corpus.sources[metadata["document_id"]]
        assert source[metadata["start"] : metadata["end"]] == metadata["quote"]
        document = corpus.documents_by_id[metadata["document_id"]]
        assert metadata["sha256"] == document.sha256
        assert metadata["document_title"] == document.title
        assert metadata["locator"] == corpus.tasks_by_id[metadata["task_id"]].locator


def test_a_hit_without_a_clause_stands_for_its_whole_task() -> None:
    corpus = handmade_corpus()
    node = TaskRetriever(_retrieve, corpus).retrieve("重点实验室")[1]
    assert node.node.metadata["quote"] == corpus.tasks_by_id["tasks-2023/1"].text


def test_the_limit_is_passed_on() -> None:
    assert len(TaskRetriever(_retrieve, handmade_corpus(), limit=1).retrieve("重点实验室")) == 1


def test_no_language_model_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError("Settings.llm was touched")

    monkeypatch.setattr(type(Settings), "llm", property(forbidden, forbidden))
    assert TaskRetriever(_retrieve, handmade_corpus()).retrieve("重点实验室")


def test_a_model_is_shown_where_a_text_comes_from_and_no_offsets() -> None:
    node = TaskRetriever(_retrieve, handmade_corpus()).retrieve("重点实验室")[0].node
    shown = node.get_content(metadata_mode="llm")  # type: ignore[arg-type]
    assert "pledges-2024 第2项" in shown
    assert "sha256" not in shown
