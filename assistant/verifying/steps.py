"""The order of two steps: what is to be done first, and what after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.models import Difference
from assistant.verifying.findings import Finding, State

_SHARED = 4
"""Characters in a row by which a step is known again."""
_STEPS = re.compile(
    r"先(?P<first>[^，、。；先后再]{2,16})[，、]?(?:然后|随后|后|再)(?P<second>[^，、。；]{2,16})"
    r"|(?P<done>[^，、。；先]{2,16}?)(?:之后|以后|后)[，、]?(?:再|才|方可)?(?P<then>[^，、。；]{2,16})"
    r"|(?P<later>[^，、。；]{2,16})(?:之前|以前|前)[，、]?(?:须|应|先|要)+(?P<earlier>[^，、。；]{2,16})"
)


def judge_steps(said: str, written: str) -> Iterator[Finding]:
    """A finding where a claim tells two steps in another order than the passage: "先登记，再备案" for
    "备案后登记"."""
    for first, second in _steps(said):
        for its_first, its_second in _steps(written):
            crossed = _share(first, its_second) and _share(second, its_first)
            if crossed and not (_share(first, its_first) or _share(second, its_second)):
                stated = f"先{first}后{second}"
                found = f"先{its_first}后{its_second}"
                yield Finding(State.DIFFERS, Difference.BOUND, stated, found, kind="word")
                return


def _steps(text: str) -> Iterator[tuple[str, str]]:
    """What a text says to come first, and what after it."""
    for match in _STEPS.finditer(text):
        first = match["first"] or match["done"] or match["earlier"]
        second = match["second"] or match["then"] or match["later"]
        yield first, second


def _share(one: str, other: str) -> bool:
    """Whether two texts have four characters in a row, or all of the shorter."""
    size = min(_SHARED, len(one), len(other))
    return any(one[at : at + size] in other for at in range(len(one) - size + 1))
