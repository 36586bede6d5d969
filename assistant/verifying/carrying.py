"""Sentences that do not say what they are about and rest on the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.verifying.assertions import LEAST_SUBJECT, Assertion
from assistant.verifying.covering import topical

_HALVES = ("；", ";")
_PARALLEL = re.compile(r"(?:^|，|的)则(?=[为是按给奖达由要])")
""" "…的，奖励10%；…的，则奖励5%": the second half leaves out what the first says."""


def carried_on(found: list[Assertion], before: Sequence[Assertion], plain: str) -> list[Assertion]:
    """The claims of a sentence that does not say what it is about, resting on the one before it:
    "…达到2810公里。今年要突破3000公里。"."""
    if not found or not before:
        return found
    last = before[-1]
    between = plain[last.end : found[0].start]
    parallel = between.strip() in _HALVES and _PARALLEL.search(plain, found[0].start, found[0].end)
    if last.literal or "\n" in between or not (parallel or _says_no_subject(found[0])):
        return found
    topics = [claim.elements.words for claim in before if claim.context == last.context]
    topic = "，".join(topics)
    return [
        replace(
            claim,
            rests_on=last.context,
            topic="，".join(filter(None, (topic, claim.topic))),
        )
        for claim in found
    ]


def _says_no_subject(claim: Assertion) -> bool:
    elements = claim.elements
    named = elements.reference or elements.phone or elements.subjects or elements.unknown
    stating = elements.figures or elements.roles or elements.deadline
    return (
        bool(stating)
        and not named
        and not claim.literal
        and topical(elements.words) < LEAST_SUBJECT
    )
