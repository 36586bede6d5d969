"""Document expansion: everyday questions and words kept as reviewed data beside the documents.

``corpus/expansions/<document id>.jsonl``, one record a line:

    {"task": id, "quote": characters of one clause, "asked": [questions], "words": [words]}

The quote, not a place in the file, ties a record to its clause, so that a record whose clause was
changed or lost is passed over instead of leading to another clause. A document without such a file
is searched by its own text. After Nogueira et al., "Document Expansion by Query Prediction" (2019).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.errors import ExpansionInvalid
from corpus.models import Clause, Document, Expansion, Task

_KEYS = frozenset({"task", "quote", "asked", "words"})


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
            task = by_id.get(record["task"])
            clause = task and _holding(task, record["quote"])
            if clause:
                found.append(Expansion(clause.id, tuple(record["asked"]), tuple(record["words"])))
            else:
                stale.append(f"{path.name} 第 {number} 行：{record['task']} 里没有“{record['quote']}”")
    return tuple(found), tuple(stale)


def _records(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ExpansionInvalid(f"检索扩展 {path} 无法读取：{error}。请改正，或删去该文件。") from error
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
        except ValueError as error:
            raise ExpansionInvalid(f"{path.name} 第 {number} 行不是 JSON：{error}。") from error
        if not _is_record(record):
            raise ExpansionInvalid(
                f"{path.name} 第 {number} 行要有 task、quote（文字）和 asked、words（文字列表）。"
            )
        yield number, record


def _is_record(record: object) -> bool:
    return (
        isinstance(record, dict)
        and record.keys() == _KEYS
        and all(isinstance(record[key], str) and record[key] for key in ("task", "quote"))
        and all(
            isinstance(record[key], list) and all(isinstance(text, str) for text in record[key])
            for key in ("asked", "words")
        )
    )


def _holding(task: Task, quote: str) -> Clause | None:
    """The clause that holds ``quote``, in simplified script."""
    return next((clause for clause in task.clauses if quote in clause.plain), None)
