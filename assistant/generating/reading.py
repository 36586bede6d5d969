"""Cutting what a model writes into statements, while it is still writing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.generating.errors import ModelFailed
from assistant.generating.tokens import ENDING

MOST_CHARACTERS = 4000
"""An answer longer than this is no answer: a model that does not stop."""
_LABEL = re.compile(r"^\s*(?:[-*•·>]+|#+|\d{1,2}[.、)）](?!\d)|[（(]\d{1,2}[)）])\s*")
_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
_CLOSING = " 。.；;，,、\t"


def statements_of(pieces: Iterable[str]) -> Iterator[str]:
    """Each statement with its tokens, as soon as it is complete; text without a token comes too.

    A statement ends behind its tokens or with its line. Raises ModelFailed for endless output.
    """
    buffer, length = "", 0
    for piece in pieces:
        length += len(piece)
        if length > MOST_CHARACTERS:
            raise ModelFailed("endless", f"more than {MOST_CHARACTERS} characters")
        buffer += piece
        if "<think>" in buffer and "</think>" not in buffer:
            continue
        buffer = _THINKING.sub("", buffer)
        complete, buffer = _complete(buffer)
        yield from complete
    complete, rest = _complete(buffer + "\n")
    yield from complete
    if rest.strip():
        yield rest


def _complete(buffer: str) -> tuple[list[str], str]:
    """The statements that are complete in ``buffer``, and what is left of it."""
    done: list[str] = []
    *lines, rest = buffer.split("\n")
    for line in lines:
        done += _of_line(line)
    while (cut := _cut(rest)) is not None:
        done += _of_line(rest[:cut])
        rest = rest[cut:]
    return done, rest


def _cut(text: str) -> int | None:
    """Where the first statement of an unfinished line ends: where text begins behind its tokens."""
    for match in ENDING.finditer(text):
        behind = text[match.end() :]
        follows = behind.lstrip(_CLOSING)
        if match.start() and follows and follows[0] not in "[【":
            return match.end() + len(behind) - len(follows)
    return None


def _of_line(line: str) -> list[str]:
    found = []
    while (cut := _cut(line)) is not None:
        found.append(line[:cut])
        line = line[cut:]
    found.append(line)
    trimmed = (_LABEL.sub("", one).strip(_CLOSING) for one in found)
    return [one for one in trimmed if one]
