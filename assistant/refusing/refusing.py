"""Whether the best passage answers at all: the rules by which a question for facts is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.composing.marking import wants_every_goal
from assistant.models import Reason
from assistant.ranking import Choice
from assistant.refusing.asked_figures import figures_asked
from assistant.refusing.beside import (
    is_level_of_all,
    is_measure,
    is_not_by_head,
    is_of_others,
    is_of_unknown_measure,
    is_rise_of_a_share,
    unknown_unit,
)
from assistant.refusing.details import is_untold_detail
from assistant.refusing.directions import (
    changes_without_figure,
    is_no_growth,
    is_of_other_direction,
)
from assistant.refusing.granted import is_of_unnamed_amount, is_of_unnamed_thing
from assistant.refusing.members import is_untold_part
from assistant.refusing.mismatches import (
    is_no_share,
    is_of_a_neighbour,
    is_of_another_place,
    is_of_other_indicator,
    is_of_other_quantity,
    is_of_other_year,
    is_of_the_country,
    is_of_the_whole,
    is_only_added,
    is_only_aimed_at,
    is_only_reported,
)
from assistant.refusing.narrower import (
    counties_named,
    is_cost_of_another,
    is_of_a_contracted_whole,
    is_of_other_benefit,
    is_of_other_deed,
    is_of_renewal,
    is_of_wider_subject,
    lacks_quoted_name,
)
from assistant.refusing.nearness import (
    HEAD_HELD,
    MOSTLY_HELD,
    has_every_word,
    holds_no_noun,
    is_asked,
    is_surely_asked,
    knows_head,
    missed_nouns,
    places_named,
    ranks_what_is_asked,
    support,
)
from assistant.refusing.places import is_known_to_be_of, names_place, speaks_of
from assistant.refusing.pointing import not_stated
from assistant.refusing.subjects import is_of_another_industry
from assistant.refusing.unrecorded import asks_by_name, is_untold_event, personal
from assistant.statements import Composed, refused
from assistant.understanding.query import DUTIES, Asked, Intent, Query
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Figure
from index.retrieval import Field

_INDICATOR_HELD = 0.4
"""A clause that names neither the noun asked for nor so much of it in a figure's indicator is about
something else."""
_MOST_MISSED = 0.62
"""Largest share, by weight, of the question's nouns that the documents know and the passage lacks."""
_NEARLY_ALL = 0.8
_FULLY_NAMED = 0.8
_NOTHING_SHARED = 0.12
_OF_TOWNS = re.compile(r"哪[一几两些]?(?:个|座)?(?:市|城市|县|区|省|城)")
_LOOSE_UNITS = frozenset(
    "个 项 家 条 人 名 次 件 种 类 元 % 个百分点 百分点 千瓦 吨 年 天 月 处 座 套".split()
)
"""Units that many different things are counted in: that a figure has one says little."""


@dataclass(frozen=True, slots=True)
class Refuser:
    """Says why a passage does not answer.

    ``places`` are cities the documents speak of, ``home`` the place that most of them are of and
    that therefore need not be named, ``indicators`` what they count, the longest first.
    """

    places: frozenset[str]
    home: str
    indicators: tuple[str, ...] = ()

    def why(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed | None:
        """The refusal, or None where the best clause answers."""
        if (refusal := personal(query)) is not None:
            return refusal
        if not choices:
            return refused(Reason.NOT_IN_CORPUS, "")
        best = choices[0]
        if support(best, field) < 0:
            return refused(Reason.NOT_IN_CORPUS, "")
        return self._elsewhere(query, choices, field) or self._kind(query, choices, field)

    def _elsewhere(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed | None:
        """A place asked about that the passage does not speak of, or a passage of another place than
        most documents that is not all about the question, where the question names none."""
        best = choices[0]
        for gap in query.gaps:
            if gap.reason is Reason.NOT_IN_CORPUS and gap.named not in best.clause.plain:
                return refused(Reason.NOT_IN_CORPUS, f"现有文件不涉及{gap.named}的这项内容。")
        unasked = best.features["subject"] < 0 and not is_surely_asked(best, field)
        if unasked and missed_nouns(query, best, field) > _MOST_MISSED:
            return refused(Reason.NOT_IN_CORPUS, "")
        for unit in query.wanted_units:
            city = unit.removesuffix("市")
            if city == unit or city in best.task.plain:
                continue
            if not is_known_to_be_of(city, choices, field):
                return refused(Reason.DOCUMENT_INCOMPLETE, f"我们的副本里没有{unit}的这项内容。")
        return None

    def _kind(self, query: Query, choices: Sequence[Choice], field: Field) -> Composed | None:
        best = choices[0]
        if is_only_aimed_at(query, best) or is_only_reported(query, best):
            return not_stated(best)
        if (
            query.asks & DUTIES == {Asked.PERSON}
            and asks_by_name(query)
            and not best.task.duty.people
        ):
            return not_stated(best)
        if query.asks == {Asked.RANK} and not ranks_what_is_asked(query, best, field):
            return not_stated(best)
        if is_untold_event(query, best) or is_untold_detail(query, best):
            return not_stated(best)
        which = Asked.PLACE in query.asks and query.intent is not Intent.COMPARE
        if which and not (
            names_place(query, choices, self.places)
            or (is_asked(query, best, field) and not _OF_TOWNS.search(query.text))
        ):
            return not_stated(best)
        if wants_every_goal(query.text) and has_every_word(query, choices, field):
            return None
        asks_figure = Asked.FIGURE in query.asks and not query.asks & DUTIES
        of_task = not asks_figure and bool(query.asks & (DUTIES | {Asked.DATE}))
        if of_task and (
            is_of_unnamed_thing(query, best, field) or is_of_unnamed_amount(query, best)
        ):
            return not_stated(best)
        if asks_figure and self._lacks_figure(query, choices, field):
            return not_stated(best)
        return None

    def _lacks_figure(self, query: Query, choices: Sequence[Choice], field: Field) -> bool:
        """Whether the best clause has no figure of just what is asked."""
        best = choices[0]
        figures = figures_asked(query, choices, loosely=is_asked(query, best, field))
        return (
            not figures
            or is_mismatch(query, best, figures)
            or is_of_other_indicator(query, best, self.indicators)
            or self._stands_beside(query, best, figures, field)
            or is_of_other_benefit(query, best, field.terms)
            or is_of_another_industry(query, best, field)
            or is_of_unnamed_thing(query, best, field, figures)
            or self._other_figure(query, best, field)
            or is_untold_part(query, best, field)
        )

    def _stands_beside(
        self, query: Query, best: Choice, figures: Sequence[Figure], field: Field
    ) -> bool:
        """Whether the figures of the clause stand beside what is asked for."""
        if is_not_by_head(query, best) or is_rise_of_a_share(query, figures):
            return True
        if is_level_of_all(query, figures, best):
            return True
        if is_asked(query, best, field):
            return False
        return is_of_others(query, figures, best, field) or is_of_unknown_measure(query, field)

    def _other_figure(self, query: Query, best: Choice, field: Field) -> bool:
        """Whether the clause has a figure, but of something else than what is asked."""
        measured = [unit for unit in asked_units(query.text) if unit != "%"]
        fitting = any(fits_unit(figure.unit, measured) for figure in best.figures)
        if best.features["head"] < HEAD_HELD and any(map(is_measure, query.heads)) and not fitting:
            return True
        if is_surely_asked(best, field):
            return False
        elsewhere = [p for p in places_named(field) if not (self.home and p.startswith(self.home))]
        elsewhere += counties_named(query, [term.word for term in field.terms])
        named = best.features["indicator"] >= _FULLY_NAMED
        told = best.clause.plain if not named else f"{best.task.unit} {best.task.plain}"
        told = f"{best.task.place} {told}" if best.task.place in query.places else told
        if any(not speaks_of(told, place) for place in elsewhere):
            return True
        if is_asked(query, best, field):
            return False
        indicated = best.features["indicator"] >= _INDICATOR_HELD
        if knows_head(query, field) and best.features["head"] < HEAD_HELD and not indicated:
            return True
        unnamed = bool(query.heads) and best.features["head"] < HEAD_HELD
        if unnamed and not indicated:
            return True
        if any(unit not in _LOOSE_UNITS for unit in asked_units(query.text)):
            # "多少场": the very measure word of the clause's figure, if not of something else
            return not indicated and missed_nouns(query, best, field) > _NEARLY_ALL
        if max(best.features["clause_cover"], best.features["task_cover"]) < _NOTHING_SHARED:
            return True
        if indicated:
            return False
        unit = unknown_unit(query.text)
        unknown = bool(unit) and re.search(rf"\d{unit}", best.clause.plain) is None
        if unnamed or unknown or holds_no_noun(query, best, field):
            return True
        if best.features["clause_cover"] >= MOSTLY_HELD:
            return False
        return missed_nouns(query, best, field) > (_NEARLY_ALL if query.heads else _MOST_MISSED)


def is_mismatch(query: Query, best: Choice, figures: Sequence[Figure]) -> bool:
    """Whether figures of the best clause are near misses, not what is asked for."""
    return (
        is_of_other_year(query, figures)
        or is_of_other_quantity(query, best)
        or is_of_a_neighbour(query, figures, best)
        or is_no_share(query, best)
        or is_only_added(query, figures)
        or is_of_the_whole(query, best, figures)
        or is_of_the_country(query, best, figures)
        or is_of_another_place(query, best)
        or changes_without_figure(query, best)
        or is_no_growth(query, figures, best)
        or is_of_other_direction(query, figures, best)
        or is_of_wider_subject(query, figures, best)
        or is_of_a_contracted_whole(query, best)
        or is_of_other_deed(query, figures, best)
        or is_of_renewal(query, figures, best)
        or is_cost_of_another(query, figures, best)
        or lacks_quoted_name(query, best)
    )
