"""The last step: what was composed is checked and cited, and gets its ending.

Every ending has a name and one fixed sentence that says what the reader can do next.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking import Checker
from assistant.citing import Cited, Citer
from assistant.generating.generating import Written
from assistant.models import Answer, Conflict, Reason, Status
from assistant.statements import Composed

NEXT_STEP: dict[Reason, str] = {
    Reason.NOT_IN_CORPUS: "现有文件中没有这项内容。可换用文件里的说法再问，或在“任务总表”中按单位、文件查找。",
    Reason.DOCUMENT_INCOMPLETE: "我们收录的文件副本不完整，缺少所问的部分。请查阅原文件全文，或只问已收录的部分。",
    Reason.YEAR_NOT_COVERED: "请改问文件覆盖的年份。",
    Reason.FIGURE_NOT_STATED: "文件没有写出所问的内容。最接近的原文附在引用里，请勿当作答案。",
    Reason.FALSE_PREMISE: "问题里的说法与文件不符，以文件原文为准。",
    Reason.AMBIGUOUS: "问题有多种理解，请从下面选一种再问。",
    Reason.OUT_OF_SCOPE: "我只回答已收录政府文件中的任务、数据、责任和时限。请就这些内容提问。",
}
"""One sentence a reason; a test holds this table, ``Reason`` and the README together."""


def ending(reason: Reason, message: str) -> str:
    """What is said when a question is refused: what is the matter, then what to do next."""
    return f"{message} {NEXT_STEP[reason]}".strip() if message else NEXT_STEP[reason]


def ending_of_part(said: str, reason: Reason, message: str) -> str:
    """The same of one part of a question that has answers to others: by the words it was asked in,
    without a nearest passage, which would stand among those that do answer."""
    told = ending(reason, message)
    if reason is Reason.FIGURE_NOT_STATED:
        told = message or "文件没有写出所问的内容。"
    return f"关于“{said}”：{told}" if said else told


@dataclass(frozen=True, slots=True)
class Replier:
    """Makes answers of what was written. ``with_model``: a model helps, so that the same question may
    be worded in two ways."""

    checker: Checker
    citer: Citer
    index_version: str
    with_model: bool = False

    def reply(
        self,
        question: str,
        earlier: Sequence[str],
        documents: Sequence[str] | None,
        written: Written,
    ) -> Answer:
        """The answer to ``question`` after the ``earlier`` ones of its chat, from ``documents`` if given;
        refused where nothing of it passes the check."""
        composed = written.composed
        statements, removed = self.checker.check(composed.statements)
        status, reason, lead = composed.status, composed.reason, composed.lead
        if composed.statements and not statements and status is not Status.REFUSED:
            status, reason, lead = Status.REFUSED, Reason.NOT_IN_CORPUS, ""
        if status is Status.REFUSED and reason is not None:
            lead = ending(reason, lead)
        cited = self.citer.cite(statements)
        body = "\n".join(line if line.startswith("-") else f"{line}。" for line in cited.lines)
        text = "\n\n".join(part for part in (lead, body, composed.closing) if part)
        rows = composed.rows
        return Answer(
            id=self._id(written, text, question, earlier, documents),
            question=question,
            answer=text,
            status=status,
            reason=reason,
            citations=cited.citations,
            figures=cited.figures,
            rows=None if rows is None else tuple(self.citer.row(task) for task in rows),
            total=composed.total,
            conflicts=_conflicts(composed, cited),
            removed=(*written.removed, *removed),
            index_version=self.index_version,
            generator=written.generator,
        )

    def _id(
        self,
        written: Written,
        text: str,
        question: str,
        earlier: Sequence[str],
        documents: Sequence[str] | None,
    ) -> str:
        """The same for the same question, chat, limits and index; with a model, for the same wording."""
        version = self.index_version
        if self.with_model:
            version = f"{version} {written.generator} {text}"
        key = json.dumps(
            [version, question, list(earlier), sorted(documents or ())], ensure_ascii=False
        )
        return hashlib.sha256(key.encode("utf-8")).hexdigest()[:20]


def _conflicts(composed: Composed, cited: Cited) -> tuple[Conflict, ...]:
    """The conflicts of an answer, their sides by the first marker of each."""
    return tuple(
        Conflict(
            indicator=indicator,
            sides=tuple(cited.markers[side][0] for side in sides if side < len(cited.markers)),
        )
        for indicator, sides in composed.conflicts
    )
