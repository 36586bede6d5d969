"""A server that fails: the composed answer, with a plain note, in time; then the server rests."""

from __future__ import annotations

import logging
import socket
import time

import pytest
from llama_index.core import Settings

from assistant.generating.breaker import Breaker
from assistant.generating.client import ServedModel
from assistant.generating.errors import ModelFailed, ModelResting
from assistant.generating.generating import EXTRACTIVE, NOTE, UNAVAILABLE
from tests.assistant.generating.conftest import Workshop, model_of, question
from tests.assistant.generating.lying import subjects
from tests.assistant.generating.serving import FAILURES, Script, refuses

TIMEOUT_S = 0.8
SLACK_S = 3.0  # a busy machine
KEY = "sk-never-to-be-seen-0123456789"


@pytest.mark.parametrize("way", FAILURES)
def test_every_way_to_fail_ends_in_the_composed_answer(
    way: str, workshop: Workshop, script: Script
) -> None:
    sentence = subjects(workshop.corpus, workshop.bodies, seed=1)[0].sentence
    composed = workshop.composed(sentence)
    script.behaviour = FAILURES[way]
    started = time.monotonic()
    written = workshop.generator(model_of(script, TIMEOUT_S)).write(question(), composed)
    assert time.monotonic() - started < TIMEOUT_S + SLACK_S
    assert written.composed.statements == composed.statements
    assert written.generator == UNAVAILABLE
    assert written.composed.closing == NOTE
    assert len(script.requests) <= 1, "a failing server is asked once, without retries"


def test_no_server_at_all(workshop: Workshop) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    model = ServedModel(f"http://127.0.0.1:{port}/v1", "m", None, TIMEOUT_S)
    composed = workshop.composed(subjects(workshop.corpus, workshop.bodies, 1)[0].sentence)
    assert workshop.generator(model).write(question(), composed).generator == UNAVAILABLE


def test_a_broken_server_rests_and_is_tried_again(workshop: Workshop, script: Script) -> None:
    sentence = subjects(workshop.corpus, workshop.bodies, seed=1)[0].sentence
    composed = workshop.composed(sentence)
    generator = workshop.generator(model_of(script), Breaker(failures=2, rest_s=0.4))
    script.behaviour = refuses(500)
    for _ in range(5):
        assert generator.write(question(), composed).generator == UNAVAILABLE
    assert len(script.requests) == 2
    time.sleep(0.45)
    script.says(f"文件提出，{sentence}[P1]。")
    assert generator.write(question(), composed).generator == generator.label
    assert generator.write(question(), composed).generator == generator.label
    assert len(script.requests) == 4


def test_a_failed_trial_makes_it_rest_again(workshop: Workshop, script: Script) -> None:
    breaker = Breaker(failures=1, rest_s=0.2)
    for _ in range(2):
        with pytest.raises(ModelFailed), breaker.attempt():
            raise ModelFailed("down")
        assert breaker.is_resting
        with pytest.raises(ModelResting), breaker.attempt():
            pytest.fail("let through")
        time.sleep(0.25)


def test_only_one_reader_tries_a_server_that_rested() -> None:
    breaker = Breaker(failures=1, rest_s=0.05)
    with pytest.raises(ModelFailed), breaker.attempt():
        raise ModelFailed("down")
    time.sleep(0.1)
    with breaker.attempt():
        for _ in range(3):
            with pytest.raises(ModelResting), breaker.attempt():
                pytest.fail("a second trial beside the first")
    with breaker.attempt():
        assert not breaker.is_resting


def test_a_reader_who_leaves_is_no_failure_of_the_server() -> None:
    breaker = Breaker(failures=1)
    for error in (RuntimeError("the reader left"), KeyboardInterrupt()):
        with pytest.raises(type(error)), breaker.attempt():
            raise error
    assert not breaker.is_resting


def test_useless_words_do_not_make_the_server_rest(workshop: Workshop, script: Script) -> None:
    composed = workshop.composed(subjects(workshop.corpus, workshop.bodies, 1)[0].sentence)
    generator = workshop.generator(model_of(script), Breaker(failures=1))
    for said in ("每户免费发放补贴1200元[P1]。", "你好！有什么可以帮您？", "好的[P8]", "由[P1]。"):
        script.says(said)
        written = generator.write(question(), composed)
        assert written.generator == EXTRACTIVE
        assert written.composed == composed
        assert written.removed
    assert len(script.requests) == 4


def test_the_key_is_sent_and_never_logged(
    workshop: Workshop, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    composed = workshop.composed(subjects(workshop.corpus, workshop.bodies, 1)[0].sentence)
    script.behaviour = refuses(401)
    written = workshop.generator(model_of(script, key=KEY)).write(question(), composed)
    assert script.keys == [f"Bearer {KEY}"]
    assert "the model did not answer" in caplog.text
    assert KEY not in caplog.text
    assert KEY not in str(written)


def test_what_is_removed_stands_in_the_log_on_one_line(
    workshop: Workshop, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    composed = workshop.composed(subjects(workshop.corpus, workshop.bodies, 1)[0].sentence)
    script.says("每户免费发放补贴1200元\r2031-01-01 ERROR forged\x1b[31m[P1]。")
    written = workshop.generator(model_of(script)).write(question(), composed)
    assert written.removed
    found = [r.getMessage() for r in caplog.records if "taken out" in r.getMessage()]
    assert any("1200元" in line for line in found)
    assert not any(sign in line for line in found for sign in ("\r", "\n", "\x1b"))
    assert all(r.levelno >= logging.WARNING for r in caplog.records)


def test_the_default_models_of_the_library_stay_unset(workshop: Workshop, script: Script) -> None:
    composed = workshop.composed(subjects(workshop.corpus, workshop.bodies, 1)[0].sentence)
    script.says("好的[P1]。")
    workshop.generator(model_of(script)).write(question(), composed)
    assert Settings._llm is None
    assert Settings._embed_model is None


def test_what_the_environment_says_of_other_servers_is_not_used(
    workshop: Workshop, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_BASE", "http://127.0.0.1:9/v1")
    composed = workshop.composed(subjects(workshop.corpus, workshop.bodies, 1)[0].sentence)
    script.says("好的[P1]。")
    workshop.generator(model_of(script)).write(question(), composed)
    assert script.keys == ["Bearer none"]
