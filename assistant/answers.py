"""Answers kept under their permanent address: one JSON file each, written beside and renamed."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from threading import Lock

from assistant.models import Answer

_ID = re.compile(r"^[0-9a-f]{20}$")


class AnswerStore:
    """Keeps answers in a folder. The same answer is written once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: set[str] = set()
        self._lock = Lock()

    def keep(self, answer: Answer) -> None:
        """Stores ``answer``; an answer already kept stays as it is."""
        with self._lock:
            if answer.id in self._known:
                return
            self._known.add(answer.id)
        target = self._path(answer.id)
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(answer.model_dump_json())
        Path(name).replace(target)

    def find(self, answer_id: str) -> Answer | None:
        """The answer of this id, or None where none is kept."""
        if not _ID.match(answer_id):
            return None
        path = self._path(answer_id)
        if not path.exists():
            return None
        return Answer.model_validate_json(path.read_text(encoding="utf-8"))

    def _path(self, answer_id: str) -> Path:
        return self._folder / answer_id[:2] / f"{answer_id}.json"
