"""Whole pages without scripts: a passage in its document, an embeddable card, a report."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from assistant.models import Answer, Verification
from assistant.web.markup.answers import answer_body
from assistant.web.markup.citations import cards
from assistant.web.markup.claims import verification_html
from assistant.web.markup.rows import rows_table
from assistant.web.markup.text import escaped
from assistant.web.service import SpanRow


@cache
def style() -> str:
    """The style sheet that all pages share."""
    return files(__package__).joinpath("style.css").read_text(encoding="utf-8")


def page(title: str, body: str) -> str:
    """A page that needs nothing from anywhere."""
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escaped(title)}</title><style>{style()}</style></head>"
        f'<body class="mj-page"><main>{body}</main></body></html>'
    )


def passage_page(before: str, span: SpanRow, after: str) -> str:
    """The characters of a citation in their surroundings, line breaks and blanks as stored."""
    number = span.document_number or ""
    return page(
        f"原文：{span.document_title}",
        f"<h1>{escaped(span.document_title)} <small>{escaped(number)}</small></h1>"
        f'<p class="mj-fine">原文第 {span.start} 至 {span.end} 个字符，与所存文件完全一致。'
        f'文件 sha256：<code class="mj-hash">{escaped(span.sha256)}</code></p>'
        f'<pre class="mj-passage">{"…" if span.start > len(before) else ""}{escaped(before)}'
        f'<mark class="mj-quote" id="quote"><span class="mj-quote-label">引文</span>{escaped(span.text)}</mark>'
        f"{escaped(after)}{'…' if span.end + len(after) < span.length else ''}</pre>",
    )


def card_page(answer: Answer) -> str:
    """One answer with its sources, to be embedded in other people's pages."""
    group = "card"
    rows = "" if answer.rows is None else rows_table(answer.rows, answer.total)
    return page(
        answer.question,
        f'<article class="mj-card"><h1 class="mj-card-question">{escaped(answer.question)}</h1>'
        f"{answer_body(answer, group)}{rows}{cards(answer.citations, group)}"
        '<p class="mj-fine">明据 · 数字、日期和名称均取自所列原文 · '
        f"索引版本 {escaped(answer.index_version)}</p></article>",
    )


def report_page(verification: Verification) -> str:
    """A check to be filed."""
    return page(
        "核查报告",
        f'<h1>核查报告</h1><p class="mj-fine">明据 · 编号 {escaped(verification.id)} · '
        f"索引版本 {escaped(verification.index_version)}</p>{verification_html(verification, filed=True)}",
    )


def error_page(title: str, detail: str) -> str:
    """For people who followed a link that leads nowhere."""
    return page(title, f"<h1>{escaped(title)}</h1><p>{escaped(detail)}</p>")
