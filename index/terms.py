"""What a question's words count for: each a term with the forms it may take in a document.

A term is present in a passage if any of its forms is; what a passage covers of a question is the
share of the terms' weights that it holds. A word of everyday language and the official terms for
it are one term, so that neither wording is asked for twice.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.lexicon import Abbreviations, PlainLanguage
from index.tokenizing import is_function_word, is_verb

Weights = NDArray[np.float32]
Presence = NDArray[np.float32]

_PARTIAL = 0.6
"""Credit for a longer word of which a passage holds only some neighbouring characters."""
_OTHER_FORM = 0.85
"""Credit for a term that stands in a passage in another form than the question's own."""
_ASKED = 0.7
"""Credit for a term that people use of a passage (its expansion) though it stands not in it."""
_CHARACTER = 0.6
"""What of its weight a word of one character keeps; …"""
_UNKNOWN_FUNCTION_WORD = 0.2
"""… and one that only refers and that no document uses."""
_NUMBER = re.compile(r"^[0-9.]+%?$")


@dataclass(frozen=True, slots=True)
class Term:
    """A word asked for, first in its own form, then in others that mean the same; in lower case."""

    forms: tuple[str, ...]

    @property
    def word(self) -> str:
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class TermReader:
    """Makes terms of a question's words with the help of the lexicons."""

    plain_language: PlainLanguage
    abbreviations: Abbreviations

    def terms(self, topic: str, words: Iterable[str]) -> tuple[Term, ...]:
        """The terms of ``topic``; ``words`` are its content words, in order."""
        concepts: dict[str, tuple[str, ...]] = {}
        for wording, official in self.plain_language.official_terms(topic):
            concepts[wording] = (wording, *official)
        for form, others in self.abbreviations.forms(topic):
            concepts[form] = (*concepts.get(form, (form,)), *others)
        terms: dict[str, Term] = {}
        for forms in concepts.values():
            folded = tuple(dict.fromkeys(one.lower() for one in forms))
            terms[folded[0]] = Term(folded)
        for word in words:
            inside = any(word in form and word != form for form in terms)
            if word not in terms and not inside and (len(word) > 1 or _NUMBER.match(word)):
                terms[word] = Term((word, *_done_newly(word)))
        return tuple(terms.values())


def _done_newly(word: str) -> tuple[str, ...]:
    """The deed in a word for doing it newly (新开工 → 开工): a document may say it of a new thing."""
    deed = word[1:]
    return (deed,) if word[0] == "新" and len(deed) > 1 and is_verb(deed) else ()


def grams_of(word: str) -> list[str]:
    """The pairs of neighbouring characters of a word."""
    return [word[at : at + 2] for at in range(len(word) - 1)]


def pairs_held(words: str, text: str) -> float:
    """Which share of the pairs of neighbouring characters of ``words`` stands in ``text``."""
    pairs = grams_of(words)
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def presence(terms: Sequence[Term], passages: Sequence[str], asked: Sequence[str] = ()) -> Presence:
    """How much of each term each passage (in lower case) holds: passages × terms, from 0 to 1.

    ``asked`` are, a passage, the everyday questions and words about it, "" for none.
    """
    matrix = np.zeros((len(passages), len(terms)), dtype=np.float32)
    for column, term in enumerate(terms):
        own, others = term.forms[0], term.forms[1:]
        pairs = grams_of(own) if len(own) > 2 else []
        for row, passage in enumerate(passages):
            if own in passage:
                matrix[row, column] = 1.0
            elif others and any(form in passage for form in others):
                matrix[row, column] = _OTHER_FORM
            elif asked and own in asked[row]:
                matrix[row, column] = _ASKED
            elif pairs:
                held = sum(pair in passage for pair in pairs) / len(pairs)
                matrix[row, column] = _PARTIAL * held
    return matrix


def weights(terms: Sequence[Term], held: Presence) -> Weights:
    """The weight of each term: rare ones count for more, as in BM25's inverse frequency.

    ``held`` is the presence over whole tasks. A term that stands nowhere gets the weight of one
    that stands once: a question about it is hardly answered by passages without it; unless it only
    refers ("后来", "当中"), which no passage need do in the same word.
    """
    total = len(held)
    counts = (held >= _OTHER_FORM).sum(axis=0) if total else np.zeros(len(terms))
    values = [
        math.log(1 + (total - n + 0.5) / (n + 0.5)) * _share(term.word, known=known > 0)
        for term, known, n in zip(terms, counts, np.maximum(counts, 1), strict=True)
    ]
    return np.asarray(values, dtype=np.float32)


def _share(word: str, *, known: bool) -> float:
    """What of its weight a word keeps."""
    if not known and is_function_word(word):
        return _UNKNOWN_FUNCTION_WORD
    return _CHARACTER if len(word) < 2 else 1.0


def covered(held: Presence, weight: Weights) -> NDArray[np.float32]:
    """What share of the terms' weight each passage holds, from 0 to 1."""
    total = float(weight.sum())
    if not total:
        return np.zeros(len(held), dtype=np.float32)
    share: NDArray[np.float32] = (held @ weight / total).astype(np.float32)
    return share
