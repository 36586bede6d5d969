"""A text in which one character stands for each name, quotation and known 完成时间."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, cached_property

from assistant.understanding import selection_words as words
from assistant.understanding.named import Entity, EntityKind
from assistant.understanding.selections import Due, Held, Said
from corpus.models import Corpus

KIND_MARKS = {
    EntityKind.DOCUMENT: "document",
    EntityKind.SERIES: "document",
    EntityKind.UNIT: "unit",
    EntityKind.BODY: "body",
    EntityKind.PERSON: "person",
    EntityKind.HEADING: "heading",
    EntityKind.MISSING_UNIT: "town",
    EntityKind.FOREIGN_PLACE: "town",
    EntityKind.PLACE: "town",
}
_TOWNS = (EntityKind.MISSING_UNIT, EntityKind.FOREIGN_PLACE, EntityKind.PLACE, EntityKind.UNIT)
_QUOTED = re.compile(r"[“\"]([^”\"“]{1,24})[”\"]")
_FIELD = re.compile(r"(?:牵头|配合|参与|责任|联系|完成)(?:单位|部门|人|时间|电话)")
_OF_DEADLINES = re.compile(r"时间|时限|期限|限期|日期")
_HEADING_LABEL = re.compile(r"^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）")
PLAIN_MONTH = re.compile(r"^\d{1,2}月(?:底|末)?(?:之?前|以前)?$")
_SHARED = 4
"""Characters in a row that question and heading must share for the one to name the other."""
_SHARED_UNMARKED = 6
"""The same where no word says that a part is named: the heading must end so."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of ``selection_words``: more of them than ``re`` keeps."""
    return re.compile(pattern)


@dataclass(slots=True)
class MarkedText:
    """A text with a character for each name; ``left`` is what is still to be read, ``names_part``
    where a heading was found by its words."""

    left: str
    names: dict[str, str] = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)
    due: list[Due] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    names_part: bool = False

    def add(self, kind: str, value: str) -> str:
        """The character that stands for a name."""
        one = words.mark(kind, len(self.names))
        self.names[one] = value
        return one

    def named(self, marks: str) -> tuple[str, ...]:
        """The names that ``marks`` stand for, each once."""
        return tuple(dict.fromkeys(self.names[one] for one in marks if one in self.names))

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """The names of one kind in what is left."""
        return self.named("".join(one for one in self.left if words.is_kind(one, kind)))

    def take(self, pattern: str) -> re.Match[str] | None:
        """The first match of a pattern, blanked in what is left."""
        match = compiled(pattern).search(self.left)
        if match is not None:
            self.left = f"{self.left[: match.start()]} {self.left[match.end() :]}"
        return match


@dataclass(frozen=True)
class TextMarker:
    """Marks texts by what one corpus names."""

    corpus: Corpus

    def mark(self, text: str, found: Sequence[Entity]) -> MarkedText:
        """``text`` with its names, quotations and known 完成时间 marked."""
        marked = MarkedText("")
        spans: dict[tuple[int, int], tuple[str, str]] = {}
        for match in _QUOTED.finditer(text):
            if _FIELD.fullmatch(match.group(1)):
                continue  # no words of a text: what a task says in that field
            whole = [e for e in found if (e.start, e.end) == match.span(1)]
            if whole and whole[0].kind not in _TOWNS:
                continue
            spans[match.span()] = (self._kind_quoted(match.group(1), text), match.group(1))
        for entity in found:
            if not any(a <= entity.start and entity.end <= b for a, b in spans):
                spans[entity.start, entity.end] = (KIND_MARKS[entity.kind], entity.value)
        for said in self.deadlines:
            for match in re.finditer(re.escape(said), text):
                if not any(a < match.end() and match.start() < b for a, b in spans):
                    spans[match.span()] = ("deadline", said)
        at = 0
        for (start, end), (kind, value) in sorted(spans.items()):
            marked.left += self._with_heading(text[at:start], marked)
            marked.left += marked.add(kind, value)
            at = end
        marked.left += self._with_heading(text[at:], marked)
        marked.left = words.PART_BEHIND.sub(" ", marked.left)
        return marked

    def _kind_quoted(self, said: str, text: str) -> str:
        """Whether quoted words are meant as those of a 完成时间 or of a text."""
        known = self.deadlines
        of_one = any(said in deadline for deadline in known)
        return "deadline" if said in known or (of_one and _OF_DEADLINES.search(text)) else "quote"

    @cached_property
    def deadlines(self) -> list[str]:
        """The 完成时间 of the documents that set no plain month, the longest first."""
        known = {task.duty.deadline.text for task in self.corpus.tasks if task.duty.deadline}
        return sorted(
            (one for one in known if not PLAIN_MONTH.match(one)), key=lambda o: (-len(o), o)
        )

    @cached_property
    def _headings(self) -> dict[str, str]:
        """Every heading with its words."""
        headings = {heading for task in self.corpus.tasks for heading in task.path}
        return {heading: _HEADING_LABEL.sub("", heading) for heading in sorted(headings)}

    def _with_heading(self, text: str, marked: MarkedText) -> str:
        """``text`` with the heading marked that it names before "那一章"."""
        part = words.PART_NAMED.search(text) or words.PART_ASKED.search(text)
        if part is None:
            return text
        before = text[: part.start()]
        sure = words.PART_NAMED.match(text, part.start()) is not None
        shared: dict[str, tuple[int, int]] = {}
        for heading, bare in self._headings.items():
            match = SequenceMatcher(None, before, bare, autojunk=False).find_longest_match()
            shared[heading] = (match.a, match.size)
        most = max(size for _, size in shared.values())
        fitting = [heading for heading, (_, size) in shared.items() if size == most]
        if most < _SHARED or len(fitting) != 1:
            return text
        start, size = shared[fitting[0]]
        ends = self._headings[fitting[0]].endswith(before[start : start + size])
        if not sure and (size < _SHARED_UNMARKED or not ends):
            return text
        marked.names_part = True
        one = marked.add("heading", fitting[0])
        behind = text[part.end() if sure else part.start() :]
        return f"{text[:start]}{one}{text[start + size : part.start()]} {behind}"
