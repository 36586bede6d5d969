from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.web.api.application import create_app
from assistant.web.settings import WebSettings
from tests.assistant.web.fakes import FakeService


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def client(service: FakeService) -> Iterator[TestClient]:
    """The interface without the page; a failure inside is answered, not raised."""
    app = create_app(service, WebSettings(page=False, rate_limit=""))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
