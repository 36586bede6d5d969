"""From an understood question to the clauses that answer it, or to the reason why none does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.composing.conflicts import ConflictFinder
from assistant.composing.denials import with_premise
from assistant.composing.enumerations import counted_up
from assistant.composing.facts import FactComposer
from assistant.composing.whereabouts import asks_whereabouts, whereabouts
from assistant.composing.wording import duties_named, duty_statements
from assistant.counterparts import Told, counterparts, figures_told, is_of_another_place
from assistant.facets import FacetCutter, enumerated
from assistant.following import about_thing, holds_thing, is_of_other_thing
from assistant.models import Reason
from assistant.ranking import Choice, Ranker, Restriction, ranks_in
from assistant.refusing.nearness import support
from assistant.refusing.pointing import nearest, not_stated
from assistant.refusing.refusing import Refuser
from assistant.statements import Composed, Statement, refused, tasks_cited
from assistant.understanding.query import DUTIES, Asked, Query
from assistant.understanding.standings import asks_several_standings
from corpus.models import Corpus, Task
from index.retrieval import Field, Retriever

_CLEARLY_AHEAD = 1.25
_ON_SUBJECT = 0.22
"""By how much the best of several tasks with one number must lead, and which share of the question's
words it must hold, to be the one that is meant."""
_MOST_STANDINGS = 2
_NO_THINGS = frozenset(
    "任务 进展 安排 目标 结果 实际 计划 要求 完成 情况 数字 数据 指标 年底 年初 原定 情形 规定 报告".split()
)
"""Words for the sides of one thing; enumerated, they are no further things."""
_OF_A_TASK = DUTIES | {Asked.DATE, Asked.CONTENT}
"""What is asked of a task spoken of ("谁负责？几月底前？"), not of its subject elsewhere."""


@dataclass(frozen=True)
class FactFinder:
    """Searches, ranks, composes; refuses where the best passage is not about the question."""

    corpus: Corpus
    retriever: Retriever
    ranker: Ranker
    composer: FactComposer
    conflicts: ConflictFinder
    refuser: Refuser
    cutter: FacetCutter
    refuses: bool = True

    def compose(self, query: Query, focus: tuple[str, ...] = ()) -> Composed:
        """The answer to a question for facts; ``focus`` are tasks that the chat speaks of."""
        query = self._with_forms_excluded(query)
        facets = self.cutter.cut(query)
        composed = [self._one(facet, focus) for facet in facets]
        told = figures_told(composed)
        composed = [
            self._other_side(facet, one, told, focus)
            for facet, one in zip(facets, composed, strict=True)
        ]
        if len(facets) == 1 and asks_several_standings(query.text):
            composed += self._other_standings(facets[0], told, focus)
        answered = [one for one in composed if one.statements and one.reason is None]
        if not answered:
            items = self._uncovered_items(query, (), focus)
            return Composed(tuple(items)) if items else composed[0]
        statements = self.merged(s for one in answered for s in one.statements)
        statements += self._uncovered_items(query, statements, focus)
        closing = "\n\n".join(dict.fromkeys(one.closing for one in answered if one.closing))
        whole = replace(self.conflicts.shown(query, statements), closing=closing)
        return with_premise(query, whole, self.corpus.tasks, self.refuser.places)

    def _with_forms_excluded(self, query: Query) -> Query:
        """``query`` with what it excludes in every form that documents have for it."""
        terms = [
            term
            for words in query.excluded
            for term in self.retriever.reader.terms(words, self.retriever.words(words))
        ]
        return replace(query, excluded=tuple(form for term in terms for form in term.forms))

    def _other_side(
        self, query: Query, composed: Composed, told: Told, focus: tuple[str, ...]
    ) -> Composed:
        """``composed``, or where it is refused the counterpart of what other sides have ``told``."""
        refused_alone = composed.reason is Reason.FIGURE_NOT_STATED
        if not told or Asked.FIGURE not in query.asks:
            return composed
        if not refused_alone and not is_of_another_place(query, composed, told):
            return composed
        field = self._field(query)
        choices = self._ranked(query, field, focus, query.years)
        found = counterparts(query, choices, field, told)
        if not found:
            return composed
        rest = [choice for choice in choices if choice is not found[0]]
        statements = self.composer.compose(query, [found[0], *rest], field)
        return Composed(tuple(statements)) if statements else composed

    def with_other_sides(
        self, parts: Sequence[Query], composed: Sequence[Composed]
    ) -> list[Composed]:
        """The answers to the parts of a question, a refused one as the counterpart of what others tell."""
        told = figures_told(composed)
        sides = []
        for part, one in zip(parts, composed, strict=True):
            side = one
            for facet in self.cutter.cut(part):
                side = self._other_side(facet, side, told, ())
            sides.append(side)
        return sides

    def _other_standings(self, query: Query, told: Told, focus: tuple[str, ...]) -> list[Composed]:
        """Where else the documents asked about count what ``told`` counts, with another value."""
        if not told or Asked.FIGURE not in query.asks:
            return []
        field = self._field(query)
        choices = self._ranked(query, field, focus, query.years)
        values = {figure.value for _, figure in told}
        found: dict[str, Choice] = {}
        for choice in counterparts(query, choices, field, told):
            if not values & {figure.value for figure in choice.figures}:
                found.setdefault(choice.task.id, choice)
        return [
            Composed(tuple(self.composer.compose(query, [choice], field)))
            for choice in list(found.values())[:_MOST_STANDINGS]
        ]

    def merged(self, statements: Iterable[Statement]) -> list[Statement]:
        """Statements without repeats; what rests on the same characters is said once."""
        merged: dict[tuple[tuple[str, int, int], ...], Statement] = {}
        for statement in statements:
            before = merged.get(statement.spans)
            if before is None:
                merged[statement.spans] = statement
            elif set(statement.figures) - set(before.figures):
                both = tuple(dict.fromkeys((*before.figures, *statement.figures)))
                merged[statement.spans] = self.composer.rewritten(before, both)
        return list(merged.values())

    def _uncovered_items(
        self, query: Query, statements: Sequence[Statement], focus: tuple[str, ...]
    ) -> list[Statement]:
        """Statements for those things a question enumerates that are not answered yet."""
        found: list[Statement] = []
        said = " ".join(e.plain for s in statements for e in s.evidence)
        for item, rest in enumerated(query.topic):
            terms = self.retriever.reader.terms(item, self.retriever.words(item))
            held = [any(form in said for form in term.forms) for term in terms]
            if all(term.word in _NO_THINGS for term in terms):
                continue  # "2023年的任务、2023年的进展": sides of one thing, no further things
            if not terms or sum(held) > len(held) / 2:
                continue
            text = f"{item} {rest} {_asking(query.text)}"
            one = self._one(
                replace(query, topic=f"{item} {rest}", text=text, heads=(), compounds=()),
                tasks_cited(statements) or focus,
            )
            if one.reason is None:
                found += one.statements
        known = {statement.spans for statement in statements}
        return [s for s in self.merged(found) if s.spans not in known]

    def _one(self, query: Query, focus: tuple[str, ...]) -> Composed:
        field = self._field(query)
        choices = self._ranked(query, field, focus, query.years)
        if members := counted_up(query, choices, self.corpus):
            return Composed(tuple(members))
        told = about_thing(query, choices, field)
        choices = [*told, *(c for c in choices if c not in told)] if query.thing else choices
        if told and asks_whereabouts(query) and holds_thing(query, told[0], field):
            return Composed((whereabouts(told[0], self.corpus),))
        refusal = self.refuser.why(query, choices, field) if self.refuses or not choices else None
        if refusal is None and is_of_other_thing(query, choices[0], field):
            refusal = not_stated(choices[0])
        if refusal is None:
            statements = self.composer.compose(query, told, field)
            if not statements:
                return not_stated(choices[0])
            return Composed(tuple(statements), closing=_unnamed(query, choices[0]))
        if query.years and choices:
            other = self._ranked(query, field, focus, ())
            if other and self.refuser.why(replace(query, years=()), other, field) is None:
                return _other_year(query, other[0])
        return refusal

    def _field(self, query: Query) -> Field:
        return self.retriever.field(query.text, query.topic or query.text, query.more)

    def _ranked(
        self, query: Query, field: Field, focus: tuple[str, ...], years: tuple[int, ...]
    ) -> list[Choice]:
        plans = tuple(unit for unit in query.units if unit.endswith(("计划", "方案", "要点")))
        own = query.units if "承诺" in query.text else ()
        restriction = Restriction(
            documents=query.documents,
            units=plans or own,
            speaking_of=(*(u for u in query.units if u.endswith("市")), *query.places),
            series=query.series,
            years=years,
            tasks=focus if query.leans and query.asks and query.asks <= _OF_A_TASK else (),
        )
        return self.ranker.rank(query, field, restriction, focus)

    def candidates(self, query: Query) -> tuple[list[Choice], float | None]:
        """The ranked clauses of a question as a whole, for looking into it, and the score that its
        refusal is decided by (``support``); None where nothing was found."""
        field = self._field(query)
        choices = self._ranked(query, field, (), query.years)
        return choices, support(choices[0], field) if choices else None

    def narrowed(self, query: Query, tasks: Sequence[Task]) -> list[Task]:
        """Of tasks that share a number, the one that the question's other words are about."""
        if not any(len(term) > 1 for term in query.terms):
            return []
        field = self._field(query)
        allowed = Restriction(tasks=tuple(task.id for task in tasks))
        choices = self.ranker.rank(query, field, allowed)
        if not choices:
            return []
        best = choices[0]
        others = [choice for choice in choices if choice.place != best.place]
        clear = not others or best.score > _CLEARLY_AHEAD * others[0].score
        return [best.task] if clear and best.features["task_cover"] >= _ON_SUBJECT else []


def _unnamed(query: Query, best: Choice) -> str:
    """What is said where a duty or a rank is asked for that the passage found does not name."""
    asked = query.asks & {Asked.LEAD, Asked.PARTICIPANT}
    if asked and not any(duty_statements(best.task, frozenset({one})) for one in asked):
        return f"所引条目没有写明{duties_named(asked)}。"
    if Asked.RANK in query.asks and not ranks_in(best):
        return "所引原文没有写明名次。"
    return ""


def _asking(text: str) -> str:
    """The asking words at the end of a question, so that a part of it asks the same."""
    match = re.search(r"(?:多少|几|什么|哪)[^，。？?]*[？?]?$", text)
    return match.group() if match else ""


def _other_year(query: Query, best: Choice) -> Composed:
    if set(query.years) & set(best.task.period):
        return not_stated(best)
    asked = "、".join(f"{year}年" for year in query.years)
    held = "、".join(f"{year}年" for year in best.task.period)
    return refused(
        Reason.YEAR_NOT_COVERED,
        f"文件里没有{asked}的这项内容，相近内容属于{held}。",
        (nearest(best),),
    )
