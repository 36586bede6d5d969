"""What a text from outside must be before anything looks at it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from assistant.web.problems import Problem, ProblemCode

MAX_NAME = 200
"""Characters a filter or an id may have; names and labels are far shorter."""

_ALLOWED_CONTROLS = frozenset("\n\r\t")


def checked_text(text: str, *, name: str, most: int) -> str:
    """``text`` unchanged. Raises Problem (422) where it is empty, longer than ``most`` characters,
    or holds control characters or characters that were no text before."""
    if not text.strip():
        raise Problem(422, ProblemCode.EMPTY_QUESTION, f"{name}是空的，请写下内容后再提交。")
    return checked_characters(text, name=name, most=most)


def checked_characters(text: str, *, name: str, most: int) -> str:
    """Like ``checked_text``, but empty is allowed."""
    if len(text) > most:
        raise Problem(
            422,
            ProblemCode.TOO_LONG,
            f"{name}有 {len(text):,} 个字符，最多 {most:,} 个。请删减，或分几次提交。",
        )
    for position, character in enumerate(text):
        if character in _ALLOWED_CONTROLS:
            continue
        category = unicodedata.category(character)
        if category in ("Cc", "Cs") or character == "\ufffd":
            what = "乱码" if character == "\ufffd" or category == "Cs" else "控制字符"
            raise Problem(
                422,
                ProblemCode.CONTROL_CHARACTERS,
                f"{name}第 {position + 1} 个字符是{what}（U+{ord(character):04X}）。"
                "请去掉它，并以 UTF-8 文本提交。",
            )
    return text


def checked_names(names: Sequence[str] | None, *, name: str) -> None:
    """Raises Problem (422) where one of ``names`` (ids, filters) is no clean short text."""
    for each in names or ():
        checked_characters(each, name=name, most=MAX_NAME)
