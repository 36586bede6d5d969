"""Under which heading of its document something is written ("报告里放在哪方面讲的")."""

from __future__ import annotations

import re

from assistant.composing.wording import elided, place_label, relevant_spans
from assistant.ranking import Choice
from assistant.statements import Evidence, Statement
from assistant.understanding.query import Query
from corpus.models import Corpus
from corpus.numerals import HEADING_LABEL

_ASKED = re.compile(
    r"(?:[归放列写摆划算排]|属于?|讲|提|说)(?:在|到|于|入|进|了|的|是|(?=哪))*(?:政府工作报告|报告|文件|计划|清单)?(?:里|中)?的?"
    r"(?:哪|什么|啥)(?:一|个|几|一个|类|种)?(?:大)?(?:方面|部分|块|章节?|节|板块|领域|类别?|标题|行动|工程|任务|工作|名下|条目?下)"
    r"|(?:在|属于?)(?:[^，。？?]{0,10}[里中])?的?哪(?:一|个|一个)?(?:大)?(?:部分|章节?|节|板块|标题|块(?!地)|方面)"
)
_BODIES = re.compile(r"哪[一个些几]*(?:部门|单位|厅|局|委)")


def asks_whereabouts(query: Query) -> bool:
    """Whether a question asks where in a document something is written."""
    return _ASKED.search(query.text) is not None and not _BODIES.search(query.text)


def whereabouts(choice: Choice, corpus: Corpus) -> Statement:
    """Where a clause stands: the headings above it, and the clause itself."""
    task, clause = choice.task, choice.clause
    above = [HEADING_LABEL.sub("", heading) for heading in task.path[1:] or task.path]
    named = [f"“{heading}”" for heading in dict.fromkeys((*above, task.title)) if heading]
    spans = relevant_spans(task.plain, clause.start, clause.end, [])
    first = task.clauses[0]
    evidence = sorted({(first.start, first.end), (clause.start, clause.end)})
    return Statement(
        f"{place_label(task, corpus)}：列在{'之下的'.join(named)}，原文是：{elided(task, spans, ())}",
        tuple(Evidence(task, start, end) for start, end in evidence),
    )
