"""The scope of a question (documents, places, years …): whether it has one of its own, and what it
keeps of an earlier one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.understanding.query import Outlook, Query
from corpus.models import Corpus

_WHOLE_PROVINCE = re.compile(r"全省|省里|我省")
_PROVINCE_LEVEL = re.compile(
    r"省(?:里|级(?=由|层面|是|哪|谁|归|牵|负|的?(?:牵头|责任))|上(?!下)|直|政府(?!工作))"
)
_CITY_LEVEL = re.compile(
    r"(?<![城全各])市(?:里|级(?=由|层面|是|哪|谁|归|牵|负|的?(?:牵头|责任))|上(?![市下])|政府)"
)


@cache
def names_of_home(home: str) -> re.Pattern[str]:
    """The words for ``home``, the place that most documents are of, as a whole: its name, but not as
    the first word of another, and 全省 or 我省."""
    named = (
        rf"|{re.escape(home)}(?!半岛|[\u4e00-\u9fff]?[河江湖山](?![里上中])|自[贸由])"
        if home
        else ""
    )
    return re.compile(rf"全省|我省{named}")


def names_whole_province(text: str) -> bool:
    """Whether a question asks for the province as a whole, not for one of its places."""
    return _WHOLE_PROVINCE.search(text) is not None


def names_province_level(text: str) -> bool:
    """Whether a question asks for what the province itself has in hand ("省级由哪个厅牵头")."""
    return _PROVINCE_LEVEL.search(text) is not None


def names_city_level(text: str) -> bool:
    """Whether a question asks for what a city itself has in hand ("市里谁负责")."""
    return _CITY_LEVEL.search(text) is not None


def has_own_scope(query: Query) -> bool:
    """Whether a question says itself where or when it is to be answered from."""
    return bool(
        query.documents
        or query.units
        or query.places
        or query.years
        or query.reference
        or query.series
        or query.bodies
        or names_whole_province(query.text)
    )


def limited_to(query: Query, documents: tuple[str, ...]) -> Query:
    """``query`` limited to some documents; what it named outside of them stays unanswerable."""
    own = tuple(d for d in query.documents if d in documents) or documents
    parts = tuple(limited_to(part, documents) for part in query.parts)
    return replace(query, documents=own, parts=parts)


def documents_kept(documents: tuple[str, ...], outlook: Outlook, corpus: Corpus) -> tuple[str, ...]:
    """What of the documents spoken of a further question stays with: asked for results after a
    document that only promises, it means whatever document reports them."""
    if outlook is not Outlook.BACK:
        return documents
    return tuple(d for d in documents if d in corpus.reporting_documents)
