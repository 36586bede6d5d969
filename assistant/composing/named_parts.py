"""The parts of a name with a number in it ("“十大工程”是哪十个"), where no sentence counts them up but the
same plan names exactly as many: 集成电路“强芯”工程, 先进计算“固链”工程 …"""

from __future__ import annotations

import re

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
_FEWEST = 3


def named_parts(query: Query, corpus: Corpus) -> Composed | None:
    """The parts of the name that a question quotes, None where no plan names exactly as many."""
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


def _line(task: Task, start: int, end: int, corpus: Corpus) -> Statement:
    said = task.plain[start:end]
    return Statement(f"- {place_label(task, corpus)}：{said}", (Evidence(task, start, end),))
