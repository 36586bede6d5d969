"""Words that only say that something was said, or that an aim was set: they claim nothing.

"网上有人说…", "我听朋友讲…", "给自己定的目标是…". Read by where they stand and what they are made of,
since the same words may state something elsewhere (网络视频, 新闻发布会).
"""

from __future__ import annotations

import re

_RECENTLY = r"(?:最近|近日|近来|日前|昨天|今天|今早|前几天|这几天|前两天|刚才|刚刚|刚|曾经|曾)"
_WHO = (
    r"(?:[我你他她咱]们?|网上|网络上?|网友们?|坊间|民间|外界|社会上|(?:微信|朋友|聊天|业主|家长)?(?:群|圈)里?|"
    r"抖音|微博|公众号|自媒体|某?媒体|新闻|报纸|电视|报道|消息|文章|帖子|短?视频|推文|通稿|稿子|稿件|材料|网站|官网|"
    r"人|朋友|同事|同学|邻居|老师|领导|记者|作者|专家|家人|亲戚|别人|大家|官方|当地|读者|听众|观众|群众|市民|居民|传言|传闻|流言|说法)"
)
_SOME = r"(?:有|某个?|一位|一个|一则|一条|一篇|一份|一些|很多|不少|多家|部分|当地|官方|这[个条则篇份]|那[个条则篇份])"
_SAY = (
    r"(?:说(?!明)|称(?!号)|讲(?![座解坛])|传言|传闻|传说|传(?![播统承染媒感导递])|流传|盛传|疯传|表示|透露|提到|提及|写道|写着|"
    r"看到|读到|刷到|听到|听说|听闻|记得|以为|觉得|认为|指出|宣称|声称|号称|转述|问道|追问|问(?![题卷责诊])|"
    r"(?:转发|发文|发帖|报道|爆料|消息|来信|来电|留言|反映|咨询|询问|提问)(?=[，：说称问道]))"
)
"""Nouns too say something, but only before a pause: 群众反映问题办结率 is an indicator."""
_LINK = r"(?:上|里|中|们|那里|那儿|都|还|也|又|在|正|从|据|(?:看|刷|读|听|见)到?|[跟和对向告][诉]?我们?)"
_HEARSAY = (
    rf"(?:(?:{_RECENTLY}|{_SOME}|{_LINK})*{_WHO}(?:{_WHO}|{_RECENTLY}|{_SOME}|{_LINK})*{_SAY}+|"
    rf"(?:{_RECENTLY})*(?:据说|据称|据传|据悉|听说|听闻|传闻|网传|风传|盛传|据了解|据报道|据介绍))"
    r"(?:[了着过到道]|的?(?:消息|说法|话)?(?:是|说|称))*"
)
_FRAME = re.compile(rf"(?:(?<=[，。：；“「\n　 ])|^)(?:{_HEARSAY}[，：的]?)+")
_SAID_SO = re.compile(
    rf"[，；](?:{_RECENTLY}|{_SOME}|{_LINK})*{_WHO}(?:{_WHO}|{_RECENTLY}|{_SOME}|{_LINK})*是?(?:这么|这样|如此)"
    r"(?:写|说|称|讲|报道?|介绍|宣传|宣称|传|表[述示])[了着过到道]?的?(?=[，。？！?!]|$)"
)
""" "…200处，有记者这么写": behind what was said."""
_OWN_AIM = re.compile(
    r"(?:[给为替](?:自己|自身|自家)|自己|自我)(?:所|新)?(?:[制设]?定|设|立|提|许|划|加)(?:下|出)?[了的]*"
    r"(?:一?[个项条])?(?:小|新|硬)?(?:目标|任务|指标|要求|计划|承诺)?(?:就?是|为|：)?"
)
_STEPS = re.compile(
    r"(?:一年(?:上|再上|迈上|跃上)?|再上|迈上|跃上|更上)(?:了|到)?一?个?(?:新|大)?(?:台阶|层楼)"
)
_AHEAD = re.compile(r"(?:今后|未来|接下来)的?(?=(?:[一两二三四五]|[1-5])年(?!级|期))")
""" "未来两年": years to come, as every plan means; how many they are still counts."""
_WHETHER = re.compile(r"是不是|是否|有没有|会不会|要不要")
"""A statement put as a question: it denies nothing."""


_RANKED = re.compile(
    r"(?:综合|复合|总体|整体)?(?:计算|评分|得分)?(?:排名|排序|位次|名次|排位|排)(?:在|列|居|为|位)?(?=前[0-9一二三四五六七八九十百千]+[名位强])"
)
""" "综合排名前100名": the place in the row says that there is a row."""


def framing_spans(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where plain[start:end] only says who said it, or that somebody set it as an aim."""
    said = plain[start:end]
    found = [
        m
        for form in (_FRAME, _SAID_SO, _OWN_AIM, _STEPS, _AHEAD, _WHETHER, _RANKED)
        for m in form.finditer(said)
    ]
    return [(start + match.start(), start + match.end()) for match in found]
