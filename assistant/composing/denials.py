"""Premises that do not hold: what a question takes for granted and the passages contradict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from assistant.composing.wording import leads_statement, people_statement
from assistant.models import Reason, Status
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.query import Intent, Query
from corpus.bodies import same_body
from corpus.models import Bound, Figure, Task
from corpus.places import short_place
from corpus.quantities import Quantity, find_quantities
from corpus.units import compatible_measure_word, same_amount, same_unit
from index.terms import pairs_held
from index.tokenizing import general_frequency

_ANSWERS_FOR = re.compile(r"负责|分管|责任人|牵头|主管|落实")
_ASKS_WHO = re.compile(r"哪些|哪几|哪个|哪家|谁|什么")
_CONDITION = re.compile(r"哪些|哪几|列出|找出")
_MOSTLY_NAMED = 0.6
"""Share of the pairs of characters of a figure's indicator that must stand beside a quantity."""
_NAME = 2
"""Characters by which a proper name is told from a word: none of general Chinese."""


def with_premise(
    query: Query, composed: Composed, tasks: Sequence[Task], cities: Iterable[str]
) -> Composed:
    """``composed``, marked as resting on a false premise where the question takes a duty, a city or a
    quantity for granted that the documents contradict; ``tasks`` and ``cities`` are all there are."""
    told = composed.statements
    if (denied := _denied_duty(query, told)) is not None:
        return _denying(composed, f"问题说是{denied[0]}，与文件不符。", (*told, denied[1]))
    if (denied := _denied_place(query, tasks, cities)) is not None:
        return _denying(composed, f"问题说是{denied[0]}的，与文件不符。", (denied[1], *told))
    if (denied := _denied_quantity(query, told)) is not None:
        lead = f"问题中的“{denied[0]}”与文件不符，以下列原文为准。"
        return _denying(composed, lead, (denied[1], *told))
    return composed


def _denying(composed: Composed, lead: str, statements: tuple[Statement, ...]) -> Composed:
    return replace(
        composed,
        status=Status.ANSWERED_PARTLY,
        reason=Reason.FALSE_PREMISE,
        statements=statements,
        lead=lead,
    )


def _denied_quantity(query: Query, statements: Sequence[Statement]) -> tuple[str, Statement] | None:
    """The quantity that a question takes for granted and the passages contradict, and what they say.

    Only where a passage has a figure of the same unit for what the question names, and no passage
    has the one the question states.
    """
    held: dict[Figure, Task] = {}
    for evidence in (evidence for statement in statements for evidence in statement.evidence):
        for figure in evidence.task.figures_in(evidence.start, evidence.end):
            held.setdefault(figure, evidence.task)
    for quantity in find_quantities(query.text):
        if not quantity.unit or _CONDITION.search(query.text):
            continue
        stated = any(
            same_amount(f.value, f.unit, quantity.value, quantity.unit)
            or f.value == quantity.value
            or (quantity.bound is Bound.MORE_THAN and _just_above(f.value, quantity.value))
            for f in held
        )
        alike = [
            figure
            for figure in held
            if same_unit(figure.unit, quantity.unit)
            or compatible_measure_word(figure.unit, quantity.unit)
        ]
        near = [figure for figure in alike if _named_beside(query.text, quantity, figure)]
        if near and not stated:
            told = near[0]
            evidence = Evidence(held[told], told.start, told.end)
            return quantity.text, Statement(f"文件写的是“{told.text}”", (evidence,))
    return None


def _just_above(value: Decimal, floor: Decimal) -> bool:
    """Whether "8000多" may be said of a value."""
    return floor <= value < 2 * floor


def _denied_duty(query: Query, statements: Sequence[Statement]) -> tuple[str, Statement] | None:
    """The duty that a question takes for granted and the task found contradicts, and what that says."""
    if query.intent in (Intent.LIST, Intent.COUNT) or not statements or len(query.terms) < 3:
        return None
    task = statements[0].evidence[0].task
    people = {named.name for named in task.duty.people}
    claimed = [name for name in query.people if name not in people]
    told = people_statement(task)
    if claimed and people and told and _ANSWERS_FOR.search(query.text):
        return f"{claimed[0]}负责", told
    leads = {named.name for named in task.duty.leads}
    bodies = [body.name for body in query.bodies if body.role == "lead"]
    wrong = [name for name in bodies if not any(same_body(name, lead) for lead in leads)]
    told = leads_statement(task)
    if wrong and leads and told and not _ASKS_WHO.search(query.text):
        return f"{wrong[0]}牵头", told
    return None


def _named_beside(text: str, quantity: Quantity, figure: Figure) -> bool:
    """Whether the words beside a quantity name the figure's indicator."""
    left = max(text.rfind(mark, 0, quantity.start) for mark in "，。；？！：,") + 1
    beside = text[max(left, quantity.start - 30) : quantity.end + 14]
    return pairs_held(figure.indicator, beside) >= _MOSTLY_NAMED


def _denied_place(
    query: Query, tasks: Sequence[Task], cities: Iterable[str]
) -> tuple[str, Statement] | None:
    """The city that a question gives a thing to, and what the documents write, where they only ever
    write it as another city's ("青岛老岚水库" for 烟台老岚水库)."""
    names = sorted({short_place(city) for city in cities})
    for city in names:
        named = re.search(rf"{city}市?的?(?P<thing>[\u4e00-\u9fff]{{2,8}})", query.text)
        if named is None or general_frequency(named.group("thing")[:_NAME]):
            continue
        thing = named.group("thing")
        if any(city + thing[:_NAME] in t.plain or _is_own(t, city, thing) for t in tasks):
            continue
        for task in tasks:
            for other in names:
                at = task.plain.find(other + thing[:_NAME])
                if at < 0:
                    continue
                end = at + len(other)
                alike = takewhile(
                    lambda two: two[0] == two[1], zip(thing, task.plain[end:], strict=False)
                )
                end += len(list(alike))
                told = Statement(f"文件写的是“{task.plain[at:end]}”", (Evidence(task, at, end),))
                return city, told
    return None


def _is_own(task: Task, city: str, thing: str) -> bool:
    """Whether a city's own document names a thing."""
    return city in (short_place(task.unit), short_place(task.place)) and thing[:_NAME] in task.plain
