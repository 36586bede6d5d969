"""Statements made for the measurement of the text check: seeded, spread, and false where altered."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from corpus.models import Corpus
from corpus.reading import read_corpus
from eval.making.mutations import Made, made_statements


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus()


@pytest.fixture(scope="module")
def made(corpus: Corpus) -> list[Made]:
    return made_statements(corpus, 60, random.Random(1))


def test_the_same_seed_makes_the_same_statements(corpus: Corpus, made: list[Made]) -> None:
    assert made_statements(corpus, 60, random.Random(1)) == made
    assert made_statements(corpus, 60, random.Random(2)) != made


def test_both_kinds_are_spread_over_all_ways(made: list[Made]) -> None:
    altered = Counter(one.how for one in made if one.altered)
    reworded = Counter(one.how for one in made if not one.altered)
    assert len(altered) == 10
    assert len(reworded) == 9
    assert sum(altered.values()) >= 60
    assert sum(reworded.values()) >= 60


def test_what_is_altered_stands_in_no_task(corpus: Corpus, made: list[Made]) -> None:
    plains = [task.plain for task in corpus.tasks]
    for one in made:
        if one.altered:
            assert one.text != one.origin
            assert not any(one.text in plain for plain in plains), one
