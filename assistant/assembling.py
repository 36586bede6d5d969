"""The parts of the assistant, each made and handed to those that work with it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.ablation import fusion_weights, ranking_weights
from assistant.answering import Answerer
from assistant.checking import Checker
from assistant.citing import Citer
from assistant.composing.about import AboutComposer
from assistant.composing.conflicts import ConflictFinder
from assistant.composing.contacts import ContactComposer
from assistant.composing.facts import FactComposer
from assistant.composing.gaps import GapFinder
from assistant.composing.holders import HolderCounter
from assistant.composing.lookups import LookupComposer
from assistant.composing.outline import Outline
from assistant.composing.rows import RowFinder
from assistant.composing.selections import SelectionComposer
from assistant.facets import FacetCutter
from assistant.finding import FactFinder
from assistant.generating.asking import ModelReader
from assistant.generating.breaker import Breaker
from assistant.generating.gathering import Gatherer
from assistant.generating.generating import ModelGenerator
from assistant.generating.model import Assignment, Use
from assistant.listing import ListFinder
from assistant.ranking import Ranker
from assistant.refusing.refusing import Refuser
from assistant.replies import Replier
from assistant.topics import TopicReader
from assistant.tracing.tracing import Tracer
from assistant.understanding.correcting import Corrector
from assistant.understanding.entities import EntityIndex
from assistant.understanding.understanding import Understander
from assistant.verifying.short_answers import ClaimAnswerer
from assistant.verifying.verifying import Verifier
from corpus.bodies import BodyNames
from corpus.models import Corpus
from corpus.script import plain_form
from index.catalog import Catalog
from index.embedding import Embedder
from index.lexicon import load_english, load_plain_language
from index.opening import SearchIndex
from index.retrieval import Retriever


@dataclass(frozen=True)
class Assembled:
    """The parts that the service calls."""

    catalog: Catalog
    retriever: Retriever
    citer: Citer
    verifier: Verifier
    answerer: Answerer


def assemble(
    corpus: Corpus,
    index: SearchIndex,
    embedder: Embedder,
    assignment: Assignment | None = None,
    without: frozenset[str] = frozenset(),
) -> Assembled:
    """The parts over one corpus and its index; ``assignment`` is the model that helps, if one does,
    ``without`` the parts to leave out (``assistant.ablation``)."""
    version = index.manifest.version
    catalog = Catalog(corpus)
    bodies = catalog.bodies
    retriever = Retriever(corpus, index, embedder, fusion_weights(without))
    citer = Citer(corpus)
    entities = EntityIndex.of(corpus, bodies)
    verifier = Verifier(corpus, retriever, entities, bodies, citer, index.tokenizer.pieces, version)
    checker = Checker.of(corpus, bodies, Tracer(verifier.passages, verifier.reader, verifier.judge))
    understander = Understander(
        corpus,
        entities,
        index.tokenizer,
        None if "typing" in without else _mender(corpus, bodies),
        load_english(),
    )
    breaker = Breaker()  # one for all that a model does: where it fails at one, it fails at all
    generator = _generator(assignment, breaker, Gatherer(corpus, retriever), checker)
    reader = _question_reader(assignment, breaker, understander, entities)
    with_model = generator is not None or reader is not None
    facts = _fact_finder(corpus, retriever, entities, without)
    lookups = LookupComposer(corpus, entities)
    rows = RowFinder(corpus, catalog)
    answerer = Answerer(
        corpus=corpus,
        understander=understander,
        gaps=GapFinder(corpus, entities),
        about=AboutComposer(corpus),
        lookups=lookups,
        selections=SelectionComposer(corpus, rows),
        lists=ListFinder(
            corpus,
            rows,
            Outline(corpus),
            TopicReader(corpus, retriever),
            lookups,
            facts,
        ),
        holders=HolderCounter(corpus, catalog),
        contacts=ContactComposer(corpus, facts.candidates),
        facts=facts,
        replier=Replier(checker, citer, version, with_model),
        generator=generator,
        reader=reader,
        claims=ClaimAnswerer(verifier, corpus),
    )
    return Assembled(catalog, retriever, citer, verifier, answerer)


def _fact_finder(
    corpus: Corpus, retriever: Retriever, entities: EntityIndex, without: frozenset[str]
) -> FactFinder:
    return FactFinder(
        corpus,
        retriever,
        Ranker(retriever, ranking_weights(without)),
        FactComposer(corpus),
        ConflictFinder.of(corpus),
        Refuser(_places(corpus), entities.home, _indicators(corpus)),
        FacetCutter(corpus),
        refuses="refusal" not in without,
    )


def _generator(
    assignment: Assignment | None, breaker: Breaker, gatherer: Gatherer, checker: Checker
) -> ModelGenerator | None:
    """What lets a model word the answers, where one is assigned to that."""
    if assignment is None or Use.WRITE not in assignment.uses:
        return None
    return ModelGenerator(assignment.model, breaker, gatherer, checker)


def _question_reader(
    assignment: Assignment | None,
    breaker: Breaker,
    understander: Understander,
    entities: EntityIndex,
) -> ModelReader | None:
    """What lets a model help to understand, where one is assigned to that."""
    if assignment is None or not assignment.uses - {Use.WRITE}:
        return None
    return ModelReader(assignment.model, breaker, assignment.uses, understander, entities)


def _mender(corpus: Corpus, bodies: BodyNames) -> Corrector:
    """Mends typing errors by what the documents say and by how people put it."""
    titles = [
        plain_form(f"{d.title} {d.number or ''} {' '.join(d.short_titles)}")
        for d in corpus.documents
    ]
    names = [*bodies.canonical, *(task.unit for task in corpus.tasks)]
    names += [person.name for task in corpus.tasks for person in task.duty.people]
    ordinary = (word for concept in load_plain_language().concepts for word in concept.plain)
    texts = [*titles, *(task.plain for task in corpus.tasks)]
    return Corrector(texts, dict.fromkeys(names), ordinary)


def _indicators(corpus: Corpus) -> tuple[str, ...]:
    """What the documents count, in names long enough to be no chance words; the longest first."""
    names = {figure.indicator for task in corpus.tasks for figure in task.figures}
    return tuple(sorted((name for name in names if len(name) >= 4), key=lambda n: (-len(n), n)))


def _places(corpus: Corpus) -> frozenset[str]:
    """Short names of the cities that the documents' units and coverage name."""
    units = {task.unit for task in corpus.tasks}
    missing = {name for document in corpus.documents for name in document.coverage.missing}
    return frozenset(name[:-1] for name in units | missing if name.endswith("市"))
