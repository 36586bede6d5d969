"""Whether the best passage answers at all: the rules by which a question for facts is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.models import Reason
from assistant.ranking import Choice, asked_units, fits_unit
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.understanding.heads import ABSTRACT_NOUNS
from assistant.understanding.query import Asked, Query
from index.retrieval import Field
from index.tokenizing import general_frequency, is_noun

_THIN_COVER = 0.22
"""Below this share of covered terms a passage is taken not to be about the question …"""
_ALIKE = 0.86
"""… unless question and clause are this much alike (inner product), whatever words they share."""
_HEAD_HELD = 0.6
_INDICATOR_HELD = 0.4
"""A clause that names neither the noun asked for nor so much of it in a figure's indicator is about
something else."""
_MOST_MISSED = 0.62
"""Largest share, by weight, of the question's nouns that the documents know and the passage lacks."""
_OWN_FORM = 0.99
_DUTIES = frozenset({Asked.PERSON, Asked.LEAD, Asked.PARTICIPANT})
PERSONAL = re.compile(
    r"(?:局长|厅长|主任|书记|市长|省长|部长|行长|院长|会长|校长|处长|一把手)(?:现在)?(?:是|叫|由)(?:谁|哪位|什么)"
    r"|谁(?:是|担任|当)[\u4e00-\u9fff]{0,8}(?:局长|厅长|主任|书记|市长|省长|部长)"
    r"|什么(?:职务|职位|级别|官)|职务(?:是|叫)|(?:哪一?年|何时|什么时候).{0,16}任职|年龄(?:是|多大|有多)|多大(?:年纪|岁数)|几岁了|学历|"
    r"履历|简历|籍贯|哪里人|性别|邮箱|电子邮件|微信|传真|住址|工资|月薪"
)
"""What people ask of office-holders and the documents never record."""
_PLACE_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}(?:市|县|区|镇|港|岛|湾|园区|新区|开发区)")


@dataclass(frozen=True, slots=True)
class Refuser:
    """Says why a passage does not answer. ``units`` are those of the corpus' figures."""

    units: tuple[str, ...]
    places: frozenset[str]

    def why(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed | None:
        """The refusal, or None where the best clause answers."""
        if PERSONAL.search(query.text):
            return refused(
                Reason.FIGURE_NOT_STATED,
                "文件只写单位、责任人姓名、联系人电话和时限，不写职务、履历等个人信息。",
            )
        if not choices:
            return refused(Reason.NOT_IN_CORPUS, "")
        best = choices[0]
        alike = float(field.clause_vectors[best.clause_place]) >= _ALIKE
        if best.features["task_cover"] < _THIN_COVER and not alike:
            return refused(Reason.NOT_IN_CORPUS, "")
        return self._elsewhere(query, best) or self._kind(query, choices, field)

    def _elsewhere(self, query: Query, best: Choice) -> Composed | None:
        """A place asked about that the passage does not speak of."""
        for gap in query.gaps:
            if gap.reason is Reason.NOT_IN_CORPUS and gap.named not in best.clause.plain:
                return refused(Reason.NOT_IN_CORPUS, f"现有文件不涉及{gap.named}的这项内容。")
        for unit in query.wanted_units:
            if unit.endswith("市") and unit.removesuffix("市") not in best.task.plain:
                return refused(Reason.DOCUMENT_INCOMPLETE, f"我们的副本里没有{unit}的这项内容。")
        return None

    def _kind(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed | None:
        best = choices[0]
        if Asked.PLACE in query.asks and not self._names_place(query, choices):
            return not_stated(best)
        if Asked.FIGURE in query.asks and not query.asks & _DUTIES:
            if not self._has_figure(query, choices):
                return not_stated(best)
            unnamed = bool(query.heads) and best.features["head"] < _HEAD_HELD
            if unnamed and best.features["indicator"] < _INDICATOR_HELD:
                return not_stated(best)
            named = bool(query.heads) and best.features["head"] >= _HEAD_HELD
            missed = 0.0 if named else missed_nouns(best, field)
            if missed > _MOST_MISSED and best.features["indicator"] < _INDICATOR_HELD:
                return not_stated(best)
        return None

    def _has_figure(self, query: Query, choices: Sequence[Choice]) -> bool:
        """Whether the best clause, or one of the same task that says as much, has such a figure."""
        best = choices[0]
        asked = asked_units(query.text, self.units)
        figures = [
            figure
            for choice in choices[:8]
            if choice.place == best.place
            and choice.features["clause_cover"] >= 0.7 * best.features["clause_cover"]
            for figure in choice.figures
        ]
        return any(not asked or fits_unit(figure.unit, asked) for figure in figures)

    def _names_place(self, query: Query, choices: Sequence[Choice]) -> bool:
        """Whether the best clauses name a place that the question does not."""
        shown = " ".join(c.clause.plain for c in choices[:4] if c.place == choices[0].place)
        named = any(place in shown and place not in query.text for place in self.places)
        return named or _PLACE_NAME.search(shown) is not None


def missed_nouns(choice: Choice, field: Field) -> float:
    """The share, by weight, of the question's nouns known to the documents that a passage lacks.

    Words no document uses (a citizen's own) do not count: their absence says nothing. Nouns of the
    task's title and place count as held, since its clauses need not repeat them.
    """
    place = f"{choice.task.title} {' '.join(choice.task.path)}"
    total = missed = 0.0
    for column, term in enumerate(field.terms):
        named = is_noun(term.word) or not general_frequency(term.word)
        known = float(field.in_tasks[:, column].max(initial=0.0)) >= _OWN_FORM
        if len(term.word) < 2 or not named or not known or term.word in ABSTRACT_NOUNS:
            continue
        weight = float(field.weight[column])
        held = max(
            float(field.in_clauses[choice.clause_place, column]),
            float(any(form in place for form in term.forms)),
        )
        total += weight
        missed += weight * (1 - held)
    return missed / total if total else 0.0


def not_stated(best: Choice) -> Composed:
    """The refusal that names the nearest passage, but not its figures."""
    return refused(Reason.FIGURE_NOT_STATED, "", (nearest(best),))


def nearest(choice: Choice) -> Statement:
    """The nearest passage to a question that no passage answers.

    Only its place is told: its figures, read in an answer, would pass for the answer.
    """
    title = choice.task.title
    named = f"（{title}）" if title and not re.search(r"\d", title) else ""
    return Statement(
        f"最接近的原文见 {choice.task.locator}{named}",
        (Evidence(choice.task, choice.clause.start, choice.clause.end),),
    )
