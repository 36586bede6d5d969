"""The members of a stated number: asked for by name where the documents only count them.

"52家企业入围民营企业500强，都有谁": every passage that writes the number is looked at; where none names
them beside it, the question is refused, whichever passage is the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.composing.selecting import in_scope
from assistant.models import Reason
from assistant.ranking import Choice
from assistant.refusing.nearness import HEAD_HELD
from assistant.refusing.pointing import located
from assistant.statements import Composed, Statement, refused
from assistant.understanding.query import Asked, Query
from corpus.models import Corpus, Figure, Task
from corpus.numerals import han_to_int
from corpus.units import same_unit
from index.retrieval import Field

_MEASURES = "家个所座条种名位类处对件"
_NUMBER = re.compile(
    rf"(?<![\d.第])(?P<digits>\d{{1,6}})(?P<unit>[{_MEASURES}])|(?<!第)(?<!哪)(?P<han>[两二三四五六七八九十百]{{1,3}})(?P<measure>[{_MEASURES}])"
)
_ASKED = re.compile(
    r"叫(?:什么|啥)(?:名字?)?"
    rf"|(?:是|有|选的?是?|选了|通|包括|涉及)(?:的)?哪(?:几|些|\d+|[两二三四五六七八九十]{{1,2}})?[{_MEASURES}](?!文件|报告|计划|方案|市|县|单位|部门)"
    r"|(?:是|有|通)哪些(?!文件|报告|要求|措施|内容|任务|单位|部门)"
    r"|(?:都|分别|具体|各)(?:是|有)(?:谁|什么|啥)|有谁|名单"
)
_OFFICE = re.compile(r"责任|负责|牵头|联系|分管|领导|承诺|部门|配合|参与|落实|措施|要求")
_ALIKE = 0.5
_BEFORE, _BEHIND, _NOUN = 40, 30, 14
_NAMED_BEHIND = re.compile(r"[：（—]|分别|包括|包含|即|依托|涵盖")


def untold_members(query: Query, corpus: Corpus) -> Composed | None:
    """The refusal of a question for the members of a number that the documents only count; None where
    one of them names any, or none has that number."""
    text = query.text
    if not _ASKED.search(text) or _OFFICE.search(text) or Asked.PLACE in query.asks:
        return None
    for number in _NUMBER.finditer(text):
        if not _ASKED.search(text, number.end()):
            continue
        found = [
            (task, figure)
            for task in corpus.tasks
            if in_scope(task, query)
            for figure in task.figures
            if _is_of(number, figure) and _is_meant(query, task, figure)
        ]
        if found and not any(_names(task, figure) for task, figure in found):
            return refused(Reason.FIGURE_NOT_STATED, _ONLY_COUNTED, _nearest(found))
    return None


_ONLY_COUNTED = "文件只写了数量，没有逐一列出名称。"


def _nearest(found: Sequence[tuple[Task, Figure]]) -> tuple[Statement, ...]:
    task, figure = found[0]
    clauses = [c for c in task.clauses if c.start <= figure.start < c.end]
    return tuple(located(task, c.start, c.end) for c in clauses[:1])


def _is_of(number: re.Match[str], figure: Figure) -> bool:
    value = number.group("digits") or str(han_to_int(number.group("han")) or "")
    unit = number.group("unit") or number.group("measure")
    return bool(value) and figure.value == Decimal(value) and same_unit(figure.unit, unit)


def _is_meant(query: Query, task: Task, figure: Figure) -> bool:
    """Whether what stands around a figure is what the question is about."""
    plain = task.plain
    words = [word for word in query.terms if len(word) > 1 and not word.isdigit()]
    around = plain[max(0, figure.start - _BEFORE) : figure.end + _BEHIND]
    counted = plain[max(0, figure.start - _NOUN) : figure.end + _NOUN]
    held = [word for word in words if word in around or word in task.unit]
    return len(held) >= len(words) * _ALIKE and any(word in counted for word in held)


def _names(task: Task, figure: Figure) -> bool:
    """Whether names stand directly before a figure ("甲、乙等3家") or are announced behind it."""
    plain = task.plain
    before = re.split(r"[，。；：]", plain[: figure.start])[-1]
    if before.count("、") and not before.endswith("、"):
        return True
    behind = re.split(r"[。；]", plain[figure.end :])[0][:_BEHIND]
    return _NAMED_BEHIND.search(behind) is not None or "、" in re.split(r"[，]", behind)[0]


_PART_OF = re.compile(
    r"(?<!\d)\d[\d.万亿]*(?![\d.万亿年月日])[^，。？?]{1,14}?(?:里头|里面|当中|其中|之中|中|(?<!公)里)，?(?P<part>[^，。？?]{1,14}?)的?(?:有|占|是)?了?(?:几|多少)"
)
_SHARE_OF = re.compile(
    r"[^，。？?]{2,14}?(?:里头?|里面|当中|其中|之中)，?(?P<part>[^，。？?]{1,10}?)占了?(?:几|多少)(?!分之|成|%|百分|比)"
)


def is_untold_part(query: Query, choice: Choice, field: Field) -> bool:
    """Whether a part of a stated number is asked for ("245条里头，跑东南亚的有几条"), and the clause
    has none of its words."""
    match = _PART_OF.search(query.text) or _SHARE_OF.search(query.text)
    if match is None:
        return False
    held = [
        float(field.in_clauses[choice.clause_place, column])
        for column, term in enumerate(field.terms)
        if term.word in match.group("part") and len(term.word) > 1
    ]
    return bool(held) and max(held) < HEAD_HELD
