"""Rows asked for of several people, bodies, roles or months side by side: "A和B牵头的各有几项", "A或B牵头的"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.models import Status
from assistant.statements import Composed
from assistant.understanding.query import BodyRole, Query
from assistant.understanding.roles import LEADS, TAKES_PART

_EACH = re.compile(
    r"(?:牵头|负责)了?[^，。、]{0,3}(?:多少|几)[^，。、]{0,3}[、，和](?:又)?(?:配合|参与)|各(?!市|县|区|级|地|方|单位|部门|成员|厅|类|项|条|章)|分别|每(?:个|位|家)人?"
)
_OR = re.compile(r"或者?|还是")
_TOGETHER = re.compile(r"共同|一起|联合|同时|都|一块")
_LEADS, _TAKES_PART = re.compile(LEADS), re.compile(TAKES_PART)


def sides(query: Query) -> list[tuple[str, Query]]:
    """One query for each side that a question for rows sets beside others, by its name; [] where it
    sets none. Bodies and people joined by "和" alone are one side: a task of both is meant.
    """
    each = _EACH.search(query.text) is not None
    if not each and not (_OR.search(query.text) and not _TOGETHER.search(query.text)):
        return []
    bodies = [body for body in query.bodies if body.name not in query.units]
    if len(query.people) > 1:
        return [(name, replace(query, people=(name,))) for name in query.people]
    if len(bodies) > 1:
        return [(body.name, replace(query, bodies=(body,))) for body in bodies]
    if each and len(query.months) > 1:
        return [(f"{month}月底前", replace(query, months=(month,))) for month in query.months]
    both = _LEADS.search(query.text) and _TAKES_PART.search(query.text)
    if each and len(bodies) == 1 and both:
        name = bodies[0].name
        return [
            (label, replace(query, bodies=(BodyRole(name, role),)))
            for label, role in (("牵头", "lead"), ("参与（配合）", "participant"))
        ]
    return []


def side_by_side(query: Query, rows_of: Callable[[Query], Composed | None]) -> Composed | None:
    """The rows of every side of ``query`` as ``rows_of`` finds them, None where it has one side or
    nothing is found for any."""
    found = [(name, rows_of(side)) for name, side in sides(query)]
    told = [(name, one) for name, one in found if one is not None]
    answered = [(name, one) for name, one in told if one.status is not Status.REFUSED]
    if not answered:
        return None
    rows = {task.id: task for _, one in answered for task in one.rows or ()}
    return Composed(
        tuple(
            replace(statement, text=f"- 【{name}】{statement.text.removeprefix('- ')}")
            for name, one in answered
            for statement in one.statements
        ),
        lead="".join(one.lead for _, one in told),
        closing=" ".join(dict.fromkeys(one.closing for _, one in answered if one.closing)),
        rows=tuple(rows.values()),
        total=len(rows),
    )
