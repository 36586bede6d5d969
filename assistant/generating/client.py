"""The model behind an OpenAI-compatible server. Only file on LlamaIndex's OpenAI-compatible LLM."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.llms.openai_like import OpenAILike

from assistant.generating.errors import ModelFailed

_MOST_TOKENS = 700
_CONTEXT = 8192
_FINISHED = {"stop", "eos", "end_turn"}


@dataclass(frozen=True)
class _Piece:
    text: str = ""
    failure: ModelFailed | None = None
    last: bool = False


@dataclass
class _Call:
    pieces: queue.Queue[_Piece] = field(default_factory=queue.Queue)
    given_up: threading.Event = field(default_factory=threading.Event)


class ServedModel:
    """A chat model served over HTTP. ``timeout_s`` limits the whole call, connection to last word."""

    def __init__(
        self,
        base_url: str,
        model: str,
        api_key: str | None,
        timeout_s: float,
        most_tokens: int = _MOST_TOKENS,
    ) -> None:
        self._timeout_s = timeout_s
        self._name = model
        # Every value is given: what is left out, the library would take from the environment.
        self._llm = OpenAILike(
            model=model,
            api_base=base_url,
            api_key=api_key or "none",
            is_chat_model=True,
            is_function_calling_model=False,
            context_window=_CONTEXT,
            max_tokens=most_tokens,
            temperature=0.0,
            max_retries=0,
            timeout=timeout_s,
            default_headers={},
        )

    @property
    def name(self) -> str:
        return self._name

    def stream(self, system: str, request: str, since: float | None = None) -> Iterator[str]:
        """See ``assistant.generating.model.Model.stream``."""
        began = time.perf_counter() if since is None else since
        deadline = began + self._timeout_s
        call = _Call()
        # A thread of its own: a read that hangs cannot be interrupted, but it can be left behind.
        threading.Thread(target=self._run, args=(call, system, request), daemon=True).start()
        try:
            while True:
                try:
                    piece = call.pieces.get(timeout=max(0.0, deadline - time.perf_counter()))
                except queue.Empty:
                    raise ModelFailed("slow", f"no end within {self._timeout_s:g} s") from None
                if piece.failure is not None:
                    raise piece.failure
                if piece.last:
                    return
                if time.perf_counter() > deadline:
                    raise ModelFailed("slow", f"no end within {self._timeout_s:g} s")
                yield piece.text
        finally:
            call.given_up.set()

    def _run(self, call: _Call, system: str, request: str) -> None:
        try:
            messages = [
                ChatMessage(role=MessageRole.SYSTEM, content=system),
                ChatMessage(role=MessageRole.USER, content=request),
            ]
            finish = None
            for response in self._llm.stream_chat(messages):
                if call.given_up.is_set():
                    return
                choices = getattr(response.raw, "choices", None) or []
                finish = (choices[0].finish_reason if choices else None) or finish
                if response.delta:
                    call.pieces.put(_Piece(text=response.delta))
            if finish not in _FINISHED:
                kind = "endless" if finish == "length" else "broken_off"
                raise ModelFailed(kind, f"finish reason {finish}")
            call.pieces.put(_Piece(last=True))
        except ModelFailed as failure:
            call.pieces.put(_Piece(failure=failure))
        except Exception as error:  # whatever a server sends, the reader gets the composed answer
            call.pieces.put(_Piece(failure=_failure_of(error)))


def _failure_of(error: Exception) -> ModelFailed:
    """The library's error by its class and HTTP status. Its message stays out: servers repeat keys
    and prompts in theirs."""
    status = getattr(error, "status_code", None)
    name = type(error).__name__
    if "Timeout" in name:
        return ModelFailed("slow", name)
    if status is not None:
        return ModelFailed("refused", f"{name}, status {status}")
    return ModelFailed("unusable", name)
