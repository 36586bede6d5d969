"""Saying where something stands: for a question in words, for its gold citation by a quote."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from corpus.models import Corpus, Document, Figure, Task
from eval.models import GoldCitation

_SHORTEST, _LONGEST = 8, 40
_STEP = 4
_NUMBER = re.compile(r"\d[\d.]*")


class Places:
    """What generated cases need to know of a corpus as a whole."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._whole = "\n".join(corpus.sources.values())

    @cached_property
    def title_counts(self) -> Counter[str]:
        return Counter(task.title for task in self.corpus.tasks)

    @cached_property
    def unit_documents(self) -> dict[str, set[str]]:
        documents: dict[str, set[str]] = {}
        for task in self.corpus.tasks:
            documents.setdefault(task.unit, set()).add(task.document_id)
        return documents

    @cached_property
    def indicator_tasks(self) -> dict[str, set[str]]:
        tasks: dict[str, set[str]] = {}
        for task in self.corpus.tasks:
            for figure in task.figures:
                tasks.setdefault(figure.indicator, set()).add(task.id)
        return tasks

    def document(self, task: Task) -> Document:
        return self.corpus.documents_by_id[task.document_id]

    def short_title(self, task: Task) -> str:
        """What people call the task's document."""
        document = self.document(task)
        return document.short_titles[0] if document.short_titles else document.title

    def numbered_place(self, task: Task) -> str | None:
        """ "甲局第3项承诺" where unit and number name one task of a table, else None."""
        number = task.ordinal
        if number is None or len(task.path) != 1 or len(self.unit_documents[task.unit]) != 1:
            return None
        return f"{task.unit}第{number}项承诺"

    def is_alone(self, figure: Figure) -> bool:
        """Whether no other indicator of the corpus could be meant by this one's words."""
        words = figure.indicator
        alike = [
            other for other in self.indicator_tasks if words in other or (other and other in words)
        ]
        return alike == [words] and len(self.indicator_tasks[words]) == 1

    def gold(self, task: Task, start: int, end: int) -> GoldCitation | None:
        """A citation whose quote is a unique piece of source within text[start:end].

        It holds as much of the end as it can, since a figure stands behind its words. None where no
        piece of 8 to 40 characters is printed in one run and unique.
        """
        for length in range(_SHORTEST, _LONGEST + 1, _STEP):
            for last in range(end, start + length - 1, -1):
                quote = self._printed(task, last - length, last)
                if quote is not None and self._whole.count(quote) == 1:
                    return GoldCitation(
                        doc=task.document_id, unit=task.unit, number=task.number, quote=quote
                    )
        return None

    def _printed(self, task: Task, start: int, end: int) -> str | None:
        left, right = task.source_span(start, end)
        if right - left != end - start:
            return None
        quote = self.corpus.sources[task.document_id][left:right]
        return None if any(character.isspace() for character in quote) else quote


def core(figure: Figure) -> str | None:
    """The number of a figure with scale and unit, without bound words; None for number words and
    ranges."""
    number = _NUMBER.search(figure.text)
    if number is None or figure.upper is not None:
        return None
    # "35万千瓦": 千 belongs to the unit, and a scale only where the unit does not take it.
    scaled = re.compile(rf"[千万亿]*?{re.escape(figure.unit)}").match(figure.text, number.end())
    return number.group() + scaled.group() if scaled else None
