"""Which settings make a model help, and with what."""

from __future__ import annotations

import pytest

from assistant.cli.runtime import assignment_of
from assistant.generating.model import Use
from assistant.settings import SettingsInvalid, load_settings


@pytest.fixture
def llm(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("MINGJU_GENERATOR", "llm")
    monkeypatch.setenv("MINGJU_LLM_BASE_URL", "http://127.0.0.1:8000/v1")
    monkeypatch.setenv("MINGJU_LLM_MODEL", "some-model")
    return monkeypatch


def test_no_model_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert assignment_of(load_settings()) is None
    monkeypatch.setenv("MINGJU_LLM_BASE_URL", "http://127.0.0.1:8000/v1")
    monkeypatch.setenv("MINGJU_LLM_MODEL", "some-model")
    assert assignment_of(load_settings()) is None


def test_a_model_only_writes_unless_told_more(llm: pytest.MonkeyPatch) -> None:
    assignment = assignment_of(load_settings())
    assert assignment is not None
    assert assignment.model.name == "some-model"
    assert assignment.uses == {Use.WRITE}


def test_every_use_has_its_switch(llm: pytest.MonkeyPatch) -> None:
    for use in Use:
        llm.setenv("MINGJU_LLM_USES", use.value)
        assignment = assignment_of(load_settings())
        assert assignment is not None
        assert assignment.uses == {use}
    llm.setenv("MINGJU_LLM_USES", "write, rewrite")
    assignment = assignment_of(load_settings())
    assert assignment is not None
    assert assignment.uses == {Use.WRITE, Use.REWRITE}


def test_an_unknown_use_is_refused_by_name(llm: pytest.MonkeyPatch) -> None:
    llm.setenv("MINGJU_LLM_USES", "write,paint")
    with pytest.raises(SettingsInvalid, match=r"MINGJU_LLM_USES.*rewrite"):
        load_settings()
