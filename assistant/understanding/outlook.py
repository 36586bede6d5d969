"""The words for results and for targets: which of them a question asks for."""

from __future__ import annotations

import re

from assistant.understanding.query import Outlook

_ACHIEVING = "完成|做到|做成|干成|办成|达到"
_HOW_MUCH_DONE = r"(?:最后|最终|到底|究竟|真的?|真正)[^，。？?]{0,10}了(?:多少|几)|[拉运卖花招签产修造买收发办吸引][来进出成完]?[了过](?:多少|几)"
_DONE = re.compile(
    rf"{_HOW_MUCH_DONE}|"
    r"实际|实绩|现有|现在有|突破了|超过了|达到了|到了多少|到了几|已经|完成了|完成[数量]|做到了|做成|干成|办成|后来|报的|进展到|达到了|实现了|增加了|新增了|增长了|建成了|取得了|干了|成果|成绩|回顾|年底报|结果|完成情况|"
    r"(?:新增|新建|改造|建成|增长|开通|完成|获批|培育|投产|签约|[改建产造修办投开])了|已经?(?:达|建|完|有|实)|去年.{0,8}(?:了|情况|多少)"
    # how it ended: told at the year's end, or asked whether it has come about
    r"|(?<![要求划])干到(?:啥|什么|哪)|(?:啥|什么)程度了|年终|最终|到头来|回头看|回过头|年[底末](?:盘点|总结|一?算|统计|交账|实打实)|最后(?=[^，。？?一-]{0,8}(?:了|成|多少|几|没))"
    r"|(?<![写提说讲定确求排出])[了成](?:没有?|吗)(?![\u4e00-\u9fff]{0,3}[定写提说讲])|(?:完成|达到|实现|做到|达标|兑现|落地|落实)(?:没有?|与否)"
    r"|(?:完成|落实|进展|推进|办|干|做|执行)得"
)
_AIM = re.compile(
    r"目标|[原初预拟]定|计划(?![（(\u4e00-\u9fff]*第)|要求|打算|力争|争取|预期|预计|安排|任务|准备|将要?|想要?(?!确认|问|知道|了解|请教|查|核|看|咨询|请问|打听)|定的|"
    r"年初|开头|当初|起初|原先|本来|怎么定|定(?:在|为|成)|说[要好]|往前看|接下来|"
    r"要(?!完成[数情])(?:达|新|建|完|做|增|到|推|培|改|有|搞|办|突|干|弄)"
)
_NEGATED = re.compile(
    r"(?:不是|不要|别给|而非|并非|不看)(?:说|指|问|年初|当初)?(?:的)?(?:目标|计划|任务|实际|完成|预期)(?:数|值|情况)?"
)
"""Which of the two is not meant: "不是计划数"."""
_EARLY = "年初|当初|起初|原先|本来|[原初预拟]定"
_AIMED = re.compile(
    r"往前看|接下来|(?:主要)?(?:预期)?目标|预期|预计|打算|计划数|要求|力争|争取"
    rf"|(?:{_EARLY})*(?:还?说[要好]|定)的?(?![\u4e00-\u9fff])|(?:{_EARLY})的?"
)
_ACHIEVED = re.compile(
    rf"实际|实绩|回过?头看?|(?:最后|最终|后来|年底|年末|年终)?(?:{_ACHIEVING}|进展到|报出来)了?(?:没有?)?"
    r"|结果|年终|最后|最终|后来|到底|年底(?=\s|$)"
)
_RESULTS = re.compile(
    rf"实际|实绩|结果|{_ACHIEVING}|实现|年底|年末|年终|去年|最[后终]|后来|回头|[成了](?:没|吗)|回顾|(?:新增|建|产|造|改|修|办)了"
)
_INSISTING = re.compile(
    rf"{_HOW_MUCH_DONE}|"
    r"(?:最后|最终|到头来)(?:算下来|一算)?(?:一共|总共)?(?:是|有|为|达到?|到|落在)?(?:多少|几(?!个月))|"
    r"(?:到底|究竟)[^，。？?]{0,8}来多少|年[终末底]数|[破过超达成到]了?[^，。？?]{0,6}了(?:没有?|吗)[？?]?$|"
    r"实际|究竟(?:完成|达到|建成|做到)|真(?:的|正)?(?:完成|达到|建成|做到|实现)|完成情况|完成了(?:多少|几)"
)


_ASKS_FOR_AIM = re.compile(
    r"(?<![体要期些个])目标(?:值|数)?(?:[？?。]?$|(?:都|又|究竟|到底)?(?:是|为|定|设|有|达)?(?:在|到|了|成)?(?:多少|几|多大|多高|什么|啥))"
)


def outlook_of(text: str, *, of_promises: bool = False) -> Outlook:
    """Whether a question looks back at results, ahead at targets, or at both.

    ``of_promises``: it names a document that only promises, as good as asking for its targets.
    """
    text = _NEGATED.sub(" ", text)
    done = _DONE.search(text) is not None
    aim = _AIM.search(text) is not None or (done and of_promises)
    if done and aim:
        return Outlook.BOTH
    return Outlook.BACK if done else Outlook.AHEAD if aim else Outlook.ANY


def speaks_of_results(text: str) -> bool:
    """Whether a question that also asks for targets has a word for what came of them."""
    return _RESULTS.search(text) is not None


def insists_on_results(text: str) -> bool:
    """Whether what was really done is asked for, so that what is to be done answers nothing."""
    return _INSISTING.search(text) is not None


def insists_on_aims(text: str) -> bool:
    """Whether a target itself is asked for ("产量目标是多少"), so that what came about answers nothing."""
    return _ASKS_FOR_AIM.search(text) is not None


def without_aims(text: str) -> str:
    """A topic less the words for a target, so that a result is not searched by them."""
    return _AIMED.sub(" ", text)


def without_results(text: str) -> str:
    """A topic less the words for a result, so that a target is not searched by them."""
    return _ACHIEVED.sub(" ", text)
