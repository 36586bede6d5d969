"""Which dates of a text say by when, and which year it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import DateMention, Figure
from corpus.script import plain_form

_BY_WORDS = re.compile(r"底|末|前|以内|之内|年内|上半年|下半年|季度")
_YEAR_OF_DOCUMENT = re.compile(
    r"(?<![—–~～至到-])(20[0-9]{2})年(?!到|至|[—–~～-])[\u4e00-\u9fff]{0,6}?(?:工作报告|承诺事项|承诺表|公开承诺|任务清单)"
)
_DATED = re.compile(r"(20[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日")


def sets_deadline(
    date: DateMention, plain: str, start: int, end: int, figures: Sequence[Figure]
) -> bool:
    """Whether a point in time says by when, and not just in which year."""
    if date.month is None and not date.by:
        return False
    if date.year is None and date.month is None:
        return True  # "两年内", "用3年时间", "年内"
    return bool(_BY_WORDS.search(date.text)) or bool(
        re.match(r"(?:完成|前|建成|实现|到位|办结|结束)", plain[date.end : end])
    )


def year_of_text(text: str) -> int | None:
    """The year of the first full date a text names: that of its own issue; else the one year in the
    names of the documents it goes by ("按照2024年政府工作报告，今年…")."""
    plain = plain_form(text)
    match = _DATED.search(plain)
    if match:
        return int(match.group(1))
    years = {int(year) for year in _YEAR_OF_DOCUMENT.findall(plain)}
    return years.pop() if len(years) == 1 else None
