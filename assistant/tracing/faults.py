"""What tracing finds wrong with a statement."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What of a statement cannot be traced: ``why`` in Chinese. Where exactly one figure differs
    from the clause, ``wrong`` is how the statement has it and ``right`` how the clause does."""

    why: str
    wrong: str = ""
    right: str = ""
