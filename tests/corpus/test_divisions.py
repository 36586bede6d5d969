"""The names of cities and counties, as public geography has them."""

from __future__ import annotations

from corpus.divisions import cities_outside, counties_of, places_of


def test_counties_are_known_by_both_names() -> None:
    counties = counties_of("山东")
    assert {"招远市", "招远", "文登区", "文登", "沂源"} <= counties
    assert "杭州" not in counties
    assert "莒" not in counties  # 莒县 has no name of one character


def test_cities_of_other_provinces_only() -> None:
    outside = cities_outside("山东")
    assert {"杭州", "三亚", "锦州"} <= outside
    assert not {"济南", "青岛"} & outside
    assert "济南" in cities_outside("浙江")


def test_a_place_that_is_no_province_has_no_counties_of_its_own() -> None:
    assert counties_of("泰安市") == frozenset()
    assert counties_of("") == frozenset()


def test_the_places_of_a_province_are_its_cities_and_counties() -> None:
    assert {"济南", "烟台", "招远"} <= places_of("山东")
    assert "杭州" not in places_of("山东")
    assert places_of("") == frozenset()
