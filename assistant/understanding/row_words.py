"""The words by which tasks are asked to be listed or counted."""

from __future__ import annotations

import re

from index.tokenizing import is_noun

_TASK = "任务|承诺|事项|措施"
_COUNTED = re.compile(
    r"牵了?(?:着|过)?(?:多少|几)(?:个|次)?头"
    r"|(?:多少|几)\s*(?:个|项|条|件)?\s*(?:任务|承诺|事项|主要任务|重点任务|措施|推进措施|工作任务)"
    r"|(?:多少|几)\s*(?:项|条)(?=[？?，。,里中]|$|的|呢|是|由|归|需|要求?在|在|承诺|任务)"
    rf"|承诺(?:办|完成|做|了)*(?:多少|几)件事|(?:{_TASK})(?:一共|总共|共)?(?:多少|几)(?:项|条|个|件)"
    r"|的(?:一共|总共|共)?有(?:多少|几)件(?=[？?，。]|$)"
    r"|(?:承诺|安排|部署|负责|牵头|分管|参与|出现|列|公布)(?:了|过|着)?(?:的)?(?:有|共)?(?:多少|几)(?:件|项|条|次)"
    r"|(?:名下|手里|手上)(?:一共|共)?(?:有|管|担)?(?:着|了)?(?:多少|几)(?:件|项|条|个)?"
    r"|(?:总共|一共|总计|合计|共)(?:有|列了?|编了?|安排了?|是)?(?:多少|几)(?:件|项|条|个)(?=[？?，。]|$|事|任务|承诺)"
    r"|(?:列|编|(?<!安)排)(?:了|到|出|有)?(?:多少|几|第几)(?:件|项|条|个)(?=[？?，。]|$|事|任务|承诺)"
    rf"|(?:{_TASK})(?:的)?(?:总数|数目)(?:是|有)?多少"
    r"|(?:牵头|配合|参与|负责|主办)了?多少(?=[、，。？?和]|$)"
    r"|(?:多少|几)(?:件|个|样)?(?:活儿?(?![动力跃])|差事)"
    rf"|(?:{_TASK})(?:的)?(?:数量|总数|条数|项数)|(?:{_TASK})数(?=(?:是|有|共)?多少(?:[？?，。]|$)|[？?，。]|$)|(?:{_TASK}).{{0,12}}?(?:有|共|是)(?:多少|几)(?:项|条|个|件)"
)
_LISTED = re.compile(
    r"(?:哪些|哪几个|什么|啥)\s*(?:主要|重点|具体)?(?:任务|承诺(?!书)|事项|工作|条款|条目|项)"
    r"|(?:任务|承诺|事项|工作|条款|措施|条|项)(?:都|分别|里|中|各)?(?:有|是)?(?:哪些|哪几[项条个]|哪[项条]|什么(?!要求|内容|时候|时间)|啥(?!时))(?![\u4e00-\u9fff]*(?:单位|部门|人|厅|局))"
    r"|第几[项条](?!线|路)|哪[几一]?[项条](?=$|[\d\s，。？?！、）)]|任务|承诺|的|是|由|里|写|提|涉|规|和|与|要|需|得|让|该|都|归|属|在)|(?:列出|列举|罗列|列一下|找出|盘点|汇总|列一?列|逐项|逐条|列给|列全|就列|都列|全列)"
    r"|哪几?件事?|哪些事(?!情?项)|几件什么事|有哪几[条项件]|都?(?:有|是)哪几[条项]"
    r"|的(?:都)?(?:是|有)哪些|的都(?:有|是)(?:啥|什么)[？?。]?$|[一总]共(?:都)?(?:是|有)哪些|(?:都)?有哪些[？?。]?$|(?:任务|承诺|事项)(?:的)?(?:全部|所有|清单|一览)|(?:全部|所有)(?:的)?(?:任务|承诺|事项)"
    r"|(?:负责|分管|牵头|承担|管|参与|配合)(?:了|着|的)?(?:是)?(?:哪些|什么|啥|哪几)(?!单位|部门|样)"
    rf"|(?:{_TASK})的?(?:名字|名称|标题|题目)(?!是不是)|(?:的|完成)(?:都|也)?有(?:吗|没有)[？?。]?$"
    r"|底之?前(?:要?(?:完成|做到|办完|达到))?的(?:目标|要求|事情?|节点)(?:都|一共)?(?:有|是)哪[几些]"
    r"|(?:哪些|哪几[样件个]|什么|啥)(?:活儿?(?![动力跃])|差事)|活儿?(?:都)?(?:有|是)(?:哪些|啥|什么)"
    r"|(?:有关|相关|涉及|牵头|配合|参与)的?(?:（[^）]*）)?的?(?:都)?(?:是|有)(?:哪些|啥|什么)"
    rf"|(?:把|将)[^，。？?]{{0,30}}(?:{_TASK}|工作)(?:都|全|全部|一并)*(?:找出|列出|列给|挑出|给我|列一)"
    rf"|(?:负责|分管|牵头|承担|参与|配合)(?:做|干|抓|办|完成|落实|推进)(?:哪些|什么|啥|哪几)[^，。？?]{{0,14}}?(?:{_TASK}|工作)"
)
_ASKING = re.compile(r"多少|几|什么|啥|哪|谁|何|吗|呢|怎|如何|是否|[？?]")
_KIND = r"(?:主要|重点|公开)*(?:任务|承诺(?:事项)?|事项|工作|措施|活儿?|事儿?|项目|条目)"
_BEHIND = r"(?:[，,](?:[^，,。？?]{0,10}(?:的|里|中|文件|计划|报告)|[列给都全][^，,。？?]{0,6}))?[。！!]?$"
_NAMED_ROWS = re.compile(
    rf"(?:牵头|主办|配合|参与|协办|负责|分管|承担|认领|挂名|[完做干办落]完?成?|到期|截止|要[干做办抓])的{_KIND}?{_BEHIND}"
    rf"|(?:牵头|配合|参与|责任|负责)(?:单位|部门|方|人)(?:是|为|有|含|写着?)[^，。？?]{{2,12}}的{_KIND}?{_BEHIND}"
)
"""Rows asked for by naming them: "省财政厅牵头的任务", "省教育厅11月底前要完成的"."""
_MEASURED = re.compile(
    r"(?<!第)(?P<which>哪)?(?:几|(?<!哪)多少|(?<=哪)些|(?<=哪)(?=[项条件]))[项条件](?!来[讲说])"
)
_OF_TASKS = re.compile(
    r"的?(?:年度|公开|主要|重点|具体|省级|推进|保障)*(?:任务|承诺|事项|措施|工作(?!组|站|室|人员|要点|方案|机制))"
)
_THING = re.compile(
    r"[A-Za-z“\"《线路道河街]|[\u4e00-\u9fff]{0,6}(?:线路|铁路|高铁|公路|高速|河|道路|标准|指标|目标|数据|改革|活动|工程|项目|技术|成果|政策|制度)"
)
MENTIONED = re.compile(
    r"提到|谈到|讲到|说到|写了|写到|含有|带有|[带含](?=[“\"])|提及|涉及|有关|关于|相关|事关|针对|围绕|(?<!名字)(?<!姓名)出现过?|部署过|(?<![里中内])[讲谈](?=[\u4e00-\u9fff]{2,6}的(?:任务|承诺|事项))|[跟与](?=.{1,12}(?:有关|相关))"
)
"""Words that mark what the tasks wanted speak of."""


def counts_rows(text: str) -> bool:
    """Whether a question asks how many tasks there are."""
    return _COUNTED.search(text) is not None or _measures_tasks(text, which=False)


def lists_rows(text: str) -> bool:
    """Whether a question asks which tasks there are."""
    return _LISTED.search(text) is not None or _measures_tasks(text, which=True)


def _measures_tasks(text: str, *, which: bool) -> bool:
    """Whether "哪几项", "几条" measure tasks: no noun of another thing follows ("几条线路")."""
    for match in _MEASURED.finditer(text):
        if (match.group("which") is not None) != which:
            continue
        behind = text[match.end() :]
        if _OF_TASKS.match(behind):
            return True
        if not any(is_noun(behind[:length]) for length in (4, 3, 2)) and not _THING.match(behind):
            return True
    return False


def names_rows(text: str) -> bool:
    """Whether a text asks for tasks by naming what they have in common, without asking words."""
    return _ASKING.search(text) is None and _NAMED_ROWS.search(text) is not None


def by_subject(text: str) -> bool:
    """Whether the tasks wanted are marked by what they speak of ("涉及养老的任务有哪些")."""
    return MENTIONED.search(text) is not None
