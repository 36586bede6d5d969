"""The conditions of a selection in words, for the first line of its answer."""

from __future__ import annotations

from assistant.composing.holders import as_many_told
from assistant.understanding.query import Query
from assistant.understanding.selections import Selection
from corpus.models import Corpus

_HELD_TOLD = {
    "plain": "{}",
    "either": "{}之一",
    "denied": "没有{}",
    "except": "除去{}",
    "neither": "没有{}",
    "alone": "只有{}",
    "joint": "{}与别的单位联合",
    "merely": "{}只",
    "beside": "{}",
}
_ROLES_TOLD = {"any": "", "person": "责任人", "lead": "牵头", "participant": "参与（配合）"}
_MONTHS_TOLD = {
    "<": "早于{}月底",
    "≤": "不晚于{}月底",
    ">": "晚于{}月底",
    "≥": "不早于{}月底",
    "=": "{}月底前",
    "in": "{}月底前",
    "from to": "从{}月",
    "≠": "不是{}月底前",
}
_WORDS_TOLD = {
    "is": "只写“{}”",
    "states": "为“{}”",
    "has": "含“{}”",
    "lacks": "不含“{}”",
}


def conditions_told(query: Query, chosen: Selection, corpus: Corpus) -> str:
    """The conditions in words, for the first line of the answer."""
    titles = {d.id: d.number or f"《{d.title}》" for d in corpus.documents}
    parts = [titles.get(named, named) for named in chosen.documents]
    parts += [] if chosen.documents else [f"{year}年" for year in query.years]
    parts += chosen.units
    parts += [f"“{heading}”" for heading in chosen.headings]
    for held in chosen.held:
        how = "either" if held.either and held.how == "plain" else held.how
        names = _HELD_TOLD[how].format("、".join(held.names))
        role = _ROLES_TOLD[held.role]
        parts.append(f"{role}{names}" if held.role == "person" else f"{names}{role}")
    for due in chosen.due:
        words, months = _WORDS_TOLD.get(due.how), "、".join(map(str, due.months))
        told = words.format(due.words) if words else _MONTHS_TOLD[due.how].format(months)
        parts.append(f"完成时间{told}")
    for said in chosen.said:
        joined = ("”或“" if said.either else "”“").join(said.words)
        where = {"title": "标题有", "denied": "没有写到"}.get(said.how, "写到")
        parts.append(f"{where}“{joined}”")
    if many := as_many_told(query):
        parts.append(many)
    return "，".join(parts)
