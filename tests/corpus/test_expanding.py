"""Everyday questions kept beside the documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import ExpansionInvalid
from corpus.expanding import read_expansions
from corpus.reading import EXPANSIONS, read_corpus
from corpus.register import CORPUS_FOLDER
from tests.index.handmade import handmade_corpus

_RECORD = {
    "task": "pledges-2024/科技厅/1",
    "quote": "科技型中小企业突破5万家",
    "asked": ["搞技术的小公司要有多少"],
    "words": ["小公司"],
}


def _write(folder: Path, *records: object) -> Path:
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (folder / "pledges-2024.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_record_belongs_to_the_clause_that_holds_its_quote(tmp_path: Path) -> None:
    corpus = handmade_corpus()
    found, stale = read_expansions(_write(tmp_path, _RECORD), corpus.documents, corpus.tasks)
    clause = next(c for c in corpus.clauses() if c.id == found[0].clause_id)
    assert "突破5万家" in clause.plain
    assert found[0].asked == ("搞技术的小公司要有多少",)
    assert stale == ()


def test_a_record_whose_clause_is_gone_is_passed_over_and_told(tmp_path: Path) -> None:
    corpus = handmade_corpus()
    moved = {**_RECORD, "quote": "突破6万家"}
    found, stale = read_expansions(_write(tmp_path, moved, _RECORD), corpus.documents, corpus.tasks)
    assert len(found) == 1
    assert "第 1 行" in stale[0]
    assert "突破6万家" in stale[0]


def test_a_document_without_a_file_has_none(tmp_path: Path) -> None:
    corpus = handmade_corpus()
    assert read_expansions(tmp_path, corpus.documents, corpus.tasks) == ((), ())


@pytest.mark.parametrize(
    "record", [[], {"task": "x"}, {**_RECORD, "more": 1}, {**_RECORD, "asked": "一句话"}]
)
def test_what_is_no_record_is_refused_with_its_line(tmp_path: Path, record: object) -> None:
    corpus = handmade_corpus()
    with pytest.raises(ExpansionInvalid, match="第 1 行"):
        read_expansions(_write(tmp_path, record), corpus.documents, corpus.tasks)


def test_every_record_of_the_repository_has_its_clause() -> None:
    corpus = read_corpus()
    found, stale = read_expansions(CORPUS_FOLDER / EXPANSIONS, corpus.documents, corpus.tasks)
    assert stale == ()
    asked_about = {expansion.clause_id.rsplit("#", 1)[0] for expansion in found}
    bodied = {task.id for task in corpus.tasks if task.clauses and task.body[1] > task.body[0]}
    assert len(asked_about & bodied) / len(bodied) > 0.98
    assert not [q for e in found for q in e.asked if any(c.isdigit() for c in q.replace("5G", ""))]
