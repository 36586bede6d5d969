"""Settings: where they come from, and what an unknown or wrong one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import SettingsInvalid, load_settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_defaults_serve_on_this_machine_alone_and_compose_without_a_model() -> None:
    settings = load_settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)
    assert (settings.embedding_model, settings.generator) == ("bundled", "extractive")
    assert settings.home.is_absolute()


def test_the_command_line_comes_before_the_environment_before_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("mingju.toml").write_text('port = 1111\nhost = "::1"\n', encoding="utf-8")
    assert load_settings().port == 1111
    monkeypatch.setenv("MINGJU_PORT", "2222")
    assert load_settings().port == 2222
    assert load_settings(port=3333, host=None).port == 3333
    assert load_settings(port=3333, host=None).host == "::1"


def test_an_unknown_variable_is_refused_with_the_nearest_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MINGJU_EMBEDING_MODEL", "bundled")
    with pytest.raises(SettingsInvalid, match="MINGJU_EMBEDDING_MODEL"):
        load_settings()


def test_an_unknown_key_of_the_file_is_refused_with_the_nearest_name() -> None:
    Path("mingju.toml").write_text('generater = "llm"\n', encoding="utf-8")
    with pytest.raises(SettingsInvalid, match=r"generater.*generator"):
        load_settings()


def test_a_file_that_is_no_toml_is_refused_in_words() -> None:
    Path("mingju.toml").write_text("port = = 3\n", encoding="utf-8")
    with pytest.raises(SettingsInvalid, match=r"mingju\.toml"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MINGJU_PORT", "70000"),
        ("MINGJU_PORT", "eighty"),
        ("MINGJU_GENERATOR", "oracle"),
        ("MINGJU_RATE_LIMIT", "many"),
        ("MINGJU_LLM_TIMEOUT_S", "0"),
    ],
)
def test_a_wrong_value_is_refused_by_name(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsInvalid, match=f"{name}.*{value}"):
        load_settings()


def test_a_generating_model_needs_its_address_and_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGJU_GENERATOR", "llm")
    with pytest.raises(SettingsInvalid, match="MINGJU_LLM_BASE_URL"):
        load_settings()
    monkeypatch.setenv("MINGJU_LLM_BASE_URL", "http://127.0.0.1:8000/v1")
    monkeypatch.setenv("MINGJU_LLM_MODEL", "some-model")
    assert load_settings().generator == "llm"


def test_the_key_of_the_model_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGJU_LLM_API_KEY", "very-secret")
    assert "very-secret" not in repr(load_settings())


def test_origins_are_parted_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGJU_CORS_ORIGINS", "https://a.example, https://b.example")
    assert load_settings().cors_origins == ("https://a.example", "https://b.example")
