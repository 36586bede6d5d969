"""The page in a real browser. Needs Chromium; without one the tests are skipped and say so."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import httpx
import pytest
import uvicorn

from assistant.web.api.application import create_app
from assistant.web.settings import WebSettings
from tests.assistant.web.fakes import FakeService

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request

playwright_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pip install -e .[dev]"
)

_CHROMIUM = next(
    (
        path
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (path := shutil.which(name))
    ),
    None,
)

pytestmark = pytest.mark.skipif(
    _CHROMIUM is None, reason="no Chromium on the path: apt-get install chromium fonts-noto-cjk"
)

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PATIENCE_MS = 20_000


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(
        create_app(FakeService(), WebSettings()), host="127.0.0.1", port=port, log_level="warning"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page.set_default_timeout(_PATIENCE_MS)
    page.goto(address)
    page.wait_for_selector("#mj-question textarea")
    yield page
    page.close()


def _ask(page: Page, question: str) -> None:
    answered = page.locator("#mj-transcript .mj-turn:not([aria-busy])")
    before = answered.count()
    page.fill("#mj-question textarea", question)
    page.keyboard.press("Enter")
    answered.nth(before).wait_for()


def test_the_page_leaves_the_interface_its_errors(address: str) -> None:
    unknown = httpx.get(f"{address}v1/nothing")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "not_found")
    wrong = httpx.get(f"{address}v1/ask")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")
    assert httpx.get(f"{address}v1/documents").status_code == 200


def test_a_chat_shows_sources_lists_and_refusals_and_escapes_all(page: Page, address: str) -> None:
    elsewhere: list[str] = []
    dialogs: list[str] = []

    def on_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            elsewhere.append(request.url)

    def on_dialog(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("request", on_request)
    page.on("dialog", on_dialog)

    _ask(page, "新建梨园的面积？")
    assert "梨政发〔2031〕2号 第1项" in page.locator(".mj-source").inner_text()
    assert page.locator("mark.mj-quote").inner_text() == "引文新建梨园30万亩以上，10月底前完成。"
    page.locator(".mj-source summary").click()
    assert not page.locator(".mj-source").evaluate("card => card.open")
    page.locator(".mj-answer .mj-marker").click()
    assert page.locator(".mj-source").evaluate("card => card.open")

    _ask(page, "有哪些任务")
    assert page.locator(".mj-rows tbody tr").count() == 3
    with page.expect_download() as download:
        page.get_by_role("link", name="下载 CSV").first.click()
    assert download.value.suggested_filename == "回答中的任务.csv"

    _ask(page, "火星 ${alert(1)} {{value}} <img src=x onerror=alert(1)>")
    last = page.locator(".mj-turn").last
    assert "${alert(1)} {{value}} <img src=x onerror=alert(1)>" in last.inner_text()
    assert "未能回答" in last.inner_text()
    assert not dialogs
    assert not elsewhere


def test_a_composed_word_does_not_send_the_question(page: Page) -> None:
    page.fill("#mj-question textarea", "面")
    page.locator("#mj-question textarea").evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', bubbles: true, isComposing: true}))"
    )
    page.wait_for_timeout(300)
    assert page.locator(".mj-turn").count() == 0


def test_a_pasted_text_gets_a_verdict_for_every_claim(page: Page) -> None:
    page.get_by_role("tab", name="核查").click()
    page.fill("#mj-check-text textarea", "新建梨园30万亩以上。新建梨园40万亩。火星上有水。")
    page.click("#mj-check")
    page.wait_for_selector(".mj-result")
    verdicts = page.locator(".mj-result .mj-verdict").all_inner_texts()
    assert verdicts == ["✓ 支持", "✗ 矛盾", "？ 未提及"]
    assert page.locator(".mj-marked .mj-claim").count() == 3


def test_a_check_is_saved_in_four_formats(page: Page) -> None:
    page.get_by_role("tab", name="核查").click()
    page.fill("#mj-check-text textarea", "新建梨园30万亩以上。")
    page.click("#mj-check")
    page.wait_for_selector(".mj-result")
    names = []
    for link in page.locator("#mj-check-result .mj-download").all():
        with page.expect_download() as saved:
            link.click()
        names.append(saved.value.suggested_filename)
        assert saved.value.path().stat().st_size > 0
    assert names == ["核查报告.html", "核查报告.docx", "核查报告.md", "核查报告.json"]


def test_the_list_is_filtered_and_a_row_opens(page: Page) -> None:
    page.get_by_role("tab", name="任务总表").click()
    page.get_by_label("全文").fill("鱼苗")
    page.get_by_label("全文").press("Enter")
    page.get_by_text("共 1 条", exact=True).wait_for()
    page.locator("#mj-table [role=gridcell]").nth(2).click()
    page.wait_for_selector("#mj-detail .mj-task")
    assert "lake-pledges-2032/市渔业局/（三）" in page.locator("#mj-detail").inner_text()


def test_the_documents_say_what_is_missing(page: Page) -> None:
    page.get_by_role("tab", name="文件").click()
    page.wait_for_selector(".mj-document")
    assert "缺：市农业局" in page.locator(".mj-documents").inner_text()


def test_a_phone_shows_the_page_without_sideways_scrolling(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    page.wait_for_selector("#mj-question textarea")
    _ask(page, "有哪些任务")
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert width <= 390
