"""Comparing who answers for a task, and at which number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.models import Difference
from assistant.verifying.alignment import PLEDGES, Passage
from assistant.verifying.elements import Elements
from assistant.verifying.findings import Finding, State
from assistant.verifying.roles import (
    AGENT,
    CONTACT,
    LEAD,
    PARTICIPANT,
    PARTNER,
    PERSON,
    RESPONSIBLE,
    RoleSaid,
    is_partner,
)
from assistant.verifying.runs import run_of
from corpus.bodies import BodyNames
from corpus.models import Named

_WORDS = {
    LEAD: "牵头",
    PARTICIPANT: "配合",
    RESPONSIBLE: "负责",
    AGENT: "负责",
    PERSON: "责任人",
    CONTACT: "联系人",
}
_LOCAL = 8
"""Digits of a number without its area code."""


def judge_roles(elements: Elements, passage: Passage, bodies: BodyNames) -> Iterable[Finding]:
    """Whether the passage's task gives each name the role the claim gives it."""
    names = {said.name for said in elements.roles}
    for said in elements.roles:
        if said.role in (PERSON, CONTACT):
            yield _person(said, passage)
        elif passage.task.unit in names - {said.name} and _names_body(said, passage, bodies):
            yield Finding(State.SAME)  # "由甲会同乙举办": the unit, with whom its pledge names
        else:
            yield _body(said, passage, bodies)


def _person(said: RoleSaid, passage: Passage) -> Finding:
    duty = passage.task.duty
    people: tuple[Named, ...] = duty.people
    if said.role == CONTACT:
        people = (duty.contact.name,) if duty.contact is not None else ()
    for person in people:
        if person.name == said.name:
            return Finding(State.SAME, spans=((person.start, person.end),))
    if not people:
        return Finding(State.ABSENT, stated=said.name, kind="person")
    return _duty_differs(
        f"{_WORDS[said.role]}{said.name}", f"{_WORDS[said.role]}：{_names(people)}", people, passage
    )


def _body(said: RoleSaid, passage: Passage, bodies: BodyNames) -> Finding:
    task, duty = passage.task, passage.task.duty
    wanted = {
        LEAD: duty.leads,
        PARTICIPANT: duty.participants,
        RESPONSIBLE: duty.leads + duty.responsible,
        AGENT: duty.leads + duty.responsible,
    }[said.role]
    if not said.known and _stands(said, passage):
        return Finding(State.SAME)
    for named in wanted:
        if bodies.canonical.get(named.name, named.name) == said.name:
            return Finding(State.SAME, spans=(_span_with_role(named, passage),))
    if passage.document.layout in PLEDGES and said.role != PARTICIPANT:
        if task.unit == said.name:
            return Finding(State.SAME)
        return Finding(State.DIFFERS, Difference.SUBJECT, said.name, task.unit, kind="subject")
    if not duty.bodies:
        in_text = any(said.name.lower() in run.text for run in passage.runs)
        return (
            Finding(State.SAME) if in_text else Finding(State.ABSENT, stated=said.name, kind="body")
        )
    return _duty_differs(
        f"{said.name}{_WORDS[said.role]}", _duty_text(passage), duty.bodies, passage
    )


def judge_phone(elements: Elements, passage: Passage, plain: str) -> Iterable[Finding]:
    """A telephone number, digit by digit, against the unit's contact."""
    if elements.phone is None:
        return
    said = plain[slice(*elements.phone)]
    contact = passage.task.duty.contact
    if contact is None:
        yield Finding(State.ABSENT, stated=said, kind="phone")
        return
    digits, held = (re.sub(r"[^0-9]", "", number) for number in (said, contact.phone.name))
    span = (contact.phone.start, contact.phone.end)
    if digits == held or (len(digits) <= _LOCAL and held.endswith(digits)):
        yield Finding(State.SAME, spans=(span,))
    else:
        yield Finding(
            State.DIFFERS, Difference.DUTY, said, contact.phone.name, spans=(span,), kind="duty"
        )


def judge_subjects(
    elements: Elements, passage: Passage, bodies: BodyNames, pledging: frozenset[str]
) -> Iterable[Finding]:
    """Bodies that a claim speaks of without a role: they promise, lead or stand in the clause.

    ``pledging`` are units with pledges of their own: what they are said to pledge must stand there.
    """
    task, duty = passage.task, passage.task.duty
    partnered = any(said.role == PARTNER for said in elements.subjects)
    for said in elements.subjects:
        if partnered and said.role != PARTNER and _only_partner(said, passage, bodies):
            yield Finding(State.DIFFERS, Difference.SUBJECT, said.name, task.unit, kind="subject")
            continue
        if _names_body(said, passage, bodies):
            yield Finding(State.SAME)
            continue
        held = duty.leads + duty.responsible
        if elements.pledged and said.name in pledging and passage.document.layout not in PLEDGES:
            yield Finding(State.ABSENT, stated=f"{said.name}承诺", kind="pledge")
        elif any(bodies.canonical.get(named.name, named.name) == said.name for named in held):
            span = next(
                _span_with_role(n, passage)
                for n in held
                if bodies.canonical.get(n.name, n.name) == said.name
            )
            yield Finding(State.SAME, spans=(span,))
        elif passage.document.layout in PLEDGES:
            yield Finding(State.DIFFERS, Difference.SUBJECT, said.name, task.unit, kind="subject")
        elif duty.bodies:
            yield _duty_differs(said.name, _duty_text(passage), duty.bodies, passage)
        else:
            yield Finding(State.ABSENT, stated=said.name, kind="body")


def _only_partner(said: RoleSaid, passage: Passage, bodies: BodyNames) -> bool:
    """Whether what a unit pledges names a body only as whom the unit does it with."""
    text = passage.clause.plain
    if passage.document.layout not in PLEDGES or passage.task.unit == said.name:
        return False
    own = [mention for mention in bodies.find(text) if mention.name == said.name]
    return bool(own) and all(
        is_partner(text, 0, len(text), RoleSaid("", said.name, mention.start, mention.end))
        for mention in own
    )


def _names_body(said: RoleSaid, passage: Passage, bodies: BodyNames) -> bool:
    if passage.task.unit == said.name or (not said.known and _stands(said, passage)):
        return True
    return any(mention.name == said.name for mention in bodies.find(passage.clause.plain))


def _stands(said: RoleSaid, passage: Passage) -> bool:
    """Whether an unknown name is simply words of the clause."""
    name = run_of(said.name).text
    return any(name in run.text for run in passage.runs)


def _span_with_role(named: Named, passage: Passage) -> tuple[int, int]:
    """The name together with the label it stands under, where that is in the same bracket."""
    text = passage.task.plain
    at = text.rfind(named.role, 0, named.start) if named.role else -1
    if at >= 0 and "。" not in text[at : named.start]:
        return at, named.end
    return named.start, named.end


def _duty_differs(stated: str, found: str, named: Sequence[Named], passage: Passage) -> Finding:
    first, last = named[0], named[-1]
    spans = ((_span_with_role(first, passage)[0], last.end),)
    return Finding(State.DIFFERS, Difference.DUTY, stated, found, spans=spans, kind="duty")


def _names(named: Iterable[Named]) -> str:
    return "、".join(dict.fromkeys(one.name for one in named))


def _duty_text(passage: Passage) -> str:
    duty = passage.task.duty
    parts = []
    for named in (duty.leads, duty.participants, duty.responsible):
        if named:
            parts.append(f"{named[0].role}：{_names(named)}")
    return "；".join(parts)
