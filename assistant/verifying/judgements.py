"""What one passage says about one claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.statements import Evidence
from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.covering import Cover
from assistant.verifying.findings import Finding, State
from corpus.models import Figure


@dataclass(frozen=True)
class Judgement:
    """What one passage says about a claim. ``similarity`` is the alignment's score."""

    claim: Assertion
    passage: Passage
    findings: tuple[Finding, ...]
    words: Cover
    similarity: float
    exactness: float = 0.0
    pairs: tuple[tuple[Figure, Figure], ...] = field(default=(), repr=False)

    @property
    def differing(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.state is State.DIFFERS)

    @property
    def absent(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.state is State.ABSENT)

    @property
    def supported(self) -> bool:
        return not self.differing and not self.absent and not self.words.missing

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(f.note for f in self.findings if f.note))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The clause, and whatever else of the task carries an element of the claim."""
        task, clause = self.passage.task, self.passage.clause
        spans = [(clause.start, clause.end)]
        spans += [span for finding in self.findings for span in finding.spans]
        kept: list[tuple[int, int]] = []
        for start, end in spans:
            over = [span for span in kept if span[0] < end and start < span[1]]
            kept = [span for span in kept if span not in over]
            kept.append((min([start, *(a for a, _ in over)]), max([end, *(b for _, b in over)])))
        return tuple(Evidence(task, start, end) for start, end in kept)
