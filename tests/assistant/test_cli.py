"""The command line over a made-up service: what it prints, and how it ends."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.main import run
from assistant.cli.runtime import Runtime
from assistant.cli.serving import _show_one_answer
from assistant.web.settings import MAX_QUESTION
from tests.assistant.web.fakes import FakeService
from tests.assistant.web.made_up import ROWS

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def mingju(
    service: FakeService,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    """Run one command; its exit code, standard output and standard error."""
    # Away from a mingju.toml that someone keeps in the checkout.
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        runtime = Runtime(lambda settings, progress: service, home=tmp_path)
        code = run(arguments, runtime)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def _stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_an_answer_comes_with_where_it_is_written(mingju: Command) -> None:
    code, out, err = mingju("ask", "梨园面积是多少？")
    assert code == 0
    assert "30万亩以上" in out
    assert f"[1] {ROWS[0].locator}" in out
    assert "orchard-plan-2031:" in out
    assert err == ""


def test_json_holds_the_whole_answer_in_plain_characters(mingju: Command) -> None:
    code, out, _ = mingju("ask", "梨园面积是多少？", "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["status"] == "answered"
    assert answer["figures"][0]["value"] == "300000"
    assert answer["citations"][0]["task_id"] == ROWS[0].task_id
    assert "梨园" in out


def test_a_refusal_ends_with_three(mingju: Command) -> None:
    code, out, _ = mingju("ask", "火星上有什么？")
    assert code == 3
    assert "没有这方面的内容" in out
    code, out, _ = mingju("ask", "火星上有什么？", "--json")
    assert code == 3
    assert json.loads(out)["reason"] == "not_in_corpus"


def test_earlier_questions_go_along_in_order(mingju: Command, service: FakeService) -> None:
    mingju("ask", "面积呢？", "--after", "梨园建了吗？", "--after", "谁牵头？")
    question, history = service.asked[-1]
    assert question == "面积呢？"
    assert [(turn.role, turn.content) for turn in history] == [
        ("user", "梨园建了吗？"),
        ("user", "谁牵头？"),
    ]


@pytest.mark.parametrize("question", ["", "  \n", "\udcff\udcfe"])
def test_an_empty_or_broken_question_is_wrong_use(mingju: Command, question: str) -> None:
    code, out, err = mingju("ask", question)
    assert code == 2
    assert out == ""
    assert err.startswith("问题")


def test_a_question_too_long_is_wrong_use(mingju: Command) -> None:
    code, _, err = mingju("ask", "长" * (MAX_QUESTION + 1))
    assert code == 2
    assert str(MAX_QUESTION) in err


def test_an_unknown_document_is_wrong_use(mingju: Command) -> None:
    code, _, err = mingju("ask", "面积？", "--document", "no-such")
    assert code == 2
    assert "no-such" in err


def test_an_unknown_option_is_wrong_use(mingju: Command) -> None:
    assert mingju("ask", "面积？", "--no-such")[0] == 2


def test_a_defect_is_told_without_a_traceback(mingju: Command) -> None:
    code, out, err = mingju("ask", "崩溃")
    assert code == 1
    assert out == ""
    assert "Traceback" not in err
    assert "--traceback" in err


def test_a_contradicted_text_ends_with_three(mingju: Command) -> None:
    code, out, _ = mingju("verify", "新建梨园30万亩以上。面积为40万亩。")
    assert code == 3
    assert "矛盾" in out
    assert "数值不同" in out


def test_a_supported_text_ends_with_nought(mingju: Command) -> None:
    code, out, _ = mingju("verify", "新建梨园30万亩以上。", "--json")
    assert code == 0
    assert json.loads(out)["verdict"] == "supported"


def test_text_to_verify_is_read_from_a_file_and_from_standard_input(
    mingju: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "稿件.txt"
    file.write_text("\ufeff新建梨园30万亩以上。", encoding="utf-8")
    assert json.loads(mingju("verify", str(file), "--json")[1])["text"] == "新建梨园30万亩以上。"
    _stdin(monkeypatch, "新建梨园30万亩以上。".encode())
    assert json.loads(mingju("verify", "-", "--json")[1])["text"] == "新建梨园30万亩以上。"


def test_text_in_another_encoding_is_wrong_use(
    mingju: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "稿件.txt"
    file.write_bytes("新建梨园".encode("gb18030"))
    code, _, err = mingju("verify", str(file))
    assert (code, "UTF-8" in err) == (2, True)
    _stdin(monkeypatch, "新建梨园".encode("gb18030"))
    code, _, err = mingju("verify", "-")
    assert (code, "UTF-8" in err) == (2, True)


@pytest.mark.parametrize(
    ("name", "head"),
    [("报告.md", b"#"), ("报告.docx", b"PK"), ("报告.html", b"<!doctype"), ("报告.json", b"{")],
)
def test_a_check_is_saved_as_a_report(
    mingju: Command, tmp_path: Path, name: str, head: bytes
) -> None:
    code, out, _ = mingju("verify", "新建梨园30万亩以上。", "--report", str(tmp_path / name))
    assert code == 0
    assert name in out
    assert (tmp_path / name).read_bytes().startswith(head)


def test_a_report_of_another_kind_is_wrong_use_before_the_work(
    mingju: Command, tmp_path: Path
) -> None:
    code, out, _ = mingju("verify", "新建梨园30万亩以上。", "--report", str(tmp_path / "报告.pdf"))
    assert (code, out) == (2, "")


def test_a_date_that_cannot_be_read_is_wrong_use(mingju: Command) -> None:
    code, _, err = mingju("verify", "新建梨园30万亩以上。", "--date", "去年")
    assert code == 2
    assert "2024-03-15" in err


def test_tasks_are_counted_and_filtered(mingju: Command) -> None:
    code, out, _ = mingju("tasks", "--lead", "市果树局")
    assert code == 0
    assert "共 1 项" in out
    assert ROWS[0].task_id in out
    page = json.loads(mingju("tasks", "--json")[1])
    assert page["total"] == len(ROWS)
    assert [row["task_id"] for row in page["rows"]] == [row.task_id for row in ROWS]


def test_a_limit_says_how_many_are_shown(mingju: Command) -> None:
    assert "共 3 项，显示 2 项" in mingju("tasks", "--limit", "2")[1]


@pytest.mark.parametrize(("name", "head"), [("表.csv", b"\xef\xbb\xbf"), ("表.xlsx", b"PK")])
def test_tasks_are_saved_as_a_table(
    mingju: Command, tmp_path: Path, name: str, head: bytes
) -> None:
    code, out, _ = mingju("tasks", "--output", str(tmp_path / name))
    assert code == 0
    assert "3 项" in out
    assert (tmp_path / name).read_bytes().startswith(head)


def test_a_table_of_another_kind_is_wrong_use(mingju: Command, tmp_path: Path) -> None:
    assert mingju("tasks", "--output", str(tmp_path / "表.pdf"))[0] == 2


def test_documents_say_how_far_they_reach(mingju: Command) -> None:
    _, out, _ = mingju("documents")
    assert "其余单位未收录" in out
    assert len(json.loads(mingju("documents", "--json")[1])["documents"]) == 2


def test_the_index_that_is_not_there_is_told_with_the_command_that_builds_it(
    mingju: Command,
) -> None:
    for command in ("status", "verify"):
        code, out, err = mingju("index", command, "--json")
        assert code == 1
        assert json.loads(out)["ok"] is False
        assert "mingju index build" in err


def test_the_corpus_is_read_and_told(mingju: Command) -> None:
    registered = json.loads(mingju("corpus", "status", "--json")[1])["documents"]
    assert all(row["intact"] for row in registered)
    parsed: dict[str, Any] = json.loads(mingju("corpus", "build", "--json")[1])
    assert all(row["tasks"] for row in parsed["documents"])
    assert all(piece["reason"] for piece in parsed["skipped"])


def test_a_wrong_setting_is_wrong_use(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINGJU_PRT", "1")
    assert run(["documents"]) == 2
    assert "MINGJU_PORT" in capsys.readouterr().err


def test_serving_asks_about_a_task_of_whatever_corpus_there_is(
    service: FakeService, capsys: pytest.CaptureFixture[str]
) -> None:
    _show_one_answer(service)
    question, _ = service.asked[-1]
    assert ROWS[0].unit in question
    assert question in capsys.readouterr().out


def test_help_comes_at_once_and_loads_nothing_heavy() -> None:
    started = time.monotonic()
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from assistant.cli.main import run; run(['--help']);"
            "print(*sorted({'torch', 'gradio', 'fastapi', 'llama_index', 'faiss', 'jieba'}"
            " & sys.modules.keys()))",
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip().splitlines()[-1].startswith("╰")
    assert {"ask", "verify", "tasks", "serve", "eval"} <= set(done.stdout.split())
    # Half a second on an idle machine; the rest is for one that is busy.
    assert time.monotonic() - started < 5
