"""A question that selects rows and says nothing else: out of which documents, units and chapters, whose,
by when, with which words, and what of them is wanted ("济南承诺里完成时间只写“长期坚持”的有几项",
"省科技厅的责任人总共有哪些").

Nothing is guessed: each character must belong to a name, to a condition that was read or to a word of
asking. Where one is left over, the question says something more and is read in another way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.understanding import selection_words as words
from assistant.understanding.holder_words import how_many_limit
from assistant.understanding.marked_text import (
    KIND_MARKS,
    PLAIN_MONTH,
    MarkedText,
    TextMarker,
    compiled,
)
from assistant.understanding.named import Entity
from assistant.understanding.roles import LEADS
from assistant.understanding.row_requests import BLANKS, COUNT, LIST, REST, YEARS
from assistant.understanding.selections import Due, Held, Said, Selection, in_selected
from corpus.models import Corpus
from corpus.numerals import han_to_int
from corpus.places import short_place

_QUARTER = re.compile(r"第?([一二三四1-4])季度(?:底|末)?")
_HALF_YEAR, _YEAR_END = re.compile(r"上半年(?:底|末)?"), re.compile(r"(?<!\d)年(?:底|末)")
_OR = re.compile(r"或|还是|/")
_JOINT = re.compile(r"联合|共同|一起")
_LEADING = re.compile(LEADS)
_OF_TABLES = re.compile(r"责任人|负责人")
"""What only the table of a department names."""
_LEAVING_OUT = frozenset(("denied", "except", "neither"))
"""Conditions that say only which rows are not wanted."""
_TWO = re.compile(r"[？?。；;].*(?:[？?]|几|哪|谁|什么|多少)")
"""More than one question."""
_SIMPLE = frozenset(("plain", "=", "states"))
"""Conditions that questions for rows are read with anyway."""


@dataclass(frozen=True)
class SelectionReader:
    """Reads the selections that questions ask for from one corpus."""

    corpus: Corpus

    def read(self, text: str, found: Sequence[Entity]) -> Selection | None:
        """The selection that ``text`` asks for, None where it asks for anything else; ``found`` are its
        names."""
        if _TWO.search(text) or any(entity.kind not in KIND_MARKS for entity in found):
            return None
        marked = self._marker.mark(
            words.INTRODUCED.sub(lambda m: " " * len(m.group()), text), found
        )
        marked.left = words.PLACED_BEHIND.sub(r"\g<where> \g<who>", marked.left)
        several = how_many_limit(marked.left)
        if several is not None:
            marked.left = marked.left.replace(several.group(), " ")
        _read_due(marked, self._marker.deadlines)
        _read_said(marked)
        examples = self._take_examples(marked)
        either = marked.take(words.EITHER.pattern) is not None
        _read_held(marked, either=either)
        shown, each = _shown(marked)
        most = shown != "rows" and marked.take(words.MOST_OFTEN.pattern) is not None
        own = self._own(marked)
        if own is None or _says_more(marked, shown, each=each):
            return None
        selection = Selection(
            documents=marked.of_kind("document") or examples,
            units=(*marked.of_kind("unit"), *own),
            headings=marked.of_kind("heading"),
            held=tuple(marked.held),
            due=tuple(marked.due),
            said=tuple(marked.said),
            shown=shown,
            counts=re.search(COUNT, marked.left) is not None
            and re.search(LIST, marked.left) is None,
            each=each,
            most=most,
        )
        special = shown != "rows" or each or own or examples or several or marked.names_part
        special = special or _is_special(selection)
        return selection if special and self._holds(selection) else None

    @cached_property
    def _marker(self) -> TextMarker:
        return TextMarker(self.corpus)

    def _take_examples(self, marked: MarkedText) -> tuple[str, ...]:
        """Takes units that are named only as examples of all; the documents they stand in."""
        match = marked.take(words.AMONG.pattern)
        units = marked.named(match.group()) if match else ()
        held = (task.document_id for task in self.corpus.tasks if task.unit in units)
        return tuple(dict.fromkeys(held))

    def _own(self, marked: MarkedText) -> tuple[str, ...] | None:
        """The departments left in a text: those whose own table is meant; None where that is not sure."""
        named = marked.of_kind("body")
        if not named:
            return ()
        tables = {task.unit for task in self.corpus.tasks if task.duty.people}
        pledging = {task.document_id for task in self.corpus.tasks if task.duty.people}
        placed = marked.of_kind("unit") or marked.of_kind("heading")
        if placed or set(marked.of_kind("document")) - pledging or not set(named) <= tables:
            return None
        by_person = any(held.role == "person" for held in marked.held)
        said = words.OWN.search(marked.left) or _OF_TABLES.search(marked.left)
        return named if said or marked.due or by_person else None

    def _holds(self, selection: Selection) -> bool:
        """Whether the rows in question state what a selection asks of them."""
        named = any(held.how not in _LEAVING_OUT for held in selection.held)
        if not (selection.documents or selection.units or selection.headings or named):
            return False
        rows = [task for task in self.corpus.tasks if in_selected(task, selection)]
        if selection.due and not any(task.duty.deadline for task in rows):
            return False
        return selection.shown != "people" or any(task.duty.people for task in rows)


def _read_due(marked: MarkedText, known: Sequence[str]) -> None:
    """Reads the conditions on the 完成时间, of which some wordings are ``known``."""
    for how, pattern in words.DUE_WORDS:
        while match := marked.take(pattern):
            said = marked.names[match.group("n")]
            part = how == "states" and said not in known and not PLAIN_MONTH.match(said)
            marked.due.append(Due("has" if part else how, words=said))
    text = _QUARTER.sub(lambda m: f"{3 * _number(m.group(1))}月底", marked.left)
    marked.left = _YEAR_END.sub("12月底", _HALF_YEAR.sub("6月底", text))
    for how, pattern in words.DUE_MONTHS:
        while match := marked.take(pattern):
            months = tuple(_number(m) for m in match.groupdict().values() if m)
            marked.due.append(Due(how, months))
    if marked.due:
        marked.left = words.DUE_REST.sub(" ", marked.left)


def _read_said(marked: MarkedText) -> None:
    """Reads the conditions on the text."""
    for how, pattern in words.SAID:
        while match := marked.take(pattern):
            said = match.group("n") or match.group("t")
            names = tuple(
                short_place(name) if match.group("t") else name for name in marked.named(said)
            )
            marked.said.append(Said(names, how, either=_OR.search(said) is not None))


def _read_held(marked: MarkedText, *, either: bool) -> None:
    """Reads the conditions on who answers, of several names ``either`` one where that is said."""
    for how, pattern in words.PERSONS:
        while match := marked.take(pattern):
            said = match.group("n") or match.group("m")
            alike = either or _OR.search(said) is not None
            marked.held.append(Held(marked.named(said), "person", how, alike))
    for how, pattern in words.BODIES:
        while match := marked.take(pattern):
            role = "lead" if _LEADING.match(match.group("r")) else "participant"
            role = "any" if how in ("except", "neither") else role
            names = marked.named(match.group("n"))
            before = match.group()[: match.start("r") - match.start()]
            joint = how == "plain" and len(names) == 1 and _JOINT.search(before)
            alike = either or _OR.search(match.group("n")) is not None
            marked.held.append(Held(names, role, "joint" if joint else how, alike))


def _number(said: str) -> int:
    """A month or quarter as a number, by digits or by words."""
    digits = re.match(r"\d+", said)
    return int(digits.group()) if digits else han_to_int(re.sub("[月份底末初]", "", said)) or 0


def _is_special(selection: Selection) -> bool:
    """Whether a selection says what a question for rows is not read with anyway."""
    ways = {one.how for one in selection.held} | {one.how for one in selection.due}
    return bool(selection.said or ways - _SIMPLE or any(one.either for one in selection.held))


def _shown(marked: MarkedText) -> tuple[str, bool]:
    """What is wanted of the rows, and whether each row is wanted with those who answer for it."""
    left = marked.left
    shown = next((kind for kind, pattern in words.SHOWN if compiled(pattern).search(left)), "rows")
    if shown == "people" and words.EACH.search(left):
        return "rows", True
    named = any(one.role == "person" and one.how == "plain" for one in marked.held)
    if shown == "people" and named and not words.OTHERS.search(left):
        return "rows", False
    return shown, shown == "rows" and words.AND_WHO.search(left) is not None


def _says_more(marked: MarkedText, shown: str, *, each: bool) -> bool:
    """Whether a text says more than what was read of it."""
    left = marked.left
    for kind in ("person", "town", "quote", "deadline"):
        if marked.of_kind(kind):
            return True
    left = words.ROWS_REST.sub(" ", words.ANY_MARK.sub(" ", YEARS.sub(" ", left)))
    if shown != "rows" or each:
        left = words.SHOWN_REST.sub(" ", left)
    return bool(REST.sub(" ", BLANKS.sub(" ", left)).strip())
