"""The real corpus and the real check, with answers composed by hand: no index, no embedding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from assistant.checking import Checker
from assistant.citing import Citer
from assistant.generating.breaker import Breaker
from assistant.generating.client import ServedModel
from assistant.generating.gathering import Gatherer
from assistant.generating.generating import ModelGenerator
from assistant.generating.model import Model
from assistant.statements import Composed, Evidence, Statement
from assistant.tracing.tracing import Tracer
from assistant.understanding.entities import EntityIndex
from assistant.understanding.query import Asked, Intent, Query
from assistant.verifying.verifying import Verifier
from assistant.verifying.word_alignment import Cut
from corpus.bodies import BodyNames
from corpus.models import Corpus, Task
from corpus.reading import read_corpus
from index.catalog import Catalog
from index.models import Hit
from tests.assistant.generating.serving import Script, served


class NoMore:
    """A retriever that finds nothing, or always the same task."""

    def __init__(self, *tasks: Task) -> None:
        self.tasks = tasks

    def retrieve(
        self, question: str, limit: int, documents: Sequence[str] | None = None
    ) -> list[Hit]:
        return [Hit(task.id, task.clauses[0].id, 1.0) for task in self.tasks][:limit]


@dataclass(frozen=True)
class Workshop:
    """What a test needs to write an answer."""

    corpus: Corpus
    bodies: BodyNames
    checker: Checker

    def generator(
        self, model: Model, breaker: Breaker | None = None, *others: Task
    ) -> ModelGenerator:
        gatherer = Gatherer(self.corpus, NoMore(*others))  # type: ignore[arg-type]
        return ModelGenerator(model, breaker or Breaker(), gatherer, self.checker)

    def composed(self, sentence: str) -> Composed:
        """The composed answer that gives ``sentence``, a clause of the corpus."""
        evidence = self.evidence(sentence)
        return Composed((Statement(f"出处：{sentence}", (evidence,)),))

    def evidence(self, sentence: str) -> Evidence:
        for task in self.corpus.tasks:
            for clause in task.clauses:
                if sentence in clause.plain:
                    return Evidence(task, clause.start, clause.end)
        raise LookupError(sentence)


def question(text: str = "有什么目标？", intent: Intent = Intent.OPEN) -> Query:
    return Query(text, text, intent, frozenset({Asked.CONTENT}), text, ())


@pytest.fixture(scope="session")
def workshop(cut: Cut) -> Workshop:
    corpus = read_corpus()
    bodies = Catalog(corpus).bodies
    entities = EntityIndex.of(corpus, bodies)
    verifier = Verifier(corpus, NoMore(), entities, bodies, Citer(corpus), cut, "v")  # type: ignore[arg-type]
    tracer = Tracer(verifier.passages, verifier.reader, verifier.judge)
    return Workshop(corpus, bodies, Checker.of(corpus, bodies, tracer))


@pytest.fixture
def script() -> Iterator[Script]:
    with served() as script:
        yield script


def model_of(script: Script, timeout_s: float = 20.0, key: str | None = None) -> ServedModel:
    return ServedModel(script.url, "test-model", key, timeout_s)
