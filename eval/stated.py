"""The words of an answer that state something: without its markers and its addresses.

"鲁政办字〔2023〕5号 第50项" and "[2]" are where a thing stands, not what is said; a number in them
is no figure.
"""

from __future__ import annotations

import re

from assistant.models import Answer
from eval.wording import normalised

_MARKER = re.compile(r"\[\d+\]")
_LIST_NUMBER = re.compile(r"(?m)^\s*\d+[.、)]\s*")
_DOCUMENT_NUMBER = re.compile(r"〔\d{4}〕\d+号")
_PLACE = re.compile(r"第\d+[项条]")


def stated_text(answer: Answer) -> str:
    """Normalised words of the answer less markers, list numbers, 文号, titles and locators."""
    return bare(answer, answer.answer)


def bare(answer: Answer, words: str) -> str:
    """``words``, a piece of ``answer``, normalised and without addresses."""
    text = _LIST_NUMBER.sub("", _MARKER.sub("", words))
    text = normalised(text)
    addresses = {
        normalised(address)
        for citation in answer.citations
        for address in (citation.locator, citation.document_title, citation.document_number or "")
    }
    for address in sorted(addresses - {""}, key=lambda address: (-len(address), address)):
        text = text.replace(address, "")
    return _PLACE.sub("", _DOCUMENT_NUMBER.sub("", text))
