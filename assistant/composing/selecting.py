"""From a question to the tasks it limits itself to: as a catalog query, and in words."""

from __future__ import annotations

import re

from assistant.composing.duty_lines import duty_wording
from assistant.understanding.query import BodyRole, Query
from corpus.models import NUMBERED_KINDS, Corpus, DateMention, Task, TaskKind
from index.catalog import TaskQuery

_MEASURES = re.compile(
    r"(?<!不算)(?<!不含)(?<!不计)(?<!除了)(?<!不包括)(?:推进措施(?!不计|不算|不含|除外|不要|不包括)|保障措施|(?<!推进)(?<!保障)措施)"
)
_PLAIN_MONTH = re.compile(r"^\d{1,2}月(?:底|末)?(?:之?前|以前)?$")
DENIED = re.compile(
    r"(?:没有?[写带含提挂标注]?(?:明|着|上)?|不含|不是|不带|不写|除了?|而非|并非)[“\"]?(?P<words>(?:长期|持续|常态)(?:坚持|推进|开展)?)"
)
"""Words about a deadline that the tasks wanted do not have: ``words``."""
_OTHER_MONTH = re.compile(
    r"(?:不是|不在|没有?[写标定]?(?:明|在)?|除了?|而非|并非|早于|晚于)[“\"]?(?P<month>1[0-2]|[1-9])月(?:份)?(?:底|末)?(?:之?前|以前)?[”\"]?(?:完成)?(?P<behind>的|[以之]?外)"
)
"""A month that the 完成时间 of the tasks wanted does not set."""
_NO_MONTH = re.compile(
    r"(?:不定|没有?[写定标设]?[明出]?|未[写定标设]?[明出]?|不[写标]明?)(?:具体|明确|任何|到)?的?月份"
)
_STATED = re.compile(r"完成(?:时间|时限)")
"""The word of the tables: a date that only the text sets is none."""
_DATED = re.compile(r"时间(?:节)?点|时限|期限|截止(?:时间|日期)|(?:限|定)(?:在|于)20\d{2}年")
"""Words for dates set by the text."""
_DUTY_WORDS = r"负责单位|责任单位|责任部门|牵头(?:单位|部门|方)?|责任人|完成时限|完成时间|时限|(?:参与|配合)(?:单位|部门)"
_UNWRITTEN = re.compile(
    rf"(?:没有?|未)(?:[写标列注载印][有明出上]?|点[名明出]?了?|指明|明确|安排|确定|指定|规定|提到?|给出?)*(?:任何|具体|一个)?的?[“\"]?(?P<behind>{_DUTY_WORDS})"
    rf"|(?P<before>{_DUTY_WORDS})(?:一栏)?(?:都|也|是)?(?:没有?|未|空)(?:[写标列注载印][有明出上]?|明确|安排|确定|指定|着|白)"
)
_BESIDES = re.compile(
    r"20\d{2}年?的?(?:那|这)?[份个张]?(?:文件|计划|清单|任务|承诺)?的?[也都](?:算|要|包括|列|给|含|在内)"
)
"""A year that is asked for beside others, not alone ("2023年那份也算")."""
_ONE_TASK = re.compile(r"(?:那|这|该|此)一?[项条件个](?:任务|工作|事|措施|承诺)")
_ROLES = {"lead": "牵头", "participant": "参与（配合）", "": "有责任"}


def task_query(query: Query, corpus: Corpus) -> TaskQuery:
    """The catalog query for what a question names."""
    bodies = _bodies_asked(query, corpus)
    deadlines = _deadlines_named(query.text, corpus)
    named = _MEASURES.search(query.text)
    of_measures = named and (query.units or len(named.group()) > len("措施"))
    return TaskQuery(
        documents=query.documents,
        units=query.units,
        series=query.series,
        heading=query.headings[0] if query.headings else "",
        kinds=(TaskKind.MEASURE,) if of_measures else NUMBERED_KINDS,
        people=query.people,
        leads=tuple(body.name for body in bodies if body.role == "lead"),
        participants=tuple(body.name for body in bodies if body.role == "participant"),
        bodies=tuple(body.name for body in bodies if not body.role),
        deadlines=deadlines,
        deadline_months=() if deadlines or other_month(query) else query.months,
        deadline_stated=_STATED.search(query.text) is not None and _have_deadlines(query, corpus),
        due_years=query.years if sets_dates(query) and not deadlines else (),
        years=_years_limiting(query, corpus),
    )


def _years_limiting(query: Query, corpus: Corpus) -> tuple[int, ...]:
    """The years a question limits its rows to; none where it names documents beside each other and
    one of them is of other years ("先行区的和2024—2025年行动计划的")."""
    if _BESIDES.search(query.text):
        return ()
    named = [corpus.documents_by_id[document] for document in query.documents]
    of_all = all(set(query.years) & set(document.period) for document in named)
    return query.years if len(named) < 2 or of_all else ()


def sets_dates(query: Query) -> bool:
    """Whether the tasks wanted are those whose text sets a date in the years named, no month given."""
    return bool(query.years and not query.months and _DATED.search(query.text))


def dates_set(task: Task, query: Query) -> list[DateMention]:
    """The dates that a task's text sets in the months or years that a question names."""
    return [
        date
        for date in task.dates
        if date.is_due
        and (not query.months or date.month in query.months)
        and (not query.years or date.year is None or date.year in query.years)
    ]


def unwritten(query: Query) -> str:
    """What the tasks wanted do not state ("没写牵头单位的有哪几项" → 牵头单位), "" if that is not asked."""
    match = None if _ONE_TASK.search(query.text) else _UNWRITTEN.search(query.text)
    return (match.group("behind") or match.group("before")) if match else ""


def states(task: Task, what: str) -> bool:
    """Whether a task states one of the things that ``unwritten`` names."""
    duty = task.duty
    if "牵头" in what:
        return bool(duty.leads)
    if what.startswith(("参与", "配合")):
        return bool(duty.participants)
    if what == "责任人":
        return bool(duty.people)
    if what.startswith(("责任", "负责")):
        return bool(duty.bodies or duty.people)
    return duty.deadline is not None


def other_month(query: Query) -> int | None:
    """The month by whose end the tasks wanted are not due ("不是12月底前的" → 12)."""
    match = _OTHER_MONTH.search(query.text)
    return int(match.group("month")) if match else None


def sets_no_month(query: Query) -> bool:
    """Whether the tasks wanted are those whose 完成时间 names no month."""
    return _NO_MONTH.search(query.text) is not None


def _have_deadlines(query: Query, corpus: Corpus) -> bool:
    """Whether the documents asked about have a 完成时间 at all."""
    return any(task.duty.deadline for task in corpus.tasks if in_scope(task, query))


def is_limited(query: Query) -> bool:
    """Whether anything a question names limits the tasks it wants."""
    named = query.people or query.bodies or query.months or query.headings or query.series
    return bool(named or query.units or query.documents or query.years)


def in_scope(task: Task, query: Query) -> bool:
    """Whether a task stands in one of the documents and places that a question names."""
    return (
        (not query.documents or task.document_id in query.documents)
        and (not query.units or task.unit in query.units)
        and (not query.series or task.series == query.series)
    )


def described(query: Query, corpus: Corpus) -> str:
    """What was asked for, in words, for the first line of the answer."""
    titles = {d.id: d.number or f"《{d.title}》" for d in corpus.documents}
    parts = [titles[document] for document in query.documents]
    parts += [f"{year}年" for year in _years_limiting(query, corpus)]
    parts += [query.series] if query.series else []
    parts += query.units
    parts += [f"“{heading}”" for heading in query.headings[:1]]
    parts += [f"责任人含{name}" for name in query.people]
    parts += [f"{body.name}{_ROLES[body.role]}" for body in _bodies_asked(query, corpus)]
    if deadlines := _deadlines_named(query.text, corpus):
        parts.append(f"完成时间为{'或'.join(f'“{deadline}”' for deadline in deadlines)}")
    elif month := other_month(query):
        parts.append(f"完成时间不是{month}月底前")
    elif query.months:
        parts.append("、".join(f"{month}月底前" for month in query.months) + "完成")
    elif sets_dates(query):
        parts.append("写明时间点")
    if sets_no_month(query):
        parts.append("完成时间没有写月份")
    if words := duty_wording(query.text, corpus):
        parts.append(f"责任栏写“{words}”")
    elif unstated := unwritten(query):
        parts.append(f"没有写{unstated}")
    return "，".join(parts)


def _bodies_asked(query: Query, corpus: Corpus) -> list[BodyRole]:
    """The bodies that must answer for a task, not those whose table it stands in, nor the general
    phrase that its duty line has in place of a name."""
    words = duty_wording(query.text, corpus)
    return [
        body
        for body in query.bodies
        if body.name not in query.units and not (body.name in words and body.role != "participant")
    ]


def _deadlines_named(text: str, corpus: Corpus) -> tuple[str, ...]:
    """The 完成时间 of the corpus that a question quotes, the longest where one holds another; none that
    only sets a month."""
    known = {task.duty.deadline.text for task in corpus.tasks if task.duty.deadline}
    text, found = DENIED.sub(" ", text), []
    for words in sorted(known, key=lambda words: (-len(words), words)):
        if words in text and not _PLAIN_MONTH.match(words):
            found.append(words)
            text = text.replace(words, " ")
    return tuple(found)
