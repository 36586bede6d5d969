"""A small corpus made by hand, without the parsers: two documents, a handful of tasks."""

from __future__ import annotations

import hashlib

from corpus.models import (
    Clause,
    Corpus,
    Coverage,
    Document,
    Duty,
    Layout,
    Named,
    Task,
    TaskKind,
)

_TEXTS = {
    "pledges-2024": [
        ("科技厅", "1", "培育科技型企业。科技型中小企业突破5万家，高新技术企业达到3万家。（张三）"),
        ("科技厅", "2", "建设省级实验室。新建重点实验室10家，开放共享大型仪器。（李四）"),
        ("教育厅", "1", "扩大学前教育资源。新建改扩建幼儿园100所，新增学位3万个。（王五）"),
        ("教育厅", "2", "推进职业教育。建设高水平职业院校20所，开展产教融合试点。（赵六）"),
    ],
    "tasks-2023": [
        ("", "1", "发展新能源。新增海上风电装机200万千瓦，推广加氢站建设。（牵头单位：能源局）"),
        ("", "2", "治理大气污染。淘汰老旧柴油货车，推动清洁取暖改造。（牵头单位：生态环境厅）"),
        ("", "3", "建设充电设施。公共充电桩达到10万台，覆盖高速服务区。（牵头单位：能源局）"),
    ],
}


def handmade_corpus(documents: tuple[str, ...] = ("pledges-2024", "tasks-2023")) -> Corpus:
    """The documents named, with every task cut into clauses at 。 and ，."""
    sources = {name: "\n".join(text for *_, text in _TEXTS[name]) for name in documents}
    tasks = [task for name in documents for task in _tasks(name)]
    return Corpus(tuple(_document(name) for name in documents), tuple(tasks), (), sources)


def _document(name: str) -> Document:
    text = "\n".join(text for *_, text in _TEXTS[name])
    return Document(
        id=name,
        title=f"{name[-4:]}年重点任务",
        number=None,
        issuer="省政府",
        issued=None,
        period=(int(name[-4:]),),
        layout=Layout.TASK_LIST,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        file=f"{name}.txt",
        coverage=Coverage(complete=True),
    )


def _tasks(name: str) -> list[Task]:
    tasks = []
    start = 0
    for unit, number, text in _TEXTS[name]:
        tasks.append(_task(name, unit, number, text, start))
        start += len(text) + 1
    return tasks


def _task(name: str, unit: str, number: str, text: str, start: int) -> Task:
    path = (unit,) if unit else ()
    task_id = "/".join((name, *path, number))
    duty_at = text.rindex("（")
    who = text[duty_at + 1 : -1].rsplit("：", maxsplit=1)[-1]
    named = Named(who, text.rindex(who), text.rindex(who) + len(who))
    return Task(
        id=task_id,
        document_id=name,
        kind=TaskKind.COMMITMENT,
        unit=unit,
        path=path,
        number=number,
        locator=f"{name} 第{number}项",
        text=text,
        plain=text,
        offsets=tuple(range(start, start + len(text))),
        body=(0, duty_at),
        title=text[: text.index("。")],
        duty=Duty(leads=(named,)) if "牵头" in text else Duty(people=(named,)),
        period=(int(name[-4:]),),
        clauses=tuple(_clauses(task_id, text[:duty_at])),
    )


def _clauses(task_id: str, body: str) -> list[Clause]:
    clauses: list[Clause] = []
    start = 0
    for place, char in enumerate(body):
        if char in "。，":
            text = body[start : place + 1]
            clauses.append(Clause(task_id, len(clauses), start, place + 1, text, text))
            start = place + 1
    return clauses
