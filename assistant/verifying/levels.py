"""The level a claim gives to what it counts (国家级, 省级, 市级) against the passage's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.models import Difference
from assistant.verifying.alignment import Passage
from assistant.verifying.findings import Finding, State
from assistant.verifying.runs import run_of
from corpus.models import Figure

_LEVEL = re.compile(
    r"(?P<level>[国省市县区乡村部]家?级(?:以上)?|[1-9]a级(?:以上)?)(?P<noun>[\u4e00-\u9fff]{2,4})"
)

_APPROVED = re.compile(
    r"(?P<by>国务院|中央|[省市县区](?:人民)?政府|国家|[省市县]级?)(?P<deed>批复|审批|批准|核准|审定)"
)
""" "国务院批复" and "省政府批复" are not of the same things."""

_LEVEL_BEHIND = re.compile(r"(?P<level>[国省市县区乡村](?:[（(][市县区][）)]|家)?级)")
_LIMIT = re.compile(r"(?P<of>[a-z0-9]+级?|[\u4e00-\u9fff]{2})及?(?P<limit>以[上下])")
_NOUN = 2
"""Characters by which two nouns behind a level are taken for the same, where no other level stands
before that noun in the passage."""


def judge_levels(words: str, passage: Passage) -> Iterable[Finding]:
    """A level in ``words`` that the passage gives otherwise before the same noun."""
    texts = [run.text for run in passage.runs]
    yield from _approvers(run_of(words).text, texts)
    yield from _limits(run_of(words).text, texts)
    for said in _LEVEL.finditer(run_of(words).text):
        level, noun = said["level"], said["noun"]
        written = [
            m
            for text in texts
            for m in _LEVEL.finditer(text)
            if m["noun"][:_NOUN] == noun[:_NOUN] and m["level"][0].isascii() == level[0].isascii()
        ]
        if level == "国家级" and any(f"国家{noun}" in text for text in texts):
            continue
        if written and all(
            m["level"].removesuffix("以上") != level.removesuffix("以上") for m in written
        ):
            yield Finding(
                State.DIFFERS,
                Difference.BOUND,
                said.group(),
                written[0].group(),
                kind="level",
            )


def judge_levels_beside(
    pairs: Sequence[tuple[Figure, Figure]], plain: str, passage: Passage
) -> Iterable[Finding]:
    """The level right behind each figure ("10个市级、36个县级"), which two figures may have exchanged.
    ``plain`` is the text the claim stands in."""
    for said, found in pairs:
        one = _LEVEL_BEHIND.match(plain, said.end)
        other = _LEVEL_BEHIND.match(passage.task.plain, found.end)
        if one and other and _bare(one["level"]) != _bare(other["level"]):
            yield Finding(
                State.DIFFERS,
                Difference.BOUND,
                said.text + one["level"],
                found.text + other["level"],
                kind="level",
            )


def _bare(level: str) -> str:
    return re.sub(r"[（）()家]", "", level)


def _limits(words: str, texts: Sequence[str]) -> Iterable[Finding]:
    """ "县级及以下" where the passage only says "县级及以上", or the other way round."""
    bare = "，".join(texts).replace("及以", "以")
    for said in _LIMIT.finditer(words):
        other = said["of"] + ("以上" if said["limit"] == "以下" else "以下")
        if other in bare and said["of"] + said["limit"] not in bare:
            yield Finding(State.DIFFERS, Difference.BOUND, said.group(), other, kind="level")


def _approvers(words: str, texts: Sequence[str]) -> Iterable[Finding]:
    """Who approves something, against who does in the passage."""
    written = [m for text in texts for m in _APPROVED.finditer(text)]
    for said in _APPROVED.finditer(words):
        same_deed = [m for m in written if m["deed"] == said["deed"]]
        if same_deed and all(m["by"][0] != said["by"][0] for m in same_deed):
            found = same_deed[0].group()
            yield Finding(State.DIFFERS, Difference.SUBJECT, said.group(), found, kind="level")
