"""The words for a stage of something: when, at which level, whether aimed at or reached."""

from __future__ import annotations

import re

from assistant.understanding.intents import INTERROGATIVE, read_asking_words
from assistant.understanding.named import EntityKind
from assistant.understanding.query import DUTIES
from assistant.understanding.scope import (
    names_city_level,
    names_province_level,
    names_whole_province,
)

CUT = re.compile(
    r"(?:[，,：:；;？?。！!]|、|\s*\b(?:vs|VS)\b\.?\s*)(?![^“”]*”)(?![^《》]*》)(?![^（）]*）)"
)
AND = re.compile(r"以及|还有|(?<!共)和|与|跟|及(?!时|格)")
TIME = re.compile(
    r"(?:20)?2\d(?:年|(?=[\u4e00-\u9fff]))|[一二两]年(?=合计|一共|总共|加起来|累计)|年[初底末终中]|当年|去年|今年|明年|次年|下一年|第二年|来年|后来|当初|起初"
)
AIM_OR_RESULT = re.compile(
    r"任务|目标|计划|安排|要求|打算|承诺|部署|进展|进度|实际|实绩|结果|成果|完成(?=[了得数情没])|成效|情况|做到|做成|干到|干成"
)
STAGE_WORDS = re.compile(
    r"任务|目标|计划数?|安排|要求|打算|承诺|部署|规划|进展|进度|实际上?|实绩|结果|成果|成效|完成(?:数|情况|值|量)?|预期|预计"
    r"|情况|状态|状况|程度|地步|数字?|数据|指标|合计|累计|年[初底末终中]|全年|当年|当时|当初|起初|后来|最后|最终|现在|如今|回头|结束|收官"
    r"|[做干办推走达落建搞弄][到成]|[报提]上来|[啥什咋怎]么?样|[几哪一这那]步|哪儿|何处|接下来|接着|下一步|继续|下达|认领|具体"
    r"|省[里级上直]?|市[里级上]?|全[省市]|[我本][省市]|文件|报告|清单|方案|文里|政府|两年|[一二]年"
    r"|负责|牵头|牵的?头|主抓|挑头|领头|配合|参与|责任|单位|部门|[厅局委]|[几两一二三多]?[个家位]|(?:完成)?时[间限]|期限|领导|同志|人"
    r"|归|放|列|写|讲|说|提|报|定|订|规定|谈|算|属于?|划|摆|搁|方面|部分|工作|行动|板块|章节?|条|款|项|块|下面|里面|底下|名下|领域|一类"
    r"|新一年|开[年局]|[那这][边头]|总结|回顾|\d+|[样步时建改做干办推要又还再也则是在的了着过来去得到给该想让把对有没和与跟及同各分别为成于下上里中内底那这它其第]|vs|VS|[、\s—-]"
)
TAIL = re.compile(
    r"(?:各|各自|分别|都|又|究竟|到底)*(?:[是为有要]|做|定)?(?:(?:多少|几)[\u4e00-\u9fff/]{0,2}|(?:什么|啥|哪些|怎么|如何|怎样|咋)[\u4e00-\u9fff]{0,6})$|(?:各|各自|分别)(?:[是为有]|怎).{0,6}$"
)
_OUTER = re.compile(r"^[的地，,、：:\s]+|[的，,、：:\s]+$")
_THIS = re.compile(
    r"(?:[这那]一?[件个项条]?(?:事情?|工作|任务|项目|块)|[这那]事儿?|的?(?:问题|情况)|吧|啊|呀|呢"
    r"|的?(?:比一比|比比看?|[比对](?:较|比|照)(?:一下)?|[放摆搁]在?一[起块]儿?(?:看看?|比一?比?|说说?)|并排(?:看|列)|(?:对照|对着|放一起)看看?))$"
)
_ASKS_FIRST = re.compile(
    r"^(?:请问|请教|请|麻烦|帮我|帮忙|想问一?下?|我想(?:问|知道|了解)一?下?|查一?下|问一?下|说说|讲讲|梳理一?下?|理一?下|捋一?捋|关于|对于|就)+"
)
OF_THAT_YEAR = re.compile("当年|同年|那年")
_COUNTED = re.compile(r"[数值量]$")
ENDS = re.compile(
    r"^(?:[个家位条项要又将会在是里把给了的])+|(?:[要又将会在是的里归由让给]|要求|目标|任务|计划|安排)+$"
)
"""What asking words leave around the name of a thing."""
YES_NO = re.compile(r"(?:吗|有没有|是不是|没有?)[？?]?$")
ABOUT_SELF = re.compile(r"[我俺咱没]|不(?=起|了|到|能|会|想|敢)|(?:家里|孩子|人家)(?=[有没想要的])")
"""Somebody's own affairs lead up to a question; they name no thing to be followed."""
ASKS_WHETHER = re.compile(r"能不能|能否|可不可以|有没有人|有人(?!才)|(?:吗|没有)[？?]?$")
"""What somebody in a situation asks first: the situation is no thing to be followed."""
YEAR_FIRST = re.compile(r"^20\d{2}年?的?")
SOURCES = (EntityKind.DOCUMENT, EntityKind.BODY)
LEAST_ALONE = 3
LEAST = 2
"""Characters that a subject has at least."""
MOST = 6


def level_of(piece: str) -> str:
    """Whether a stage is of the "province" or of a "city", "" where it does not say."""
    if names_whole_province(piece) or names_province_level(piece):
        return "province"
    return "city" if names_city_level(piece) else ""


def bare_piece(piece: str) -> str:
    """A piece less the marks and particles around it."""
    return _OUTER.sub("", piece.strip())


def name_of(text: str) -> str:
    """What a message is about, less what introduces it (请问 … 这件事)."""
    text = _ASKS_FIRST.sub("", bare_piece(text))
    return bare_piece(_THIS.sub("", text))


def asks_on(named: list[str]) -> bool:
    """Whether the last stage asks, or none does; else it only explains what was asked."""
    asking = [INTERROGATIVE.search(piece) is not None for piece in named]
    return asking[-1] or not any(asking)


def tail_of(piece: str) -> str:
    """What the last of several stages asks of all of them ("各是多少亩" → 是多少亩)."""
    match = TAIL.search(piece)
    return re.sub("各自?|分别|都", "", match.group()) if match else ""


def question_of(subject: str, piece: str, asked: str) -> str:
    """A stage as a question of its own; one that asks nothing asks what the last one does."""
    asks = INTERROGATIVE.search(piece) or YES_NO.search(piece)
    if asks or read_asking_words(piece).asks & DUTIES:
        own = re.sub(r"(?:各自?|分别|都)(?=[是为有要怎])", "", piece)
    else:
        counted = _COUNTED.search(piece) or _COUNTED.search(subject)
        own = piece + (asked or ("是多少" if counted else "是什么"))
    return own if subject in own else f"{subject}，{own}"
