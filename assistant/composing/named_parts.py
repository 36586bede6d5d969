"""The parts of a name with a number in it ("“十大工程”是哪十个"), where no sentence counts them up but the
same plan names exactly as many: 集成电路“强芯”工程, 先进计算“固链”工程 …"""

from __future__ import annotations

import re

from assistant.composing.selecting import in_scope
from assistant.composing.wording import place_label
from assistant.statements import Composed, Evidence, Statement
from assistant.understanding.query import Query
from corpus.models import Corpus, Task
from corpus.numerals import han_to_int

_NAME = re.compile(
    r"“(?P<name>(?P<number>[一二三四五六七八九十]{1,3})大(?P<kind>[\u4e00-\u9fff]{2,4}))”"
)
_ASKED = re.compile(
    r"(?:分别|各|都|具体)?(?:是|指|有|叫|包括)[^，。？?]{0,4}(?:哪|什么|啥)|哪[一二三四五六七八九十几]"
)
_QUOTED_KIND = re.compile(
    r"(?P<many>几|多少|哪几|哪些|哪)?(?:个|种|类|名|位)?“(?P<number>[两二三四五六七八九十几])?(?P<kind>[\u4e00-\u9fff]{1,2})”"
)
"""A kind whose members one task has in quotation marks ("四员": “信息员”, “宣传员” …)."""
_QUOTED = re.compile(r"“([^”]{2,12})”")
_FEWEST = 3


def named_parts(query: Query, corpus: Corpus) -> Composed | None:
    """The parts of the name that a question quotes, None where no plan names exactly as many."""
    if (quoted := _quoted_members(query, corpus)) is not None:
        return quoted
    match = _NAME.search(query.text)
    number = han_to_int(match.group("number")) if match else None
    if match is None or number is None or number < _FEWEST or not _ASKED.search(query.text):
        return None
    part = re.compile(
        rf"(?:实施|开展|推进|推动|深入|大力|加快)*(?P<said>[\u4e00-\u9fff]{{0,12}}“(?P<own>[\u4e00-\u9fff]{{2,6}})”{match.group('kind')})"
    )
    units = {
        (task.document_id, task.unit)
        for task in corpus.tasks
        if match.group("name") in task.plain
        and (not query.documents or task.document_id in query.documents)
        and (not query.units or task.unit in query.units)
    }
    for document, unit in sorted(units):
        found: dict[str, tuple[Task, int, int]] = {}
        for task in corpus.tasks:
            if (task.document_id, task.unit) == (document, unit):
                for said in part.finditer(task.plain):
                    found.setdefault(said.group("own"), (task, *said.span("said")))
        if len(found) == number:
            return Composed(
                tuple(_line(task, start, end, corpus) for task, start, end in found.values()),
                lead=f"“{match.group('name')}”没有一处集中列出；{unit}中逐条写到的正好 **{number}个**：",
                total=number,
            )
    return None


def _quoted_members(query: Query, corpus: Corpus) -> Composed | None:
    """The words in quotation marks that end in the one-word kind a question quotes, where exactly one
    task has as many as it says, or at least three."""
    for asked in _QUOTED_KIND.finditer(query.text):
        said, kind = asked.group("number") or "", asked.group("kind")
        number = han_to_int(said.replace("两", "二")) if said and said != "几" else None
        if not asked.group("many") and not (said and _ASKED.search(query.text)):
            continue
        others = {q for q in _QUOTED.findall(query.text) if not q.endswith(kind)}
        member = re.compile(rf"“(?P<own>[\u4e00-\u9fff]{{1,6}}{kind})”")
        found = []
        for task in corpus.tasks:
            if not in_scope(task, query) or any(word not in task.plain for word in others):
                continue
            spans = {m.group("own"): m.span("own") for m in member.finditer(task.plain)}
            spans.pop(f"{said}{kind}", None)
            if len(spans) == number or (number is None and len(spans) >= _FEWEST):
                found.append((task, spans))
        if len(found) == 1:
            task, spans = found[0]
            return Composed(
                tuple(_line(task, start, end, corpus) for start, end in spans.values()),
                lead=f"{place_label(task, corpus)}写到的“{kind}”共 **{len(spans)}个**（由程序数出）：",
                total=len(spans),
            )
    return None


def _line(task: Task, start: int, end: int, corpus: Corpus) -> Statement:
    said = task.plain[start:end]
    return Statement(f"- {place_label(task, corpus)}：{said}", (Evidence(task, start, end),))
