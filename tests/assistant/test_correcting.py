"""Mending typing errors: what users type wrong is mended, what they type right is left alone."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from assistant.understanding.correcting import Corrector
from corpus.reading import read_corpus
from corpus.script import plain_form

CASES = Path(__file__).parents[2] / "eval" / "cases"

# A made-up document: enough for every kind of slip, and nothing of the real ones.
SENTENCES = (
    "省水利厅牵头开展河道清淤工程，今年完成河道清淤工程二十处，河道清淤工程列入年度计划。",
    "省水利厅会同云溪市建设智慧灌区，智慧灌区覆盖云溪市、石桥市全部大型灌区，智慧灌区用水计量到户。",
    "新建垃圾焚烧厂三座，垃圾焚烧厂排放全部达标，云溪市垃圾焚烧厂年内投产。",
    "培育农民合作社示范社一百家，支持农民合作社示范社发展，农民合作社示范社优先享受补贴。",
    "全年粮食产量稳定在五百亿斤，粮食产量目标分解到市，夏季粮食产量确保增长。",
    "云溪市加快氢能产业发展，氢能产业规模翻番，AEO企业达到20家，GDP增长5%，氢能重卡投入运营。",
    "加强地质灾害监测评估，开展评估工作，做好第三方评估，评估结果公开。",
    "云溪市、石桥市开展评估。石桥市公布云溪市经验。",
)


@pytest.fixture(scope="module")
def made_up() -> Corrector:
    return Corrector(SENTENCES, ("省水利厅", "云溪市", "石桥市", "周立闻"), ("官宣",))


@pytest.fixture(scope="module")
def real() -> Corrector:
    corpus = read_corpus()
    names = {task.unit for task in corpus.tasks}
    names |= {body.name for task in corpus.tasks for body in task.duty.bodies}
    names |= {person.name for task in corpus.tasks for person in task.duty.people}
    return Corrector((task.plain for task in corpus.tasks), sorted(names))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("粮食产亮目标是多少", "粮食产量目标是多少"),
        ("河盗清淤工程由谁牵头", "河道清淤工程由谁牵头"),
        ("河道青淤工程由谁牵头", "河道清淤工程由谁牵头"),
        ("省水力厅负责什么", "省水利厅负责什么"),
        ("第三方平估怎么做", "第三方评估怎么做"),
        ("垃级焚烧厂建几座", "垃圾焚烧厂建几座"),
        ("农明合作社示范社多少家", "农民合作社示范社多少家"),
    ],
)
def test_one_sound_for_another(made_up: Corrector, written: str, meant: str) -> None:
    assert made_up.correct(written).text == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("垃圾焚烧产建几座", "垃圾焚烧厂建几座"),  # ch, c are told apart: chǎn, chǎng
        ("农民合作社四范社多少家", "农民合作社四范社多少家"),  # never from a numeral
        ("勤能产业规模", "氢能产业规模"),
        ("农民合昨社示范社", "农民合作社示范社"),
    ],
)
def test_sounds_some_speakers_do_not_tell_apart(
    made_up: Corrector, written: str, meant: str
) -> None:
    assert made_up.correct(written).text == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("农民合作社示示范社", "农民合作社示范社"),
        ("垃圾焚烧厂厂建几座", "垃圾焚烧厂建几座"),
        ("农民合作社范示社多少家", "农民合作社示范社多少家"),
        ("弟16项谁牵头", "第16项谁牵头"),
        ("弟三项谁牵头", "第三项谁牵头"),
    ],
)
def test_doubled_and_swapped(made_up: Corrector, written: str, meant: str) -> None:
    assert made_up.correct(written).text == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("shuili厅牵头", "水利厅牵头"),
        ("氢neng产业有多少", "氢能产业有多少"),
        ("yunxi市要做什么", "云溪市要做什么"),
        ("lajifenshaochang建几座", "垃圾焚烧厂建几座"),
        ("liangshichanliangduoshao", "粮食产量多少"),
        ("liang shi chan liang 是多少", "粮食产量 是多少"),
        ("河dao清淤工程", "河道清淤工程"),
    ],
)
def test_typed_by_sound(made_up: Corrector, written: str, meant: str) -> None:
    assert made_up.correct(written).text == meant


@pytest.mark.parametrize(
    "question",
    [
        "AEO企业有多少家",
        "gdp增长多少",
        "VR和5G的氢能产业",
        "How many AEO enterprises are there in yunxi?",
        "what is the target for liangshi",
        "pm2.5要降到多少",
        "这个app怎么用",
        "",
        "？？",
    ],
)
def test_latin_words_are_left_alone(made_up: Corrector, question: str) -> None:
    correction = made_up.correct(question)
    assert correction.text == question
    assert correction.changes == ()


@pytest.mark.parametrize(
    "question",
    [
        "我家老房子翻修能补贴多少工钱",
        "娃上学远，看病也难，怎么办",
        "江苏省和深圳市的粮食产量是多少",
        "周丽雯负责什么",  # sounds like a name of the document, but is another name
        "李红平和赵建丽分管什么",
        "第11条讲什么",
        "云政办字〔2023〕5号怎么说",
        "官宣了什么",
        "2024年、2025年各要完成几处",
        "随礼的风气怎么治",
    ],
)
def test_right_questions_are_left_alone(made_up: Corrector, question: str) -> None:
    assert made_up.correct(question).changes == ()


def test_what_changed_is_told(made_up: Corrector) -> None:
    correction = made_up.correct("yunxi市粮食产亮目标")
    assert correction.text == "云溪市粮食产量目标"
    assert correction.changes == (("yunxi", "云溪"), ("产亮", "产量"))


def test_figures_are_never_touched(made_up: Corrector) -> None:
    correction = made_up.correct("粮食产亮一千零五亿斤还是105亿斤，四十处还是十四处")
    assert correction.text == "粮食产量一千零五亿斤还是105亿斤，四十处还是十四处"


def test_mending_twice_changes_nothing_more(made_up: Corrector) -> None:
    once = made_up.correct("省水力厅的河盗清淤工程")
    assert made_up.correct(once.text).changes == ()


@pytest.mark.parametrize(
    "question", ["fangan " * 200, "fangan" * 15 + "q", "xi'an" * 200, "shi" * 500, "示" * 500]
)
def test_long_input_takes_no_time_either(made_up: Corrector, question: str) -> None:
    started = time.perf_counter()
    made_up.correct(question)
    assert time.perf_counter() - started < 2


def test_an_empty_corpus_mends_nothing() -> None:
    assert Corrector(()).correct("高薪技术企业jinan").changes == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("省科计厅牵头哪些任务", "省科技厅牵头哪些任务"),
        ("高薪技术企业目标多少", "高新技术企业目标多少"),
        ("公作报告里说了什么", "工作报告里说了什么"),
        ("充电庄要建多少", "充电桩要建多少"),
        ("清岛有哪些任务", "青岛有哪些任务"),
        ("加装电剃多少部", "加装电梯多少部"),
        ("gao标准农田", "高标准农田"),
        ("jinan市有哪些任务", "济南市有哪些任务"),
        ("chongdianzhuang", "充电桩"),
        ("高新术企业多少家", "高新技术企业多少家"),
        ("科技型中中小企业", "科技型中小企业"),
    ],
)
def test_the_documents_own_words(real: Corrector, written: str, meant: str) -> None:
    assert real.correct(written).text == meant


def test_real_questions_are_hardly_ever_damaged(real: Corrector) -> None:
    lines = [
        json.loads(line)
        for path in sorted(CASES.glob("dev_*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    questions = [plain_form(case["question"]) for case in lines if case["kind"] != "noisy"]
    assert len(questions) > 100
    damaged = [question for question in questions if real.correct(question).changes]
    assert len(damaged) <= 0.005 * len(questions), damaged


def test_the_documents_themselves_are_right(real: Corrector) -> None:
    clauses = [clause.plain for clause in read_corpus().clauses()][::25]
    damaged = [clause for clause in clauses if real.correct(clause).changes]
    assert len(damaged) <= 0.005 * len(clauses), damaged


def test_a_question_takes_no_time(real: Corrector) -> None:
    real.correct("全省冲电桩得有多少台")
    started = time.perf_counter()
    for _ in range(20):
        real.correct("全省冲电桩得有多少台，省科计厅牵头的有哪些")
    assert (time.perf_counter() - started) / 20 < 0.1  # about 0.004 s on an idle machine
