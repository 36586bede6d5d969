"""Lists and counts: complete, and nothing beside."""

from __future__ import annotations

from decimal import Decimal

from eval.evidence import cited, facts_stated
from eval.metrics.base import Ratio, ratio
from eval.models import Judged, Kind
from eval.quantities import quantities
from eval.wording import normalised


@ratio("row_exact", "清单完全一致率", "列有全部条目的清单用例")
def ROW_EXACT(judged: Judged) -> Ratio | None:
    """Share of list cases whose set of rows is the wanted set, no task more and none less. Exact
    set match as in text-to-SQL evaluation by execution (Spider; Yu et al. 2018)."""
    wanted = _complete_rows(judged)
    return None if wanted is None else Ratio(float(_given(judged) == wanted))


@ratio("row_recall", "清单召回率", "有条目出处的清单用例")
def ROW_RECALL(judged: Judged) -> Ratio | None:
    """Mean over list cases of the share of wanted tasks among the rows (or, without rows, among the
    cited tasks). Where the case does not name the complete set, its gold tasks are the wanted
    ones. Set recall; own choice of rows."""
    wanted = _complete_rows(judged)
    if wanted is None and judged.case.kind is Kind.LIST and judged.case.all_needed:
        wanted = frozenset(judged.grounded.gold_tasks)
    return Ratio(len(wanted & _given(judged)) / len(wanted)) if wanted else None


@ratio("row_precision", "清单准确率", "列有全部条目的清单用例")
def ROW_PRECISION(judged: Judged) -> Ratio | None:
    """Mean over list cases that name the complete set of the share of given rows that belong to it;
    0 where no row is given. Set precision; own choice of rows."""
    wanted = _complete_rows(judged)
    if wanted is None:
        return None
    given = _given(judged)
    return Ratio(len(wanted & given) / len(given)) if given else Ratio(float(not wanted))


@ratio("count_accuracy", "计数正确率", "计数用例")
def COUNT_ACCURACY(judged: Judged) -> Ratio | None:
    """Share of count cases whose number is stated; where the reply also hands over a total, that
    must be one of the numbers wanted. Exact match, as for FinQA's program results."""
    case, answer = judged.case, judged.reply.answer
    if case.kind is not Kind.COUNT or not case.answerable or not case.facts:
        return None
    wanted = {
        quantity.value
        for fact in case.facts
        for wording in fact
        for quantity in quantities(normalised(wording))
    }
    total = answer.total if answer is not None else None
    total_fits = total is None or not wanted or Decimal(total) in wanted
    stated = answer is not None and not judged.reply.refused and all(facts_stated(judged))
    return Ratio(float(stated and total_fits))


def _complete_rows(judged: Judged) -> frozenset[str] | None:
    rows = judged.case.rows
    return None if rows is None else frozenset(rows)


def _given(judged: Judged) -> frozenset[str]:
    answer = judged.reply.answer
    if answer is not None and answer.rows is not None:
        return frozenset(row.task_id for row in answer.rows)
    return frozenset(citation.task_id for citation in cited(judged.reply))
