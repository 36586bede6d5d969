"""Opening a built index for search, and asking it everything it knows about one question."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index import storage
from index.building import (
    ASKED_FOLDER,
    ASKED_GRAMS_FOLDER,
    CLAUSES_FOLDER,
    GRAMS_FOLDER,
    TASKS_FOLDER,
    VOCABULARY_FILE,
    WORDS_FOLDER,
    origin_of,
)
from index.dense import DenseIndex
from index.errors import MEND, IndexDamaged
from index.fusion import (
    ASKED_GRAMS,
    ASKED_VECTOR,
    CLAUSE_VECTOR,
    GRAMS,
    TASK_VECTOR,
    WORDS,
    Places,
    Scores,
    best_of_groups,
    filled,
)
from index.lexical import LexicalIndex
from index.tokenizing import Tokenizer, grams

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpus.models import Corpus
    from index.embedding import Embedder, Vectors


@dataclass(frozen=True, slots=True)
class Signals:
    """What each search says of each task, in the order of ``SearchIndex.task_ids``.

    by_name       one score a task under the names in ``fusion``, each on a scale of its own
    clauses       the score of every clause against the question, in the order of ``clause_ids``
    best_clauses  place in ``clause_ids`` of each task's best clause, -1 for a task without one
    asked         the score of the everyday question about a clause that is most alike, for every
                  clause; -1 for one without
    """

    by_name: dict[str, Scores]
    clauses: Scores
    best_clauses: Places
    asked: Scores


@dataclass(frozen=True)
class ExpansionIndex:
    """The expansions of a corpus, searched. ``clauses`` gives the place of each expansion's clause,
    ``questions`` the expansion of each question."""

    vectors: DenseIndex
    grams: LexicalIndex
    clauses: Places
    questions: Places

    def scores(self, tokens: Sequence[str], vector: Vectors, clauses: int) -> tuple[Scores, Scores]:
        """For every one of ``clauses`` clauses the best score by grams and by vector; -1 where it
        has no expansion."""
        lexical = np.full(clauses, -1.0, dtype=np.float32)
        np.maximum.at(lexical, self.clauses, self.grams.scores(tokens))
        dense = np.full(clauses, -1.0, dtype=np.float32)
        np.maximum.at(dense, self.clauses[self.questions], self.vectors.scores(vector))
        return lexical, dense


@dataclass(frozen=True)
class SearchIndex:
    """An index ready for questions. ``owners`` gives each clause's place in ``task_ids``."""

    manifest: storage.Manifest
    folder: Path
    tokenizer: Tokenizer
    words: LexicalIndex
    grams: LexicalIndex
    clauses: DenseIndex
    tasks: DenseIndex
    task_ids: tuple[str, ...]
    clause_ids: tuple[str, ...]
    owners: Places
    expansions: ExpansionIndex | None = None

    def signals(self, plain: str, vector: Vectors, more_words: Sequence[str] = ()) -> Signals:
        """Every signal for one question in plain form and its query vector.

        ``more_words`` are searched beside the question's own: synonyms, terms of the lexicon.
        """
        widened = " ".join((plain, *more_words))
        clause_scores = self.clauses.scores(vector)
        best, places = best_of_groups(clause_scores, self.owners, len(self.task_ids))
        by_name = {
            WORDS: self.words.scores(self.tokenizer.words(widened)),
            GRAMS: self.grams.scores(grams(widened)),
            CLAUSE_VECTOR: best,
            TASK_VECTOR: self.tasks.scores(vector),
        }
        asked = np.full(len(clause_scores), -1.0, dtype=np.float32)
        if self.expansions is not None:
            lexical, asked = self.expansions.scores(grams(plain), vector, len(clause_scores))
            for name, scores, own in (
                (ASKED_GRAMS, lexical, by_name[GRAMS]),
                (ASKED_VECTOR, asked, best),
            ):
                of_tasks, _ = best_of_groups(scores, self.owners, len(self.task_ids))
                by_name[name] = filled(of_tasks, of_tasks >= 0, own)
        return Signals(by_name=by_name, clauses=clause_scores, best_clauses=places, asked=asked)


def open_index(home: Path, corpus: Corpus, embedder: Embedder) -> SearchIndex:
    """The index in use, checked against what it has to belong to.

    Raises IndexMissing where none was built, IndexMismatch where it is of other documents, another
    model or older rules, IndexDamaged where a file is not what was written.
    """
    folder = storage.current_folder(home)
    manifest = storage.read_manifest(folder)
    storage.check_origin(manifest, origin_of(corpus, embedder))
    storage.check_files(folder, manifest)
    tasks = DenseIndex.load(folder / TASKS_FOLDER)
    clauses = DenseIndex.load(folder / CLAUSES_FOLDER)
    if tasks.ids != tuple(task.id for task in corpus.tasks):
        raise IndexDamaged(f"索引里的任务与文件不符。{MEND}")
    place = {task_id: number for number, task_id in enumerate(tasks.ids)}
    owner = {clause.id: place[clause.task_id] for clause in corpus.clauses()}
    learnt = json.loads((folder / VOCABULARY_FILE).read_text(encoding="utf-8"))
    return SearchIndex(
        manifest=manifest,
        folder=folder,
        tokenizer=Tokenizer(learnt, home / "cache"),
        words=LexicalIndex.load(folder / WORDS_FOLDER),
        grams=LexicalIndex.load(folder / GRAMS_FOLDER),
        clauses=clauses,
        tasks=tasks,
        task_ids=tasks.ids,
        clause_ids=clauses.ids,
        owners=np.asarray([owner[clause_id] for clause_id in clauses.ids], dtype=np.int64),
        expansions=_expansions(folder, corpus, clauses.ids) if corpus.expansions else None,
    )


def _expansions(folder: Path, corpus: Corpus, clause_ids: Sequence[str]) -> ExpansionIndex:
    place = {clause_id: number for number, clause_id in enumerate(clause_ids)}
    questions = [
        number for number, expansion in enumerate(corpus.expansions) for _ in expansion.asked
    ]
    return ExpansionIndex(
        vectors=DenseIndex.load(folder / ASKED_FOLDER),
        grams=LexicalIndex.load(folder / ASKED_GRAMS_FOLDER),
        clauses=np.asarray([place[e.clause_id] for e in corpus.expansions], dtype=np.int64),
        questions=np.asarray(questions, dtype=np.int64),
    )
