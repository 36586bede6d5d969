"""Cutting a stream into statements; tokens; prompts as files."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assistant.generating.prompting as prompting
from assistant.generating.errors import ModelFailed
from assistant.generating.reading import MOST_CHARACTERS, statements_of
from assistant.generating.tokens import TokenMap


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("甲[P1]。乙[P2]。", ["甲[P1]", "乙[P2]"]),
        ("甲。[P1]\n乙【P2】", ["甲。[P1]", "乙【P2】"]),
        ("1. 甲[P1][P2]\n- **乙**[P3]", ["甲[P1][P2]", "**乙**[P3]"]),
        ("甲；乙[P1]", ["甲；乙[P1]"]),
        ("<think>想一想[P1]</think>甲[P1]", ["甲[P1]"]),
        ("3.5万家[P1]", ["3.5万家[P1]"]),
        ("\n\n  \n", []),
    ],
)
def test_statements_end_behind_their_tokens(text: str, statements: list[str]) -> None:
    assert list(statements_of([text])) == statements


@given(
    st.lists(
        st.sampled_from(["甲乙", "[P1]", "[P2]", "。", "\n", "，丙", " ", "3.5万家"]), max_size=12
    ),
    st.integers(1, 9),
)
def test_how_the_stream_is_cut_does_not_matter(parts: list[str], size: int) -> None:
    text = "".join(parts)
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert list(statements_of(pieces)) == list(statements_of([text]))


def test_endless_output_is_a_failure() -> None:
    with pytest.raises(ModelFailed, match="endless"):
        list(statements_of("很多话" for _ in range(MOST_CHARACTERS)))


@pytest.mark.parametrize("line", ["甲[P3]", "甲[X]", "甲[第1项]", "甲[P0]", "甲[]"])
def test_a_token_that_names_nothing_gives_no_source(line: str) -> None:
    resolved = TokenMap(()).resolve(line)
    assert resolved.text == "甲"
    assert resolved.evidence == ()
    assert resolved.unknown


def test_every_prompt_has_a_version_and_a_reason_for_each_rule() -> None:
    files = sorted((Path(prompting.__file__).parent / "prompts").glob("*.toml"))
    assert files
    for file in files:
        held = tomllib.loads(file.read_text(encoding="utf-8"))
        assert held["version"].startswith(file.stem)
        for rule in (*held["rules"], held["request"]):
            assert rule["say"].strip(), file.name
            assert rule["why"].strip(), file.name
