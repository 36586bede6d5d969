"""What a question can name: kinds of entity, and one that was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    DOCUMENT = "document"
    UNIT = "unit"
    SERIES = "series"
    HEADING = "heading"
    PERSON = "person"
    BODY = "body"
    MISSING_UNIT = "missing_unit"
    UNKNOWN_PLAN = "unknown_plan"
    FOREIGN_PLACE = "foreign_place"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Entity:
    """Something named in a question. ``value`` is its canonical name or id."""

    kind: EntityKind
    value: str
    start: int
    end: int
