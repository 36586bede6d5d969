"""Cutting one message into the questions it asks."""

from __future__ import annotations

import re

from assistant.understanding.intents import INTERROGATIVE

_END = re.compile(r"(?<=[？?；;。！!])")
_COMMA = re.compile(r"[，,]")


def split_question(text: str) -> list[str]:
    """The questions in ``text``, in order; one element where it asks only one.

    A part without asking words belongs to the question behind it ("按报告，2024年是多少"); words
    before a colon that ask nothing introduce them all and stay with the first.
    """
    pieces: list[str] = []
    pending = ""
    for sentence in _END.split(text):
        for piece in _COMMA.split(sentence):
            if not piece.strip():
                continue
            pending = f"{pending}，{piece}" if pending else piece
            if INTERROGATIVE.search(piece):
                pieces.append(pending)
                pending = ""
    if pending:
        if pieces:
            pieces[-1] = f"{pieces[-1]}，{pending}"
        else:
            pieces.append(pending)
    return [piece.strip() for piece in pieces]
