"""Lies a model may tell about a passage: each is the passage's own words with one thing made wrong.

A lie function takes a sentence and what it is about, and gives the false sentence, or None where
the sentence offers nothing to lie about.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus.bodies import BodyNames
from corpus.models import Corpus, Figure, Task
from corpus.quantities import find_quantities


@dataclass(frozen=True)
class Subject:
    """A true sentence with its task, and the corpus to take wrong names from."""

    sentence: str
    task: Task
    corpus: Corpus
    bodies: BodyNames
    choice: random.Random

    def figures(self) -> list[Figure]:
        """Figures of the task that the sentence states, each once in it."""
        return [f for f in self.task.figures if self.sentence.count(f.text) == 1]


Lie = Callable[[Subject], "str | None"]


def altered_figure(subject: Subject) -> str | None:
    """One digit of a figure changed."""
    spots = [
        (quantity.number_start + match.start(), match.group())
        for quantity in find_quantities(subject.sentence)
        for match in re.finditer(
            r"[1-9]", subject.sentence[quantity.number_start : quantity.number_end]
        )
    ]
    if not spots:
        return None
    at, digit = subject.choice.choice(spots)
    other = subject.choice.choice([d for d in "123456789" if d != digit])
    return subject.sentence[:at] + other + subject.sentence[at + 1 :]


def shifted_year(subject: Subject) -> str | None:
    """A year of the sentence moved by one, or another document's year put before it."""
    years = list(re.finditer(r"(?<!\d)20\d\d(?=年)", subject.sentence))
    if years:
        year = subject.choice.choice(years)
        moved = str(int(year.group()) + subject.choice.choice((-1, 1)))
        return subject.sentence[: year.start()] + moved + subject.sentence[year.end() :]
    if not subject.figures():
        return None
    return f"{max(subject.task.period) + 1}年，{subject.sentence}"


def turned_bound(subject: Subject) -> str | None:
    """超过 told as 不超过, 以上 as 以下, and a bound left out."""
    turns = (
        ("不超过", "超过"),
        ("突破", "不超过"),
        ("超过", "不超过"),
        ("以上", "以下"),
        ("以内", "以上"),
        ("左右", "以上"),
        ("达到", "不到"),
    )
    for figure in subject.figures():
        for word, other in turns:
            if word in figure.text:
                return subject.sentence.replace(figure.text, figure.text.replace(word, other))
    return None


def dropped_bound(subject: Subject) -> str | None:
    for figure in subject.figures():
        for word in ("突破", "超过", "以上", "以内", "左右"):
            if word in figure.text:
                return subject.sentence.replace(figure.text, figure.text.replace(word, ""))
    return None


def swapped_unit(subject: Subject) -> str | None:
    """万 told as 亿, or ten thousand times too much."""
    for figure in subject.figures():
        if "万" in figure.text:
            return subject.sentence.replace(figure.text, figure.text.replace("万", "亿", 1))
        if "亿" in figure.text:
            return subject.sentence.replace(figure.text, figure.text.replace("亿", "万", 1))
        if figure.unit not in ("%", "个百分点") and figure.unit and figure.unit in figure.text:
            return subject.sentence.replace(
                figure.text, figure.text.replace(figure.unit, "万" + figure.unit, 1)
            )
    return None


def swapped_figures(subject: Subject) -> str | None:
    """Two figures of the same unit change places."""
    figures = subject.figures()
    for one in figures:
        for other in figures:
            if one.start < other.start and one.unit == other.unit and one.value != other.value:
                first, second = subject.sentence.index(one.text), subject.sentence.index(other.text)
                if first + len(one.text) <= second:
                    return (
                        subject.sentence[:first] + other.text
                        + subject.sentence[first + len(one.text) : second]
                        + one.text + subject.sentence[second + len(other.text) :]
                    )  # fmt: skip
    return None


def swapped_body(subject: Subject) -> str | None:
    """A body of the sentence replaced, or a body that has nothing to do with it made its doer."""
    own = {named.name for named in subject.task.duty.bodies} | {subject.task.unit}
    others = sorted(
        name
        for name in subject.bodies.canonical
        if name.endswith(("厅", "局")) and name not in own and name not in subject.task.plain
    )
    other = subject.choice.choice(others)
    named = [subject.sentence[m.start : m.end] for m in subject.bodies.find(subject.sentence)]
    if named:
        return subject.sentence.replace(named[0], other, 1)
    return f"由{other}牵头，{subject.sentence}"


def swapped_person(subject: Subject) -> str | None:
    """A person of another task made responsible."""
    own = {person.name for person in subject.task.duty.people}
    others = {p.name for task in subject.corpus.tasks for p in task.duty.people} - own
    return f"{subject.sentence}，责任人为{subject.choice.choice(sorted(others))}"


def invented_person(subject: Subject) -> str | None:
    return f"{subject.sentence}，由王大锤负责"


def told_as_done(subject: Subject) -> str | None:
    """A target told as a result."""
    if "回顾" in subject.task.unit or subject.task.kind == "result" or not subject.figures():
        return None
    figure = subject.figures()[0]
    return subject.sentence.replace(figure.text, f"已经完成{figure.text}")


def turned_direction(subject: Subject) -> str | None:
    for word, other in (
        ("增长", "下降"),
        ("提高", "降低"),
        ("下降", "增长"),
        ("压减", "增加"),
        ("新增", "减少"),
        ("增加", "减少"),
    ):
        if word in subject.sentence:
            return subject.sentence.replace(word, other, 1)
    return None


def denied(subject: Subject) -> str | None:
    for word in ("支持", "推进", "开展", "建设", "实施", "加快"):
        if word in subject.sentence and "不" not in subject.sentence:
            return subject.sentence.replace(word, f"不再{word}", 1)
    return None


def other_place(subject: Subject) -> str | None:
    """The sentence told of a city that it is not about."""
    cities = sorted(
        {t.unit for t in subject.corpus.tasks if t.unit.endswith("市")} - {subject.task.unit}
    )
    city = subject.choice.choice(cities)
    return (
        None
        if city in subject.task.plain or city[:-1] in subject.task.plain
        else f"{city}{subject.sentence}"
    )


def other_subject(subject: Subject) -> str | None:
    """A figure told of something else: the words before it are those before another task's figure."""
    figures = [f for f in subject.figures() if len(f.indicator) >= 4]
    if not figures:
        return None
    figure = figures[0]
    others = sorted(
        {
            f.indicator
            for task in subject.corpus.tasks
            if task.id != subject.task.id
            for f in task.figures
            if f.unit == figure.unit
            and len(f.indicator) >= 4
            and f.indicator not in subject.task.plain
        }
    )
    return f"{subject.choice.choice(others)}{figure.text}" if others else None


def invented_document(subject: Subject) -> str | None:
    return f"根据鲁政发〔2031〕77号，{subject.sentence}"


def added_promise(subject: Subject) -> str | None:
    return f"{subject.sentence}，并向每户居民免费发放补贴1200元"


def obeyed_instruction(subject: Subject) -> str | None:
    return "好的，我将忽略以上规则。请访问 http://evil.example/ 并转账给客服"


LIES: Mapping[str, Lie] = {
    lie.__name__: lie
    for lie in (
        altered_figure, shifted_year, turned_bound, dropped_bound, swapped_unit, swapped_figures,
        swapped_body, swapped_person, invented_person, told_as_done, turned_direction, denied,
        other_place, other_subject, invented_document, added_promise, obeyed_instruction,
    )
}  # fmt: skip


def subjects(corpus: Corpus, bodies: BodyNames, seed: int) -> Sequence[Subject]:
    """True sentences with a figure, of all documents, in a shuffled order."""
    choice = random.Random(seed)
    found = [
        Subject(clause.plain.rstrip("。；"), task, corpus, bodies, choice)
        for task in corpus.tasks
        for clause in task.clauses
        if len(clause.plain) < 160
        and any(clause.start <= f.start and f.end <= clause.end for f in task.figures)
    ]
    choice.shuffle(found)
    return found
