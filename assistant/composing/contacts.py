"""Whom to call: contacts by unit, name, number, or the subject of a pledge."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.composing.wording import contact_statement, place_label
from assistant.models import Reason
from assistant.ranking import Choice
from assistant.refusing.unrecorded import mobile
from assistant.statements import Composed, Statement, refused
from assistant.understanding.intents import TELEPHONE
from assistant.understanding.query import Query
from corpus.models import Corpus, Task, TaskKind
from index.terms import grams_of

_ON_SUBJECT = 0.3
"""Share of a question's words that a pledge must hold for its unit to be the one to call."""
_HOTLINE = re.compile(r"热线|举报|投诉|客服|报警|预约|报名|挂号|售票|订票")
"""Telephones that serve the public; documents print those of the persons to ask about a pledge."""

_OF_EACH = re.compile(
    r"[每各](?:个|家)?(?:单位|部门|厅局|市|家|个)|(?:所有|全部|这些|[几两二三四五六七八九十\d]{1,2}[个家])(?:的)?(?:单位|部门|厅局|市|联系)|分别|都(?:是|有|给|发|列)"
)
"""Words for the contacts of all units of a document."""
_UNIT_KIND = re.compile(
    r"省直(?:部门|单位|厅局)?|[各几]个?(?:部门|单位|厅局)|[各几]个?市|\d{1,2}市"
)

_FIELD = re.compile(
    r"(?P<field>[\u4e00-\u9fff]{2,10}?)(?:方面|(?<!窗|路|出|进|港)口(?=[的上，径承有])|领域|系统|这一?块|事务|条线)"
)
"""The field that a pledge belongs to ("教育方面的承诺", "科技口的")."""
_BODY = re.compile(r"^省.{2,}[厅局委办会]$")
_KIND_OF_BODY = re.compile(r"^省委?|(?:委员会|[厅局委办会])$")


@dataclass(frozen=True, slots=True)
class ContactComposer:
    """Finds contacts and says them.

    ``candidates`` ranks the clauses about a question and says how sure they are about it.
    """

    corpus: Corpus
    candidates: Callable[[Query], tuple[list[Choice], float | None]]

    def compose(self, query: Query, focus: tuple[str, ...] = ()) -> Composed:
        """The contacts a question asks for; ``focus`` are tasks that the chat speaks of."""
        number = TELEPHONE.search(query.text)
        if number is not None:
            return self._listed([t for t in self.corpus.tasks if _answers(t, number.group())])
        if not (query.units or query.bodies or query.people):
            each = _OF_EACH.search(query.text)
            if each and (query.documents or _UNIT_KIND.search(query.text)):
                return self._of_years(self._of_all(query), query)
            spoken = [self.corpus.tasks_by_id[task_id] for task_id in focus]
            units = tuple(dict.fromkeys(task.unit for task in spoken if task.duty.people))
            query = replace(query, units=units[:1] or self._pledging(query))
        contacts = [
            task
            for task in self.corpus.tasks
            if task.kind is TaskKind.CONTACT
            and (not query.units or task.unit in query.units)
            and (not query.documents or task.document_id in query.documents)
            and (
                query.units
                or any(body.name == task.unit for body in query.bodies)
                or (task.duty.contact and task.duty.contact.name.name in query.people)
            )
        ]
        named = {t.duty.contact.name.name for t in contacts if t.duty.contact}
        if query.people and not set(query.people) & named:
            contacts = []
        unprinted = mobile(query, " ".join(task.plain for task in contacts))
        if contacts and unprinted is not None:
            return unprinted
        return self._of_years(contacts, query)

    def _of_all(self, query: Query) -> list[Task]:
        """The contacts of all units of the documents named, else of all departments, or all cities."""
        kind = _UNIT_KIND.search(query.text)
        return [
            task
            for task in self.corpus.tasks
            if task.kind is TaskKind.CONTACT
            and (
                task.document_id in query.documents
                if query.documents
                else kind is not None and task.unit.endswith("市") == kind.group().endswith("市")
            )
        ]

    def _of_years(self, contacts: Sequence[Task], query: Query) -> Composed:
        """The contacts printed for the years asked about: a unit may name another one every year."""
        years = query.years or query.periods
        fitting = [task for task in contacts if not years or set(years) & set(task.period)]
        if fitting or not contacts:
            return self._listed(fitting)
        held = "、".join(f"{year}年" for year in sorted({y for t in contacts for y in t.period}))
        asked = "、".join(f"{year}年" for year in years)
        return refused(Reason.YEAR_NOT_COVERED, f"所问单位只有{held}的联系人，没有{asked}的。")

    def _pledging(self, query: Query) -> tuple[str, ...]:
        """The unit whose pledge a question for a telephone is about; none where none clearly is."""
        holders = {t.document_id: t.unit for t in self.corpus.tasks if t.kind is TaskKind.CONTACT}
        within = tuple(d for d in query.documents or holders if d in holders)
        if not within or _HOTLINE.search(query.text):
            return ()
        if (field := _FIELD.search(query.text)) is not None:
            body = self._body_of(field.group("field"))
            if body:
                return (body,) if body in self._printed(within) else ()
        choices, support = self.candidates(replace(query, documents=within))
        sure = support is not None and support >= 0
        if not sure or choices[0].features["task_cover"] < _ON_SUBJECT:
            return ()
        return (choices[0].task.unit,)

    def _printed(self, documents: Sequence[str]) -> set[str]:
        """The units whose contacts ``documents`` print."""
        return {
            task.unit
            for task in self.corpus.tasks
            if task.kind is TaskKind.CONTACT and task.document_id in documents
        }

    def _body_of(self, field: str) -> str:
        """The body, or the unit, whose name tells that it answers for ``field`` ("民族政策" → 省民族宗教
        委); "" where none's does."""
        names = dict.fromkeys(
            name
            for task in self.corpus.tasks
            for name in (task.unit, *(body.name for body in task.duty.bodies))
            if _BODY.search(name)
        )
        scored = [(_named_in(name, field), name) for name in names]
        best, body = max(scored, key=lambda one: (one[0], -len(one[1])), default=(0, ""))
        return body if best else ""

    def _listed(self, contacts: Sequence[Task]) -> Composed:
        if not contacts:
            return refused(Reason.NOT_IN_CORPUS, "文件中没有印出所问的联系人或电话。")
        statements = []
        for task in contacts:
            contact = contact_statement(task)
            if contact is not None:
                where = place_label(task, self.corpus).replace("联系人（", "（")
                statements.append(Statement(f"{where}：{contact.text}", contact.evidence))
        return Composed(tuple(statements))


def _named_in(name: str, field: str) -> int:
    """How many pairs of characters of a body's own name, less what kind of body it is, a field has."""
    return sum(pair in field for pair in grams_of(_KIND_OF_BODY.sub("", name)))


def _answers(task: Task, number: str) -> bool:
    """Whether a contact has the telephone number a question gives, however it is written."""
    contact = task.duty.contact
    return contact is not None and _digits(contact.phone.name).endswith(_digits(number)[-8:])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
