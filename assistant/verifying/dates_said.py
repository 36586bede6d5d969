"""Which dates of a text say by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import DateMention, Figure

_BY_WORDS = re.compile(r"底|末|前|以内|之内|年内|上半年|下半年|季度")


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
