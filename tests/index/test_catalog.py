"""The catalog gives complete rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.models import NUMBERED_KINDS
from corpus.reading import read_corpus
from index.catalog import Catalog, FigureCondition, TaskQuery


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(read_corpus())


def test_by_lead_in_one_plan(catalog: Catalog) -> None:
    query = TaskQuery(units=("营商环境创新行动计划",), leads=("省司法厅",))
    ids, total = catalog.find(query)
    assert [task_id.rsplit("/", 1)[1] for task_id in ids] == ["26", "52", "54", "55"]
    assert total == 4


def test_a_body_is_found_under_both_its_names(catalog: Catalog) -> None:
    assert catalog.find(TaskQuery(bodies=("省畜牧局",))) == catalog.find(
        TaskQuery(bodies=("省畜牧兽医局",))
    )


def test_a_page_knows_the_total(catalog: Catalog) -> None:
    ids, total = catalog.find(TaskQuery(people=("耿涛",), limit=3, offset=2))
    assert len(ids) == 3
    assert total == 11


def test_a_condition_on_figures_is_exact(catalog: Catalog) -> None:
    limit = FigureCondition("亩", "≥", Decimal(4_000_000))
    ids, _ = catalog.find(TaskQuery(documents=("green-tasks-2023",), figures=(limit,)))
    assert "green-tasks-2023/62" in ids


def test_dates_set_by_the_text_count_where_there_is_no_deadline(catalog: Catalog) -> None:
    plan = ("营商环境创新行动计划",)
    october, _ = catalog.find(
        TaskQuery(units=plan, kinds=NUMBERED_KINDS, deadline_months=(10,), years=(2024,))
    )
    assert [task_id.rsplit("/", 1)[1] for task_id in october] == ["1"]
    dated, _ = catalog.find(TaskQuery(units=plan, kinds=NUMBERED_KINDS, due_years=(2024,)))
    assert [task_id.rsplit("/", 1)[1] for task_id in dated] == ["1", "2", "3", "28"]


def test_words_are_data_and_not_patterns(catalog: Catalog) -> None:
    assert catalog.find(TaskQuery(words=("%",))) != catalog.find(TaskQuery())
    assert catalog.find(TaskQuery(words=("'; DROP TABLE tasks; --",)))[1] == 0
