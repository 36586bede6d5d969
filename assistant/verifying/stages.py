"""How far a work is: what a claim says is completed, a passage may say is begun, and the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.findings import Finding, State

_BEGUN = r"(?:新)?开工(?:建设)?|动工|启动(?:建设)?|开建"
_DONE = r"(?:全部|基本)?建成(?:投用|通车|投产)?|竣工|完工|投产|投用|通车|开通"
_STAGE = re.compile(rf"(?P<begun>{_BEGUN})|(?P<done>{_DONE})")
_SAID = re.compile(rf"(?:(?P<begun>{_BEGUN})|(?P<done>{_DONE}))(?P<thing>[\u4e00-\u9fff]{{4,16}})")
_PART = re.compile(r"[，。；：]")
_FEWEST = 4
"""Characters by which a thing is found again."""


def judge_stages(claim: Assertion, passage: Passage) -> Iterator[Finding]:
    """A finding for each thing that the passage has at another stage only ("建成甲，开工乙" told of the
    one and the other exchanged)."""
    plain = passage.clause.plain
    for said in _SAID.finditer(claim.elements.words):
        kind = "begun" if said.group("begun") else "done"
        told = set(_stages_of(said.group("thing"), plain))
        if told and kind not in told:
            yield Finding(State.ABSENT, stated=said.group(kind), kind="deed")


def _stages_of(thing: str, plain: str) -> Iterator[str]:
    """The stage that each mention of ``thing`` in a clause stands under: that of the last verb of
    stage before it between the same commas."""
    key = thing[:_FEWEST]
    for match in re.finditer(re.escape(key), plain):
        begins = max((p.end() for p in _PART.finditer(plain, 0, match.start())), default=0)
        verbs = list(_STAGE.finditer(plain, begins, match.start()))
        if verbs:
            yield "begun" if verbs[-1].group("begun") else "done"
