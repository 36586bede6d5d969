"""What of a written answer is given: the model may add and shorten, never lose what was found.

The written sentences come first; whatever of the composed answer they do not say in full stands
below them, in the words of the documents. Where they miss the task that answers, or say only what
stands below anyway, the composed answer is given alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.models import Removed
from assistant.statements import Composed, Statement
from assistant.verifying.covering import meaning
from corpus.script import plain_form

_PIECE = re.compile(r"[，,。；;：:！？、\n]")
_NOT_SAID = re.compile(r"[*`\s“”]")
_YEAR = re.compile(r"^(?:19|20)[0-9]{2}年$")


@dataclass(frozen=True, slots=True)
class Kept:
    """``statements`` of the answer, none where the composed answer stands; then ``removed`` says why."""

    statements: tuple[Statement, ...]
    removed: tuple[Removed, ...] = ()


def kept_with(composed: Composed, written: Sequence[Statement]) -> Kept:
    """``written`` with what of ``composed`` it leaves unsaid."""
    first = tasks_of(composed.statements[:1])
    if not first & tasks_of(written):
        return Kept((), _replaced(written, "没有写到直接回答问题的任务"))
    said = _bare(" ".join(statement.text for statement in written))
    below = tuple(s for s in composed.statements if not _says(said, s))
    new = [s for s in written if not any(_repeats(s, statement) for statement in below)]
    if not new:
        return Kept((), _replaced(written, "只重复了原文"))
    return Kept((*new, *below))


def tasks_of(statements: Iterable[Statement]) -> set[str]:
    """The ids of the tasks that statements rest on."""
    return {evidence.task.id for statement in statements for evidence in statement.evidence}


def _replaced(written: Sequence[Statement], why: str) -> tuple[Removed, ...]:
    whole = "".join(f"{statement.text}。" for statement in written) or "（全文）"
    return (Removed(text=whole, why=f"{why}，改用直接摘自文件的回答"),)


def _says(said: str, statement: Statement) -> bool:
    """Whether every piece of the passages that a composed statement prints was said too."""
    text = _bare(statement.text)
    given = [piece for e in statement.evidence for piece in _pieces(e.plain) if piece in text]
    return bool(given) and all(piece in said for piece in given)


def _repeats(written: Statement, composed: Statement) -> bool:
    """Whether a written sentence only copies pieces of one statement that is given anyway."""
    printed = _bare(" ".join((composed.text, *(e.plain for e in composed.evidence))))
    return all(
        piece in printed or _YEAR.match(piece) or not meaning(piece)
        for piece in _pieces(written.text)
    )


def _pieces(text: str) -> list[str]:
    return [bare for piece in _PIECE.split(plain_form(text)) if (bare := _bare(piece))]


def _bare(text: str) -> str:
    return _NOT_SAID.sub("", plain_form(text))
