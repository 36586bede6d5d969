"""Figures that stand beside what is asked for: of the other indicators of a row, of the whole instead of
each head, of a rise instead of a level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.composing.marking import wants_all_figures, wants_each
from assistant.ranking import Choice, segment_around
from assistant.refusing.directions import CHANGE
from assistant.refusing.nearness import HEAD_HELD
from assistant.understanding.heads import is_abstract
from assistant.understanding.query import Intent, Query
from assistant.units_asked import asked_units
from corpus.models import Figure
from corpus.quantities import find_quantities
from corpus.units import same_unit
from index.retrieval import Field
from index.terms import grams_of
from index.tokenizing import general_frequency, is_noun

_TOLD = 0.34
"""Share of the question's words beside a figure, or of an indicator's pairs in the question, below
which the figure is of something else."""
_FEWEST = 2
_COMMON_UNITS = frozenset("个 项 家 人 名 元 % 个百分点 百分点 亿元 万元".split())
"""Units that many different things are counted in."""
_MEASURES = "率额值量价费龄"
"""Last characters of nouns that name a measure."""
_BY_HEAD = re.compile(r"[人户]均")
_SHARE = re.compile(r"强度|占比|比重")
_ADDED = re.compile(r"新增|净增")
_IN_ALL = re.compile(r"达到|保有量|总量|总数|累计")


def is_of_others(query: Query, figures: Sequence[Figure], best: Choice, field: Field) -> bool:
    """Whether the passage counts several things, and none of them is what the question names: each
    stands with other words ("失业率…多少" before a row of goals without 失业率)."""
    if query.intent is Intent.COMPARE or wants_all_figures(query.text) or wants_each(query.text):
        return False
    asked = [unit for unit in asked_units(query.text) if unit not in _COMMON_UNITS]
    exact = [f for f in figures if any(same_unit(f.unit, unit) for unit in asked)]
    if len(exact) == 1:
        return False  # the one figure in the unit asked for
    indicators = {figure.indicator for figure in figures}
    if len(indicators) < _FEWEST or not all(indicators):
        return False
    return not any(
        _is_named(figure, query, field) or _is_said_beside(figure, query, best, field)
        for figure in figures
    )


def _is_said_beside(figure: Figure, query: Query, best: Choice, field: Field) -> bool:
    """Whether the words beside a figure hold enough of those that tell what is asked for."""
    clause = best.clause
    said = segment_around(best.task.plain, figure.start, clause.start, clause.end)
    said = f"{figure.indicator} {said}"
    total = held = 0.0
    for term, weight in zip(field.terms, field.weight, strict=True):
        if is_abstract(term.word, query.home) or CHANGE.fullmatch(term.word):
            continue
        total += float(weight)
        held += float(weight) * any(form in said for form in term.forms)
    return held > 0 and held >= total * _TOLD


def _is_named(figure: Figure, query: Query, field: Field) -> bool:
    """Whether a question names what a figure counts: part of it, most of its characters (a slip of the
    keys), or in a form that documents have for a word of the question."""
    indicator = figure.indicator.lower()
    pairs = grams_of(indicator)
    if sum(pair in query.text for pair in pairs) >= len(pairs) * _TOLD:
        return True
    if 2 * sum(char in query.text for char in indicator) > len(indicator):
        return True
    return any(
        len(form) > 1 and form in indicator
        for term in field.terms
        for form in (term.forms if term.word.isascii() else term.forms[1:])
    )


def is_of_unknown_measure(query: Query, field: Field) -> bool:
    """Whether a question names a measure (失业率) that no document has in any form."""
    return any(
        term.word[-1] in _MEASURES
        and len(term.word) > 2
        and is_noun(term.word)
        and bool(general_frequency(term.word))
        and not is_abstract(term.word, query.home)
        and float(field.in_tasks[:, column].max(initial=0.0)) < HEAD_HELD
        for column, term in enumerate(field.terms)
    )


def is_not_by_head(query: Query, best: Choice) -> bool:
    """Whether a figure by head is asked for ("人均GDP"), and the passage gives none."""
    asked = _BY_HEAD.search(query.text)
    return asked is not None and _BY_HEAD.search(best.clause.plain) is None


def is_rise_of_a_share(query: Query, figures: Sequence[Figure]) -> bool:
    """Whether a share or an intensity is asked for, and the passage says only how fast the thing grows."""
    return (
        _SHARE.search(query.text) is not None
        and not CHANGE.search(query.text)
        and bool(figures)
        and all(figure.change == "growth" for figure in figures)
    )


def is_level_of_all(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether it is asked how much is added, and the passage says how much there is to be in all."""
    if not _ADDED.search(query.text) or not figures:
        return False
    clause, plain = best.clause, best.task.plain
    for figure in figures:
        said = segment_around(plain, figure.start, clause.start, clause.end)
        if figure.change == "added" or re.search(r"[新增]", said) or not _IN_ALL.search(said):
            return False
    return True


_ENDING_UNIT = re.compile(r"(?:多少|几)([\u4e00-\u9fff]{0,2}[克升度贝赫瓦分])(?=[？?。，,]|$)")


def unknown_unit(text: str) -> str:
    """A unit the question ends in and that no figure of the documents could have, else ""."""
    match = _ENDING_UNIT.search(text)
    if match is None or find_quantities(f"3{match.group(1)}")[:1]:
        return ""
    return match.group(1)


def is_measure(head: str) -> bool:
    """Whether a noun names a measure by its last character (年利率, 票价), and is no slip of the keys."""
    return head[-1] in "率价费速龄" and bool(
        general_frequency(head) or general_frequency(head[-2:])
    )
