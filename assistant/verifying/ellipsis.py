"""Indicators that a writer shortens: a head named once for two figures, a word for a list of names."""

from __future__ import annotations

import re

from assistant.verifying.alignment import Passage
from assistant.verifying.covering import meaning
from assistant.verifying.runs import run_of, stretches
from assistant.verifying.wording import LEVELS, NEGATION, direction_of
from corpus.models import Figure

_LEAST = 2
"""Characters that a name left standing must state."""
_SHARED = 4
"""Characters that a claim's indicator must end with like that of a list it sums up."""
_EXAMPLES = re.compile(r"^[^等]*、[^等]*(?<![高中初平均同优])等(?![级候同额待离保])")
_AMOUNT = re.compile(r"(?:规模|总?产量|总?数量|总量|总数|个数|家数|户数|人数)$")
_COUNT = re.compile(r"(?:数量|总数|总量|数)$")


def shares_head(said: str, found: Figure, topic: str) -> bool:
    """ "光伏装机达到…，风电达到…", "粮食总产…，单产…": whether what the claim leaves out of the indicator
    (装机, 粮食) that it names by ``said`` stands in ``topic``, the words of the claims before it."""
    name, whole = run_of(said).text, run_of(found.indicator).text
    head = whole.removeprefix(name) if whole.startswith(name) else whole.removesuffix(name)
    if head in (whole, "") or meaning(name) < _LEAST:
        return False
    return len(head) >= _LEAST and any(head in stretch for stretch in stretches(topic))


def sums_up_list(figure: Figure, found: Figure, passage: Passage) -> bool:
    """Whether the claim names a list of the passage by the word that its title has for it, or by some
    of its members and 等: "药品集采品种" for "化药、生物药、…集采品种"."""
    if "、" not in found.indicator:
        return False
    said = _COUNT.sub("", run_of(figure.indicator).text)
    written = _COUNT.sub("", run_of(found.indicator).text)
    shared = _common_end(said, written)
    if meaning(written[len(written) - shared :]) < _SHARED:
        return False
    names = said[: len(said) - shared]
    if names.endswith("等"):
        members = re.split(r"、|和|及", names.removesuffix("等"))
        listed = re.split(r"、|和|及", written)
        # the first may have the year or the place before it, the last stands with the head
        first, rest = members[0], members[1:]
        return any(first.endswith(name) for name in listed if len(name) >= _LEAST) and all(
            any(name.startswith(one) for name in listed) for one in rest
        )
    return any(in_title(names[at:], passage, found) for at in range(len(names) - 1))


def without_examples(indicator: str) -> str:
    """An indicator without what only stands as examples in it: "交通网、水网等“七网”项目" → “七网”项目."""
    parts = _EXAMPLES.match(indicator)
    named = indicator[parts.end() :] if parts else ""
    return named if meaning(named) >= _SHARED else indicator


def without_second_quality(indicator: str, said: str) -> str:
    """An indicator without the second of two qualities that the claim leaves out: "先进且前景广泛产品"
    → 先进产品. What has both has the first."""
    begin = indicator.find("且")
    if begin < _LEAST:
        return indicator
    shorter = (indicator[:begin] + indicator[at:] for at in range(begin + 2, len(indicator) - 1))
    return next((name for name in shorter if name in said), indicator)


def without_amount_word(indicator: str) -> str:
    """An indicator without the word that its unit says as well: 原油产量 (in 吨) → 原油."""
    name = _AMOUNT.sub("", indicator)
    return name if meaning(name) >= _LEAST else indicator


def in_field_of_lead(word: str, passage: Passage) -> bool:
    """Whether a word that a passage lacks names the field of the one body that leads its task
    (生态环境 of 省生态环境厅)."""
    leads = passage.task.duty.leads
    return len(word) >= _SHARED and len(leads) == 1 and word in leads[0].name


def _common_end(said: str, written: str) -> int:
    """How many characters two indicators end with alike."""
    same = 0
    while same < min(len(said), len(written)) and said[-1 - same] == written[-1 - same]:
        same += 1
    return same


def in_title(word: str, passage: Passage, found: Figure | None = None) -> bool:
    """Whether a word that a passage lacks stands in the title of its task, and names nothing that
    another figure of the passage is of."""
    if len(word) < _LEAST or LEVELS.fullmatch(word) or NEGATION.search(word) or direction_of(word):
        return False
    if word not in run_of(passage.task.title).text:
        return False
    others = (f for f in passage.figures if found is None or f.start != found.start)
    return not any(word in other.indicator for other in others)
