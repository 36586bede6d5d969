"""The export loads as BEIR expects: every judgement is on a query and a task that exist."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.reading import read_corpus
from eval.beir import export
from eval.generated_cases import generated_cases
from eval.grounding import ground


def test_export(tmp_path: Path) -> None:
    corpus = read_corpus()
    cases = ground(generated_cases(corpus, "train", 5, seed=1), corpus)
    export(tmp_path, {"train": cases}, corpus)

    def ids(name: str) -> set[str]:
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        return {json.loads(line)["_id"] for line in lines}

    head, *judgements = (tmp_path / "qrels" / "train.tsv").read_text(encoding="utf-8").splitlines()
    assert head == "query-id\tcorpus-id\tscore"
    queries = {line.split("\t")[0] for line in judgements}
    assert queries == ids("queries.jsonl")
    assert {line.split("\t")[1] for line in judgements} <= ids("corpus.jsonl")
    assert len(ids("corpus.jsonl")) == len(corpus.tasks)
    asked = {one.case.id for one in cases if one.case.answerable and one.case.verdict is None}
    assert queries <= asked
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "| train |" in card
    for part in ("How made", "How checked", "Fields", "Left out", "Limits", "Licence"):
        assert f"**{part}.**" in card
