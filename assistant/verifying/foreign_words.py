"""Words of a claim that a stretch of a passage gives otherwise: a level, a rate, a part for the whole."""

from __future__ import annotations

import re

from assistant.verifying.runs import Run
from assistant.verifying.wording import LEVELS, OPPOSED, RATES, WHOLES

_BOTH = re.compile(r"在[\u4e00-\u9fff]在[\u4e00-\u9fff]")
""" "在运在建": what is counted of both is not of one."""


def foreign_levels(stretch: str, run: Run) -> list[str]:
    """Words for a level (国家, 省级) before a noun that stands in the run behind another level."""
    lost = []
    for match in LEVELS.finditer(stretch):
        behind = stretch[match.end() : match.end() + 2]
        if len(behind) < 2 or stretch[match.start() : match.end() + 1] in run.text:
            continue
        places = [m.start() for m in re.finditer(re.escape(behind), run.text)]
        levels = [_level_before(run.text, place) for place in places]
        if places and all(level and level[:1] != match.group()[:1] for level in levels):
            lost.append(match.group())
    return lost


def foreign_rates(stretch: str, run: Run) -> list[str]:
    """ "年产" where the run says "日产", and the like."""
    lost = []
    for match in RATES.finditer(stretch):
        others = {found.group() for found in RATES.finditer(run.text)}
        same_deed = {word for word in others if word[1:] == match.group()[1:]}
        if same_deed and match.group() not in same_deed:
            lost.append(match.group())
    return lost


def parts_of_wholes(stretch: str, run: Run) -> list[str]:
    """ "出口" where the run only says "进出口": a part is not the whole."""
    lost = [
        said
        for said, others in OPPOSED.items()
        if said in stretch
        and said not in run.text
        and any(other in run.text and other not in stretch for other in others)
    ]
    for whole, parts in WHOLES.items():
        if whole not in run.text or whole in stretch:
            continue
        rest = run.text.replace(whole, "")
        lost += [part for part in parts if part in stretch and part not in rest]
    for both in _BOTH.finditer(run.text):
        one, other = both.group()[:2], both.group()[2:]
        if (one in stretch) != (other in stretch):
            lost.append(one if one in stretch else other)
    return lost


def _level_before(text: str, at: int) -> str:
    before = text[max(0, at - 3) : at]
    found = [m.group() for m in LEVELS.finditer(before) if m.end() == len(before)]
    return found[-1] if found else ""
