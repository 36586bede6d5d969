"""A model that helps to read a question may not change what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from assistant.generating.asking import ModelReader
from assistant.generating.breaker import Breaker
from assistant.generating.errors import ModelFailed
from assistant.generating.model import Use
from assistant.generating.prompting import load_prompt
from assistant.understanding.entities import EntityIndex
from assistant.understanding.query import Query
from tests.assistant.generating.conftest import Workshop, question


class Scripted:
    """A model that says one thing, or fails."""

    name = "scripted"

    def __init__(self, text: str | None) -> None:
        self.text, self.asked = text, 0

    def stream(self, system: str, request: str, since: float | None = None) -> Iterator[str]:
        self.asked += 1
        if self.text is None:
            raise ModelFailed("down")
        yield self.text


class Plain:
    """Understanding that keeps the words as they are."""

    def understand(self, text: str, history: Sequence[str] = ()) -> Query:
        return question(text)


@pytest.fixture(scope="session")
def entities(workshop: Workshop) -> EntityIndex:
    return EntityIndex.of(workshop.corpus, workshop.bodies)


def reader(entities: EntityIndex, use: Use, says: str | None) -> ModelReader:
    return ModelReader(Scripted(says), Breaker(), frozenset({use}), Plain(), entities)


@pytest.mark.parametrize(
    ("asked", "says", "read"),
    [
        ("how many kindergartens in 2024?", "2024年要建多少所幼儿园？", "2024年要建多少所幼儿园？"),
        ("how many kindergartens in 2024?", "2025年要建多少所幼儿园？", None),
        ("how many kindergartens in 2024?", "济南市2024年要建多少所幼儿园？", None),
        ("娃上学咋整", "孩子入学有什么安排？", "孩子入学有什么安排？"),
        ("娃上学咋整", "省教育厅对孩子入学有什么安排？", None),
        ("娃上学咋整", "孩子入学有3项安排？", None),
        ("娃上学咋整", "第一句\n第二句", None),
        ("娃上学咋整", "Sure, here it is", None),
        ("娃上学咋整", None, None),
    ],
)
def test_reading_keeps_numbers_and_names(
    entities: EntityIndex, asked: str, says: str | None, read: str | None
) -> None:
    query = reader(entities, Use.READ, says).read(question(asked), ())
    assert query.text == (read or asked)
    assert query.question == asked
    assert query.helped == ((f"scripted@{load_prompt('read').version}",) if read else ())


@pytest.mark.parametrize(
    ("says", "parts"),
    [
        ("省教育厅2024年建多少所学校\n省科技厅2024年有什么目标", 2),
        ("省教育厅2024年建多少所学校\n省教育厅2024年有什么目标", 0),
        ("省教育厅2025年建多少所学校\n省科技厅2024年有什么目标", 0),
        ("只有一个问题", 0),
        ("一\n二\n三\n四\n五", 0),
        (None, 0),
    ],
)
def test_splitting_loses_and_adds_nothing(
    entities: EntityIndex, says: str | None, parts: int
) -> None:
    asked = question("2024年省教育厅要建多少所学校，省科技厅有什么目标")
    assert len(reader(entities, Use.SPLIT, says).read(asked, ()).parts) == parts


def test_only_words_are_added_to_search_with(entities: EntityIndex) -> None:
    says = "1. 义务教育\n学位供给、优质均衡\n2024年\n省教育厅\n" + "很长很长很长很长很长的一句话"
    query = reader(entities, Use.REWRITE, says).read(question("娃上学咋整"), ())
    assert query.more == ("义务教育", "学位供给", "优质均衡")
    assert query.text == "娃上学咋整"


def test_what_is_switched_off_is_not_asked(entities: EntityIndex) -> None:
    model = Scripted("孩子入学有什么安排？")
    off = ModelReader(model, Breaker(), frozenset({Use.WRITE}), Plain(), entities)
    assert off.read(question("娃上学咋整"), ()) == question("娃上学咋整")
    assert model.asked == 0
