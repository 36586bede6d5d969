"""English questions, read through the Chinese terms of the phrases in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

_LATIN = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KEPT = re.compile(r"20\d{2}|\d+(?:\.\d+)?%?|No\.?\s*\d+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:no\.?|number|item|task|pledge|commitment|article|point)\s*#?\s*(\d{1,3})", re.IGNORECASE
)


class Translator(Protocol):
    """Gives the Chinese terms of the English phrases in a text."""

    def translate(self, text: str) -> list[tuple[str, tuple[str, ...]]]: ...


@dataclass(frozen=True, slots=True)
class InChinese:
    """``text`` holds the commonest term of each phrase, ``others`` the remaining ones."""

    text: str
    others: tuple[str, ...]


def is_english(text: str) -> bool:
    """Whether a question is written in English: Latin words and hardly a Chinese character."""
    return len(_LATIN.findall(text)) >= 3 and len(_HAN.findall(text)) < 4


def in_chinese(text: str, translator: Translator | None) -> InChinese:
    """The Chinese terms of an English question, in its order, with its years and numbers."""
    found = translator.translate(text) if translator is not None else []
    placed: list[tuple[int, str]] = []
    others: list[str] = []
    at = 0
    for phrase, terms in found:
        at = max(text.find(phrase, at), 0)
        placed.append((at, terms[0]))
        others += terms[1:]
        at += len(phrase)
    numbered = {match.start(1): f"第{match.group(1)}项" for match in _NUMBERED.finditer(text)}
    for match in _KEPT.finditer(text):
        word = numbered.get(match.start(), match.group())
        placed.append((match.start(), f"{word}年" if re.fullmatch(r"20\d{2}", word) else word))
    words = [word for _, word in sorted(placed)]
    return InChinese(" ".join(words), tuple(dict.fromkeys(others)))
