"""Routes for those who run it: alive, ready, metrics; and the address book of the interface."""

from __future__ import annotations

from pathlib import Path

import fastapi_offline
from fastapi import APIRouter, FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles

from assistant.web.api.working import Desk
from assistant.web.metrics import CONTENT_TYPE, Metrics
from assistant.web.service import Readiness, Service

_ASSETS = Path(fastapi_offline.__file__).parent / "static"
_ASSETS_AT = "/docs-assets"


def operations_routes(service: Service, desk: Desk, metrics: Metrics) -> APIRouter:
    router = APIRouter(tags=["运行"])

    @router.get("/healthz", summary="进程是否活着")
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/readyz", summary="能否回答问题", responses={503: {"model": Readiness}})
    async def readyz() -> Response:
        readiness = await desk.look_up(service.ready)
        return JSONResponse(
            readiness.model_dump(mode="json"), status_code=200 if readiness.ready else 503
        )

    @router.get("/metrics", summary="Prometheus 指标")
    async def exposition() -> Response:
        return Response(metrics.exposition(), media_type=CONTENT_TYPE)

    return router


def install_docs(app: FastAPI) -> None:
    """Serve ``/docs`` from files on this machine; FastAPI's own page would load a CDN."""
    app.mount(_ASSETS_AT, StaticFiles(directory=_ASSETS), name="docs-assets")

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url="/openapi.json",
            title=f"{app.title} · 接口说明",
            swagger_js_url=f"{_ASSETS_AT}/swagger-ui-bundle.js",
            swagger_css_url=f"{_ASSETS_AT}/swagger-ui.css",
            swagger_favicon_url=f"{_ASSETS_AT}/favicon.png",
        )
