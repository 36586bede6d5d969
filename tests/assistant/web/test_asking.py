from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from tests.assistant.web.fakes import FakeService


def test_an_answer_has_the_agreed_shape_and_its_citation_leads_back(client: TestClient) -> None:
    reply = client.post("/v1/ask", json={"question": "今年新建梨园的面积是多少？"})
    assert reply.status_code == 200
    answer = reply.json()
    assert answer["status"] == "answered"
    assert answer["figures"][0]["value"] == "300000"
    citation = answer["citations"][0]
    span = client.get(
        f"/v1/spans/{citation['document_id']}",
        params={"start": citation["start"], "end": citation["end"]},
    ).json()
    assert span["text"] == citation["quote"]
    assert span["sha256"] == citation["sha256"]
    assert client.get(f"/v1/answers/{answer['id']}").json() == answer


def test_history_and_document_choice_reach_the_service(
    client: TestClient, service: FakeService
) -> None:
    history = [{"role": "user", "content": "面积呢"}, {"role": "assistant", "content": "30万亩[1]"}]
    body = {"question": "谁牵头？", "history": history, "documents": ["orchard-plan-2031"]}
    assert client.post("/v1/ask", json=body).status_code == 200
    question, turns = service.asked[-1]
    assert question == "谁牵头？"
    assert [turn.content for turn in turns] == ["面积呢", "30万亩[1]"]


def test_a_refusal_is_a_normal_reply_with_its_reason(client: TestClient) -> None:
    answer = client.post("/v1/ask", json={"question": "火星上有什么？"}).json()
    assert (answer["status"], answer["reason"]) == ("refused", "not_in_corpus")


def test_a_stream_ends_with_the_same_answer(client: TestClient) -> None:
    body = {"question": "有哪些任务"}
    plain = client.post("/v1/ask", json=body).json()
    reply = client.post("/v1/ask", json=body, headers={"Accept": "text/event-stream"})
    assert reply.headers["content-type"].startswith("text/event-stream")
    events = [event.split("\n", 1) for event in reply.text.strip().split("\n\n")]
    names = [name.removeprefix("event: ") for name, _ in events]
    assert names == ["accepted", "text", "text", "answer"]
    assert json.loads(events[-1][1].removeprefix("data: ")) == plain


def test_a_stream_tells_of_a_defect_without_detail(client: TestClient) -> None:
    headers = {"Accept": "text/event-stream"}
    reply = client.post("/v1/ask", json={"question": "请崩溃"}, headers=headers)
    assert "event: problem" in reply.text
    assert "secret" not in reply.text


def test_verifying_gives_a_verdict_for_each_claim(client: TestClient) -> None:
    text = "新建梨园30万亩以上。新建梨园40万亩。"
    result = client.post("/v1/verify", json={"text": text, "reference_date": "2031-03-01"}).json()
    assert result["verdict"] == "contradicted"
    assert [claim["verdict"] for claim in result["claims"]] == ["supported", "contradicted"]
    assert result["claims"][1]["difference"] == "value"


def test_the_reply_to_a_text_is_the_same_bytes_again(client: TestClient) -> None:
    replies = [client.post("/v1/verify", json={"text": "新建梨园30万亩。"}) for _ in range(2)]
    assert replies[0].content == replies[1].content
    assert replies[0].headers["server-timing"].startswith("total;dur=")


@pytest.mark.parametrize(
    ("form", "head", "ending"),
    [("html", b"<!doctype html>", ".html"), ("markdown", b"# ", ".md"), ("docx", b"PK", ".docx")],
)
def test_a_check_is_handed_out_as_a_report(
    client: TestClient, form: str, head: bytes, ending: str
) -> None:
    body = {"text": "新建梨园30万亩以上。新建梨园40万亩。"}
    replies = [client.post(f"/v1/verify?format={form}", json=body) for _ in range(2)]
    assert replies[0].status_code == 200
    assert replies[0].content.startswith(head)
    assert replies[0].content == replies[1].content
    assert replies[0].headers["content-disposition"].endswith(ending)


def test_a_report_of_another_format_is_refused(client: TestClient) -> None:
    reply = client.post("/v1/verify?format=pdf", json={"text": "新建梨园30万亩。"})
    assert reply.status_code == 422
    assert "docx" in reply.text


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("/v1/ask", {"question": "  \n"}, 422, "empty_question"),
        ("/v1/ask", {"question": "长" * 2001}, 422, "too_long"),
        ("/v1/ask", {"question": "a" * 100_000}, 422, "too_long"),
        ("/v1/ask", {"question": "长" * 100_000}, 413, "too_large"),
        ("/v1/ask", {"question": "面积\x00"}, 422, "control_characters"),
        ("/v1/ask", {"question": "面积\ufffd"}, 422, "control_characters"),
        ("/v1/ask", {"question": 7}, 422, "invalid"),
        ("/v1/ask", {"question": None}, 422, "invalid"),
        ("/v1/ask", {}, 422, "invalid"),
        ("/v1/ask", [], 422, "invalid"),
        ("/v1/ask", {"question": "面积", "topic": "x"}, 422, "unknown_field"),
        ("/v1/ask", {"question": "面积", "documents": ["nowhere"]}, 422, "unknown_document"),
        ("/v1/ask", {"question": "面积", "documents": []}, 422, "invalid"),
        (
            "/v1/ask",
            {"question": "面积", "history": [{"role": "system", "content": "x"}]},
            422,
            "invalid",
        ),
        (
            "/v1/ask",
            {"question": "面积", "history": [{"role": "user", "content": "x"}] * 41},
            422,
            "invalid",
        ),
        ("/v1/verify", {"text": ""}, 422, "empty_question"),
        ("/v1/verify", {"text": "长" * 20_001}, 422, "too_long"),
        ("/v1/verify", {"text": "长", "reference_date": "昨天"}, 422, "invalid"),
    ],
)
def test_bad_requests_get_a_problem_document_in_chinese(
    client: TestClient, service: FakeService, path: str, body: object, status: int, code: str
) -> None:
    reply = client.post(path, json=body)
    assert reply.headers["content-type"] == "application/problem+json"
    problem = reply.json()
    assert (reply.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert any("\u4e00" <= character <= "\u9fff" for character in problem["title"])
    assert problem["detail"].endswith("。")
    assert not service.asked


@pytest.mark.parametrize(
    ("content", "content_type", "status", "code"),
    [
        (b'{"question": ', "application/json", 400, "bad_json"),
        (b"", "application/json", 422, "invalid"),
        (b'{"question": "\xff\xfe\x80"}', "application/json", 400, "bad_encoding"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "application/json", 400, "bad_encoding"),
        (b'{"question": "\\ud800"}', "application/json", 422, "control_characters"),
        (
            b'{"question": "a", "documents": ["\\ud800"]}',
            "application/json",
            422,
            "control_characters",
        ),
        (b'{"question": "a", "\\ud800": 1}', "application/json", 422, "bad_encoding"),
        (b"[" * 100_000, "application/json", 400, "bad_encoding"),
        ('{"question": "面积"}'.encode(), "text/plain", 415, "unsupported_media_type"),
        (
            "question=面积".encode(),
            "application/x-www-form-urlencoded",
            415,
            "unsupported_media_type",
        ),
    ],
)
def test_bodies_that_are_no_json_text(
    client: TestClient, content: bytes, content_type: str, status: int, code: str
) -> None:
    reply = client.post("/v1/ask", content=content, headers={"Content-Type": content_type})
    assert (reply.status_code, reply.json()["code"]) == (status, code)


def test_a_body_sent_in_chunks_is_measured_too(client: TestClient) -> None:
    chunks = (b"x" * 65_536 for _ in range(1000))
    reply = client.post("/v1/ask", content=chunks, headers={"Content-Type": "application/json"})
    assert reply.status_code == 413
    assert "KiB" in reply.json()["detail"]


def test_a_defect_is_a_plain_500_that_tells_nothing(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    reply = client.post("/v1/ask", json={"question": "请崩溃"})
    assert reply.status_code == 500
    assert reply.json()["code"] == "internal"
    assert "secret" not in reply.text
    assert "Traceback" not in reply.text
    assert "请崩溃" not in caplog.text


def test_unknown_answers_are_404(client: TestClient) -> None:
    reply = client.get("/v1/answers/none")
    assert (reply.status_code, reply.json()["code"]) == (404, "unknown_answer")
