"""What is no part of a question: what it is asked for ("审计想看：…", "…，写材料要用"); and the asking
word 哪 typed as 那 where nothing was spoken of ("都有那些", "是那几个")."""

from __future__ import annotations

import re

_NO_BREAK = r"[^，。；：:,;？?！!“”\"\d\ue000-\ue006]"
_USE = rf"{_NO_BREAK}{{0,6}}?(?:写|做|编|交|备|报|填|准备|整理|开|学|汇报|存|复习|上课?|审|起草|调研|采访|培训){_NO_BREAK}{{0,6}}?(?:要?用的?|使用|急用|备用|要|参考)"
_WHO_WANTS = rf"{_NO_BREAK}{{1,6}}?(?:想看|想查|想问|想了解|想知道|要看|要查|要用|急要|急用|等着?用|让我[查问看]一?下?|需要)"
_REFERENCE = rf"(?:仅?供|作为?|以备){_NO_BREAK}{{0,6}}(?:参考|备查|查阅|存档)"
_ANY = rf"(?:{_USE}|{_WHO_WANTS}|{_REFERENCE})"
_IN_FRONT = re.compile(rf"^\s*{_ANY}\s*[：:，,；;]\s*(?=\S)")
_BEHIND = re.compile(rf"(?<=\S)[，,；;。？?！!]\s*{_ANY}\s*[。！!]?$")
_UNCHECKED = re.compile(
    r"(?:^|(?<=[，,；;。]))(?:[这那](?:一?点|个|事儿?|条)?|此事)?(?:你)?(?:都|也|就)?(?:不用|无需|不必|别|甭|用不着)(?:再|去)?(?:核实|查证|核对|核查|验证|确认|解释|怀疑|多说|管)了?(?:[，,；;。]|$)"
)
_ONLY_TELL = re.compile(
    r"(?:^|(?<=[，,；;。]))你?(?:就|只|只用|只需要?|只要|直接)+(?:告诉我|说|回答|答|讲|报)(?=[^，,。；;“”\"]*(?:谁|哪|几|多少|什么|啥))"
)
_SUFFICES = re.compile(r"(?:就行|就好|即可|就可以)了?(?=[。！!？?]|$)")


def without_purpose(text: str) -> str:
    """``text`` less a clause that only says who wants to know, what for, or what not to look into."""
    told = _UNCHECKED.sub("", _BEHIND.sub("", _IN_FRONT.sub("", text)))
    alone = _ONLY_TELL.sub("", told)
    return _SUFFICES.sub("", alone) if alone != text else text


_THAT_FOR_WHICH = re.compile(
    r"(?<=有)那(?=些|几)|(?<=[是为])那(?=(?:些|[几两二三四五六七八九十]{1,2})[个项条件家样]?\s*(?:$|[，。？?！!,]))"
)
_MISSPELT_MEASURE = re.compile(
    r"(?<=[几哪])[相象像向](?=\s*(?:$|[，。？?！!,]|任务|承诺|事项|是|由|归))"
)


def asking_mended(text: str) -> str:
    """``text`` with asking words that sound alike spelt as they are meant."""
    return _MISSPELT_MEASURE.sub("项", _THAT_FOR_WHICH.sub("哪", text))
