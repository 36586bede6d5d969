"""Builds the page and hangs it into the application at "/"."""

from __future__ import annotations

import os
from importlib.resources import files
from typing import TYPE_CHECKING, Any

# Before Gradio is imported: no usage statistics and no version check leave this machine.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio as gr

from assistant.web.markup.documents import documents_html
from assistant.web.markup.frame import style
from assistant.web.markup.text import escaped
from assistant.web.metrics import Metrics
from assistant.web.page.chat import chat_tab, chat_update
from assistant.web.page.check import check_tab
from assistant.web.page.choices import Offered
from assistant.web.page.failures import told
from assistant.web.page.listing import listing_tab, listing_update
from assistant.web.service import Service
from assistant.web.settings import WebSettings

if TYPE_CHECKING:
    from fastapi import FastAPI

_TITLE = "明据 · 政府承诺问答"
_FONTS = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif"]
_HEADER = (
    '<header class="mj-header"><h1>明据</h1>'
    "<p>政府承诺问答：谁承诺了什么、多少、何时完成，每一处都能回到原文</p></header>"
)


def mount_page(app: FastAPI, service: Service, settings: WebSettings, metrics: Metrics) -> None:
    """Serve the page at "/" of ``app``."""
    blocks = build_page(service, settings, metrics)
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        show_error=True,
        max_file_size=settings.max_body_bytes,
        theme=_theme(),
        css=style() + _read("page.css"),
        head=f"<script>{_read('page.js')}</script>",
    )


def build_page(service: Service, settings: WebSettings, metrics: Metrics) -> gr.Blocks:
    """The four tabs, filled from the service each time the page is opened."""
    offered = Offered(service)
    blocks: gr.Blocks
    with gr.Blocks(title=_TITLE, analytics_enabled=False, fill_width=True) as blocks:
        gr.HTML(_HEADER, apply_default_css=False)
        with gr.Tabs():
            with gr.Tab("问答", id="chat"):
                chat = chat_tab(service, metrics, offered.now(), settings.concurrency)
            with gr.Tab("核查", id="check"):
                check_tab(service, metrics, settings.concurrency)
            with gr.Tab("任务总表", id="tasks"):
                listing = listing_tab(service, offered.now())
            with gr.Tab("文件", id="documents"):
                documents = gr.HTML(elem_id="mj-documents", apply_default_css=False)

        def filled() -> list[Any]:
            choices = offered.now()
            return [
                *chat_update(choices),
                *listing_update(service, choices),
                _documents(service),
            ]

        blocks.load(
            filled,
            None,
            [*chat.examples, chat.documents, *listing.components(), documents],
            show_progress="hidden",
            api_visibility="private",
        )
    blocks.queue(max_size=64, default_concurrency_limit=8)
    return blocks


def _documents(service: Service) -> str:
    try:
        return documents_html(service.documents())
    except Exception as error:
        return f'<p class="mj-empty" role="alert">{escaped(told(error))}</p>'


def _theme() -> gr.themes.Base:
    return gr.themes.Default(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        font=_FONTS,
        font_mono=["Consolas", "Menlo", *_FONTS],
        radius_size=gr.themes.sizes.radius_sm,
    ).set(
        button_primary_background_fill="#1d4e89",
        button_primary_background_fill_hover="#163c6a",
        button_primary_text_color="#ffffff",
    )


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
