"""What a claim states, element by element: figures, years, dates, places, bodies, people, numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.understanding.named import Entity
from assistant.understanding.query import Reference
from assistant.verifying.covering import meaning
from assistant.verifying.issue_dates import IssueDate
from assistant.verifying.roles import PARTNER, RoleSaid
from assistant.verifying.runs import stretches
from assistant.verifying.wording import SOFT
from corpus.models import DateMention, Figure


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of one claim; offsets count characters of the pasted text.

    ``years`` are those said in the claim or before it in its sentence; ``own_years`` says whether
    in the claim itself. ``aspect`` is "aim", "done" or "". ``words`` is the claim with every element
    taken out; ``lead_words`` the part of it before the piece that holds the elements.
    """

    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    years: tuple[int, ...] = ()
    compared_years: tuple[int, ...] = ()
    """Years compared with or counted from ("较2020年", "2020年以来"): they govern nothing."""
    relative_year: bool = False
    places: tuple[Entity, ...] = ()
    places_carried: bool = False
    """Whether its places were only said in a claim before it."""
    sources: tuple[Entity, ...] = ()
    numbered: tuple[tuple[str, ...], ...] = ()
    """For every 文号 that several documents fit, the ids of these."""
    unknown: tuple[Entity, ...] = ()
    roles: tuple[RoleSaid, ...] = ()
    subjects: tuple[RoleSaid, ...] = ()
    reference: Reference | None = None
    aspect: str = ""
    aspect_words: tuple[str, ...] = ()
    words: str = ""
    deadline: DateMention | None = None
    standing: str = ""
    phone: tuple[int, int] | None = None
    """Where a telephone number stands, offsets as above."""
    ranks: tuple[tuple[int, int], ...] = ()
    """Where places in a row stand ("第3个"), offsets as above."""
    whole_province: bool = False
    pledged: bool = False
    issued: IssueDate | None = None
    """The date of issue by which its document is named."""
    scope: str = ""
    """The city, or 全省, that the text spoke of last before a claim that names neither."""

    @property
    def checkable(self) -> bool:
        """Whether there is anything to compare beside words."""
        if self.figures or self.roles or self.deadline or self.standing or self.phone or self.ranks:
            return True
        if (
            self.aspect == "aim"
            and (self.years or self.whole_province or self.places)
            and meaning(self.words) >= 4
        ):
            return True
        meant = sum(len(stretch) for stretch in stretches(self.words) if stretch not in SOFT)
        if self.reference is not None:
            return meant >= 3
        return bool(self.subjects or self.sources or self.unknown) and meant >= 4

    def inheriting(self, other: Elements) -> Elements:
        """These elements with what ``other`` inherited from before."""
        return replace(
            self,
            years=self.years or other.years,
            sources=self.sources or other.sources,
            numbered=self.numbered or other.numbered,
            places=self.places if self.whole_province else self.places or other.places,
            places_carried=not (self.places or self.whole_province),
            subjects=self.subjects
            if any(said.role != PARTNER for said in self.subjects)
            else self.subjects + tuple(s for s in other.subjects if s.role != PARTNER),
            unknown=self.unknown if self.whole_province else self.unknown or other.unknown,
            pledged=self.pledged or other.pledged,
            whole_province=self.whole_province or other.whole_province,
            issued=self.issued or other.issued,
        )
