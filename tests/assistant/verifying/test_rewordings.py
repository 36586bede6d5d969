"""What a reporter changes when he rewords: order, contractions, verbs, years, quotation marks."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier

SUPPORTED = (
    # verbs of building in a row, contracted or not, against a target of the same year
    "去年（2023年）全省新建改建扩建幼儿园376所、中小学校245所，婴幼儿托位多出4.7万个。",
    "2023年全省新建、改建和扩建幼儿园376所。",
    # the verb before or behind what it raises
    "2024年山东要提升11条骨干河道的防洪能力。",
    # by what means
    "引导银行每年投放科技成果转化贷款220亿元，靠贴息让企业融资成本降低四成。",
    # 的 inside a list, and what a list leaves out inside
    "根据鲁政发〔2024〕5号，省内异地和跨省的住院、普通门诊直接结算率要保持在九成以上。",
    # a year told by the one before it
    "全省光伏装机2024年要到6400万千瓦左右，次年达到7000万千瓦左右。",
    # a round number without a digit
    "2024年省工业和信息化厅全年新培育专精特新企业千家以上。",
    # each half of a contracted name, by the row of its figures
    "2023年城市低保平均标准提高5%，农村低保平均标准提高6.7%。",
    "2023年城乡低保平均标准分别提高5%、6.7%。",
    # a subject of its own, set against the one before
    "济南起步区2024年有102个重点项目要实施，自贸试验区则要落实140项试点任务。",
    # the head that the figure before had, a size in other numerals
    "2023年山东粮食总产量为1131亿斤，单产899斤，均创历史新高。",
    "到2023年底，淄博力争拥有500亿级企业3家、百亿级企业17家。",
    # two sentences of one task, which then is led by somebody
    "争取黄河口国家公园设立、长岛国家公园批复创建这项2023年任务，是省自然资源厅牵头的。",
    # a verb with what it ends with; who asks for the check, and of whose report
    "2024年全省性宗教团体挖掘整理出宗教中国化100例。",
    "我们2024年5月的报道里有一句：“今年省工信厅将新培育专精特新企业1000家以上。”没写错吧？",
    "青岛市2023年承诺完成473个老旧小区改造——请核实这两个数字。",
    # other names that stand there alone, levels with or without 级, who is in charge
    "政府工作报告把2024年GDP增速目标定在5%以上，城镇新增就业目标为110万人以上，CPI涨幅3%左右。",
    "到2025年，山东累计培育的国家级技术创新企业将有70家左右，省级技术创新企业500家左右。",
    "两年内，500部以上的老旧住宅电梯要做完安全评估，这事归省市场监管局管。",
    "2023年起，各市每年开展全民阅读活动不少于1000场。",
    "上一年度空气质量达标的市，本地先满足0.6倍量的大气污染物削减替代即可。",
    # words that say the same, and words that a passage leaves to the unit or to the part before
    "省科技厅2024年指导20家单位，摸索适合不同类型人才特点的评价指标与方式。",
    "普惠小微信用贷款占比逐年提高2个百分点。",
    "2023年全省能繁母猪存栏保持在285万头以上。",
    "济南市2023年机场旅客吞吐量和货邮吞吐量分别做到1300万人次、14.4万吨。",
    # a long name by its beginning and its head, a kind without its noun, what is said of each
    "2024年完成交通投资3250亿元。",
    "2024年新认定公共实训项目30个左右。",
    "山东两年要布局10家省级“一带一路”联合实验室，并争创2家国家级的。",
    "公办幼儿园在园幼儿占比，山东2024年要达到60%以上，2025年为65%以上。",
    "2023年，山东自贸试验区升级版任务实施率要过半。",
    "青岛市2023年要加快推进省、市级重点项目405个。",
    # general verbs one for another
    "2023年全省新开发城乡公益性岗位61.9万个。",
    "2023年，全省税收收入涨了9.1%。",
    "2023年烟台成了山东第三个万亿级城市。",
    "2024年，雨污合流管网清零的县（市、区）将新增25个。",
    # a name quoted inside a quotation
    "“2024年要推动先行区‘三年行动计划’的160项重点任务落地。”",
)
NOT_SUPPORTED = (
    "去年（2023年）全省新建改建扩建幼儿园375所。",
    "2024年，中欧班列增长2566列。",
    "全省光伏装机2024年要到6400万千瓦左右，次年达到6400万千瓦左右。",
    "2024年省工业和信息化厅全年新培育专精特新企业百家以上。",
    "“2024年要推动先行区‘五年行动计划’的160项重点任务落地。”",
    "2023年城市低保平均标准提高6.7%，农村低保平均标准提高5%。",
    "济南2023年中欧班列开行超过800列，高铁则要突破3000公里。",
    "到2023年底，淄博力争拥有500亿级企业3家、千亿级企业17家。",
    "争取黄河口国家公园设立、泰山国家公园批复创建这项2023年任务，是省自然资源厅牵头的。",
    "争取黄河口国家公园设立、长岛国家公园批复创建这项2023年任务，是省生态环境厅牵头的。",
    "2023年，山东全国重点实验室新增10家，总数达到25家。",
    "政府工作报告把2024年GDP增速目标定在6%以上。",
    "到2025年，山东累计培育的省级技术创新企业将有70家左右。",
    "两年内，500部以上的老旧住宅电梯要做完安全评估，这事归省住房城乡建设厅管。",
    "2025年起，各市每年开展全民阅读活动不少于1000场。",
    "2023年，加快推进100个重大项目。",
    "2023年全省能繁母猪出栏保持在285万头以上。",
    "2024年完成铁路投资3250亿元。",
    "2024年新认定创业实训项目30个左右。",
    "公办幼儿园在园幼儿占比，山东2024年要达到65%以上，2025年为60%以上。",
    "2024年山东将组织约260场境内展会。",
    # a limit turned round, a fall for a rise, a part for the lead, a document of another year
    "2024年山东新增4A级以下景区10家以上。",
    "到2025年，山东省级以下制造业单项冠军企业达到1500家左右。",
    "2024年至少减少10家4A级以上景区。",
    "到2025年10G-PON及以上端口数占比降低到65%以上。",
    "2023年，省民政厅要配合在全省新增2.5万张护理型床位。",
    "先行区2024年重点任务里，畜禽粪污资源化利用的整县推进项目县要达到63个。",
    "2024年一则消息：“我省年内将整治入海排污口20914个。”",
)


@pytest.mark.parametrize("text", SUPPORTED)
def test_a_reworded_statement_is_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("text", NOT_SUPPORTED)
def test_a_statement_that_says_something_else_is_not(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # two airports given each other's works
        ("2023年山东要建成临沂机场二期和烟台机场改扩建工程。", Verdict.CONTRADICTED),
        ("2023年山东要建成烟台机场二期和临沂机场改扩建工程。", Verdict.SUPPORTED),
        # the date of another sentence of the same task
        (
            "政务服务事项全部在政务服务平台办理和统一业务中台流转，2024年年底前就要实现。",
            Verdict.CONTRADICTED,
        ),
        # a title is no bag of words
        ("《山东省全面推进乡村教育振兴发展规划》要在2023年年底前印发实施。", Verdict.NOT_FOUND),
        ("国家企业技术中心达到210家，数量全国最多。", Verdict.SUPPORTED),
        # another city in the very place, two figures exchanged, an aim told as done
        ("2023年，潍坊成为山东第三个万亿级城市。", Verdict.CONTRADICTED),
        ("到2025年，山东将把济南和烟台建成两个低时延数据中心核心区。", Verdict.CONTRADICTED),
        (
            "省发展改革委2024年要推动先行区建设“三年行动计划”120项重点任务、年度160项工作要点落地。",
            Verdict.CONTRADICTED,
        ),
        ("山东已全面建成“千兆省”，行政村5G网络通达率超过99%。", Verdict.CONTRADICTED),
        ("2024年底前，山东要建成全省统一的流动人员人事档案数字资源库。", Verdict.CONTRADICTED),
        ("山东将把煤炭年产量稳定在9500万吨左右。", Verdict.CONTRADICTED),
        # the year of the next statement, and of the document's name, is not that of a figure
        (
            "山东要求每年粮食收购量不低于3800万吨，2024年地方储备粮规模保持在600万吨以上。",
            Verdict.SUPPORTED,
        ),
        ("“新三样”产品2023年出口增幅则达47.3%。", Verdict.SUPPORTED),
        ("举办全省民族健身操推广大赛，是省教育厅2024年的公开承诺之一。", Verdict.CONTRADICTED),
        (
            "“养老机构护理型床位占比保持在70%以下。”这是2024年民生改善计划里的吗？",
            Verdict.CONTRADICTED,
        ),
    ],
)
def test_who_stands_beside_what(verifier: Verifier, text: str, verdict: Verdict) -> None:
    assert verifier.verify(text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # nothing but words and years, pasted alone
        (
            "“市级媒体一体化改革先在2024年试点，2025年全面完成人员机构平台整合。”这样写准确吗?",
            Verdict.SUPPORTED,
        ),
        (
            "国有文化企业改革2024年重点抓新业态培育和数字化转型，2025年再做“两非”剥离、“两资”处置。",
            Verdict.CONTRADICTED,
        ),
        ("全省统筹布局的海上风电项目，建成后形成的能源增量全部归省级统筹。", Verdict.NOT_FOUND),
        # a sentence on several cities, each with its own
        ("山东将推动临沂市创建国家级绿色金融改革创新试验区。", Verdict.CONTRADICTED),
        ("山东将推动威海市创建国家级绿色金融改革创新试验区。", Verdict.SUPPORTED),
        # a year that no document is about
        ("山东提出，到2026年全省高新技术企业要突破4.5万家。", Verdict.NOT_FOUND),
        ("“去年，烟台跻身山东省第三座万亿级城市。”——2024年初某报。请核实。", Verdict.SUPPORTED),
        # what another department's task says is nothing against one that is not held
        ("省农业农村厅2024年公开承诺第3项的责任人是李希信。", Verdict.NOT_FOUND),
        # the years in a plan's name
        (
            "按照2024—2025年营商环境创新行动计划，已推出的100个高频“一件事”服务场景须在2024年10月底前完成迭代更新。",
            Verdict.SUPPORTED,
        ),
    ],
)
def test_short_texts_and_names_of_plans(verifier: Verifier, text: str, verdict: Verdict) -> None:
    assert verifier.verify(text).verdict is verdict
