"""Rises and falls: a rate of growth asked for where the passage gives none, or one the other way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.ranking import Choice, clause_of, segment_around
from assistant.understanding.query import Query
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Figure
from index.terms import grams_of


def changes_without_figure(query: Query, best: Choice) -> bool:
    """Whether the task says that the thing asked about grows or falls, and does not say how far
    ("利润较快增长"), so that its figures are of the others beside it."""
    if not fits_unit("%", asked_units(query.text)) or not CHANGE.search(query.text):
        return False
    for match in _VAGUELY.finditer(best.task.plain):
        subject = match.group("subject")
        pairs = grams_of(subject)
        if pairs and sum(pair in query.text for pair in pairs) >= len(pairs) * _MOSTLY_NAMED:
            return True
    return False


CHANGE = re.compile(r"增长|下降|提高|上升|增加|增幅|增速|涨|降")
_VAGUELY = re.compile(
    r"(?:^|[，；。、])(?P<subject>[\u4e00-\u9fff]{2,14}?)"
    r"(?:较快|稳步|稳定|平稳|持续|快速|大幅|明显|进一步|有所|小幅|逐步|稳中有)+"
    r"(?:增长|提高|提升|上升|增加|下降|回升|回落|降低|升|降)(?=[，；。、]|$)"
)
_MOSTLY_NAMED = 0.7


def is_no_growth(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether a rate of growth is asked for, and no figure is said beside a word for one."""
    if not _GROWTH_RATE.search(query.text) or not figures or is_share_asked(query.text):
        return False
    plain = best.task.plain
    for figure in figures:
        clause = clause_of(figure, best)
        said = segment_around(plain, figure.start, clause.start, clause.end)
        if figure.change in ("growth", "decline"):
            return False
        if figure.change != "share" and _GROWS.search(said):
            return False
    return True


def is_of_other_direction(query: Query, figures: Sequence[Figure], best: Choice) -> bool:
    """Whether a fall is asked for and every figure is of a rise, or the other way round."""
    falls, rises = _FALLS.search(query.text), _RISES.search(query.text)
    if not figures or bool(falls) == bool(rises):
        return False
    wrong, right = (_RISES, _FALLS) if falls else (_FALLS, _RISES)
    for figure in figures:
        said = best.task.plain[max(0, figure.start - _BESIDE) : figure.start]
        said = re.split(r"[，；。、]", said)[-1] + figure.text
        if right.search(said) or not wrong.search(said):
            return False
    return True


_BESIDE = 14
_FALLS = re.compile(r"下降|降低|降了|压减|减少|回落|降幅")
_RISES = re.compile(r"增长|提高|上升|提升|增加|涨了|涨幅|增幅")


def is_share_asked(text: str) -> bool:
    """Whether a question asks for a share, too."""
    return re.search(r"占|比重|比例", text) is not None


_GROWTH_RATE = re.compile(r"增速|增幅|涨幅|增长率|增长速度|降幅")
_GROWS = re.compile(r"[增涨降升]|提高|扩大|减少|翻番|倍|高于|快于|超过.{0,6}增速|控制")
