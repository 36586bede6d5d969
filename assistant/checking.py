"""The check before anything leaves: every figure, date and name must stand in a cited passage.

One implementation for composed and for generated answers. Words that a model chose are compared with
the cited passages besides (``tracing``). What is wrong is put right from the passage where that is
certain; what cannot be traced is removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.composing.wording import place_label
from assistant.models import Removed
from assistant.statements import Evidence, Statement
from assistant.tracing.faults import Fault
from assistant.tracing.tracing import Tracer
from corpus.bodies import BodyNames
from corpus.models import Corpus
from corpus.script import plain_form

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:\s*[%万亿千百]+)?")
_HAN_NUMBER = re.compile(r"[一二两三四五六七八九十百千万亿零〇]{2,}(?=[家个项条座部人名户吨元亩%])")
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,4}〔\d{4}〕\d+号")
_MARK_UP = re.compile(r"[*`_#]+")
_MOST_REPAIRS = 3


@dataclass(frozen=True)
class Checker:
    """Traces statements to their evidence."""

    corpus: Corpus
    bodies: BodyNames
    people: frozenset[str]
    tracer: Tracer | None = None

    @classmethod
    def of(cls, corpus: Corpus, bodies: BodyNames, tracer: Tracer | None = None) -> Checker:
        people = {person.name for task in corpus.tasks for person in task.duty.people}
        people |= {task.duty.contact.name.name for task in corpus.tasks if task.duty.contact}
        return cls(corpus, bodies, frozenset(people), tracer)

    def check(self, statements: Iterable[Statement]) -> tuple[list[Statement], list[Removed]]:
        """The statements that can be traced, and those that were removed with the reason."""
        kept: list[Statement] = []
        removed: list[Removed] = []
        for statement in statements:
            fault = self.fault(statement)
            if fault is None:
                kept.append(statement)
                continue
            repaired = self._repaired(statement, fault)
            if repaired is not None:
                kept.append(repaired)
                removed.append(Removed(text=statement.text, why=f"已按引文改正：{fault.why}"))
            else:
                removed.append(Removed(text=statement.text, why=fault.why))
        return kept, removed

    def fault(self, statement: Statement) -> Fault | None:
        """What of a statement cannot be traced, or None if all of it can."""
        if statement.written and statement.evidence:
            if self.tracer is None:
                return Fault("无法核对")
            labels = [place_label(evidence.task, self.corpus) for evidence in statement.evidence]
            fault = self.tracer.fault(statement, labels)
            if fault is not None:
                return fault
        why = self.untraced(statement)
        return None if why is None else Fault(why)

    def _repaired(self, statement: Statement, fault: Fault) -> Statement | None:
        """A model's statement with its wrong figures as the clause has them; None if that is not
        certain or does not make it right."""
        for _ in range(_MOST_REPAIRS):
            plain = plain_form(_MARK_UP.sub("", statement.text))
            if not statement.written or not fault.right or plain.count(fault.wrong) != 1:
                return None
            statement = replace(statement, text=plain.replace(fault.wrong, fault.right))
            again = self.fault(statement)
            if again is None:
                return statement
            fault = again
        return None

    def untraced(self, statement: Statement) -> str | None:
        """What of a statement stands in none of its passages, or None if all of it does."""
        if not statement.evidence:
            return "没有引用任何任务"
        text = plain_form(_MARK_UP.sub("", statement.text))
        quoted = " ".join(evidence.plain for evidence in statement.evidence)
        places = " ".join(self._place(evidence) for evidence in statement.evidence)
        for number in self._numbers(text):
            if number in statement.computed:
                continue
            if not _stands(number, quoted) and not _stands(number, places):
                return f"引文中没有“{number}”"
        for name in self._names(text):
            if (
                name not in quoted
                and name not in places
                and not self._body_in(name, quoted + places)
            ):
                return f"引文中没有“{name}”"
        return None

    def _numbers(self, text: str) -> list[str]:
        found = [re.sub(r"\s", "", match.group()) for match in _NUMBER.finditer(text)]
        found += [match.group() for match in _HAN_NUMBER.finditer(text)]
        return found + [match.group() for match in _DOCUMENT_NUMBER.finditer(text)]

    def _names(self, text: str) -> list[str]:
        names = [person for person in self.people if person in text]
        return names + [text[m.start : m.end] for m in self.bodies.find(text)]

    def _body_in(self, name: str, text: str) -> bool:
        canonical = self.bodies.resolve(name)
        return canonical is not None and any(
            mention.name == canonical for mention in self.bodies.find(text)
        )

    def _place(self, evidence: Evidence) -> str:
        """What the program itself knows of where a passage stands."""
        task = evidence.task
        document = self.corpus.documents_by_id[task.document_id]
        years = " ".join(f"{year}年" for year in task.period)
        summary = " ".join(clause.plain for clause in task.clauses[:1])
        return " ".join(
            (
                task.locator,
                document.title,
                document.number or "",
                *task.path,
                task.number,
                years,
                summary,
            )
        )


def _stands(number: str, text: str) -> bool:
    """Whether a number stands in a text as a whole: "3" is not found in "13" nor in "2.3"."""
    before = r"(?<![0-9.])" if number[0].isdigit() else ""
    after = r"(?![0-9]|\.[0-9])" if number[-1].isdigit() else ""
    return re.search(before + re.escape(number) + after, text) is not None
