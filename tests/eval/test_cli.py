"""The commands that need no system: report, compare, generate-cases; and wrong names refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli.runtime import Runtime
from eval import cli
from eval.cases import read_cases
from eval.systems import PRODUCT, SYSTEMS
from tests.eval.made_up import settings
from tests.eval.test_report import replies, stored


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stored(tmp_path / "old" / PRODUCT, settings(), replies(10))
    stored(tmp_path / "new" / PRODUCT, settings(), replies(1))
    return tmp_path


def call(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.app, list(arguments), obj=Runtime())
    return result.exit_code, result.stdout


def test_report_and_compare(folder: Path) -> None:
    code, text = call("report", str(folder / "new"), "--json")
    assert code == 0
    assert json.loads(text)["metrics"]["correct"]["value"] == 0.95
    page = folder / "report.html"
    assert call("report", str(folder / "new"), "--html", str(page))[0] == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    code, text = call("compare", str(folder / "old"), str(folder / "new"))
    assert code == 0
    assert "9 条变对，0 条变错" in text


def test_generate_cases(tmp_path: Path) -> None:
    out = tmp_path / "made.jsonl"
    assert call("generate-cases", "--out", str(out), "--per-shape", "2")[0] == 0
    assert len(read_cases(out)) == 2 * 9


def test_a_wrong_name_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        cli.app, ["run", "--out", str(tmp_path), "--system", "other"], obj=Runtime()
    )
    assert "没有叫 other 的系统" in str(result.exception)
    assert all(name in str(result.exception) for name in SYSTEMS)
