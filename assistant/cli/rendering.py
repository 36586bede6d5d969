"""What people see on a terminal; the one file that draws with rich. Programs use ``--json``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from index.progress import Progress as ReportProgress
from index.progress import silent

if TYPE_CHECKING:
    from pydantic import BaseModel

    from assistant.models import Answer, Citation, TaskRow, Verification
    from assistant.web.service import DocumentRow

CITATIONS_SHOWN = 12
"""A list answer cites every row; more than this many are left to ``--json``."""

SHORT_TEXT = 60
"""Characters of a task in a table row."""

COLOURS = {"supported": "green", "contradicted": "red", "not_found": "yellow"}


def console() -> Console:
    """Standard output as it is now. Piped lines are not broken at a terminal's width."""
    found = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    if not sys.stdout.isatty():
        found.width = 200
    return found


def print_json(value: BaseModel | Sequence[BaseModel] | dict[str, Any]) -> None:
    """``value`` as UTF-8 JSON, one document."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")


def plain(value: Any) -> Any:
    """Models inside ``value`` as what JSON knows."""
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


@contextmanager
def progress_bar() -> Iterator[ReportProgress]:
    """A callback that draws a bar on standard error, and nothing where that is no terminal."""
    target = Console(stderr=True)
    if not target.is_terminal:
        yield silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, TimeElapsedColumn(), console=target, transient=True)
    lines: dict[str, Any] = {}

    def advance(stage: str, done: int, total: int) -> None:
        # Drawn from the first report on: most commands have no long work.
        bar.start()
        if stage not in lines:
            lines[stage] = bar.add_task(stage, total=total)
        bar.update(lines[stage], completed=done, total=total)

    try:
        yield advance
    finally:
        bar.stop()


def show_answer(answer: Answer) -> None:
    """The answer, then where each statement stands."""
    out = console()
    if sys.stdout.isatty():
        # Escaped, the markers stay markers: [1][2] would be read as a link.
        out.print(Markdown(answer.answer.replace("[", r"\[")))
    else:
        out.print(answer.answer, markup=False)
    if answer.citations:
        out.print("\n引用", style="bold")
    for citation in answer.citations[:CITATIONS_SHOWN]:
        out.print(citation_line(citation))
    left = len(answer.citations) - CITATIONS_SHOWN
    if left > 0:
        out.print(f"……另有 {left} 条引用，加 --json 可看全部。", style="dim")


def citation_line(citation: Citation) -> str:
    """Marker, place and words of a citation, with its address in the source file."""
    place = f"{citation.document_id}:{citation.start}-{citation.end}"
    return (
        rf"\[{citation.marker}] [bold]{escape(citation.locator)}[/]"
        f"：{escape(citation.quote)} [dim]({escape(place)})[/]"
    )


def show_verification(verification: Verification) -> None:
    """The verdict on the whole, then claim by claim."""
    from assistant.verifying.reporting import label, summary

    out = console()
    out.print(escape(summary(verification)), style=f"{COLOURS[verification.verdict]} bold")
    for number, claim in enumerate(verification.claims, start=1):
        heading = f"[{COLOURS[claim.verdict]}]{escape(label(claim))}[/]"
        out.print(f"\n{number}. {heading} {escape(claim.text)}")
        out.print(f"   {escape(claim.explanation)}")
        for citation in claim.citations:
            out.print("   " + citation_line(citation))
    for sentence in verification.passed_over:
        out.print(f"未核查（没有可核对的内容）：{escape(sentence)}", style="dim")
    for note in verification.notes:
        out.print(escape(note), style="dim")


def show_tasks(rows: Sequence[TaskRow], total: int) -> None:
    """One line a task, then how many of how many."""
    table = Table(box=None, pad_edge=False)
    for heading in ("编号", "任务", "责任", "完成时间"):
        # Folded, not cut: rich takes a run of Chinese for one word.
        table.add_column(heading, overflow="fold")
    for row in rows:
        answerable = row.people + row.leads
        table.add_row(
            escape(row.task_id),
            escape(_short(" ".join(row.text.split()))),
            escape("、".join(answerable)),
            escape(row.deadline or ""),
        )
    out = console()
    if rows:
        out.print(table)
    shown = "" if len(rows) == total else f"，显示 {len(rows)} 项"
    out.print(f"共 {total} 项{shown}")


def show_documents(rows: Sequence[DocumentRow]) -> None:
    """The documents, with how far our copies reach."""
    out = console()
    for row in rows:
        number = f"，{row.number}" if row.number else ""
        years = "—".join(str(year) for year in dict.fromkeys((row.period[0], row.period[-1])))
        out.print(f"[bold]{escape(row.document_id)}[/] 《{escape(row.title)}》{escape(number)}")
        out.print(
            f"  {escape(row.issuer)}；{years} 年；任务 {row.tasks} 条，其中主要任务 {row.commitments} 项；"
            f"{'全文' if row.complete else '不完整'}"
        )
        if row.note:
            out.print(f"  {escape(row.note)}", style="dim")


def show_lines(lines: Sequence[str]) -> None:
    """A short report."""
    out = console()
    for line in lines:
        out.print(line, markup=False)


def _short(text: str) -> str:
    return text if len(text) <= SHORT_TEXT else text[: SHORT_TEXT - 1] + "…"
