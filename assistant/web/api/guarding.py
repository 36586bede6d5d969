"""Stands before every request: size, keys, frequency, security headers, counting.

Plain ASGI, so that streamed responses pass through untouched.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from assistant.web.keys import key_is_known
from assistant.web.metrics import Metrics
from assistant.web.problems import MEDIA_TYPE, Problem, ProblemCode
from assistant.web.rate import RateLimit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

_log = logging.getLogger(__name__)

API_PREFIX = "/v1/"
_COUNTED_PREFIXES = (API_PREFIX, "/downloads/", "/passages/", "/gradio_api/queue/join")

_SELF_ONLY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'"
)
"""The page's components need inline scripts and styles; nothing may come from another host."""

_EMBEDDABLE_PREFIX = "/cards/"


class Observed:
    """Outermost: sets the security headers, counts and times every request, writes one log line
    without query string or body."""

    def __init__(self, app: Asgi, *, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 500
        extra = _security_headers(str(scope["path"]))

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                present = {name.lower() for name, _ in message.get("headers", ())}
                message["headers"] = [
                    *message.get("headers", ()),
                    *((name, value) for name, value in extra if name not in present),
                ]
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        finally:
            seconds = time.perf_counter() - started
            route = _route_template(scope)
            self._metrics.request(route, str(scope["method"]), status, seconds)
            _log.info("%s %s %d %.0f ms", scope["method"], route, status, seconds * 1000)


class Guarded:
    """Refuses what is too large, comes without a key where keys are asked for, or too often."""

    def __init__(
        self,
        app: Asgi,
        *,
        max_body_bytes: int,
        key_hashes: tuple[str, ...] | None,
        rate_limit: RateLimit | None,
    ) -> None:
        self._app = app
        self._max_body_bytes = max_body_bytes
        self._key_hashes = key_hashes
        self._rate_limit = rate_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            caller = self._caller(scope)
            self._check_rate(scope, caller)
            receive = await self._read_body(scope, receive)
        except Problem as problem:
            await _send_problem(problem, send)
            return
        await self._app(scope, receive, send)

    def _caller(self, scope: Scope) -> str:
        """Who asks: the key, else the address. Raises Problem where a key is needed."""
        address = str((scope.get("client") or ("unknown",))[0])
        # A browser's preflight carries no key by design.
        if self._key_hashes is None or scope["method"] == "OPTIONS":
            return address
        if not str(scope["path"]).startswith(API_PREFIX):
            return address
        key = _key_of(_headers(scope))
        if key is None or not key_is_known(key, self._key_hashes):
            raise Problem(
                401,
                ProblemCode.KEY_NEEDED,
                "请在请求头里写明 Authorization: Bearer <密钥>。密钥请向管理员索取。",
                headers={"WWW-Authenticate": "Bearer"},
            )
        return f"key:{key}"

    def _check_rate(self, scope: Scope, caller: str) -> None:
        if self._rate_limit is None or not str(scope["path"]).startswith(_COUNTED_PREFIXES):
            return
        wait_s = self._rate_limit.wait_s(caller)
        if wait_s:
            raise Problem(
                429,
                ProblemCode.TOO_MANY_REQUESTS,
                f"请求过于频繁，请 {wait_s} 秒后再试。",
                headers={"Retry-After": str(wait_s)},
            )

    async def _read_body(self, scope: Scope, receive: Receive) -> Receive:
        """The whole body, read here so that a chunked one is measured too; then played back."""
        if scope["method"] in ("GET", "HEAD", "OPTIONS", "DELETE"):
            return receive
        declared = _headers(scope).get("content-length", "")
        if declared.isdigit() and int(declared) > self._max_body_bytes:
            raise self._too_large()
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                break
            body += message.get("body", b"")
            if len(body) > self._max_body_bytes:
                raise self._too_large()
            if not message.get("more_body", False):
                break
        played = False

        async def play_back() -> Message:
            nonlocal played
            if played:
                return await receive()
            played = True
            return {"type": "http.request", "body": bytes(body), "more_body": False}

        return play_back

    def _too_large(self) -> Problem:
        return Problem(
            413,
            ProblemCode.TOO_LARGE,
            f"请求正文超过 {self._max_body_bytes // 1024} KiB，请删减，或分几次提交。",
            headers={"Connection": "close"},
        )


def _headers(scope: Scope) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): value.decode("latin-1")
        for name, value in scope.get("headers", ())
    }


def _key_of(headers: dict[str, str]) -> str | None:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        return token.strip()
    return headers.get("x-api-key") or None


def _security_headers(path: str) -> list[tuple[bytes, bytes]]:
    headers = [
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
    ]
    if path.startswith(_EMBEDDABLE_PREFIX):
        policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *"
    elif path.startswith(API_PREFIX):
        policy = "default-src 'none'; frame-ancestors 'none'"
        headers.append((b"cache-control", b"no-store"))
    else:
        policy = f"{_SELF_ONLY}; frame-ancestors 'self'"
        headers.append((b"x-frame-options", b"SAMEORIGIN"))
    headers.append((b"content-security-policy", policy.encode("ascii")))
    return headers


def _route_template(scope: Scope) -> str:
    """The route as written in code; never the path itself, which may hold a question."""
    template = getattr(scope.get("route"), "path", None)
    return str(template) if template else "page"


async def _send_problem(problem: Problem, send: Send) -> None:
    body = problem.body()
    headers = {
        "Content-Type": MEDIA_TYPE,
        "Content-Length": str(len(body)),
        **problem.headers,
    }
    await send(
        {
            "type": "http.response.start",
            "status": problem.status,
            "headers": [
                (name.lower().encode("latin-1"), value.encode("latin-1"))
                for name, value in headers.items()
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})
