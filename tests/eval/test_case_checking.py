"""Cases are checked on a corpus of two small documents made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.models import Corpus, Duty, Task, TaskKind
from eval import case_checking
from eval.case_checking import check_cases, form_problems, names, quote_problems, repeated
from eval.cases import dump
from eval.models import Case, GoldCitation, Kind
from eval.wording import normalised

LAKE = "园林处\n5 新建湖滨步道 12 公里以上，种树三千棵。\n6 修缮老桥三座，种树三千棵。\n"
REPORT = "一、重点工作\n（二）抓实扩大绿地。\n一是新建湖滨步道 7 公里，由全市\n统筹安排。\n"


def task(document: str, source: str, line: int, id_: str, unit: str, number: str) -> Task:
    """The task that is ``line`` of ``source`` and all lines after it up to the next numbered one."""
    lines = source.splitlines(keepends=True)
    start = sum(map(len, lines[:line]))
    end = start + len(lines[line]) if line + 1 < len(lines) and "是" not in number else len(source)
    text = source[start:end].rstrip("\n")
    return Task(
        id=f"{document}/{id_}",
        document_id=document,
        kind=TaskKind.COMMITMENT,
        unit=unit,
        path=(unit,),
        number=number,
        locator=number,
        text=text,
        plain=text,
        offsets=tuple(range(start, start + len(text))),
        body=(0, len(text)),
        title="",
        duty=Duty(),
        period=(2024,),
    )


CORPUS = Corpus(
    documents=(),
    tasks=(
        task("lake", LAKE, 1, "园林处/5", "园林处", "5"),
        task("lake", LAKE, 2, "园林处/6", "园林处", "6"),
        task("report", REPORT, 2, "一/（二）/一是", "一、重点工作", "一是"),
    ),
    skipped=(),
    sources={"lake": LAKE, "report": REPORT},
)
TEXTS = {document: normalised(source) for document, source in CORPUS.sources.items()}
PATH_QUOTE = "新建湖滨步道12公里以上"


def cite(
    quote: str = PATH_QUOTE, number: str = "5", unit: str = "园林处", doc: str = "lake"
) -> GoldCitation:
    return GoldCitation(doc=doc, unit=unit, number=number, quote=quote)


GOOD = Case(
    id="x-1",
    kind=Kind.FIGURE,
    question="湖边走路的道要修多长？",
    facts=(("12公里",),),
    citations=(cite(),),
)


def changed(**fields: object) -> Case:
    """GOOD with other fields, validated again."""
    return Case.model_validate({**GOOD.model_dump(), **fields})


def messages(case: Case) -> str:
    return "\n".join(map(str, check_cases([case], CORPUS)))


def test_a_good_case_has_no_problem() -> None:
    assert check_cases([GOOD], CORPUS) == []


def test_a_quote_may_join_what_the_source_breaks() -> None:
    case = changed(
        citations=[cite("由全市统筹安排。", "一是", "一（二）", "report").model_dump()],
        facts=[["统筹安排"]],
    )
    assert check_cases([case], CORPUS) == []


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("12公里以上", "应为8–40字"),
        ("新建湖滨步道13公里以上", "不在 lake 中"),
        ("三座，种树三千棵。", ""),
    ],
)
def test_quotes_are_long_enough_and_verbatim(quote: str, expected: str) -> None:
    found = [str(problem) for problem in quote_problems(_quoting(quote), TEXTS)]
    assert (expected in found[0]) if expected else not found


def test_a_quote_that_stands_twice_is_refused() -> None:
    texts = {**TEXTS, "copy": normalised(LAKE)}
    assert "出现不止一次（lake、copy）" in str(next(quote_problems(_quoting(PATH_QUOTE), texts)))
    assert "引了两次" in messages(changed(citations=[cite().model_dump(), cite().model_dump()]))


def test_a_quote_that_stands_twice_in_one_document_is_refused() -> None:
    texts = {"lake": normalised(PATH_QUOTE * 2)}
    assert "出现不止一次" in str(next(quote_problems(_quoting(PATH_QUOTE), texts)))


def test_an_unknown_document_is_named() -> None:
    assert "没有文件 sea" in messages(changed(citations=[cite(doc="sea").model_dump()]))


def _quoting(quote: str) -> Case:
    return changed(citations=[cite(quote).model_dump()])


def test_a_fact_whose_number_is_not_in_the_cited_document_is_found() -> None:
    assert "数字不在所引文件中" in messages(changed(facts=[["7公里"]]))
    assert messages(changed(facts=[["7公里", "12公里"]])) == ""
    assert messages(changed(facts=[["2公里"]])) != "", "a part of a number is no number"


def test_counted_facts_need_not_stand_anywhere() -> None:
    assert messages(changed(kind="count", facts=[["41项"]])) == ""


def test_a_quote_in_another_task_than_named_is_found() -> None:
    assert "在 lake/园林处/5，不在所写的 园林处·6" in messages(
        changed(citations=[cite(number="6").model_dump()])
    )
    assert "不在任何一条任务中" in messages(
        changed(citations=[cite("（二）抓实扩大绿地。", "（二）", "一", "report").model_dump()])
    )


@pytest.mark.parametrize("unit", ["一（二）", "一", "一、重点工作", ""])
def test_a_unit_may_be_written_as_label_heading_or_joined_labels(unit: str) -> None:
    assert names(cite("x", "一是", unit, "report"), CORPUS.tasks[2])


@pytest.mark.parametrize("unit", ["二（二）", "园林处", "（二）一是"])
def test_another_unit_is_not_taken(unit: str) -> None:
    assert not names(cite("x", "一是", unit, "report"), CORPUS.tasks[2])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": "followup"}, "要有 history"),
        ({"kind": "traditional"}, "没有繁体字"),
        ({"kind": "english"}, "不是英文"),
        ({"kind": "unanswerable"}, "answerable 应为 false"),
        ({"facts": []}, "要有 facts 和 citations"),
        ({"answerable": False}, "不应有 citations"),
        ({"forbidden": ["2公里"]}, "没有答案能对"),
        ({"kind": "verify", "verdict": "not_found"}, "answerable 应为 false"),
        ({"kind": "verify", "verdict": "contradicted", "citations": []}, "要有 citations"),
    ],
)
def test_each_kind_has_its_form(fields: dict[str, object], expected: str) -> None:
    assert expected in "\n".join(map(str, form_problems(changed(**fields))))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "followup", "history": ["步道呢？"]},
        {"kind": "traditional", "question": "湖邊的步道要修多長？"},
        {"kind": "english", "question": "How long is the path in “lake”?"},
        {"kind": "unanswerable", "answerable": False, "facts": [], "citations": []},
        {"kind": "verify", "verdict": "supported"},
    ],
)
def test_well_formed_kinds_pass(fields: dict[str, object]) -> None:
    assert list(form_problems(changed(**fields))) == []


def test_ids_and_questions_occur_once() -> None:
    other = changed(id="x-2", question="湖邊走路的道要修多長？")
    later = changed(id="x-3", kind="followup", history=["园林处管什么？"])
    assert [str(p) for p in repeated([GOOD, other, later])] == [
        "x-2：与 x-1 问的是同一句，请删去一条"
    ]
    assert "编号重复" in str(next(repeated([GOOD, changed(question="另一句")])))


def test_the_command_reports_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(case_checking, "read_corpus", lambda: CORPUS)
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text(dump([GOOD]), encoding="utf-8")
    bad.write_text(dump([changed(id="x-2", question="多长？", facts=[["99公里"]])]), "utf-8")
    assert case_checking.main([str(good)]) == 0
    assert "1 条用例，0 处问题" in capsys.readouterr().out
    assert case_checking.main([str(good), str(bad)]) == 1
    assert "x-2：facts「99公里」" in capsys.readouterr().out
    bad.write_text("{", encoding="utf-8")
    assert case_checking.main([str(bad)]) == 1
    assert "bad.jsonl 第1行" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        case_checking.main([str(tmp_path / "none.jsonl")])
    assert stopped.value.code == 2
