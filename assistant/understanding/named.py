"""What a question can name: kinds of entity, and one that was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What a name is of.

    MISSING_UNIT and UNKNOWN_PLAN are not in our copies, by their coverage or their form; FOREIGN_PLACE
    is a place that no document here is of, PLACE one that some are of, though not most.
    """

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
