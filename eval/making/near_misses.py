"""Questions right beside the corpus: its own figures in years it does not speak of, and units,
plans and cities that the issued documents have and our copies lack."""

from __future__ import annotations

from collections.abc import Iterator

from eval.making.places import Places
from eval.making.questions import figure_question
from eval.models import Case, Kind

_AWAY = 4
"""Years behind the last one covered: no plan of the corpus reaches that far."""
_VAGUE = ("其他", "其余")


def wrong_years(places: Places) -> Iterator[Case]:
    """A figure's own question for a year that no document speaks of."""
    last = max(year for document in places.corpus.documents for year in document.period)
    for task in places.corpus.tasks:
        for figure in task.figures:
            asked = figure_question(places, task, figure, (last + _AWAY,))
            if asked is not None:
                yield _case(f"year-{task.id}-{figure.start}", asked, "年份不在语料内")


def missing_parts(places: Places) -> Iterator[Case]:
    """What a unit, plan or city promises that our copy does not hold."""
    for document in places.corpus.documents:
        year = document.period[0]
        for name in document.coverage.missing:
            if name.startswith(_VAGUE) or any(word in name for word in _VAGUE):
                continue
            for number, asked in enumerate(
                (
                    f"{year}年{name}公开承诺了哪些重点任务？",
                    f"{name}第2项任务的责任人是谁？",
                    f"{name}{year}年的目标是多少？",
                )
            ):
                yield _case(f"missing-{document.id}-{name}-{number}", asked, "副本不含这一部分")


def _case(key: str, question: str, note: str) -> Case:
    return Case(
        id=f"gen-{key}",
        kind=Kind.UNANSWERABLE,
        question=question,
        answerable=False,
        note=f"由目录生成：{note}",
        generated=True,
    )
