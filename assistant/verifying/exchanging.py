"""Places that a claim gives each other's things: "甲机场二期、乙机场改扩建" told as "乙机场二期和甲机场改扩建".

The words of both are there, so only who stands beside what tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.models import Difference, Verdict
from assistant.understanding.named import Entity
from assistant.verifying.assertions import Assertion
from assistant.verifying.decisions import Decision
from assistant.verifying.findings import Finding, State
from assistant.verifying.judgements import Judgement
from corpus.places import short_place
from index.terms import grams_of

_TAIL = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”（）]+")
_JOINT = re.compile(r"[、，；。]|(?<!共)和|以及|与(?!会)|及(?!其)")
_TWO = 2
"""Characters of a city's name, and of what stands right behind it."""
_LEAST, _MOST, _FEW, _HARDLY = 6, 0.7, 0.4, 0.1
"""Pairs of characters a claim must have; the share that is a city's own, and that is not."""
_LEVEL_NAME = re.compile(r"^市")
_BESIDE = re.compile(r"(?P<other>[\u4e00-\u9fff]{2})市?(?:、|和|与)$")


def not_exchanged(decision: Decision, plain: str, cities: Collection[str]) -> Decision:
    """``decision``, or contradicted where the passage that holds all its words gives the things of two
    places to each other."""
    basis = decision.basis
    if decision.verdict is not Verdict.SUPPORTED or basis is None:
        return decision
    things = _things(decision.claim, plain)
    written = basis.passage.clause.plain
    owner = _owner(decision.claim, plain, written, cities) if len(things) <= 1 else ""
    if owner:
        return _of_another(decision, basis, things[0][0] if things else "", owner)
    for at, (place, mine) in enumerate(things):
        for other, its in things[at + 1 :]:
            own, theirs = mine - its, its - mine
            if not own or not theirs:
                continue
            if _stands_with(written, place, theirs, own) and _stands_with(
                written, other, own, theirs
            ):
                return _of_another(decision, basis, place, other)
    return decision


def not_of_other_places(decision: Decision, plain: str, cities: Collection[str]) -> Decision:
    """``decision``, or contradicted where a passage that tells of two groups of places says of the other
    what the claim says of its own: "烟台、济宁着力发展甲，威海、德州加快乙"."""
    basis = decision.basis
    if decision.verdict is not Verdict.SUPPORTED or basis is None:
        return decision
    claim = decision.claim
    said = plain[claim.start : claim.end]
    own = _cities_in(said, cities)
    words = grams_of(_CITY_WORDS.sub("", said))
    groups = _groups(basis.passage.clause.plain, cities)
    if not own or len(words) < _LEAST or len(groups) < _TWO:
        return decision
    shares = [sum(pair in text for pair in words) / len(words) for _, text in groups]
    best = max(range(len(groups)), key=lambda at: shares[at])
    apart = not own & groups[best][0] and any(own <= places for places, _ in groups)
    mine = max(
        (share for share, (places, _) in zip(shares, groups, strict=True) if own & places),
        default=0,
    )
    if apart and shares[best] >= _FEW and mine < _HARDLY:
        return _of_another(
            decision, basis, "、".join(sorted(own)), "、".join(sorted(groups[best][0]))
        )
    return decision


_CITY_WORDS = re.compile(r"(?:[\u4e00-\u9fff]{2}市?、)+[\u4e00-\u9fff]{2}(?:等?市)?")


def _cities_in(text: str, cities: Collection[str]) -> frozenset[str]:
    return frozenset(text[at : at + _TWO] for at in range(len(text) - 1)) & frozenset(cities)


def _groups(written: str, cities: Collection[str]) -> list[tuple[frozenset[str], str]]:
    """The places that each part of a clause names, with the part."""
    parts = ((_cities_in(part, cities), part) for part in re.split("[，；。]", written))
    return [(named, part) for named, part in parts if named]


def _of_another(decision: Decision, basis: Judgement, place: str, other: str) -> Decision:
    finding = Finding(State.DIFFERS, Difference.SUBJECT, place, other, kind="place")
    changed = replace(basis, findings=(*basis.findings, finding))
    tasks = (basis.passage.task.id,)
    return Decision(decision.claim, Verdict.CONTRADICTED, changed, finding, tasks=tasks)


def _owner(claim: Assertion, plain: str, written: str, cities: Collection[str]) -> str:
    """The city of which a sentence on several says what the claim says of its own, "" if that is it."""
    named = [e for e in (*claim.elements.places, *claim.elements.unknown) if e.end <= claim.end]
    if len(named) != 1 or claim.elements.figures:
        return ""
    own = short_place(named[0].value)
    said = grams_of(plain[named[0].end : claim.end].removeprefix("市"))
    parts = _parts(written, cities)
    if own not in parts or len(parts) < _TWO or len(said) < _LEAST:
        return ""
    shares = {city: sum(p in part for p in said) / len(said) for city, part in parts.items()}
    best = max(shares, key=lambda city: shares[city])
    return best if shares[best] >= _MOST and shares[own] < _FEW else ""


def _parts(written: str, cities: Collection[str]) -> dict[str, str]:
    """Each city of a sentence that names several one after the other, with what is said behind it."""
    places = [
        (m.start(), m.group(1))
        for m in re.finditer(r"(?=([\u4e00-\u9fff]{2}))", written)
        if m.group(1) in cities
    ]
    if not places:
        return {}
    ends = [at for at, _ in places[1:]] + [len(written)]
    return {city: written[at + _TWO : end] for (at, city), end in zip(places, ends, strict=True)}


def _things(claim: Assertion, plain: str) -> list[tuple[str, frozenset[str]]]:
    """Each place of a claim that others follow in a row, and the pairs of characters said of it."""
    named: list[Entity] = sorted(
        (e for e in (*claim.elements.places, *claim.elements.unknown) if e.end <= claim.end),
        key=lambda e: e.start,
    )
    found = []
    for entity in named:
        tail = _TAIL.match(plain, entity.end)
        words = _JOINT.split(tail.group())[0] if tail else ""
        if len(words) >= _TWO:
            found.append((short_place(entity.value), frozenset(grams_of(words))))
    return found


def _stands_with(
    written: str, place: str, these: frozenset[str], not_those: frozenset[str]
) -> bool:
    """Whether the words right behind ``place`` hold ``these`` and none of ``not_those``."""
    for match in re.finditer(re.escape(place), written):
        words = _JOINT.split(written[match.end() :])[0]
        held = [pair for pair in these if pair in words]
        if len(held) * _TWO >= len(these) and not any(pair in words for pair in not_those):
            return True
    return False


def not_of_another_city(
    decision: Decision, judgements: Sequence[Judgement], plain: str, cities: Collection[str]
) -> Decision:
    """``decision``, or contradicted where a passage says of another city, in the very same place of its
    sentence, all that the claim says of its own. ``cities`` are the cities of the home place."""
    if decision.verdict is not Verdict.NOT_FOUND:
        return decision
    for judgement in judgements:
        lacking = judgement.absent
        if judgement.words.missing or judgement.differing or len(lacking) != 1:
            continue
        entity = next(
            (e for e in decision.claim.elements.unknown if e.value == lacking[0].stated), None
        )
        if (
            lacking[0].kind != "unknown"
            or entity is None
            or short_place(entity.value) not in cities
        ):
            continue
        other = _in_the_same_place(entity, plain, judgement.passage.clause.plain, cities)
        if other:
            finding = Finding(State.DIFFERS, Difference.SUBJECT, entity.value, other, kind="place")
            kept = tuple(f for f in judgement.findings if f is not lacking[0])
            basis = replace(judgement, findings=(*kept, finding))
            tasks = (basis.passage.task.id,)
            return Decision(decision.claim, Verdict.CONTRADICTED, basis, finding, tasks=tasks)
    return decision


def _in_the_same_place(entity: Entity, plain: str, written: str, cities: Collection[str]) -> str:
    """The city that stands in ``written`` where ``entity`` stands in ``plain``: before the same words,
    or in a list beside the same city; "" if none or several do."""
    behind = _LEVEL_NAME.sub("", plain[entity.end :])[:_TWO]
    beside = _BESIDE.search(plain[: entity.start])
    found = set()
    for match in re.finditer(r"(?=([\u4e00-\u9fff]{2}))", written):
        city, at = match.group(1), match.start()
        if city not in cities or city in plain:
            continue
        same = written[at + _TWO :].removeprefix("市")[:_TWO] == behind
        listed = beside is not None and re.search(
            rf"{beside['other']}市?(?:、|和|与)$", written[:at]
        )
        if (len(behind) == _TWO and same) or listed:
            found.add(city)
    return found.pop() if len(found) == 1 else ""
