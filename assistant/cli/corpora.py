"""``mingju corpus``: what the documents give when they are read, and what was skipped and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.cli.asking import AsJson

if TYPE_CHECKING:
    from corpus.models import Corpus, Document

group = typer.Typer(help="文件：登记、解析情况与被跳过的内容。", no_args_is_help=True)

ShowSkipped = Annotated[bool, typer.Option("--skipped", help="逐条列出被跳过的内容及原因。")]


@group.command()
def status(as_json: AsJson = False) -> None:
    """核对登记的文件是否齐全、未被改动，并说明收录范围。"""
    from assistant.cli.rendering import print_json, show_lines
    from corpus.register import read_register, read_source

    rows = []
    for document in read_register():
        source = read_source(document)
        rows.append(_described(document) | {"length": len(source), "intact": True})
    if as_json:
        print_json({"documents": rows})
        return
    lines = []
    for row in rows:
        reach = "全文" if row["complete"] else row["note"]
        lines.append(
            f"{row['document_id']} 《{row['title']}》{row['length']} 字，校验一致；{reach}"
        )
    show_lines(lines)


@group.command()
def build(show_skipped: ShowSkipped = False, as_json: AsJson = False) -> None:
    """解析全部文件，报告得到的任务、数据，以及被跳过的内容和原因。"""
    from assistant.cli.rendering import print_json, show_lines
    from corpus.reading import read_corpus

    corpus = read_corpus()
    rows = [_parsed(corpus, document) for document in corpus.documents]
    skipped = [
        {
            "document_id": piece.document_id,
            "start": piece.start,
            "end": piece.end,
            "text": piece.text,
            "reason": piece.reason,
        }
        for piece in corpus.skipped
    ]
    if as_json:
        stale = list(corpus.stale_expansions)
        print_json({"documents": rows, "skipped": skipped, "stale_expansions": stale})
        return
    lines = [
        f"{row['document_id']}：任务 {row['tasks']} 条（主要任务 {row['commitments']} 项），"
        f"分句 {row['clauses']} 句，数据 {row['figures']} 处，大众问法 {row['asked']} 句，"
        f"跳过 {row['skipped']} 段"
        for row in rows
    ]
    lines += [f"检索扩展失效，请改正或删去：{record}" for record in corpus.stale_expansions]
    reasons = Counter(piece.reason for piece in corpus.skipped)
    lines += [f"跳过 {number} 段：{reason}" for reason, number in reasons.most_common()]
    if show_skipped:
        lines += [
            f"{piece['document_id']}:{piece['start']}-{piece['end']} {piece['reason']}："
            f"{str(piece['text']).strip()}"
            for piece in skipped
        ]
    show_lines(lines)


def _described(document: Document) -> dict[str, Any]:
    return {
        "document_id": document.id,
        "title": document.title,
        "number": document.number,
        "layout": str(document.layout),
        "file": document.file,
        "sha256": document.sha256,
        "complete": document.coverage.complete,
        "note": document.coverage.note,
        "missing": list(document.coverage.missing),
    }


def _parsed(corpus: Corpus, document: Document) -> dict[str, Any]:
    from corpus.models import NUMBERED_KINDS

    tasks = [task for task in corpus.tasks if task.document_id == document.id]
    return _described(document) | {
        "tasks": len(tasks),
        "commitments": sum(task.kind in NUMBERED_KINDS for task in tasks),
        "clauses": sum(len(task.clauses) for task in tasks),
        "figures": sum(len(task.figures) for task in tasks),
        "asked": sum(
            len(expansion.asked)
            for expansion in corpus.expansions
            if expansion.clause_id.startswith(f"{document.id}/")
        ),
        "skipped": sum(piece.document_id == document.id for piece in corpus.skipped),
    }
