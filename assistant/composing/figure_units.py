"""The figures measured in the unit that a question names ("用百分比表示的有几个", "以亿元计的指标有哪些")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.composing.figure_lines import figure_lines
from assistant.composing.selecting import in_scope
from assistant.statements import Composed
from assistant.understanding.query import Query
from corpus.models import Corpus, Figure, Task, TaskKind
from corpus.quantities import find_quantities
from corpus.units import same_unit

_SHARE = r"百分比|百分数|百分率|百分之几|%|％"
_MEASURED = re.compile(
    rf"(?:用|以|按|拿)(?P<unit>{_SHARE}|[万亿千百十]{{0,2}}[\u4e00-\u9fff]{{1,3}}?)(?:来|的?形式)?(?:表示|表达|计量|计算|计|衡量|(?:为|作|作为|做)单位)"
    rf"|单位(?:是|为|用的是|写的是)[“\"]?(?P<of>{_SHARE}|[万亿千百十]{{0,2}}[\u4e00-\u9fff]{{1,3}})[”\"]?的"
    rf"|(?:是|为)(?P<share>{_SHARE})(?:形式|类)?的|(?P<kind>百分比|百分数)的(?=指标|目标|数据|数字|数)"
)
_OBJECTIVE = re.compile(r"总体目标|总目标")
_MANY = re.compile(r"几|多少|哪些|哪|列|数一?数")


def unit_named(text: str) -> str:
    """The base unit that a question wants figures in, "" where it names none."""
    match = _MEASURED.search(text)
    said = next((one for one in match.groups() if one), "") if match else ""
    if re.fullmatch(_SHARE, said):
        return "%"
    read = find_quantities(f"3{said}") if said else []
    return read[0].unit if read and not read[0].start and read[0].end == len(said) + 1 else ""


def without_unit(query: Query) -> Query:
    """``query`` without the words that only name the unit and where in a plan its figures stand."""
    return replace(query, topic=_OBJECTIVE.sub(" ", _MEASURED.sub(" ", query.topic)))


def figures_in_unit(
    query: Query,
    corpus: Corpus,
    relevant: Callable[[Task, Figure], bool],
    answered: Callable[[], Composed],
) -> Composed | None:
    """The figures in the unit named: all of a unit's or document's that are ``relevant`` where it names
    one of those only, else those beside each other in the passage that is ``answered`` with."""
    unit = unit_named(query.text)
    if not unit or not _MANY.search(_MEASURED.sub(" ", query.text)):
        return None
    found = [
        (task, figure)
        for task in corpus.tasks
        if query.units
        and (task.kind is TaskKind.OBJECTIVE or not _OBJECTIVE.search(query.text))
        and in_scope(task, query)
        and (not query.years or set(query.years) & set(task.period))
        for figure in task.figures
        if same_unit(figure.unit, unit) and relevant(task, figure)
    ]
    if not query.units:
        told = next((s for s in answered().statements if s.evidence), None)
        if told is None:
            return None
        held = told.evidence[0]
        clause = next(c for c in held.task.clauses if c.start <= held.start < c.end)
        found = [
            (held.task, figure)
            for figure in held.task.figures
            if clause.start <= figure.start < clause.end and same_unit(figure.unit, unit)
        ]
    if not found:
        return None
    tasks = tuple(dict.fromkeys(task for task, _ in found))
    lines = [
        line
        for task in tasks
        for line in figure_lines(task, [f for other, f in found if other is task], corpus)
    ]
    return Composed(
        tuple(lines),
        lead=f"以“{unit}”为单位的数据共 **{len(found)}个**（由程序数出）：",
        rows=tasks,
        total=len(found),
    )
