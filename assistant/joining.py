"""A question that asks several things: what each part looks at, and their answers made one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from assistant.models import Status
from assistant.replies import ending_of_part
from assistant.statements import Composed, Statement
from assistant.understanding.query import Outlook, Query
from assistant.understanding.scope import names_whole_province
from corpus.models import Corpus


def lean_apart(parts: Sequence[Query]) -> bool:
    """Whether the parts of a question lean on different questions before it."""
    return len({id(part.before) for part in parts if part.before is not None}) > 1


def focus_of_part(part: Query, focus: tuple[str, ...], corpus: Corpus) -> tuple[str, ...]:
    """Of the tasks spoken of (``focus``) those that look back or ahead as a part of the question does; no
    city's own where it turns to the province ("省里哪些部门牵头")."""
    if names_whole_province(part.text) and not (part.leans or part.units or part.places):
        focus = tuple(task_id for task_id in focus if not corpus.tasks_by_id[task_id].place)
    if part.outlook not in (Outlook.BACK, Outlook.AHEAD):
        return focus
    back = part.outlook is Outlook.BACK
    return tuple(task_id for task_id in focus if corpus.tasks_by_id[task_id].looks_back == back)


def joined(
    asked: Sequence[Query],
    parts: Sequence[Composed],
    merged: Callable[[Iterable[Statement]], list[Statement]],
) -> Composed:
    """The answers to the parts of one question, as one; partly answered if one part was refused.

    ``merged`` says what statements of several parts have in common once.
    """
    answered = [part for part in parts if part.status is not Status.REFUSED]
    if not answered:
        return parts[0]
    statements = merged(s for part in answered for s in part.statements)
    missing = [part for part in parts if part.status is Status.REFUSED]
    notes = [
        f"另外，{ending_of_part(query.said, part.reason, part.lead)}"
        for query, part in zip(asked, parts, strict=True)
        if part.status is Status.REFUSED and part.reason
    ]
    closing = [part.closing for part in answered if part.closing]
    return Composed(
        statements=tuple(statements),
        status=Status.ANSWERED_PARTLY if missing else Status.ANSWERED,
        reason=missing[0].reason if missing else None,
        lead="\n\n".join(dict.fromkeys(part.lead for part in answered if part.lead)),
        closing="\n\n".join(dict.fromkeys((*closing, *notes))),
        rows=next((part.rows for part in answered if part.rows is not None), None),
        total=next((part.total for part in answered if part.total is not None), None),
    )
