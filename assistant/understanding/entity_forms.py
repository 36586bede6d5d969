"""The fixed forms by which a corpus's documents, units, plans and people are named; ``entity_patterns``
holds the looser ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from assistant.understanding.named import EntityKind
from corpus.models import PLEDGE_LAYOUTS, Corpus, Document, Task
from corpus.numerals import HEADING_LABEL
from corpus.places import PROVINCES, by_names, short_place
from corpus.script import plain_form

PLAN_ENDING = re.compile(r"(?:行动计划|行动方案|实施方案|工作方案|工作计划|工作要点)$")
"""What the names of plans end in."""
LONG_BODY = 5
"""Characters of a body's name without its province, below which it may be another word."""
_LEVEL = re.compile(r"[市省县]$")

NUMBER = re.compile(
    r"(?P<word>[\u4e00-\u9fff]政(?:办?[字发函]|办))?\s*"
    r"(?:[〔（(\[【]?(?P<year>20\d{2})年?[〕）)\]】]?)?\s*第?(?P<serial>\d{1,3})号(?:文件|文|通知)?"
)
"""A 文号, whole or in part."""
LONG = 4
"""Characters of a form from which on it is surer than a pattern."""
LONGEST_BODY = 12
"""Characters up to which what stands behind a place's name is read as one of its departments."""


class _Add(Protocol):
    """The function that records one form."""

    def __call__(self, form: str, kind: EntityKind, value: str, shortest: int = 2) -> None: ...


def local_units(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The departments that pledge, by the place of their document: {泰安市: (市教育局, …)}."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for document in corpus.documents:
        if document.place and document.layout in PLEDGE_LAYOUTS:
            for task in corpus.tasks:
                if task.document_id == document.id and task.unit[:1] in tuple("省市县区州"):
                    found[document.place][task.unit] = None
    return {place: tuple(units) for place, units in found.items()}


def forms(corpus: Corpus) -> Iterable[tuple[str, EntityKind, str]]:
    """Every fixed form of a name with its kind and value, the longest first."""
    forms: dict[str, tuple[EntityKind, str]] = {}

    def add(form: str, kind: EntityKind, value: str, shortest: int = 2) -> None:
        if len(form) >= shortest and form not in forms:
            forms[form] = (kind, value)

    for document in corpus.documents:
        for form in document_forms(document):
            add(form, EntityKind.DOCUMENT, document.id, 3)
    for task in corpus.tasks:
        _add_unit_forms(task, corpus.documents_by_id[task.document_id], add)
    _add_missing(corpus.documents, add)
    for place in dict.fromkeys(d.place for d in corpus.documents if d.place not in PROVINCES):
        for form in (place, short_place(place)):
            add(form, EntityKind.FOREIGN_PLACE, place)
    for task in corpus.tasks:
        contact = task.duty.contact
        for person in (*task.duty.people, *((contact.name,) if contact else ())):
            add(person.name, EntityKind.PERSON, person.name)
    return sorted(
        ((form, kind, value) for form, (kind, value) in forms.items()),
        key=lambda entry: (-len(entry[0]), entry[0]),
    )


def _add_missing(documents: Iterable[Document], add: _Add) -> None:
    for document in documents:
        for missing in document.coverage.missing:
            if _LEVEL.search(missing):
                add(missing, EntityKind.MISSING_UNIT, missing)
                for form in (missing[:-1], *by_names(missing)):
                    add(form, EntityKind.MISSING_UNIT, missing)
            else:
                add(plain_form(missing), EntityKind.UNKNOWN_PLAN, missing, 4)


def document_forms(document: Document) -> Iterable[str]:
    """The names of a document as they stand: title, id, 文号, short titles."""
    title = plain_form(document.title)
    yield title
    yield document.id
    bare = re.sub(r"（[^）]*）", "", title)
    yield bare
    yield re.sub(r"^20\d{2}年", "", bare)
    if document.number:
        number = plain_form(document.number)
        yield number
        for left, right in (("[", "]"), ("（", "）"), ("(", ")"), ("【", "】"), ("", "")):
            yield number.replace("〔", left).replace("〕", right)
    for short in document.short_titles:
        yield plain_form(short)


def _add_unit_forms(task: Task, document: Document, add: _Add) -> None:
    unit = task.unit
    if document.layout in PLEDGE_LAYOUTS:
        if unit.endswith("市"):
            add(unit, EntityKind.UNIT, unit)
            for form in (short_place(unit), *by_names(unit)):
                add(form, EntityKind.UNIT, unit)
        return  # departments are found as bodies, in any of their forms
    if PLAN_ENDING.search(unit):
        add(unit, EntityKind.UNIT, unit)
        if task.series:
            add(task.series.replace("“", "").replace("”", ""), EntityKind.SERIES, task.series, 4)
            add(task.series, EntityKind.SERIES, task.series, 4)
            core = re.search(r"“([^”]+)”", task.series)
            if core:
                add(core.group(1), EntityKind.SERIES, task.series, 3)
    for heading in task.path:
        words = HEADING_LABEL.sub("", heading)
        if words != heading and len(words) >= 6 and "总体目标" not in words:
            add(words, EntityKind.HEADING, heading)


def named(
    text: str, forms: Iterable[tuple[str, EntityKind, str]]
) -> Iterable[tuple[EntityKind, str, int, int]]:
    """Where fixed forms stand in ``text``."""
    for form, kind, value in forms:
        at = text.find(form)
        while at >= 0:
            yield kind, value, at, at + len(form)
            at = text.find(form, at + len(form))


def fits_number(match: re.Match[str], number: str) -> bool:
    """Whether the parts of a 文号 that a question gives agree with ``number``."""
    whole = NUMBER.match(number)
    if whole is None:
        return False
    return all(
        not match.group(part) or match.group(part) == whole.group(part)
        for part in ("word", "year", "serial")
    )
