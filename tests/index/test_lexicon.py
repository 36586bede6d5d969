"""The lists are sound, and wordings are found where they are meant and nowhere else."""

from __future__ import annotations

import importlib.resources
import re
from pathlib import Path

import pytest

from index.lexicon import (
    LexiconError,
    load_abbreviations,
    load_english,
    load_plain_language,
)

BODIES = (
    "省发展改革委 省教育厅 省科技厅 省工业和信息化厅 省民族宗教委 省公安厅 省民政厅 省司法厅 省财政厅 "
    "省人力资源社会保障厅 省自然资源厅 省生态环境厅 省住房城乡建设厅 省交通运输厅 省水利厅 省农业农村厅 "
    "省商务厅 省文化和旅游厅 省卫生健康委 省退役军人厅 省应急厅 省审计厅 省国资委 省市场监管局 省广电局 "
    "省体育局 省统计局 省医保局 省大数据局 省海洋局 省能源局 省药监局 省畜牧兽医局 省税务局 省气象局 "
    "省通信管理局 省邮政管理局 省委组织部 省委宣传部 省委政法委 省委统战部 省总工会 省妇联 省残联 省红十字会 "
    "省监狱管理局 省纪委监委机关 省公共资源交易中心"
).split()


def officials(text: str) -> set[str]:
    return {term for _, terms in load_plain_language().official_terms(text) for term in terms}


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("老板拖欠了我们半年工资，谁来管", "农民工工资"),
        ("在外地看病回家能不能报销", "异地就医"),
        ("上班没人看孩子怎么办", "托育"),
        ("我妈一个人住，老人平时没人照顾", "养老服务"),
        ("我们小区太旧了管道漏水", "老旧小区改造"),
        ("买房没交房，楼盘停工了", "保交楼"),
        ("电动车充电不方便", "充电桩"),
        ("村里修路今年修多少", "农村公路"),
        ("小企业贷款难怎么解决", "融资"),
        ("冬天雾霾什么时候能好", "空气质量"),
        ("门口那条臭水沟有人治吗", "黑臭水体"),
        ("天价彩礼有没有人管", "移风易俗"),
        ("接到骗子电话怎么办", "电信网络诈骗"),
        ("政府欠企业钱不还", "拖欠企业账款"),
        ("退伍回来找工作有安排吗", "退役军人"),
        ("手机信号差，什么时候建基站", "5G基站"),
        ("送外卖受伤谁赔", "职业伤害保障"),
        ("进口清关太慢", "通关"),
        ("孩子放学没人接怎么办", "课后服务"),
        ("老人吃一顿饭补多少钱", "每餐"),
        ("卫生间给老人装扶手有补助吗", "适老化改造"),
        ("我爸瘫在床上，有没有补贴", "失能"),
        ("办个证几天能办下来", "办理时限"),
        ("换冰箱给不给钱", "以旧换新"),
    ],
)
def test_everyday_words_lead_to_official_terms(question: str, term: str) -> None:
    assert term in officials(question)


@pytest.mark.parametrize(
    "text",
    [
        *BODIES,
        "其中专项资金",  # 中专
        "机动车道",  # 动车
        "全国企业",  # 国企
        "涉外企业",  # 外企
        "不考核能源消费总量",  # 核能
        "提高职务发明奖励",  # 高职
        "建成3所以上幼儿园",  # 上幼儿园
        "保护工作",  # 护工
        "重大专项",  # 大专
        "举办电力论坛",  # 办电
    ],
)
def test_no_wording_is_seen_across_words_or_in_names_of_bodies(text: str) -> None:
    assert load_plain_language().official_terms(text) == []


def test_an_official_term_bars_the_wordings_inside_it() -> None:
    assert "垃圾" in {w for w, _ in load_plain_language().official_terms("村里垃圾谁收")}
    assert load_plain_language().official_terms("生活垃圾分类") == []


def test_wordings_that_overlap_are_both_kept_and_contained_ones_left_out() -> None:
    found = [wording for wording, _ in load_plain_language().official_terms("异地看病报销")]
    assert found == ["异地看病", "看病报销"]


def test_a_gap_does_not_cross_a_clause() -> None:
    assert officials("拖欠工程款，涨工资") & {"农民工工资"} == set()
    assert "农民工工资" in officials("拖欠了三个月的工资")


def test_every_list_has_the_size_it_claims_and_no_wide_terms() -> None:
    concepts = load_plain_language().concepts
    assert len(concepts) >= 700
    assert all(3 <= len(concept.plain) <= 10 for concept in concepts)
    assert all(1 <= len(concept.official) <= 6 for concept in concepts)
    too_wide = {"发展", "建设", "规划", "重点", "项目", "常态化", "机制", "工作", "服务", "企业"}
    assert not too_wide & {term for concept in concepts for term in concept.official}
    assert len(load_english().entries) >= 600
    assert len(load_abbreviations().entries) >= 250


def test_a_wording_is_no_official_term_of_its_own_concept() -> None:
    for concept in load_plain_language().concepts:
        assert not set(concept.plain) & set(concept.official), concept


def test_every_guard_holds_a_wording_it_guards() -> None:
    for concept in load_plain_language().concepts:
        for longer in concept.not_in:
            assert any(word in longer and word != longer for word in concept.plain), longer
    for entry in load_abbreviations().entries:
        for longer in entry.not_in:
            assert any(form in longer and form != longer for form in entry.forms), longer


def test_every_wording_finds_its_own_terms() -> None:
    plain = load_plain_language()
    for concept in plain.concepts:
        for wording in concept.plain:
            text = wording.replace("…", "的")
            assert any(terms == concept.official for _, terms in plain.official_terms(text)), (
                wording
            )


@pytest.mark.parametrize(
    ("question", "phrase", "term"),
    [
        ("How many High-Tech Enterprises by 2025?", "High-Tech Enterprises", "高新技术企业"),
        ("high tech enterprise", "high tech enterprise", "高新技术企业"),
        ("Which SMEs in Jinan", "SMEs", "中小企业"),
        ("technology-based SMEs", "technology-based SMEs", "科技型中小企业"),
        ("offshore wind power capacity", "offshore wind power", "海上风电"),
        ("the province's village clinics", "village clinics", "村卫生室"),
        ("Department of Science and Technology", "Department of Science and Technology", "科技厅"),
        ("R&D spending", "R&D spending", "研发经费投入"),
        ("who is responsible for old residential communities", "who is responsible", "牵头单位"),
    ],
)
def test_english_is_translated_longest_phrase_first(question: str, phrase: str, term: str) -> None:
    found = dict(load_english().translate(question))
    assert term in found[phrase]


def test_english_leaves_chinese_and_unknown_words_alone() -> None:
    assert load_english().translate("高新技术企业有多少家") == []
    assert load_english().translate("zyzzyva") == []


@pytest.mark.parametrize(
    ("text", "form", "other"),
    [
        ("GDP增速目标", "GDP", "地区生产总值"),
        ("gdp多少", "gdp", "生产总值"),
        ("研发投入占比", "研发投入", "研发经费"),
        ("LNG接卸能力", "LNG", "液化天然气"),
        ("今年高企多少家", "高企", "高新技术企业"),
        ("棚改多少套", "棚改", "棚户区改造"),
        ("发改委第3项", "发改委", "发展改革委"),
        ("保租房建多少", "保租房", "保障性租赁住房"),
    ],
)
def test_abbreviations_lead_to_the_other_forms(text: str, form: str, other: str) -> None:
    found = dict(load_abbreviations().forms(text))
    assert other in found[form]
    assert form not in found[form]


@pytest.mark.parametrize(
    "text",
    ["AIDS", "价格高企", "科技改革", "推进出口", "退出行为", "效能评估", "审核电子化", "全国企业"],
)
def test_abbreviations_are_not_seen_inside_other_words(text: str) -> None:
    assert load_abbreviations().forms(text) == []


def test_terms_are_written_as_documents_write_them() -> None:
    printed = [term for c in load_plain_language().concepts for term in c.official]
    printed += [term for entry in load_english().entries for term in entry.chinese]
    assert not [term for term in printed if re.search(r"\s|[,;]", term)]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("{", "Mend the line"),
        ('{"plain": ["看病"], "official": ["就医"]}', "needs the keys"),
        ('{"plain": ["看病"], "official": [], "domain": "医疗"}', "at least one word"),
        ('{"plain": ["病"], "official": ["就医"], "domain": "医疗"}', "too short"),
        ('{"plain": ["看病"], "official": ["就医"], "domain": ""}', "field of work"),
        ('{"plain": ["看病"], "official": ["就医"], "domain": "医疗"}\n' * 2, "two records"),
    ],
)
def test_a_damaged_list_is_refused_with_what_to_do(
    line: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain_language.jsonl").write_text(line, encoding="utf-8")
    monkeypatch.setattr(importlib.resources, "files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=hint):
        load_plain_language.__wrapped__()
