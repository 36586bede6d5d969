"""``mingju ask`` and ``mingju verify``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.endings import ExitCode, WrongUse, end
from assistant.cli.inputs import checked, text_or_file
from assistant.cli.runtime import runtime_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.models import Verification

AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON。")]


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="问题；写 - 则从标准输入读取。")],
    after: Annotated[
        list[str] | None, typer.Option("--after", help="此前问过的问题，按先后可写多次。")
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="只在这份文件中找，可写多次。")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """提一个问题；拒答时退出码为 3。"""
    from assistant.models import Status, Turn
    from assistant.web.settings import MAX_HISTORY, MAX_QUESTION

    asked = text_or_file(question, what="问题", limit=MAX_QUESTION) if question == "-" else question
    asked = checked(asked, what="问题", limit=MAX_QUESTION)
    earlier = [checked(text, what="此前的问题", limit=MAX_QUESTION) for text in after or ()]
    if len(earlier) > MAX_HISTORY:
        raise WrongUse(f"此前的问题最多 {MAX_HISTORY} 个，请只保留最近的几个。")
    answer = runtime_of(context).service.ask(
        asked, [Turn(role="user", content=text) for text in earlier], document or None
    )
    from assistant.cli.rendering import print_json, show_answer

    if as_json:
        print_json(answer)
    else:
        show_answer(answer)
    if answer.status is Status.REFUSED:
        end(ExitCode.REFUSED)


def verify(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="要核查的文字，或文本文件；写 - 则从标准输入读取。")],
    date: Annotated[
        str | None, typer.Option("--date", help="文字的日期 YYYY-MM-DD，用于“今年”“去年”。")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="把核查报告存为文件：.docx、.html、.md 或 .json。")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """核查一段文字中的数字、日期和责任；有矛盾时退出码为 3。"""
    from datetime import date as calendar_date

    from assistant.models import Verdict
    from assistant.web.settings import MAX_VERIFY_TEXT

    pasted = text_or_file(text, what="要核查的文字", limit=MAX_VERIFY_TEXT)
    try:
        reference = calendar_date.fromisoformat(date) if date else None
    except ValueError:
        raise WrongUse(f"日期“{date}”读不懂，请写成 2024-03-15 这样。") from None
    report_of = _writer(report) if report else None
    verification = runtime_of(context).service.verify(pasted, reference)
    if report and report_of:
        report.write_bytes(report_of(verification))
    from assistant.cli.rendering import print_json, show_lines, show_verification

    if as_json:
        print_json(verification)
    else:
        show_verification(verification)
        if report:
            show_lines([f"\n核查报告已存入 {report}"])
    if verification.verdict is Verdict.CONTRADICTED:
        end(ExitCode.REFUSED)


def _writer(report: Path) -> Callable[[Verification], bytes]:
    """What makes a report of this ending. Raises WrongUse for an unknown one."""
    from assistant.web.reports import FORMS

    writers = {form.ending: form.write for form in FORMS.values()}
    if report.suffix.lower() not in writers:
        raise WrongUse(f"不能存为“{report.name}”，文件名请以 {'、'.join(writers)} 结尾。")
    return writers[report.suffix.lower()]
