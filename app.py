"""Composition root: settings → index → assistant → page and API. No logic.

``mingju serve`` runs it; for another ASGI server: ``uvicorn app:create --factory``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.cli.runtime import open_service
from assistant.cli.serving import serve_command
from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from assistant.web.service import Service


def create() -> FastAPI:
    """The web over a service of its own, as the settings want it."""
    settings = load_settings()
    return compose(settings, open_service(settings))


def compose(settings: Settings, service: Service) -> FastAPI:
    """Page and API over ``service``."""
    from assistant.web.api.application import create_app
    from assistant.web.settings import WebSettings

    return create_app(
        service,
        WebSettings(
            api_keys_file=settings.api_keys_file,
            rate_limit=settings.rate_limit,
            cors_origins=settings.cors_origins,
        ),
    )


serve = serve_command(compose)
