"""The heading that a question names by its number or its words, and the tasks under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.composing.selecting import in_scope
from assistant.understanding.query import Query
from corpus.models import NUMBERED_KINDS, Corpus, Task
from corpus.numerals import HEADING_LABEL, heading_number, ordinal_of

_CHAPTER_NUMBER = re.compile(r"第([一二三四五六七八九十]{1,3}|\d{1,2})(?:大)?(?:部分|章|板块)")
_YEAR = re.compile(r"20\d{2}年?")
_SHARED = 4
"""Characters in a row that question and heading must share for the one to name the other."""

_ITEM_LABEL = re.compile(r"[“\"]?([一二三四五六七八九])是[”\"]?(?=[都讲说的写提里包，？?]|$)")
"""The printed label of an item of a report."""
_ITEMS_ASKED = re.compile(
    r"(?:有|包括|分为?|列了?)(?:了|成)?(?:哪)?几(?:小)?(?:条|点|项|件|个方面|个小点)|(?:有|包括)哪些(?:条|点|项|方面|任务)"
)
_BELOW = re.compile(r"[）)](?:这|那)?(?:一)?(?:块|节|部分|组)?(?:的?(?:下面?|底下|之下|里面?|中))")


def asks_items(query: Query) -> bool:
    """Whether a question asks for the items under a heading of a report that it names by its number
    ("第三部分（四）下面有几条")."""
    at = query.reference
    heading = at is not None and at.part is not None and at.heading is None
    if at is not None and at.printed and query.units and at.part is None:
        heading = _BELOW.search(query.text) is not None
    return heading and _ITEMS_ASKED.search(query.text) is not None


def _under_number(query: Query, corpus: Corpus) -> tuple[str, list[Task]] | None:
    at = query.reference
    if at is None or len(at.ordinals) != 1:
        return None
    if at.part is None:
        return _under_bracket(query, corpus, at.ordinals[0])
    tasks = [
        task
        for task in corpus.tasks
        if in_scope(task, query)
        and len(task.path) > 1
        and task.number.endswith("是")
        and ordinal_of(task.path[0]) == at.part
        and heading_number(task.path[1]) == at.ordinals[0]
    ]
    one = len({task.document_id for task in tasks}) == 1
    return (tasks[0].path[1], tasks) if one else None


def _under_bracket(query: Query, corpus: Corpus, number: int) -> tuple[str, list[Task]] | None:
    """The group of a plan's tasks that a question names by its bracketed number ("（三）下面")."""
    tasks = [
        task
        for task in corpus.tasks
        if in_scope(task, query)
        and task.kind in NUMBERED_KINDS
        and task.path[-1].startswith("（")
        and heading_number(task.path[-1]) == number
    ]
    one = len({task.path for task in tasks}) == 1
    return (tasks[0].path[-1], tasks) if one else None


def under_heading(query: Query, corpus: Corpus) -> tuple[str, list[Task]] | None:
    """The heading a question names and the tasks under it, None where that is not clear."""
    if asks_items(query):
        return _under_number(query, corpus)
    headings: dict[tuple[str, str], list[Task]] = {}
    for task in corpus.tasks:
        in_time = not query.years or bool(set(query.years) & set(task.period))
        if in_scope(task, query) and in_time and task.kind in NUMBERED_KINDS:
            for heading in task.path:
                if heading != task.unit or ordinal_of(heading):
                    headings.setdefault((task.document_id, heading), []).append(task)
    named = heading_named(_without_bodies(query), [heading for _, heading in headings])
    found = [tasks for (_, heading), tasks in headings.items() if heading == named]
    return (named, found[0]) if named is not None and len(found) == 1 else None


def _without_bodies(query: Query) -> str:
    """A question less the bodies it names: 省生态环境厅 names no heading on 生态环境."""
    text = query.text
    for name in (*(body.name for body in query.bodies), *query.wanted_units):
        for said in (name, name.removeprefix("省")):
            text = text.replace(said, " ")
    return text


def item_under_heading(query: Query, corpus: Corpus) -> Task | None:
    """The item a question names by its printed label under a heading named in words ("降碳那一节的
    “二是”"); None where it names none."""
    label = _ITEM_LABEL.search(query.text)
    found = under_heading(query, corpus) if label else None
    if label is None or found is None:
        return None
    tasks = [task for task in found[1] if task.number == f"{label.group(1)}是"]
    return tasks[0] if len(tasks) == 1 else None


def heading_named(text: str, headings: Sequence[str]) -> str | None:
    """The one heading a question names by its number or by the most words in a row; None if unclear."""
    if match := _CHAPTER_NUMBER.search(text):
        wanted = ordinal_of(match.group(1))
        numbered = [h for h in headings if "、" in h and ordinal_of(h) == wanted]
        if len(set(numbered)) == 1:
            return numbered[0]
    weighed = sorted(
        {(-longest_shared(text, _YEAR.sub("", HEADING_LABEL.sub("", h))), h) for h in headings},
    )
    if not weighed or -weighed[0][0] < _SHARED:
        return None
    if len(weighed) > 1 and weighed[0][0] == weighed[1][0]:
        return None
    return weighed[0][1]


def longest_shared(one: str, other: str) -> int:
    """How many characters in a row two texts share at most."""
    best = 0
    for start in range(len(other)):
        while start + best < len(other) and other[start : start + best + 1] in one:
            best += 1
    return best
