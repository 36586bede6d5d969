"""Reading the lists that lie beside this file, and refusing damaged ones."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Iterator

from index.lexicon.matching import GAP_MARK, folded


class LexiconError(ValueError):
    """A list is damaged. The message names file and line and says what to do."""


def records(
    name: str, needed: set[str], allowed: set[str]
) -> Iterator[tuple[str, dict[str, object]]]:
    """The records of one list with "file, line n" for messages; wrong keys are refused."""
    text = importlib.resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"{name}, line {number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise LexiconError(f"{where}: not one JSON object ({error}). Mend the line.") from error
        if not isinstance(record, dict) or not needed <= record.keys() <= needed | allowed:
            raise LexiconError(f"{where}: needs the keys {sorted(needed)} and no unknown one.")
        yield where, record


def strings(record: dict[str, object], key: str, where: str, least: int = 2) -> tuple[str, ...]:
    """A list of different words that open with ``least`` characters.

    One character is never clear enough to look for; as a translation it may do (元, 吨).
    """
    value = record[key]
    if not isinstance(value, list) or not value:
        raise LexiconError(f'{where}: "{key}" must be a list with at least one word.')
    words: list[str] = []
    for word in value:
        if not isinstance(word, str) or word != word.strip():
            raise LexiconError(f'{where}: "{key}" holds {word!r}; give words without outer blanks.')
        if len(word.split(GAP_MARK)[0]) < least or word in words:
            raise LexiconError(f'{where}: "{key}" holds {word!r}: too short, or given twice.')
        words.append(word)
    return tuple(words)


def refuse_repeats(name: str, wordings: Iterator[str]) -> None:
    seen: set[str] = set()
    for wording in map(folded, wordings):
        if wording in seen:
            raise LexiconError(f"{name}: {wording!r} stands in two records. Keep the better one.")
        seen.add(wording)
