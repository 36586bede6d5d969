"""The systems a run can ask: the product, whole or without a part, and the baselines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.ablation import SWITCHES
from assistant.generating.model import Assignment
from assistant.generating.prompting import load_prompt, prompt_of
from assistant.models import Answer, Turn, Verification
from assistant.service import AssistantService
from corpus.models import Corpus
from eval.baselines.extracting import ExtractiveAssistant, Search
from eval.baselines.single_signal import Bm25Search, VectorSearch
from eval.errors import SystemUnknown
from eval.explaining import Explain, Explanation, read
from eval.generating import System
from eval.sabotage import SABOTAGES, sabotage
from index.progress import Progress, silent

PRODUCT = "mingju"
BASELINES = ("bm25", "vectors", "llamaindex")
SYSTEMS = (PRODUCT, *BASELINES)


@dataclass(frozen=True)
class Opening:
    """What opening a system needs of the settings. ``sabotage`` names a fault to put into the
    product (``eval.sabotage``), to prove that the gate sees it."""

    home: Path
    embedding_model: str = "bundled"
    assignment: Assignment | None = None
    progress: Progress = silent
    sabotage: str | None = None


@dataclass(frozen=True)
class Opened:
    """A system ready to be asked, with what a run must record of it."""

    system: System
    corpus: Corpus
    index_version: str
    embedding_model: str
    generator: str


def check_names(systems: Sequence[str], without: Sequence[str]) -> None:
    """Raises SystemUnknown for a system, or a part to switch off, that there is none of."""
    for name in systems:
        if name not in SYSTEMS:
            raise SystemUnknown(f"没有叫 {name} 的系统。可用的有：{'、'.join(SYSTEMS)}。")
    for part in without:
        if part not in SWITCHES:
            known = "、".join(sorted(SWITCHES)) or "（无）"
            raise SystemUnknown(f"没有叫 {part} 的部件。可以关闭的有：{known}。")


def check_sabotage(name: str | None) -> None:
    """Raises SystemUnknown for a fault that there is none of."""
    if name is not None and name not in SABOTAGES:
        raise SystemUnknown(f"没有叫 {name} 的人为错误。可用的有：{'、'.join(SABOTAGES)}。")


def open_system(name: str, without: Sequence[str], opening: Opening) -> Opened:
    """The system called ``name``; ``without`` are parts of the product to switch off.

    Builds the index first where there is none. Raises SystemUnknown.
    """
    check_names((name,), without)
    options: dict[str, Any] = {"without": frozenset(without)} if without else {}
    service = AssistantService.open(
        home=opening.home,
        embedding_model=opening.embedding_model,
        assignment=opening.assignment,
        build_if_missing=True,
        progress=opening.progress,
        **options,
    )
    corpus, version = service.corpus, service.index_version
    generator = name
    if name == PRODUCT:
        if opening.sabotage is not None:
            sabotage(service, opening.sabotage)
        looks = _reading(service.trace), _reading(service.explain)
        system = System(Product(service), *looks, corpus.sources)
        generator = service.ready().generator
    else:
        search = _search(name, service, opening.progress)
        baseline = ExtractiveAssistant(name, search, corpus, version)
        system = System(baseline, baseline.explain, baseline.explain, corpus.sources)
    return Opened(system, corpus, version, service.retriever.embedder.name, generator)


def uses_of(name: str, assignment: Assignment | None) -> tuple[str, ...]:
    """What a model does for the system called ``name``: "model@use@prompt version", sorted."""
    if assignment is None or name != PRODUCT:
        return ()
    model = assignment.model.name.replace("@", "-")
    return tuple(
        sorted(f"{model}@{use}@{load_prompt(prompt_of(use)).version}" for use in assignment.uses)
    )


class Product:
    """The service as the suite asks it."""

    def __init__(self, service: AssistantService) -> None:
        self._service = service

    def ask(self, question: str, history: tuple[Turn, ...]) -> Answer:
        return self._service.ask(question, history)

    def verify(self, text: str) -> Verification:
        return self._service.verify(text)


def _reading(look: Callable[[str, tuple[Turn, ...]], dict[str, Any]]) -> Explain:
    """What the service hands over as a plain dict, read."""

    def explain(question: str, history: tuple[Turn, ...]) -> Explanation:
        return read(look(question, history))

    return explain


def _search(name: str, service: AssistantService, progress: Progress) -> Search:
    retriever = service.retriever
    if name == "bm25":
        return Bm25Search(service.corpus, retriever.index)
    if name == "vectors":
        return VectorSearch(service.corpus, retriever.index, retriever.embedder)
    # Imported here: the library takes a second to load, and only this baseline needs it.
    from eval.baselines.llama_index_search import LlamaIndexSearch

    return LlamaIndexSearch(service.corpus, retriever.embedder, progress)
