"""Sentences that do not say what they are about and rest on the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.models import Verdict
from assistant.verifying.assertions import LEAST_SUBJECT, Assertion
from assistant.verifying.covering import topical
from assistant.verifying.decisions import Decision
from assistant.verifying.judgements import Judgement
from assistant.verifying.runs import run_of

_HALVES = ("；", ";")
_PARALLEL = re.compile(
    r"(?:^|，|的)则(?=[为是按给奖达由要])|的，?(?:就|也|再)?(?:[奖补给罚减免][励助予]?|按|为)(?=[0-9一二三四五六七八九十])"
)
""" "…的，奖励10%；…的，（则）奖励5%": the second half leaves out what the first says."""

_OWN_SUBJECT = re.compile(
    r"(?:而|另外?|同时)?(?P<subject>[\u4e00-\u9fff]{3,12}?)则(?=[要将需是为有计力达完新])"
)


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


def without_carried_place(
    judgements: Sequence[Judgement], before: Sequence[Decision], plain: str
) -> list[Judgement]:
    """The judgements on a claim that sets a subject of its own against the one before it ("济南起步区有…，
    自贸试验区则要…"): in the task that one stands in, its place need not be this one's."""
    tasks = {task for d in before if d.verdict is Verdict.SUPPORTED for task in d.tasks}
    return [_freed(j, plain) if j.passage.task.id in tasks else j for j in judgements]


def _freed(judgement: Judgement, plain: str) -> Judgement:
    claim, task = judgement.claim, judgement.passage.task
    own = _OWN_SUBJECT.match(plain, claim.core, claim.end)
    if not claim.elements.places_carried or own is None or task.place:
        return judgement
    if own["subject"] not in run_of(judgement.passage.clause.plain).text:
        return judgement
    return replace(judgement, findings=tuple(f for f in judgement.findings if f.kind != "place"))


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
