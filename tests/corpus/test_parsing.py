"""The five documents, parsed: every count, span, duty and deadline that was read off them by eye."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from corpus.models import Corpus, TaskKind
from corpus.reading import read_corpus
from corpus.tracing import tight_characters


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus()


def commitments(corpus: Corpus, document: str) -> dict[str, int]:
    return Counter(
        task.unit
        for task in corpus.tasks
        if task.document_id == document and task.kind is TaskKind.COMMITMENT
    )


def test_the_provincial_pledges(corpus: Corpus) -> None:
    assert commitments(corpus, "provincial-pledges-2024") == {
        "省发展改革委": 11,
        "省教育厅": 10,
        "省科技厅": 10,
        "省工业和信息化厅": 10,
        "省民族宗教委": 9,
    }


def test_the_city_pledges(corpus: Corpus) -> None:
    found = commitments(corpus, "city-pledges-2023")
    assert found == {"济南市": 20, "青岛市": 18, "淄博市": 7}


def test_the_action_plans(corpus: Corpus) -> None:
    assert list(commitments(corpus, "action-plans-2024-2025").values()) == [
        12, 9, 59, 21, 15, 30, 26, 20, 18, 13, 21, 18, 7,
    ]  # fmt: skip
    kinds = Counter(t.kind for t in corpus.tasks if t.document_id == "action-plans-2024-2025")
    assert kinds[TaskKind.OBJECTIVE] == 13
    assert kinds[TaskKind.MEASURE] == 42


def test_the_task_list(corpus: Corpus) -> None:
    found = commitments(corpus, "green-tasks-2023")
    assert len(found) == 12
    assert sum(found.values()) == 116


def test_seven_contact_lines_as_printed(corpus: Corpus) -> None:
    phones = {
        task.unit: (task.duty.contact.name.name, task.duty.contact.phone.name)
        for task in corpus.tasks
        if task.duty.contact
    }
    assert len(phones) == 7
    # a digit is missing in the source: it is given as printed
    assert phones["济南市"] == ("权娜", "0531-5170706")
    assert phones["省发展改革委"] == ("王琼", "0531-51782928")


def test_the_work_report_has_its_parts_headings_and_items(corpus: Corpus) -> None:
    ids = {task.id for task in corpus.tasks if task.document_id == "work-report-2024"}
    numerals = "一二三四五六七八九十"
    assert {f"work-report-2024/一/（{n}）" for n in numerals[:8]} <= ids
    assert {f"work-report-2024/三/（{n}）" for n in (*numerals, "十一", "十二")} <= ids
    assert "work-report-2024/三/（十二）/四是" in ids
    paragraph = corpus.tasks_by_id["work-report-2024/三/（十一）/第3段"]
    assert paragraph.number == "（十一）"
    assert paragraph.title == "全力织密社会保障网"


def test_numbers_run_without_a_gap(corpus: Corpus) -> None:
    units: dict[tuple[str, str], list[int]] = {}
    for task in corpus.tasks:
        if task.kind is TaskKind.COMMITMENT and task.document_id != "work-report-2024":
            key = (task.document_id, "" if task.document_id == "green-tasks-2023" else task.unit)
            units.setdefault(key, []).append(task.ordinal or 0)
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in units.values())


def test_every_character_of_every_task_stands_where_its_offset_says(corpus: Corpus) -> None:
    for task in corpus.tasks:
        source = corpus.sources[task.document_id]
        assert len(task.text) == len(task.plain) == len(task.offsets)
        for char, offset in zip(task.text, task.offsets, strict=True):
            assert char == source[offset] or (char == " " and source[offset].isspace())


def test_every_span_normalised_equals_its_text(corpus: Corpus) -> None:
    for task in corpus.tasks:
        source = corpus.sources[task.document_id]
        spans = [(0, len(task.text)), task.body]
        spans += [(clause.start, clause.end) for clause in task.clauses]
        spans += [(figure.start, figure.end) for figure in task.figures]
        spans += [(date.start, date.end) for date in task.dates]
        for start, end in spans:
            left, right = task.source_span(start, end)
            assert tight_characters(source[left:right]) == tight_characters(task.text[start:end])


def test_figures_and_duties_are_their_own_characters(corpus: Corpus) -> None:
    for task in corpus.tasks:
        for figure in task.figures:
            assert task.plain[figure.start : figure.end] == figure.text
        for named in (*task.duty.people, *task.duty.bodies):
            assert task.plain[named.start : named.end] == named.name


def test_clauses_cover_the_body_without_gaps(corpus: Corpus) -> None:
    for task in corpus.tasks:
        if task.clauses:
            assert task.clauses[0].start == task.body[0]
            assert task.clauses[-1].end == task.body[1]
            pairs = zip(task.clauses, task.clauses[1:], strict=False)
            assert all(one.end == other.start for one, other in pairs)


@pytest.mark.parametrize(
    ("task_id", "people", "deadline", "month"),
    [
        ("provincial-pledges-2024/省发展改革委/3", ["胡薄"], "12月底前", 12),
        ("provincial-pledges-2024/省教育厅/1", ["李明", "邢顺峰"], "12月底前", 12),
        (
            "provincial-pledges-2024/省工业和信息化厅/3",
            ["安文建", "王茂庆", "贺晓文", "罗新军"],
            "12月底前",
            12,
        ),
        ("provincial-pledges-2024/省科技厅/1", ["孙海生"], "持续推进", None),
        ("city-pledges-2023/济南市/5", ["孙斌"], "长期坚持，12月底前取得阶段性成效", None),
        (
            "city-pledges-2023/淄博市/6",
            ["赵庆文", "宋振波", "李新胜"],
            "12月底前完成年度目标任务并持续推进",
            12,
        ),
    ],
)
def test_people_and_deadlines(
    corpus: Corpus, task_id: str, people: list[str], deadline: str, month: int | None
) -> None:
    duty = corpus.tasks_by_id[task_id].duty
    assert [person.name for person in duty.people] == people
    assert duty.deadline is not None
    assert (duty.deadline.text, duty.deadline.month) == (deadline, month)


@pytest.mark.parametrize(
    ("task_id", "leads", "others"),
    [
        ("green-tasks-2023/6", ["省科技厅", "省工业和信息化厅"], ["省生态环境厅"]),
        ("green-tasks-2023/73", [], []),
        ("green-tasks-2023/114", [], []),
        (
            "action-plans-2024-2025/营商环境创新行动计划/26",
            ["省自然资源厅", "省司法厅"],
            ["省大数据局"],
        ),
        ("action-plans-2024-2025/营商环境创新行动计划/11", ["省税务局"], ["省市场监管局"]),
    ],
)
def test_leads_and_participants(
    corpus: Corpus, task_id: str, leads: list[str], others: list[str]
) -> None:
    duty = corpus.tasks_by_id[task_id].duty
    assert [body.name for body in duty.leads] == leads
    assert [body.name for body in duty.participants] == others


def test_a_shared_duty_is_no_lead(corpus: Corpus) -> None:
    duty = corpus.tasks_by_id["green-tasks-2023/73"].duty
    assert [body.name for body in duty.responsible][:2] == ["省政府办公厅", "省委编办"]


def test_a_word_broken_by_a_page_is_whole_again(corpus: Corpus) -> None:
    task = corpus.tasks_by_id["action-plans-2024-2025/人才引育创新行动计划/（一）"]
    assert "省发展改革委" in [body.name for body in task.duty.participants]
    assert "科技创新平台人才效能提升行动" in (
        corpus.tasks_by_id["action-plans-2024-2025/科技研发创新行动计划/5"].text
    )


def test_traditional_text_stays_traditional_and_is_found_simplified(corpus: Corpus) -> None:
    task = corpus.tasks_by_id["green-tasks-2023/7"]
    assert "科技領軍企業" in task.text
    assert "科技领军企业" in task.plain
    assert "着力" in corpus.tasks_by_id["green-tasks-2023/112"].plain


def test_blanks_inside_a_figure_are_gone_and_its_value_is_exact(corpus: Corpus) -> None:
    task = corpus.tasks_by_id["provincial-pledges-2024/省科技厅/7"]
    figure = next(figure for figure in task.figures if figure.unit == "台套")
    assert figure.text == "不少于1.5万台套"
    assert (figure.value, str(figure.bound)) == (Decimal(15000), "≥")


def test_what_is_skipped_says_why(corpus: Corpus) -> None:
    assert corpus.skipped
    assert all(skipped.reason for skipped in corpus.skipped)
    assert "表格中无法识别的行" not in {skipped.reason for skipped in corpus.skipped}
