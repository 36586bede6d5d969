"""What commands work with, made when first asked for: the settings and the opened service.

Tests hand in a Runtime whose ``opener`` gives a fake service.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import typer

if TYPE_CHECKING:
    from assistant.generating.model import Assignment
    from assistant.settings import Settings
    from assistant.web.service import Service
    from index.progress import Progress

Opener = Callable[["Settings", "Progress"], "Service"]
"""Opens the service that the settings ask for, telling how far it is."""


class Runtime:
    """Settings and service of one run of the command line."""

    def __init__(self, opener: Opener | None = None, **overrides: Any) -> None:
        self._opener = opener or open_service
        self.overrides = overrides

    @cached_property
    def settings(self) -> Settings:
        """Raises SettingsInvalid."""
        from assistant.settings import load_settings

        return load_settings(**self.overrides)

    @cached_property
    def service(self) -> Service:
        """The opened service; builds the index first where there is none."""
        from assistant.cli.rendering import progress_bar

        with progress_bar() as progress:
            return self._opener(self.settings, progress)


def open_service(settings: Settings, progress: Progress | None = None) -> Service:
    """The real service, as the settings want it; builds the index first where there is none."""
    from assistant.service import AssistantService
    from index.progress import silent

    return AssistantService.open(
        home=settings.home,
        embedding_model=settings.embedding_model,
        assignment=assignment_of(settings),
        build_if_missing=True,
        progress=progress or silent,
    )


def assignment_of(settings: Settings) -> Assignment | None:
    """The model that helps to answer and what with, or None where the settings want none."""
    if settings.generator != "llm":
        return None
    from assistant.generating.client import ServedModel
    from assistant.generating.model import Assignment, Use

    key = settings.llm_api_key
    model = ServedModel(
        base_url=settings.llm_base_url or "",
        model=settings.llm_model or "",
        api_key=key.get_secret_value() if key else None,
        timeout_s=settings.llm_timeout_s,
    )
    return Assignment(model, frozenset(Use(name) for name in settings.llm_uses))


def runtime_of(context: typer.Context) -> Runtime:
    """The Runtime that ``main`` put into the context."""
    return cast("Runtime", context.find_root().obj)
