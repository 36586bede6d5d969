"""From a question to an answer: the ordered list of steps. Start here.

    understand → compose → (write) → check, cite, reply

Every step is one call; what it does lives in the file of its name. ``compose`` and ``_part`` are such
lists too: of the ways to answer, the first that has an answer gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.composing.about import AboutComposer
from assistant.composing.comparing import with_difference
from assistant.composing.contacts import ContactComposer
from assistant.composing.gaps import GapFinder
from assistant.composing.holders import HolderCounter
from assistant.composing.lookups import LookupComposer
from assistant.composing.selections import SelectionComposer
from assistant.finding import FactFinder
from assistant.generating.asking import QuestionReader
from assistant.generating.generating import Generator, Shown, Written
from assistant.joining import focus_of_part, joined, lean_apart
from assistant.listing import ListFinder
from assistant.models import Answer, Reason, Status, Turn
from assistant.ordered import Insisted, ordered_claim, without_undoing
from assistant.referring import with_person
from assistant.refusing.members import untold_members
from assistant.refusing.unrecorded import personal
from assistant.replies import Replier
from assistant.statements import Composed, refused, tasks_cited
from assistant.timing import Clock
from assistant.understanding.bodies import with_bodies_sought
from assistant.understanding.query import Intent, Query
from assistant.understanding.scope import limited_to
from assistant.understanding.standings import asks_several_standings
from assistant.understanding.understanding import Understander
from assistant.verifying.short_answers import ClaimAnswerer
from corpus.models import Corpus


@dataclass(frozen=True)
class Answerer:
    """Answers questions from one corpus; the same question gives the same answer."""

    corpus: Corpus
    understander: Understander
    gaps: GapFinder
    about: AboutComposer
    lookups: LookupComposer
    contacts: ContactComposer
    lists: ListFinder
    holders: HolderCounter
    selections: SelectionComposer
    facts: FactFinder
    replier: Replier
    generator: Generator | None = None
    reader: QuestionReader | None = None
    claims: ClaimAnswerer | None = None

    def answer(
        self,
        question: str,
        history: Sequence[Turn] = (),
        documents: Sequence[str] | None = None,
        shown: Shown | None = None,
    ) -> Answer:
        """The answer to ``question`` after the chat ``history``, from ``documents`` if given.

        ``shown`` is called with each statement of a model as soon as it is checked.
        """
        clock = Clock()
        earlier = [turn.content for turn in history if turn.role == "user"]
        query = self._understood(question, earlier, documents, clock)
        clock.done("understand")
        composed = self.compose(query)
        clock.done("compose")
        written = self._written(query, composed, shown, clock)
        clock.done("write")
        answer = self.replier.reply(question, earlier, documents, written)
        clock.done("check_and_cite")
        return answer.model_copy(update={"timings_ms": clock.timings_ms()})

    def compose(self, query: Query) -> Composed:
        """The answer to an understood question, before it is checked."""
        if (claim := ordered_claim(query.text)) is not None:
            return self._insisted(claim)
        if (checked := self._checked_claim(query)) is not None:
            return checked
        focus = self._spoken_of(query)
        query = with_person(query, [self.corpus.tasks_by_id[task_id] for task_id in focus])
        composed = self._in_parts(query, focus) if query.parts else self._part(query, focus)
        return with_difference(query, composed)

    def _part(self, query: Query, focus: tuple[str, ...]) -> Composed:
        """The answer to one question, or one part of it; ``focus`` are tasks that the chat speaks of."""
        if query.intent is Intent.OUT_OF_SCOPE:
            return refused(Reason.OUT_OF_SCOPE, "")
        if query.intent is Intent.CORPUS:
            return self.lists.outline.compose(query) or self.about.compose(query)
        if (refusal := self.gaps.find(query) or personal(query)) is not None:
            return refusal
        if (chosen := self.selections.compose(query)) is not None:
            return chosen
        if query.intent is Intent.CONTACT:
            return self.contacts.compose(query, focus)
        if query.reference is not None:
            items = self.lists.rows.items(query)
            return items or self.lookups.answer(query, focus, self.facts.narrowed)
        if (untold := untold_members(query, self.corpus)) is not None:
            return untold
        if (counted := self.holders.in_all(query)) is not None:
            return counted
        query = with_bodies_sought(query, self.corpus)
        return self.lists.compose(query, focus) or self.facts.compose(query, focus)

    # ------------------------------------------------------------------ the steps in a few lines

    def _understood(
        self, question: str, earlier: Sequence[str], documents: Sequence[str] | None, clock: Clock
    ) -> Query:
        query = self.understander.understand(question, earlier)
        if self.reader is not None:
            query = self.reader.read(query, earlier, clock.started)
        return limited_to(query, tuple(documents)) if documents else query

    def _written(
        self, query: Query, composed: Composed, shown: Shown | None, clock: Clock
    ) -> Written:
        written = Written(composed)
        if self.generator is not None:
            written = self.generator.write(query, composed, shown, clock.started)
        return replace(written, generator="+".join((written.generator, *query.helped)))

    def _insisted(self, claim: str) -> Composed:
        """The answer to a question that dictates one: the verdict on what it states."""
        about = self.understander.understand(without_undoing(claim).strip(), ())
        verdict = self.claims.compose(f"{claim}，是否属实") if self.claims is not None else None
        return Insisted(claim, about, verdict, self._part(about, ())).answer()

    def _checked_claim(self, query: Query) -> Composed | None:
        """The verdict on what a question wants confirmed, None where it asks for something else."""
        selects = query.selection is not None
        if self.claims is None or selects or asks_several_standings(query.text):
            return None
        checked = self.claims.compose(query.text)
        missing = checked is not None and checked.status is Status.REFUSED
        return (self.gaps.find(query) if missing else None) or checked

    def _spoken_of(self, query: Query) -> tuple[str, ...]:
        """The tasks that the answer before this question cited, if the question leans on it."""
        before = next((part.before for part in (query, *query.parts) if part.before), None)
        if before is None:
            return ()
        return tuple(dict.fromkeys(tasks_cited(self.compose(before).statements)))

    def _in_parts(self, query: Query, focus: tuple[str, ...]) -> Composed:
        """The answers to the parts of a question, each in view of the one before it, as one."""
        composed: list[Composed] = []
        apart = lean_apart(query.parts)
        for part in query.parts:
            if apart:
                focus = self._spoken_of(part)
            one = self._part(part, focus_of_part(part, focus, self.corpus))
            composed.append(one)
            if one.status is not Status.REFUSED:
                focus = tasks_cited(one.statements)
        composed = self.facts.with_other_sides(query.parts, composed)
        return joined(query.parts, composed, self.facts.merged)
