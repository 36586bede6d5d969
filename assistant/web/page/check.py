"""The tab 核查: a pasted text, and a verdict for each of its claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import gradio as gr

from assistant.web.markup.claims import report_link, verification_html
from assistant.web.markup.frame import report_page
from assistant.web.markup.text import escaped
from assistant.web.metrics import Metrics
from assistant.web.page.failures import told
from assistant.web.problems import Problem, ProblemCode
from assistant.web.service import Service
from assistant.web.settings import MAX_VERIFY_TEXT
from assistant.web.texts import checked_text

_HINT = (
    '<p class="mj-empty">把稿件粘贴到上面。系统逐条核对其中的数字、年份、单位、时限和责任人，'
    "给出 ✓ 支持、✗ 矛盾 或 ？ 未提及，并附上原文。</p>"
)


def check_tab(service: Service, metrics: Metrics, concurrency: int) -> None:
    """Build the tab inside the current ``gr.Tab``."""
    text = gr.Textbox(
        label=f"待核查的文字（至多 {MAX_VERIFY_TEXT:,} 个字符）",
        placeholder="粘贴一段含有数字、日期、单位或人名的文字",
        lines=7,
        max_lines=18,
        elem_id="mj-check-text",
    )
    with gr.Row(elem_classes="mj-options"):
        day = gr.Textbox(
            label="“今年”从哪一天算起（可不填，默认用文中日期）",
            placeholder="如 2024-06-30",
            max_lines=1,
            scale=3,
        )
        start = gr.Button("核查", variant="primary", scale=0, min_width=160, elem_id="mj-check")
        clear = gr.Button("清空", scale=0, min_width=100)
    result = gr.HTML(_HINT, elem_id="mj-check-result", apply_default_css=False)

    def check(pasted: str, from_day: str) -> Iterator[str]:
        yield from _check(service, metrics, pasted, from_day)

    start.click(
        check,
        [text, day],
        result,
        concurrency_limit=concurrency,
        concurrency_id="service",
        show_progress="hidden",
        api_visibility="private",
    )
    clear.click(
        lambda: ("", "", _HINT),
        None,
        [text, day, result],
        queue=False,
        show_progress="hidden",
        api_visibility="private",
    )


def _check(service: Service, metrics: Metrics, pasted: str, from_day: str) -> Iterator[str]:
    if not pasted.strip():
        yield _failure("请先粘贴要核查的文字。")
        return
    yield (
        '<p class="mj-waiting" role="status"><span class="mj-spinner" aria-hidden="true"></span>'
        f"正在逐条核查 {len(pasted):,} 个字符…</p>"
    )
    try:
        text = checked_text(pasted, name="待核查的文字", most=MAX_VERIFY_TEXT)
        verification = service.verify(text, _day(from_day))
    except Exception as error:
        yield _failure(told(error))
        return
    metrics.verification(verification)
    yield verification_html(verification, report_link(report_page(verification)))


def _day(words: str) -> date | None:
    if not words.strip():
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise Problem(
            422, ProblemCode.INVALID, "日期请写成 年-月-日，如 2024-06-30，或留空。"
        ) from error


def _failure(detail: str) -> str:
    return (
        '<div role="alert"><p class="mj-status mj-bad"><span aria-hidden="true">!</span> 没有完成</p>'
        f"<p>{escaped(detail)}</p></div>"
    )
