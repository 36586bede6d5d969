"""Lies close to the truth, and names moved between passages cited together: none reaches a reader."""

from __future__ import annotations

import random
import re
from collections import Counter

from assistant.citing import Citer
from assistant.generating.breaker import Breaker
from assistant.statements import Evidence, Statement
from corpus.models import Task
from tests.assistant.generating.close_lies import CLOSE_LIES
from tests.assistant.generating.conftest import Workshop, model_of, question
from tests.assistant.generating.lying import Subject, subjects
from tests.assistant.generating.serving import Script

ANSWERS = 336


def test_no_close_lie_reaches_a_reader(workshop: Workshop, script: Script) -> None:
    generator = workshop.generator(model_of(script), Breaker(failures=1000))
    told: Counter[str] = Counter()
    for subject in subjects(workshop.corpus, workshop.bodies, seed=17):
        found = _lie(subject, told)
        if found is None:
            continue
        name, false = found
        script.says(f"{false}[P1]。\n文件提出，{false}[P1][P1]")
        written = generator.write(question(), workshop.composed(subject.sentence))
        told[name] += 1
        for statement in written.composed.statements:
            # What is left is the passage's own words: as composed, or put right from the clause.
            said = _bare(statement.text)
            assert said.endswith(_bare(subject.sentence)), (name, statement.text)
        answer = "\n".join(Citer(workshop.corpus).cite(written.composed.statements).lines)
        assert not re.search(r"evil|<|&|2031|⑨|［", answer)
        if told.total() == ANSWERS:
            break
    assert told.total() == ANSWERS
    assert min(told[name] for name in CLOSE_LIES) >= 5, told


def _lie(subject: Subject, told: Counter[str]) -> tuple[str, str] | None:
    for name in sorted(CLOSE_LIES, key=lambda name: told[name]):
        false = CLOSE_LIES[name](subject)
        if false is not None and _bare(false) != _bare(subject.sentence):
            return name, false
    return None


def _bare(text: str) -> str:
    return re.sub(r"[*\s。，]", "", text)


def _clause(task: Task) -> Evidence:
    return Evidence(task, task.clauses[0].start, task.clauses[0].end)


def _kept(workshop: Workshop, text: str, *evidence: Evidence) -> list[str]:
    kept, _ = workshop.checker.check([Statement(text, evidence, written=True)])
    return [statement.text for statement in kept]


def test_a_name_is_told_whole_and_of_its_own_task(workshop: Workshop) -> None:
    tasks = [t for t in workshop.corpus.tasks if t.duty.people]
    choice = random.Random(3)
    told = 0
    for _ in range(40):
        one, other = choice.sample(tasks, 2)
        own, foreign = one.duty.people, other.duty.people
        if foreign[0].name in one.plain:
            continue
        words = one.clauses[0].plain.split("，")[0].rstrip("。；")
        cited = (_clause(one), Evidence(one, own[0].start, own[-1].end))
        both = (*cited, _clause(other), Evidence(other, foreign[0].start, foreign[-1].end))
        names = "、".join(person.name for person in own)
        wrong = f"{own[0].name[:-1]}嬛"
        assert _kept(workshop, f"{words}，责任人为{names}", *cited)
        for false in (
            f"责任人：{wrong}", f"责任人：{own[0].name}华", f"{words}，责任人为{wrong}",
            f"{words}，责任人是{own[0].name[0]}", f"牵头单位：{own[0].name}", f"负责人：{wrong}",
            f"{wrong}负责{words}",
        ):  # fmt: skip
            assert not _kept(workshop, false, *cited), false
        for false in (f"{words}，责任人为{foreign[0].name}", f"{words}由{foreign[0].name}负责"):
            assert not _kept(workshop, false, *both), false
        told += 1
    assert told >= 30


def test_lead_and_participant_keep_their_labels(workshop: Workshop) -> None:
    tasks = [t for t in workshop.corpus.tasks if len(t.duty.leads) == 1 and t.duty.participants]
    for task in tasks[:30]:
        lead, others = task.duty.leads[0], task.duty.participants
        cited = (
            _clause(task),
            Evidence(task, lead.start, lead.end),
            Evidence(task, others[0].start, others[-1].end),
        )
        words = (task.title or task.clauses[0].plain.split("，")[0]).rstrip("。；")
        assert _kept(workshop, f"{words}由{lead.name}牵头", *cited)
        for false in (
            f"牵头单位：{others[0].name}", f"参与单位：{lead.name}",
            f"{words}由{others[0].name}牵头", f"{words}，责任单位：{others[0].name}",
            f"{words}的牵头单位是{lead.name}和{others[0].name}",
        ):  # fmt: skip
            assert not _kept(workshop, false, *cited), false


def test_figures_of_two_passages_cited_together_are_not_exchanged(workshop: Workshop) -> None:
    told = 0
    found = [s for s in subjects(workshop.corpus, workshop.bodies, seed=9) if len(s.figures()) == 1]
    choice = random.Random(1)
    for one in found:
        figure = one.figures()[0]
        others = [
            other
            for other in found
            if (own := other.figures()[0]).unit == figure.unit
            and own.value != figure.value
            and other.task.id != one.task.id
        ]
        if not others or not re.search(r"\d", figure.text):
            continue
        other = choice.choice(others)
        false = one.sentence.replace(figure.text, other.figures()[0].text)
        evidence = [workshop.evidence(one.sentence), workshop.evidence(other.sentence)]
        for text in _kept(workshop, false, *evidence):
            assert figure.text in text, f"{false} was not put right"
        told += 1
        if told == 60:
            break
    assert told == 60
