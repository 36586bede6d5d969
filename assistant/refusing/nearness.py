"""How near a passage is to a question: by the words both hold, and by the everyday questions that are
known to be about it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ranking import Choice, ranks_in, segment_around
from assistant.understanding.heads import is_abstract
from assistant.understanding.query import Query
from assistant.units_asked import asked_units
from index.retrieval import Field
from index.tokenizing import general_frequency, is_noun, is_place

_THIN_COVER = 0.22
"""Below this share of covered terms a passage is taken not to be about the question …"""
_ALIKE = 0.86
"""… unless question and clause are this much alike (inner product), whatever words they share."""
_ASKED_ALIKE = 0.91
"""… or unless it is this much alike to an everyday question about the clause. Set on the train and
dev cases: nine of ten refused rightly lie below, three of four refused wrongly above."""
_ASKED_SURELY = 0.925
_ASKED_NEAR = 0.9
_MUCH = 0.3
_TERM = 4
"""Characters from which a noun names one thing only."""
HEAD_HELD = 0.6
MOSTLY_HELD = 0.6
_OWN_FORM = 0.99
_HALF = 0.5
_NO_PLACES = frozenset("东西 新建 通道 和平 平安 平和 大方 民和 开化 安定 安居 双流 集中".split())
"""Common words that jieba's dictionary has as places too."""


def is_asked(query: Query, choice: Choice, field: Field) -> bool:
    """Whether the question is much like one that people ask about this very clause, and names
    nothing much that the documents know and the clause does not, nor asks for a noun of its own."""
    alike = float(field.asked_vectors[choice.clause_place])
    near = alike >= _ASKED_NEAR and choice.features["clause_cover"] >= MOSTLY_HELD
    if is_surely_asked(choice, field):
        return True
    if query.heads and choice.features["head"] < HEAD_HELD and not knows_head(query, field):
        return False
    if _names_unknown_term(field):
        return False
    return (alike >= _ASKED_ALIKE or near) and missed_nouns(
        query, choice, field, of_all=True
    ) <= _MUCH


def _names_unknown_term(field: Field) -> bool:
    """Whether a question has a long word, a noun of general Chinese or ending in one, that no document
    has (住房公积金)."""
    return any(
        len(term.word) >= _TERM
        and any(is_noun(term.word[at:]) for at in range(len(term.word) - _TERM + 2))
        and float(field.in_tasks[:, column].max(initial=0.0)) < HEAD_HELD
        for column, term in enumerate(field.terms)
    )


def is_surely_asked(choice: Choice, field: Field) -> bool:
    return float(field.asked_vectors[choice.clause_place]) >= _ASKED_SURELY


def support(best: Choice, field: Field) -> float:
    """How far the best clause is above the bar for being about the question; below 0 it is refused.

    The largest of three margins: of the share of terms its task covers, of its likeness, and of the
    likeness of an everyday question about it.
    """
    alike = float(field.clause_vectors[best.clause_place])
    asked = float(field.asked_vectors[best.clause_place])
    return max(best.features["task_cover"] - _THIN_COVER, alike - _ALIKE, asked - _ASKED_ALIKE)


def places_named(field: Field) -> list[str]:
    """Place names of the question that the documents use."""
    return [
        term.word
        for column, term in enumerate(field.terms)
        if is_place(term.word)
        and term.word not in _NO_PLACES
        and float(field.in_tasks[:, column].max(initial=0.0)) >= _OWN_FORM
    ]


def knows_head(query: Query, field: Field) -> bool:
    """Whether the documents use the noun that a question asks for."""
    return any(
        float(field.in_tasks[:, column].max(initial=0.0)) >= _OWN_FORM
        for column, term in enumerate(field.terms)
        if term.word in query.heads
    )


def holds_no_noun(query: Query, choice: Choice, field: Field) -> bool:
    """Whether a clause holds none of the question's nouns, in any of their forms."""
    held = [
        float(field.in_clauses[choice.clause_place, column])
        for column, term in enumerate(field.terms)
        if len(term.word) > 1
        and not is_abstract(term.word, query.home)
        and (is_noun(term.word) or len(term.forms) > 1)
    ]
    return bool(held) and max(held) < HEAD_HELD


def missed_nouns(query: Query, choice: Choice, field: Field, *, of_all: bool = False) -> float:
    """The share, by weight, of the question's nouns known to the documents that a passage lacks;
    with ``of_all`` their share in all words of the question.

    Words no document uses (a citizen's own) do not count: their absence says nothing. Nouns of the
    task's title and place count as held, since its clauses need not repeat them.
    """
    place = f"{choice.task.title} {' '.join(choice.task.path)}"
    total = missed = 0.0
    for column, term in enumerate(field.terms):
        named = is_noun(term.word) or not general_frequency(term.word)
        known = float(field.in_tasks[:, column].max(initial=0.0)) >= _OWN_FORM
        if len(term.word) < 2 or not named or not known or is_abstract(term.word, query.home):
            continue
        weight = float(field.weight[column])
        held = max(
            float(field.in_clauses[choice.clause_place, column]),
            float(any(form in place for form in term.forms)),
        )
        total += weight
        missed += weight * (1 - held)
    if of_all:
        total = float(field.weight.sum())
    return missed / total if total else 0.0


def has_every_word(query: Query, choices: Sequence[Choice], field: Field) -> bool:
    """Whether the task found has figures and lacks no noun of a question for all of them."""
    best = choices[0]
    held = any(choice.figures for choice in choices if choice.place == best.place)
    return held and not asked_units(query.text) and not missed_nouns(query, best, field)


def ranks_what_is_asked(query: Query, choice: Choice, field: Field) -> bool:
    """Whether the words beside a rank hold most of the nouns of the question that documents know."""
    clause, plain = choice.clause, choice.task.plain
    for start, _ in ranks_in(choice):
        said = segment_around(plain, start, clause.start, clause.end)
        total = held = 0.0
        for term, weight in zip(field.terms, field.weight, strict=True):
            abstract = is_abstract(term.word, query.home)
            if is_place(term.word) or not is_noun(term.word) or abstract:
                continue
            total += float(weight)
            held += float(weight) * any(form in said for form in term.forms)
        if held and held >= total * _HALF:
            return True
    return False
