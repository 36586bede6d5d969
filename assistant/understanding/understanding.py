"""From a question, and the chat before it, to a Query. Start here.

question → plain form → typing errors mended → parts → for each part: what it names, what it asks,
what it is about → intent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from assistant.models import Reason
from assistant.understanding.english import Translator, in_chinese, is_english
from assistant.understanding.entities import Entity, EntityIndex, EntityKind
from assistant.understanding.heads import asked_heads
from assistant.understanding.intents import (
    AskingWords,
    outlook_of,
    read_asking_words,
    without_aims,
    without_asking_words,
    without_results,
)
from assistant.understanding.query import (
    Asked,
    BodyRole,
    Gap,
    Intent,
    Outlook,
    Query,
    Reference,
)
from assistant.understanding.references import find_reference
from assistant.understanding.splitting import split_question
from assistant.understanding.years import find_years, without_years
from corpus.models import Corpus, TaskKind
from corpus.script import plain_form
from index.tokenizing import general_frequency, is_noun

_MONTH = re.compile(r"(?<![0-9])(1[0-2]|[1-9])\s*月(?:份)?(?:底|末)?(?:之?前|以前)?(?!\d)")
_ROLE_BEFORE = re.compile(
    r"(?:由|是)?(?P<role>牵头|配合|参与|协助|协办|负责|主办)(?:单位|部门)?(?:是|为|包含|包括|含|有|中有|里有|里包括)?[“\"]?$"
)
_ROLE_AFTER = re.compile(
    r"^[”\"]?(?:等)?(?:作为|担任|为|是|来|要|单独|独立|独自|共同|联合|一家|需要|应|也)*(?P<role>牵头|配合|参与|协助|协办|主办|负责)"
)
_PRONOUN = re.compile(
    r"这(?:件|个|项|条)?(?:事情?|任务|工作|承诺)?|那(?:件|项|条)(?:事情?|任务)?|该(?:项|条)?(?:任务|工作|承诺)?|它们?|其中|上述|以上|此事|前面|刚才|上面"
)
_FOLLOW_UP = re.compile(
    r"^(?:那么?|还有|另外|再|然后|接着|以及|同样)|呢[？?。]?$|^(?:它|这|该|此|其(?!他)|上述|刚才|前面|上面|前一|后一|上一|下一|谁|由谁|什么时候|啥时候|完成时间|责任人|牵头单位)"
    r"|(?:这|那)(?:件|项|条|个)(?:事|任务|承诺|工作|项目|目标)|刚才|上面(?:说|那|提)|前面(?:说|那|提)|也一[块起]|还要再|又是"
)
_AND_THAT = re.compile(
    r"^(?:那么?|还有|那)?(?P<thing>[\u4e00-\u9fffA-Za-z0-9]{2,8}?)的?呢[？?。]?$"
)
_STEP = (
    (re.compile(r"(?:前|上)(?:面)?(?:那)?一?(?:条|项|个)"), -1),
    (re.compile(r"(?:后|下)(?:面)?(?:那)?一?(?:条|项|个)"), 1),
)
_PUNCTUATION = re.compile(r"[，。；：？！,;:?!（）()《》<>]+")
_GENERIC = frozenset(
    "任务 工作 单位 部门 牵头 配合 参与 负责 还有 一起 目标 要求 内容 事项 承诺 主要 重点 完成 时间 截止 最晚 最迟 "
    "具体 情况 方面 项目 推进 实施 开展 计划 安排 山东 山东省 全省 我省 省里 年底 年初 全年 实际 结果 说法 一条 第一 一项 报告 文件 数据 指标 多少 情况 负责人 责任人 牵头单位 配合单位 参与单位 责任单位 责任部门 联系人 电话 当年 当时 时限 期限 比例 占比 比重 覆盖率 数量 规模 增速 部分 哪位 人名 领导 包括 包含 联合 共同 作为 数字 直接".split()
)
_PEOPLE_LISTED = re.compile(
    r"(?:哪些|哪几[个家]?|什么|哪个|哪家)(?:单位|部门|厅局|厅|局|委办|机构|人|领导|同志)"
    r"|(?:配合|参与|牵头|责任|负责)(?:单位|部门|方|人)[又还都各]*(?:有|是|包括|为)?(?:哪些|谁|哪几)"
)
_BASE_YEAR = re.compile(r"(?:比|较|相比|相对|以)(20\d{2})年?")
_PLEDGE = re.compile(r"承诺")


class SpellingMender(Protocol):
    """Mends typing errors; gives the text and what was changed, as (written, meant)."""

    def correct(self, question: str) -> _Correction: ...


class _Correction(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def changes(self) -> tuple[tuple[str, str], ...]: ...


class WordCutter(Protocol):
    """Cuts plain text into content words."""

    def words(self, plain: str) -> list[str]: ...

    def cut(self, plain: str) -> list[str]: ...


@dataclass(frozen=True)
class Understander:
    """Reads questions against one corpus."""

    corpus: Corpus
    entities: EntityIndex
    cutter: WordCutter
    mender: SpellingMender | None = None
    english: Translator | None = None

    @cached_property
    def _counted(self) -> tuple[str, ...]:
        """What the documents count: names that are a subject of their own, however short."""
        return tuple(
            {f.indicator for t in self.corpus.tasks for f in t.figures if len(f.indicator) > 3}
        )

    def _thin(self, query: Query) -> bool:
        return _is_thin(query) and not any(name in query.topic for name in self._counted)

    @property
    def current_year(self) -> int:
        """What 今年 means: the year in which the newest document was issued or is named for."""
        return max(
            min(document.period[-1], _issue_year(document.id, document.issued))
            for document in self.corpus.documents
        )

    def understand(self, question: str, history: Sequence[str] = ()) -> Query:
        """The Query of ``question``; ``history`` is the user's earlier questions, oldest first."""
        before: Query | None = None
        for earlier in history:
            before = self._resolved(earlier, before)
        return self._resolved(question, before)

    def _resolved(self, question: str, before: Query | None) -> Query:
        text = " ".join(plain_form(question).split())
        if is_english(text):
            return self._from_english(question, text, before)
        corrected: tuple[tuple[str, str], ...] = ()
        if self.mender is not None:
            correction = self.mender.correct(text)
            text, corrected = correction.text, correction.changes
        whole = replace(self._read(question, text), corrected=corrected)
        parts = self._parts(whole, before)
        if before is not None:
            whole = self._continued(whole, before)
        return replace(whole, parts=parts) if len(parts) > 1 else whole

    def _from_english(self, question: str, text: str, before: Query | None) -> Query:
        """An English question, by the Chinese terms of its phrases."""
        chinese = in_chinese(text, self.english)
        read = self._read(question, chinese.text)
        asking = read_asking_words(f"{text} {chinese.text}")
        asks = asking.asks
        query = replace(
            read,
            asks=asks,
            years=find_years(text, self.current_year),
            more=chinese.others,
        )
        query = replace(query, intent=self._intent(query, replace(asking, lists=False)))
        return query if before is None else self._continued(query, before)

    # ------------------------------------------------------------------ one text

    def _read(self, question: str, text: str) -> Query:
        found = self.entities.find(text)
        reference = find_reference(_blanked(text, found, (EntityKind.DOCUMENT,)))
        bare = _blanked(text, found, (EntityKind.DOCUMENT, EntityKind.UNIT, EntityKind.SERIES))
        asking = read_asking_words(_with_kinds(text, found))
        years = self._asked_years(bare)
        periods = tuple(
            year
            for entity in found
            if entity.kind is EntityKind.DOCUMENT
            for year in find_years(text[entity.start : entity.end], self.current_year)
        )
        topic = self._topic(text, found, reference)
        months = tuple(int(month) for month in _MONTH.findall(bare))
        query = Query(
            question=question,
            text=text,
            intent=Intent.OPEN,
            asks=asking.asks,
            topic=topic,
            terms=tuple(dict.fromkeys(self.cutter.words(topic))),
            documents=_values(found, EntityKind.DOCUMENT),
            units=_values(found, EntityKind.UNIT),
            series=next(iter(_values(found, EntityKind.SERIES)), ""),
            headings=_values(found, EntityKind.HEADING),
            reference=reference,
            years=years,
            periods=periods,
            people=_values(found, EntityKind.PERSON),
            bodies=_bodies_with_roles(text, found),
            months=months,
            heads=asked_heads(bare, self.cutter, is_noun),
            outlook=outlook_of(
                bare, of_promises=self._only_promise(_values(found, EntityKind.DOCUMENT))
            ),
            wanted_units=_values(found, EntityKind.MISSING_UNIT),
            gaps=_gaps_named(found),
        )
        query = self._with_department(query)
        return replace(query, intent=self._intent(query, asking))

    def _asked_years(self, text: str) -> tuple[int, ...]:
        """The years a question asks about; one that only serves as a base ("较2020年下降") and that
        no document speaks of is not among them."""
        years = find_years(text, self.current_year)
        bases = {int(year) for year in _BASE_YEAR.findall(text)}
        held = {year for document in self.corpus.documents for year in document.period}
        return tuple(year for year in years if year not in bases or year in held)

    def _topic(self, text: str, found: Iterable[Entity], reference: Reference | None) -> str:
        kept = list(text)
        for entity in found:
            # a heading's words are also what the question is about, a foreign place a test of it
            if entity.kind not in (EntityKind.HEADING, EntityKind.FOREIGN_PLACE):
                kept[entity.start : entity.end] = " " * (entity.end - entity.start)
        if reference is not None:
            kept[reference.start : reference.end] = " " * (reference.end - reference.start)
        topic = without_asking_words(_PRONOUN.sub(" ", without_years("".join(kept))))
        return " ".join(_PUNCTUATION.sub(" ", topic).split())

    def _with_department(self, query: Query) -> Query:
        """Departments are found as bodies; where one is a unit of a pledge table it may be meant."""
        pledging = _PLEDGE.search(query.text) is not None
        units = [
            body.name
            for body in query.bodies
            if not body.role and self._departments(body.name, () if pledging else query.documents)
        ]
        with_people = bool(query.people)
        if with_people:
            units = [b.name for b in query.bodies if self._departments(b.name, ())]
        if not units or not (pledging or query.reference or query.documents or query.people):
            wanted = tuple(
                body.name
                for body in query.bodies
                if pledging and not body.role and not self._departments(body.name, ())
            )
            return replace(query, wanted_units=query.wanted_units + wanted)
        return replace(query, units=query.units + tuple(units))

    def _departments(self, name: str, documents: tuple[str, ...]) -> bool:
        holders = self.entities.documents_with_unit(name)
        return bool(holders) and (not documents or bool(set(holders) & set(documents)))

    def _intent(self, query: Query, asking: AskingWords) -> Intent:
        if asking.greeting:
            return Intent.OUT_OF_SCOPE
        if Asked.CONTACT in query.asks:
            return Intent.CONTACT
        if asking.checks and len(query.terms) > 2:
            return Intent.CHECK
        if asking.about_corpus:
            return Intent.CORPUS
        if query.reference is not None:
            return Intent.LOOKUP
        if self._wants_rows(query, asking):
            return Intent.COUNT if asking.counts_tasks and not asking.lists else Intent.LIST
        if asking.compares:
            return Intent.COMPARE
        asks = query.asks
        if asks & {Asked.PERSON, Asked.LEAD, Asked.PARTICIPANT}:
            return Intent.RESPONSIBLE
        if Asked.DATE in asks:
            return Intent.DEADLINE
        return Intent.FIGURE if Asked.FIGURE in asks else Intent.OPEN

    def _wants_rows(self, query: Query, asking: AskingWords) -> bool:
        if not (asking.counts_tasks or asking.lists):
            return False
        if _PEOPLE_LISTED.search(query.text) and not asking.counts_tasks:
            return False
        limits = query.people or query.bodies or query.months or query.headings or query.series
        return bool(limits or query.units or query.documents or query.wanted_units)

    # ------------------------------------------------------------------ parts

    def _parts(self, whole: Query, before: Query | None) -> tuple[Query, ...]:
        if whole.intent in (Intent.CHECK, Intent.OUT_OF_SCOPE):
            return ()
        pieces = split_question(whole.text)
        if len(pieces) < 2:
            return ()
        parts: list[Query] = []
        for piece in pieces:
            part = self._read(piece, piece)
            if not parts:
                parts.append(part if before is None else self._continued(part, before))
            elif self._thin(part) and not _has_own_scope(part) and Asked.CONTACT not in part.asks:
                parts[-1] = replace(
                    parts[-1],
                    asks=parts[-1].asks | part.asks,
                    text=f"{parts[-1].text} {piece}",
                    outlook=_both(parts[-1].outlook, part.outlook),
                )
            else:
                parts.append(self._inheriting(part, parts[-1]))
        return (
            tuple(replace(part, question=whole.question) for part in parts)
            if len(parts) > 1
            else ()
        )

    def _inheriting(self, part: Query, before: Query) -> Query:
        """``part`` with the scope of the part before it, and its topic where it has none itself."""
        thin = self._thin(part)
        departments = tuple(
            body.name
            for body in part.bodies
            if not body.role and self._departments(body.name, part.documents)
        )
        if departments and not part.documents:
            part = replace(part, units=part.units + departments)
        own_place = bool(part.documents or part.units or _WHOLE_PROVINCE.search(part.text))
        update = replace(
            part,
            documents=part.documents
            or (() if own_place else self._staying(before.documents, part)),
            units=part.units or (() if own_place else self._places_staying(before.units, part)),
            years=part.years or (() if part.periods else before.years),
            periods=part.periods or before.periods,
            reference=part.reference or (before.reference if thin and not own_place else None),
            series=part.series or before.series,
            headings=part.headings or (() if own_place else before.headings),
            gaps=part.gaps or before.gaps,
            wanted_units=part.wanted_units or (() if own_place else before.wanted_units),
            people=part.people or (before.people if thin else ()),
            asks=part.asks or before.asks,
        )
        if thin:
            subject = before.topic
            if part.outlook is not before.outlook:
                back = part.outlook is Outlook.BACK
                subject = without_aims(subject) if back else without_results(subject)
            update = replace(
                update,
                leans=not _has_own_scope(part),
                topic=f"{subject} {part.topic}".strip(),
                terms=tuple(dict.fromkeys((*before.terms, *part.terms))),
                text=f"{subject} {part.text}",
                heads=part.heads or before.heads,
            )
        return replace(update, intent=self._intent(update, read_asking_words(part.text)))

    def _staying(self, documents: tuple[str, ...], part: Query) -> tuple[str, ...]:
        """The documents of the part before that a part stays with: not those that do not speak of
        the years it asks about itself."""
        kept = self._reporting(documents, part.outlook)
        if not part.years:
            return kept
        held = self.corpus.documents_by_id
        return tuple(d for d in kept if set(part.years) & set(held[d].period))

    def _places_staying(self, units: tuple[str, ...], part: Query) -> tuple[str, ...]:
        """The same for departments, cities and plans, by the documents that they stand in."""
        held = self.corpus.documents_by_id
        return tuple(
            unit
            for unit in units
            if not part.years
            or any(
                set(part.years) & set(held[d].period)
                for d in self.entities.documents_with_unit(unit)
            )
        )

    def _only_promise(self, documents: tuple[str, ...]) -> bool:
        return any(d not in self.corpus.reporting_documents for d in documents)

    def _reporting(self, documents: tuple[str, ...], outlook: Outlook) -> tuple[str, ...]:
        """What of the documents spoken of a further question stays with: asked for results after a
        document that only promises, it means whatever document reports them."""
        if outlook is not Outlook.BACK:
            return documents
        return tuple(d for d in documents if d in self.corpus.reporting_documents)

    # ------------------------------------------------------------------ the chat so far

    def _continued(self, query: Query, before: Query) -> Query:
        """``query`` with what the chat so far adds, where it leans on it."""
        leaning = _FOLLOW_UP.search(query.text) is not None or self._thin(query)
        own = bool(query.documents or query.reference or query.units) and not self._thin(query)
        if not leaning or (own and not re.match(r"那", query.text)):
            return query
        swapped = self._swapped(query, before)
        if swapped is not None:
            return swapped
        reference = query.reference or self._stepped(query.text, before)
        keeps_topic = not (query.reference and not before.reference)
        terms = tuple(dict.fromkeys((*(before.terms if keeps_topic else ()), *query.terms)))
        topic = f"{before.topic} {query.topic}".strip() if keeps_topic else query.topic
        people = query.people or (before.people if not query.bodies else ())
        merged = replace(
            query,
            asks=query.asks or before.asks,
            heads=query.heads or before.heads,
            topic=topic,
            terms=terms,
            text=f"{before.topic} {query.text}",
            documents=query.documents
            or (() if query.units else self._reporting(before.documents, query.outlook)),
            units=query.units or before.units,
            series=query.series or before.series,
            headings=query.headings or before.headings,
            reference=reference or before.reference,
            years=query.years or _shifted(query.text, before.years) or before.years,
            periods=query.periods or before.periods,
            before=before,
            leans=self._thin(query) and not _has_own_scope(query),
            people=people,
            bodies=query.bodies
            or (before.bodies if before.intent in (Intent.LIST, Intent.COUNT) else ()),
            months=query.months
            or (before.months if before.intent in (Intent.LIST, Intent.COUNT) else ()),
            wanted_units=query.wanted_units or (() if query.units else before.wanted_units),
        )
        asking = read_asking_words(f"{query.text}")
        intent = self._intent(merged, asking)
        if not query.asks and intent in (Intent.OPEN, Intent.LOOKUP):
            intent = before.intent
        return replace(merged, intent=intent)

    def _swapped(self, query: Query, before: Query) -> Query | None:
        """ "光伏的呢？" after "风电装机目标是多少": the question before, of the other thing.

        The thing takes the place of that word of the earlier question beside which the documents
        have it too ("光伏装机"); None where there is no such word.
        """
        match = _AND_THAT.match(query.text)
        if match is None or query.asks or query.documents or query.units or query.bodies:
            return None
        thing = match.group("thing")
        for word in before.terms:
            if len(word) < 2 or word not in before.topic or word in thing:
                continue
            at = before.topic.index(word)
            around = before.topic[max(0, at - 2) : at], before.topic[at + len(word) :][:2]
            joined = [around[0] + thing] * (len(around[0]) == 2) + [thing + around[1]] * (
                len(around[1]) == 2
            )
            if any(j.strip() == j and j in t.plain for j in joined for t in self.corpus.tasks):
                text = before.text.replace(word, thing)
                read = self._read(query.question, text)
                return replace(
                    read,
                    years=query.years or before.years,
                    documents=read.documents or before.documents,
                    units=read.units or before.units,
                    before=before,
                )
        return None

    def _stepped(self, text: str, before: Query) -> Reference | None:
        """前一条, 下一项: the neighbour of the task the chat speaks of."""
        if before.reference is None:
            return None
        for pattern, step in _STEP:
            if pattern.search(text):
                ordinal = before.reference.ordinals[0] + step
                return replace(before.reference, ordinals=(ordinal,), printed="", start=0, end=0)
        return None


_LATER = re.compile(r"(?:再)?往后(?:推)?一年|后一年|下一?年|次年|第二年|转过年")
_EARLIER = re.compile(r"(?:再)?往前(?:推)?一年|前一年|上一?年|头一年")


def _shifted(text: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """The year after or before the one the chat speaks of, where a question counts from it."""
    if years and _LATER.search(text):
        return (years[-1] + 1,)
    if years and _EARLIER.search(text):
        return (years[0] - 1,)
    return ()


def _both(one: Outlook, other: Outlook) -> Outlook:
    if Outlook.ANY in (one, other):
        return other if one is Outlook.ANY else one
    return one if one is other else Outlook.BOTH


def _issue_year(document_id: str, issued: object) -> int:
    year = getattr(issued, "year", None)
    return int(year) if year else 9999


def _values(found: Iterable[Entity], kind: EntityKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity.value for entity in found if entity.kind is kind))


def _blanked(text: str, found: Iterable[Entity], kinds: tuple[EntityKind, ...]) -> str:
    kept = list(text)
    for entity in found:
        if entity.kind in kinds:
            kept[entity.start : entity.end] = " " * (entity.end - entity.start)
    return "".join(kept)


def _with_kinds(text: str, found: Iterable[Entity]) -> str:
    """``text`` with the names of places and documents taken out, but not their word for tasks.

    "先行区任务有哪些" asks for tasks; "政府工作报告" does not.
    """
    kept = list(text)
    for entity in found:
        if entity.kind in (EntityKind.DOCUMENT, EntityKind.UNIT, EntityKind.SERIES):
            tail = re.search(r"(?:任务|事项|承诺)(?:清单)?$", text[entity.start : entity.end])
            end = entity.start + tail.start() if tail else entity.end
            kept[entity.start : end] = " " * (end - entity.start)
    return "".join(kept)


def _bodies_with_roles(text: str, found: Iterable[Entity]) -> tuple[BodyRole, ...]:
    roles: dict[str, BodyRole] = {}
    for entity in found:
        if entity.kind is not EntityKind.BODY:
            continue
        after = _ROLE_AFTER.search(text[entity.end :])
        before = _ROLE_BEFORE.search(text[: entity.start])
        word = (after or before).group("role") if (after or before) else ""  # type: ignore[union-attr]
        role = {"牵头": "lead", "主办": "lead", "配合": "participant", "参与": "participant"}.get(
            word, ""
        )
        if word in ("协助", "协办"):
            role = "participant"
        roles.setdefault(entity.value, BodyRole(entity.value, role))
    only = _only_role(text)
    return tuple(
        BodyRole(body.name, only) if only and not body.role else body for body in roles.values()
    )


def _only_role(text: str) -> str:
    """The one role a question speaks of, for bodies it is not written beside."""
    leads = "牵头" in text or "主办" in text
    takes_part = re.search(r"配合|参与|协助|协办", text) is not None
    if leads == takes_part:
        return ""
    return "lead" if leads else "participant"


def _gaps_named(found: Iterable[Entity]) -> tuple[Gap, ...]:
    gaps = []
    for entity in found:
        if entity.kind is EntityKind.UNKNOWN_PLAN:
            gaps.append(Gap(Reason.DOCUMENT_INCOMPLETE, entity.value))
        elif entity.kind is EntityKind.FOREIGN_PLACE:
            gaps.append(Gap(Reason.NOT_IN_CORPUS, entity.value))
    return tuple(gaps)


def _is_thin(query: Query) -> bool:
    """Whether a text says too little about a subject to be searched alone."""
    told = {
        char
        for term in query.terms
        if len(term) > 1 and term not in _GENERIC and (is_noun(term) or not general_frequency(term))
        for char in term
    }
    return len(told) < 3


_WHOLE_PROVINCE = re.compile(r"全省|省里|我省")


def _has_own_scope(query: Query) -> bool:
    return bool(
        query.documents
        or query.units
        or query.years
        or query.reference
        or query.series
        or query.bodies
        or _WHOLE_PROVINCE.search(query.text)
    )


def main_kinds() -> tuple[TaskKind, ...]:
    """The kinds that count as numbered tasks."""
    return (TaskKind.COMMITMENT, TaskKind.RESULT)
