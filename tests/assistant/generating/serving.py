"""A scripted OpenAI-compatible server on this machine: it says what a test tells it to, or fails."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Reply"], None]


@dataclass
class Script:
    """What the server does next, and what it was asked."""

    behaviour: Behaviour = lambda reply: reply.say("")
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    url: str = ""
    closing: threading.Event = field(default_factory=threading.Event)

    def says(self, text: str) -> None:
        """Answers with ``text`` from now on, in small pieces."""
        self.behaviour = lambda reply: reply.say(text)


class Reply(BaseHTTPRequestHandler):
    """One request, with the ways to answer it."""

    script: Script
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self.script.requests.append(json.loads(self.rfile.read(length)))
        self.script.keys.append(self.headers.get("Authorization", ""))
        self.close_connection = True
        with suppress(ConnectionError):  # the caller gives up, as it should
            self.script.behaviour(self)

    def say(self, text: str, finish: str | None = "stop") -> None:
        """A whole streamed answer."""
        self.begin()
        for at in range(0, len(text), 7):
            self.piece(text[at : at + 7])
        if finish is not None:
            self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
            self.wfile.write(b"data: [DONE]\n\n")

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()

    def piece(self, text: str) -> None:
        self.event({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]})

    def event(self, data: dict[str, Any]) -> None:
        whole = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "m", **data}
        self.wfile.write(f"data: {json.dumps(whole, ensure_ascii=False)}\n\n".encode())
        self.wfile.flush()

    def body(self, status: int, text: str, media_type: str = "application/json") -> None:
        """One plain response."""
        held = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(held)))
        self.end_headers()
        self.wfile.write(held)

    def wait(self, seconds: float) -> None:
        """Silence; ends early when the test is over."""
        self.script.closing.wait(seconds)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it
        """Tests need no log of requests."""


@contextmanager
def served() -> Iterator[Script]:
    """A running server, on a port of its own."""
    script = Script()
    handler = type("Handler", (Reply,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield script
    finally:
        script.closing.set()
        server.shutdown()
        server.server_close()


# ---------------------------------------------------------------------- ways to fail


def hangs(reply: Reply) -> None:
    reply.wait(30)


def hangs_halfway(reply: Reply) -> None:
    reply.begin()
    reply.piece("科技型中小企业")
    reply.wait(30)


def drips(reply: Reply) -> None:
    """Never silent for long, never done."""
    reply.begin()
    while not reply.script.closing.is_set():
        reply.piece("…")
        time.sleep(0.05)


def never_ends(reply: Reply) -> None:
    reply.begin()
    while not reply.script.closing.is_set():
        reply.piece("很多很多的话，" * 20)


def breaks_off(reply: Reply) -> None:
    reply.say("科技型中小企业2025年突破5", finish=None)


def is_cut_short(reply: Reply) -> None:
    reply.say("科技型中小企业2025年突破5", finish="length")


def refuses(status: int) -> Behaviour:
    def behave(reply: Reply) -> None:
        key = reply.headers.get("Authorization", "")
        reply.body(status, json.dumps({"error": {"message": f"no: {key}", "type": "error"}}))

    return behave


def sends_a_page(reply: Reply) -> None:
    reply.body(200, "<html>welcome</html>", "text/html")


def sends_broken_json(reply: Reply) -> None:
    reply.begin()
    reply.wfile.write(b'data: {"choices": [{"delta": {"cont\n\n')


def sends_other_json(reply: Reply) -> None:
    reply.begin()
    reply.event({"choices": "none"})
    reply.event({"choices": [{"delta": 7}]})


def sends_bytes(reply: Reply) -> None:
    reply.begin()
    reply.wfile.write(bytes(range(256)) * 20)


def is_no_chat_model(reply: Reply) -> None:
    """A completions server: its pieces hold text, not a message."""
    reply.begin()
    for _ in range(3):
        reply.event(
            {
                "object": "text_completion",
                "choices": [{"index": 0, "text": "你好", "finish_reason": None}],
            }
        )
    reply.event(
        {
            "object": "text_completion",
            "choices": [{"index": 0, "text": "", "finish_reason": "stop"}],
        }
    )


def says_nothing(reply: Reply) -> None:
    reply.say("")


FAILURES: dict[str, Behaviour] = {
    "hangs": hangs,
    "hangs halfway": hangs_halfway,
    "drips": drips,
    "never ends": never_ends,
    "breaks off": breaks_off,
    "is cut short": is_cut_short,
    "asks too much": refuses(429),
    "breaks down": refuses(500),
    "wants another key": refuses(401),
    "has no such model": refuses(404),
    "sends a page": sends_a_page,
    "sends broken JSON": sends_broken_json,
    "sends other JSON": sends_other_json,
    "sends bytes": sends_bytes,
    "is no chat model": is_no_chat_model,
    "says nothing": says_nothing,
}
