"""With whom something is done: a claim that names another body beside the same deed says something else.

"会同省社科院举办…" is put to the documents once more with the body that stands there in the same place,
before the same deed; where that holds, the claim contradicts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.models import Difference, Verdict
from assistant.verifying.contrasting import DecideAgain
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State
from corpus.bodies import same_body

_WITH = r"(?:会同|联合|携手|委托|协同)"
_BODY = r"[\u4e00-\u9fff]{2,10}?(?:厅|局|委(?!托)|办(?!好|理|公)|部|院|会(?!议|同|展)|联(?!合|动)|校|银行|署|大学|集团|公司|学会|协会|中心)"
_PARTNER = re.compile(rf"{_WITH}(?P<body>{_BODY})(?P<deed>[\u4e00-\u9fff]{{2}})")


def decide_by_partner(decision: Decision, plain: str, again: DecideAgain) -> Decision:
    """``decision``, or contradicted where a passage tells the deed of the claim with another partner.
    ``again`` decides the same claim in another text."""
    claim, basis = decision.claim, decision.basis
    if decision.verdict is not Verdict.NOT_FOUND or basis is None or claim.literal:
        return decision
    for said in _PARTNER.finditer(plain, claim.start, claim.end):
        for other in _others(said, basis.passage.clause.plain):
            begin, end = said.span("body")
            held = again(plain[:begin] + other + plain[end:])
            if held is None or held.verdict is not Verdict.SUPPORTED or held.basis is None:
                continue
            finding = Finding(
                State.DIFFERS, Difference.SUBJECT, said["body"], other, kind="subject"
            )
            changed = replace(held.basis, claim=claim, findings=(*held.basis.findings, finding))
            tasks = (changed.passage.task.id,)
            return Decision(claim, Verdict.CONTRADICTED, changed, finding, tasks=tasks)
    return decision


def _others(said: re.Match[str], written: str) -> Iterator[str]:
    """The partners that a passage names for the same deed."""
    for match in _PARTNER.finditer(written):
        if match["deed"] == said["deed"] and not same_body(match["body"], said["body"]):
            yield match["body"]
