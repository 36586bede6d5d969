"""With a real model, opt-in: ``scripts/fetch_test_model.py`` says how.

A model of this size is often wrong. What the check does with that is the point: nothing it writes
reaches a reader unless each figure of it stands in the passage cited beside it.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from assistant.generating.breaker import Breaker
from assistant.generating.client import ServedModel
from assistant.generating.generating import EXTRACTIVE, UNAVAILABLE
from corpus.quantities import find_quantities
from tests.assistant.generating.conftest import Workshop, question
from tests.assistant.generating.lying import subjects

GGUF = os.environ.get("TEST_MODEL_GGUF", "")
ANSWERS = int(os.environ.get("TEST_MODEL_ANSWERS", "12"))
TIMEOUT_S = 90.0
LOADING_S = 120.0

pytestmark = pytest.mark.skipif(not GGUF, reason="TEST_MODEL_GGUF names no model file")


@pytest.fixture(scope="module")
def served_model() -> Iterator[ServedModel]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    python = os.environ.get("TEST_MODEL_PYTHON", sys.executable)
    command = [python, "-m", "llama_cpp.server", "--model", str(Path(GGUF).resolve())]
    command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "4096", "--n_threads", "2"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/v1/models", server)
        yield ServedModel(f"http://127.0.0.1:{port}/v1", "qwen2.5-coder-1.5b", None, TIMEOUT_S)
    finally:
        server.terminate()
        server.wait(30)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + LOADING_S
    while time.monotonic() < deadline and server.poll() is None:
        with (
            suppress(urllib.error.URLError, ConnectionError),
            urllib.request.urlopen(url, timeout=5),
        ):
            return
        time.sleep(0.5)
    pytest.fail("the model's server did not start")


def test_nothing_unsupported_is_kept_of_what_it_writes(
    workshop: Workshop, served_model: ServedModel
) -> None:
    generator = workshop.generator(served_model, Breaker(failures=ANSWERS))
    outcomes = {generator.label: 0, EXTRACTIVE: 0, UNAVAILABLE: 0}
    for subject in subjects(workshop.corpus, workshop.bodies, seed=11)[:ANSWERS]:
        figure = subject.task.figures[0]
        asked = question(f"{figure.indicator or subject.task.unit}的目标是多少？")
        started = time.monotonic()
        written = generator.write(asked, workshop.composed(subject.sentence))
        assert time.monotonic() - started < TIMEOUT_S + 2
        outcomes[written.generator] += 1
        for statement in written.composed.statements:
            quoted = " ".join(evidence.plain for evidence in statement.evidence)
            held = {(q.value, q.unit) for q in find_quantities(quoted)}
            said = {(q.value, q.unit) for q in find_quantities(statement.text)}
            assert said <= held, statement.text
    assert outcomes[UNAVAILABLE] < ANSWERS, "the server never gave a usable answer"
