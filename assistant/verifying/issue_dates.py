"""The date of issue by which a claim names its document: "2024年4月印发的行动计划".

It is a date of the document, no year of the figures; the register knows the dates it is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.models import Difference
from assistant.verifying.findings import Finding, State
from corpus.models import Document

_ISSUED = re.compile(
    r"(?P<date>(?P<year>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月份?(?:(?P<day>[0-9]{1,2})日)?)?)"
    r"(?:正式|由?(?:[\u4e00-\u9fff]{0,3}[省市])?(?:委|政府|人民政府)(?:办公厅)?)?(?:印发|发布|出台|公布|下发|颁布|公开)(?:的|(?=《))"
    r"(?=《|(?:[一这那][份个]|该)?[\u4e00-\u9fff“”]{0,16}?(?:计划|方案|规划|通知|报告|文件|意见|清单|公告|任务|事项|要点|办法|细则|决定))"
)


@dataclass(frozen=True, slots=True)
class IssueDate:
    """A date of issue as a claim gives it; ``month`` and ``day`` are None where it names none."""

    text: str
    year: int
    month: int | None
    day: int | None
    start: int
    end: int


def issue_dates(plain: str, start: int, end: int) -> Iterator[IssueDate]:
    """Where plain[start:end] names a document by its date of issue; offsets count in ``plain``."""
    for match in _ISSUED.finditer(plain, start, end):
        month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
        yield IssueDate(match["date"], int(match["year"]), month, day, *match.span())


def judge_issue_date(said: IssueDate | None, document: Document) -> Iterator[Finding]:
    """The date of issue a claim gives its document, against that of ``document`` in the register."""
    if said is None:
        return
    if document.issued is None:
        titled = said.month is None and str(said.year) in document.title
        state = State.SAME if titled else State.ABSENT
        yield Finding(state, stated=f"{said.text}印发", kind="issued")
        return
    issued = document.issued
    written = (issued.year, issued.month, issued.day)
    given = (said.year, said.month, said.day)
    if all(one is None or one == other for one, other in zip(given, written, strict=True)):
        yield Finding(State.SAME)
        return
    found = f"{issued.year}年{issued.month}月{issued.day}日印发"
    yield Finding(State.DIFFERS, Difference.YEAR, f"{said.text}印发", found, kind="issued")
