"""Reading the whole corpus: register → files → parsers → tasks (and their expansions). Start here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from corpus.errors import SourceUnreadable
from corpus.expanding import read_expansions
from corpus.layouts import (
    action_plans,
    spaced_pledge_table,
    tabbed_pledge_table,
    task_list,
    work_report,
)
from corpus.layouts.drafts import Draft, Parser, finish
from corpus.models import Corpus, Document, Layout, Skipped, Task
from corpus.register import CORPUS_FOLDER, read_register, read_source

EXPANSIONS = "expansions"
"""Name of the folder, beside the documents, of the everyday questions about them."""

_PARSERS: dict[Layout, Parser] = {
    Layout.SPACED_PLEDGE_TABLE: spaced_pledge_table.parse,
    Layout.TABBED_PLEDGE_TABLE: tabbed_pledge_table.parse,
    Layout.WORK_REPORT: work_report.parse,
    Layout.ACTION_PLANS: action_plans.parse,
    Layout.TASK_LIST: task_list.parse,
}


def read_corpus(folder: Path = CORPUS_FOLDER) -> Corpus:
    """All registered documents, parsed.

    Raises a CorpusError that names the file where one is missing, changed or unreadable.
    """
    documents = read_register(folder)
    sources = {document.id: read_source(document, folder) for document in documents}
    tasks: list[Task] = []
    skipped: list[Skipped] = []
    for document in documents:
        found, left = parse_document(document, sources[document.id])
        tasks += found
        skipped += left
    expansions, stale = read_expansions(folder / EXPANSIONS, documents, tasks)
    return Corpus(documents, tuple(tasks), tuple(skipped), sources, expansions, stale)


def parse_document(document: Document, source: str) -> tuple[list[Task], list[Skipped]]:
    """The tasks of one document, and what of its text belongs to none.

    Raises SourceUnreadable where the layout finds no task at all, or one id twice.
    """
    tasks: list[Task] = []
    skipped: list[Skipped] = []
    for found in _PARSERS[document.layout](document, source):
        if isinstance(found, Draft):
            tasks.append(finish(document, found))
        else:
            skipped.append(found)
    if not tasks:
        raise SourceUnreadable(
            f"按版式 {document.layout} 没有在 {document.file} 中找到任何任务，请检查登记的 layout。"
        )
    twice = [task_id for task_id, n in Counter(task.id for task in tasks).items() if n > 1]
    if twice:
        raise SourceUnreadable(
            f"{document.file} 中有重复的任务编号 {twice[:3]}，请检查源文件或 layout。"
        )
    return tasks, skipped
