"""The intent of a question: its asking words, weighed against what it names."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.intents import AskingWords
from assistant.understanding.query import DUTIES, Asked, Intent, Query
from assistant.understanding.roles import BODIES
from assistant.understanding.row_words import by_subject, names_rows

_HOW_OFTEN = re.compile(r"(?:多少|几)(?:项|条|件|处|次)")
"""Of a person named: the tasks that name them."""
_COUNTS = re.compile(r"(?:多少|几)(?:项|条|件|处|次)[\u4e00-\u9fff]{2}")
_HOW_MANY = re.compile(r"(?:哪[几些]|几|多少)[项条件]")
_PEOPLE_LISTED = re.compile(
    rf"(?:哪些|哪几[个家]?|什么|哪个|哪家)(?:{BODIES}|(?:责任|负责|联系)?人|领导|同志)"
    r"|(?:配合|参与|牵头|责任|负责)(?:单位|部门|方|人)[又还都各]*(?:有|是|包括|为)?(?:哪些|谁|哪几)"
)
_ROWS = re.compile(r"哪[些几一]?[项条件](?!指标|数据)")
_EACH_BY_WHOM = re.compile(r"哪[些几][项条件].*[，,；;、](?:分别|各自?|都)(?:是|由|归)?谁")
"""Rows are asked for, and beside them who answers for each."""
_WHO_DOES = re.compile(r"(?:让|由|归|是)谁(?:来)?(?:牵头|负责|主抓|做|办|管|抓)")


def intent_of(query: Query, asking: AskingWords) -> Intent:
    """What kind of reply ``query`` wants; ``asking`` is what its asking words say."""
    in_a_role = any(body.role for body in query.bodies) and not _COUNTS.search(query.text)
    if (query.people or in_a_role) and _HOW_OFTEN.search(query.text):
        asking = replace(asking, counts_tasks=True)
    if asking.greeting:
        return Intent.OUT_OF_SCOPE
    if Asked.CONTACT in query.asks:
        return Intent.CONTACT
    rows_asked = (asking.counts_tasks or asking.lists) and query.reference is None
    if rows_asked and _HOW_MANY.search(query.text) and _wants_rows(query, asking):
        return Intent.LIST if asking.lists else Intent.COUNT
    if asking.checks and len(query.terms) > 2:
        return Intent.CHECK
    if asking.about_corpus:
        return Intent.CORPUS
    if query.reference is not None:
        return Intent.LOOKUP
    if _wants_rows(query, asking):
        return Intent.COUNT if asking.counts_tasks and not asking.lists else Intent.LIST
    if asking.compares:
        return Intent.COMPARE
    asks = query.asks
    if asks & DUTIES:
        return Intent.RESPONSIBLE
    if Asked.DATE in asks:
        return Intent.DEADLINE
    return Intent.FIGURE if Asked.FIGURE in asks else Intent.OPEN


def _wants_rows(query: Query, asking: AskingWords) -> bool:
    """Whether tasks are to be listed or counted, within something that limits them."""
    limits = query.people or query.bodies or query.months
    if names_rows(query.text):
        return bool(limits)
    if not (asking.counts_tasks or asking.lists):
        return False
    listed = _PEOPLE_LISTED.search(query.text) and not _ROWS.search(query.text)
    if listed and not asking.counts_tasks:
        return False
    beside = query.months or _EACH_BY_WHOM.search(query.text)
    if query.asks & DUTIES and _WHO_DOES.search(query.text) and not beside:
        return False
    scope = query.headings or query.series or query.units or query.documents or query.wanted_units
    return bool(limits or scope or by_subject(query.text))
