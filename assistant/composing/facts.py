"""Answers drawn from the clauses that hold them: figures, deadlines, who is responsible, open questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.composing.enumerations import enumerations
from assistant.composing.marking import (
    marked_figures,
    same_of_another_case,
    same_of_another_thing,
    wants_all_figures,
    wants_each,
    wants_every_goal,
)
from assistant.composing.wording import (
    LONG_CLAUSE,
    deadline_statement,
    duty_statements,
    elided,
    place_label,
    relevant_spans,
    summary,
)
from assistant.ranking import Choice, ranks_in
from assistant.statements import Evidence, Statement
from assistant.understanding.query import DUTIES, Asked, Intent, Query
from corpus.models import Corpus, Figure, Task
from index.retrieval import Field

_MORE_COVER = 0.18
"""A further clause is shown if it holds this share of the question's terms beyond those shown."""
_MOST_CLAUSES = 3
_WHOLE_TASK = 600
"""Characters up to which a task is told whole where a question wants to know what it has in it."""
_KINDS = re.compile(
    r"哪几[类种个项方]|哪些(?:方面|类|种|内容|举措|措施)|几[类种]|包括(?:哪些|什么)|分别(?:是|有)(?:什么|哪)"
)
_SHORT_ANSWER = 170
"""Characters up to which clauses of the best task are shown for an open question."""
_CLOSE = 0.86
"""A further task answers an open question too if its score comes this near to the best one's."""
_MET = 60
"""Characters of what a question meets of a task, told behind its summary."""
_SEVERAL = 4
"""Things that a clause counts up from which on they are told as members."""
_MEMBERS = re.compile(r"哪[一二两三四五六七八九十\d]{1,2}[个项大类条种家座部]")
"""Words that ask for the members of something."""


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
            around = [best] if query.thing else self._around(query, choices, best)
            shown = around + self._other_tasks(choices)
        elif wants_all_figures(query.text):
            shown += [c for c in choices if c.place == best.place and c.figures and c not in shown]
        elif Asked.FIGURE in query.asks:
            marked = marked_figures(query, best, field)
            each = wants_each(query.text)
            shown += [
                c
                for c in choices
                if c not in shown
                and (
                    same_of_another_case(c, best, marked)
                    or (each and same_of_another_thing(query, c, best, marked))
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
                marked = marked_figures(query, choice, field)
                figures += [(choice.task, figure) for figure in marked]
                wanted = [(f.start, f.end) for f in marked] + _term_spans(choice, field)
                wanted += _counted_up(choice) if _MEMBERS.search(query.text) else []
                wanted += ranks_in(choice) if Asked.RANK in query.asks else []
                wanted += [(d.start, d.end) for d in choice.task.dates] if timed else []
                whole = wants_every_goal(query.text) and len(marked) > 1
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


def _counted_up(choice: Choice) -> list[tuple[int, int]]:
    """Where a clause counts several things up."""
    clause = choice.clause
    runs = enumerations(choice.task.plain, clause.start, clause.end)
    return [(run.start, run.end) for run in runs if run.count >= _SEVERAL]


def _dates_in(choice: Choice) -> bool:
    return bool(choice.task.dates_in(choice.clause.start, choice.clause.end))


def _sets_date(choice: Choice) -> bool:
    """Whether a clause names a month or day by which something is due, not just a year."""
    dates = choice.task.dates_in(choice.clause.start, choice.clause.end)
    return any(date.by and date.month for date in dates)


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
