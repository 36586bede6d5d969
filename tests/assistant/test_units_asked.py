"""The units in which a question may be answered."""

from __future__ import annotations

import pytest

from assistant.units_asked import asked_units


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("要建几条地铁？", ("条",)),
        ("新增多少公里管网？", ("公里",)),
        ("开工的高速公路有哪几条？", ()),  # which, not how many
        ("涉及哪几个县？", ()),
        ("新增多少平方来着", ("平方米",)),  # as people say it
        ("覆盖多少平方公里", ("平方公里",)),
        ("居民消费价格涨幅控制目标定在多少", ("%",)),  # a rise of prices, not a price
    ],
)
def test_the_unit_is_that_of_how_many(question: str, units: tuple[str, ...]) -> None:
    assert asked_units(question) == units
