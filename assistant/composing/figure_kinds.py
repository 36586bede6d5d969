"""The figures of one kind across the tasks of a plan or document ("哪几类能源定了2025年的装机规模，各是多少")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.composing.figure_lines import figure_lines
from assistant.composing.selecting import in_scope
from assistant.statements import Composed
from assistant.understanding.query import Query
from assistant.units_asked import asked_units
from corpus.models import NUMBERED_KINDS, Corpus, Figure, Task
from corpus.units import is_measure_word, same_unit

_OF_MANY = re.compile(r"哪些|哪几(?:[类种项个处家块]|方面)|凡|[各每]一?[项条类种](?!目)|所有|全部")
_EACH = re.compile(
    r"各(?:自|要|是|为|有|定|达|办|建)*(?:多少|几)|分别[^，。？?]{0,8}(?:多少|几)|(?:都|各)(?:是|为)多少"
    r"|数(?:字|据|值|量)?[^，。？?]{0,6}(?:列|报|给)|(?:列|报)(?:全|出|一下)"
)
_PART = re.compile(r"部分|板块|[这那一二三四五六七八九十]章|之下|下面")
_OBJECTIVE = re.compile(r"总体目标|总目标|预期目标")
_NO_KIND = frozenset("指标 目标 数字 数据 数值 数目 金额 数量 任务 项目".split())
"""Words for figures as such, whatever they count."""
_CHOICE = re.compile(r"或者?|[和与及、]")
_SAID_OF_MANY = frozenset("% 元 人 人次 天 年 个月 月 周 日".split())
"""Units that so many things are measured in that they are no kind of their own."""
_FEWEST, _MOST = 2, 30


def figures_of_kind(query: Query, corpus: Corpus, words: Sequence[str]) -> Composed | None:
    """Every figure in the unit asked for, or whose indicator has the ``words`` asked for, in the
    numbered tasks of the plan or document named; None where not so asked or found in one task only."""
    scoped = query.units or query.documents
    if not scoped or query.headings or query.people or _PART.search(query.text):
        return None
    if _OBJECTIVE.search(query.text):
        return None
    if not _OF_MANY.search(query.text) or not _EACH.search(query.text):
        return None
    tasks = [task for task in corpus.tasks if task.kind in NUMBERED_KINDS and in_scope(task, query)]
    counted = {
        word
        for word in words
        if word not in _NO_KIND and any(word in f.indicator for t in tasks for f in t.figures)
    }
    units = [u for u in asked_units(query.text) if u not in _SAID_OF_MANY]
    kinds = [unit for unit in units if not _is_loose(unit)]
    if not kinds and not counted:
        return None
    any_will_do = _CHOICE.search(query.topic) is not None

    def fits(task: Task, figure: Figure) -> bool:
        if query.years and not set(figure.years) <= set(query.years):
            return False
        if kinds:
            return any(same_unit(figure.unit, unit) for unit in kinds)
        named = [word in figure.indicator for word in counted]
        return any(named) if any_will_do else all(named)

    found = [(task, [f for f in task.figures if fits(task, f)]) for task in tasks]
    found = [(task, figures) for task, figures in found if figures]
    count = sum(len(figures) for _, figures in found)
    if not _FEWEST <= count <= _MOST:
        return None
    lines = [line for task, figures in found for line in figure_lines(task, figures, corpus)]
    return Composed(
        tuple(lines),
        lead=f"这样的数据共 **{count}个**，见于 {len(found)} 项任务：",
        rows=tuple(task for task, _ in found),
        total=len(found),
    )


def _is_loose(unit: str) -> bool:
    """Whether a measure word counts things of any kind ("多少个", "几家")."""
    return is_measure_word(unit) and unit in "个项家条处件种类"
