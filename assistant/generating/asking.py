"""Reading a question with a model's help: in other words, in parts, with more words to search with.

None of it may change what is asked: what a model makes of a question counts only if it holds the
same numbers and names nobody the question does not name. Whatever goes wrong, the question stays as
the program understood it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.generating.breaker import Breaker
from assistant.generating.errors import ModelFailed
from assistant.generating.model import Model, Use
from assistant.generating.prompting import load_prompt
from assistant.understanding.entities import EntityIndex
from assistant.understanding.named import EntityKind
from assistant.understanding.query import Query
from corpus.script import plain_form

_LABEL = re.compile(r"^\s*(?:[-*•·]+|\d{1,2}[.、)）](?!\d)|[（(]\d{1,2}[)）])\s*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"^[\u4e00-\u9fff]{2,10}$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_MOST_PARTS, _MOST_WORDS, _LONGEST = 4, 6, 200
_MOST_CHARACTERS = 600

_log = logging.getLogger(__name__)


class Understands(Protocol):
    """Understanding, as this file needs it."""

    def understand(self, question: str, history: Sequence[str] = ()) -> Query:
        """The question with the chat before it, understood."""


class QuestionReader(Protocol):
    """Helps to understand a question, or leaves it as it is."""

    def read(self, query: Query, earlier: Sequence[str], since: float | None = None) -> Query:
        """``query``, asking the same; never raises for a failing model."""


@dataclass(frozen=True)
class ModelReader:
    """Reads questions with a language model, as far as its uses are switched on."""

    model: Model
    breaker: Breaker
    uses: frozenset[Use]
    understander: Understands
    entities: EntityIndex

    def read(self, query: Query, earlier: Sequence[str], since: float | None = None) -> Query:
        """``query`` with what the model makes of it; itself where that fails or changes the
        question. ``since`` is when the question came (``time.perf_counter()``)."""
        helped: list[str] = []
        if Use.READ in self.uses and (read := self._in_plain_chinese(query, earlier, since)):
            query = read
            helped.append("read")
        if Use.SPLIT in self.uses and not query.parts and (parts := self._in_parts(query, since)):
            query = replace(query, parts=parts)
            helped.append("split")
        if Use.REWRITE in self.uses and (words := self._words(query, since)):
            query = replace(
                query,
                more=(*query.more, *words),
                parts=tuple(replace(part, more=(*part.more, *words)) for part in query.parts),
            )
            helped.append("rewrite")
        return replace(query, helped=tuple(self._label(name) for name in helped))

    def _label(self, name: str) -> str:
        return f"{self.model.name}@{load_prompt(name).version}"

    def _in_plain_chinese(
        self, query: Query, earlier: Sequence[str], since: float | None
    ) -> Query | None:
        lines = self._lines("read", query.question, since)
        if len(lines) != 1 or not _HAN.search(lines[0]) or lines[0] == query.question:
            return None
        (line,) = lines
        if not self._same_numbers(query.question, line):
            return None
        foreign = len(_LATIN_WORD.findall(query.question)) > len(_HAN.findall(query.question))
        # Names of a foreign question are those the program's own reading found in it.
        if self._named(line) != self._named(query.text if foreign else query.question):
            return None
        return replace(self.understander.understand(line, earlier), question=query.question)

    def _in_parts(self, query: Query, since: float | None) -> tuple[Query, ...]:
        lines = self._lines("split", query.text, since)
        if not 2 <= len(lines) <= _MOST_PARTS or any(
            self._adds(query.text, line) for line in lines
        ):
            return ()
        whole = _numbers(query.text), self._named(query.text)
        if (set().union(*map(_numbers, lines)), set().union(*map(self._named, lines))) != whole:
            return ()
        return tuple(self.understander.understand(line) for line in lines)

    def _words(self, query: Query, since: float | None) -> tuple[str, ...]:
        lines = self._lines("rewrite", query.text, since)
        words = [word for line in lines for word in re.split(r"[、，,；;\s]+", line)]
        fitting = (word for word in words if _WORD.match(word) and not self._adds(query.text, word))
        return tuple(dict.fromkeys(fitting))[:_MOST_WORDS]

    # ------------------------------------------------------------------ what the model may not do

    def _adds(self, question: str, line: str) -> bool:
        return bool(
            _numbers(line) - _numbers(question) or self._named(line) - self._named(question)
        )

    def _same_numbers(self, one: str, other: str) -> bool:
        return _numbers(one) == _numbers(other)

    def _named(self, text: str) -> set[str]:
        """Whom and what a text names, of what the corpus knows."""
        found = self.entities.find(plain_form(text))
        return {entity.value for entity in found if entity.kind is not EntityKind.HEADING}

    # ------------------------------------------------------------------ the call

    def _lines(self, name: str, question: str, since: float | None) -> list[str]:
        """The lines the model writes for one prompt; none where it fails."""
        prompt = load_prompt(name)
        try:
            with self.breaker.attempt():
                pieces = self.model.stream(prompt.system, prompt.request(question=question), since)
                text = _limited(pieces)
        except ModelFailed as failure:
            _log.warning("the model did not read a question: %s", failure)
            return []
        lines = (_LABEL.sub("", line).strip(" \t。") for line in text.split("\n"))
        return [line for line in lines if line and len(line) <= _LONGEST]


def _limited(pieces: Iterable[str]) -> str:
    text = ""
    for piece in pieces:
        text += piece
        if len(text) > _MOST_CHARACTERS:
            raise ModelFailed("endless", f"more than {_MOST_CHARACTERS} characters")
    return text


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(plain_form(text)))
