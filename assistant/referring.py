"""Who is meant by 他 or 这位, in a question about the person that the answer before it named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.query import Intent, Query
from corpus.models import Task

_PERSON = re.compile(r"[他她](?!们|[人杀])|(?:这|那|该|同)一?位(?!数)|此人|同一个人")
_DUTIES = re.compile(
    r"(?:还|另外|其他|别的|一共|总共|名下|手[里上]|同时).{0,12}(?:管|负责|牵头|分管|抓|承担|有|担|揽|责任)"
    r"|(?:管|负责|牵头|分管|抓|承担|担)(?:着|了|的)?.{0,4}(?:哪|什么|啥|多少|几)"
)


def with_person(query: Query, spoken_of: Sequence[Task]) -> Query:
    """``query``, asking for the tasks of the one person that the tasks spoken of name; as it is where
    it asks for something else, or where several are named."""
    if query.people or not spoken_of or not _PERSON.search(query.question):
        return query
    task = spoken_of[0]
    names = tuple(named.name for named in task.duty.people)
    if len(names) != 1 or not _DUTIES.search(query.question):
        return query
    return replace(
        query,
        intent=Intent.LIST,
        people=names,
        documents=(task.document_id,),
        units=(task.unit,),
        headings=(),
        bodies=(),
        months=(),
        reference=None,
    )
