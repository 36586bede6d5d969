"""Seeded cases made from the catalog: the same corpus and seed give the same cases.

They widen the cases written by hand, and never replace them: whoever makes a case from the parsed
corpus does not see what the parser missed. Every case belongs to one split, by the hash of its id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from corpus.models import Corpus
from eval.making.lists import count_questions, list_questions
from eval.making.near_misses import missing_parts, wrong_years
from eval.making.places import Places
from eval.making.questions import deadline_questions, duty_questions, figure_questions
from eval.making.statements import duty_statements, statements
from eval.models import Case

SHAPES: dict[str, Callable[[Places], Iterator[Case]]] = {
    "figure": figure_questions,
    "duty": duty_questions,
    "deadline": deadline_questions,
    "list": list_questions,
    "count": count_questions,
    "statement": statements,
    "duty-statement": duty_statements,
    "wrong-year": wrong_years,
    "missing-part": missing_parts,
}
SPLITS = ("train", "dev", "test")
_SHARES = (("train", 0.5), ("dev", 0.75), ("test", 1.0))


def generated_cases(corpus: Corpus, split: str, per_shape: int, seed: int) -> tuple[Case, ...]:
    """Up to ``per_shape`` cases of every shape for ``split``, in an order set by ``seed``."""
    places = Places(corpus)
    return tuple(
        case for make in SHAPES.values() for case in _chosen(make(places), split, per_shape, seed)
    )


def split_of(case_id: str) -> str:
    """The split a generated case belongs to, whatever the seed: nothing tuned on meets ``test``."""
    return next(name for name, share in _SHARES if _fraction(case_id) < share)


def _chosen(cases: Iterable[Case], split: str, count: int, seed: int) -> list[Case]:
    own = [case for case in cases if split_of(case.id) == split]
    return sorted(own, key=lambda case: (_fraction(f"{seed}:{case.id}"), case.id))[:count]


def _fraction(text: str) -> float:
    """A number in [0, 1) that only the text decides."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:6], "big") / 2**48
