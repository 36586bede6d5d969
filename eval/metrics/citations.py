"""Whether what is cited carries what is said, and is the passage that was wanted."""

from __future__ import annotations

from assistant.models import Answer
from eval.evidence import cited, enough, quotes_found
from eval.metrics.base import Ratio, ratio
from eval.models import Judged, Kind
from eval.quantities import quantities
from eval.stated import Statement, figures_in, is_announced, is_derived, statements_of
from eval.wording import normalised, same_label, states

_SAME_WORDS = 0.5
"""Share of a statement's character pairs that its citations must hold. Fixed before any run: a
sentence put together from a clause keeps most pairs, one on another task few."""


@ratio("citation_recall", "引用召回率", "写有原文出处的用例")
def CITATION_RECALL(judged: Judged) -> Ratio | None:
    """Mean over cases of the share of gold quotes that stand in the text of a cited task; 1 or 0
    where any one of the passages will do. Citation recall of ALCE (Gao et al. 2023) with verbatim
    gold quotes instead of an entailment model."""
    return _over_gold(judged, quotes_found(judged))


@ratio("citation_precision", "引用准确率", "写有原文出处的用例")
def CITATION_PRECISION(judged: Judged) -> Ratio | None:
    """Mean over cases of the share of the reply's citations whose task holds a gold quote; 0 where
    nothing is cited. Citation precision of ALCE (Gao et al. 2023) against gold passages; also
    right passages that the case does not name count against it."""
    if not judged.case.citations:
        return None
    quotes = [normalised(gold.quote) for gold in judged.case.citations]
    texts = [normalised(citation.text) for citation in cited(judged.reply)]
    good = sum(any(quote in text for quote in quotes) for text in texts)
    return Ratio(good / len(texts)) if texts else Ratio(0.0)


@ratio("task_citation", "条目编号正确率", "写有原文出处的用例")
def TASK_CITATION(judged: Judged) -> Ratio | None:
    """Like ``citation_recall``, and the citation must also name the printed number of the task in
    which the quote stands. Own definition: what a reader needs to find the place on paper."""
    citations = cited(judged.reply)
    found = tuple(
        any(
            same_label(citation.number, gold.number)
            and normalised(gold.quote) in normalised(citation.text)
            for citation in citations
        )
        for gold in judged.case.citations
    )
    return _over_gold(judged, found)


@ratio("statement_recall", "句级引用支持率", "有回答的用例中的陈述")
def STATEMENT_RECALL(judged: Judged) -> Ratio | None:
    """Share of an answer's statements (the words before a run of markers) that the citations behind
    these very markers support: every number stands in them or follows from them, and so do at least
    half of the character pairs. ALCE (Gao et al. 2023) citation recall, with containment instead of
    entailment. Falls to nothing when markers and citations are shifted by one."""
    if not _is_answered(judged):
        return None
    answer, claims = judged.reply.answer, _claims(judged)
    if answer is None or not claims:
        return Ratio(0.0)
    return Ratio(sum(_supported(words, _texts(answer, to)) for words, to in claims), len(claims))


@ratio("statement_precision", "句级引用必要率", "有回答的用例中的引用标记")
def STATEMENT_PRECISION(judged: Judged) -> Ratio | None:
    """Share of markers that matter: the statement is supported with them, and this citation alone
    holds a number or at least half of the words of it, or the rest without it does not do. ALCE
    (Gao et al. 2023) citation precision, with containment instead of entailment."""
    if not _is_answered(judged):
        return None
    answer = judged.reply.answer
    pairs = [(words, to, one) for words, to in _claims(judged) for one in to]
    if answer is None or not pairs:
        return Ratio(0.0)
    return Ratio(sum(_needed(answer, *pair) for pair in pairs), len(pairs))


@ratio("marked_figures", "数据标记正确率", "答案给出的数据")
def MARKED_FIGURES(judged: Judged) -> Ratio | None:
    """Share of the figures handed over with an answer whose words stand in the cited task their
    marker points to, and in the answer itself. Own definition."""
    answer = judged.reply.answer
    if answer is None or not answer.figures:
        return None
    text = normalised(answer.answer)
    texts = {citation.marker: normalised(citation.text) for citation in answer.citations}
    right = sum(
        states(texts.get(figure.marker, ""), figure.text) and states(text, figure.text)
        for figure in answer.figures
    )
    return Ratio(right, len(answer.figures))


@ratio("citation_address", "引用地址正确率", "引用与数据的地址", strict=True)
def CITATION_ADDRESS(judged: Judged) -> Ratio | None:
    """Share of the addresses handed over, one a citation and one a figure, whose span in the source
    file holds the same characters, looked up when the reply came. Own definition: what lets a
    client check a citation by one call; a span that is off by one character is wrong."""
    places = judged.reply.addressed
    return Ratio(sum(places), len(places)) if places else None


def _over_gold(judged: Judged, found: tuple[bool, ...]) -> Ratio | None:
    if not found:
        return None
    if judged.case.all_needed:
        return Ratio(sum(found) / len(found))
    return Ratio(float(enough(judged, found)))


def _is_answered(judged: Judged) -> bool:
    """Whether there are statements to look at. A refusal states nothing to cite; where nothing came
    for a question that has an answer, that is one unsupported statement, and never left out."""
    if judged.case.kind is Kind.VERIFY or judged.reply.refused:
        return False
    return judged.reply.answer is not None or judged.case.answerable


def _claims(judged: Judged) -> list[Statement]:
    """Statements with markers, and those without that nevertheless state a figure; in an answer
    with rows these only repeat what was asked for."""
    answer = judged.reply.answer
    has_rows = answer is not None and (answer.rows is not None or answer.total is not None)
    return [
        one
        for one in statements_of(judged)
        if one.markers or (figures_in(one.words) and not has_rows)
    ]


def _texts(answer: Answer, markers: tuple[int, ...]) -> str:
    """All that the citations behind ``markers`` say: titles and headings are evidence too."""
    return "\n".join(
        normalised(
            "\n".join(
                (
                    citation.document_title,
                    citation.document_number or "",
                    *citation.path,
                    citation.number,
                    citation.text,
                )
            )
        )
        for citation in answer.citations
        if citation.marker in markers
    )


def _supported(words: str, evidence: str) -> bool:
    known = {quantity.value for quantity in quantities(evidence)}
    missing = [
        quantity
        for quantity in quantities(words)
        if quantity.value not in known and not is_derived(quantity.value, words)
    ]
    worded = is_announced(words) or _shared(words, evidence) >= _SAME_WORDS
    return bool(evidence) and not missing and worded


def _shared(words: str, evidence: str) -> float:
    pairs = [words[at : at + 2] for at in range(len(words) - 1) if words[at : at + 2].isalnum()]
    return sum(pair in evidence for pair in pairs) / len(pairs) if pairs else 1.0


def _needed(answer: Answer, words: str, to: tuple[int, ...], one: int) -> bool:
    if not _supported(words, _texts(answer, to)):
        return False
    alone = _texts(answer, (one,))
    known = {quantity.value for quantity in quantities(alone)}
    carries = any(quantity.value in known for quantity in quantities(words))
    others = tuple(marker for marker in to if marker != one)
    return (
        carries
        or _shared(words, alone) >= _SAME_WORDS
        or not _supported(words, _texts(answer, others))
    )
