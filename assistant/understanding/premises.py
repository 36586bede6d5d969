"""What a question says of another time only to lead up to what it asks.

"2023年任务是推动建设，2024年又提了什么要求" asks about 2024; the year before it limits nothing.
"""

from __future__ import annotations

import re

from assistant.understanding.intents import INTERROGATIVE

_YEAR = re.compile(r"20[0-9]{2}年")
_SAYS = re.compile(r"20[0-9]{2}年[^，,；;]{0,8}(?:是|说|要求|安排|提出|定|打算|计划|承诺|写)")
_PAUSE = re.compile(r"[，,；;]")


def premise_end(text: str) -> int:
    """Where the statement that ``text`` begins with ends and its question begins, 0 where it makes
    none, or none of a year other than those it asks about."""
    cuts = [match.end() for match in _PAUSE.finditer(text)]
    asking = next(
        (cut for cut, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
         if INTERROGATIVE.search(text[cut:end])),
        0,
    )  # fmt: skip
    told, asked = text[:asking], text[asking:]
    years = set(_YEAR.findall(asked))
    if not years or not _SAYS.search(told) or years & set(_YEAR.findall(told)):
        return 0
    return asking
