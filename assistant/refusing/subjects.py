"""Whose figure a question asks for: the words right before what is measured.

"农机装备产业2025年营业收入多少" asks for the turnover of one industry; that of a wider one, or of
another beside it, reads like an answer and is none.
"""

from __future__ import annotations

import re

from assistant.ranking import Choice
from assistant.understanding.heads import is_abstract
from assistant.understanding.query import Intent, Query
from index.retrieval import Field
from index.terms import Term
from index.tokenizing import is_place

_SIZE = re.compile(
    r"营业总?收入|营收|总?产值|销售(?:总?收入|额)|总收入|利润(?:总额)?|增加值|(?<=产业)(?:总?规模|体量)|(?<=行业)(?:总?规模|体量)|(?<=经济)(?:总?规模|体量)"
    r"|(?<=产业)(?=20\d\d年[^，。？?]{0,4}规模)|(?<=经济)(?=20\d\d年[^，。？?]{0,4}规模)"
)
"""What the size of an industry, or of firms of one kind, is told by."""
_ASKS = re.compile(r"多少|几|多大|多高|什么|目标|[？?]?$")
_ASKING = re.compile(r"多少|几|什么|哪")
_PAUSE = re.compile(r"[，。；？?、：:]")
_NOT_ITS_OWN = re.compile(
    r"(?<!\d)20\d\d年?|这一?块|方面|领域|[今去明后]年|年[底末初]|规模以上|规上|全省|我省|省内|到|的|在|年|全|总|要|里|咱们?|计划|目标|力争|预计"
)
_GENERIC = frozenset(
    "产业 企业 行业 经济 市场 领域 公司 单位 规模 制造业 服务业 全年 年度 营业 收入 产值 营收 亿元 万亿 目标 达到 方面 全行业".split()
)
_HELD = 0.4
"""A word held less than this by a clause has no form there; below it lie chance likenesses."""
_KNOWN = 0.6


def is_of_another_industry(query: Query, best: Choice, field: Field) -> bool:
    """Whether the size of an industry is asked for, and the passage has not the word that tells it
    from others."""
    if query.intent is Intent.COMPARE:
        return False
    for match in _SIZE.finditer(query.text):
        if not _ASKS.search(query.text, match.end()):
            continue
        before = _PAUSE.split(query.text[: match.start()])[-1]
        before = before.replace(query.home, " ") if query.home else before
        compound = "".join(_NOT_ITS_OWN.sub(" ", before).split()[-1:])
        if _ASKING.search(compound):
            continue  # "每天多少吨的规模": asked before
        own = [
            (term, column)
            for column, term in enumerate(field.terms)
            if term.word in compound and _tells_apart(term.word, query.home)
        ]
        if own and any(_is_lacking(term, column, best, field) for term, column in own):
            return True
    return False


def _tells_apart(word: str, home: str) -> bool:
    return (
        len(word) > 1
        and word not in _GENERIC
        and not is_abstract(word, home)
        and not is_place(word)
    )


def _is_lacking(term: Term, column: int, best: Choice, field: Field) -> bool:
    """Whether neither the passage nor its headings have a word that the documents know."""
    headings = f"{best.task.title} {best.task.unit} {' '.join(best.task.path)}"
    if any(form in headings for form in term.forms):
        return False
    return float(field.in_clauses[best.clause_place, column]) < _HELD
