"""The tab 问答: a chat whose every answer stands beside its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from assistant.models import Answer, Turn
from assistant.web.markup.answers import failed_turn, turn, waiting_turn, writing_turn
from assistant.web.metrics import Metrics
from assistant.web.page.choices import MOST_EXAMPLES, Choices
from assistant.web.page.failures import told as told_of
from assistant.web.page.telling import answering
from assistant.web.service import Service
from assistant.web.settings import MAX_QUESTION
from assistant.web.texts import checked_text

_TURNS_REMEMBERED = 6
"""Questions with their answers that a follow-up question is read with."""

_WELCOME = (
    '<div class="mj-welcome"><p><strong>请直接提问。</strong>'
    "回答中的每个数字、日期和名称都注明出处，可点开原文核对；文件里没有的，会如实说明。</p></div>"
)


@dataclass(slots=True)
class Chat:
    """One visitor's conversation: what was said, and the HTML that shows it."""

    turns: list[Turn] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ChatTab:
    """The components that are filled anew when the page is opened."""

    examples: tuple[gr.Button, ...]
    documents: gr.Dropdown


def chat_tab(service: Service, metrics: Metrics, choices: Choices, concurrency: int) -> ChatTab:
    """Build the tab inside the current ``gr.Tab``."""
    chat = gr.State(Chat())
    transcript = gr.HTML(
        _WELCOME, elem_id="mj-transcript", autoscroll=False, apply_default_css=False
    )
    with gr.Row(elem_classes="mj-examples"):
        examples = tuple(
            gr.Button(**_example_button(choices.examples, place), size="sm", min_width=60)
            for place in range(MOST_EXAMPLES)
        )
    question = gr.Textbox(
        placeholder="输入问题，按回车发送",
        label="问题",
        show_label=False,
        container=False,
        lines=1,
        max_lines=6,
        max_length=MAX_QUESTION,
        submit_btn="发送",
        autofocus=True,
        elem_id="mj-question",
    )
    with gr.Row(elem_classes="mj-options"):
        documents = gr.Dropdown(
            list(choices.documents),
            multiselect=True,
            value=[],
            label="只在这些文件里找（不选则全部）",
            scale=4,
        )
        new = gr.Button("开始新对话", scale=0, min_width=140)

    def reply(asked: str, chosen: Sequence[str], said: Chat) -> Iterator[tuple[str, str, Chat]]:
        yield from _reply(service, metrics, asked, chosen, said)

    outputs = [transcript, question, chat]
    options: dict[str, Any] = {
        "concurrency_limit": concurrency,
        "concurrency_id": "service",
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    question.submit(reply, [question, documents, chat], outputs, **options)
    for button in examples:
        button.click(reply, [button, documents, chat], outputs, **options)
    new.click(
        lambda: (_WELCOME, "", Chat()),
        None,
        outputs,
        queue=False,
        show_progress="hidden",
        api_visibility="private",
    )
    return ChatTab(examples, documents)


def chat_update(choices: Choices) -> list[Any]:
    """New values for the components of ``ChatTab``, in its order."""
    buttons = [
        gr.update(**_example_button(choices.examples, place)) for place in range(MOST_EXAMPLES)
    ]
    return [*buttons, gr.update(choices=list(choices.documents))]


def _example_button(examples: Sequence[str], place: int) -> dict[str, Any]:
    known = place < len(examples)
    return {"value": examples[place] if known else "", "visible": known}


def _reply(
    service: Service, metrics: Metrics, asked: str, chosen: Sequence[str], said: Chat
) -> Iterator[tuple[str, str, Chat]]:
    """First the question with a sign of work, perhaps statements, then the answer in their place."""
    if not asked.strip():
        gr.Info("请先写下问题。")
        yield _transcript(said.shown), "", said
        return
    yield _transcript([*said.shown, waiting_turn(asked)]), "", said
    try:
        question = checked_text(asked, name="问题", most=MAX_QUESTION)
        told: list[str] = []
        for step in answering(
            service, question, said.turns[-2 * _TURNS_REMEMBERED :], list(chosen) or None
        ):
            if isinstance(step, Answer):
                answer = step
            else:
                told.append(step)
                yield _transcript([*said.shown, writing_turn(asked, told)]), "", said
    except Exception as error:
        yield _transcript([*said.shown, failed_turn(asked, told_of(error))]), asked, said
        return
    metrics.answer(answer)
    said = Chat(
        turns=[
            *said.turns,
            Turn(role="user", content=question),
            Turn(role="assistant", content=answer.answer),
        ],
        shown=[*said.shown, turn(answer, f"turn-{len(said.shown) + 1}")],
    )
    yield _transcript(said.shown), "", said


def _transcript(shown: Sequence[str]) -> str:
    if not shown:
        return _WELCOME
    return f'<div role="log" aria-label="对话" aria-live="polite">{"".join(shown)}</div>'
