"""Answers drawn from the clauses that hold them: figures, deadlines, who is responsible, open questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.composing.wording import (
    LONG_CLAUSE,
    deadline_statement,
    duty_statements,
    elided,
    place_label,
    relevant_spans,
    summary,
)
from assistant.ranking import Choice, ranks_in, segment_around
from assistant.statements import Evidence, Statement
from assistant.understanding.query import DUTIES, Asked, Intent, Query
from assistant.units_asked import asked_units, fits_unit
from corpus.models import Corpus, Figure, Task
from corpus.places import short_place
from corpus.units import same_unit
from index.retrieval import Field

_MORE_COVER = 0.18
"""A further clause is shown if it holds this share of the question's terms beyond those shown."""
_MOST_CLAUSES = 3
_WHOLE_TASK = 600
_KINDS = re.compile(
    r"哪几[类种个项方]|哪些(?:方面|类|种|内容|举措|措施)|几[类种]|包括(?:哪些|什么)|分别(?:是|有)(?:什么|哪)"
)
_SHORT_ANSWER = 170
"""Characters up to which clauses of the best task are shown for an open question."""
_CLOSE = 0.86
"""A further task answers an open question too if its score comes this near to the best one's."""
_MET = 60
_ALL_FIGURES = re.compile(
    r"(?:哪些|什么|几个)(?:具体)?(?:数字?|数据|指标|目标)|具体数字|全部(?:数据|指标|目标)|主要(?:预期)?目标"
)
_SEVERAL_FIGURES = re.compile(
    r"哪些[^，。？?]{0,8}(?:目标|指标|数据|数字)|带数字?的"
    r"|(?:目标|指标|数据|数字|数值?)[^，。？?列说给报]{0,6}(?:都|全|逐[一项个])[^，。？?]{0,2}[列说给报]"
)
"""Words for all goals or figures of a passage, whether or not one of them is asked for by its name."""
_OF_EACH = re.compile(
    r"(?:哪些|哪几|各[个项类方领]?|分别)[^。？?]{0,24}(?:多少|几)|分别(?:是|为|达)"
)
"""Words by which one figure of each of several things is asked for."""
_AS_WELL = 0.9
"""Of the best clause's share of the question's words, what another one holds that answers as well."""


@dataclass(frozen=True, slots=True)
class FactComposer:
    """Composes statements from ranked clauses."""

    corpus: Corpus

    def compose(self, query: Query, choices: Sequence[Choice], field: Field) -> list[Statement]:
        """The statements that answer ``query`` from its best clauses; empty if none can."""
        if not choices:
            return []
        best = choices[0]
        statements: list[Statement] = []
        duties = query.asks & DUTIES
        if duties:
            statements += self._duties(query, best, field)
        if Asked.DATE in query.asks:
            statements += self._dates(query, choices, field)
        told = query.asks & (DUTIES | {Asked.DATE})
        if query.asks & {Asked.FIGURE, Asked.CONTENT} or not told:
            statements += self._clauses(query, choices, field)
        return statements

    # ---------------------------------------------------------------- duties, dates

    def _duties(self, query: Query, best: Choice, field: Field) -> list[Statement]:
        found = duty_statements(best.task, query.asks - {Asked.DATE})
        if not found:
            return []
        where = f"{place_label(best.task, self.corpus)}（{_told(best, field)}）"
        first = found[0]
        return [
            replace(
                first,
                text=f"{where}，{first.text}",
                evidence=(*first.evidence, *_heading_evidence(best)),
            ),
            *found[1:],
        ]

    def _dates(self, query: Query, choices: Sequence[Choice], field: Field) -> list[Statement]:
        best = choices[0]
        dated = [
            choice
            for choice in choices
            if choice.place == best.place and _dates_in(choice) and _is_relevant(choice, best)
        ]
        if not dated and best.task.duty.deadline is None:
            dated = [c for c in choices if c.place == best.place and _dates_in(c)]
            dated = sorted(dated, key=lambda c: abs(c.clause.ordinal - best.clause.ordinal))[:1]
        due = deadline_statement(best.task)
        if dated and (due is None or any(_sets_date(choice) for choice in dated)):
            return self._written(query, dated[:2], field, timed=True)
        if due is None:
            return []
        where = f"{place_label(best.task, self.corpus)}（{summary(best.task, 30)}）"
        return [Statement(f"{where}，{due.text}", (*due.evidence, *_heading_evidence(best)))]

    # ---------------------------------------------------------------- clauses

    def _clauses(self, query: Query, choices: Sequence[Choice], field: Field) -> list[Statement]:
        best = choices[0]
        shown = [best]
        held = field.in_clauses[best.clause_place].copy()
        for choice in choices[1:]:
            if len(shown) >= _MOST_CLAUSES or choice.place != best.place:
                continue
            if self._adds(query, choice, held, field):
                shown.append(choice)
                held = np.maximum(held, field.in_clauses[choice.clause_place])
        if query.intent is Intent.OPEN and not query.asks & {Asked.FIGURE, Asked.RANK}:
            shown = self._around(query, choices, best) + self._other_tasks(choices)
        elif _ALL_FIGURES.search(query.text) or _SEVERAL_FIGURES.search(query.text):
            shown += [c for c in choices if c.place == best.place and c.figures and c not in shown]
        elif Asked.FIGURE in query.asks:
            marked = self.marked_figures(query, best, field)
            each = _OF_EACH.search(query.text) is not None
            shown += [
                c
                for c in choices
                if c not in shown
                and (
                    _same_of_another_case(c, best, marked)
                    or (each and _same_of_another_thing(query, c, best, marked))
                )
            ]
        return self._written(query, shown, field)

    def _around(self, query: Query, choices: Sequence[Choice], best: Choice) -> list[Choice]:
        """The best clauses of the best task, as many as make a short answer; all where a question
        wants to know what a task has in it."""
        longest = _WHOLE_TASK if _KINDS.search(query.text) else _SHORT_ANSWER
        shown, length = [best], len(best.clause.plain)
        for choice in choices[1:]:
            if choice.place == best.place and length + len(choice.clause.plain) <= longest:
                shown.append(choice)
                length += len(choice.clause.plain)
        return shown

    def _adds(self, query: Query, choice: Choice, held: NDArray[np.float32], field: Field) -> bool:
        if Asked.FIGURE in query.asks and not choice.figures:
            return False
        more = np.maximum(field.in_clauses[choice.clause_place] - held, 0) @ field.weight
        return float(more) / (float(field.weight.sum()) or 1.0) >= _MORE_COVER

    def _other_tasks(self, choices: Sequence[Choice]) -> list[Choice]:
        best = choices[0]
        others: list[Choice] = []
        for choice in choices[1:]:
            if choice.score < best.score * _CLOSE or len(others) >= 2:
                break
            if choice.place != best.place and all(choice.place != o.place for o in others):
                others.append(choice)
        return others

    def _written(
        self, query: Query, shown: Sequence[Choice], field: Field, *, timed: bool = False
    ) -> list[Statement]:
        """Statements of the clauses ``shown``; of long ones the parts that hold what is asked for,
        with every point in time where ``timed``."""
        by_task: dict[int, list[Choice]] = {}
        for choice in shown:
            by_task.setdefault(choice.place, []).append(choice)
        statements = []
        for group in by_task.values():
            group.sort(key=lambda choice: choice.clause.start)
            texts, evidence = [], []
            figures: list[tuple[Task, Figure]] = []
            for choice in group:
                marked = self.marked_figures(query, choice, field)
                figures += [(choice.task, figure) for figure in marked]
                wanted = [(f.start, f.end) for f in marked] + _term_spans(choice, field)
                wanted += ranks_in(choice) if Asked.RANK in query.asks else []
                wanted += [(d.start, d.end) for d in choice.task.dates] if timed else []
                whole = _SEVERAL_FIGURES.search(query.text) and len(marked) > 1
                longest = _WHOLE_TASK if whole else LONG_CLAUSE
                spans = relevant_spans(
                    choice.task.plain, choice.clause.start, choice.clause.end, wanted, longest
                )
                texts.append(elided(choice.task, spans, marked))
                evidence.append(Evidence(choice.task, choice.clause.start, choice.clause.end))
            where = place_label(group[0].task, self.corpus)
            statements.append(
                Statement(f"{where}：{'。'.join(texts)}", tuple(evidence), figures=tuple(figures))
            )
        return statements

    def rewritten(
        self, statement: Statement, figures: tuple[tuple[Task, Figure], ...]
    ) -> Statement:
        """``statement`` said again with all of ``figures`` marked and shown."""
        texts = []
        for evidence in statement.evidence:
            own = [
                figure
                for task, figure in figures
                if task.id == evidence.task.id
                and evidence.start <= figure.start
                and figure.end <= evidence.end
            ]
            wanted = [(figure.start, figure.end) for figure in own]
            spans = relevant_spans(evidence.task.plain, evidence.start, evidence.end, wanted)
            texts.append(elided(evidence.task, spans, own))
        where = place_label(statement.evidence[0].task, self.corpus)
        return Statement(f"{where}：{'。'.join(texts)}", statement.evidence, figures=figures)

    def marked_figures(self, query: Query, choice: Choice, field: Field) -> list[Figure]:
        """The figures of a clause that a question asks for; none if it asks for no figure."""
        if _SEVERAL_FIGURES.search(query.text):
            return list(choice.figures)
        if Asked.FIGURE not in query.asks:
            return []
        if _ALL_FIGURES.search(query.text):
            return list(choice.figures)
        asked = asked_units(query.text)
        fitting = [
            figure for figure in choice.figures if not asked or fits_unit(figure.unit, asked)
        ]
        exact = [f for f in fitting if any(same_unit(f.unit, unit) for unit in asked)]
        fitting = exact or fitting or list(choice.figures)
        if query.years:
            of_years = [f for f in fitting if set(f.years) & set(query.years)]
            fitting = of_years or fitting
        places = [short_place(place) for place in (*query.wanted_units, *query.places)]
        of_places = [f for f in fitting if any(p in f.indicator + f.scope for p in places)]
        fitting = of_places or fitting
        named = [
            figure
            for figure in fitting
            if _names(query.topic, figure) >= 0.5 or _meant(field, figure, choice)
        ]
        return named or fitting


def _same_of_another_case(choice: Choice, best: Choice, marked: Sequence[Figure]) -> bool:
    """Whether a further clause of the best task gives a marked thing another figure: what holds
    for one case ("取得省政府批复的") is not to be printed without what holds for the other."""
    return choice.place == best.place and any(
        (mine.indicator, mine.unit, mine.years, mine.scope, mine.change)
        == (other.indicator, other.unit, other.years, other.scope, other.change)
        and mine.value != other.value
        for mine in choice.figures
        for other in marked
    )


def _same_of_another_thing(
    query: Query, choice: Choice, best: Choice, marked: Sequence[Figure]
) -> bool:
    """Whether a further clause of the best task answers a question for the figures of several things
    as well: it holds the question's words and a figure in the unit of the best one's."""
    held, most = choice.features["clause_cover"], best.features["clause_cover"]
    meant = [
        figure
        for figure in choice.figures
        if not (query.years and figure.years) or set(query.years) & set(figure.years)
    ]
    return (
        choice.place == best.place
        and held >= most * _AS_WELL
        and any(same_unit(mine.unit, other.unit) for mine in meant for other in marked)
    )


def _names(topic: str, figure: Figure) -> float:
    words = figure.indicator + figure.scope
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in topic for pair in pairs) / len(pairs) if pairs else 0.0


def _meant(field: Field, figure: Figure, choice: Choice) -> bool:
    """Whether a term of the question, in one of its other forms, is what a figure counts."""
    said = segment_around(choice.task.plain, figure.start, choice.clause.start, choice.clause.end)
    return any(
        form in figure.indicator or form in said
        for term in field.terms
        for form in term.forms[1:]
        if len(form) >= 3
    )


def _dates_in(choice: Choice) -> bool:
    clause = choice.clause
    return any(clause.start <= d.start and d.end <= clause.end for d in choice.task.dates)


def _sets_date(choice: Choice) -> bool:
    """Whether a clause names a month or day by which something is due, not just a year."""
    clause = choice.clause
    return any(
        clause.start <= d.start and d.end <= clause.end and d.by and d.month
        for d in choice.task.dates
    )


def _is_relevant(choice: Choice, best: Choice) -> bool:
    own = choice.features["clause_cover"]
    return own >= 0.5 * best.features["clause_cover"] or choice is best


def _term_spans(choice: Choice, field: Field) -> list[tuple[int, int]]:
    """Where the question's terms stand in a clause; the commonest of them are passed over."""
    if not len(field.weight):
        return []
    floor = 0.5 * float(field.weight.max())
    plain, spans = choice.task.plain, []
    for term, weight in zip(field.terms, field.weight, strict=True):
        if weight < floor:
            continue
        for form in term.forms:
            for match in re.finditer(
                re.escape(form), plain[choice.clause.start : choice.clause.end]
            ):
                spans.append(
                    (choice.clause.start + match.start(), choice.clause.start + match.end())
                )
    return spans


def _told(choice: Choice, field: Field) -> str:
    """What a task is about in a few words: its summary, and what of it the question meets."""
    about = summary(choice.task, 30)
    clause = choice.clause
    spans = relevant_spans(
        choice.task.plain, clause.start, clause.end, _term_spans(choice, field), _MET
    )
    met = elided(choice.task, spans, ())
    if met[:12] in about or about[:12] in met or len(met) > _MET:
        return about
    return f"{about}：{met}"


def _heading_evidence(choice: Choice) -> tuple[Evidence, ...]:
    """The clause that shows which task it is."""
    first = choice.task.clauses[0]
    spans = {(choice.clause.start, choice.clause.end), (first.start, first.end)}
    return tuple(Evidence(choice.task, start, end) for start, end in sorted(spans))
