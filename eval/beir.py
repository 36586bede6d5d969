"""Export in BEIR's form, so that others can run their retrievers on our cases.

    corpus.jsonl   {"_id", "title", "text", "metadata"}, a task a line
    queries.jsonl  {"_id", "text", "metadata"}, an answerable question a line
    qrels/<split>.tsv   query-id, corpus-id, score (1 for every task that carries a fact)
    README.md      the data card

Thakur et al. 2021; the three files load with ``beir.datasets.data_loader.GenericDataLoader``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpus.models import Corpus
from eval.cases import sha256_of
from eval.grounding import corpus_sha256
from eval.models import GroundedCase, Kind
from eval.storing import write_whole


def export(folder: Path, splits: Mapping[str, tuple[GroundedCase, ...]], corpus: Corpus) -> None:
    """Writes the data set; ``splits`` maps the name of a split to its cases.

    Left out are statements to verify, follow-ups (a retriever sees one question) and cases that no
    task answers.
    """
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    kept = {name: tuple(filter(_is_query, cases)) for name, cases in splits.items()}
    _write_lines(
        folder / "corpus.jsonl",
        (
            {
                "_id": task.id,
                "title": task.locator,
                "text": task.plain,
                "metadata": {"document": task.document_id, "unit": task.unit},
            }
            for task in corpus.tasks
        ),
    )
    _write_lines(
        folder / "queries.jsonl",
        (
            {
                "_id": one.case.id,
                "text": one.case.question,
                "metadata": {"kind": one.case.kind.value, "split": name},
            }
            for name, cases in kept.items()
            for one in cases
        ),
    )
    for name, cases in kept.items():
        lines = ["query-id\tcorpus-id\tscore"]
        lines += [f"{one.case.id}\t{task}\t1" for one in cases for task in one.gold_tasks]
        write_whole(folder / "qrels" / f"{name}.tsv", "\n".join(lines) + "\n")
    write_whole(folder / "README.md", data_card(kept, corpus))


def _version(splits: Mapping[str, tuple[GroundedCase, ...]]) -> str:
    return sha256_of(one.case for cases in splits.values() for one in cases)


def _is_query(one: GroundedCase) -> bool:
    case = one.case
    asked = case.kind is not Kind.VERIFY and not case.history
    return asked and case.answerable and bool(one.gold_tasks)


def _write_lines(file: Path, rows: Iterable[Mapping[str, object]]) -> None:
    write_whole(file, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def data_card(splits: Mapping[str, tuple[GroundedCase, ...]], corpus: Corpus) -> str:
    """What is in the set, where it comes from, and what it is not good for."""
    kinds = Counter(one.case.kind.value for cases in splits.values() for one in cases)
    per_document = Counter(task.document_id for task in corpus.tasks)
    generated = sum(one.case.generated for cases in splits.values() for one in cases)
    total = sum(map(len, splits.values()))
    return "\n".join(
        [
            "# Retrieval over Chinese government commitments",
            "",
            "Questions on numbered tasks of public documents of the Shandong provincial government,",
            "each with the tasks that carry its answer. BEIR format.",
            "",
            "| document | title | tasks |",
            "|---|---|---:|",
            *(f"| {d.id} | {d.title} | {per_document[d.id]} |" for d in corpus.documents),
            "",
            "| split | questions | judgements |",
            "|---|---:|---:|",
            *(
                f"| {name} | {len(cases)} | {sum(len(one.gold_tasks) for one in cases)} |"
                for name, cases in splits.items()
            ),
            "",
            "Kinds: " + "、".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) + ".",
            "",
            f"**How made.** {total - generated} questions were written by reading the documents, "
            "without running any system;",
            f"{generated} were made from the parsed tasks by templates, seeded. Every judgement "
            "rests on a verbatim quote that is unique in the corpus.",
            "",
            "**How checked.** Form, quotes and places by `python -m eval.case_checking`; meaning by "
            "reading. The writers are the developers of the assistant in this repository.",
            "",
            "**Fields.** corpus: `_id` (document/path/number), `title` (the place as printed), `text` "
            "(simplified script, as searched), `metadata.document`, `metadata.unit`; queries: `_id`, "
            "`text`, `metadata.kind`, `metadata.split`; qrels: 1 for every task with a gold quote.",
            "",
            "**Left out.** Statements to verify, questions that need the chat before them, questions "
            "that no task answers: a retriever alone cannot be judged on these.",
            "",
            "**Use.** Tune on `train`, choose on `dev`, report on `test` once.",
            "",
            "**Limits.** Judgements are not exhaustive: another task may answer an open question too, "
            "so precision is a lower bound. Some documents are held in part only; what lies outside "
            "is not judged. One province, one style of document, Chinese (a few questions in English "
            "and in traditional script). The documents are public; named officials appear as printed.",
            "",
            f"**Version.** Documents {corpus_sha256(corpus)[:12]}, cases {_version(splits)[:12]} (sha256).",
            "",
            "**Licence.** Questions and judgements Apache-2.0; the documents are public documents of "
            "their issuers.",
            "",
        ]
    )
