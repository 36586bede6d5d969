"""The level a claim gives to what it counts (国家级, 省级, 市级) against the passage's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.models import Difference
from assistant.verifying.alignment import Passage
from assistant.verifying.covering import run_of
from assistant.verifying.findings import Finding, State

_LEVEL = re.compile(
    r"(?P<level>[国省市县区乡村部]家?级(?:以上)?|[1-9]a级(?:以上)?)(?P<noun>[\u4e00-\u9fff]{2,4})"
)

_NOUN = 2
"""Characters by which two nouns behind a level are taken for the same, where no other level stands
before that noun in the passage."""


def judge_levels(words: str, passage: Passage) -> Iterable[Finding]:
    """A level in ``words`` that the passage gives otherwise before the same noun."""
    texts = [run.text for run in passage.runs]
    for said in _LEVEL.finditer(run_of(words).text):
        level, noun = said["level"], said["noun"]
        written = [
            m
            for text in texts
            for m in _LEVEL.finditer(text)
            if m["noun"][:_NOUN] == noun[:_NOUN] and m["level"][0].isascii() == level[0].isascii()
        ]
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
