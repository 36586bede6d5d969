"""Faults put into the real product: the gate fails on each of them, and passes without."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import AnswerStore
from assistant.service import AssistantService
from corpus.models import Corpus
from corpus.reading import read_corpus
from eval import gate
from eval.bootstrap import SEED
from eval.errors import SystemUnknown
from eval.evidence import addressed
from eval.generated_cases import generated_cases
from eval.generating import System, reply_to
from eval.grounding import ground
from eval.models import Judged, Kind, Run
from eval.sabotage import SABOTAGES, sabotage
from eval.scoring import score
from eval.systems import check_sabotage
from index.building import build_index
from index.embedding import HashingEmbedder
from index.opening import open_index
from tests.eval.made_up import settings

PER_SHAPE = 4


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> Path:
    home: Path = tmp_path_factory.mktemp("home")
    build_index(corpus, HashingEmbedder(), home)
    return home


def ran(corpus: Corpus, home: Path, fault: str | None) -> Run:
    """A run over generated questions, by the product with ``fault``."""
    embedder = HashingEmbedder()
    index = open_index(home, corpus, embedder)
    service = AssistantService(corpus, index, embedder, AnswerStore(home / "answers"))
    if fault is not None:
        sabotage(service, fault)
    cases = generated_cases(corpus, "dev", PER_SHAPE, SEED)
    judged = []
    for one in ground([case for case in cases if case.kind is not Kind.VERIFY], corpus):
        reply = reply_to(one.case, System(service))
        places = addressed(reply, corpus.sources)
        judged.append(Judged(one, reply.model_copy(update={"addressed": places})))
    return Run(settings(), tuple(judged))


@pytest.fixture(scope="module")
def baseline(corpus: Corpus, home: Path) -> gate.Baseline:
    return gate.recorded(score(ran(corpus, home, None)))


def test_the_sound_product_passes(corpus: Corpus, home: Path, baseline: gate.Baseline) -> None:
    assert gate.falls(score(ran(corpus, home, None)), baseline) == []


EXPECTED = {
    "figure": "correct",
    "citation": "citation_recall",
    "marker": "statement_recall",
    "address": "citation_address",
    "refusal": "refusal_recall",
}


@pytest.mark.parametrize("fault", SABOTAGES)
def test_each_fault_is_stopped(
    fault: str, corpus: Corpus, home: Path, baseline: gate.Baseline
) -> None:
    found = {fall.metric for fall in gate.falls(score(ran(corpus, home, fault)), baseline)}
    assert EXPECTED[fault] in found


def test_an_unknown_fault_is_refused() -> None:
    with pytest.raises(SystemUnknown, match="figure"):
        check_sabotage("typo")
