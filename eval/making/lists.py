"""Complete lists and counts: every task of a person, of a lead body, of a deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.models import Task, TaskKind
from eval.making.places import Places
from eval.models import Case, Kind

_FEWEST, _MOST = 2, 12
"""One row is no list; a list of more rows is the same test with a longer answer."""

_Group = tuple[str, str, list[Task]]
"""Key for the id, the condition in words, the tasks that meet it."""


def list_questions(places: Places) -> Iterator[Case]:
    """Which tasks meet one condition, with the complete set of rows."""
    for key, words, tasks in _groups(places):
        gold = [places.gold(task, *task.body) for task in tasks]
        quotes = tuple(one for one in gold if one is not None)
        if len(quotes) == len(tasks):
            yield Case(
                id=f"gen-list-{key}",
                kind=Kind.LIST,
                question=f"{words}有哪些？",
                facts=(_count(len(tasks)),),
                citations=quotes,
                rows=tuple(task.id for task in tasks),
                note="由目录生成：完整清单",
                generated=True,
            )


def count_questions(places: Places) -> Iterator[Case]:
    """How many tasks meet one condition."""
    for key, words, tasks in _groups(places):
        yield Case(
            id=f"gen-count-{key}",
            kind=Kind.COUNT,
            question=f"{words}一共有多少项？",
            facts=(_count(len(tasks)),),
            note="由目录生成：计数",
            generated=True,
        )


def _count(number: int) -> tuple[str, ...]:
    return tuple(f"{number}{word}" for word in ("项", "条", "个"))


def _groups(places: Places) -> Iterator[_Group]:
    for document in places.corpus.documents:
        tasks = [task for task in places.corpus.tasks if task.document_id == document.id]
        title = document.short_titles[0] if document.short_titles else document.title
        for one in (*_by_person(title, tasks), *_by_lead(title, tasks), *_by_deadline(tasks)):
            if _FEWEST <= len(one[2]) <= _MOST:
                yield f"{document.id}-{one[0]}", one[1], one[2]


def _by_person(title: str, tasks: Sequence[Task]) -> Iterator[_Group]:
    names = dict.fromkeys(person.name for task in tasks for person in task.duty.people)
    for name in names:
        rows = [task for task in tasks if name in {one.name for one in task.duty.people}]
        yield name, f"{title}中由{name}负责的承诺事项", rows


def _by_lead(title: str, tasks: Sequence[Task]) -> Iterator[_Group]:
    """Only bodies whose tasks are all numbered main tasks: whether 推进措施 count is arguable."""
    names = dict.fromkeys(body.name for task in tasks for body in task.duty.leads)
    for name in names:
        rows = [task for task in tasks if name in {one.name for one in task.duty.leads}]
        if all(task.kind is TaskKind.COMMITMENT for task in rows):
            yield name, f"{title}中由{name}牵头的任务", rows


def _by_deadline(tasks: Sequence[Task]) -> Iterator[_Group]:
    """Only deadlines that words and month agree on within a unit."""
    dated = [task for task in tasks if task.duty.deadline is not None]
    keys = dict.fromkeys((task.unit, task.duty.deadline) for task in dated)
    for unit, text, month in dict.fromkeys(
        (unit, deadline.text, deadline.month) for unit, deadline in keys if deadline is not None
    ):
        rows, near = [], []
        for task in dated:
            deadline = task.duty.deadline
            if deadline is not None and task.unit == unit:
                if deadline.text == text:
                    rows.append(task)
                if deadline.month == month:
                    near.append(task)
        if month is not None and rows == near:
            yield f"{unit}-{text}", f"{unit}完成时间为“{text}”的承诺事项", rows
