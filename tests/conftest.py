"""What holds for every test: no network beyond this machine, no settings from outside."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import Any

import pytest

# Before any library reads them.
os.environ |= {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "DO_NOT_TRACK": "1",
}
for name in [name for name in os.environ if name.upper().startswith("MINGJU_")]:
    del os.environ[name]

_connect = socket.socket.connect


def _connect_here_only(self: socket.socket, address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else "local"
    if host not in {"local", "localhost", "127.0.0.1", "::1"}:
        pytest.fail(f"a test tried to reach {host}: tests use no network")
    _connect(self, address)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _connect_here_only)


@pytest.fixture(scope="session")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """Cuts a text into the words of the general dictionary."""
    from index.tokenizing import Tokenizer  # only now: the settings above must be there first

    return Tokenizer([], tmp_path_factory.mktemp("words")).pieces
