"""Places: whether a passage names the one that is asked for, or speaks of the one that is named."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.agreement import names_province
from assistant.ranking import Choice, segment_around
from assistant.refusing.asked_figures import unstated
from assistant.understanding.query import Query
from index.retrieval import Field
from index.tokenizing import general_frequency, is_place

_PLACE_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:(?<!城)市|县|镇|港|岛|湾)(?![\u4e00-\u9fff]{0,2}级)"
)


def names_place(query: Query, choices: Sequence[Choice], places: Collection[str]) -> bool:
    """Whether the best clauses name a place that the question does not; where it states a figure
    of theirs ("新增的18所学校在哪些县"), whether they do beside it."""
    best = choices[0]
    shown = " ".join(c.clause.plain for c in choices[:2] if c.place == best.place)
    stated = set(best.figures) - set(unstated(best.figures, query.text))
    if stated:
        clause, plain = best.clause, best.task.plain
        shown = " ".join(
            segment_around(plain, f.start, clause.start, clause.end)
            for f in best.figures
            if f in stated
        )
    named = any(place in shown and place not in query.text for place in places)
    return (named or names_province(shown, query)) or any(
        is_place(name) or is_place(name[:-1])
        for match in _PLACE_NAME.finditer(shown)
        for name in (match.group()[at:] for at in range(len(match.group()) - 2))
    )


def is_known_to_be_of(city: str, choices: Sequence[Choice], field: Field) -> bool:
    """Whether the best clause has a name of which another one says that it is of ``city`` ("烟台老岚
    水库" for 老岚水库)."""
    best = choices[0].clause.plain
    names = [
        term.word
        for term in field.terms
        if len(term.word) > 1 and term.word in best and not general_frequency(term.word)
    ]
    return any(
        re.search(f"{city}市?{re.escape(n)}", c.clause.plain) for n in names for c in choices
    )


def speaks_of(plain: str, place: str) -> bool:
    """Whether a clause names a place; a continent or country may stand there by its first character
    ("中欧" for 欧洲)."""
    return place in plain or (place[-1] in "洲国" and place[0] in plain)
