"""What is said of claims, true, altered and reworded, against the documents themselves."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.models import Difference, Verdict
from assistant.verifying.verifying import Verifier

SUPPORTED = (
    "2023年，全省城镇新增就业124.5万人，新增城乡公益性岗位61.9万个。",
    "2025年，山东科技型中小企业数量将突破5.5万家。",
    "山东提出，到2025年锂电产能要达到150GWh左右，新能源整车产量达到100万辆。",
    "省工业和信息化厅承诺遴选培育三百家以上省级以上制造业单项冠军企业。",
    "省教育厅承诺，乡村中小学校强校扩优覆盖率超过六成，责任人为仲红波，12月底前完成。",
    "全省年度用水总量要控制在241.1亿立方米以内，城市再生水利用率达到一半。",
    "到2025年，全省数字经济总量占GDP的比重要超过一半。",
    "2023年粮食产量5655万吨。",
    "2023年全省城镇新增就业近125万人。",
    "绿色低碳先行区2023年任务第48项要求，非常规水源利用量达到13.5亿立方米以上。",
    "由省残联牵头，每年为1万户困难重度残疾人家庭进行无障碍改造。",
    "2023年山东计划新增护理型床位2.5万张，实际新增3.3万张。",
    "报告写道：“新增护理型床位3.3万张、家庭养老床位2.4万张”。",
    "2023年全省城镇新增就业1245000人。",
    "省科技厅联系人是张春杰，办公电话0531-51751027。",
    "2025年底前实现突发环境事件全过程信息化应对。",
    "烟台东方航天港累计发射卫星四十八颗。",
    "全省84个化工园区2024年5月底前全部建成智能化管控平台，2024年底前完成封闭化管理。",
    "今年充电桩要提高到70万台以上，农村地区要超过14万台。",
    "淄博市力争让500亿级企业增加到3家。",
    "烟台成为山东第三个万亿级城市。",
    "高铁运营里程达到2810公里、居全国第一位",
    "2025年规模以上文化企业年营业收入达到7800亿元以上。",
    "2023年青岛市建设区（市）级乡村振兴示范片区36个。",
    "2023年地区生产总值达到9.2万亿元，增长6%。",
    "按照行动计划，到2025年山东全国重点实验室总数力争达到30家。",
    "两年内，山东将新建3至5家省高新区。",
    "青岛市承诺2023年帮1000家企业完成数字化改造。",
    "2023年固定资产投资增长5.2%，社会消费品零售总额增长8.7%。",
    "2024年新增数据中心在用标准机架数5万个、2025年总数达到45万个。",
    "80%以上的设区市达到四星级以上标准。",
    "全省海水淡化日产规模要超过70万吨。",
    "到二〇二五年，科技型中小企业要突破五万五千家。",
    "省科技厅承诺，优化重组二百家左右省重点实验室，十一月底前完成。",
    "山东给自己定的目标是，2025年食品评价性抽检合格率要到98.5%。",
    "网上传青岛市2023年要启动24个城中村改造，是真的吗",
    "最近朋友圈里有人说，2023年粮食总产1131亿斤。",
    "按照5号文，2025年全省新能源整车产量要达到100万辆。",
    "先行区2023年任务清单第37项的牵头单位是省水利厅，省发展改革委参与。",
    "读者来信问：山东2024年是不是要更新老化燃气管道600公里？",
    "全省2023年开工改造城镇老旧小区3898个，涉及69.95万户。",
    "山东用两年时间新增国家级、省级领军人才2300人左右。",
    "济南市2023年新增绿色建筑1000万平方米以上，而全省的目标是新增1亿平方米以上。",
    "根据省政府办公厅鲁政办字〔2023〕5号文，全省年度用水总量控制在241.1亿立方米以内。",
    "请帮我核实下面这段话：“山东力争2024年完成交通强国示范区建设投资3250亿元。”",
    "去年（2023年）山东办理省人大代表建议876件、政协委员提案726件。",
    "济南和青岛2023年分别新增城镇就业15万人以上、35万人以上。",
    "朋友跟我说青岛新增公共停车位2万个以上，是2023年的承诺吗？",
    "到2024年年底，山东药品集采品种累计将达到800种以上。",
    "山东2024年底前中药饮片、中成药等集采品种累计不少于800种。",
    "2023年全省粮食总产1131亿斤，单产899斤，均创历史新高。",
    "到2025年，山东光伏装机将达到7000万千瓦左右，风电达到3000万千瓦。",
    "淄博市承诺2023年完成年度投资1260亿元以上，突出抓好510个省市重大项目。",
    "2024年山东要实施技改项目1.2万个左右，单个投资500万元以上。",
    "山东给困难老人家庭做适老化改造，两年下来不少于3万户。",
    "城镇新建民用建筑中绿色建筑占比2023年要在九成五以上。",
    "2023年高新技术产业产值占比超五成。",
    "数字经济占生产总值比重2023年预计接近五成。",
    "2023年山东实施“七网”年度项目920个。",
    "山东2023年要把20914个入海排污口整治完，还要淘汰验收销号383台35蒸吨/小时及以下燃煤锅炉。",
    "“省一类以上幼儿园占比达到60%”，这是2024年省政府工作报告里的要求吗？",
)


@pytest.mark.parametrize("text", SUPPORTED)
def test_true_statements_in_other_words_are_supported(verifier: Verifier, text: str) -> None:
    result = verifier.verify(text)
    assert result.verdict is Verdict.SUPPORTED, [c.explanation for c in result.claims]
    assert all(claim.citations for claim in result.claims)


CONTRADICTED = (
    (
        "省科技厅承诺：优化重组200家左右省重点实验室，10月底前完成。",
        Difference.DEADLINE,
        "11月底前",
    ),
    ("2024年全省要新增4A级以上景区不超过10家。", Difference.BOUND, "不少于10家"),
    ("2023年山东粮食总产1131万斤。", Difference.UNIT, "1131亿斤"),
    ("2024年山东核电装机目标是820万千瓦。", Difference.VALUE, "415万千瓦"),
    ("2024年科技型中小企业要达到5.5万家。", Difference.VALUE, "5万家"),
    (
        "省教育厅承诺遴选培育300家以上省级以上制造业单项冠军企业。",
        Difference.SUBJECT,
        "省工业和信息化厅",
    ),
    ("山东数字经济核心产业规模2023年达到6000亿元。", Difference.SUBJECT, "济南市"),
    ("困难重度残疾人家庭无障碍改造由省民政厅牵头。", Difference.DUTY, "省残联"),
    ("举办国际短视频大赛由省文化和旅游厅牵头。", Difference.DUTY, "省委宣传部"),
    ("2024年底前实现突发环境事件全过程信息化应对。", Difference.DEADLINE, "2025年年底前"),
    ("2024年山东新能源整车产量已经达到60万辆左右。", Difference.BOUND, "目标"),
    ("全省2023年国家级中小企业特色产业集群新增15个。", Difference.BOUND, "15个"),
    ("基层医疗机构住院报销比例提高了85%以上。", Difference.BOUND, "85%以上"),
    (
        "绿色低碳先行区2023年任务第47项要求，非常规水源利用量达到13.5亿立方米以上。",
        Difference.SUBJECT,
        "第48项",
    ),
    ("2024年山东新建改扩建幼儿园200所以上。", Difference.YEAR, "2023年"),
    ("全省单位工业增加值能耗较2021年下降10%左右。", Difference.YEAR, "2020年"),
    ("2023年科技型中小企业目标为4.5万家。", Difference.VALUE, "3.6万家"),
    ("省科技厅的联系电话是0531-51751028。", Difference.DUTY, "0531-51751027"),
    ("省科技厅联系人是王琼。", Difference.DUTY, "张春杰"),
    ("按照5号文，2024年全省新能源整车产量要达到100万辆左右。", Difference.YEAR, "60万辆左右"),
    (
        "山东要求在2025年5月底前，84个化工园区全部建成智能化管控平台。",
        Difference.DEADLINE,
        "2024年5月底前",
    ),
    ("到2024年底，全省数据中心总算力要达到12.5EFLOPS。", Difference.YEAR, "2025年"),
    ("2023年山东农林牧渔业总产值增长1.25万亿元。", Difference.BOUND, "1.25万亿元"),
    ("2024年农村充电桩超过70万台。", Difference.VALUE, "超过14万台"),
    ("2024年充电桩超过14万台。", Difference.VALUE, "70万台以上"),
    ("2023年山东中欧班列增长2566列。", Difference.BOUND, "2566列"),
    ("山东用3年时间新增国家级、省级领军人才2300人左右。", Difference.DEADLINE, "2年"),
    ("“省一类以上幼儿园占比达到60%”由省科技厅牵头。", Difference.DUTY, "省教育厅"),
    (
        "“沿海港口吞吐量力争突破20亿吨”出自先行区2023年任务清单。",
        Difference.SUBJECT,
        "政府工作报告",
    ),
    ("济南和青岛2023年分别新增城镇就业35万人以上、15万人以上。", Difference.VALUE, "15万人以上"),
    ("2023年任务第33条：原油产量2100万吨，天然气产量达到2100万吨。", Difference.VALUE, "5亿立方米"),
    ("工程建设项目审批事项由46项压减到73项。", Difference.VALUE, "73项"),
    ("烟台东方航天港累计发射卫星三十八颗。", Difference.VALUE, "48颗"),
    ("到二〇二五年，科技型中小企业要突破五万家。", Difference.YEAR, "2024年"),
    (
        "全省84个化工园区2024年12月底前全部建成智能化管控平台。",
        Difference.DEADLINE,
        "2024年5月底前",
    ),
    ("济南市承诺，年内机场客货吞吐量达到1300万吨。", Difference.UNIT, "1300万人次"),
    (
        "青岛市力争高新技术企业、科技型中小企业分别突破8000家、7300家。",
        Difference.VALUE,
        "7300家",
    ),
    ("省工业和信息化厅办公电话是0531-51782518。", Difference.DUTY, "0531-51782513"),
    ("烟台成为山东第4个万亿级城市。", Difference.VALUE, "第3个"),
    ("青岛成为山东第3个万亿级城市。", Difference.SUBJECT, "烟台"),
    ("2024年山东将召开第三届国际粮食减损大会。", Difference.VALUE, "第二届"),
    ("青岛市办好全省旅游发展大会由张晓明负责。", Difference.DUTY, "赵豪志"),
)


@pytest.mark.parametrize(("text", "difference", "right"), CONTRADICTED)
def test_altered_statements_are_contradicted_with_the_right_wording(
    verifier: Verifier, text: str, difference: Difference, right: str
) -> None:
    result = verifier.verify(text)
    against = [c for c in result.claims if c.verdict is Verdict.CONTRADICTED]
    assert result.verdict is Verdict.CONTRADICTED
    assert against[0].difference is difference
    assert right in against[0].explanation
    assert against[0].citations


NOT_SUPPORTED = (
    "烟台市公开承诺2023年新增高新技术企业500家。",
    "现代高效农业产业行动计划提出2025年农产品加工业营收突破2万亿元。",
    "困难残疾人家庭每人每月补贴2010元。",
    "山东将在2024年全面取消高速公路收费。",
    "山东不再实施城镇老旧小区改造56万户的计划。",
    "山东2024年将新增5A级以上景区不少于10家。",
    "淄博市力争100亿级企业达到3家，500亿级企业达到17家。",
    "2023年山东城乡低保平均标准分别提高6.7%、5%。",
    "失业保险、工伤保险参保人数分别达到2117万人、1683万人。",
    "新开工棚改安置房11427套、基本建成8012套。",
    "工程建设项目审批事项由46项压减到73项。",
    "长者食堂200处，12月底前完成。",
    "优化重组200家左右国家重点实验室。",
    "报告写道：“新增养老护理型床位3.3万张、家庭养老床位2.4万张”。",
    "接纳省外来电达到1450亿千瓦时左右。",
    "2024年居民消费价格涨幅不低于3%。",
    "省财政厅承诺发放消费券20亿元，12月底前完成。",
    "2024年山东累计开通5G基站4万个。",
    "2024年城镇新增就业110万人以上的任务已经完成。",
    "2025年规模以上文化企业年营业收入达到1700亿元左右。",
    "2023年青岛市高质量建设区（市）级乡村振兴示范片区10个。",
    "济南市数据中心总算力2025年达到12.5EFLOPS。",
    "2023年青岛市累计开通5G基站超过20万个。",
    "高新技术企业2024年新增3.5万家。",
    "全省海水淡化年产规模超过70万吨。",
    "30%以上的设区市达到四星级以上标准。",
    "2025年新增数据中心在用标准机架45万个。",
    "网络新闻总产1131亿斤。",
    "群众反映问题总产1131亿斤。",
    "山东没有提出2025年食品评价性抽检合格率要到98.5%。",
    "山东给自己定的目标不是2025年食品评价性抽检合格率到98.5%。",
    "根据鲁政发〔2024〕9号文件，2025年全省食品评价性抽检合格率达到98.5%。",
    "2023年任务第33条：原油产量2100万吨，天然气产量达到2100万吨。",
    "到2024年年底，山东高值医用耗材集采累计将达到800种以上。",
    "到2024年年底，山东耗材集采品种累计达到800种以上。",
    "到2024年年底，山东食品集采品种累计将达到800种以上。",
    "山东疫苗等集采品种2024年年底前累计达到800种以上。",
    "2023年全省粮食总产899斤，单产1131亿斤。",
    "到2025年，山东光伏装机将达到7000万千瓦左右，核电达到3000万千瓦。",
    "2024年光伏发电量6400万千瓦左右，风电2700万千瓦左右。",
    "淄博市承诺完成年度投资1260亿元以上，突出抓好520个省市重大项目。",
    "2023年山东完成投资1260亿元以上。",
    "山东给困难老人家庭做适老化改造，三年下来不少于3万户。",
    "2023年山东要新建绿色工厂200家，绿色工业园区200家。",
    "山东2024年要实施技改项目500个左右，单个投资1.2万元以上。",
    "城镇新建民用建筑中绿色建筑占比比2023年提高95%以上。",
    "2023年高新技术产业产值占比约六成。",
)


@pytest.mark.parametrize("text", NOT_SUPPORTED)
def test_nothing_false_is_called_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


def test_a_gap_between_two_amounts_is_contradicted_by_neither(verifier: Verifier) -> None:
    result = verifier.verify("2025年光伏装机要比2022年多600万千瓦。")
    assert result.verdict is Verdict.NOT_FOUND


def test_what_two_documents_say_differently_is_shown(verifier: Verifier) -> None:
    claim = verifier.verify("2024年乡村中小学强校扩优覆盖率达到60%。").claims[0]
    assert claim.verdict is Verdict.SUPPORTED
    assert len({citation.task_id for citation in claim.citations}) > 1
    assert "注意" in claim.explanation


def test_this_year_counts_from_the_given_date(verifier: Verifier) -> None:
    text = "今年山东高速公路通车里程达到8600公里。"
    assert verifier.verify(text, date(2024, 3, 1)).verdict is Verdict.SUPPORTED
    assert verifier.verify(text, date(2023, 3, 1)).verdict is not Verdict.SUPPORTED
    assert any("今年" in note for note in verifier.verify(text).notes)


def test_a_gap_in_our_copies_is_named(verifier: Verifier) -> None:
    claim = verifier.verify("烟台市公开承诺2023年新增高新技术企业500家。").claims[0]
    assert claim.verdict is Verdict.NOT_FOUND
    assert "缺少" in claim.explanation
    assert "烟台市" in claim.explanation


def test_the_head_of_a_table_dates_its_rows(verifier: Verifier) -> None:
    right = "指标\t2024年目标\n核电装机\t415万千瓦\n"
    assert verifier.verify(right).verdict is Verdict.SUPPORTED
    assert verifier.verify(right.replace("2024", "2025")).verdict is Verdict.CONTRADICTED


def test_citations_carry_the_words_of_the_source(verifier: Verifier) -> None:
    claim = verifier.verify("2023年粮食总产1131亿斤。").claims[0]
    citation = claim.citations[0]
    source = verifier.corpus.sources[citation.document_id]
    assert "1131亿斤" in source[citation.start : citation.end].replace(" ", "")
    assert citation.text[citation.quote_start : citation.quote_end] == citation.quote


def test_who_or_when_alone_is_not_judged_where_its_subject_is_not_found(verifier: Verifier) -> None:
    claims = verifier.verify("省财政厅承诺发放消费券20亿元，12月底前完成。").claims
    assert {claim.verdict for claim in claims} == {Verdict.NOT_FOUND}


def test_how_something_moved_is_judged_with_what_moved(verifier: Verifier) -> None:
    first, second = verifier.verify("2023年全省城镇新增就业124.5万人，同比增长10%。").claims
    assert (first.verdict, second.verdict) == (Verdict.SUPPORTED, Verdict.NOT_FOUND)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # what is done belongs to the claim, though "…的承诺" ends its piece
        ("开展火星探测研究，是省发展改革委2024年的一项承诺，责任人为孙来斌。", "not_found"),
        (
            "开展“十五五”课题前期研究，是省发展改革委2024年的一项承诺，责任人为孙来斌。",
            "contradicted",
        ),
        ("开展“十五五”课题前期研究，是省发展改革委2024年的一项承诺，责任人为胡薄。", "supported"),
        ("根据省政府工作报告，2024年修建地下粮仓。", "not_found"),  # 地下 is no 地 and 下
        # of two years in a sentence the nearer governs
        ("山东要在2024年全面完成市级媒体人员、机构、平台整合。", "contradicted"),
        ("山东要在2025年全面完成市级媒体人员、机构、平台整合。", "supported"),
    ],
)
def test_what_is_done_and_when_belong_together(verifier: Verifier, text: str, verdict: str) -> None:
    assert verifier.verify(text).verdict == verdict
