"""Details people ask for and documents of this kind seldom tell: reasons, addresses, firms, names,
procedures, the members of a number.

Each detail has the words that ask for it and the words by which a clause would tell it; a clause
without them is near the question, and no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.ranking import Choice
from assistant.understanding.query import DUTIES, Intent, Query
from corpus.numerals import han_to_int
from index.tokenizing import is_function_word, is_noun

_NAMES_AN_OFFICE = re.compile(
    r"责任|负责|牵头|联系|分管|领导|挂帅|包联|承诺|单位|部门|配合|参与|落实"
)
_HOUSES = "体育[馆场]|剧[场院]|会展中心|会场|礼堂|展[馆厅]|仓库|出版社|俱乐部|[电视广播]{2}台|[协学商]会|机构(?=运营|承办|经营|来办)|[研究设计]{2}[所院]|工作室"


@dataclass(frozen=True, slots=True)
class Detail:
    """A kind of detail: what asks for it, what tells it (None: nothing in such documents does), and
    whether questions for who answers for a task are left alone."""

    asked: re.Pattern[str]
    told: re.Pattern[str] | None = None
    but_offices: bool = False

    def is_untold(self, query: Query, plain: str) -> bool:
        """Whether ``query`` asks for it and ``plain`` does not tell it."""
        if self.asked.search(query.text) is None:
            return False
        if self.but_offices and _NAMES_AN_OFFICE.search(query.text):
            return False
        return self.told is None or self.told.search(plain) is None


_DETAILS = (
    Detail(  # why
        re.compile(r"为什么|为啥|为何|什么(?:原因|缘故|缘由)|原因(?:是|何在|呢)|怎么回事"),
        re.compile(r"因为|由于|受.{1,12}影响|原因|为了|以(?:便|利)|鉴于|不?属于|不再"),
    ),
    Detail(  # at what address
        re.compile(
            r"(?:具体|详细|确切)?地址|门牌|(?:哪个|什么|具体)位置|哪条(?:路|街)|几号楼|哪栋楼|怎么坐车|怎么走"
        ),
        re.compile(r"位于|坐落|地址|[路街]\d+号"),
    ),
    Detail(  # where it stands or runs
        re.compile(
            r"从哪(?:里|儿)?[到至]哪|(?:位于|坐落在?|搬[到去往]|迁[到去往至]|[建设落放]在)哪(?:里|儿|个地方)?(?![个座]?[市县区]|[一几]?家)"
            r"|(?<=[\u4e00-\u9fff])(?<![现存写说提列见放定讲])在哪(?:里|儿|个地方)?[呢啊呀]?[？?。]?$|选址"
        ),
        re.compile(
            r"(?:[在至于到]|位于|落户|布局|选址)[\u4e00-\u9fff]{1,6}?(?:[市区县镇村路街港岛城湾]|园区)|位于|坐落|落户|选址"
        ),
    ),
    Detail(  # by way of where
        re.compile(
            r"(?:设|有|停|经过?|途经)(?:了)?哪[些几](?:个|座)?(?:站|车站|站点)|沿线.{0,4}哪些|经过哪|途经哪"
        ),
        re.compile(r"途经|经过|站[、，]|沿线"),
    ),
    Detail(  # in which countries
        re.compile(r"哪(?:些|几)个?国家|哪国"),
        re.compile(r"[德美英法韩泰俄]国|日本|国[、和]|等国|中亚"),
    ),
    Detail(  # who pays
        re.compile(
            r"(?:钱|费用?|款|成本|花销)(?:都|全)?(?:是|由|归)?谁(?:来)?[出掏付拿担缴交]|谁(?:来)?(?:出钱|掏钱|付钱|买单|埋单|承担费用|出这(?:个|笔)钱)"
        ),
        re.compile(r"承担|财政|自筹|分担|共担|出资|免费|补助|补贴|缴费"),
    ),
    Detail(  # who holds a role that is no office
        re.compile(
            r"(?:[编员手者席挥监董导]|编剧|主演|作[曲词]|总师|[专行作画艺科]家|代言人|发言人|创始人|法人|校长|理事长|会长)"
            r"(?:都|分别)?(?:是谁|是哪位|是哪几位|叫什么|姓什么|谁来?[当任做])"
        ),
        but_offices=True,
    ),
    Detail(  # names of persons
        re.compile(
            r"(?:人|位|名|得主|获奖者|专家|院士|教师|学生|冠军)(?:分别|都|各)?(?:是谁|叫什么|叫啥|的?(?:名字|姓名|名单))"
        ),
        but_offices=True,
    ),
    Detail(  # names of several things
        re.compile(r"(?:分别|都|各)(?:叫什么|叫啥)(?:名字)?"),
        re.compile(r"(?:[“《][^”》]{1,20}[”》][、和及]?){2,}"),
        but_offices=True,
    ),
    Detail(  # on what conditions
        re.compile(
            r"(?:哪些|什么|啥)(?:条件|资格|要件|材料|证件|凭证)|满足.{0,6}条件|(?:评定|认定|评选|入选|申报|准入|打分|评分)(?:标准|条件|指标|细则)(?:是|有)"
        ),
        re.compile(
            r"条件|标准|门槛|符合|资格|凡|应当|对[^，。；]{4,60}(?:的|、)[^，。；]{0,40}(?:企业|单位|项目|个人|家庭|人员|市|县)[，、]|证照|材料"
        ),
    ),
    Detail(  # by what formalities
        re.compile(r"(?:哪些|什么|啥)手续"),
        re.compile(r"登记|备案|许可|审批|证照|签署|手续"),
    ),
    Detail(  # of what age
        re.compile(r"年龄(?:限制|要求|条件|上限)|(?:多大|几)岁(?:能|可以|才|以上|以下)|多大年纪"),
        re.compile(r"岁|年龄|适龄|老年|儿童|青年"),
    ),
    Detail(  # by what steps
        re.compile(r"流程(?:是|怎|有)|(?:哪几|哪些|几个)(?:步骤|环节|步)|(?:具体)?步骤|手续怎么"),
        re.compile(r"流程|步骤|程序|提交|登录|窗口|受理|环节"),
    ),
    Detail(  # where to apply
        re.compile(
            r"(?:去|到|在|上|找)哪(?:里|儿|个部门|个地方)?(?:去|能|可以)?(?:申请|申报|报名|登记|领取)"
        ),
        re.compile(r"窗口|平台|网|热线|大厅|中心|APP|端|站|部门|社区|街道|医院|机构|学校|银行"),
    ),
    Detail(  # which court or police station
        re.compile(r"哪(?:个|家)?(?:仲裁院|法院|派出所|律所|律师)"),
        re.compile(r"仲裁(?:院|委)|法院|派出所|律师"),
    ),
    Detail(  # how long at most
        re.compile(r"最[长短多]多(?:久|长(?:时间)?)(?=[？?。，]|$)"),
        re.compile(
            r"(?<!\d)\d{1,3}个?(?:工作日|小时|分钟|周|天|日内|年内)|个月|[一二两三四五半]年|小时"
        ),
    ),
    Detail(  # after how many years
        re.compile(
            r"(?:[满够]|用了|使用|超过)(?:多少|几)年|(?:多少|几)年(?:以上)?的?(?:才|[房车楼]龄|及以上)"
        ),
        re.compile(
            r"(?:满|超过?|使用)\d{1,2}年|(?<!\d)\d{1,2}年(?:以上|及以上)|年限|20\d{2}年[^，。；]{0,4}前建成"
        ),
    ),
    Detail(  # at what o'clock
        re.compile(r"几点(?:钟)?(?:开|关|上|下|到|营|起|结)|营业时间|开放时间|开门时间"),
        re.compile(r"\d{1,2}[:：点时]|小时|全天"),
    ),
    Detail(  # in which hall, by which house
        re.compile(rf"哪(?:[一几两]?[家个座处]|些)?[\u4e00-\u9fff]{{0,4}}?(?:{_HOUSES})"),
        re.compile(rf"[\u4e00-\u9fff]{{2,}}(?:{_HOUSES})"),
        but_offices=True,
    ),
    Detail(  # which is the greatest
        re.compile(
            r"(?:最(?:大|多|高|靠前|强|快|早|好|少|低|小)的?|排(?:名)?第一的?|(?:^|的)冠军|榜首)[^，。？?]{0,6}是?哪"
        ),
        re.compile(r"最[大高多强快好早长]|第一(?![轮批期季届])|首位|居首|榜首|冠军"),
    ),
)
_MEMBERS = re.compile(
    r"(?:求|要|发|给|列)[^，。？?]{0,4}名单|名单(?:[？?。]|$|是什么|有哪|发|给|列)"
)
_FEW_MEMBERS = 2
_WHICH_OF_NUMBER = re.compile(
    r"(?P<number>\d+)[家个所座条种名位][^。？?]*?(?:(?:是|选了?|定了?)(?:哪(?:[几些]|\d+)[家个所座条种]?|几号)|分别(?:在|是|叫)(?:哪|几号|什么))"
)
_MEANING = re.compile(
    r"(?:分别|各|都|具体)?(?:指|代表|对应)(?:的)?(?:是)?(?:什么|啥|哪)|(?:分别|各|都|具体)?是哪[几\d一二三四五六七八九十]{1,3}[个大项类条件种样]"
)
_NUMBERED_NAME = re.compile(
    r"[“「]([^”」]*[\d一二三四五六七八九十百][^”」]*)[”」]|(?<![\d年月])([一二三四五六七八九十]大[\u4e00-\u9fff]{2,4}?)(?=是|分|各|都|具)"
)
_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}")
_WHICH_FIRM = re.compile(
    r"谁(?:承建|中标|施工|承包|中的标)|"
    r"(?:谁|哪.{0,4})(?:来|去)?(?:当|做|任|担任|作为)(?:基金)?(?:管理人|托管人|运营方|运营商|承销商)|"
    r"哪(?:[一几两]?[家个所][\u4e00-\u9fff]{0,4}?|些)?(?:药企|药厂|施工队|工程局|(?:施工|建设|承建|设计|监理)(?:单位|公司|企业)|承包商|公司|企业|银行|集团|厂家|厂|车企|开发商|供应商|医院|高校|大学|学校|高中|中学|酒店|宾馆|饭店|商场|超市|药店|养老院|敬老院|幼儿园)"
    r"|(?:酒店|宾馆|饭店|商场|超市|药店|养老院|敬老院|幼儿园)(?:都|分别|具体)?(?:有|是)哪[几些]?[家个所]"
)
_FIRM = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:公司|集团|银行|股份|药业|重工|医院|大学|学院|学校|中学|酒店|宾馆|饭店|商场|超市|药店|养老院|幼儿园|[^用]厂)|企业[：（]|承建|中标"
)
_EITHER = re.compile(
    r"(?P<first>[\u4e00-\u9fffA-Za-z0-9]{1,10})还是(?P<second>[\u4e00-\u9fffA-Za-z0-9]{1,10})(?=[，。？?]|$)"
)
_OF_OUTLOOK = re.compile(
    r"目标|结果|完成|计划|实际|预期|指标|[多少高低大小增减升降涨跌没不否已未新旧]|[今去明]年|20\d\d|牵头|参与|配合|以上|以下|左右"
)
_WHOSE = re.compile(r"(?P<role>[\u4e00-\u9fff]{2})(?:都|分别)?(?:是谁|是哪位|叫什么名字)")


def is_untold_detail(query: Query, choice: Choice) -> bool:
    """Whether a detail is asked for that the best clause does not tell."""
    plain = choice.clause.plain
    return (
        any(detail.is_untold(query, plain) for detail in _DETAILS)
        or (_MEMBERS.search(query.text) is not None and plain.count("、") < _FEW_MEMBERS)
        or _is_untold_firm(query, choice)
        or _is_untold_holder(query, choice)
        or _is_untold_meaning(query, choice)
        or _is_untold_number_of(query, choice)
        or _is_untold_choice(query, plain)
    )


def _is_untold_firm(query: Query, choice: Choice) -> bool:
    """Whether a firm is asked for; one in charge answers who is responsible, not who builds."""
    if not _WHICH_FIRM.search(query.text):
        return False
    duties = choice.task.duty.bodies if _NAMES_AN_OFFICE.search(query.text) else ()
    return _FIRM.search(" ".join((choice.clause.plain, *(n.name for n in duties)))) is None


def _is_untold_holder(query: Query, choice: Choice) -> bool:
    """Whether it is asked who something is (编剧是谁) that the task does not even name."""
    match = _WHOSE.search(query.text)
    if match is None or _NAMES_AN_OFFICE.search(match.group()):
        return False
    role = match.group("role")
    return is_noun(role) and role not in choice.task.plain


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
    quoted = name.group(1) is not None
    return (quoted or bool(holding)) and not any(_counts_up(one, said) for one in holding)


def _counts_up(sentence: str, name: str) -> bool:
    """Whether a sentence counts up the parts of a name with a number in it: before or behind it, or as
    many directly before it as it says ("甲、乙、丙三大工程", "“甲”“乙”“丙”三大工程")."""
    if sentence.count("、") > _FEW_MEMBERS and re.search(
        rf"等[“”]*{name}|{name}[”]?[：（，]", sentence
    ):
        return True
    runs = re.split(r"[，：]", sentence[: sentence.index(name)])
    before = runs[-1]
    number = _NUMERAL.search(name)
    wanted = han_to_int(number.group()) if number else None
    if wanted and any(run.count("、") + 1 == wanted for run in runs[:-1]):
        return True  # "以济南、潍坊、枣庄等市为重点，…形成“三核引领”格局"
    return max(before.count("、") + 1, before.count("”")) >= (wanted or _FEW_MEMBERS + 1)


def _is_untold_choice(query: Query, plain: str) -> bool:
    """Whether a question offers two things to choose from ("二价还是九价") and the text has neither."""
    match = _EITHER.search(query.text)
    if match is None or query.intent in (Intent.COMPARE, Intent.CHECK):
        return False
    second = match.group("second")
    if is_function_word(match.group("first")[-2:]) and not is_function_word(second):
        return False  # "冬天还是烧煤": as ever, no choice
    first = match.group("first")[-len(second) :]
    return not (_OF_OUTLOOK.search(match.group()) or first in plain or second in plain)
