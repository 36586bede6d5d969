"""The documents loaded: what each is, and how far our copy reaches."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.web.markup.text import escaped, joined
from assistant.web.service import DocumentRow


def documents_html(documents: Sequence[DocumentRow]) -> str:
    """A line of totals and one card a document."""
    if not documents:
        return '<p class="mj-empty">还没有载入文件。请联系管理员添加文件并建立索引。</p>'
    tasks = sum(document.tasks for document in documents)
    shown = "".join(_card(document) for document in documents)
    return (
        f'<p class="mj-total"><strong>共 {len(documents)} 份文件，{tasks} 条可引用的任务</strong></p>'
        f'<div class="mj-documents">{shown}</div>'
    )


def _card(document: DocumentRow) -> str:
    facts = (
        ("文号", escaped(document.number or "无文号")),
        ("发文机关", escaped(document.issuer)),
        ("日期", document.issued.isoformat() if document.issued else "未注明"),
        ("涉及年份", joined(str(year) for year in document.period)),
        ("任务", f"{document.tasks} 条可引用，其中编号任务 {document.commitments} 条"),
        ("文件编号", f"<code>{escaped(document.document_id)}</code>"),
        ("sha256", f'<code class="mj-hash">{escaped(document.sha256)}</code>'),
    )
    listed = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)
    return (
        f'<article class="mj-document"><h3>{escaped(document.title)}</h3>{_coverage(document)}'
        f"<dl>{listed}</dl></article>"
    )


def _coverage(document: DocumentRow) -> str:
    if document.complete:
        return '<p class="mj-status mj-good"><span aria-hidden="true">✓</span> 收录完整</p>'
    missing = f"<p>缺：{joined(document.missing)}</p>" if document.missing else ""
    return (
        '<div class="mj-coverage"><p class="mj-status mj-partly"><span aria-hidden="true">◐</span> '
        f"收录不完整</p><p>{escaped(document.note)}</p>{missing}</div>"
    )
