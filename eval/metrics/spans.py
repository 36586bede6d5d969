"""Whether the characters that are highlighted are the right ones."""

from __future__ import annotations

from eval.evidence import cited
from eval.metrics.base import Ratio, ratio
from eval.models import Judged

Span = tuple[str, int, int]
"""Document id, first source offset, offset behind the last."""


@ratio("span_recall", "片段召回率", "出处已定位的用例")
def SPAN_RECALL(judged: Judged) -> Ratio | None:
    """Mean over cases of the share of gold quote characters that the cited spans cover, by source
    offset. Where any one passage will do, the best covered one counts. Character overlap after
    SQuAD's token F1 (Rajpurkar et al. 2016), on offsets instead of words."""
    places = judged.grounded.places
    if not places:
        return None
    covered = _characters([(c.document_id, c.start, c.end) for c in cited(judged.reply)])
    shares = []
    for place in places:
        wanted = _characters([(place.document_id, place.start, place.end)])
        shares.append(len(wanted & covered) / len(wanted))
    return Ratio(sum(shares) / len(shares) if judged.case.all_needed else max(shares))


@ratio("span_precision", "片段准确率", "出处已定位的用例")
def SPAN_PRECISION(judged: Judged) -> Ratio | None:
    """Mean over cases of the share of cited characters that lie in a clause with a gold quote; 0
    where nothing is cited. Whole clauses count as right, since a quote is shown as a sentence.
    Character overlap after SQuAD (Rajpurkar et al. 2016)."""
    places = judged.grounded.places
    if not places:
        return None
    spans = _characters([(c.document_id, c.start, c.end) for c in cited(judged.reply)])
    wanted = _characters([(p.document_id, p.clause_start, p.clause_end) for p in places])
    return Ratio(len(spans & wanted) / len(spans)) if spans else Ratio(0.0)


def _characters(spans: list[Span]) -> set[tuple[str, int]]:
    return {(document, at) for document, start, end in spans for at in range(start, end)}
