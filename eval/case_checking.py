"""Checking case files before anyone trusts a score: ``python -m eval.case_checking FILES``.

A wrong case is worse than none: it makes a right answer count as wrong. The checks need no index
and no model: form (what SCHEMA asks of each kind), quotes (verbatim, in one document, once), facts
(their digits stand where the case says) and places (the quote lies in the task named).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.models import Verdict
from corpus.errors import CorpusError
from corpus.models import Corpus, Task
from corpus.reading import read_corpus
from corpus.script import simplify
from eval.cases import read_cases
from eval.errors import CaseFileError
from eval.grounding import place_of
from eval.models import Case, GoldCitation, Kind
from eval.wording import normalised, same_label

QUOTE_LENGTH = range(8, 41)
"""Characters of a quote: shorter ones are seldom unique, longer ones cross a change of line."""

# These kinds read a fact off a passage. The others count, compare or put together, so that a digit
# of their facts may stand nowhere ("11项").
_READ_OFF = frozenset(Kind) - {Kind.COUNT, Kind.LIST, Kind.COMPARE, Kind.MULTI, Kind.VERIFY}
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LATIN_WORDS = re.compile(r"^[^\u3400-\u9fff]*[A-Za-z]+ [A-Za-z]+ [A-Za-z]+")
_UNIT_LABEL = re.compile(r"^([^、]{1,3})、")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one case, in words for its writer."""

    case_id: str
    message: str

    def __str__(self) -> str:
        return f"{self.case_id}：{self.message}"


def check_cases(cases: Sequence[Case], corpus: Corpus) -> list[Problem]:
    """All problems of ``cases``, in their order; [] where every case can be trusted."""
    texts = {document: normalised(source) for document, source in corpus.sources.items()}
    problems = list(repeated(cases))
    for case in cases:
        problems += form_problems(case)
        problems += quote_problems(case, texts)
        problems += fact_problems(case, texts)
        problems += place_problems(case, corpus)
    return problems


def repeated(cases: Iterable[Case]) -> Iterator[Problem]:
    """Ids that occur twice, and questions asked twice after the same history."""
    ids: Counter[str] = Counter()
    asked: dict[tuple[str, ...], str] = {}
    for case in cases:
        ids[case.id] += 1
        if ids[case.id] == 2:
            yield Problem(case.id, "编号重复，请改名")
        said = (*map(normalised, case.history), normalised(case.question))
        first = asked.setdefault(said, case.id)
        if first != case.id:
            yield Problem(case.id, f"与 {first} 问的是同一句，请删去一条")


def form_problems(case: Case) -> Iterator[Problem]:
    """What SCHEMA asks of the case's kind beyond the types of its fields."""

    def wrong(message: str) -> Problem:
        return Problem(case.id, message)

    if case.kind is Kind.FOLLOWUP and not case.history:
        yield wrong("followup 要有 history")
    if case.kind is Kind.TRADITIONAL and simplify(case.question) == case.question:
        yield wrong("traditional 的问题里没有繁体字")
    if case.kind is Kind.ENGLISH and not _LATIN_WORDS.search(case.question):
        yield wrong("english 的问题不是英文")
    if case.kind is Kind.UNANSWERABLE and case.answerable:
        yield wrong("unanswerable 的 answerable 应为 false")
    if case.kind is Kind.VERIFY:
        yield from _verify_problems(case)
    elif case.answerable and not (case.facts and case.citations):
        yield wrong("可答的问题要有 facts 和 citations")
    elif not case.answerable and case.citations:
        yield wrong("不可答的问题不应有 citations")
    for wording in case.forbidden:
        if any(normalised(wording) in normalised(good) for fact in case.facts for good in fact):
            yield wrong(f"forbidden「{wording}」含在自己的 facts 里，没有答案能对")


def _verify_problems(case: Case) -> Iterator[Problem]:
    unfounded = case.verdict is Verdict.NOT_FOUND
    if unfounded and case.answerable:
        yield Problem(case.id, "not_found 的 answerable 应为 false")
    if not unfounded and not case.citations:
        yield Problem(case.id, "supported、contradicted 要有 citations")


def quote_problems(case: Case, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Quotes of a wrong length, not verbatim, or found more than once in the whole corpus.

    ``texts`` are the normalised sources by document id.
    """
    for citation in case.citations:
        quote = citation.quote
        if len(quote) not in QUOTE_LENGTH:
            yield Problem(case.id, f"「{quote}」有{len(quote)}字，应为8–40字")
        if citation.doc not in texts:
            yield Problem(case.id, f"没有文件 {citation.doc}")
            continue
        found = {document: _count(normalised(quote), text) for document, text in texts.items()}
        if not found[citation.doc]:
            yield Problem(case.id, f"「{quote}」不在 {citation.doc} 中，请照原文改")
        elif sum(found.values()) > 1:
            where = "、".join(document for document, times in found.items() if times)
            yield Problem(case.id, f"「{quote}」出现不止一次（{where}），请取更长的一段")
    twice = [quote for quote, n in Counter(c.quote for c in case.citations).items() if n > 1]
    for quote in twice:
        yield Problem(case.id, f"「{quote}」引了两次")


def fact_problems(case: Case, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Facts read off a passage none of whose wordings has its numbers in the cited documents."""
    if case.kind not in _READ_OFF:
        return
    cited = {citation.doc for citation in case.citations}
    known = {
        number
        for document, text in texts.items()
        if document in cited
        for number in _NUMBER.findall(text)
    }
    for fact in case.facts:
        if not any(set(_NUMBER.findall(normalised(wording))) <= known for wording in fact):
            yield Problem(case.id, f"facts「{fact[0]}」的数字不在所引文件中，请核对")


def place_problems(case: Case, corpus: Corpus) -> Iterator[Problem]:
    """Quotes that lie in no task, or in another task than the citation names."""
    for citation in case.citations:
        place = place_of(citation, corpus)
        if place is None:
            yield Problem(case.id, f"「{citation.quote}」不在任何一条任务中，请照原文改或查解析")
            continue
        task = corpus.tasks_by_id[place.task_id]
        if not names(citation, task):
            said = f"{citation.unit}·{citation.number}"
            yield Problem(case.id, f"「{citation.quote}」在 {task.id}，不在所写的 {said}")


def names(citation: GoldCitation, task: Task) -> bool:
    """Whether the citation's unit and number are those of ``task``.

    A unit is the task's own unit, a heading over it, or the labels of its headings written in one
    ("三（二）"); an empty unit leaves it open.
    """
    if citation.doc != task.document_id or not same_label(citation.number, task.number):
        return False
    headings = [task.unit, *task.path]
    labels = [match.group(1) for heading in headings if (match := _UNIT_LABEL.match(heading))]
    _, *place = task.id.split("/")
    joined = ["".join(place[:end]) for end in range(1, len(place))]
    wanted = normalised(citation.unit)
    return not wanted or wanted in map(normalised, (*headings, *labels, *joined))


def _count(quote: str, text: str) -> int:
    """How often ``quote`` occurs in ``text``, overlapping occurrences too."""
    times, at = 0, text.find(quote)
    while at >= 0:
        times, at = times + 1, text.find(quote, at + 1)
    return times


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files named; 0 where all is well, 1 where a case is wrong, 2 on wrong use."""
    parser = argparse.ArgumentParser(prog="python -m eval.case_checking", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="用例文件（.jsonl）")
    files: list[Path] = parser.parse_args(arguments).files
    absent = [str(file) for file in files if not file.is_file()]
    if absent:
        parser.error(f"没有这些文件：{'、'.join(absent)}")
    try:
        cases = [case for file in files for case in read_cases(file)]
        problems = check_cases(cases, read_corpus())
    except (CaseFileError, CorpusError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    sys.stdout.write(f"{len(cases)} 条用例，{len(problems)} 处问题\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
