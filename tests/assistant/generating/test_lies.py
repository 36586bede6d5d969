"""A model that lies on purpose: nothing false reaches a reader, in 300 answers over HTTP."""

from __future__ import annotations

import re
from collections import Counter

from assistant.citing import Citer
from assistant.generating.breaker import Breaker
from assistant.generating.generating import Written
from assistant.statements import Evidence, Statement
from corpus.quantities import find_quantities
from tests.assistant.generating.conftest import Workshop, model_of, question
from tests.assistant.generating.lying import LIES, Subject, subjects
from tests.assistant.generating.serving import Script

ANSWERS = 300
# The words of another indicator may be the same thing in other words; whether they are is for people
# to judge. Such a lie must at least never move a figure to a passage that does not hold it.
MAY_BE_TRUE = {"other_subject"}
# "控制在241亿以内" says the same without 以内.
SAME_WITHOUT = re.compile(r"控制在|不超过|限")


def test_no_lie_in_300_answers_reaches_a_reader(workshop: Workshop, script: Script) -> None:
    true = subjects(workshop.corpus, workshop.bodies, seed=7)
    generator = workshop.generator(model_of(script), Breaker(failures=1000))
    told: Counter[str] = Counter()
    answers = 0
    for place, subject in enumerate(true):
        found = _lie(subject, told)
        if found is None:
            continue
        name, false = found
        composed = workshop.composed(subject.sentence)
        script.says(_answer(place, subject, false))
        written = generator.write(question(), composed)
        told[name] += 1
        answers += 1
        _expect_nothing_false(written, false if name not in MAY_BE_TRUE else "", workshop)
        if answers == ANSWERS:
            break
    assert answers == ANSWERS
    assert min(told[name] for name in LIES) >= 10, told
    assert len(script.requests) == ANSWERS


def _lie(subject: Subject, told: Counter[str]) -> tuple[str, str] | None:
    """The lie told least so far that this sentence offers."""
    for name in sorted(LIES, key=lambda name: told[name]):
        if name == "dropped_bound" and SAME_WITHOUT.search(subject.sentence):
            continue
        false = LIES[name](subject)
        if false is not None and _bare(false) != _bare(subject.sentence):
            return name, false
    return None


def _answer(place: int, subject: Subject, false: str) -> str:
    """The lie alone, beside the truth, or with tokens that name nothing."""
    forms = (
        f"{false}[P1]。",
        f"文件提出，{subject.sentence}[P1]。\n{false}[P1]。",
        f"{false}[P1][P77]。{false}[P42]",
        f"1. **{false}** [P1]\n2. {subject.sentence}[鲁政发〔2031〕77号 第3条]",
    )
    return forms[place % len(forms)]


def _expect_nothing_false(written: Written, false: str, workshop: Workshop) -> None:
    cited = Citer(workshop.corpus).cite(written.composed.statements)
    answer = "\n".join(cited.lines)
    for statement in written.composed.statements:
        assert not false or not _bare(statement.text).endswith(_bare(false)), statement.text
    assert "〔2031〕" not in answer
    assert "evil" not in answer
    for statement, line in zip(written.composed.statements, cited.lines, strict=True):
        quoted = " ".join(evidence.plain for evidence in statement.evidence)
        amounts = {(q.value, q.upper, q.unit, q.bound) for q in find_quantities(quoted)}
        for quantity in find_quantities(statement.text):
            said = (quantity.value, quantity.upper, quantity.unit, quantity.bound)
            assert said in amounts, f"{quantity.text} in {line}"
    for citation in cited.citations:
        assert citation.task_id in workshop.corpus.tasks_by_id


def _bare(text: str) -> str:
    return re.sub(r"[*\s。，]", "", text)


def test_a_true_sentence_of_another_passage_does_not_count(
    workshop: Workshop, script: Script
) -> None:
    true = [s for s in subjects(workshop.corpus, workshop.bodies, seed=3) if s.figures()]
    leaked = []
    for one, other in zip(true[:40], true[40:80], strict=True):
        generator = workshop.generator(model_of(script), None, other.task)
        script.says(f"{one.sentence}[P2]。")
        written = generator.write(question(), workshop.composed(one.sentence))
        if written.generator.startswith("llm"):
            leaked.append(one.sentence)
    assert not leaked


def test_roles_are_not_exchanged(workshop: Workshop, script: Script) -> None:
    told = 0
    for task in workshop.corpus.tasks:
        duty = task.duty
        if len(duty.leads) != 1 or not duty.participants or not task.title:
            continue
        lead, other = duty.leads[0].name, duty.participants[0].name
        composed = workshop.composed(task.clauses[0].plain)
        script.says(f"{task.title}由{other}牵头，{lead}配合[P1]。\n{task.title}由{other}牵头[P1]")
        written = workshop.generator(model_of(script)).write(question(), composed)
        assert not any(s.written for s in written.composed.statements), task.locator
        told += 1
        if told == 20:
            break
    assert told == 20


def test_a_duty_is_told_under_its_own_label_only(workshop: Workshop) -> None:
    task = next(
        t for t in workshop.corpus.tasks if t.duty.deadline and "长期" in t.duty.deadline.text
    )
    deadline = task.duty.deadline
    assert deadline is not None
    cited = (Evidence(task, deadline.start, deadline.end),)
    for label, held in (("完成时间", True), ("联系人", False), ("责任人", False)):
        statement = Statement(f"{label}：{deadline.text}", cited, written=True)
        kept, _ = workshop.checker.check([statement])
        assert bool(kept) is held, label
