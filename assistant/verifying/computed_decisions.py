"""The verdict on a claim whose figure is computed, from what the figures of passages come to."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Difference, Verdict
from assistant.statements import Evidence
from assistant.verifying.assertions import Assertion
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State
from assistant.verifying.operands import Result, plain_number, worded
from corpus.figures import same_amount
from corpus.models import Figure

_HOW = {"+": "相加得", "-": "相差", "×": "按年累计为"}


def decided(claim: Assertion, said: Figure, results: Sequence[Result]) -> Decision | None:
    """Supported by operands that come to the figure; contradicted where all come to one other."""
    if not results:
        return None
    nearest = min(one.near for one in results)
    exact = [one for one in results if same_amount(said.value, said.unit, one.value, one.unit)]
    if exact:
        best = min(exact, key=lambda one: one.near)
        return _decision(claim, Verdict.SUPPORTED, best, said)
    near = [one for one in results if one.near == nearest]
    if nearest < 2 and len({one.value for one in near}) == 1:
        return _decision(claim, Verdict.CONTRADICTED, near[0], said)
    return None


def _decision(claim: Assertion, verdict: Verdict, result: Result, said: Figure) -> Decision:
    operands = result.operands
    quoted = tuple(
        dict.fromkeys(
            Evidence(one.passage.task, one.passage.clause.start, one.passage.clause.end)
            for one in operands
        )
    )
    found = f"{plain_number(result.value)}{result.unit}"
    finding = None
    if verdict is Verdict.CONTRADICTED:
        finding = Finding(
            State.DIFFERS, Difference.VALUE, said.text, found, kind="figure", figure=None
        )
    joined = "、".join(f"“{worded(one)}”" for one in operands)
    how = _HOW[result.sign]
    return Decision(
        claim,
        verdict,
        finding=finding,
        wording="computed",
        quoted=quoted,
        tasks=tuple(dict.fromkeys(one.passage.task.id for one in operands)),
        computed=f"文件写的是{joined}，{how}{found}",
    )
