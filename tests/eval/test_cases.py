"""Case files: what is wrong is refused with file and line, and quotes are placed in the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading import read_corpus
from eval.cases import CASES, case_line, every, load_split, sha256_of, unique
from eval.errors import CaseFileError
from eval.grounding import ground
from eval.models import Case
from tests.eval.made_up import case


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    good = case_line(case())
    (tmp_path / "dev.jsonl").write_text(f'{good}\n\n{good[:-1]}, "extra": 1}}\n', "utf-8")
    with pytest.raises(CaseFileError, match="第3行"):
        load_split("dev", tmp_path)


def test_one_file_can_be_taken_whole(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(case_line(case()) + "\n", "utf-8")
    assert load_split("sample", file) == (case(),)


def test_a_missing_split_names_the_option(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="--cases"):
        load_split("dev", tmp_path)


def test_one_id_twice_is_refused() -> None:
    with pytest.raises(CaseFileError, match="两次"):
        unique([case(), case()])


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "verify"},
        {"kind": "figure", "verdict": "supported"},
        {"facts": [[]]},
        {"facts": [[""]]},
        {"kind": "guess"},
    ],
)
def test_a_case_that_cannot_be_scored_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Case.model_validate({"id": "c", "kind": "figure", "question": "问", **fields})


def test_a_case_is_written_in_the_form_it_is_read_in() -> None:
    line = case_line(case(facts=[["12个"]]))
    assert "generated" not in line
    assert Case.model_validate_json(line) == case(facts=[["12个"]])
    assert sha256_of([case()]) != sha256_of([case(note="x")])


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_every_gold_quote_has_its_place(split: str) -> None:
    corpus = read_corpus()
    for one in ground(load_split(split, CASES), corpus):
        assert one.unplaced == (), one.case.id
        for place, citation in zip(one.places, one.case.citations, strict=True):
            source = corpus.sources[place.document_id][place.start : place.end]
            assert "".join(source.split()) == "".join(citation.quote.split())
            assert place.clause_start <= place.start < place.end <= place.clause_end


def test_each_second_case_stays_the_same_when_others_are_added() -> None:
    cases = load_split("dev")
    half = every(cases, 2)
    assert len(cases) * 0.45 < len(half) < len(cases) * 0.55
    assert every(cases[: len(cases) // 2], 2) == tuple(
        one for one in half if one in cases[: len(cases) // 2]
    )
    assert every(cases, 1) == tuple(cases)
