"""Puts the interface and the page together around a service; start reading here."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from starlette.exceptions import HTTPException
from starlette.routing import Match, Mount

from assistant.web.api import handlers
from assistant.web.api.asking import asking_routes
from assistant.web.api.guarding import Guarded, Observed
from assistant.web.api.operations import install_docs, operations_routes
from assistant.web.api.public import public_routes
from assistant.web.api.reading import reading_routes
from assistant.web.api.working import Desk
from assistant.web.keys import load_key_hashes
from assistant.web.metrics import Metrics
from assistant.web.rate import RateLimit
from assistant.web.service import Service
from assistant.web.settings import WebSettings

_OTHER = "/v1/{rest:path}"
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def create_app(service: Service, web_settings: WebSettings) -> FastAPI:
    """The whole web: ``/v1/…``, health, metrics, docs, and the page at ``/``.

    Raises BadKeysFile or BadRateLimit for settings that cannot be used.
    """
    metrics = Metrics()
    desk = Desk(web_settings.concurrency, web_settings.queue_wait_s, metrics)
    app = FastAPI(
        title="明据 Mingju",
        version="1",
        summary="政府承诺问答：每个数字、日期和名称都能回到原文",
        docs_url=None,
        redoc_url=None,
    )
    handlers.install(app)
    app.include_router(asking_routes(service, desk, metrics))
    app.include_router(reading_routes(service, desk))
    app.include_router(public_routes(service, desk))
    app.include_router(operations_routes(service, desk, metrics))
    install_docs(app)
    _refuse_other_addresses(app)
    _install_guards(app, web_settings, metrics)
    if web_settings.page:
        # Imported here: the page takes a second to load, and the interface works without it.
        from assistant.web.page.mounting import mount_page

        mount_page(app, service, web_settings, metrics)
    return app


def _install_guards(app: FastAPI, settings: WebSettings, metrics: Metrics) -> None:
    """The last one added stands outermost."""
    key_hashes = load_key_hashes(settings.api_keys_file) if settings.api_keys_file else None
    app.add_middleware(
        Guarded,
        max_body_bytes=settings.max_body_bytes,
        key_hashes=key_hashes,
        rate_limit=RateLimit(settings.rate_limit) if settings.rate_limit else None,
    )
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "X-API-Key"],
        )
    app.add_middleware(Observed, metrics=metrics)


def _refuse_other_addresses(app: FastAPI) -> None:
    """The page is mounted at "/" and would answer what no route above takes: under /v1 say 404
    or 405 instead."""

    @app.api_route(_OTHER, methods=_METHODS, include_in_schema=False)
    async def other(request: Request, rest: str) -> None:
        allowed: set[str] = set()
        for method in _METHODS:
            scope = {**request.scope, "method": method}
            for route in app.router.routes:
                # The page's mount takes every address, and so does this route.
                if isinstance(route, Mount) or getattr(route, "path", "") == _OTHER:
                    continue
                if route.matches(scope)[0] is Match.FULL and method != "OPTIONS":
                    allowed.add(method)
        if allowed:
            raise HTTPException(405, headers={"Allow": ", ".join(sorted(allowed))})
        raise HTTPException(404)
