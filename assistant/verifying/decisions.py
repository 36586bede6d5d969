"""The verdict for one claim, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.models import Difference, Verdict
from assistant.statements import Evidence
from assistant.verifying.assertions import Assertion
from assistant.verifying.findings import Finding
from assistant.verifying.judgements import Judgement


@dataclass(frozen=True)
class Decision:
    """The verdict for one claim. ``basis`` is the passage it rests on (for not_found the nearest);
    ``others`` are passages shown beside it: other figures for the same indicator, or other parts."""

    claim: Assertion
    verdict: Verdict
    basis: Judgement | None = None
    finding: Finding | None = None
    others: tuple[Judgement, ...] = ()
    wording: str = ""
    quoted: tuple[Evidence, ...] = ()
    computed: str = ""
    """For a figure that the claim computed: the documents' figures and what they come to."""
    tasks: tuple[str, ...] = ()
    """The tasks that say the same, or the one that contradicts: what later claims of the sentence,
    which say only who or by when, must stand in."""

    @property
    def difference(self) -> Difference | None:
        return self.finding.difference if self.finding else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        if self.quoted:
            return self.quoted
        kept: list[Evidence] = []
        for judgement in (self.basis, *self.others):
            if judgement is not None:
                kept += [e for e in judgement.evidence if e not in kept]
        return tuple(kept)

    def not_literal(self) -> Decision:
        """The same for words given as a quotation that stand nowhere as they are."""
        if self.verdict is Verdict.SUPPORTED:
            return replace(self, verdict=Verdict.NOT_FOUND, wording="paraphrase")
        return self
