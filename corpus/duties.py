"""Who answers for a task and by when, as printed: people, bodies with their role, deadlines."""

from __future__ import annotations

import re

from corpus.models import Deadline, Duty, Named

_ROLE = re.compile(
    r"(牵头单位|牵头部门|主办单位|责任单位|责任部门|负责单位|承办单位|"
    r"配合单位|配合部门|参与单位|参与部门|协办单位|协助单位)[：:]"
)
_SECOND_ROLES = ("配合", "参与", "协办", "协助")
_SHARED = re.compile(r"按照?(?:各自)?职[责能]分工(?:分别|共同)?负责")
_BRACKET = re.compile(r"[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]\s*[。；]?\s*$")
# "省有关部门、单位" is one name
_SEPARATOR = re.compile(r"、(?!单位$|单位(?=[，、；）)]))|[，,；;]")
_MONTH = re.compile(r"(\d{1,2})月(?:底|末|份)?(?:之?前|以前|完成)?")
_STANDING = ("长期", "持续", "常态")
_PADDED = re.compile(r"(?<![^\s])([\u4e00-\u9fff])[ \u3000]{2,}([\u4e00-\u9fff])(?![^\s])")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,}")


def duty_bracket(plain: str, start: int) -> tuple[int, int] | None:
    """Text offsets of the closing bracket that names who is responsible, brackets included.

    Only the last bracket of a task can be its duty; an earlier one is part of the sentence.
    """
    match = _BRACKET.search(plain, start)
    if match is None or not (_ROLE.search(match.group(1)) or _SHARED.search(match.group(1))):
        return None
    return match.start(), match.end()


def bodies_in_bracket(plain: str, start: int, end: int) -> Duty:
    """The bodies of a duty bracket plain[start:end], each with the role it stands under."""
    leads: list[Named] = []
    participants: list[Named] = []
    inside_end = plain.rindex("）", start, end) if "）" in plain[start:end] else end - 1
    roles = list(_ROLE.finditer(plain, start, inside_end))
    shared = _SHARED.search(plain, start, inside_end)
    if shared and not roles:
        return Duty(responsible=tuple(_bodies(plain, start + 1, shared.start(), shared.group())))
    for position, match in enumerate(roles):
        stop = roles[position + 1].start() if position + 1 < len(roles) else inside_end
        names = _bodies(plain, match.end(), stop, match.group(1))
        second = match.group(1).startswith(_SECOND_ROLES) or position > 0
        (participants if second else leads).extend(names)
    return Duty(leads=tuple(leads), participants=tuple(participants))


def _bodies(plain: str, start: int, end: int, role: str) -> list[Named]:
    names: list[Named] = []
    at = start
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(plain[:end], start)] + [(end, end)]
    for cut_start, cut_end in cuts:
        name = plain[at:cut_start]
        trimmed = name.removesuffix("等")
        if trimmed.strip():
            names.append(Named(trimmed, at, at + len(trimmed), role))
        at = cut_end
    return names


def deadline_month(text: str) -> int | None:
    """The month a 完成时间 sets for the whole task, or None where it sets none.

    "10月底前" → 10; "长期坚持，12月底前取得阶段性成效" → None, since only a stage is due then.
    """
    if text.startswith(_STANDING):
        return None
    months = [int(month) for month in _MONTH.findall(text)]
    if not months:
        return 12 if re.search(r"年(?:底|末|内)", text) else None
    return months[-1] if 1 <= months[-1] <= 12 else None


def deadline_at(plain: str, start: int, end: int) -> Deadline | None:
    """The 完成时间 cell plain[start:end], or None if it is empty."""
    text = plain[start:end]
    if not text:
        return None
    return Deadline(text, start, end, deadline_month(text))


def joined_names(cell: str) -> list[tuple[int, int]]:
    """Where the names of a 责任人 cell stand, given with its blanks.

    A double blank pads a two-character name ("胡  薄"); a single one, or a line break, parts two.
    """
    spans = [(m.start(), m.end()) for m in _PADDED.finditer(cell)]
    masked = _PADDED.sub(lambda m: "\0" * len(m.group()), cell)
    spans += [(m.start(), m.end()) for m in _NAME.finditer(masked)]
    return sorted(spans)
