"""From a question to an answer: the ordered list of steps. Start here.

    understand → gaps → (about | contact | lookup | rows | facts) → (write) → check → cite → reply

Every step is one call; what it does lives in the file of its name.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.checking import Checker
from assistant.citing import Citer
from assistant.composing.about import AboutComposer
from assistant.composing.comparing import asks_difference, comparison_statement
from assistant.composing.contacts import ContactComposer
from assistant.composing.gaps import GapFinder
from assistant.composing.headings import asks_items
from assistant.composing.holders import HolderCounter
from assistant.composing.lookups import LookupComposer
from assistant.counterparts import Told
from assistant.finding import FactFinder, figures_told
from assistant.generating.asking import QuestionReader
from assistant.generating.generating import Generator, Shown, Written
from assistant.listing import ListFinder
from assistant.models import Answer, Conflict, Reason, Status, Turn
from assistant.ordered import Insisted, ordered_claim, without_undoing
from assistant.referring import with_person
from assistant.refusing.members import untold_members
from assistant.refusing.pointing import located
from assistant.refusing.unrecorded import personal
from assistant.replies import ending, ending_of_part
from assistant.statements import Composed, Statement, refused
from assistant.understanding.outlook import insists_on_results
from assistant.understanding.query import Asked, Intent, Outlook, Query
from assistant.understanding.scope import names_whole_province
from assistant.understanding.standings import asks_several_standings
from assistant.understanding.understanding import Understander
from assistant.verifying.short_answers import ClaimAnswerer
from corpus.models import Corpus

_BODIES = frozenset({Asked.LEAD, Asked.PARTICIPANT})


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
    facts: FactFinder
    checker: Checker
    citer: Citer
    index_version: str
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
        started = time.perf_counter()
        earlier = [turn.content for turn in history if turn.role == "user"]
        query = self.understander.understand(question, earlier)
        if self.reader is not None:
            query = self.reader.read(query, earlier, started)
        if documents:
            query = _limited(query, tuple(documents))
        understood = time.perf_counter()
        composed = self.compose(query)
        done = time.perf_counter()
        written = Written(composed)
        if self.generator is not None:
            written = self.generator.write(query, composed, shown, started)
        written = replace(written, generator="+".join((written.generator, *query.helped)))
        worded = time.perf_counter()
        answer = self._reply(question, earlier, documents, written)
        finished = time.perf_counter()
        timings = {
            "understand": understood - started,
            "compose": done - understood,
            "write": worded - done,
            "check_and_cite": finished - worded,
            "total": finished - started,
        }
        return answer.model_copy(
            update={"timings_ms": {name: round(1000 * value, 2) for name, value in timings.items()}}
        )

    def compose(self, query: Query) -> Composed:
        """The answer to an understood question, before it is checked."""
        if (claim := ordered_claim(query.text)) is not None:
            return self._insisted(claim)
        checked = None
        if self.claims is not None and not asks_several_standings(query.text):
            checked = self.claims.compose(query.text)
        if checked is not None:
            missing = self.gaps.find(query) if checked.status is Status.REFUSED else None
            return missing or checked
        focus = self._spoken_of(query)
        query = with_person(query, [self.corpus.tasks_by_id[task_id] for task_id in focus])
        if not query.parts:
            return self._with_difference(query, self._part(query, focus))
        composed: list[Composed] = []
        apart = len({id(part.before) for part in query.parts if part.before is not None}) > 1
        for part in query.parts:
            if apart:  # each leans on a question of its own
                focus = self._spoken_of(part)
            one = self._part(part, self._looking_alike(part, focus))
            composed.append(one)
            if one.status is not Status.REFUSED:
                focus = tuple(e.task.id for s in one.statements for e in s.evidence)
        told = figures_told(composed)
        composed = [
            self._other_side(part, one, told)
            for part, one in zip(query.parts, composed, strict=True)
        ]
        joined = _joined(query.parts, composed, self.facts.merged)
        return self._with_difference(query, joined)

    def _insisted(self, claim: str) -> Composed:
        """The answer to a question that dictates one: the verdict on what it states."""
        about = self.understander.understand(without_undoing(claim).strip(), ())
        verdict = self.claims.compose(f"{claim}，是否属实") if self.claims is not None else None
        return Insisted(claim, about, verdict, self._part(about, ())).answer()

    def _looking_alike(self, part: Query, focus: tuple[str, ...]) -> tuple[str, ...]:
        """Of the tasks spoken of, those that look back or ahead as a part of the question does; no city's
        own where it turns to the province ("省里哪些部门牵头")."""
        if names_whole_province(part.text) and not (part.leans or part.units or part.places):
            focus = tuple(t for t in focus if not self.corpus.tasks_by_id[t].place)
        if part.outlook not in (Outlook.BACK, Outlook.AHEAD):
            return focus
        back = part.outlook is Outlook.BACK
        return tuple(t for t in focus if self.corpus.tasks_by_id[t].looks_back == back)

    def _other_side(self, part: Query, composed: Composed, told: Told) -> Composed:
        """A part that was refused, answered by the counterpart of what other parts tell."""
        for facet in self.facts.cutter.cut(part):
            composed = self.facts.other_side(facet, composed, told, ())
        return composed

    def _with_difference(self, query: Query, composed: Composed) -> Composed:
        """The difference of two figures, computed, where the question wants it."""
        if composed.status is Status.REFUSED or not asks_difference(query.text):
            return composed
        difference = comparison_statement(query.text, composed.statements)
        if difference is not None:
            return replace(composed, statements=(*composed.statements, difference))
        told = [evidence.task for one in composed.statements for evidence in one.evidence]
        if insists_on_results(query.text) and not any(task.looks_back for task in told):
            nearest = tuple(located(task) for task in dict.fromkeys(told[:1]))
            return refused(
                Reason.FIGURE_NOT_STATED, "文件只写了目标，没有写实际完成数，无法比较。", nearest
            )
        return composed

    def _spoken_of(self, query: Query) -> tuple[str, ...]:
        """The tasks that the answer before this question cited, if the question leans on it."""
        before = next((part.before for part in (query, *query.parts) if part.before), None)
        if before is None:
            return ()
        earlier = self.compose(before)
        return tuple(dict.fromkeys(e.task.id for s in earlier.statements for e in s.evidence))

    def _part(self, query: Query, focus: tuple[str, ...]) -> Composed:
        if query.intent is Intent.OUT_OF_SCOPE:
            return refused(Reason.OUT_OF_SCOPE, "")
        if query.intent is Intent.CORPUS:
            return self.lists.outline.compose(query) or self.about.compose(query)
        gap = self.gaps.find(query)
        if gap is not None:
            return gap
        if (refusal := personal(query)) is not None:
            return refusal
        if query.intent is Intent.CONTACT:
            return self.contacts.compose(query, focus)
        if query.reference is not None:
            items = self.lists.rows.children(query) if asks_items(query) else None
            return items or self._lookup(query, focus)
        if (untold := untold_members(query, self.corpus)) is not None:
            return untold
        if (counted := self.holders.in_all(query)) is not None:
            return counted
        query = self._where_bodies_lead(query)
        return self.lists.compose(query, focus) or self.facts.compose(query, focus)

    def _where_bodies_lead(self, query: Query) -> Query:
        """``query`` without its documents where it asks which bodies answer for something and these
        name persons only: they are its subject then, not its source."""
        rows = query.intent in (Intent.LIST, Intent.COUNT)
        if rows or not query.asks or not query.asks <= _BODIES or not query.documents:
            return query
        named = any(
            task.duty.bodies for task in self.corpus.tasks if task.document_id in query.documents
        )
        return query if named else replace(query, documents=())

    def _lookup(self, query: Query, focus: tuple[str, ...]) -> Composed:
        tasks = self.lookups.find(query)
        if not tasks:
            return self.lookups.missing(query)
        places = {(task.document_id, task.unit) for task in tasks}
        if len(places) > 1 and not focus and not self.lookups.of_one_unit(tasks):
            narrowed = self.facts.narrowed(query, tasks)
            if not narrowed:
                choices = "；".join(task.locator for task in tasks[:8])
                return replace(
                    refused(Reason.AMBIGUOUS, f"有 {len(tasks)} 处符合这个编号：{choices}。"),
                )
            tasks = narrowed
        return self.lookups.compose(query, tasks)

    # ------------------------------------------------------------------ reply

    def _reply(
        self,
        question: str,
        earlier: Sequence[str],
        documents: Sequence[str] | None,
        written: Written,
    ) -> Answer:
        composed = written.composed
        statements, removed = self.checker.check(composed.statements)
        status, reason = composed.status, composed.reason
        lead = composed.lead
        if composed.statements and not statements and status is not Status.REFUSED:
            status, reason, lead = Status.REFUSED, Reason.NOT_IN_CORPUS, ""
        cited = self.citer.cite(statements)
        lines = list(cited.lines)
        if status is Status.REFUSED and reason is not None:
            lead = ending(reason, lead)
        body = "\n".join(line if line.startswith("-") else f"{line}。" for line in lines)
        text = "\n\n".join(part for part in (lead, body, composed.closing) if part)
        rows = composed.rows
        return Answer(
            id=_answer_id(self._version(written, text), question, earlier, documents),
            question=question,
            answer=text,
            status=status,
            reason=reason,
            citations=cited.citations,
            figures=cited.figures,
            rows=None if rows is None else tuple(self.citer.row(task) for task in rows),
            total=composed.total,
            conflicts=tuple(
                Conflict(
                    indicator=indicator,
                    sides=tuple(
                        cited.markers[side][0] for side in sides if side < len(cited.markers)
                    ),
                )
                for indicator, sides in composed.conflicts
            ),
            removed=(*written.removed, *removed),
            index_version=self.index_version,
            generator=written.generator,
        )

    def _version(self, written: Written, text: str) -> str:
        """What an answer's id rests on: with a model the same question may be worded in two ways."""
        if self.generator is None and self.reader is None:
            return self.index_version
        return f"{self.index_version} {written.generator} {text}"


def _limited(query: Query, documents: tuple[str, ...]) -> Query:
    """``query`` limited to some documents; what it named outside of them stays unanswerable."""
    own = tuple(d for d in query.documents if d in documents) or documents
    return replace(query, documents=own, parts=tuple(_limited(p, documents) for p in query.parts))


def _joined(
    asked: Sequence[Query],
    parts: Sequence[Composed],
    merged: Callable[[Iterable[Statement]], list[Statement]],
) -> Composed:
    """The answers to the parts of one question, as one; partly answered if one part was refused."""
    answered = [part for part in parts if part.status is not Status.REFUSED]
    if not answered:
        return parts[0]
    statements = merged(s for part in answered for s in part.statements)
    missing = [part for part in parts if part.status is Status.REFUSED]
    notes = [
        ending_of_part(query.said, part.reason, part.lead)
        for query, part in zip(asked, parts, strict=True)
        if part.status is Status.REFUSED and part.reason
    ]
    rows = [part.rows for part in answered if part.rows is not None]
    return Composed(
        statements=tuple(statements),
        status=Status.ANSWERED_PARTLY if missing else Status.ANSWERED,
        reason=missing[0].reason if missing else None,
        lead="\n\n".join(dict.fromkeys(part.lead for part in answered if part.lead)),
        closing="\n\n".join(
            dict.fromkeys(
                [part.closing for part in answered if part.closing]
                + [f"另外，{note}" for note in notes]
            )
        ),
        rows=rows[0] if rows else None,
        total=next((part.total for part in answered if part.total is not None), None),
    )


def _answer_id(
    version: str, question: str, earlier: Sequence[str], documents: Sequence[str] | None
) -> str:
    """The same for the same question, chat, limits and index."""
    key = json.dumps(
        [version, question, list(earlier), sorted(documents or ())], ensure_ascii=False
    )
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:20]
