"""Who leads a deed as the running text of a clause says it: another body claimed for it says otherwise.

"由省民政厅牵头实施…" is put to the documents once more with the body that a clause names before the same
words; where that holds, the claim contradicts the clause.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.models import Difference, Verdict
from assistant.verifying.alignment import Passage, PassageIndex
from assistant.verifying.assertions import Assertion
from assistant.verifying.contrasting import DecideAgain
from assistant.verifying.covering import meaning
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State
from assistant.verifying.roles import LEAD, RoleSaid
from corpus.bodies import BodyNames

_LED = r"(?:负责|具体|共同)?牵头(?P<deed>[\u4e00-\u9fff]{2})"
_LEADS = re.compile(_LED)
_NOUN = 2


class Leading:
    """Holds bodies that claims say to lead against those that clauses say it of."""

    def __init__(self, passages: PassageIndex, bodies: BodyNames) -> None:
        self.bodies = bodies
        self.leading = tuple(p for p in passages.passages if _LEADS.search(p.clause.plain))

    def of_whole_plan(self, claim: Assertion) -> list[tuple[Passage, float]] | None:
        """The passages that may say who leads the plan as a whole, each with a likeness, for a claim
        that says no more of it; None for any other. The duties of one of its tasks say nothing of it."""
        said = claim.elements
        alone = not (said.figures or said.reference or said.deadline or claim.topic)
        if not alone or not said.sources or meaning(said.words) >= _NOUN:
            return None
        if not any(role.role == LEAD for role in said.roles):
            return None
        named = {source.value for source in said.sources}
        return [(p, 1.0) for p in self.leading if named & {p.task.unit, p.task.document_id}]

    def decide(self, decision: Decision, plain: str, again: DecideAgain) -> Decision:
        """``decision``, or contradicted where a clause says of another body that it leads the deed.
        ``again`` decides the same claim in another text."""
        claim = decision.claim
        leads = [role for role in claim.elements.roles if role.role == LEAD and role.known]
        if decision.verdict is Verdict.SUPPORTED or len(leads) != 1 or claim.literal:
            return decision
        said = leads[0]
        deed = _LEADS.match(plain, said.end, claim.end)
        if deed is None:
            return decision
        for other, clause in self._leaders(deed["deed"], said):
            held = again(plain[: said.start] + other + plain[said.end :])
            if held is None or held.verdict is not Verdict.SUPPORTED or held.basis is None:
                continue
            if held.basis.passage.clause.plain != clause:
                continue
            finding = Finding(
                State.DIFFERS, Difference.DUTY, f"{said.name}牵头", f"{other}牵头", kind="duty"
            )
            changed = replace(held.basis, claim=claim, findings=(*held.basis.findings, finding))
            tasks = (changed.passage.task.id,)
            return Decision(claim, Verdict.CONTRADICTED, changed, finding, tasks=tasks)
        return decision

    def _leaders(self, deed: str, said: RoleSaid) -> list[tuple[str, str]]:
        """Each other body that a clause says to lead a deed of that name, with the clause."""
        found = []
        for passage in self.leading:
            clause = passage.clause.plain
            mentions = self.bodies.find(clause)
            if any(mention.name == said.name for mention in mentions):
                continue
            for mention in mentions:
                led = _LEADS.match(clause, mention.end)
                if led is not None and led["deed"] == deed:
                    found.append((clause[mention.start : mention.end], clause))
        return list(dict.fromkeys(found))
