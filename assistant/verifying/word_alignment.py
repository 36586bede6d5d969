"""A claim and a passage beside each other, word by word: what stands alike, and what is between.

What a claim says is looked for by characters, wherever it stands. Whether the words also say together
what they say in the passage is seen only where both are cut into words and laid beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.masking import blanked
from assistant.verifying.runs import BLANK
from assistant.verifying.wording import NEUTRAL
from index.tokenizing import is_function_word, is_word

Cut = Callable[[str], list[str]]
"""Cuts a text into its words and marks, in order."""

_NO_WORD = re.compile(r"[“”‘’《》「」『』\s]")
_BLANKS = re.compile(f"{BLANK}+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?(?:年?底|年?末|初|度)?(?:以?前|之前)?")
_LINKING = re.compile(
    rf"[要将则应会也还]+(?=[到达提在增降超突为不控保稳进]|{BLANK})|[到至](?={BLANK})"
)
""" "率要达到", "营收到2025年": what a cutter would take for words (比重要 → 重要, 收到)."""
_PARTICLES = frozenset("的了将要会地得")
_CITY = 3
_TAIL = "要则将也还为"
"""Linking characters that a cutter leaves at the end of an unknown word: "营收要"."""
_ALL_HAN = re.compile(r"[\u4e00-\u9fff]+")
_ALONE = frozenset(
    "和 与 及 或 并 同 在 是 为 对 由 被 把 给 向 以 按 用 让 使 获 等 不 非 未 无 达 到 至 从 自 新 再 已 年 月 日 第 每 各 该 其 此 中 内 外 上 下 前 后 间 里 省 市 县 区 镇 乡 村 建 办 做 抓 开 打 推 抢 先".split()
)
"""Characters that are words by themselves."""
LISTING = frozenset("、 ， 和 与 及 以及 或 并 同".split())
"""What stands between the members of a list."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_MARK = re.compile(r"[，；。：、！？（）()]")


@dataclass(frozen=True, slots=True)
class Gap:
    """What a claim (``said``) and a passage (``written``) have between two words that are alike;
    ``before`` and ``behind`` are these, "" at either end. ``at`` is the place of ``said`` among the words
    of the claim."""

    said: tuple[str, ...]
    written: tuple[str, ...]
    before: str
    behind: str
    at: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words of a claim and of a passage, and the gaps between those alike; ``text`` is the claim uncut,
    ``names`` are the places, bodies and documents in it."""

    text: str
    said: tuple[str, ...]
    written: tuple[str, ...]
    gaps: tuple[Gap, ...]
    names: tuple[str, ...]

    def is_name(self, word: str) -> bool:
        """Whether a word of the claim is, or is part of, a name that is compared by itself."""
        return any(word in name or word.startswith(name) for name in self.names)


class WordAligner:
    """Lays claims beside the passages of one corpus, which is of the place ``home``; a passage is cut
    once."""

    def __init__(self, cut: Cut, home: str) -> None:
        self._cut = cut
        self._home = (home, f"{home}省")
        self._written: dict[int, tuple[str, ...]] = {}

    def align(self, claim: Assertion, passage: Passage, plain: str) -> Alignment:
        """Figures and dates are blanked, since these are compared by what they mean. ``plain`` is the text
        that the claim stands in."""
        elements = claim.elements
        spans = [(figure.start, figure.end) for figure in elements.figures]
        spans += [(date.start, date.end) for date in elements.dates]
        start, end = claim.part or (claim.start, claim.end)
        text = _bare(blanked(plain, spans)[start:end])
        said = self._words(_LINKING.sub("", text))
        if passage.place not in self._written:
            self._written[passage.place] = self._words(_bare(_text_of(passage)))
        written = self._written[passage.place]
        entities = (*elements.places, *elements.sources, *elements.unknown)
        spans = [(one.start, one.end) for one in entities]
        spans += [(one.start, one.end) for one in (*elements.roles, *elements.subjects)]
        names = tuple(plain[a:b] for a, b in spans)
        return Alignment(text, said, written, tuple(_gaps(said, written)), names + self._home)

    def _words(self, text: str) -> tuple[str, ...]:
        words: list[str] = []
        for word in self._cut(text):
            if word in _PARTICLES or not word.strip():
                words.append("")
            elif _is_unknown(word) and words and _is_unknown(words[-1]):
                words[-1] += word  # a name or a verb that the dictionary lacks: 老岚, 引育
            elif len(word) == _CITY and word[-1] == "市":
                words.append(word[:-1])  # a writer may leave that out
            else:
                words.append(word if is_word(word) else word.rstrip(_TAIL))
        return tuple(word for word in words if word)


def _is_unknown(word: str) -> bool:
    """Whether ``word`` is what a cutter leaves where it knows no word: single characters."""
    unknown = len(word) == 1 or not is_word(word)
    return unknown and _ALL_HAN.fullmatch(word) is not None and word not in _ALONE


def _text_of(passage: Passage) -> str:
    """The clause of a passage with its figures and dates blanked."""
    clause = passage.clause
    spans = [(figure.start, figure.end) for figure in passage.figures]
    spans += [(date.start, date.end) for date in passage.dates]
    inside = [(a - clause.start, b - clause.start) for a, b in spans if clause.start <= a]
    return blanked(clause.plain, inside)


def _bare(text: str) -> str:
    return _BLANKS.sub(BLANK, _YEAR.sub(BLANK, _NO_WORD.sub("", text)))


def _gaps(said: tuple[str, ...], written: tuple[str, ...]) -> Iterator[Gap]:
    mine = its = 0
    for block in SequenceMatcher(None, said, written, autojunk=False).get_matching_blocks():
        if block.a > mine or block.b > its:
            before = said[mine - 1] if mine else ""
            behind = said[block.a] if block.a < len(said) else ""
            yield Gap(said[mine : block.a], written[its : block.b], before, behind, mine)
        mine, its = block.a + block.size, block.b + block.size


def is_mark(word: str) -> bool:
    """Whether a word is a mark that parts a sentence, or the end of it."""
    return not word or _MARK.match(word) is not None


def states(word: str) -> bool:
    """Whether a word names a thing, a deed or a manner: no figure, no linking or reporting word."""
    return _HAN.fullmatch(word) is not None and word not in NEUTRAL and not is_function_word(word)
