"""Where a pasted text says who printed it and when, or asks for the check: that claims nothing.

"（2024年4月10日讯）", "某报2024年6月的报道写道：“…”", "请核实：…", "…（2024年稿）". What is found is blanked,
every character keeping its place; the year of it is the text's own, which 今年 counts from.
"""

from __future__ import annotations

import re

from assistant.verifying.narrowing import GROUP

BLANK = "　"
_DATELINE = re.compile(
    r"(?:^|(?<=\n))[（(【]?(?:(?:本[报网台刊]|新华社|[\u4e00-\u9fff]{2,6}[网报])[\u4e00-\u9fff]{0,6}"
    r"(?:(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?)(?:讯|电|消息)"
    r"(?:[）)】]|(?=[\s　，：:（(]))(?:[（(][^）)\n]{0,12}记者[^）)\n]{0,20}[）)]|[（(]记者[^）)\n]{0,20}[）)])?[：:，]?"
)
""" "（2024年4月10日讯）", "本报济南3月5日讯（记者 …）"."""
_TIME = (
    r"(?:(?:20[0-9]{2}年度?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|[初中底下上]旬?)?|[初底末中]|[上下]半年|第?[一二三四]季度)?"
    r"|[0-9]{1,2}月(?:[0-9]{1,2}日)?)(?:的|里|间|，)?|近[日期来]|最近|日前|[昨今前]天)"
)
_SOME = r"(?:某(?:某|家|个|篇|份|条)?|[一这那](?:[篇则份条个家句段位]|些)|有(?:(?:这么|这样)?一?[篇则份条个家些位句段])?|[这那]|下[面列]|以下|如下|上[面述])"
_SOURCE = (
    r"(?:日报|晚报|报纸|报道|媒体|消息|通讯|通稿|草稿|初稿|发言稿|宣传稿|新闻稿|稿[子件]?|文章|新闻|杂志|期刊|刊物|简报|快讯|短讯|"
    r"网站|网文|公众号|推文|帖子|视频|材料|文案|内容|说法|句?话|句子|表述|段落|记者|网友|读者|作者|同事|朋友|同学|领导|邻居|群里|群众|市民|人|报|刊|网|台)"
)
_SAY = r"(?:写于|作于|刊于|发表于|载于|写道|写着|写到|写|说到?|称|讲|报道|指出|提到|提及|透露|表示|声称|宣称|刊登|登|发布)"
_REQUEST = r"(?:请|烦请|帮忙|帮我|帮|麻烦|劳驾|[你您]|能否|可否|我想|想)*(?:核对|核实|核查|查证|求证|验证|检查|确认|判断|看看|看一[眼看]|过[一个]?[眼目]|把(?:一?下|把)?关|审(?:[校读阅]|核?(?=[一：，]))|校对|校阅|查(?![处办封获扣]))(?:一?下(?![面列述]))?"
_PARTICLE = r"[的了里中上也还曾就是在]"
_OURS = r"(?:[我咱你他]们|本[报刊台网]|我[报刊社台])"
_PART = rf"(?:据|{_OURS}|{_TIME}|{_SOME}[\u4e00-\u9fff]{{0,4}}?{_SOURCE}|{_SOME}|{_SOURCE}|{_SAY}|{_REQUEST}|{_PARTICLE})"
_FRAME = re.compile(
    rf"(?:^|(?<=[\n。！？]))[\s　]*(?P<frame>(?=[^：“「，\n]{{0,24}}(?:{_SOURCE}|{_SAY}))(?:{_PART})+)(?P<link>[：，]|(?=[“「]))"
)
"""Who printed it, up to the colon, the comma or the opening quotation mark."""
_ASKED = re.compile(
    rf"(?:^|(?<=\n))[\s　]*{_REQUEST}(?:[这一个句段条则份]|下[面列述]|以下|如下|上[面述]|话|说法|表述|内容|消息|报道)*[：，]?"
)
_GREETING = re.compile(
    r"(?:^|(?<=\n))[\s　]*[^：“「，。！\d\n]{0,8}(?:[您你]们?好|老师好|各位好|打扰了?|请教一?下)[，,！!：:。]"
)
""" "编辑您好，…"."""
_INTRODUCED = re.compile(
    r"(?:^|(?<=\n))[\s　]*(?![^：\n]*(?:[省市县区厅局委办院府社企]|计划|任务|责任|牵头|负责|完成|目标|时间|时限|承诺|措施|要求))"
    rf"(?![^：\n]*{GROUP}：)[^：“「，。；、\d\n]{{1,14}}："
)
""" "校对：…", "环保口同事给的：…": some words before a colon that name nobody and nothing checkable."""
_BEHIND = re.compile(
    rf"——[\s　]*(?:{_TIME}|{_SOME}[\u4e00-\u9fff]{{0,4}}?{_SOURCE}|{_SOME}|{_SOURCE}|{_PARTICLE})+(?=[。，？?]|$)"
    rf"|[（(](?:{_TIME}|{_SOME}|{_SOURCE}|{_PARTICLE})+[）)]"
)
""" "（2024年稿）" behind a statement."""
_COUNTED = re.compile(
    r"(?:^|(?<=[\n。！？]))[\s　]*[一两二三四五六七八九十几][个组串笔条](?:数字?|数据|关键词|亮点|看点|账|变化|信号)"
    r"(?:[，、]?(?:带你|一起|快速)?(?:看懂?|读懂?|说|话|数|盘点|了解|感受|透视|解读))?"
)
""" "两个数字看2023年…": a number of things that the text goes on to tell."""
_CAPTION = re.compile(r"[（(](?:图片?|照片|视频|插图|配图|资料图)(?:说明|注|文字)?[）)]")
""" "（图片说明）…"."""
_REPORTED = re.compile(
    r"(?:^|(?<=[\n。！？]))[\s　]*20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?，"
    r"(?=[^，。]{0,16}(?:报告|方案|计划|通知|清单|公报|文件)[^，。]{0,4}(?:显示|指出|提出|明确|公布|发布|披露)，)"
)
""" "2024年1月，省政府工作报告显示，…": when it was said."""
_BEFORE_QUOTE = re.compile(
    r"^[\s　]*(?:[^“”，。！？\d\n]|20\d{2}年|\d{1,2}[月日]){1,24}[，]?(?=“[^”]{12,}”)"
)
_BEHIND_QUOTE = re.compile(
    r"(?<=”)(?=[^“”\d]*(?:[？?吗呢么]|[核查]|属实|准确|对不对|看看|把关|确认|可信|靠谱))[^“”\d]{1,24}$"
)
""" "报社校对：“…”三个指标都对不对？": what stands around a statement that is quoted."""
_ASKED_BEHIND = re.compile(
    r"——[^“”\d。]{1,16}(?:吗|[么没]有?|如何|怎样|[对准]不[对准]|核|查|看看|把关)[？?。！!]?$"
    r"|(?<=[，。！？；”])(?:请|烦请|麻烦|帮忙|劳驾)[^“”\d，。]{0,10}[。！!？?]?$"
)
_QUOTED = re.compile(r"“[^“”]{12,}”$")
_NAMES_A_SOURCE = re.compile(
    r"[省市县区厅局委办院府〔]|计划|报告|承诺|文件|任务|清单|方案|责任|牵头|负责|完成|目标|时限"
)
_AROUND_QUOTE = (_BEFORE_QUOTE, _BEHIND_QUOTE)
_NAMES_ONE = re.compile(rf"{_SOURCE}|{_SAY}")
_YEAR = re.compile(r"20[0-9]{2}(?=年)")


def without_datelines(plain: str) -> tuple[str, int | None]:
    """``plain`` with all that only says who prints it blanked, and the year told there or None."""
    years: list[int] = []

    def blank(match: re.Match[str]) -> str:
        if match.re is _BEHIND and not _NAMES_ONE.search(match.group()):
            return match.group()
        if match.re in _AROUND_QUOTE and _NAMES_A_SOURCE.search(match.group()):
            return match.group()
        if match.re is _BEHIND_QUOTE and not _QUOTED.search(match.string, 0, match.start()):
            return match.group()  # behind a name the statement goes on: "“两癌”免费检查吗？"
        years.extend(int(year) for year in _YEAR.findall(match.group()))
        return BLANK * len(match.group())

    for form in (
        _ASKED_BEHIND,
        *_AROUND_QUOTE,
        _DATELINE,
        _GREETING,
        _ASKED,
        _FRAME,
        _INTRODUCED,
        _REPORTED,
        _BEHIND,
        _CAPTION,
        _COUNTED,
    ):
        plain = form.sub(blank, plain)
    return plain, years[0] if years else None
