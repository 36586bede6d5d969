"""Cases made from the real corpus: grounded, seeded, true or false as they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from assistant.models import Difference, Verdict
from corpus.models import Corpus
from corpus.reading import read_corpus
from eval.cases import dump, unique
from eval.generated_cases import SHAPES, SPLITS, generated_cases, split_of
from eval.grounding import ground
from eval.making.places import Places, core
from eval.models import Case, Kind
from eval.wording import normalised, states


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus()


@pytest.fixture(scope="module")
def made(corpus: Corpus) -> list[Case]:
    places = Places(corpus)
    return [case for make in SHAPES.values() for case in make(places)]


def test_every_shape_makes_cases_with_ids_of_their_own(made: list[Case], corpus: Corpus) -> None:
    assert len(unique(made)) == len(made)
    assert all(case.generated for case in made)
    places = Places(corpus)
    empty = [name for name, make in SHAPES.items() if next(iter(make(places)), None) is None]
    assert empty == []


def test_every_quote_is_found_in_the_task_the_case_was_made_from(
    made: list[Case], corpus: Corpus
) -> None:
    for one in ground(made, corpus):
        assert one.unplaced == (), one.case.id
        if one.case.rows is not None:
            assert set(one.gold_tasks) == set(one.case.rows), one.case.id
        for task_id, citation in zip(
            (place.task_id for place in one.places), one.case.citations, strict=True
        ):
            task = corpus.tasks_by_id[task_id]
            assert task.number == citation.number, one.case.id
            assert normalised(citation.quote) in normalised(task.text), one.case.id


def test_a_figure_asked_for_stands_in_its_task(made: list[Case], corpus: Corpus) -> None:
    figures = [one for one in ground(made, corpus) if one.case.kind is Kind.FIGURE]
    assert len(figures) > 100
    for one in figures:
        text = normalised(corpus.tasks_by_id[one.gold_tasks[0]].text)
        assert all(states(text, wording) for fact in one.case.facts for wording in fact)


def test_an_altered_value_or_bound_is_not_what_the_task_says(
    made: list[Case], corpus: Corpus
) -> None:
    altered = [
        one
        for one in ground(made, corpus)
        if one.case.difference in (Difference.VALUE, Difference.BOUND)
    ]
    assert len(altered) > 100
    for one in altered:
        claim = normalised(one.case.question).rstrip("。").partition("提出")[2]
        assert one.case.verdict is Verdict.CONTRADICTED
        assert claim not in normalised(corpus.tasks_by_id[one.gold_tasks[0]].text), one.case.id


def test_all_kinds_of_alteration_are_made(made: list[Case]) -> None:
    differences = {case.difference for case in made if case.difference}
    assert differences >= {
        Difference.VALUE,
        Difference.YEAR,
        Difference.BOUND,
        Difference.DUTY,
        Difference.DEADLINE,
    }


def test_the_same_seed_gives_the_same_cases_and_splits_share_none(corpus: Corpus) -> None:
    by_split = {split: generated_cases(corpus, split, 10, seed=3) for split in SPLITS}
    assert dump(by_split["dev"]) == dump(generated_cases(corpus, "dev", 10, seed=3))
    assert dump(by_split["dev"]) != dump(generated_cases(corpus, "dev", 10, seed=4))
    ids = [case.id for cases in by_split.values() for case in cases]
    assert len(set(ids)) == len(ids)
    assert all(split_of(case.id) == split for split, cases in by_split.items() for case in cases)


def test_a_wrong_year_is_one_that_no_document_speaks_of(corpus: Corpus) -> None:
    covered = {year for document in corpus.documents for year in document.period}
    make: Callable[[Places], Iterator[Case]] = SHAPES["wrong-year"]
    for case in make(Places(corpus)):
        assert not case.answerable
        assert not any(f"{year}年" in case.question.partition("里，")[2][:5] for year in covered)


def test_a_scale_that_belongs_to_the_unit_stays_with_it(corpus: Corpus) -> None:
    for task in corpus.tasks:
        for figure in task.figures:
            wording = core(figure)
            assert wording is None or wording.endswith(figure.unit), (task.id, figure.text)
