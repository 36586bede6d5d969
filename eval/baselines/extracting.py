"""An answer made of what a search found: from each of the first passages the nearest sentence.

This is what an extractive response synthesis does without any of the product's parts: it
understands nothing of the question, never refuses, and checks nothing.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.models import Answer, Citation, Claim, Status, Turn, Verdict, Verification
from corpus.models import Corpus, Document
from corpus.script import plain_form
from eval.explaining import Explanation
from eval.models import Candidate
from eval.quantities import quantities
from eval.wording import normalised

TOP_K = 4
"""Passages an answer is made of; LlamaIndex's documentation shows 2 to 5."""
REACH = 20
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")


@dataclass(frozen=True)
class Passage:
    """Something found. ``source_span`` turns offsets in ``text`` into source offsets; ``task_ids``
    are the tasks it touches, and ``number`` the printed label where it is one task."""

    document_id: str
    source_span: Callable[[int, int], tuple[int, int]]
    text: str
    score: float
    task_ids: tuple[str, ...]
    path: tuple[str, ...] = ()
    number: str = ""
    locator: str = ""


class Search(Protocol):
    """Finds passages for a question, best first."""

    def find(self, question: str, limit: int) -> Sequence[Passage]: ...


class ExtractiveAssistant:
    """A search as an assistant; takes no notice of the chat before the question."""

    def __init__(self, name: str, search: Search, corpus: Corpus, index_version: str) -> None:
        self._name = name
        self._search = search
        self._corpus = corpus
        self._version = index_version

    def ask(self, question: str, history: tuple[Turn, ...]) -> Answer:
        """The nearest sentence of each of the first TOP_K passages, each with its marker."""
        started = time.perf_counter()
        found = self._search.find(question, TOP_K)
        cited = tuple(
            self._citation(marker, passage, question)
            for marker, passage in enumerate(found, start=1)
        )
        return Answer(
            id=self._id(question),
            question=question,
            answer="\n".join(f"- {plain_form(one.quote)}[{one.marker}]" for one in cited),
            status=Status.ANSWERED,
            citations=cited,
            index_version=self._version,
            generator=self._name,
            timings_ms={"total": 1000 * (time.perf_counter() - started)},
        )

    def verify(self, text: str) -> Verification:
        """Supported where the first passages hold all numbers of the text, else contradicted; not
        found where it has none: the number match that fact checks by retrieval start from."""
        found = self._search.find(text, TOP_K)
        cited = tuple(
            self._citation(marker, passage, text) for marker, passage in enumerate(found, start=1)
        )
        stated = {quantity.value for quantity in quantities(normalised(text))}
        held = {
            quantity.value for passage in found for quantity in quantities(normalised(passage.text))
        }
        verdict = Verdict.NOT_FOUND
        if stated:
            verdict = Verdict.SUPPORTED if stated <= held else Verdict.CONTRADICTED
        claim = Claim(
            text=text,
            start=0,
            end=len(text),
            verdict=verdict,
            explanation="按检索到的段落是否写有全部数字判断",
            citations=cited,
        )
        return Verification(
            id=self._id(text),
            text=text,
            verdict=verdict,
            claims=(claim,),
            index_version=self._version,
        )

    def explain(self, question: str, history: tuple[Turn, ...]) -> Explanation:
        """The tasks of the passages found, in their order; of a passage over several tasks, all."""
        candidates = tuple(
            Candidate(task_id=task_id, score=passage.score)
            for passage in self._search.find(question, REACH)
            for task_id in passage.task_ids
        )
        return Explanation(candidates=candidates)

    def _id(self, text: str) -> str:
        return hashlib.sha256(f"{self._name}\n{self._version}\n{text}".encode()).hexdigest()[:20]

    def _citation(self, marker: int, passage: Passage, question: str) -> Citation:
        document: Document = self._corpus.documents_by_id[passage.document_id]
        start, end = nearest_sentence(passage.text, question)
        left, right = passage.source_span(start, end)
        return Citation(
            marker=marker,
            task_id=passage.task_ids[0] if passage.task_ids else "",
            document_id=document.id,
            document_title=document.title,
            document_number=document.number,
            path=passage.path,
            number=passage.number,
            locator=passage.locator,
            text=passage.text,
            quote=passage.text[start:end],
            quote_start=start,
            quote_end=end,
            start=left,
            end=right,
            sha256=document.sha256,
        )


def nearest_sentence(text: str, question: str) -> tuple[int, int]:
    """Offsets of the sentence that shares most character pairs with the question; the first of
    equals."""
    asked = _pairs(plain_form(question))
    plain = plain_form(text)
    spans = [match.span() for match in _SENTENCE.finditer(plain)] or [(0, len(text))]
    return max(spans, key=lambda span: len(asked & _pairs(plain[slice(*span)])))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
