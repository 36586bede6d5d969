"""What the evaluation suite passes from stage to stage: frozen, complete, one JSON line each.

``Case`` is what a writer expects; ``GroundedCase`` adds where in the corpus that stands; ``Reply``
is what a system gave for it; ``RunSettings`` says how the replies came about.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Protocol, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, model_validator

from assistant.models import Answer, Difference, Status, Turn, Verdict, Verification


class Kind(StrEnum):
    """The kinds of question; what each asks for stands in ``eval/SCHEMA.md``."""

    FIGURE = "figure"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    LOOKUP = "lookup"
    TOPIC = "topic"
    LIST = "list"
    COUNT = "count"
    COMPARE = "compare"
    MULTI = "multi"
    VERIFY = "verify"
    UNANSWERABLE = "unanswerable"
    FOLLOWUP = "followup"
    ENGLISH = "english"
    TRADITIONAL = "traditional"
    NOISY = "noisy"
    ATTACK = "attack"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldCitation(_Frozen):
    """A passage that carries the facts; ``quote`` is verbatim and unique in the corpus."""

    doc: str
    unit: str
    number: str
    quote: str = Field(min_length=1)


class Case(_Frozen):
    """One question with what is expected of the reply.

    The fields to ``note`` are those of SCHEMA. ``generated`` marks a case made from the catalog;
    such cases may also hold ``rows`` (the complete set of task ids a list must have) and
    ``difference`` (what an altered statement was altered in).
    """

    id: str = Field(min_length=1)
    kind: Kind
    question: str = Field(min_length=1)
    history: tuple[str, ...] = ()
    answerable: bool = True
    facts: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    citations: tuple[GoldCitation, ...] = ()
    all_needed: bool = True
    verdict: Verdict | None = None
    note: str = ""
    generated: bool = False
    rows: tuple[str, ...] | None = None
    difference: Difference | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.kind is Kind.VERIFY) != (self.verdict is not None):
            raise ValueError(
                "verdict belongs to kind verify and to no other: set one or drop the other"
            )
        if any(not fact or not all(fact) for fact in self.facts):
            raise ValueError("a fact needs at least one wording, and none may be empty")
        return self


class GoldPlace(_Frozen):
    """Where a gold quote stands. All offsets are source offsets.

    ``start``/``end`` span the quote, ``clause_start``/``clause_end`` the clauses it lies in.
    """

    task_id: str
    document_id: str
    start: int
    end: int
    clause_start: int
    clause_end: int


class GoldFigure(_Frozen):
    """A wanted figure: index of its fact in the case, and the value the corpus states there."""

    fact: int
    value: Annotated[Decimal, PlainSerializer(lambda value: format(value, "f"), return_type=str)]
    unit: str
    bound: str
    years: tuple[int, ...]


class GroundedCase(_Frozen):
    """A case with its quotes and figures found in the corpus. ``unplaced`` are quotes not found;
    ``notes`` say how far the corpus' copies reach, and an answer may repeat them uncited."""

    case: Case
    places: tuple[GoldPlace, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    unplaced: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def gold_tasks(self) -> tuple[str, ...]:
        """Ids of the tasks that carry the facts, each once, in the case's order."""
        return tuple(dict.fromkeys(place.task_id for place in self.places))

    @property
    def documents(self) -> tuple[str, ...]:
        """Slugs of the documents the case is about, each once."""
        return tuple(dict.fromkeys(citation.doc for citation in self.case.citations))


class Candidate(_Frozen):
    """A task that retrieval considered, with the weighted summands of its score by name."""

    task_id: str
    score: float
    parts: dict[str, float] = Field(default_factory=dict)


class Reply(_Frozen):
    """What a system gave for one case.

    Exactly one of ``answer`` and ``verification`` is set, or neither with ``error`` saying why.
    ``candidates`` is None where the system shows no retrieval trace; ``support`` is the score its
    refusal was decided by, None where it shows none. ``addressed`` says of every citation, then of
    every figure, whether its span in the source holds its words. ``seconds`` is the wall time.
    """

    case_id: str
    answer: Answer | None = None
    verification: Verification | None = None
    candidates: tuple[Candidate, ...] | None = None
    support: float | None = None
    addressed: tuple[bool, ...] | None = None
    error: str | None = None
    seconds: float = 0.0

    @property
    def refused(self) -> bool:
        """Whether the system declined to answer; an error is no refusal."""
        return self.answer is not None and self.answer.status is Status.REFUSED


@dataclass(frozen=True, slots=True)
class Judged:
    """A case and the reply to it: what every metric looks at."""

    grounded: GroundedCase
    reply: Reply

    @property
    def case(self) -> Case:
        return self.grounded.case


class RunSettings(_Frozen):
    """How a run was made; saved beside its replies, and the same again before it is resumed.

    ``without`` names the parts that were switched off; ``uses`` what a language model did, with its
    name and the version of each prompt; the hashes are sha256 in hex; ``index_version`` and
    ``embedding_model`` say what was searched, ``generator`` who worded it.
    """

    system: str
    without: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    split: str
    case_count: int
    cases_sha256: str
    corpus_sha256: str
    index_version: str
    embedding_model: str = ""
    generator: str = ""
    seed: int

    @property
    def name(self) -> str:
        """The run's name in reports: the system, what a model did for it, what it did without."""
        helped = "-".join(use.split("@")[1] for use in self.uses)
        system = f"{self.system}-llm-{helped}" if helped else self.system
        return "-without-".join((system, *self.without))


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its settings and a reply (made up as missing where there is none) a case."""

    settings: RunSettings
    judged: tuple[Judged, ...]


class Assistant(Protocol):
    """What is under test: ours or a baseline. ``history`` is oldest first."""

    def ask(self, question: str, history: tuple[Turn, ...]) -> Answer: ...

    def verify(self, text: str) -> Verification: ...
