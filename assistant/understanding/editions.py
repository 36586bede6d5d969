"""Documents that come out anew every period (a work report, a year's tasks): which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.models import Corpus, Document
from corpus.script import plain_form

_YEARS = re.compile(r"20\d{2}(?:年?\s*[—–\-~至]+\s*20\d{2})?年?度?")
_PUNCTUATION = re.compile(r"[\s（）()“”《》]+")


@dataclass(frozen=True)
class Editions:
    """The documents of a corpus by series: those alike in layout, place and title less its years."""

    _series: dict[str, tuple[Document, ...]]

    @classmethod
    def of(cls, corpus: Corpus) -> Editions:
        """The editions among the documents of ``corpus``, in its order."""
        return cls({d.id: tuple(same_series(d, corpus.documents)) for d in corpus.documents})

    def meant(self, document_id: str, said: str, years: Sequence[int]) -> tuple[str, ...]:
        """The editions that a name of a document means: ``said`` is the name as it stands in a
        question, ``years`` are those that the question asks about.

        A year in the name decides, then the years asked about; where neither does, all are meant.
        """
        editions = self._series[document_id]
        if len(editions) == 1 or "号" in said:
            return (document_id,)
        titled = re.findall(r"20\d{2}", said)
        for fitting in (
            [d for d in editions if any(year in d.title for year in titled)],
            [d for d in editions if any(int(year) in d.period for year in titled)],
            [d for d in editions if set(years) & set(d.period) and not titled],
        ):
            if fitting:
                return tuple(d.id for d in fitting)
        return tuple(d.id for d in editions)

    def series(self, documents: Iterable[str]) -> list[Document]:
        """All editions of ``documents``."""
        return [edition for document_id in documents for edition in self._series[document_id]]

    def of_years(self, documents: Iterable[str], years: Sequence[int]) -> tuple[str, ...]:
        """``documents`` spoken of before, each in its editions of the ``years`` now asked about; as
        it was where it speaks of them itself, or no edition does."""
        found: dict[str, None] = {}
        for document_id in documents:
            editions = self._series[document_id]
            fitting = [d.id for d in editions if set(years) & set(d.period)]
            kept = document_id in fitting or not fitting
            found |= dict.fromkeys([document_id] if kept else fitting)
        return tuple(found)


def same_series(document: Document, documents: Iterable[Document]) -> list[Document]:
    """Those of ``documents`` that are editions of ``document``, itself among them."""
    name = _name(document)
    return [d for d in documents if d.id == document.id or _name(d) == name]


def are_one_series(documents: Sequence[Document]) -> bool:
    """Whether there are documents at all and they are editions of one."""
    return bool(documents) and len(same_series(documents[0], documents)) == len(documents)


def _name(document: Document) -> tuple[str, str, str]:
    title = _PUNCTUATION.sub("", _YEARS.sub("", plain_form(document.title)))
    return document.layout, document.place, title
