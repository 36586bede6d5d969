"""How places, clauses and duties are worded in answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.statements import Evidence, Statement
from assistant.understanding.query import Asked
from corpus.models import Corpus, Figure, Named, Task

LONG_CLAUSE = 110
"""Characters up to which a clause is shown whole."""
_ELISION = "……"
_LEAST_LEFT_OUT = 12
"""Characters between two parts of a clause that are rather shown than left out."""


def place_label(task: Task, corpus: Corpus) -> str:
    """Where a task stands, short enough to begin a sentence with."""
    document = corpus.documents_by_id[task.document_id]
    if document.number:
        return task.locator
    place = task.locator.removeprefix(document.title).strip()
    placed = place if task.place in place else f"{task.place} {place}"
    if task.duty.people or task.duty.contact:
        return f"{placed}（{_years(task.period)}公开承诺）"
    return f"{document.title} {place if task.place in document.title else placed}"


def _years(period: Sequence[int]) -> str:
    return f"{period[0]}年" if len(period) == 1 else f"{period[0]}—{period[-1]}年"


def incomplete_notes(tasks: Iterable[Task], corpus: Corpus) -> str:
    """What our copies lack of the documents that ``tasks`` stand in."""
    held = {task.document_id for task in tasks}
    incomplete = (d for d in corpus.documents if d.id in held and not d.coverage.complete)
    return " ".join(document.coverage.note for document in incomplete)


def cut_off_notes(tasks: Iterable[Task], corpus: Corpus) -> str:
    """The same, only where ``tasks`` stand in a unit of which our copy holds the beginning."""
    return incomplete_notes(
        (
            task
            for task in tasks
            if task.unit in corpus.documents_by_id[task.document_id].coverage.cut_off
        ),
        corpus,
    )


def joined_names(names: Sequence[Named]) -> str:
    """Names as an answer lists them."""
    return "、".join(named.name for named in names)


def span_of(names: Sequence[Named], task: Task) -> Evidence:
    """The characters from the first of some names to the last."""
    return Evidence(task, min(n.start for n in names), max(n.end for n in names))


def people_statement(task: Task) -> Statement | None:
    """The persons who answer for a task, None where it names none."""
    people = task.duty.people
    if not people:
        return None
    return Statement(
        f"责任人{_how_many(people, '人')}：**{joined_names(people)}**",
        (span_of(people, task),),
        computed=(str(len(people)), f"{len(people)}人"),
    )


def leads_statement(task: Task) -> Statement | None:
    """牵头单位, or those who share the task where nobody leads it."""
    if leads := task.duty.leads:
        label = leads[0].role.replace("部门", "单位") or "牵头单位"
        return Statement(
            f"{label}{_how_many(leads)}：**{joined_names(leads)}**",
            (span_of(leads, task),),
            computed=(str(len(leads)), f"{len(leads)}家"),
        )
    if shared := task.duty.responsible:
        return Statement(
            f"按职责分工负责（没有单列牵头单位，共{len(shared)}家）：**{joined_names(shared)}**",
            (span_of(shared, task),),
            computed=(str(len(shared)), f"{len(shared)}家"),
        )
    return None


def pledging_statement(task: Task) -> Statement | None:
    """The department or city whose own pledge a task is."""
    people = task.duty.people
    if not people or task.duty.bodies:
        return None
    return Statement(
        f"承诺单位：**{task.unit}**，责任人：**{joined_names(people)}**", (span_of(people, task),)
    )


def participants_statement(task: Task) -> Statement | None:
    """The bodies that take part in a task without leading it, None where it names none."""
    others = task.duty.participants
    if not others:
        return None
    label = others[0].role.replace("部门", "单位") or "配合单位"
    return Statement(
        f"{label}{_how_many(others)}：**{joined_names(others)}**",
        (span_of(others, task),),
        computed=(str(len(others)),),
    )


def _how_many(names: Sequence[Named], measure: str = "家") -> str:
    return f"（{len(names)}{measure}）" if len(names) > 1 else ""


def deadline_statement(task: Task) -> Statement | None:
    """The 完成时间 of a task, None where it has none."""
    deadline = task.duty.deadline
    if deadline is None:
        return None
    return Statement(
        f"完成时间：**{deadline.text}**", (Evidence(task, deadline.start, deadline.end),)
    )


def contact_statement(task: Task) -> Statement | None:
    """Name and telephone of a unit's contact line, None where a task is no such line."""
    contact = task.duty.contact
    if contact is None:
        return None
    return Statement(
        f"联系人：**{contact.name.name}**，电话：**{contact.phone.name}**",
        (Evidence(task, contact.name.start, contact.phone.end),),
    )


def duty_statements(task: Task, asks: frozenset[Asked]) -> list[Statement]:
    """What a task says of the duties asked for, in a fixed order."""
    found: list[Statement | None] = []
    if Asked.PERSON in asks:
        found.append(people_statement(task))
    if Asked.LEAD in asks or (Asked.PERSON in asks and not task.duty.people):
        found.append(
            leads_statement(task)
            or (pledging_statement(task) if Asked.PERSON not in asks else None)
            or (people_statement(task) if Asked.PERSON not in asks else None)
        )
    if Asked.PARTICIPANT in asks:
        found.append(participants_statement(task))
    if Asked.DATE in asks:
        found.append(deadline_statement(task))
    return [statement for statement in found if statement is not None]


def duties_named(asks: frozenset[Asked]) -> str:
    """The duties asked for, in words, to say that a task does not name them."""
    words = {
        Asked.PERSON: "责任人",
        Asked.LEAD: "牵头单位",
        Asked.PARTICIPANT: "配合单位",
        Asked.DATE: "完成时间",
    }
    return "、".join(word for asked, word in words.items() if asked in asks)


def clause_text(task: Task, start: int, end: int, marked: Sequence[Figure] = ()) -> str:
    """plain[start:end] as it is put into an answer, the figures asked for in bold."""
    pieces, at = [], start
    for figure in sorted(marked, key=lambda figure: figure.start):
        if start <= figure.start and figure.end <= end and figure.start >= at:
            pieces.append(task.plain[at : figure.start])
            pieces.append(f"**{task.plain[figure.start : figure.end]}**")
            at = figure.end
    pieces.append(task.plain[at:end])
    return "".join(pieces).rstrip("。；，")


def body_text(task: Task) -> str:
    """The whole body of a task in simplified script."""
    return task.plain[task.body[0] : task.body[1]].strip()


def summary(task: Task, length: int = 40) -> str:
    """A task in a few words: its title, or the beginning of its body."""
    if task.title:
        return task.title
    body = body_text(task)
    first = re.split(r"[。；]", body)[0]
    if length > len(first) * 2:  # room for more than the first sentence
        first = body.rstrip("。；")
    if len(first) <= length:
        return first
    cut = re.sub(r"[0-9.]+[万亿]?$", "", first[:length])  # a figure is shown whole or not at all
    comma = cut.rfind("，")
    return (cut[:comma] if comma > length // 2 else cut) + "…"


def relevant_spans(
    plain: str,
    start: int,
    end: int,
    wanted: Sequence[tuple[int, int]],
    longest: int = LONG_CLAUSE,
) -> list[tuple[int, int]]:
    """The parts, between commas, of a long clause that hold what is wanted.

    ``wanted`` are text offsets that must be shown. A clause up to ``longest`` characters is shown
    whole. Parts that little is left out between are one part.
    """
    if end - start <= longest or not wanted:
        return [(start, end)]
    segments = _segments(plain, start, end)
    kept = [
        segment
        for segment in segments
        if any(segment[0] < stop and begin < segment[1] for begin, stop in wanted)
    ]
    if not kept:
        return [(start, end)]
    merged = [kept[0]]
    for segment in kept[1:]:
        if segment[0] - merged[-1][1] <= _LEAST_LEFT_OUT:
            merged[-1] = (merged[-1][0], segment[1])
        else:
            merged.append(segment)
    return merged


def _segments(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts, depth = [start], 0
    for at in range(start, end):
        if plain[at] in "（“《":
            depth += 1
        elif plain[at] in "）”》":
            depth = max(0, depth - 1)
        elif plain[at] in "，；。" and depth == 0:
            cuts.append(at + 1)
    if cuts[-1] != end:
        cuts.append(end)
    return list(pairwise(cuts))


def elided(task: Task, spans: Sequence[tuple[int, int]], marked: Sequence[Figure]) -> str:
    """The spans' text in order, with "……" where something between them is left out."""
    return _ELISION.join(clause_text(task, start, end, marked) for start, end in spans)
