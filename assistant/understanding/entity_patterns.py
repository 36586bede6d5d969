"""Looser names of documents and plans, as patterns made from what the corpus holds: 先行区2023年任务清单,
营商环境计划; and the form that names of plans have in general."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.understanding.editions import are_one_series
from assistant.understanding.entity_forms import (
    LONG,
    PLAN_ENDING,
    document_forms,
)
from assistant.understanding.named import EntityKind
from corpus.models import PLEDGE_LAYOUTS, Corpus, Document, Layout
from corpus.places import short_place
from index.tokenizing import is_noun

NamePattern = tuple[re.Pattern[str], EntityKind, str]
"""A pattern for a name, the kind of what it names, and its canonical name or id."""

PROVINCIAL = re.compile(
    r"(?<![本我全各跨])省(?![内际外域])(?:直)?(?:委)?(?![\u4e00-\u9fff]{0,3}(?:哪|什么|谁|几))[\u4e00-\u9fff]{2,9}?(?:厅|局|委(?!托|员)|(?<![举开承主兴创])办(?!法|理|公|好|事)|法院|检察院|院(?!校|士)|总队|总公司|集团)"
)
"""A body of a province by its form ("省…厅"), whether or not documents have it."""
_PLAN_KIND = re.compile(r"(?:创新|产业)$")
_PLAN_WORDS = r"(?:创新|产业)?(?:的|这|那)*(?:份|个)?(?:创新|产业)?(?:行动)?(?:计划|方案)"
# A name's first word alone names a plan only where no longer name can begin before it.
_WORD_START = r"(?:(?<![\u4e00-\u9fff])|(?<=[按据照在从依看由和与及里]))"
_UNKNOWN_PLAN = re.compile(r"[“\"《]?([\u4e00-\u9fff“”]{2,12}?)[”\"》]?行动计划")
_LIST_WORDS = r"(?:重点)?(?:工作)?(?:任务清单|任务书|任务表|任务|清单)"
_BEFORE_PLEDGED = r"在|于|里|中|的|各|(?:各|这|那|[几两二三四五六七八九十\d]+)?[个家](?:部门|单位|厅局|市)|部门|单位|厅局|20\d{2}年度?|当年|年度|一共|总共|合计|共|都|公布|公开|发布|作出|对外|向?社会|重点|工作|任务|\d{1,3}[项条]"
_PLEDGED = "承诺"
"""The word that the short names of pledge tables end in, the year or a number said before it."""
_BESIDE_SUBJECT = "第[一二三四五六七八九十]|的(?:和|与|跟|、|以及|还有|都)"
"""What stands behind a document's subject where it alone means the document, or one of its years."""
_WORK_REPORT = re.compile(r"(?:20\d{2}年?(?:的)?)?(?:省)?(?:政府)?(?:工作)?报告(?![期会制度单书])")
_ACTION_PLANS = re.compile(
    r"(?:(?<![\u4e00-\u9fff”》])|(?<=[按据照在和与跟而年]))行动计划(?![（(“”》])"
)
"""Standing free: "行动计划里由谁牵头"; a plan's own name was found before."""


def matches(
    text: str, patterns: Iterable[NamePattern]
) -> Iterable[tuple[EntityKind, str, int, int]]:
    """Where patterns stand in ``text``."""
    for pattern, kind, value in patterns:
        for match in pattern.finditer(text):
            yield kind, value, *match.span()


def subject_patterns(corpus: Corpus) -> Iterable[NamePattern]:
    """A document's subject with a word for its kind: 先行区2023年任务清单, 省直单位2024年一共承诺."""
    for document in corpus.documents:
        for pattern in (*_subject_names(document), *_pledge_names(document)):
            yield re.compile(pattern), EntityKind.DOCUMENT, document.id
    yield from _names_of_only_series(corpus)


def _subject_names(document: Document) -> Iterable[str]:
    for subject in sorted(document.subjects, key=len, reverse=True):
        yield rf"{re.escape(subject)}(?:建设)?(?:的|这|那)*(?:20\d{{2}}年度?)?(?:的|这|那)*(?:年初|年度)?(?:的)?(?:份)?(?:{_LIST_WORDS}|\d{{1,3}}[项条](?:重点|工作|任务)*)"
        begun = "|".join(re.escape(subject[:end]) for end in range(len(subject) - 1, 3, -1))
        if begun:  # "绿色低碳清单": its first words will do where a list is named
            yield rf"(?:{begun})(?:的)?(?:20\d{{2}}年度?)?(?:的)?(?:重点)?(?:工作)?(?:任务)?(?:清单|任务书|任务表)"
        beside = "|".join((*map(str, document.period), _BESIDE_SUBJECT))
        yield rf"{re.escape(subject)}(?:的)?(?={beside})"


def _pledge_names(document: Document) -> Iterable[str]:
    """The short names of a pledge table, with what may stand before their last word."""
    for form in sorted(document_forms(document), key=len, reverse=True):
        if document.layout in PLEDGE_LAYOUTS and form.endswith(_PLEDGED) and form != _PLEDGED:
            stem = re.escape(form.removesuffix(_PLEDGED))
            yield rf"{stem}(?:{_BEFORE_PLEDGED})*{_PLEDGED}"


def _names_of_only_series(corpus: Corpus) -> Iterable[NamePattern]:
    """Words for a kind of document that is only one at home, in one or more editions: 政府工作报告."""
    reports = _at_home(corpus, Layout.WORK_REPORT)
    if are_one_series(reports):
        yield _WORK_REPORT, EntityKind.DOCUMENT, reports[0].id
    plans = _at_home(corpus, Layout.ACTION_PLANS)
    if are_one_series(plans):
        yield _ACTION_PLANS, EntityKind.DOCUMENT, plans[0].id
    lists = _at_home(corpus, Layout.TASK_LIST)
    if are_one_series(lists):
        yield re.compile(r"任务书"), EntityKind.DOCUMENT, lists[0].id
    for document in lists:
        for year in document.period:
            if sum(year in other.period for other in lists) == 1:
                named = rf"{year}年度?(?:的)?(?:重点)?(?:工作)?(?:任务清单|清单|任务书|任务)"
                yield re.compile(named), EntityKind.DOCUMENT, document.id


def placed_patterns(corpus: Corpus) -> Iterable[NamePattern]:
    """Names of documents of another place than most, which say that place: they come before the
    names that mean the home's documents (烟台2025年工作报告)."""
    for document in corpus.documents:
        if not document.place:
            continue
        place = rf"{short_place(document.place)}[省市县区州]?"
        for form in sorted(document_forms(document), key=len, reverse=True):
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


def plan_patterns(corpus: Corpus) -> Iterable[NamePattern]:
    """Looser names of plans: 营商环境计划, 科技研发行动计划, 民生改善创新计划."""
    units = dict.fromkeys(task.unit for task in corpus.tasks if PLAN_ENDING.search(task.unit))
    for names in (_by_core, _by_first_words, _by_last_words, _by_tasks, _alone):
        for unit in units:
            for pattern in names(unit, units):
                yield re.compile(pattern), EntityKind.UNIT, unit


def _core(unit: str) -> str:
    return _PLAN_KIND.sub("", PLAN_ENDING.sub("", unit))


def _by_core(unit: str, units: Iterable[str]) -> Iterable[str]:
    yield rf"[“\"《]?{re.escape(_core(unit))}[”\"》]?{_PLAN_WORDS}"


def _by_first_words(unit: str, units: Iterable[str]) -> Iterable[str]:
    core = _core(unit)
    for length in range(2, len(core)):
        stem = core[:length]
        if sum(other.startswith(stem) for other in units) == 1 and is_noun(stem):
            yield rf"{_WORD_START}{re.escape(stem)}{_PLAN_WORDS}"


def _by_last_words(unit: str, units: Iterable[str]) -> Iterable[str]:
    """ "信息技术产业计划" for 新一代信息技术产业行动计划."""
    core = _core(unit)
    for start in range(1, len(core) - LONG + 1):
        tail = core[start:]
        if sum(tail in other for other in units) == 1:
            yield rf"{re.escape(tail)}{_PLAN_WORDS}"


def _by_tasks(unit: str, units: Iterable[str]) -> Iterable[str]:
    """ "民生改善任务"."""
    core = _core(unit)
    if len(core) >= LONG:
        yield rf"{re.escape(core)}(?=的?(?:主要|重点)?任务)"


def _alone(unit: str, units: Iterable[str]) -> Iterable[str]:
    """The name without its ending: "新一代信息技术产业里…"."""
    yield rf"{re.escape(PLAN_ENDING.sub('', unit))}(?=[里中的第])"


def unknown_plans(text: str) -> Iterable[tuple[EntityKind, str, int, int]]:
    """Action plans by their form; those the corpus holds were found before."""
    for match in _UNKNOWN_PLAN.finditer(text):
        named = re.split(r"[的里中]", match.group(1))[-1]
        if len(named) > 1 and not re.search(r"[这那哪几份]", named):
            start = match.start(1) + len(match.group(1)) - len(named)
            yield EntityKind.UNKNOWN_PLAN, text[start : match.end()], start, match.end()
