"""Words people use and words documents use: reviewed pairs, kept as data beside this file.

Four lists, described in the README of this folder:

* plain language: everyday Chinese → the terms of official documents;
* English → the terms of official documents;
* abbreviations: forms of one name that mean the same;
* ordinary words: what a writer adds around a fact, and near synonyms.

The first three widen a search. They never decide an answer. By the last a statement's words are
compared with a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.lexicon.matching import Matcher, folded
from index.lexicon.reading import LexiconError, records, refuse_repeats, strings

__all__ = [
    "Abbreviations",
    "Concept",
    "English",
    "EnglishEntry",
    "Forms",
    "LexiconError",
    "OrdinaryWords",
    "PlainLanguage",
    "load_abbreviations",
    "load_english",
    "load_ordinary_words",
    "load_plain_language",
]


_PRAISE = "words of praise and emphasis"


@dataclass(frozen=True, slots=True)
class Concept:
    """Everyday wordings and the terms documents use for the same thing, the closest first.

    ``not_in`` names longer words in which a wording means something else.
    """

    plain: tuple[str, ...]
    official: tuple[str, ...]
    domain: str
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EnglishEntry:
    """English phrases (singular) and the Chinese terms for them, the commonest first."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms that may stand for each other. ``not_in``: longer words in which one does not."""

    forms: tuple[str, ...]
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrdinaryWords:
    """``neutral`` words state nothing by themselves, ``praise`` are those of them that only judge; each
    group of ``same`` may stand for another."""

    neutral: frozenset[str]
    praise: frozenset[str]
    same: tuple[frozenset[str], ...]


class PlainLanguage:
    """The thesaurus of everyday Chinese."""

    def __init__(self, concepts: tuple[Concept, ...]) -> None:
        self.concepts = concepts
        self._matcher: Matcher[Concept | None] = Matcher(_wordings_of(concepts))

    def official_terms(self, text: str) -> list[tuple[str, tuple[str, ...]]]:
        """Each everyday wording found in ``text``, as it stands there, with its official terms."""
        return [
            (text[match.start : match.end], match.value.official)
            for match in self._matcher.find(text)
            if match.value is not None
        ]


class Abbreviations:
    """Names with several forms of the same meaning."""

    def __init__(self, entries: tuple[Forms, ...]) -> None:
        self.entries = entries
        self._matcher: Matcher[Forms | None] = Matcher(_forms_of(entries))

    def forms(self, text: str) -> list[tuple[str, tuple[str, ...]]]:
        """Each form found in ``text``, as it stands there, with the other forms of its name."""
        found: list[tuple[str, tuple[str, ...]]] = []
        for match in self._matcher.find(text):
            if match.value is None:
                continue
            here = text[match.start : match.end]
            others = tuple(form for form in match.value.forms if folded(form) != folded(here))
            found.append((here, others))
        return found


class English:
    """English phrases and their Chinese terms."""

    def __init__(self, entries: tuple[EnglishEntry, ...]) -> None:
        self.entries = entries
        self._by_first_word: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for entry in entries:
            for phrase in entry.english:
                words = tuple(stem for stem, _, _ in _english_words(phrase))
                self._by_first_word.setdefault(words[0], []).append((words, entry.chinese))
        for candidates in self._by_first_word.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def translate(self, text: str) -> list[tuple[str, tuple[str, ...]]]:
        """Each English phrase known in ``text``, as it stands there, with its Chinese terms.

        From left to right, the longest phrase first; case, plural, possessive and hyphens do not
        matter. Words without an entry are passed over.
        """
        words = list(_english_words(text))
        stems = tuple(stem for stem, _, _ in words)
        found: list[tuple[str, tuple[str, ...]]] = []
        at = 0
        while at < len(words):
            length = 1
            for phrase, chinese in self._by_first_word.get(stems[at], ()):
                if stems[at : at + len(phrase)] == phrase:
                    length = len(phrase)
                    found.append((text[words[at][1] : words[at + length - 1][2]], chinese))
                    break
            at += length
        return found


@cache
def load_plain_language() -> PlainLanguage:
    """The thesaurus, read once. Raises LexiconError where the list is damaged."""
    name = "plain_language.jsonl"
    concepts = []
    for where, record in records(name, {"plain", "official", "domain"}, {"not_in"}):
        domain = record["domain"]
        if not isinstance(domain, str) or not domain:
            raise LexiconError(f'{where}: "domain" must name a field of work.')
        concepts.append(
            Concept(
                plain=strings(record, "plain", where),
                official=strings(record, "official", where),
                domain=domain,
                not_in=strings(record, "not_in", where) if "not_in" in record else (),
            )
        )
    refuse_repeats(name, (wording for concept in concepts for wording in concept.plain))
    return PlainLanguage(tuple(concepts))


@cache
def load_english() -> English:
    """The English list, read once. Raises LexiconError where the list is damaged."""
    name = "english.jsonl"
    entries = tuple(
        EnglishEntry(strings(record, "english", where), strings(record, "chinese", where, 1))
        for where, record in records(name, {"english", "chinese"}, set())
    )
    phrases = (phrase for entry in entries for phrase in entry.english)
    refuse_repeats(
        name, (" ".join(stem for stem, _, _ in _english_words(phrase)) for phrase in phrases)
    )
    return English(entries)


@cache
def load_ordinary_words() -> OrdinaryWords:
    """The ordinary words, read once. Raises LexiconError where the list is damaged."""
    name = "ordinary_words.jsonl"
    neutral: list[str] = []
    praise: list[str] = []
    same: list[frozenset[str]] = []
    for where, record in records(name, set(), {"neutral", "same", "what"}):
        if "neutral" in record:
            words = strings(record, "neutral", where, 1)
            neutral += words
            praise += words if record.get("what") == _PRAISE else ()
        if "same" in record:
            same.append(frozenset(strings(record, "same", where, 1)))
    refuse_repeats(name, iter(neutral))
    return OrdinaryWords(frozenset(neutral), frozenset(praise), tuple(same))


@cache
def load_abbreviations() -> Abbreviations:
    """The abbreviations, read once. Raises LexiconError where the list is damaged."""
    name = "abbreviations.jsonl"
    entries = []
    for where, record in records(name, {"forms"}, {"not_in"}):
        forms = strings(record, "forms", where)
        if len(forms) < 2:
            raise LexiconError(f'{where}: "forms" needs at least two forms of one name.')
        not_in = strings(record, "not_in", where) if "not_in" in record else ()
        entries.append(Forms(forms, not_in))
    refuse_repeats(name, (form for entry in entries for form in entry.forms))
    return Abbreviations(tuple(entries))


def _wordings_of(concepts: tuple[Concept, ...]) -> Iterator[tuple[str, Concept | None]]:
    """Everyday wordings with their concept, and what they must not be seen in with None.

    Where the question already uses an official term, a wording inside it is no everyday word.
    """
    for concept in concepts:
        for wording in concept.plain:
            yield wording, concept
    everyday = {wording for concept in concepts for wording in concept.plain}
    barred = {term for c in concepts for term in (*c.official, *c.not_in)} - everyday
    for longer in sorted(barred):
        yield longer, None


def _forms_of(entries: tuple[Forms, ...]) -> Iterator[tuple[str, Forms | None]]:
    for entry in entries:
        for form in entry.forms:
            yield form, entry
        for longer in entry.not_in:
            yield longer, None


_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9&+]*(?:['’]s\b)?")


def _english_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word as (lower case and singular, start, end). Hyphens part words."""
    for match in _WORD.finditer(text):
        word = re.sub(r"['’]s$", "", match.group().lower())
        yield _singular(word), match.start(), match.end()


def _singular(word: str) -> str:
    """A rough singular; it need only treat the list and the question alike."""
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
