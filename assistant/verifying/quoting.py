"""Words given as a quotation: they must stand in a document as they are."""

from __future__ import annotations

import re

from assistant.models import Verdict
from assistant.statements import Evidence
from assistant.verifying.alignment import PassageIndex
from assistant.verifying.assertions import Assertion
from assistant.verifying.decisions import Decision

_NOT_WORDS = re.compile(r"[^\u3400-\u9fffA-Za-z0-9.%]")
_CUT = re.compile(r"…+|\.{3,}")


def judge_quotation(claim: Assertion, plain: str, passages: PassageIndex) -> Decision | None:
    """Supported where the words stand in one task, punctuation and blanks apart; "……" may leave
    out words between. None where they stand nowhere so."""
    parts = [_bare(part) for part in _CUT.split(plain[claim.start : claim.end])]
    parts = [part for part in parts if part]
    if not parts:
        return None
    tasks = {passage.task.id: passage.task for passage in passages.passages}
    named = {source.value for source in claim.elements.sources}
    for task in tasks.values():
        if named and not named & {task.document_id, task.unit, task.series}:
            continue
        kept = [at for at, char in enumerate(task.plain) if not _NOT_WORDS.match(char)]
        text = "".join(task.plain[at] for at in kept)
        spans: list[tuple[int, int]] = []
        at = 0
        for part in parts:
            place = text.find(part, at)
            if place < 0:
                break
            at = place + len(part)
            spans.append((kept[place], kept[at - 1] + 1))
        if len(spans) == len(parts):
            quoted = tuple(Evidence(task, start, end) for start, end in spans)
            return Decision(claim, Verdict.SUPPORTED, wording="literal", quoted=quoted)
    return None


def _bare(text: str) -> str:
    return _NOT_WORDS.sub("", text)
