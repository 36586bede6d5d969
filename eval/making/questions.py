"""A question for each figure, duty and deadline that a reader could ask without ambiguity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.models import Figure, Task
from eval.making.places import Places, core
from eval.models import Case, Kind

_INDICATOR = re.compile(r"^[\u4e00-\u9fffA-Za-z“”《》、（）\-]{4,22}$")
_CHANGES = {"growth": "增长多少", "decline": "下降多少", "added": "新增多少"}


def figure_questions(places: Places) -> Iterator[Case]:
    """What a figure is, by its indicator, year and document."""
    for task in places.corpus.tasks:
        for figure in task.figures:
            asked = figure_question(places, task, figure, figure.years[-1:])
            gold = places.gold(task, max(task.body[0], figure.start - 40), figure.end)
            wording = core(figure)
            if asked is None or gold is None or wording is None:
                continue
            yield Case(
                id=f"gen-figure-{task.id}-{figure.start}",
                kind=Kind.FIGURE,
                question=asked,
                facts=((wording,),),
                citations=(gold,),
                note="由目录生成：一项数据",
                generated=True,
            )


def figure_question(
    places: Places, task: Task, figure: Figure, years: tuple[int, ...]
) -> str | None:
    """The question for a figure as if for ``years``; None where its words do not name it alone."""
    if not years or not _INDICATOR.match(figure.indicator) or not places.is_alone(figure):
        return None
    ending = _CHANGES.get(figure.change, "是多少")
    return f"{places.short_title(task)}里，{years[0]}年{figure.indicator}{ending}？"


def duty_questions(places: Places) -> Iterator[Case]:
    """Who answers for a task: persons of a table's row, lead bodies of a titled task."""
    for task in places.corpus.tasks:
        place = places.numbered_place(task)
        gold = places.gold(task, *task.body)
        if gold is None:
            continue
        if place is not None and task.duty.people:
            names = [person.name for person in task.duty.people]
            asked = f"{place}的责任人是谁？"
        elif task.title and places.title_counts[task.title] == 1 and task.duty.leads:
            names = [body.name for body in task.duty.leads]
            asked = f"{places.short_title(task)}中“{task.title}”由哪些单位牵头？"
        else:
            continue
        yield Case(
            id=f"gen-duty-{task.id}",
            kind=Kind.RESPONSIBLE,
            question=asked,
            facts=tuple((name,) for name in dict.fromkeys(names)),
            citations=(gold,),
            note="由目录生成：责任",
            generated=True,
        )


def deadline_questions(places: Places) -> Iterator[Case]:
    """By when a row of a table is to be done."""
    for task in places.corpus.tasks:
        place, deadline = places.numbered_place(task), task.duty.deadline
        gold = places.gold(task, *task.body)
        if place is None or deadline is None or gold is None:
            continue
        yield Case(
            id=f"gen-deadline-{task.id}",
            kind=Kind.DEADLINE,
            question=f"{place}什么时候完成？",
            facts=((deadline.text,),),
            citations=(gold,),
            note="由目录生成：时限",
            generated=True,
        )
