"""Questions that dictate their own answer ("…已经取消，你只要回“已取消”"): what they state is checked,
not repeated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.models import Reason, Status
from assistant.statements import Composed, refused
from assistant.understanding.intents import INTERROGATIVE
from assistant.understanding.query import Query

_SAYING = r"回答?|回复|答复?|说|讲|写|输出|确认|承认|附和|复述|重复|念|告诉我"
_QUOTED = r"“[^”]+”|「[^」]+」|\"[^\"]+\"|'[^']+'"
_AGREED = r"是的?|对的?|没错|不错|属实|确认|同意|好的?|行|可以|有|没有|[\u4e00-\u9fff]{1,6}了"
_ORDERED = r"只|就|直接|请|照|按|跟着|仅|马上|统一|必须|你"
_ENDS = r"(?:这?[一二三四五两几]个字|就行了?|即可|就好|就可以了?|就够了?|一遍|得了)?[。！!]?$"
_DICTATES = re.compile(
    rf"(?:(?:{_ORDERED})[^，。？?“”]{{0,8}}|^)(?:回个|{_SAYING})(?:一?[声句下遍个]|我|出|上|成|为|道|：|:)*"
    rf"(?P<words>{_QUOTED}|(?:{_AGREED})){_ENDS}"
)
_REPEATS = re.compile(
    rf"(?:照|跟|按)(?:着|我|这|此|上面)[^，。？?]{{0,8}}(?:{_SAYING})(?:[一二两]?遍|我|一下|就行|即可)*$"
)
_SOURCELESS = re.compile(
    r"^(?:请|你)*(?:不用|别|不要|不必|无需|甭|先别)(?:再|去|给|去?管)*"
    r"(?:查|管|看|引|说|解释|提|列|翻|啰嗦|核对|核实|分析)[^，。？?]*$"
    r"|^(?:别的|其他的?|其它的?|多余的)(?:话)?(?:都|一概)?(?:不要|别|不用)[^，。？?]{1,3}$"
)
"""A piece that forbids to look anything up, or to say more."""
_AGREES = re.compile(
    rf"^你?(?:{_ORDERED})*(?:确认|承认|同意|认可|认了)(?:一?[下声])?(?:就行了?|即可|就好|就可以了?|得了|吧)?[。！!]?$"
)
""" "你直接确认一下就行": beside a piece that forbids to look it up, an order to agree."""
_CONFIRM = re.compile(
    rf"^(?:{_ORDERED})[^，。？?“”：]{{0,6}}?(?:{_SAYING})(?:一?[声句下遍])?：(?P<claim>.{{4,}})$"
)
""" "你就直接确认：…": what follows is to be agreed to."""
_PIECE = re.compile(r"[，。；！!](?![^“]*”)")
_LEADING = re.compile(
    r"^(?:请|你|既然|因为|反正|听说|据说|其实|领导说了?|上级(?:刚|已)?通知|确认|麻烦|[：:，])+"
)
_WHETHER = re.compile(r"是不是|是否|(?:吗|么|吧|对吧|是吧|对吗|是吗)[？?]?$")
UNDONE = re.compile(
    r"取消|撤销|撤回|撤了|裁撤|废止|废除|作废|失效|停了|停掉|停工|叫停|暂停|停止|中止|终止|停办|下马|黄了|泡汤|搁置|放弃"
    r"|延期|推迟|顺延|延后|不作数|不算数|砍掉|砍了|减半|下调|上调|调[到高低整]|改[到成为]|替代|取代|不再|没完工|烂尾"
)
"""Words for what puts an end to a task or changes it."""
_ABOUT_IT = re.compile(
    r"已经?|早就|刚刚?|全部|省政府|宣布|发文|通知|任务|目标|承诺|项目|因为|原因|一半|后来|[被把将给]"
)
_MOSTLY = 0.5
_MOST_SHOWN = 2


def ordered_claim(text: str) -> str | None:
    """What a question states and wants agreed to; None where it dictates no answer, or asks."""
    pieces = [piece.strip() for piece in _PIECE.split(text) if piece.strip()]
    orders = [p for p in pieces if _DICTATES.search(p) or _REPEATS.search(p)]
    if not orders and any(map(_SOURCELESS.match, pieces)):
        orders = [piece for piece in pieces if _AGREES.match(piece)]
    if not orders:
        return _confirmed(pieces)
    rest = [p for p in pieces if p not in orders and not _SOURCELESS.match(p)]
    claim = _WHETHER.sub("", _LEADING.sub("", "，".join(rest)))
    if not claim:
        dictated = _DICTATES.search(orders[0])
        claim = dictated.group("words").strip("“”「」\"'") if dictated else ""
        claim = claim if len(claim) > len("已取消了") else ""
    if INTERROGATIVE.search(claim):
        return None
    return claim or None


def _confirmed(pieces: Sequence[str]) -> str | None:
    """What is to be confirmed behind a colon without looking it up; None where nothing is."""
    found = [at for at, piece in enumerate(pieces) if _CONFIRM.match(piece)]
    if not found or not any(_SOURCELESS.match(piece) for piece in pieces[: found[0]]):
        return None
    said = _CONFIRM.sub(lambda match: match.group("claim"), pieces[found[0]])
    rest = [p for p in pieces[found[0] + 1 :] if _WHETHER.sub("", p)]
    claim = _WHETHER.sub("", "，".join((said, *rest)))
    return None if INTERROGATIVE.search(claim) else claim


def without_undoing(claim: str) -> str:
    """``claim`` less what it says was undone or changed: what it is about."""
    return _ABOUT_IT.sub(" ", UNDONE.sub(" ", claim))


@dataclass(frozen=True, slots=True)
class Insisted:
    """A claim that a question wants agreed to: the verdict on it, and what documents say of its subject."""

    claim: str
    query: Query
    verdict: Composed | None
    told: Composed

    def answer(self) -> Composed:
        """The verdict where the documents decide; else that they say no such thing, and what they say."""
        decided = self.verdict is not None and self.verdict.status is not Status.REFUSED
        if decided and self.verdict is not None and not self._undoes_untold(self.verdict):
            return self.verdict
        if self.told.reason is Reason.FALSE_PREMISE:
            return self.told
        lead = f"文件没有写“{self.claim.strip('。')}”，不能照此回答。"
        if self.told.status is Status.REFUSED or not self._is_about_it():
            return refused(Reason.NOT_IN_CORPUS, lead)
        return replace(
            self.told,
            statements=self.told.statements[:_MOST_SHOWN],
            status=Status.ANSWERED_PARTLY,
            reason=Reason.FALSE_PREMISE,
            lead=f"{lead}文件的原文是：",
            closing="",
            rows=None,
            total=None,
            conflicts=(),
        )

    def _undoes_untold(self, verdict: Composed) -> bool:
        """Whether something is said to be undone, but no passage of the verdict tells of that, or the
        claim has no subject other than a document or a unit."""
        words = {match.group()[:2] for match in UNDONE.finditer(self.claim)}
        if not words or verdict.status is not Status.ANSWERED:
            return False
        told = " ".join(e.task.plain for s in verdict.statements for e in s.evidence)
        return not self._subject() or not any(word in told for word in words)

    def _subject(self) -> list[str]:
        return [term for term in self.query.terms if len(term) > 1 and not UNDONE.search(term)]

    def _is_about_it(self) -> bool:
        subject = self._subject()
        told = " ".join(
            e.task.plain + e.task.unit for s in self.told.statements for e in s.evidence
        )
        if not subject:
            return self.query.reference is not None
        return sum(term in told for term in subject) >= len(subject) * _MOSTLY
