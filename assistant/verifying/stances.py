"""Deeds that exclude one another: what was begun is not finished, what is built up not taken away.

General verbs need no passage (a writer says 建起 for 建成), but a verb against that of the passage
makes another statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.models import Difference
from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.beside_figures import around
from assistant.verifying.findings import Finding, State
from assistant.verifying.wording import NEGATION
from corpus.models import Figure

_BEGUN = re.compile(r"开工|动工|启动|开建|上马|奠基|破土|筹建|谋划|试点|在建|建设(?=里程|规模)")
_FINISHED = re.compile(r"建成|完工|竣工|投产|投用|投入使用|通车|落成|交付|建好|建起|投运|完成")
_REMOVED = re.compile(
    r"拆除|关停|关闭|淘汰|退出|清理|清退|取缔|撤销|注销|裁撤|停办|停建|停产|砍掉|削减|压减|减少|取消"
)
_BUILT_UP = re.compile(
    r"新建|建成|建设|培育|打造|创建|新增|设立|建立|组建|成立|认定|引进|扩大|壮大|推广|举办|开通|招引|扶持|发放|增加"
)
_UNDER_WAY = re.compile(r"推进|加快|谋划|推动|支持|抓好|争取|筹划|论证|前期")
"""What is pushed on is not finished by that."""
_NEW = re.compile(r"新[建设]|新组建|新成立|新创建")
_MADE = re.compile(
    r"新|创|增|设[立置]|打造|培育|布局|组建|成立|开工|认定|遴选|引[进育]|开通|建(?!议|立健全|制)"
)
""" "新建200家" where they are 重组: what is new was not there before."""
_RENEWED = re.compile(r"改造|更新|翻新|整治|修复|修缮|维修|加固")
_RENEWING = re.compile(
    r"改造|更新|翻新|整治|修复|修缮|维修|维护|养护|加固|治理|提[升质标档]|升级|优化|完善|焕新|技改|迭代|处理|解决|现代化"
    r"|[新扩改][、和]?[改扩]?建|改|恢复|绿化|清零|清理|达标|消除|除险|整改"
)
""" "改造12家基地" where they are built: what is renewed is there already."""
_FALLS = re.compile(r"减少|下降|回落|[减降]低?[到至]|压减|缩减|调低")
_FALL = re.compile(r"[减降缩低压]|回落|关停|退出|淘汰")
_RISES = re.compile(r"[新净]增|增[加长至到]|提[高升]|扩大|达到|突破|超过|建[成设]|上升")
"""What falls in a claim is not what a passage says to rise or to be reached."""
_GENERAL = frozenset("试点 谋划 完成 减少 增加 压减 取消".split())
"""Words that also serve as nouns or with any verb: by themselves they exclude nothing."""


_EXEMPT = re.compile(
    r"免于|免除|免予|免征|免收|免缴|免交|不予|不得|不再|不需要?|不必|不用|无需|无须|严禁|禁止|停止|取消|暂停"
)
_DEED = 2
"""Characters by which the deed behind a word of denial is known again."""


def judge_denial(claim: Assertion, passage: Passage) -> Iterable[Finding]:
    """Whether the passage denies, or exempts from, what the claim says is done: "必须配置" for
    "免于配置"."""
    said, text = claim.elements.words, passage.clause.plain
    if _EXEMPT.search(said) or NEGATION.search(said):
        return
    for match in _EXEMPT.finditer(text):
        deed = _shared_start(text[match.end() :], said)
        if len(deed) < _DEED:
            continue
        denied = len(re.findall(f"(?:{_EXEMPT.pattern}){re.escape(deed)}", text))
        if denied == text.count(deed):
            found = match.group() + deed
            yield Finding(State.DIFFERS, Difference.BOUND, deed, found, kind="denial")
            return


def _shared_start(text: str, said: str) -> str:
    """As much of the beginning of ``text`` as stands in ``said`` in one piece."""
    size = 0
    while size < len(text) and text[: size + 1] in said:
        size += 1
    return text[:size]


def judge_stance(
    claim: Assertion, passage: Passage, pairs: Sequence[tuple[Figure, Figure]]
) -> Iterable[Finding]:
    """Whether the claim's deed is excluded by the passage's."""
    said = claim.elements.words[claim.core - claim.start :]
    whole = passage.clause.plain
    beside = "，".join(_governing(found, passage) for _, found in pairs) or whole
    for mine, other in ((_FINISHED, _BEGUN), (_BEGUN, _FINISHED)):
        word = _deed(mine, said)
        if word and not mine.search(beside) and _deed(other, beside):
            yield Finding(State.ABSENT, stated=word, kind="deed")
            return
    if pairs:
        undone = next(_not_told(said, beside, whole), "")
        if undone:
            yield Finding(State.ABSENT, stated=undone, kind="deed")
    fallen = _FALLS.search(said + "".join(figure.text for figure, _ in pairs))
    if fallen and pairs and not _FALL.search(beside) and _RISES.search(beside):
        risen = _RISES.search(beside)
        found = risen.group() if risen else ""
        yield Finding(State.DIFFERS, Difference.BOUND, fallen.group(), found, kind="deed")
    removed = _deed(_REMOVED, said)
    if removed and not _REMOVED.search(whole):
        yield Finding(State.ABSENT, stated=removed, kind="deed")
    built = _deed(_BUILT_UP, said)
    if built and built not in whole and not _BUILT_UP.search(beside) and _deed(_REMOVED, beside):
        yield Finding(State.ABSENT, stated=built, kind="deed")


def _not_told(said: str, beside: str, whole: str) -> Iterator[str]:
    """Deeds of a claim that the part of a passage around its figure, ``beside``, does not come to."""
    under_way = _UNDER_WAY.search(beside) and not _UNDER_WAY.search(said)
    made, renewing = _MADE.search(beside), _RENEWING.search(beside)
    finished = _deed(_FINISHED, said)
    only_renewed = _RENEWED.search(beside) and not made
    if finished and not _FINISHED.search(beside) and (under_way or only_renewed):
        yield finished
    new = _deed(_NEW, said)
    if new and new not in whole and (not made or (under_way and "新" not in beside)):
        yield new
    renewed = _deed(_RENEWED, said)
    if renewed and renewed not in whole and not renewing:
        yield renewed


def _governing(found: Figure, passage: Passage) -> str:
    """The part between commas that a figure of the passage stands in."""
    return "，".join(around(found, passage).split("，")[-2:])


def _deed(form: re.Pattern[str], words: str) -> str:
    """The first deed of a kind in ``words``, general words aside; "" where there is none."""
    return next((m.group() for m in form.finditer(words) if m.group() not in _GENERAL), "")
