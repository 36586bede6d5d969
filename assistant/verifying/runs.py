"""Stretches of a passage, and which characters of a claim stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

BLANK = "\u0001"
"""Stands in a claim where an element (a figure, a date, a name) was taken out."""
_LIST_RUN_END = re.compile(r"[，。；：！？\n\t]")
_STRETCH = re.compile(
    r"[^，。；：！？\n、\t|（）()“”‘’「」『』《》〈〉【】\[\]—…·\-~～+/\s\u0001]+"
)
_SUBJECT_ENDS = re.compile(r"(?<=[\u4e00-\u9fff]{2})[将要](?=[在对把为以由从向][\u4e00-\u9fff])")
""" "都市圈将在交通…": the subject ends there, which a passage may have in another part."""
_TOKEN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")
_INNER = re.compile(r"[（(]([\u4e00-\u9fff]{1,2})[）)]")
"""A short word in brackets belongs to the word around it: "区（市）级"."""
_COUNTIES = re.compile(r"县[（(]市、区[）)]|县、市、区")
_QUOTES = re.compile(r"[“”‘’「」『』《》〈〉【】\s]")
_BUILT = re.compile(r"[新改扩续重迁翻]建(?:[、和与及]?[新改扩续重迁翻]建)+")
""" "新建、改建、扩建" is what 新改扩建 contracts."""
_LEVEL = re.compile(r"[家省市县区]级(?!以|及)")
_LEVELS_LISTED = re.compile(r"(?<=[省市县区])、(?=[市县区乡镇](?:[、级]|[\u4e00-\u9fff]级))")
_LEVELS_COUNTED = re.compile(r"(?<=省市县乡)四级|(?<=省市县)三级|(?<=省市|市县|县乡)两级")
""" "省市县三级" only counts what it lists."""
_SIZE = re.compile(r"(?<![数几上近十百千万一二两三四五六七八九0-9])[十百千](?=[万亿]元?级)")
_SIZES = {"十": "10", "百": "100", "千": "1000"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a passage without a comma; ``pairs`` are its neighbouring characters."""

    text: str
    pairs: frozenset[str]
    tokens: frozenset[str]
    """Numbers and Latin words, whole: 100 is not in 500, nor 4A in 14A."""


NO_RUN = Run("", frozenset(), frozenset())


@lru_cache(maxsize=20_000)
def run_of(text: str) -> Run:
    bare = contracted(_QUOTES.sub("", _INNER.sub(r"\1", _COUNTIES.sub("县市区", text)))).lower()
    pairs = {bare[at : at + 2] for at in range(len(bare) - 1)}
    pairs |= {m.group()[0] + bare[m.end()] for m in _LEVEL.finditer(bare) if m.end() < len(bare)}
    return Run(
        bare,
        frozenset(pairs),
        frozenset(_TOKEN.findall(bare)),
    )


@lru_cache(maxsize=20_000)
def runs_of(text: str) -> tuple[Run, ...]:
    """The comma-parted stretches of a passage."""
    return tuple(run_of(piece) for piece in _LIST_RUN_END.split(text) if piece.strip())


@lru_cache(maxsize=20_000)
def stretches(text: str) -> tuple[str, ...]:
    """The runs of words of a claim between punctuation and what was taken out of it."""
    text = contracted(_INNER.sub(r"\1", _COUNTIES.sub("县市区", text)))
    text = _SUBJECT_ENDS.sub(BLANK, text)
    return tuple(match.group().lower() for match in _STRETCH.finditer(text))


def contracted(text: str) -> str:
    """``text`` with verbs of building in a row as one (新建改建扩建 → 新改扩建), and with the digits of
    a size that names a group (百亿级 → 100亿级), levels in a row as one word (省、市级 → 省市级), and none counted
    (省市县三级 → 省市县)."""
    text = _BUILT.sub(lambda m: "".join(re.findall(r"(.)建", m.group())) + "建", text)
    text = _LEVELS_COUNTED.sub("", _LEVELS_LISTED.sub("", text))
    return _SIZE.sub(lambda m: _SIZES[m.group()], text)


def marks(stretch: str, run: Run) -> list[bool]:
    """Which characters of ``stretch`` stand in ``run`` together with a neighbour."""
    held = [False] * len(stretch)
    pairs, distinct, levels, tokens = _parts(stretch)
    if not distinct.isdisjoint(run.pairs):
        for at, pair in enumerate(pairs):
            if pair in run.pairs:
                held[at] = held[at + 1] = True
    if len(stretch) == 1:
        held[0] = stretch in run.text
    for start, end, level, behind in levels:  # 省级 of "省级技术企业" is 省 of "省技术企业"
        elided = behind in ("", "的") and level in run.text  # "2家国家级的"
        if elided or level + behind in run.pairs:
            held[start:end] = [True] * (end - start)
    for start, end, token in tokens:
        held[start:end] = [token in run.tokens] * (end - start)
    return held


@lru_cache(maxsize=20_000)
def _parts(
    stretch: str,
) -> tuple[
    tuple[str, ...],
    frozenset[str],
    tuple[tuple[int, int, str, str], ...],
    tuple[tuple[int, int, str], ...],
]:
    """A stretch's pairs of characters, in order and distinct; its levels, each with its place, its first
    character and the one behind it; its words of Latin letters and digits with their places."""
    pairs = tuple(stretch[at : at + 2] for at in range(len(stretch) - 1))
    levels = tuple(
        (m.start(), m.end(), m.group()[0], stretch[m.end() : m.end() + 1])
        for m in _LEVEL.finditer(stretch)
    )
    tokens = tuple((m.start(), m.end(), m.group()) for m in _TOKEN.finditer(stretch))
    return pairs, frozenset(pairs), levels, tokens
