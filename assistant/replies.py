"""Every ending has a name and one fixed sentence that says what the reader can do next."""

from __future__ import annotations

from assistant.models import Reason

NEXT_STEP: dict[Reason, str] = {
    Reason.NOT_IN_CORPUS: "现有文件中没有这项内容。可换用文件里的说法再问，或在“任务总表”中按单位、文件查找。",
    Reason.DOCUMENT_INCOMPLETE: "我们收录的文件副本不完整，缺少所问的部分。请查阅原文件全文，或只问已收录的部分。",
    Reason.YEAR_NOT_COVERED: "请改问文件覆盖的年份。",
    Reason.FIGURE_NOT_STATED: "文件没有写出所问的内容。最接近的原文附在引用里，请勿当作答案。",
    Reason.FALSE_PREMISE: "问题里的说法与文件不符，以文件原文为准。",
    Reason.AMBIGUOUS: "问题有多种理解，请从下面选一种再问。",
    Reason.OUT_OF_SCOPE: "我只回答已收录政府文件中的任务、数据、责任和时限。请就这些内容提问。",
}
"""One sentence a reason; a test holds this table, ``Reason`` and the README together."""


def ending(reason: Reason, message: str) -> str:
    """What is said when a question is refused: what is the matter, then what to do next."""
    return f"{message} {NEXT_STEP[reason]}".strip() if message else NEXT_STEP[reason]


def ending_of_part(said: str, reason: Reason, message: str) -> str:
    """The same of one part of a question that has answers to others: by the words it was asked in,
    without a nearest passage, which would stand among those that do answer."""
    told = ending(reason, message)
    if reason is Reason.FIGURE_NOT_STATED:
        told = message or "文件没有写出所问的内容。"
    return f"关于“{said}”：{told}" if said else told
