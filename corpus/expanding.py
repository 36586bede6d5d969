"""Document expansion: everyday questions and words kept as reviewed data beside the documents.

``corpus/expansions/<document id>.jsonl``, one record a line:

    {"task": id, "quote": characters of one clause, "asked": [questions], "words": [words]}

The quote, not a place in the file, ties a record to its clause, so that a record whose clause was
changed or lost is passed over instead of leading to another clause. A document without such a file
is searched by its own text. After Nogueira et al., "Document Expansion by Query Prediction" (2019).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import ExpansionInvalid
from corpus.models import Clause, Document, Expansion, Task


def read_expansions(
    folder: Path, documents: Iterable[Document], tasks: Iterable[Task]
) -> tuple[tuple[Expansion, ...], tuple[str, ...]]:
    """The expansions of all documents, and for each record passed over where it is and why.

    ``folder`` holds the files. Raises ExpansionInvalid, naming the line, for one that is no record.
    """
    by_id = {task.id: task for task in tasks}
    found: list[Expansion] = []
    stale: list[str] = []
    for document in documents:
        path = folder / f"{document.id}.jsonl"
        for number, record in _records(path) if path.is_file() else ():
            task = by_id.get(record.task)
            clause = _holding(task, record.quote) if task else None
            if clause:
                found.append(Expansion(clause.id, record.asked, record.words))
            else:
                stale.append(f"{path.name} 第 {number} 行：{record.task} 里没有“{record.quote}”")
    return tuple(found), tuple(stale)


class _Record(BaseModel):
    """One line of a file."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    task: str
    quote: str = Field(min_length=2)
    asked: tuple[str, ...] = Field(strict=False)
    words: tuple[str, ...] = Field(strict=False)


def _records(path: Path) -> Iterator[tuple[int, _Record]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ExpansionInvalid(
            f"检索扩展 {path} 无法读取：{error}。请改正，或删去该文件。"
        ) from error
    for number, line in enumerate(lines, 1):
        try:
            yield number, _Record.model_validate_json(line)
        except ValidationError as error:
            raise ExpansionInvalid(
                f"{path.name} 第 {number} 行要有 task、quote（文字）和 asked、words（文字列表）："
                f"{error.errors()[0]['msg']}。"
            ) from error


def _holding(task: Task, quote: str) -> Clause | None:
    """The clause that holds ``quote``, in simplified script."""
    return next((clause for clause in task.clauses if quote in clause.plain), None)
