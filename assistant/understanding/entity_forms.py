"""The forms by which a corpus's documents, units, plans and people are named, and patterns for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from assistant.understanding.editions import are_one_series
from assistant.understanding.named import EntityKind
from corpus.models import Corpus, Document, Layout, Task
from corpus.numerals import HEADING_LABEL
from corpus.places import PROVINCES, by_names, short_place
from corpus.script import plain_form
from index.tokenizing import is_noun

_PLAN_ENDING = re.compile(r"(?:行动计划|行动方案|实施方案|工作方案|工作计划|工作要点)$")
_PLAN_KIND = re.compile(r"(?:创新|产业)$")
LONG_BODY = 5
"""Characters of a body's name without its province, below which it may be another word."""
_PLAN_WORDS = r"(?:创新|产业)?(?:的|这|那)*(?:份|个)?(?:创新|产业)?(?:行动)?(?:计划|方案)"
# A name's first word alone names a plan only where no longer name can begin before it.
_WORD_START = r"(?:(?<![\u4e00-\u9fff])|(?<=[按据照在从依看由和与及里]))"
_UNKNOWN_PLAN = re.compile(r"[“\"《]?([\u4e00-\u9fff“”]{2,12}?)[”\"》]?行动计划")
PROVINCIAL = re.compile(
    r"(?<![本我全各跨])省(?![内际外域])(?:直)?(?:委)?(?![\u4e00-\u9fff]{0,3}(?:哪|什么|谁|几))[\u4e00-\u9fff]{2,9}?(?:厅|局|委(?!托|员)|(?<![举开承主兴创])办(?!法|理|公|好|事)|法院|检察院|院(?!校|士)|总队|总公司|集团)"
)
_LEVEL = re.compile(r"[市省县]$")

_LIST_WORDS = r"(?:重点)?(?:工作)?(?:任务清单|任务书|任务表|任务|清单)"
NUMBER = re.compile(
    r"(?P<word>[\u4e00-\u9fff]政(?:办?[字发函]|办))?\s*"
    r"(?:[〔（(\[【]?(?P<year>20\d{2})年?[〕）)\]】]?)?\s*第?(?P<serial>\d{1,3})号(?:文件|文|通知)?"
)
LONG = 4
LONGEST_BODY = 12
_PLEDGES = (Layout.SPACED_PLEDGE_TABLE, Layout.TABBED_PLEDGE_TABLE)


class _Add(Protocol):
    """The function that records one form."""

    def __call__(self, form: str, kind: EntityKind, value: str, shortest: int = 2) -> None: ...


def local_units(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The departments that pledge, by the place of their document: {泰安市: (市教育局, …)}."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for document in corpus.documents:
        if document.place and document.layout in _PLEDGES:
            for task in corpus.tasks:
                if task.document_id == document.id and task.unit[:1] in tuple("省市县区州"):
                    found[document.place][task.unit] = None
    return {place: tuple(units) for place, units in found.items()}


def forms(corpus: Corpus) -> Iterable[tuple[str, EntityKind, str]]:
    """Every fixed form of a name with its kind and value, the longest first."""
    forms: dict[str, tuple[EntityKind, str]] = {}

    def add(form: str, kind: EntityKind, value: str, shortest: int = 2) -> None:
        if len(form) >= shortest and form not in forms:
            forms[form] = (kind, value)

    for document in corpus.documents:
        for form in _document_forms(document):
            add(form, EntityKind.DOCUMENT, document.id, 3)
    for task in corpus.tasks:
        _add_unit_forms(task, corpus.documents_by_id[task.document_id], add)
    _add_missing(corpus.documents, add)
    for place in dict.fromkeys(d.place for d in corpus.documents if d.place not in PROVINCES):
        for form in (place, short_place(place)):
            add(form, EntityKind.FOREIGN_PLACE, place)
    for task in corpus.tasks:
        contact = task.duty.contact
        for person in (*task.duty.people, *((contact.name,) if contact else ())):
            add(person.name, EntityKind.PERSON, person.name)
    return sorted(
        ((form, kind, value) for form, (kind, value) in forms.items()),
        key=lambda entry: (-len(entry[0]), entry[0]),
    )


def _add_missing(documents: Iterable[Document], add: _Add) -> None:
    for document in documents:
        for missing in document.coverage.missing:
            if _LEVEL.search(missing):
                add(missing, EntityKind.MISSING_UNIT, missing)
                for form in (missing[:-1], *by_names(missing)):
                    add(form, EntityKind.MISSING_UNIT, missing)
            else:
                add(plain_form(missing), EntityKind.UNKNOWN_PLAN, missing, 4)


def _document_forms(document: Document) -> Iterable[str]:
    title = plain_form(document.title)
    yield title
    yield document.id
    bare = re.sub(r"（[^）]*）", "", title)
    yield bare
    yield re.sub(r"^20\d{2}年", "", bare)
    if document.number:
        number = plain_form(document.number)
        yield number
        for left, right in (("[", "]"), ("（", "）"), ("(", ")"), ("【", "】"), ("", "")):
            yield number.replace("〔", left).replace("〕", right)
    for short in document.short_titles:
        yield plain_form(short)


def _add_unit_forms(task: Task, document: Document, add: _Add) -> None:
    unit = task.unit
    if document.layout in _PLEDGES:
        if unit.endswith("市"):
            add(unit, EntityKind.UNIT, unit)
            for form in (short_place(unit), *by_names(unit)):
                add(form, EntityKind.UNIT, unit)
        return  # departments are found as bodies, in any of their forms
    if _PLAN_ENDING.search(unit):
        add(unit, EntityKind.UNIT, unit)
        if task.series:
            add(task.series.replace("“", "").replace("”", ""), EntityKind.SERIES, task.series, 4)
            add(task.series, EntityKind.SERIES, task.series, 4)
            core = re.search(r"“([^”]+)”", task.series)
            if core:
                add(core.group(1), EntityKind.SERIES, task.series, 3)
    for heading in task.path:
        words = HEADING_LABEL.sub("", heading)
        if words != heading and len(words) >= 6 and "总体目标" not in words:
            add(words, EntityKind.HEADING, heading)


def named(
    text: str, forms: Iterable[tuple[str, EntityKind, str]]
) -> Iterable[tuple[EntityKind, str, int, int]]:
    """Where fixed forms stand in ``text``."""
    for form, kind, value in forms:
        at = text.find(form)
        while at >= 0:
            yield kind, value, at, at + len(form)
            at = text.find(form, at + len(form))


def matches(
    text: str, patterns: Iterable[tuple[re.Pattern[str], EntityKind, str]]
) -> Iterable[tuple[EntityKind, str, int, int]]:
    """Where patterns stand in ``text``."""
    for pattern, kind, value in patterns:
        for match in pattern.finditer(text):
            yield kind, value, *match.span()


def unknown_plans(text: str) -> Iterable[tuple[EntityKind, str, int, int]]:
    """Action plans by their form; those the corpus holds were found before."""
    for match in _UNKNOWN_PLAN.finditer(text):
        named = re.split(r"[的里中]", match.group(1))[-1]
        if len(named) > 1 and not re.search(r"[这那哪几份]", named):
            start = match.start(1) + len(match.group(1)) - len(named)
            yield EntityKind.UNKNOWN_PLAN, text[start : match.end()], start, match.end()


def fits_number(match: re.Match[str], number: str) -> bool:
    """Whether the parts of a 文号 that a question gives agree with ``number``."""
    whole = NUMBER.match(number)
    if whole is None:
        return False
    return all(
        not match.group(part) or match.group(part) == whole.group(part)
        for part in ("word", "year", "serial")
    )


_BEFORE_PLEDGED = r"在|于|里|中|的|各|(?:各|这|那|[几两二三四五六七八九十\d]+)?[个家](?:部门|单位|厅局|市)|部门|单位|厅局|20\d{2}年度?|当年|年度|一共|总共|合计|共|都|公布|公开|发布|作出|对外|向?社会|重点|工作|任务|\d{1,3}[项条]"
_PLEDGED = "承诺"
"""The word that the short names of pledge tables end in, the year or a number said before it."""


def subject_patterns(corpus: Corpus) -> Iterable[tuple[re.Pattern[str], EntityKind, str]]:
    """A document's subject with a word for its kind: 先行区2023年任务清单, 省直单位2024年一共承诺."""
    for document in corpus.documents:
        for subject in sorted(document.subjects, key=len, reverse=True):
            yield (
                re.compile(
                    rf"{re.escape(subject)}(?:建设)?(?:的|这|那)*(?:20\d{{2}}年度?)?(?:的|这|那)*(?:年初|年度)?(?:的)?(?:份)?{_LIST_WORDS}"
                ),
                EntityKind.DOCUMENT,
                document.id,
            )
            begun = "|".join(re.escape(subject[:end]) for end in range(len(subject) - 1, 3, -1))
            if begun:  # "绿色低碳清单": its first words will do where a list is named
                yield (
                    re.compile(
                        rf"(?:{begun})(?:的)?(?:20\d{{2}}年度?)?(?:的)?(?:重点)?(?:工作)?(?:任务)?(?:清单|任务书|任务表)"
                    ),
                    EntityKind.DOCUMENT,
                    document.id,
                )
            beside = "|".join(
                (
                    *map(str, document.period),
                    "第[一二三四五六七八九十]",
                    "的(?:和|与|跟|、|以及|还有|都)",
                )
            )
            yield (
                re.compile(rf"{re.escape(subject)}(?:的)?(?={beside})"),
                EntityKind.DOCUMENT,
                document.id,
            )
        for form in sorted(_document_forms(document), key=len, reverse=True):
            if document.layout in _PLEDGES and form.endswith(_PLEDGED) and form != _PLEDGED:
                stem = re.escape(form.removesuffix(_PLEDGED))
                yield (
                    re.compile(rf"{stem}(?:{_BEFORE_PLEDGED})*{_PLEDGED}"),
                    EntityKind.DOCUMENT,
                    document.id,
                )
    reports = _at_home(corpus, Layout.WORK_REPORT)
    if are_one_series(reports):
        yield (
            re.compile(r"(?:20\d{2}年?(?:的)?)?(?:省)?(?:政府)?(?:工作)?报告(?![期会制度单书])"),
            EntityKind.DOCUMENT,
            reports[0].id,
        )
    plans = _at_home(corpus, Layout.ACTION_PLANS)
    if are_one_series(
        plans
    ):  # standing free: "行动计划里由谁牵头"; a plan's own name was found before
        yield (
            re.compile(
                r"(?:(?<![\u4e00-\u9fff”》])|(?<=[按据照在和与跟而年]))行动计划(?![（(“”》])"
            ),
            EntityKind.DOCUMENT,
            plans[0].id,
        )
    lists = _at_home(corpus, Layout.TASK_LIST)
    if are_one_series(lists):
        yield re.compile(r"任务书"), EntityKind.DOCUMENT, lists[0].id
    for document in lists:
        for year in document.period:
            if sum(year in other.period for other in lists) == 1:
                yield (
                    re.compile(
                        rf"{year}年度?(?:的)?(?:重点)?(?:工作)?(?:任务清单|清单|任务书|任务)"
                    ),
                    EntityKind.DOCUMENT,
                    document.id,
                )


def placed_patterns(corpus: Corpus) -> Iterable[tuple[re.Pattern[str], EntityKind, str]]:
    """Names of documents of another place than most, which say that place: they come before the
    names that mean the home's documents (烟台2025年工作报告)."""
    for document in corpus.documents:
        if not document.place:
            continue
        place = rf"{short_place(document.place)}[省市县区州]?"
        for form in sorted(_document_forms(document), key=len, reverse=True):
            if re.search(place, form):
                yield re.compile(re.escape(form)), EntityKind.DOCUMENT, document.id
        if document.layout is Layout.WORK_REPORT:
            year = r"(?:20\d{2}年?(?:的)?)?"
            yield (
                re.compile(rf"{year}{place}(?:的)?{year}(?:政府)?(?:工作)?报告(?![期会制度单书])"),
                EntityKind.DOCUMENT,
                document.id,
            )


def _at_home(corpus: Corpus, layout: Layout) -> list[Document]:
    """The documents of one layout that need not be named by their place."""
    return [d for d in corpus.documents if d.layout is layout and not d.place]


def plan_patterns(corpus: Corpus) -> Iterable[tuple[re.Pattern[str], EntityKind, str]]:
    """Looser names of plans: 营商环境计划, 科技研发行动计划, 民生改善创新计划."""
    units = dict.fromkeys(task.unit for task in corpus.tasks if _PLAN_ENDING.search(task.unit))
    for unit in units:
        core = _PLAN_KIND.sub("", _PLAN_ENDING.sub("", unit))
        yield re.compile(rf"[“\"《]?{re.escape(core)}[”\"》]?{_PLAN_WORDS}"), EntityKind.UNIT, unit
    for unit in units:
        core = _PLAN_KIND.sub("", _PLAN_ENDING.sub("", unit))
        for length in range(2, len(core)):
            stem = core[:length]
            if sum(other.startswith(stem) for other in units) == 1 and is_noun(stem):
                yield (
                    re.compile(rf"{_WORD_START}{re.escape(stem)}{_PLAN_WORDS}"),
                    EntityKind.UNIT,
                    unit,
                )
    for unit in units:  # "信息技术产业计划" for 新一代信息技术产业行动计划
        core = _PLAN_KIND.sub("", _PLAN_ENDING.sub("", unit))
        for start in range(1, len(core) - LONG + 1):
            tail = core[start:]
            if sum(tail in other for other in units) == 1:
                yield re.compile(rf"{re.escape(tail)}{_PLAN_WORDS}"), EntityKind.UNIT, unit
    for unit in units:  # "民生改善任务"
        core = _PLAN_KIND.sub("", _PLAN_ENDING.sub("", unit))
        if len(core) >= LONG:
            yield re.compile(rf"{re.escape(core)}(?=的?(?:主要|重点)?任务)"), EntityKind.UNIT, unit
    for unit in units:  # then by the kind's own word alone: "新一代信息技术产业计划" → its core
        core = _PLAN_ENDING.sub("", unit)
        yield re.compile(rf"{re.escape(core)}(?=[里中的第])"), EntityKind.UNIT, unit
