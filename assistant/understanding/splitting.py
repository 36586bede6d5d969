"""Cutting one message into the questions it asks."""

from __future__ import annotations

import re

from assistant.understanding.intents import INTERROGATIVE

_END = re.compile(r"(?<=[？?；;。！!])")
_COMMA = re.compile(r"[，,]")
_PAUSE = re.compile(r"、")


def split_question(text: str) -> list[str]:
    """The questions in ``text``, in order; one element where it asks only one.

    A part without asking words belongs to the question behind it ("按报告，2024年是多少"); words
    before a colon that ask nothing introduce them all and stay with the first.
    """
    pieces: list[str] = []
    pending = ""
    for sentence in _END.split(text):
        for piece in _pieces(sentence):
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


def _pieces(sentence: str) -> list[str]:
    """A sentence cut at its commas, and at "、" where each of the things it parts is asked for
    ("改造几处、加固几座"); a plain enumeration stays whole."""
    pieces: list[str] = []
    for piece in _COMMA.split(sentence):
        items = _PAUSE.split(piece)
        asking = [item for item in items if INTERROGATIVE.search(item)]
        pieces += items if len(items) > 1 and len(asking) == len(items) else [piece]
    return pieces
