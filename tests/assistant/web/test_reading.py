from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from assistant.models import TaskRow
from assistant.web.tables import COLUMNS
from tests.assistant.web.made_up import HASHES, ROWS, SOURCES


def test_tasks_come_in_pages_with_the_full_total(client: TestClient) -> None:
    page = client.get("/v1/tasks", params={"limit": 2, "offset": 1}).json()
    assert (page["total"], page["limit"], page["offset"]) == (3, 2, 1)
    assert [row["task_id"] for row in page["rows"]] == [row.task_id for row in ROWS[1:]]


@pytest.mark.parametrize(
    ("conditions", "ids"),
    [
        ({"document": "lake-pledges-2032"}, [ROWS[2].task_id]),
        ({"unit": "市渔业局"}, [ROWS[2].task_id]),
        ({"person": "王小明"}, [ROWS[2].task_id]),
        ({"lead": "市园林局"}, [ROWS[1].task_id]),
        ({"participant": "市水务局"}, [ROWS[0].task_id]),
        ({"deadline": "8月底前"}, [ROWS[2].task_id]),
        ({"number": "（三）"}, [ROWS[2].task_id]),
        ({"q": "果园", "lead": "市果树局"}, []),
        ({"q": "梨园", "lead": " "}, [ROWS[0].task_id]),
    ],
)
def test_each_filter_reaches_the_service(
    client: TestClient, conditions: dict[str, str], ids: list[str]
) -> None:
    page = client.get("/v1/tasks", params=conditions).json()
    assert [row["task_id"] for row in page["rows"]] == ids


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(client: TestClient) -> None:
    reply = client.get("/v1/tasks", params={"format": "csv"})
    assert reply.content.startswith(b"\xef\xbb\xbf")
    assert "attachment" in reply.headers["content-disposition"]
    header, *lines = csv.reader(io.StringIO(reply.content.decode("utf-8-sig")))
    assert tuple(header) == COLUMNS
    assert len(lines) == 3
    text = header.index("任务内容")
    assert lines[0][text] == ROWS[0].text
    assert lines[1][text] == "'" + ROWS[1].text


def test_xlsx_holds_texts_not_formulas(client: TestClient) -> None:
    reply = client.get("/v1/tasks", params={"format": "xlsx", "document": "orchard-plan-2031"})
    sheet = load_workbook(io.BytesIO(reply.content)).active
    assert sheet is not None
    assert sheet.max_row == 3
    cell = sheet.cell(3, COLUMNS.index("任务内容") + 1)
    assert (cell.value, cell.data_type) == (ROWS[1].text, "s")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.task_id)
def test_every_task_has_its_own_address(client: TestClient, row: TaskRow) -> None:
    reply = client.get(f"/v1/tasks/{row.task_id}")
    assert reply.status_code == 200
    task = reply.json()
    assert task["task_id"] == row.task_id
    assert SOURCES[task["document_id"]][task["start"] : task["end"]] == task["text"]


def test_documents_say_what_is_missing(client: TestClient) -> None:
    documents = client.get("/v1/documents").json()["documents"]
    assert [document["sha256"] for document in documents] == list(HASHES.values())
    assert documents[1]["missing"] == ["市农业局"]


def test_search_gives_tasks_with_their_quotes(client: TestClient) -> None:
    found = client.get("/v1/search", params={"q": "梨园", "limit": 2}).json()
    assert [hit["quote"] for hit in found["hits"]] == ["30万亩以上", "12个"]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/v1/tasks/orchard-plan-2031/99", 404, "unknown_task"),
        ("/v1/tasks?document=nowhere", 404, "unknown_document"),
        ("/v1/tasks?document=nowhere&format=csv", 404, "unknown_document"),
        ("/v1/tasks?documnet=orchard-plan-2031", 422, "unknown_field"),
        ("/v1/tasks?format=pdf", 422, "invalid"),
        ("/v1/tasks?limit=0", 422, "invalid"),
        ("/v1/tasks?limit=501", 422, "invalid"),
        ("/v1/tasks?offset=-1", 422, "invalid"),
        ("/v1/tasks?q=%00", 422, "control_characters"),
        ("/v1/tasks?q=%ff%fe", 422, "control_characters"),
        ("/v1/search", 422, "invalid"),
        ("/v1/search?q=", 422, "empty_question"),
        ("/v1/search?q=a&documents=nowhere", 422, "unknown_document"),
        ("/v1/spans/nowhere?start=0&end=1", 404, "unknown_document"),
        ("/v1/spans/orchard-plan-2031?start=5&end=5", 422, "bad_span"),
        ("/v1/spans/orchard-plan-2031?start=-1&end=5", 422, "bad_span"),
        ("/v1/spans/orchard-plan-2031?start=0&end=999999", 422, "bad_span"),
        ("/v1/spans/orchard-plan-2031?start=a&end=5", 422, "invalid"),
        ("/v1/spans/orchard-plan-2031", 422, "invalid"),
        ("/v1/nothing", 404, "not_found"),
        ("/v2", 404, "not_found"),
    ],
)
def test_what_cannot_be_found_or_read_says_so(
    client: TestClient, path: str, status: int, code: str
) -> None:
    reply = client.get(path)
    assert reply.headers["content-type"] == "application/problem+json"
    assert (reply.status_code, reply.json()["code"]) == (status, code)


def test_a_wrong_method_names_the_right_ones(client: TestClient) -> None:
    reply = client.get("/v1/ask")
    assert (reply.status_code, reply.headers["allow"]) == (405, "POST")
    assert client.post("/v1/documents").status_code == 405
