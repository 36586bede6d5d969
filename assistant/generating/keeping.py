"""Whether what a model wrote still gives what the composed answer gives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.statements import Composed, Statement
from corpus.bodies import BodyNames
from corpus.models import Task
from corpus.script import plain_form

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_BETWEEN_NAMES = re.compile(r"、(?=[\u4e00-\u9fff])")
_QUOTED = re.compile(r"“([^”]{2,20})”")
_NOT_SAID = re.compile(r"[*`\s“”]")


def left_out(composed: Composed, written: Sequence[Statement], bodies: BodyNames) -> list[str]:
    """What the composed answer gives and the written statements do not.

    Where the composed answer marks what was asked for, that; else every figure, date, name and
    quoted term of its first statement, and its task among those cited.
    """
    said = _bare(" ".join(statement.text for statement in written))
    marked = [
        part
        for statement in composed.statements
        for bold in _BOLD.findall(statement.text)
        for part in _BETWEEN_NAMES.split(bold)
    ]
    if marked:
        return [part for part in dict.fromkeys(marked) if _bare(part) not in said]
    first = composed.statements[0]
    given = [part for part in _given(first, bodies) if _bare(part) not in said]
    tasks = {evidence.task.id for statement in written for evidence in statement.evidence}
    if not any(evidence.task.id in tasks for evidence in first.evidence):
        given.append(first.evidence[0].task.locator)
    return given


def _given(statement: Statement, bodies: BodyNames) -> list[str]:
    text = plain_form(statement.text)
    found: list[str] = []
    for evidence in statement.evidence:
        task: Task = evidence.task
        inside = [f for f in task.figures if evidence.start <= f.start and f.end <= evidence.end]
        found += [f.text for f in inside if plain_form(f.text) in text]
        dated = [d for d in task.dates if evidence.start <= d.start and d.end <= evidence.end]
        found += [d.text for d in dated if d.month is not None and plain_form(d.text) in text]
        plain = evidence.plain
        found += [
            plain[m.start : m.end] for m in bodies.find(plain) if plain[m.start : m.end] in text
        ]
        found += [term for term in _QUOTED.findall(plain) if term in text]
    return list(dict.fromkeys(found))


def _bare(text: str) -> str:
    return _NOT_SAID.sub("", plain_form(text))
