from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.web.api.application import create_app
from assistant.web.settings import WebSettings
from tests.assistant.web.fakes import FakeService
from tests.assistant.web.made_up import ROWS, SOURCES


def _ask(client: TestClient, question: str) -> str:
    return str(client.post("/v1/ask", json={"question": question}).json()["id"])


def test_a_passage_shows_the_quote_in_its_surroundings(client: TestClient) -> None:
    row = ROWS[1]
    page = client.get(f"/passages/{row.document_id}?start={row.start}&end={row.end}")
    assert page.status_code == 200
    before = SOURCES[row.document_id][: row.start]
    assert before.splitlines()[-1] in page.text
    assert "<mark" in page.text
    assert "<b>长期坚持</b>" not in page.text
    assert "&lt;b&gt;长期坚持&lt;/b&gt;" in page.text
    assert row.sha256 in page.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/passages/nowhere?start=0&end=1", 404),
        ("/passages/orchard-plan-2031?start=9&end=9999999", 422),
        ("/cards/none", 404),
        ("/downloads/answers/none", 404),
    ],
)
def test_links_that_lead_nowhere_say_so(client: TestClient, path: str, status: int) -> None:
    reply = client.get(path)
    assert reply.status_code == status
    assert "Traceback" not in reply.text


def test_a_card_may_stand_in_other_pages_and_runs_nothing(client: TestClient) -> None:
    card = client.get(f"/cards/{_ask(client, '<script>alert(1)</script>面积')}")
    policy = card.headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "x-frame-options" not in card.headers
    assert "<script>" not in card.text
    assert "梨政发〔2031〕2号 第1项" in card.text


def test_the_rows_of_an_answer_can_be_saved(client: TestClient) -> None:
    reply = client.get(f"/downloads/answers/{_ask(client, '有哪些任务')}", params={"format": "csv"})
    assert len(list(csv.reader(io.StringIO(reply.content.decode("utf-8-sig"))))) == 4
    assert client.get(f"/downloads/answers/{_ask(client, '面积')}").status_code == 404


def test_the_page_keeps_its_links_where_the_interface_asks_for_keys(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    keys.write_text("0" * 64, encoding="utf-8")
    client = TestClient(create_app(FakeService(), WebSettings(page=False, api_keys_file=keys)))
    assert client.get("/v1/tasks").status_code == 401
    assert client.get("/downloads/tasks?format=csv").status_code == 200
    assert client.get("/passages/orchard-plan-2031?start=0&end=4").status_code == 200
