"""Reading the elements of claims, with the names one corpus holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.understanding.entities import EntityIndex
from assistant.understanding.named import Entity, EntityKind
from assistant.understanding.query import Reference
from assistant.understanding.references import find_reference
from assistant.verifying.dates_said import sets_deadline
from assistant.verifying.elements import Elements
from assistant.verifying.framing import framing_spans
from assistant.verifying.issue_dates import issue_dates
from assistant.verifying.masking import (
    bare_indicator,
    blanked,
    holders,
    is_known_place,
    of_charge,
    without_holder,
)
from assistant.verifying.names import NameReader
from assistant.verifying.outlook import outlook_of
from assistant.verifying.ranks import find_ranks
from assistant.verifying.roles import read_roles
from assistant.verifying.runs import BLANK
from assistant.verifying.self_counts import counts_own, counts_what_follows
from corpus.bodies import BodyNames
from corpus.dates import extract_dates, governing_years
from corpus.figures import extract_figures
from corpus.models import Figure
from corpus.places import PROVINCES, SHORT_NAMES

_ANY_PLAN = re.compile(
    rf"(?:按照?|根据|依据|依照|落实|本|该|这个|上述|有关|相关|全省|(?:{'|'.join(PROVINCES)})?省?)*(?:行动|工作|实施)?(?:计划|方案|规划)"
)
"""A plan without a name of its own: the words before it belong to the sentence."""
_HOME_WIDE = re.compile(rf"(?:(?:{'|'.join(PROVINCES)})省?)?全省|我省|省里|省内")
_ANY_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?=年)")
_THIS_YEAR = re.compile(r"(?<![0-9一两三四五六七八九十几])年内|当年|年底|年末")
""" "年内…": of the year that the text itself is of."""
_PHONE = re.compile(
    r"(?<![0-9])(?:0[0-9]{2,3}[-—－ ]?)?[0-9]{7,8}(?![0-9%万亿个家])|(?<![0-9])1[0-9]{10}(?![0-9])"
)
_REFERENCE_WORD = re.compile(r"项|条|号|点|款|任务|承诺|事项|序号")
_STANDING = re.compile(r"长期坚持|持续推进|常态化推进")


class ElementReader:
    """Reads the elements of claims, with the names one corpus holds."""

    def __init__(self, entities: EntityIndex, bodies: BodyNames) -> None:
        self.entities = entities
        self.names = NameReader(entities, bodies)
        self.home = entities.home

    def has_figure(self, plain: str, start: int, end: int) -> bool:
        return bool(extract_figures(plain, start, end, ()))

    def list_cuts(self, plain: str, start: int, end: int) -> list[int]:
        """Where 、 or 和 parts two figures that have each their own noun before them."""
        figures = extract_figures(plain, start, end, ())
        cuts = []
        for one, other in pairwise(figures):
            gap = plain[one.end : other.start]
            match = re.match(
                r"^(?:、|和|及|以及|并|，)(?P<noun>[\u4e00-\u9fffA-Za-z0-9“”《》]{2,})", gap
            )
            if match and "，" not in match["noun"]:
                cuts.append(one.end)
        return cuts

    def read(
        self,
        plain: str,
        start: int,
        end: int,
        sentence: tuple[int, int],
        base_year: int | None,
        context: Elements | None = None,
        mute: int = 0,
    ) -> Elements:
        """The elements of plain[start:end], a part of ``sentence``; words before ``mute`` are left
        out. What it leaves unsaid of years,
        places and sources it has from ``context``, the claim before it in the same sentence."""
        entities = self.names.with_title_years(plain, self.names.find(plain, start, end))
        masked = self._without_documents(plain, sentence, entities)
        period = () if base_year is None else (base_year,)
        figures = tuple(
            figure
            for figure in extract_figures(masked, sentence[0], sentence[1], period)
            if start <= figure.start < end
        )
        own = [f for f in figures if counts_own(f, plain, sentence[0])]
        own = own if len(own) < len(figures) else []
        own += [f for f in figures if counts_what_follows(f, plain, sentence[0]) and f not in own]
        figures = tuple(f for f in figures if f not in own)
        figures = tuple(
            bare_indicator(without_holder(self._dated(figure, masked, sentence, period)))
            for figure in figures
        )
        dates = tuple(
            date
            for date in extract_dates(masked, start, end)
            if not any(f.start < date.end and date.start < f.end for f in figures)
        )
        governing = governing_years(masked, start, end, period) + tuple(
            said  # 次年 counts from a year that may stand in an earlier piece
            for said in governing_years(masked, sentence[0], end, period)
            if said.start >= start and said.relative
        )
        years = tuple(sorted({year for said in governing for year in said.years}))
        relative = (
            bool(re.search(r"今年|本年|明年|去年|上年|前年|后年", masked[start:end]))
            and base_year is None
        )
        numbered = [
            (ids, a + start, b + start)
            for ids, a, b in self.entities.numbered(plain[start:end])
            if len(ids) > 1
        ]
        roles, subjects = read_roles(plain, start, end, entities)
        issuing = [s for s in subjects if self.names.issues(s, plain, entities, numbered)]
        subjects = tuple(said for said in subjects if said not in issuing)
        deadline = next(
            (date for date in dates if sets_deadline(date, plain, start, end, figures)), None
        )
        reference = self._reference(masked, start, end, figures)
        said = plain[start:end]
        standing = _STANDING.search(said)
        phone = _PHONE.search(plain, start, end)
        if phone and any(f.start < phone.end() and phone.start() < f.end for f in figures):
            phone = None  # "7000000平方米" is an amount
        aspect, aspect_words = outlook_of(said)
        elements = Elements(
            figures=figures,
            dates=dates,
            years=years,
            compared_years=tuple(
                sorted({int(y) for y in _ANY_YEAR.findall(masked, start, end)} - set(years))
            ),
            relative_year=relative,
            places=tuple(e for e in entities if self.names.is_place(e)),
            sources=tuple(e for e in entities if self.names.is_source(e)),
            numbered=tuple(ids for ids, *_ in numbered),
            unknown=tuple(
                e
                for e in entities
                if e.kind
                in (EntityKind.UNKNOWN_PLAN, EntityKind.FOREIGN_PLACE, EntityKind.MISSING_UNIT)
                and not _ANY_PLAN.fullmatch(e.value)
            ),
            roles=roles,
            subjects=subjects,
            reference=reference,
            aspect=aspect,
            aspect_words=aspect_words,
            deadline=deadline,
            standing=standing.group() if standing else "",
            phone=phone.span() if phone else None,
            ranks=tuple(
                span
                for span in find_ranks(masked, start, end)
                if reference is None or span[1] <= reference.start or reference.end <= span[0]
            ),
            pledged="承诺" in said,
            issued=next(issue_dates(plain, start, end), None),
            whole_province=bool(_HOME_WIDE.search(said)) or (self.home in said),
        )
        frames = [(said.start, said.end) for said in issuing]
        frames += [(f.start, f.end) for f in own]
        frames += [(date.start, date.end) for date in issue_dates(plain, start, end)]
        frames += [(a, b) for _, a, b in numbered] + framing_spans(plain, start, end)
        words = blanked(
            self._words(plain, start, end, elements, entities, governing),
            [(a - start, b - start) for a, b in frames],
        )
        if mute > start:
            words = BLANK * (mute - start) + words[mute - start :]
        elements = replace(elements, words=words)
        return elements if context is None else elements.inheriting(context)

    def _without_documents(
        self, plain: str, sentence: tuple[int, int], entities: Sequence[Entity]
    ) -> str:
        """The text without the names of documents in a sentence: their years are no years of figures."""
        others = self.names.with_title_years(plain, self.names.find(plain, *sentence))
        spans = {
            (e.start, e.end)
            for e in (*others, *entities)
            if e.kind is EntityKind.DOCUMENT
            or plain[e.start].isdigit()
            or re.search(r"[0-9]年?度?[）)]》?$", plain[e.start : e.end])
        }
        spans |= {(date.start, date.end) for date in issue_dates(plain, *sentence)}
        return blanked(plain, spans)

    def _dated(
        self, figure: Figure, masked: str, sentence: tuple[int, int], period: tuple[int, ...]
    ) -> Figure:
        """``years`` only where the sentence says them."""
        said = [
            g
            for g in governing_years(masked, sentence[0], sentence[1], period)
            if g.end <= figure.start
        ]
        behind = [
            g
            for g in governing_years(masked, sentence[0], sentence[1], period)
            if g.start >= figure.end and "，" not in masked[figure.end : g.start]
        ]
        years = said[-1].years if said else behind[0].years if behind else ()
        if not years and _THIS_YEAR.search(masked, *sentence):
            years = period
        return replace(figure, years=years)

    def _reference(
        self, masked: str, start: int, end: int, figures: Sequence[Figure]
    ) -> Reference | None:
        found = find_reference(masked[start:end])
        if found is None or not found.ordinals:
            return None
        span = (start + found.start, start + found.end)
        if any(f.start < span[1] and span[0] < f.end for f in figures):
            return None  # "事项730件" is no task of number 730
        printed = masked[start + found.start : start + found.end]
        if not _REFERENCE_WORD.search(printed + masked[start + found.end : start + found.end + 2]):
            return None
        return replace(found, start=found.start + start, end=found.end + start)

    def _words(
        self,
        plain: str,
        start: int,
        end: int,
        elements: Elements,
        entities: Iterable[Entity],
        governing: Iterable[object],
    ) -> str:
        """plain[start:end] with every element blanked out."""
        spans = [(f.start, f.end) for f in elements.figures]
        spans += [(d.start, d.end) for d in elements.dates]
        spans += [(g.start, g.end) for g in governing]  # type: ignore[attr-defined]
        spans += [(e.start, e.end) for e in (*elements.sources, *elements.places)]
        spans += [(e.start, e.end) for e in elements.unknown if is_known_place(e)]
        spans += elements.ranks
        spans += [(r.start, r.end) for r in (*elements.roles, *elements.subjects)]
        spans += [span for role in elements.roles for span in of_charge(plain, role, start, end)]
        spans += [span for figure in elements.figures for span in holders(plain, figure)]
        if elements.phone is not None:
            spans.append(elements.phone)
        if elements.reference is not None:
            spans.append((elements.reference.start, elements.reference.end))
        spans += [m.span() for m in re.finditer(rf"{self.home}(?:省(?![市县直级]))?|《|》", plain)]
        short = SHORT_NAMES.get(self.home)
        if short:  # "在鲁投资"
            spans += [
                m.span() for m in re.finditer(rf"在{short}(?![\u4e00-\u9fff]?[省市县])", plain)
            ]
        spans += [m.span() for m in re.finditer(r"(?:19|20)[0-9]{2}年?(?:度|底|末|初)?", plain)]
        return blanked(plain, spans)[start:end]
