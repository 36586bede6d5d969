"""One question with its answer, sources and table."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Answer, Status
from assistant.web.markup.citations import cards, quote_id
from assistant.web.markup.markdown import answer_html
from assistant.web.markup.names import REASON, STATUS
from assistant.web.markup.rows import rows_table
from assistant.web.markup.text import address, escaped


def status_line(answer: Answer) -> str:
    """How the question ended, in a sign and words."""
    label = STATUS[answer.status]
    why = f" · {REASON[answer.reason]}" if answer.reason else ""
    return (
        f'<p class="mj-status mj-{label.css}"><span aria-hidden="true">{label.sign}</span> '
        f"{label.words}{why}</p>"
    )


def answer_body(answer: Answer, group: str) -> str:
    """Status, text with its markers as links, conflicts."""
    known = {citation.marker for citation in answer.citations}
    text = answer_html(
        answer.answer, lambda marker: quote_id(group, marker) if marker in known else None
    )
    return (
        f'{status_line(answer)}<div class="mj-answer-text">{text}</div>{_conflicts(answer, group)}'
    )


def _conflicts(answer: Answer, group: str) -> str:
    lines = "".join(
        f"<li>{escaped(conflict.indicator)}："
        + "、".join(
            f'<a class="mj-marker" href="#{quote_id(group, side)}" '
            f'data-source="{quote_id(group, side)}">[{side}]</a>'
            for side in conflict.sides
        )
        + "</li>"
        for conflict in answer.conflicts
    )
    if not lines:
        return ""
    return f'<div class="mj-conflict"><strong>⚠ 文件说法不一，请一并参看</strong><ul>{lines}</ul></div>'


def turn(answer: Answer, group: str) -> str:
    """A whole turn of the chat: question, answer on the left, sources beside it, rows below."""
    css = "mj-turn mj-turn-refused" if answer.status is Status.REFUSED else "mj-turn"
    rows = ""
    if answer.rows is not None:
        rows = rows_table(answer.rows, answer.total, _downloads(answer))
    return (
        f'<article class="{css}" id="{group}">{question_line(answer.question)}'
        f'<div class="mj-columns"><div class="mj-answer">{answer_body(answer, group)}'
        f"{_foot(answer)}</div>{cards(answer.citations, group)}</div>{rows}</article>"
    )


def question_line(question: str) -> str:
    return (
        f'<p class="mj-question"><span class="mj-who">问</span><span>{escaped(question)}</span></p>'
    )


def _downloads(answer: Answer) -> str:
    path = f"/downloads/answers/{answer.id}"
    links = "".join(
        f'<a class="mj-download" href="{address(path, [("format", form)])}" download>下载 {name}</a>'
        for form, name in (("xlsx", "Excel"), ("csv", "CSV"))
    )
    return f'<span class="mj-downloads">{links}</span>'


def _foot(answer: Answer) -> str:
    """Who worded the answer if a model did, and the permanent address to refer to it."""
    written = ""
    if answer.generator.startswith("llm:"):
        gone = (
            f"，{len(answer.removed)} 处因与原文不符或查无出处已改正或删去"
            if answer.removed
            else ""
        )
        written = f'<p class="mj-fine">由语言模型撰写，每句均与所引原文核对过{gone}；没有写到的以原文列在后面。</p>'
    return (
        f"{written}"
        f'<p class="mj-fine"><a href="{address(f"/cards/{answer.id}", [])}" target="_blank" '
        'rel="noopener">本条回答的固定地址</a></p>'
    )


def waiting_turn(question: str) -> str:
    """What stands in the place of the answer while it is being made."""
    return (
        f'<article class="mj-turn" aria-busy="true">{question_line(question)}'
        '<p class="mj-waiting" role="status"><span class="mj-spinner" aria-hidden="true"></span>'
        "正在查找原文并核对…</p></article>"
    )


def writing_turn(question: str, lines: Sequence[str]) -> str:
    """What stands there while a model writes: the statements checked so far, in its Markdown."""
    said = answer_html("\n\n".join(lines), lambda _: None)
    return (
        f'<article class="mj-turn" aria-busy="true">{question_line(question)}'
        f'<div class="mj-answer-text">{said}</div>'
        '<p class="mj-waiting" role="status"><span class="mj-spinner" aria-hidden="true"></span>'
        "正在撰写，已显示的句子均已核对…</p></article>"
    )


def failed_turn(question: str, detail: str) -> str:
    """What stands there where no answer could be made; ``detail`` says what to do."""
    return (
        f'<article class="mj-turn mj-turn-refused">{question_line(question)}'
        '<p class="mj-status mj-bad" role="alert"><span aria-hidden="true">!</span> 没有完成</p>'
        f'<p class="mj-answer-text">{escaped(detail)}</p></article>'
    )
