"""The clause that tells of a thing at one of the stages it is followed through (``Query.thing``).

Such a question names the thing once for all stages; a passage of another stage that is only of the
same kind would join what does not belong together. So the passage must hold the thing's name, look
the way the stage does, and where a figure is asked for, have it beside that name.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ranking import Choice, segment_around
from assistant.refusing.nearness import is_surely_asked
from assistant.understanding.heads import is_abstract
from assistant.understanding.query import Asked, Outlook, Query
from assistant.units_asked import asked_units, fits_unit
from index.retrieval import Field
from index.terms import grams_of
from index.tokenizing import general_frequency, is_noun

_NEARLY_AS_MUCH = 0.75
_HELD = 0.5
_NAMED_AT_LEAST = 0.35
_KNOWN = 0.99
_LONG = 4
_OWN_NAME = 60
"""Names of one thing are rarer than this in general Chinese."""


def about_thing(query: Query, choices: Sequence[Choice], field: Field) -> list[Choice]:
    """The choices that look the way asked for and, but for figures, hold most of the thing's name;
    all of them where a question follows no thing."""
    if not query.thing:
        return list(choices)
    if query.outlook in (Outlook.BACK, Outlook.AHEAD):
        back = query.outlook is Outlook.BACK
        choices = [c for c in choices if c.task.looks_back == back] or list(choices)
    columns = _named_by(query, field)
    if not choices or not columns or Asked.FIGURE in query.asks:
        return list(choices)
    held = [_held(choice, columns, field) for choice in choices]
    least = max(held) * _NEARLY_AS_MUCH
    return [choice for choice, own in zip(choices, held, strict=True) if own >= least]


def is_of_other_thing(query: Query, best: Choice, field: Field) -> bool:
    """Whether the best clause is of another stage than the one asked for, or of something else than
    the thing followed."""
    if not query.thing:
        return False
    if query.outlook in (Outlook.BACK, Outlook.AHEAD) and best.task.looks_back != (
        query.outlook is Outlook.BACK
    ):
        return True
    columns = _named_by(query, field)
    if not columns:
        return False
    held = _held(best, columns, field)
    if Asked.FIGURE in query.asks and best.figures:
        if _beside_figure(query, best, columns, field) >= _HELD:
            return False
        if held >= _HELD:
            return True
    if is_surely_asked(best, field):
        return False
    # a name begins with what is its own: "小清河" of 小清河通航
    first = min(columns, key=lambda column: query.thing.lower().find(field.terms[column].word))
    rare = general_frequency(field.terms[first].word) < _OWN_NAME
    named = rare and _held(best, [first], field) >= _KNOWN
    return held < (_NAMED_AT_LEAST if named else _HELD)


def holds_thing(query: Query, best: Choice, field: Field) -> bool:
    """Whether the best clause holds most of what a question is about, by its nouns and names."""
    said = query.thing.lower() or query.topic.lower()
    columns = [
        column
        for column, term in enumerate(field.terms)
        if len(term.word) > 1
        and term.word in said
        and (is_noun(term.word) or not general_frequency(term.word))
        and not is_abstract(term.word, query.home)
    ]
    return bool(columns) and _held(best, columns, field) >= _HELD


def _named_by(query: Query, field: Field) -> list[int]:
    """The terms of the thing's name."""
    return [
        column
        for column, term in enumerate(field.terms)
        if len(term.word) > 1 and term.word in query.thing.lower()
    ]


def _held(choice: Choice, columns: list[int], field: Field) -> float:
    """The share, by weight, of the thing's name that a clause holds, or its task's title."""
    said = f"{choice.clause.plain} {choice.task.title}".lower()
    held = []
    for column in columns:
        written = max(_written(form, said) for form in field.terms[column].forms)
        held.append(1.0 if field.in_clauses[choice.clause_place, column] >= _KNOWN else written)
    return _share(columns, field, held)


def _beside_figure(query: Query, choice: Choice, columns: list[int], field: Field) -> float:
    """The largest share of the thing's name that stands beside a figure of the kind asked for."""
    clause, asked = choice.clause, asked_units(query.text)
    shares = [0.0]
    for figure in choice.figures:
        if asked and not fits_unit(figure.unit, asked):
            continue
        said = segment_around(choice.task.plain, figure.start, clause.start, clause.end)
        said = f"{figure.indicator} {said}".lower()
        held = [max(_written(f, said) for f in field.terms[column].forms) for column in columns]
        if any(held) and _holds_own_words(query, said, field):
            return 1.0
        shares.append(_share(columns, field, held))
    return max(shares)


def _holds_own_words(query: Query, said: str, field: Field) -> bool:
    """Whether what a stage says of the thing in words of its own stands in a text ("改建几座" after
    "引黄涵闸拆除重建由谁牵头")."""
    own = [
        term
        for term in field.terms
        if len(term.word) > 1
        and term.word[0] not in "几多"
        and term.word in query.said
        and term.word not in query.thing
        and not is_abstract(term.word, query.home)
    ]
    return bool(own) and all(any(form in said for form in term.forms) for term in own)


def _written(form: str, said: str) -> float:
    """How much of a word stands in a text: of a long one its pairs of characters ("雨污合流管网改造")."""
    if form in said or len(form) < _LONG:
        return float(form in said)
    pairs = set(grams_of(form))
    return sum(pair in said for pair in pairs) / len(pairs)


def _share(columns: list[int], field: Field, held: Sequence[float]) -> float:
    weights = [float(field.weight[column]) for column in columns]
    return sum(w * h for w, h in zip(weights, held, strict=True)) / (sum(weights) or 1.0)
