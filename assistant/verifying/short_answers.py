"""A claim put as a question ("…，请核实一下"): verdict, what differs, the right wording, no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.composing.wording import place_label
from assistant.models import Difference, Reason, Status, Verdict
from assistant.statements import Composed, Evidence, Statement, refused
from assistant.verifying.decisions import Decision
from assistant.verifying.explaining import own_finding
from assistant.verifying.findings import Finding
from assistant.verifying.judgements import Judgement
from assistant.verifying.overview import overall
from assistant.verifying.reporting import DIFFERENCES, VERDICTS
from assistant.verifying.verifying import Verifier
from corpus.models import Corpus

_REQUEST = re.compile(
    r"(?:请|帮我|帮忙|麻烦)[^，。：:？?]{0,6}(?:核实|核查|核对|查证|验证)|(?:核实|核查|核对|查证)(?:一下|下)"
    r"|(?:核实|核查|核对|查证)[：:]|(?:是否|是不是)(?:属实|准确|正确|真实|真的|有误)"
    r"|(?:属实|准确|正确|真实|无误|有误|真的|写错)(?:吗|么)"
    r"|(?:说法|消息|报道|表述|这句话|这段话)[^，。]{0,6}(?:对不对|对吗|对么|成立|可靠|靠谱)"
)
_ASKED_BACK = re.compile(r"(?:对吗|对么|对不对|是吗|没错吧|对吧|是吧)[？?。]?$")
_ASKS_ITSELF = re.compile(
    r"(?:是|要|有|到|为|达)?(?:多少|几(?=[家个项条台套万亿所座名册件户处])|哪一?年|什么时候)"
)
"""A question that wants to be told, whatever it calls that ("查证一下要出多少册")."""
_MOST_SHOWN = 6
_MOST_WORDS = 50
"""Characters of a clause shown; a longer one is cut down to the commas around what is concerned."""
_FULL_REPORT = "逐条的完整报告见“核查”页。"


class ClaimAnswerer:
    """Answers questions that state something and ask whether it is so."""

    def __init__(self, verifier: Verifier, corpus: Corpus) -> None:
        self.verifier = verifier
        self.corpus = corpus

    def compose(self, text: str) -> Composed | None:
        """The verdict on what ``text`` states; None where it asks for no check, states nothing that
        can be checked, or only ends in 对吗 and the documents say nothing of it."""
        requested = _REQUEST.search(text) is not None
        if not requested and not _ASKED_BACK.search(text):
            return None
        if _ASKS_ITSELF.search(text):
            return None
        decisions = [d for d in self.verifier.decisions(text) if _states_fact(d)]
        verdict = overall(d.verdict for d in decisions)
        if not decisions or (verdict is Verdict.NOT_FOUND and not requested):
            return None
        if all(d.verdict is Verdict.NOT_FOUND for d in decisions):
            return refused(Reason.NOT_IN_CORPUS, "？ 未提及：没有找到这一说法的依据。")
        reasons = {
            Verdict.CONTRADICTED: (Status.ANSWERED_PARTLY, Reason.FALSE_PREMISE),
            Verdict.NOT_FOUND: (Status.ANSWERED_PARTLY, Reason.NOT_IN_CORPUS),
            Verdict.SUPPORTED: (Status.ANSWERED, None),
        }
        status, reason = reasons[verdict]
        single = len(decisions) == 1
        return Composed(
            statements=tuple(self._statements(decisions[:_MOST_SHOWN], single)),
            status=status,
            reason=reason,
            lead=_verdict_line(decisions[0]) if single else _summary(verdict, decisions),
            closing="" if single else _FULL_REPORT,
        )

    def _statements(self, decisions: Sequence[Decision], single: bool) -> list[Statement]:
        found: list[Statement] = []
        for number, decision in enumerate(decisions, start=1):
            basis = decision.basis
            if basis is None or decision.verdict is Verdict.NOT_FOUND:
                continue
            sign = VERDICTS[decision.verdict][0]
            one = self._statement(basis, decision.finding or _own(basis))
            if not single:
                one = replace(one, text=f"第{number}条 {sign} {one.text}", computed=(str(number),))
            found.append(one)
            found += [
                self._statement(other, _own(other))
                for other in decision.others[:1]
                if single and other.passage.task.id != basis.passage.task.id
            ]
        return found

    def _statement(self, judgement: Judgement, finding: Finding | None) -> Statement:
        task, clause = judgement.passage.task, judgement.passage.clause
        start, end = clause.start, clause.end
        if finding is not None and finding.spans:
            duty = finding.difference in (Difference.DUTY, Difference.DEADLINE)
            at = finding.spans[0]
            outside = not (start <= at[0] < end)
            start, end = at if duty and outside else _around(task.plain, (start, end), at)
        words = task.text[start:end].strip("，。； ")
        place = place_label(task, self.corpus)
        return Statement(f"{place}：{words}", (Evidence(task, start, end),))


def _own(judgement: Judgement) -> Finding | None:
    """What a passage says of its own; None where only its words were compared."""
    found = (*judgement.differing, *judgement.findings)
    return own_finding(judgement) if found else None


def _states_fact(decision: Decision) -> bool:
    elements = decision.claim.elements
    return (
        bool(elements.figures or elements.roles or elements.deadline or elements.phone)
        or decision.verdict is not Verdict.NOT_FOUND
    )


def _verdict_line(decision: Decision) -> str:
    sign, words = VERDICTS[decision.verdict]
    finding = decision.finding
    if finding is None or finding.difference is None:
        return f"{sign} {words}：与文件一致。"
    return f"{sign} {words}（{DIFFERENCES[finding.difference]}）：问题说“{finding.stated}”，与下列原文不符。"


def _summary(verdict: Verdict, decisions: Sequence[Decision]) -> str:
    counts = Counter(decision.verdict for decision in decisions)
    each = "，".join(f"{' '.join(VERDICTS[v])} {counts[v]} 条" for v in Verdict if counts[v])
    lines = [f"总体：{' '.join(VERDICTS[verdict])}。共 {len(decisions)} 条：{each}。"]
    for number, decision in enumerate(decisions[:_MOST_SHOWN], start=1):
        finding = decision.finding
        if finding is not None and finding.difference is not None:
            lines.append(
                f"第{number}条{DIFFERENCES[finding.difference]}：问题说“{finding.stated}”。"
            )
        elif decision.verdict is Verdict.NOT_FOUND:
            lines.append(f"第{number}条没有找到依据。")
    return "".join(lines)


def _around(plain: str, clause: tuple[int, int], at: tuple[int, int]) -> tuple[int, int]:
    """The clause, or of a long one the pieces between commas around ``at``, as many as fit."""
    start, end = clause
    if end - start <= _MOST_WORDS or not start <= at[0] < end:
        return clause
    cuts = [start, *(m.end() for m in re.finditer(r"[，；](?![^（]*）)", plain[start:end])), end]
    cuts = [start, *(start + cut for cut in cuts[1:-1]), end]
    first = max(cut for cut in cuts[:-1] if cut <= at[0])
    last = min(cut for cut in cuts[1:] if cut >= at[1]) if at[1] <= end else end
    while True:
        wider = max((cut for cut in cuts if cut < first), default=first)
        if wider == first or last - wider > _MOST_WORDS:
            return first, last
        first = wider
