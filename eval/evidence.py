"""What a reply says and cites, in the form the metrics compare.

The same view for an answer and for a verification: all of its words, and all it cites.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from assistant.models import Citation
from eval.models import Judged, Reply
from eval.wording import normalised, states


def said(reply: Reply) -> str:
    """Everything the reply says, normalised: the answer, or the whole verification as JSON."""
    if reply.answer is not None:
        return normalised(reply.answer.answer)
    if reply.verification is not None:
        content = reply.verification.model_dump(mode="json", exclude={"timings_ms"})
        return normalised(json.dumps(content, ensure_ascii=False))
    return ""


def cited(reply: Reply) -> tuple[Citation, ...]:
    """All citations of the reply, in order; those of every claim for a verification."""
    if reply.answer is not None:
        return reply.answer.citations
    if reply.verification is not None:
        return tuple(
            citation for claim in reply.verification.claims for citation in claim.citations
        )
    return ()


def addressed(reply: Reply, sources: Mapping[str, str]) -> tuple[bool, ...]:
    """For every citation, then every figure, whether its source span holds the same characters.

    White space and Markdown marks apart: a quote joins what the source breaks, and drops its stray
    marks.
    """
    of = {citation.marker: citation.document_id for citation in cited(reply)}
    found = [
        normalised(sources[one.document_id][one.start : one.end]) == normalised(one.quote)
        for one in cited(reply)
    ]
    for figure in reply.answer.figures if reply.answer is not None else ():
        source = sources.get(of.get(figure.marker, ""), "")
        found.append(normalised(source[figure.start : figure.end]) == normalised(figure.text))
    return tuple(found)


def facts_stated(judged: Judged) -> tuple[bool, ...]:
    """For every fact of the case whether one of its wordings is in the reply."""
    text = said(judged.reply)
    return tuple(any(states(text, wording) for wording in fact) for fact in judged.case.facts)


def says_forbidden(judged: Judged) -> bool:
    """Whether a forbidden wording is in the reply that the question itself does not hold."""
    text, question = said(judged.reply), normalised(judged.case.question)
    return any(
        states(text, wording) and normalised(wording) not in question
        for wording in judged.case.forbidden
    )


def quotes_found(judged: Judged) -> tuple[bool, ...]:
    """For every gold citation whether the text of one cited task holds its quote."""
    texts = [normalised(citation.text) for citation in cited(judged.reply)]
    return tuple(
        any(normalised(gold.quote) in text for text in texts) for gold in judged.case.citations
    )


def enough(judged: Judged, found: tuple[bool, ...]) -> bool:
    """Whether the gold citations ``found`` do for the case: all, or any where any one will do."""
    return all(found) if judged.case.all_needed else any(found)
