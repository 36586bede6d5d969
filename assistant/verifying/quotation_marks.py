"""Which quotation marks of a pasted text enclose statements, and which only names."""

from __future__ import annotations

import re
from collections.abc import Callable

_LITERAL = re.compile(
    r"(?:写道|写着|写明|原文(?:写)?(?:是|为|写)?|原话(?:是|为)?|原句(?:是|为)?|表述(?:是|为)?|明确写|所写|字样|写的是)[：:，,]?$"
)
_OF_THE_PRESS = re.compile(r"稿|报道|报纸|文章|帖子|推文|新闻|媒体|记者|网友|读者|公众号|微博")
_LONG_QUOTE = 16
_SHORT_STATEMENT = re.compile(
    r"[\u4e00-\u9fff]{3,}.*(?:达到?|[至到为]|增长|增加|提高|提升|上升|下降|降低|减少|新增|突破|超过|不低于|不少于|不超过|建成|完成|建设|实现|培育"
    r"|开工|改造|控制在|稳定在|保持在)[^0-9]{0,4}(?:[0-9][0-9.,]*|百分之[一二三四五六七八九十百点]+|[一二三四五六七八九]成).{0,8}$"
)
"""A noun, a verb and a figure, with no comma: a statement, though as short as a name."""
_SHORT_FACT = re.compile(
    r"(?:20[0-9]{2}年)?[\u4e00-\u9fff]{4,}[0-9][0-9.,]*(?:%|[万亿]?[\u4e00-\u9fff]{1,4})$"
)
"""A noun and a figure: a statement where no noun follows that it could be the name of."""


def opened(
    plain: str, is_name: Callable[[str], bool] = lambda inside: False
) -> tuple[str, list[tuple[int, int]]]:
    """The text with quotation marks around whole statements made into breaks, and which of these
    quotations are given as literal words. Short quotations, and what ``is_name`` knows as one, are
    names and stay."""
    chars = list(_with_paired_marks(plain))
    literals: list[tuple[int, int]] = []
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        if char in "“「":
            stack.append(at)
        elif char in "”」" and stack:
            pairs.append((stack.pop(), at))
    for start, end in pairs:
        inside = plain[start + 1 : end]
        if is_name(inside):
            continue
        literal = chars[start] == "「" or _given_as_written(plain, start)
        if _says_a_figure(chars, start, end, inside):
            chars[start] = chars[end] = "　"  # what follows ("…由省教育厅牵头") belongs to it
            continue
        statement = (
            len(inside) >= _LONG_QUOTE and re.search(r"[，。；：]|[0-9]|百分之", inside)
        ) or re.search(r"[。；！]", inside)
        if literal and len(inside) >= 6:
            literals.append((start + 1, end))
        if statement or (literal and len(inside) >= 6):
            chars[start], chars[end] = "。" if literal and len(inside) >= 6 else "，", "。"
    return "".join(chars), literals


def _given_as_written(plain: str, start: int) -> bool:
    """Whether a quotation is given as the words of a document, not as those of a draft or a report."""
    if _LITERAL.search(plain[max(0, start - 8) : start]) is None:
        return False
    begin = max(plain.rfind(mark, 0, start) for mark in "。！？；\n") + 1
    return _OF_THE_PRESS.search(plain, begin, start) is None


def _with_paired_marks(plain: str) -> str:
    """Straight quotation marks made into opening and closing ones, in turn."""
    out = []
    opening = True
    for char in plain:
        if char == '"':
            out.append("“" if opening else "”")
            opening = not opening
        else:
            out.append("“" if char == "『" else "”" if char == "』" else char)
    return "".join(out)


def _says_a_figure(chars: list[str], start: int, end: int, inside: str) -> bool:
    """Whether a short quotation that begins a sentence states a figure (“…占比达到60%”)."""
    begins = start == 0 or chars[start - 1] in "，。：:；！？ 　\n"
    if not begins or len(inside) > _LONG_QUOTE:
        return False
    alone = end + 1 >= len(chars) or chars[end + 1] in "，。；！？\n"
    return bool(_SHORT_STATEMENT.match(inside) or (alone and _SHORT_FACT.match(inside)))
