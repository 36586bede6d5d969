"""Building an index from a corpus: what is searched, made once and written to the home folder.

corpus ─▶ learnt words ─▶ tokens ─▶ BM25 over words, BM25 over character grams
       ├▶ passages ─▶ vectors ─▶ one index over clauses, one over tasks
       └▶ expansions ─▶ BM25 over their grams, vectors of their questions
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.models import Corpus
from index import storage
from index.dense import DenseIndex
from index.errors import SearchIndexError
from index.lexical import LexicalIndex
from index.passages import (
    RECIPE_VERSION,
    clause_passage,
    expansion_words,
    task_passage,
    task_words,
)
from index.progress import Progress, silent
from index.tokenizing import TOKENIZER_VERSION, Tokenizer, grams
from index.vocabulary import learn_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.embedding import Embedder, Vectors

VOCABULARY_FILE = "words.json"
PASSAGES_FILE = "passages.json"
WORDS_FOLDER = "words"
GRAMS_FOLDER = "grams"
CLAUSES_FOLDER = "clauses"
TASKS_FOLDER = "tasks"
ASKED_FOLDER = "asked"
ASKED_GRAMS_FOLDER = "asked-grams"

_LIBRARIES = ("mingju", "bm25s", "faiss-cpu", "jieba", "sentence-transformers", "torch")

Part = Callable[[Path, Corpus], None]
"""Writes something more into the folder of a build, such as the catalog."""


def build_index(
    corpus: Corpus,
    embedder: Embedder,
    home: Path,
    progress: Progress = silent,
    parts: Sequence[Part] = (),
) -> storage.Manifest:
    """Builds the index of ``corpus`` in ``home`` and puts it in use; its manifest.

    Vectors of passages that the index in use already has are taken over, so that adding a document
    costs what that document costs. Raises ValueError for a corpus without tasks, IndexBusy while
    another process builds.
    """
    if not corpus.tasks:
        raise ValueError("没有可建立索引的任务：请检查文件是否已登记、能否解析。")
    with storage.new_folder(home) as folder:
        progress("学习词语", 0, 1)
        learnt = learn_words(corpus)
        _write_json(folder / VOCABULARY_FILE, learnt)
        progress("建立词语索引", 0, 1)
        _build_lexical(corpus, Tokenizer(learnt, home / "cache"), folder)
        dimensions = _build_dense(corpus, embedder, home, folder, progress)
        for part in parts:
            part(folder, corpus)
        manifest = _manifest(corpus, embedder, dimensions)
        storage.put_in_use(folder, manifest)
    progress("索引已建成", 1, 1)
    return manifest


def origin_of(corpus: Corpus, embedder: Embedder) -> storage.Origin:
    """What an index of this corpus and model is made from, by this version of the program."""
    return storage.Origin(
        corpus=storage.corpus_hash(corpus),
        embedder=embedder.name,
        tokenizer=TOKENIZER_VERSION,
        recipe=RECIPE_VERSION,
    )


def _manifest(corpus: Corpus, embedder: Embedder, dimensions: int) -> storage.Manifest:
    origin = origin_of(corpus, embedder)
    documents = []
    for document in corpus.documents:
        tasks = [task for task in corpus.tasks if task.document_id == document.id]
        clauses = sum(len(task.clauses) for task in tasks)
        documents.append(storage.Built(document.id, document.sha256, len(tasks), clauses))
    return storage.Manifest(
        version=origin.version,
        origin=origin,
        dimensions=dimensions,
        tasks=len(corpus.tasks),
        clauses=sum(built.clauses for built in documents),
        documents=tuple(documents),
        libraries={name: found for name in _LIBRARIES if (found := _version(name))},
        files={},
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except ImportError:  # PackageNotFoundError: run from a checkout, or a library left out
        return ""


def _build_lexical(corpus: Corpus, tokenizer: Tokenizer, folder: Path) -> None:
    texts = [task_words(corpus.documents_by_id[task.document_id], task) for task in corpus.tasks]
    LexicalIndex.build([tokenizer.words(text) for text in texts]).save(folder / WORDS_FOLDER)
    LexicalIndex.build([grams(text) for text in texts]).save(folder / GRAMS_FOLDER)
    if corpus.expansions:
        asked = [grams(expansion_words(expansion)) for expansion in corpus.expansions]
        LexicalIndex.build(asked).save(folder / ASKED_GRAMS_FOLDER)


def _build_dense(
    corpus: Corpus, embedder: Embedder, home: Path, folder: Path, progress: Progress
) -> int:
    """Writes the indexes of vectors; how many dimensions the vectors have."""
    documents = corpus.documents_by_id
    clauses = {
        clause.id: clause_passage(documents[task.document_id], task, clause)
        for task in corpus.tasks
        for clause in task.clauses
    }
    tasks = {task.id: task_passage(documents[task.document_id], task) for task in corpus.tasks}
    asked = {
        f"{number}#{place}": text
        for number, expansion in enumerate(corpus.expansions)
        for place, text in enumerate(expansion.asked)
    }
    texts = list(dict.fromkeys((*clauses.values(), *tasks.values(), *asked.values())))
    vectors = _vectors(texts, embedder, _known_vectors(home, embedder), progress)
    dimensions = len(next(iter(vectors.values())))
    indexed = ((CLAUSES_FOLDER, clauses), (TASKS_FOLDER, tasks), (ASKED_FOLDER, asked))
    for name, passages in indexed:
        rows = [vectors[_digest(text)] for text in passages.values()]
        matrix = np.asarray(rows, np.float32).reshape(len(rows), dimensions)
        DenseIndex.build(list(passages), matrix).save(folder / name)
    digests = {name: [_digest(text) for text in passages.values()] for name, passages in indexed}
    _write_json(folder / PASSAGES_FILE, digests)
    return dimensions


def _vectors(
    texts: list[str], embedder: Embedder, known: dict[str, Vectors], progress: Progress
) -> dict[str, Vectors]:
    missing = [text for text in texts if _digest(text) not in known]
    if not missing:
        return known  # and the model need not be loaded
    fresh = embedder.embed_passages(missing, progress)
    return known | {_digest(text): row for text, row in zip(missing, fresh, strict=True)}


def _known_vectors(home: Path, embedder: Embedder) -> dict[str, Vectors]:
    """Vectors of the index in use by the digest of their passage; none if it cannot serve."""
    try:
        folder = storage.current_folder(home)
        manifest = storage.read_manifest(folder)
        if manifest.origin.embedder != embedder.name:
            return {}
        storage.check_files(folder, manifest)
        digests = json.loads((folder / PASSAGES_FILE).read_text(encoding="utf-8"))
        return {
            digest: row
            for name in (CLAUSES_FOLDER, TASKS_FOLDER, ASKED_FOLDER)
            for digest, row in zip(
                digests[name], DenseIndex.load(folder / name).vectors(), strict=True
            )
        }
    except (SearchIndexError, OSError, ValueError, KeyError):
        return {}  # nothing to take over: everything is embedded anew


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
