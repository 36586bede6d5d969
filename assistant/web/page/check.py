"""The tab 核查: a pasted text, and a verdict for each of its claims."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date

import gradio as gr

from assistant.models import Verification
from assistant.web.markup.claims import progress_html, saving_links, verification_html
from assistant.web.markup.text import escaped
from assistant.web.metrics import Metrics
from assistant.web.page.failures import told
from assistant.web.page.stepping import Done, steps_of
from assistant.web.problems import Problem, ProblemCode
from assistant.web.reports import FILE_NAME, FORMS
from assistant.web.service import Service
from assistant.web.settings import MAX_VERIFY_TEXT
from assistant.web.texts import checked_text

_BETWEEN_S = 0.1
"""Seconds between two signs of progress; more would only keep the browser busy."""
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
    shown_at: float | None = None
    if not pasted.strip():
        yield _failure("请先粘贴要核查的文字。")
        return
    yield progress_html(len(pasted))
    try:
        text = checked_text(pasted, name="待核查的文字", most=MAX_VERIFY_TEXT)
        day = _day(from_day)

        def work(tell: Callable[[tuple[int, int]], None]) -> Verification:
            return service.verify(text, day, lambda judged, of: tell((judged, of)))

        for step in steps_of(work):
            if isinstance(step, Done):
                yield _shown(step.result, metrics)
            elif shown_at is None or time.monotonic() - shown_at >= _BETWEEN_S:
                shown_at = time.monotonic()
                yield progress_html(len(pasted), *step)
    except Exception as error:
        yield _failure(told(error))


def _shown(verification: Verification, metrics: Metrics) -> str:
    metrics.verification(verification)
    files = [
        (form.words, FILE_NAME + form.ending, form.media_type, form.write(verification))
        for form in FORMS.values()
    ]
    return verification_html(verification, "下载报告 " + saving_links(files))


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
