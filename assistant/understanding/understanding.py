"""From a question, and the chat before it, to a Query. Start here.

question → plain form → typing errors mended → read alone → cut into its parts → filled in from the
chat before it. An English question is read by the Chinese terms of its phrases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from assistant.understanding.classifying import intent_of
from assistant.understanding.english import Translator, in_chinese, is_english
from assistant.understanding.english_rows import rows_in_chinese
from assistant.understanding.entities import EntityIndex
from assistant.understanding.follow_ups import FollowUpResolver
from assistant.understanding.intents import read_asking_words
from assistant.understanding.parts import PartCutter
from assistant.understanding.query import Query
from assistant.understanding.reading import TextReader, WordCutter
from assistant.understanding.subjects import Subjects
from assistant.understanding.years import find_years
from corpus.models import Corpus
from corpus.script import plain_form


class SpellingMender(Protocol):
    """Mends typing errors; gives the text and what was changed, as (written, meant)."""

    def correct(self, question: str) -> _Correction: ...


class _Correction(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def changes(self) -> tuple[tuple[str, str], ...]: ...


@dataclass(frozen=True)
class Understander:
    """Reads questions against one corpus."""

    corpus: Corpus
    entities: EntityIndex
    cutter: WordCutter
    mender: SpellingMender | None = None
    english: Translator | None = None

    def understand(self, question: str, history: Sequence[str] = ()) -> Query:
        """The Query of ``question``; ``history`` is the user's earlier questions, oldest first."""
        before: Query | None = None
        for earlier in history:
            before = self._understood(earlier, before)
        return self._understood(question, before)

    def _understood(self, question: str, before: Query | None) -> Query:
        text = " ".join(plain_form(question).split())
        if is_english(text):
            rows = rows_in_chinese(text, self.english)
            plain = self._reader.in_plain_words(rows) if rows else rows
            if plain and plain != rows:
                return self._filled_in(self._reader.read(question, plain), before)
            return self._filled_in(self._from_english(question, text), before)
        selected = self._reader.selected(question, text)
        if selected is not None:  # each character is accounted for: there is no slip in it
            return self._filled_in(selected, before)
        corrected: tuple[tuple[str, str], ...] = ()
        if self.mender is not None:
            correction = self.mender.correct(text)
            text, corrected = correction.text, correction.changes
        selected = self._reader.selected(question, text)
        if selected is not None:
            return self._filled_in(replace(selected, corrected=corrected), before)
        text = self._reader.in_plain_words(text)
        whole = replace(self._reader.read(question, text), corrected=corrected)
        parts = self._parts.cut(whole, before)
        if not parts and before is not None:
            parts = self._follow_ups.of_both(whole, before)
        whole = self._filled_in(whole, before)
        return replace(whole, parts=parts) if parts else whole

    def _from_english(self, question: str, text: str) -> Query:
        """An English question, by the Chinese terms of its phrases."""
        chinese = in_chinese(text, self.english)
        asking = read_asking_words(f"{text} {chinese.text}")
        query = replace(
            self._reader.read(question, chinese.text),
            asks=asking.asks,
            years=find_years(text, self._reader.current_year()),
            more=chinese.others,
        )
        return replace(query, intent=intent_of(query, replace(asking, lists=False)))

    def _filled_in(self, query: Query, before: Query | None) -> Query:
        return query if before is None else self._follow_ups.resolve(query, before)

    @cached_property
    def _reader(self) -> TextReader:
        return TextReader(self.corpus, self.entities, self.cutter)

    @cached_property
    def _follow_ups(self) -> FollowUpResolver:
        return FollowUpResolver(self.corpus, self._reader, self._subjects)

    @cached_property
    def _parts(self) -> PartCutter:
        return PartCutter(
            self.corpus, self.entities, self._reader, self._subjects, self._follow_ups
        )

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.corpus)
