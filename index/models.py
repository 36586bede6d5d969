"""What the index hands on."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hit:
    """A task found for a query, with its best clause and why it was found.

    ``score`` is comparable only within one retrieval. ``parts`` holds the summands by name
    ("lexical", "clause_vector", "task_vector", …), already weighted.
    """

    task_id: str
    clause_id: str | None
    score: float
    parts: dict[str, float] = field(default_factory=dict)
