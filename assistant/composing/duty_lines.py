"""Tasks by the words of the line that says who answers for them ("只写“省有关部门、单位按职责分工负责”的")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import Corpus, Task

_QUOTED = re.compile(r"[“\"]([^”\"]{2,40})[”\"]")
_PLAIN = re.compile(
    r"(?:省|市)?(?:直)?(?:有关|相关)(?:部门|单位)(?:[、和及](?:部门|单位))?(?:按照?[^，。？?“”]{2,12}?负责)?"
    r"|按照?(?:职责|职能)(?:（[^）]{2,6}）)?分工(?:共同)?负责"
)
"""The words of such a line without quotation marks: a general phrase in place of a name, or no lead."""
_ASKED_FOR = re.compile(r"写|标|注|列|载|笼统|表述|点|挂|是[“\"]|为[“\"]")
"""Words that ask for what the line says, not for who is meant by it."""
_EITHER = re.compile(r"([\u4e00-\u9fff]{2})\\?（([\u4e00-\u9fff]{2})\\?）")


def duty_wording(text: str, corpus: Corpus) -> str:
    """The words of a duty line that a question limits the tasks to, "" for none."""
    if not _ASKED_FOR.search(text):
        return ""
    said = [words for words in _QUOTED.findall(text) if "负责" in words or _PLAIN.search(words)]
    said += [match.group() for match in _PLAIN.finditer(text)]
    return next((words for words in said if with_wording(corpus.tasks, words)), "")


def with_wording(tasks: Sequence[Task], words: str) -> list[Task]:
    """Of ``tasks`` those whose duty line has ``words``, "职责（职能）" standing for either."""
    pattern = re.compile(_forms(words))
    return [task for task in tasks if pattern.search(task.plain, task.body[1])]


def _forms(words: str) -> str:
    escaped = _EITHER.sub(r"(?:\1|\2)", re.escape(words))
    return re.sub(r"按照?", "按照?", escaped)
