"""The bodies a question names: in what role, and whether one is meant as a pledging department."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.understanding.entities import EntityIndex
from assistant.understanding.named import Entity, EntityKind
from assistant.understanding.query import Asked, BodyRole, Intent, Query
from assistant.understanding.roles import LEADS, TAKES_PART
from corpus.models import Corpus

_ROLE_BEFORE = re.compile(
    rf"(?:由|是)?(?P<role>{LEADS}|{TAKES_PART}|负责)(?:单位|部门)?(?:是|为|包含|包括|含|有|中有|里有|里包括)?[“\"]?$"
)
_ROLE_AFTER = re.compile(
    rf"^[”\"]?(?:等)?(?:作为|担任|为|是|来|要|单独|独立|独自|共同|联合|一家|需要|应|也|参与(?={LEADS}))*"
    rf"(?P<role>{LEADS}|{TAKES_PART}|负责)"
)
_OR = r"(?:或者?|还是|和|与|及|以及|、|/|（|\()+(?:是|作为)?"
_EITHER_ROLE = re.compile(
    rf"(?:{LEADS})(?:的|单位)?{_OR}(?:{TAKES_PART})(?!{LEADS})"
    rf"|(?:{TAKES_PART})(?:的|单位)?{_OR}(?:{LEADS})"
)
"""Both roles joined by one word ("牵头或参与", "参与（牵头或配合）"): either will do."""
_BESIDES = re.compile(r"除了?$")
_OUTSIDE = re.compile(r"[之以]?外")
_BOTH_COUNT = re.compile(
    rf"(?:{LEADS})[^，。？?]{{0,6}}(?:{TAKES_PART})[^，。？?]{{0,4}}(?:都|均|全)|(?:不管|不论|无论|不限)[^，。？?]{{0,4}}(?:{LEADS}|{TAKES_PART})"
)
""" "牵头、配合都算": in any role."""
_LEADS = re.compile(LEADS)
_TAKES_PART = re.compile(TAKES_PART)
_LEFT_OUT = re.compile(
    rf"(?:不含|不算|不包括|不计|除了?|而非|不是|不)(?:自己)?(?:{LEADS}|{TAKES_PART})的?"
)
_PLEDGE = re.compile(r"承诺")
_BODIES_ASKED = frozenset({Asked.LEAD, Asked.PARTICIPANT})


def bodies_with_roles(text: str, found: Iterable[Entity]) -> tuple[BodyRole, ...]:
    """Each body named, with the role written beside it, or the only one ``text`` speaks of."""
    roles: dict[str, BodyRole] = {}
    for entity in found:
        if entity.kind is EntityKind.BODY and not _is_left_out(entity, text):
            role = _role_beside(text[: entity.start], text[entity.end :])
            roles.setdefault(entity.value, BodyRole(entity.value, role))
    if _BOTH_COUNT.search(text):
        return tuple(BodyRole(name) for name in roles)
    only = _only_role(text)
    return tuple(
        BodyRole(body.name, only) if only and not body.role else body for body in roles.values()
    )


def _is_left_out(entity: Entity, text: str) -> bool:
    """Whether a body is named only to be left out ("除省科技厅外还有谁")."""
    before, behind = text[: entity.start], text[entity.end :]
    return _BESIDES.search(before) is not None and _OUTSIDE.match(behind) is not None


def _role_beside(before: str, after: str) -> str:
    match = _ROLE_AFTER.search(after) or _ROLE_BEFORE.search(before)
    if match is None:
        return ""
    either = _EITHER_ROLE.search(match.string)
    joined = either is not None and either.start() <= match.start("role") < either.end()
    return "" if joined else _role(match.group("role"))


def _role(word: str) -> str:
    if _LEADS.fullmatch(word):
        return "lead"
    return "participant" if _TAKES_PART.fullmatch(word) else ""


def _only_role(text: str) -> str:
    """The one role a question speaks of, for bodies it is not written beside."""
    text = _LEFT_OUT.sub(" ", text)
    leads = _LEADS.search(text) is not None
    takes_part = _TAKES_PART.search(text) is not None
    if leads == takes_part:
        return ""
    return "lead" if leads else "participant"


def departments_among(
    bodies: Iterable[BodyRole], documents: tuple[str, ...], entities: EntityIndex
) -> tuple[str, ...]:
    """The bodies that are a unit of a document: of one of ``documents``, where any is given."""
    return tuple(
        body.name
        for body in bodies
        if (holders := entities.documents_with_unit(body.name))
        and (not documents or set(holders) & set(documents))
    )


def with_departments(query: Query, entities: EntityIndex) -> Query:
    """Departments are found as bodies; where one is a unit of a pledge table it may be meant."""
    pledging = _PLEDGE.search(query.text) is not None
    bare = [body for body in query.bodies if not body.role]
    if query.people:
        units = departments_among(query.bodies, (), entities)
    else:
        units = departments_among(bare, () if pledging else query.documents, entities)
    by_name = "责任人" in query.text  # people are named where departments pledge
    if units and (pledging or by_name or query.reference or query.documents or query.people):
        return replace(query, units=query.units + units)
    if not pledging:
        return query
    return replace(query, wanted_units=query.wanted_units + tuple(body.name for body in bare))


def with_bodies_sought(query: Query, corpus: Corpus) -> Query:
    """``query`` without its documents where it asks which bodies answer for something and these name
    persons only: they are its subject then, not its source."""
    rows = query.intent in (Intent.LIST, Intent.COUNT)
    if rows or not query.asks or not query.asks <= _BODIES_ASKED or not query.documents:
        return query
    named = any(task.duty.bodies for task in corpus.tasks if task.document_id in query.documents)
    return query if named else replace(query, documents=())
