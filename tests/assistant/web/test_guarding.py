from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.models import Answer
from assistant.web.api.application import create_app
from assistant.web.keys import BadKeysFile, load_key_hashes
from assistant.web.rate import BadRateLimit
from assistant.web.settings import WebSettings
from tests.assistant.web.fakes import FakeService


def _client(service: FakeService | None = None, **settings: object) -> TestClient:
    given = {"page": False, "rate_limit": "", **settings}
    return TestClient(create_app(service or FakeService(), WebSettings.model_validate(given)))


@pytest.fixture
def keys_file(tmp_path: Path) -> Path:
    path = tmp_path / "keys"
    digest = hashlib.sha256(b"open sesame").hexdigest()
    path.write_text(f"# keys\nnewsroom:{digest}\n\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer wrong"}, 401),
        ({"Authorization": "Basic open sesame"}, 401),
        ({"Authorization": "Bearer open sesame"}, 200),
        ({"X-API-Key": "open sesame"}, 200),
    ],
)
def test_where_keys_are_set_only_their_holders_pass(
    keys_file: Path, headers: dict[str, str], status: int
) -> None:
    client = _client(api_keys_file=keys_file)
    assert client.get("/v1/documents", headers=headers).status_code == status
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("content", ["", "# nothing\n", "newsroom:open sesame\n"])
def test_an_unusable_keys_file_stops_the_start(tmp_path: Path, content: str) -> None:
    path = tmp_path / "keys"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadKeysFile):
        load_key_hashes(path)


def test_too_many_requests_are_told_when_to_come_back() -> None:
    client = _client(rate_limit="2/minute")
    assert [client.get("/v1/documents").status_code for _ in range(3)] == [200, 200, 429]
    refused = client.get("/v1/documents")
    assert int(refused.headers["retry-after"]) >= 1
    assert refused.json()["code"] == "too_many_requests"
    assert client.get("/healthz").status_code == 200


def test_a_rate_limit_that_is_none_stops_the_start() -> None:
    with pytest.raises(BadRateLimit):
        _client(rate_limit="often")


def test_other_origins_are_let_in_only_by_name() -> None:
    origin = {"Origin": "https://example.org"}
    assert (
        "access-control-allow-origin" not in _client().get("/v1/documents", headers=origin).headers
    )
    listed = _client(cors_origins=("https://example.org",))
    reply = listed.get("/v1/documents", headers=origin)
    assert reply.headers["access-control-allow-origin"] == "https://example.org"
    other = listed.get("/v1/documents", headers={"Origin": "https://example.com"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize("path", ["/v1/documents", "/v1/nothing", "/healthz", "/docs"])
def test_every_reply_carries_the_security_headers(path: str) -> None:
    headers = _client().get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src" in headers["content-security-policy"]


def test_a_full_house_sends_the_next_one_away() -> None:
    class Slow(FakeService):
        started = threading.Event()
        released = threading.Event()

        def ask(self, *args: object, **kwargs: object) -> Answer:
            self.started.set()
            self.released.wait(10)
            return super().ask("面积")

    slow = Slow()
    with _client(slow, concurrency=1, queue_wait_s=0.05) as client:
        statuses: list[int] = []
        first = threading.Thread(
            target=lambda: statuses.append(
                client.post("/v1/ask", json={"question": "面积"}).status_code
            )
        )
        first.start()
        assert slow.started.wait(10)
        refused = client.post("/v1/ask", json={"question": "面积"})
        assert client.get("/v1/documents").status_code == 200
        slow.released.set()
        first.join()
    assert (refused.status_code, refused.json()["code"]) == (503, "busy")
    assert statuses == [200]


def test_metrics_count_endings_and_hold_no_question() -> None:
    client = _client()
    client.post("/v1/ask", json={"question": "火星上有什么？"})
    client.get("/v1/search", params={"q": "火星"})
    client.get("/v1/tasks/orchard-plan-2031/1")
    text = client.get("/metrics").text
    assert 'mingju_answers_total{reason="not_in_corpus",status="refused"} 1.0' in text
    assert 'route="/v1/tasks/{task_id:path}"' in text
    assert "火星" not in text


def test_readiness_says_what_to_do() -> None:
    assert _client().get("/readyz").status_code == 200
    reply = _client(FakeService(is_ready=False)).get("/readyz")
    assert reply.status_code == 503
    assert "mingju index build" in reply.json()["detail"]


def test_the_docs_page_loads_nothing_from_elsewhere() -> None:
    client = _client()
    page = client.get("/docs").text
    assert "https://" not in page
    assert client.get("/docs-assets/swagger-ui-bundle.js").status_code == 200
    assert set(client.get("/openapi.json").json()["paths"]) >= {
        "/v1/ask",
        "/v1/verify",
        "/v1/tasks",
        "/v1/tasks/{task_id}",
        "/v1/documents",
        "/v1/search",
        "/v1/answers/{answer_id}",
        "/v1/spans/{document_id}",
    }
