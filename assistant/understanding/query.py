"""A question, understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.models import Reason
from assistant.understanding.selections import Selection


class Intent(StrEnum):
    """What kind of reply a question wants."""

    LOOKUP = "lookup"
    FIGURE = "figure"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    CONTACT = "contact"
    LIST = "list"
    COUNT = "count"
    COMPARE = "compare"
    OPEN = "open"
    CHECK = "check"
    CORPUS = "corpus"
    OUT_OF_SCOPE = "out_of_scope"


class Asked(StrEnum):
    """A kind of fact that a question asks for; a question may ask for several."""

    FIGURE = "figure"
    DATE = "date"
    PERSON = "person"
    LEAD = "lead"
    PARTICIPANT = "participant"
    CONTACT = "contact"
    PLACE = "place"
    CONTENT = "content"
    RANK = "rank"


DUTIES = frozenset({Asked.PERSON, Asked.LEAD, Asked.PARTICIPANT})
"""Who answers for a task, in whatever role."""


class Outlook(StrEnum):
    """Whether a question asks for what was done, what is aimed at, or both set side by side."""

    ANY = "any"
    BACK = "back"
    AHEAD = "ahead"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered place a question names.

    ``ordinals`` are the task numbers ("第1至3项" → 1, 2, 3); ``printed`` is the label where its
    form says more than the number ("（六）", "一是"); ``part`` and ``heading`` place an item of a
    report ("第三部分第十二条第一点" → 3, 12, ordinals (1,)).
    """

    ordinals: tuple[int, ...]
    printed: str = ""
    part: int | None = None
    heading: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class BodyRole:
    """A body a question names, and as what: "lead", "participant" or "" for any role."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a question needs that the corpus does not hold. ``named`` is what was asked for."""

    reason: Reason
    named: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question (or one part of one), understood.

    question   as asked
    text       plain form, typing errors mended, what the chat so far adds filled in
    topic      ``text`` less the places, names and asking words recognised in it: what it is about
    terms      content words of ``topic``
    documents  ids named outright; only they may answer
    units      units (department, city, plan, chapter) named
    places     places named that documents are of, other than the home of most of them
    home       that home: what is asked about where no place is named
    headings   report parts or chapters named by their words
    periods    years of a document named by its title ("2024年…报告"): a hint, not the asked year
    years      years asked about
    people     persons of the corpus named; bodies with the role they are named in
    months     completion months named ("8月底前" → 8)
    heads      the words next to the asking word: what exactly is asked for ("失业率", "票价")
    compounds  the nouns right beside each asking word: what it takes to be told of
    outlook    results, targets, or both
    excluded   what it says it does not mean ("不是新建那个数" → 新建)
    more       further words to search with, such as the Chinese terms of an English question
    parts      the questions in it, where it asks several
    before     the question before it in the chat, where it leans on that one
    leans      it says nothing of its own subject: it is about what was spoken of before it
    thing      what it asks about at one of several stages: the clause about that answers, alone
    selection  the rows it selects, where it does that and says nothing else
    said       the piece of a message that this part of it stands for, as asked
    corrected  what was taken as a typing error, as (written, meant)
    helped     what a model helped to understand, as "model@prompt version"
    """

    question: str
    text: str
    intent: Intent
    asks: frozenset[Asked]
    topic: str
    terms: tuple[str, ...]
    documents: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    series: str = ""
    headings: tuple[str, ...] = ()
    reference: Reference | None = None
    years: tuple[int, ...] = ()
    periods: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    bodies: tuple[BodyRole, ...] = ()
    months: tuple[int, ...] = ()
    heads: tuple[str, ...] = ()
    compounds: tuple[tuple[str, ...], ...] = ()
    outlook: Outlook = Outlook.ANY
    more: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    home: str = ""
    wanted_units: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    excluded: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    helped: tuple[str, ...] = ()
    parts: tuple[Query, ...] = field(default=(), repr=False)
    before: Query | None = field(default=None, repr=False)
    leans: bool = False
    thing: str = ""
    said: str = ""
    selection: Selection | None = None
