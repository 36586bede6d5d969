"""The forms that a question's word may take in a document."""

from __future__ import annotations

import pytest

from index.lexicon import load_abbreviations, load_plain_language
from index.terms import TermReader, presence


@pytest.mark.parametrize(
    ("word", "passage", "held"),
    [
        ("新开工", "开工武东等高速公路", True),
        ("新签约", "签约外资项目", True),
        ("新能源", "能源消费总量", False),  # no deed: another thing
        ("新建", "建成武阳高速公路", False),
    ],
)
def test_what_is_newly_done_may_be_said_without_new(word: str, passage: str, held: bool) -> None:
    reader = TermReader(load_plain_language(), load_abbreviations())
    terms = reader.terms(word, [word])
    assert bool(presence(terms, [passage])[0, 0] > 0.8) is held
