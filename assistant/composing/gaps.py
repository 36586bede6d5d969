"""What the corpus does not hold, told from what the question names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.models import Reason
from assistant.ranking import years_of
from assistant.statements import Composed, refused
from assistant.understanding.entities import EntityIndex
from assistant.understanding.query import Intent, Query
from corpus.models import PLEDGE_LAYOUTS, Corpus, Document, Layout
from corpus.places import short_place

_BY_PROVINCE = re.compile(r"省里|省级|省直|全省|省政府")
""" "省里承诺…枣庄的…": the pledge is not the city's own."""
_EACH_YEAR = re.compile(r"(?:跟|和|与|同)20\d{2}年.{0,12}(?:各|分别|都)")
""" "2023年任务跟2024年目标各是多少"."""


@dataclass(frozen=True, slots=True)
class GapFinder:
    """Refuses what no search could answer: years, units, plans that our copies do not cover."""

    corpus: Corpus
    entities: EntityIndex

    def find(self, query: Query) -> Composed | None:
        """A refusal with its reason, or None where the corpus may hold an answer."""
        return (
            self._plans(query) or self._units(query) or self._editions(query) or self._years(query)
        )

    def _plans(self, query: Query) -> Composed | None:
        for gap in query.gaps:
            if gap.reason is not Reason.DOCUMENT_INCOMPLETE or query.units:
                continue
            named = gap.named.strip("“”《》")
            registered = any(
                gap.named in document.coverage.missing for document in self.corpus.documents
            )
            if not registered and any(named in task.plain for task in self.corpus.tasks):
                continue
            document = self._holder_of(gap.named)
            note = document.coverage.note if document else ""
            return refused(Reason.DOCUMENT_INCOMPLETE, f"没有收录“{named}”的内容。{note}")
        return None

    def _holder_of(self, named: str) -> Document | None:
        """The incomplete document that would hold what is missing."""
        incomplete = [d for d in self.corpus.documents if not d.coverage.complete]
        for document in incomplete:
            if any(named in missing or missing in named for missing in document.coverage.missing):
                return document
        plans = [d for d in incomplete if d.layout is Layout.ACTION_PLANS]
        return plans[0] if plans and "计划" in named else None

    def _units(self, query: Query) -> Composed | None:
        """Cities and departments whose pledges our copies do not hold."""
        if query.units or not query.wanted_units or _BY_PROVINCE.search(query.text):
            return None
        if query.intent in (Intent.LIST, Intent.COUNT, Intent.RESPONSIBLE) and not (
            query.bodies or query.people or query.wanted_units[0].endswith("市")
        ):
            named = query.wanted_units[0]
            if not any(named in task.plain for task in self.corpus.tasks):
                return refused(Reason.NOT_IN_CORPUS, f"现有文件中没有出现“{named}”。")
        pledging = "承诺" in query.text or any(
            self.corpus.documents_by_id[d].layout in PLEDGE_LAYOUTS for d in query.documents
        )
        elsewhere = any(
            self.corpus.documents_by_id[d].layout not in PLEDGE_LAYOUTS for d in query.documents
        )
        numbered = (query.reference is not None and not elsewhere) or query.intent is Intent.CONTACT
        if not (pledging or numbered):
            return None
        wanted = query.wanted_units[0]
        document = self._pledges_for(wanted)
        if document is None:
            return refused(Reason.NOT_IN_CORPUS, f"现有文件中没有{wanted}的承诺事项。")
        return refused(
            Reason.DOCUMENT_INCOMPLETE,
            f"《{document.title}》中{wanted}的承诺不在我们的副本里。{document.coverage.note}",
        )

    def _pledges_for(self, wanted: str) -> Document | None:
        for document in self.corpus.documents:
            if wanted in document.coverage.missing:
                return document
        city = wanted.endswith("市")
        for document in self.corpus.documents:
            if document.layout in PLEDGE_LAYOUTS and not document.coverage.complete:
                units = self.entities.units_of[document.id]
                if any(unit.endswith("市") for unit in units) == city:
                    return document
        return None

    def _spoken_of(self, query: Query) -> bool:
        """Whether a document of a year asked about speaks of a city whose own pledges are older."""
        return any(
            short_place(place) in task.plain
            for task in self.corpus.tasks
            if set(task.period) & set(query.years)
            for place in (*(u for u in query.units if u.endswith("市")), *query.places)
        )

    def _lacking(self, query: Query) -> Document | None:
        """The document of a year asked about that would hold a place we have other years of."""
        for document in self.corpus.documents:
            if set(query.years) & set(document.period) and set(query.places) & set(
                document.coverage.missing
            ):
                return document
        return None

    def _editions(self, query: Query) -> Composed | None:
        """A document named by a year that it is not of ("先行区2024年任务" where we hold 2023's)."""
        named = [d for d in self.corpus.documents if d.id in query.documents]
        held = {year for document in named for year in document.period}
        if not named or not query.periods or held & set(query.periods):
            return None
        if len(query.periods) > 1 or query.years:
            return None
        titles = "、".join(f"《{document.title}》" for document in named)
        return refused(
            Reason.YEAR_NOT_COVERED, f"我们收录的是{titles}，没有{query.periods[0]}年的。"
        )

    def _years(self, query: Query) -> Composed | None:
        if not query.years:
            return None
        by_name = [d for d in self.corpus.documents if d.id in query.documents]
        by_unit = [
            document
            for document in self.corpus.documents
            if any(unit in self.entities.units_of[document.id] for unit in query.units)
            or document.place in query.places
        ]
        if by_unit and not by_name and "承诺" not in query.text and self._spoken_of(query):
            return None
        both = [document for document in by_name if document in by_unit]
        documents = both or [*by_name, *by_unit] or list(self.corpus.documents)
        held: set[int] = set()
        for document in documents:
            held |= set(document.period)
        if set(query.years) & held:
            return None
        spoken = {year for document in self.corpus.documents for year in document.period}
        compared = query.intent is Intent.COMPARE or _EACH_YEAR.search(query.text)
        if compared and query.periods and set(query.years) & spoken:
            return None  # "2023年任务和2024年目标": the other year is another document's
        # a year outside every period may still be named in a task ("到2027年")
        named = {
            year
            for task in self.corpus.tasks
            if any(task.document_id == document.id for document in documents)
            for year in years_of(task)
        }
        if set(query.years) & named:
            return None
        asked = "、".join(f"{year}年" for year in query.years)
        if (lacking := self._lacking(query)) is not None:
            return refused(Reason.DOCUMENT_INCOMPLETE, lacking.coverage.note)
        covered = "、".join(f"{year}年" for year in sorted(held))
        where = "所问文件" if documents != list(self.corpus.documents) else "现有文件"
        return refused(Reason.YEAR_NOT_COVERED, f"{where}只涉及{covered}，没有{asked}的内容。")
