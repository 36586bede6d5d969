"""What a task states, each with the place it stands in: who answers for it, by when, figures, dates.

All offsets here are *text offsets* (see ``corpus.models``, from where these are imported elsewhere).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How a stated value limits the real one. 以上 ≥, 以内 ≤, 左右 ≈, 突破 >, 低于 <, nothing =."""

    EXACT = "="
    AT_LEAST = "≥"
    AT_MOST = "≤"
    ABOUT = "≈"
    MORE_THAN = ">"
    LESS_THAN = "<"


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a body, in simplified script, with its text offsets.

    ``role`` is the printed label it stands under ("牵头单位", "责任单位", "配合单位",
    "按职责分工负责", "责任人" …).
    """

    name: str
    start: int
    end: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """完成时间 as printed, with its text offsets.

    ``month`` is the month by whose end the task must be done; None where the words set no such
    month ("长期坚持"), also where a month only marks a stage ("长期坚持，12月底前取得阶段性成效").
    """

    text: str
    start: int
    end: int
    month: int | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A unit's 联系人 line: name and telephone exactly as printed."""

    name: Named
    phone: Named


@dataclass(frozen=True, slots=True)
class Duty:
    """Who answers for a task, and by when.

    ``responsible`` are bodies that share a task "按职责分工负责": none of them leads it.
    """

    people: tuple[Named, ...] = ()
    leads: tuple[Named, ...] = ()
    participants: tuple[Named, ...] = ()
    responsible: tuple[Named, ...] = ()
    deadline: Deadline | None = None
    contact: Contact | None = None

    @property
    def bodies(self) -> tuple[Named, ...]:
        """All bodies named, in whatever role, as printed."""
        return self.leads + self.participants + self.responsible


@dataclass(frozen=True, slots=True)
class Figure:
    """One stated quantity, e.g. ``科技型中小企业2025年突破5.5万家``.

    text       as printed, with its bound words ("突破5.5万家", "80%左右")
    start/end  text offsets of ``text`` in ``Task.text``
    value      in the base unit: 5.5万家 is Decimal(55000); a range has its upper end in ``upper``
    unit       base unit after 万/亿 are multiplied out: 家, 元, 吨, %, 个百分点 …
    bound      see Bound
    indicator  what is counted, simplified, from the words before (or, for "3家省实验室", behind)
    years      years the value is for, from the nearest year that governs it, else the task's period
    per        "年" for 每年, "月" for 每月 …, else ""
    scope      place or group the value is limited to, if the clause says one, else ""
    change     "level" (达到), "growth" (增长5%: a rate of change), "decline" (下降10%, the value
               positive), "added" (新增), "share" (占比)
    """

    text: str
    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound
    indicator: str
    years: tuple[int, ...]
    upper: Decimal | None = None
    per: str = ""
    scope: str = ""
    change: str = "level"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A point in time named in running text: "2024年年底前", "2025年6月底前", "年内", "2年内".

    ``year`` and ``month`` are None where not said; ``by`` is True for 前/底前/以前.
    ``start``/``end`` are text offsets.
    """

    text: str
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None = None
    by: bool = False

    @property
    def is_due(self) -> bool:
        """Whether something is to be done by then: "2024年底前", "2024年底", not "2024年" alone."""
        return self.by or self.text.endswith("底")
