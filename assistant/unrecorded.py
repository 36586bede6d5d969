"""What is asked of tasks and office-holders that documents of this kind do not record."""

from __future__ import annotations

import re

from assistant.models import Reason
from assistant.ranking import Choice
from assistant.statements import Composed, refused
from assistant.understanding.query import DUTIES, Asked, Intent, Query

_PERSONAL = re.compile(
    r"(?:[局厅处部市省县区行院会校所站台馆署厂镇村团队事]长|董事长|主席|总经理|主任|书记|一把手)(?:现在)?(?:是|叫|由)(?:谁|哪位|什么)"
    r"|谁(?:是|担任|当)[\u4e00-\u9fff]{0,8}(?:局长|厅长|主任|书记|市长|省长|部长)"
    r"|什么(?:职务|职位|级别|官)|职务(?:是|叫)|(?:哪一?年|何时|什么时候).{0,16}任职|当选|任命|上任|换届|年龄(?:是|多大|有多)|多大(?:年纪|岁数)|几岁了|学历|"
    r"履历|简历|籍贯|哪里人|性别|邮箱|电子邮件|微信|传真|住址|(?:他|她|本人|[厅局处省市院校]长|书记|主任)的?(?:工资|月薪|年薪)"
)
"""What people ask of office-holders and the documents never record."""
_EVENTS = (
    "开通 通车 投用 投产 商运 并网 投入运行 建成 挂牌 启用 竣工 交付 通航 运营 完工 全线贯通".split(),
    "开工 动工 开建".split(),
    "开幕 举办 举行 召开 开馆 开业".split(),
    "报名 申报 申请 受理 开放申请".split(),
    "发放 发钱 到账".split(),
    "上市 上线".split(),
)
"""Verbs for what happens on a day, those that tell of the same together."""
_HAPPENS = "|".join(verb for family in _EVENTS for verb in family)
_EVENT = re.compile(
    r"(?:哪一?[天年日]|何时|几时|什么时候|啥时候|几月[几底份]?[日号]?|什么时间|哪个月|几号).{0,6}"
    rf"(?P<after>{_HAPPENS})"
    rf"|(?P<before>{_HAPPENS}).{{0,4}}(?:是)?(?:哪一?[天年日]|何时|几时|什么时候|几月几[日号])"
)
_WHY = re.compile(r"为什么|为啥|为何|什么(?:原因|缘故|缘由)|原因(?:是|何在|呢)|怎么回事")
_BECAUSE = re.compile(r"因为|由于|受.{1,12}影响|原因|为了|以(?:便|利)")
_WHERE_EXACTLY = re.compile(
    r"(?:具体|详细|确切)?地址|门牌|(?:哪个|什么|具体)位置|哪条(?:路|街)|几号楼|哪栋楼|怎么坐车|怎么走"
)
_LOCATED = re.compile(
    r"从哪(?:里|儿)?[到至]哪|(?:位于|坐落在?|搬[到去往]|迁[到去往至]|[建设落放]在)哪(?:里|儿|个地方)?|(?<=[\u4e00-\u9fff])(?<![现存写说提列见放定讲])在哪(?:里|儿|个地方)?[呢啊呀]?[？?。]?$|选址"
)
_LOCATION_TOLD = re.compile(
    r"(?:(?:[在至于到]|位于|落户|布局|选址)[\u4e00-\u9fff]{1,6}?(?:[市区县镇村路街港岛城湾]|园区)|位于|坐落|落户|选址)"
)
_ROLE = re.compile(
    r"(?:[编员手者席挥监董导]|总师|[专行作画艺科]家|代言人|发言人|创始人|法人|校长|理事长|会长)(?:都|分别)?(?:是谁|是哪位|是哪几位|叫什么|姓什么|谁来?[当任做])"
)
_WHO_PAYS = re.compile(
    r"(?:钱|费用?|款|成本|花销)(?:都|全)?(?:是|由|归)?谁(?:来)?[出掏付拿担缴交]|谁(?:来)?(?:出钱|掏钱|付钱|买单|埋单|承担费用|出这(?:个|笔)钱)"
)
_PAYS = re.compile(r"承担|财政|自筹|分担|共担|出资|免费|补助|补贴|缴费")
_ADDRESS = re.compile(r"位于|坐落|地址|[路街]\d+号")
_OTHERS_NAMES = re.compile(
    r"(?:人|位|名|得主|获奖者|专家|院士|教师|学生|冠军)(?:分别|都|各)?(?:是谁|叫什么|叫啥|的?(?:名字|姓名|名单))"
    r"|(?:分别|都|各)(?:叫什么|叫啥)(?:名字)?"
)
_DUTY = re.compile(r"责任|负责|牵头|联系|分管|领导|挂帅|包联|承诺|单位|部门|配合|参与|落实")
_CRITERIA = re.compile(
    r"(?:哪些|什么|啥)(?:条件|资格|要件|材料)|满足.{0,6}条件|(?:评定|认定|评选|入选|申报|准入)(?:标准|条件)(?:是|有)"
)
_CRITERIA_TOLD = re.compile(r"条件|标准|门槛|符合|资格|凡|应当")
_MEMBERS = re.compile(
    r"(?:求|要|发|给|列)[^，。？?]{0,4}名单|名单(?:[？?。]|$|是什么|有哪|发|给|列)"
)
_FEW_MEMBERS = 2
_WHICH_OF_NUMBER = re.compile(
    r"(?P<number>\d+)[家个所座条种名位][^。？?]*?(?:是|选了?|定了?)哪(?:[几些]|\d+)[家个所座条种]?"
)
_MEANING = re.compile(
    r"(?:分别|各|都|具体)?(?:指|代表|对应)(?:的)?(?:是)?(?:什么|啥|哪)|(?:分别|各|都|具体)?是哪[几\d一二三四五六七八九十]{1,3}[个大项类条件种样]"
)
_NUMBERED_NAME = re.compile(
    r"[“「]([^”」]*[\d一二三四五六七八九十百][^”」]*)[”」]|(?<![\d年月])([一二三四五六七八九十]大[\u4e00-\u9fff]{2,4}?)(?=是|分|各|都|具)"
)
_WHICH_FIRM = re.compile(
    r"谁(?:承建|中标|施工|承包|中的标)|"
    r"(?:谁|哪.{0,4})(?:来|去)?(?:当|做|任|担任|作为)(?:基金)?(?:管理人|托管人|运营方|运营商|承销商)|"
    r"哪(?:[一几两]?[家个所]|些)?(?:药企|药厂|施工队|工程局|(?:施工|建设|承建|设计|监理)(?:单位|公司|企业)|承包商|公司|企业|银行|集团|厂家|厂|车企|开发商|供应商|医院|高校|大学|学校|高中|中学)"
)
_FIRM = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:公司|集团|银行|股份|药业|重工|医院|大学|学院|学校|中学|[^用]厂)|企业[：（]|承建|中标"
)
_SUPERLATIVE = re.compile(
    r"(?:最(?:大|多|高|靠前|强|快|早|好|少|低|小)的?|排(?:名)?第一的?|(?:^|的)冠军|榜首)[^，。？?]{0,6}是?哪"
)
_FOREMOST = re.compile(r"最[大高多强快好早长]|第一(?![轮批期季届])|首位|居首|榜首|冠军")
_EITHER = re.compile(
    r"(?P<first>[\u4e00-\u9fffA-Za-z0-9]{1,10})还是(?P<second>[\u4e00-\u9fffA-Za-z0-9]{1,10})(?=[，。？?]|$)"
)
_OF_OUTLOOK = re.compile(
    r"目标|结果|完成|计划|实际|预期|指标|[多少高低大小增减升降涨跌没不否已未新旧]|[今去明]年|20\d\d|牵头|参与|配合|以上|以下|左右"
)
_DAY = re.compile(r"哪一?天|哪一?日|几号|几月几[日号]")
_LIMIT = re.compile(r"之?前|截止|为止|最[晚迟]|到期|期限|时限|完成")
_DAY_TOLD = re.compile(r"\d{1,2}日")
_MOBILE = re.compile(r"手机(?:号码?|电话)?")
_MOBILE_NUMBER = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_NEAR = 30
"""Characters within which a date is taken to be that of a verb."""
_LASTING = re.compile(r"长期|持续|常态|阶段性")


def personal(query: Query) -> Composed | None:
    """The refusal of a question about an office-holder's person or career, None for any other."""
    if not _PERSONAL.search(query.text):
        return None
    return refused(
        Reason.FIGURE_NOT_STATED,
        "文件只写单位、责任人姓名、联系人电话和时限，不写职务、履历等个人信息。",
    )


def mobile(query: Query, printed: str) -> Composed | None:
    """The refusal of a question for a mobile telephone's number that is not ``printed``."""
    if not _MOBILE.search(query.text) or _MOBILE_NUMBER.search(printed):
        return None
    return refused(
        Reason.FIGURE_NOT_STATED,
        "文件只写联系人和办公电话，不写手机号码。要办公电话，请问“联系电话是多少”。",
    )


def is_untold_detail(query: Query, choice: Choice) -> bool:
    """Whether a reason, an address, a firm, a choice or the names of persons who hold no office in
    the task are asked for, and the clause does not tell them."""
    plain = choice.clause.plain
    # a firm in charge answers who is responsible, not who builds or manages
    duties = choice.task.duty.bodies if _DUTY.search(query.text) else ()
    firms = " ".join((plain, *(named.name for named in duties)))
    return (
        (_WHY.search(query.text) is not None and not _BECAUSE.search(plain))
        or (_WHERE_EXACTLY.search(query.text) is not None and not _ADDRESS.search(plain))
        or (_WHO_PAYS.search(query.text) is not None and not _PAYS.search(plain))
        or (_LOCATED.search(query.text) is not None and not _LOCATION_TOLD.search(plain))
        or (_ROLE.search(query.text) is not None and not _DUTY.search(query.text))
        or _is_untold_meaning(query, choice)
        or (_OTHERS_NAMES.search(query.text) is not None and not _DUTY.search(query.text))
        or (_CRITERIA.search(query.text) is not None and not _CRITERIA_TOLD.search(plain))
        or (_MEMBERS.search(query.text) is not None and plain.count("、") < _FEW_MEMBERS)
        or _is_untold_number_of(query, choice)
        or (_WHICH_FIRM.search(query.text) is not None and not _FIRM.search(firms))
        or (_SUPERLATIVE.search(query.text) is not None and not _FOREMOST.search(plain))
        or _is_untold_choice(query, plain)
    )


def _is_untold_number_of(query: Query, choice: Choice) -> bool:
    """Whether the members of a stated number are asked for ("5家商圈，选的是哪几家"), and none are
    written before that number or behind a colon."""
    match = _WHICH_OF_NUMBER.search(query.text)
    if match is None or query.asks & DUTIES:
        return False
    for figure in choice.figures:
        if match.group("number") not in figure.text:
            continue
        plain = choice.task.plain
        before = re.split(r"[，。；]", plain[choice.clause.start : figure.start])[-1]
        behind = re.split(r"[，。；]", plain[figure.end : choice.clause.end])[0]
        return "、" not in before and not re.search(r"[：（]", behind)
    return False


def _is_untold_meaning(query: Query, choice: Choice) -> bool:
    """Whether it is asked what the parts of a name with a number in it are ("“十大…”是哪十个"), and no
    sentence of the task that has the name counts them up."""
    match = _MEANING.search(query.text)
    name = _NUMBERED_NAME.search(query.text)
    if match is None or name is None:
        return False
    said = next(group for group in name.groups() if group)
    sentences = re.split(r"[。；]", choice.task.plain)
    holding = [sentence for sentence in sentences if said in sentence]
    return bool(holding) and not any(
        sentence.count("、") > _FEW_MEMBERS
        and re.search(rf"等[“”]*{said}|{said}[”]?[：（，]", sentence)
        for sentence in holding
    )


def _is_untold_choice(query: Query, plain: str) -> bool:
    """Whether a question offers two things to choose from ("二价还是九价") and the text has neither."""
    match = _EITHER.search(query.text)
    if match is None or query.intent in (Intent.COMPARE, Intent.CHECK):
        return False
    second = match.group("second")
    first = match.group("first")[-len(second) :]
    return not (_OF_OUTLOOK.search(match.group()) or first in plain or second in plain)


def is_untold_event(query: Query, choice: Choice) -> bool:
    """Whether the day or year of an event is asked for ("哪一天开通"), not until when to work, and
    the clause does not tell it."""
    if Asked.DATE not in query.asks:
        return False
    if _DAY.search(query.text) and not _LIMIT.search(query.text):
        return _DAY_TOLD.search(choice.clause.plain) is None
    match = _EVENT.search(query.text)
    if match is None:
        return False
    return not _is_dated(match.group("after") or match.group("before"), choice)


def _is_dated(verb: str, choice: Choice) -> bool:
    """Whether a clause tells of ``verb``, or of another verb for the same, near a point in time, or its
    task of one by which it is done, not just begun."""
    clause, due, plain = choice.clause, choice.task.duty.deadline, choice.task.plain
    same = {other for family in _EVENTS if verb in family for other in family}
    told = [
        m.start()
        for m in re.finditer("|".join(same), plain)
        if clause.start <= m.start() < clause.end
    ]
    if due is not None and not _LASTING.search(due.text):
        return bool(told)
    return any(abs(date.start - at) <= _NEAR for date in choice.task.dates for at in told)
