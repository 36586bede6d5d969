"""Verbs of what is done, by the kind of deed, and which kinds are not one another.

A writer may say 打造 for 建设 and 落实 for 实施, but what is planned is not begun, and what is handed out
not collected. General usage: no word names a subject of any document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.verifying.wording import VERBS

_WORDS: Mapping[str, str] = {
    "plan": "谋划 规划 筹划 筹备 筹建 论证 研究 探索 酝酿",
    "launch": "启动",
    "begin": "开工 动工 开建 奠基 破土",
    "push": "推进 推动 加快 加速",
    "carry": "实施 开展 落实 执行 推行",
    "complete": "完成",
    "finish": "建成 竣工 完工 落成 投产 投用 投运 通车",
    "accept": "验收",
    "new": "新建 兴建 新设 新办 新改建 新改扩建 改扩建",
    "build": "建设 修建 打造 创建 培育 培养 设立 建立 组建 成立 布局 搭建 构建 发展 壮大",
    "renew": "改造 改建 翻新 翻建 修缮 维修 新改建 新改扩建 改扩建",
    "end": "关停 关闭 淘汰 取消 停止 停办 停建 拆除 撤销 废止 终止 限制 禁止 叫停 暂停 取缔",
    "raise": "提高 增加 扩大 提升 上调 增强 加大 拓宽 延长 放宽",
    "lower": "降低 减少 缩小 下调 削弱 压减 缩减 压缩 缩短 收窄 收紧",
    "bring": "引进 引入 招引 吸引 引育",
    "send": "输出 转出 外迁 送出 迁出",
    "give": "发放 拨付 投放 支付 兑付 返还 下发",
    "take": "收取 征收 收缴 扣缴 收回",
    "subsidise": "补贴 补助 奖励 资助 奖补",
    "approved": "获批 批复 批准",
    "strive": "争取 力争 争创 申创 申报",
    "ensure": "确保 保证",
    "encourage": "支持 鼓励 引导 扶持 倡导",
    "require": "要求 强制 责令",
    "free": "免费 无偿 免收 免征 免缴",
    "charge": "收费 有偿 付费 自费 征收",
    "hold": "举办 召开 主办 承办 举行",
    "attend": "参加 出席 参展",
    "try": "试点 试行",
    "spread": "推广 推开 普及 全面实施 全面推开 全面推广",
    "draft": "起草 草拟",
    "issue": "制定 出台 印发 编制 制订",
    "revise": "修订 修改 修正 制修订",
}
_DONE = "launch begin push carry complete finish accept new build renew give hold bring issue try"
_OPPOSED = (
    "raise lower",
    "bring send",
    "give take",
    "subsidise take",
    "free charge",
    "subsidise charge",
)
"""Kinds that are the contrary of one another."""
_EITHER_WAY = (
    *_OPPOSED,
    "begin finish",
    "launch finish",
    "launch complete",
    "begin complete",
    "new renew",
    "hold attend",
    "encourage require",
    "try spread",
    "issue revise",
    *(f"plan {kind}" for kind in _DONE.split()),
    *(f"end {kind}" for kind in f"{_DONE} raise encourage plan spread".split()),
)
_ONE_WAY = (
    "finish push",
    "complete push",
    "begin push",
    "new push",
    "accept push",
    "accept build",
    "accept carry",
    "finish renew",
    "renew build",
    "renew finish",
    "subsidise encourage",
    "new encourage",
    "ensure strive",
    "finish strive",
    "complete strive",
    "accept strive",
    "approved build",
    "approved push",
    "approved strive",
    "approved plan",
    "spread carry",
    "issue draft",
    "revise draft",
)
"""What the first says is more, or other, than what the second tells; the second may be said for the first."""


_ALIKE = (
    "加强 强化 增强 加大 提升 提高 深化",
    "完善 健全 优化 改进 规范 建立 建立健全 提升",
    "实施 开展 推行 推进 推动 落实 抓好 做好 办好 组织 组织实施 组织开展 进行 推广 深化 深入 启动 抓实 实行 做实",
    "发布 公布 出台 印发 推出 上线 公开 制定 制订 编制",
    "集聚 聚集 汇聚 吸引 吸纳 招引 引进",
    "遴选 评选 选拔 选出 认定 评定 选树 择优 评出",
    "保持 稳定 维持 守住 控制 限定",
    "获得 得到 取得 拿到 给予 提供 享受 享有 赢得 进行 予以",
    "服务 惠及 覆盖 受益",
    "通过 借助 利用 依托 运用 采取 采用 依靠",
    "达到 突破 超过 实现 提高 提升 增加 扩大 增至 升至 迈上 跨过 完成 控制 保持 稳定 保有 形成 建成 扩充",
    "布局 部署 安排 规划",
    "扩大 拓展 拓宽 开拓 扩充 延伸 提高 提升 壮大",
    "参加 参与 加入",
    "保障 确保 保证",
    "打造 建设 建成 培育 创建 形成 培养 新建 修建 发展 新增 建立 搭建 构建 壮大 做强 做优 主打 设立 组建 成立",
    "发放 投放 放出",
    "举办 组织 开展 召开 办好",
    "聚焦 围绕 针对 瞄准 突出 盯紧 面向 盯住",
    "主动 积极 大力 全力 扎实 努力 倾力 深入 全面 加快 持续 不断 稳步 有序 稳妥 切实 着力",
    "促进 推动 带动 助推 助力 推进",
    "监管 监督 监测",
    "整理 梳理 挖掘 总结",
    "排查 查出 查清 摸清",
    "位居 位列 排名 保持 稳居",
)
"""Verbs and adverbs of manner that a writer may put for one another in a sentence he takes over."""


def _pairs(rows: tuple[str, ...], *, both: bool) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for row in rows:
        one, other = row.split()
        found.add((one, other))
        if both:
            found.add((other, one))
    return frozenset(found)


OPPOSED = _pairs(_OPPOSED, both=True)
_APART = _pairs(_EITHER_WAY, both=True) | _pairs(_ONE_WAY, both=False)
_LESS = frozenset({"plan", "try", "strive"})
"""What is only thought of or tried beside another deed makes less of it."""
_KINDS: dict[str, frozenset[str]] = {}
for _kind, _words in _WORDS.items():
    for _word in _words.split():
        _KINDS[_word] = _KINDS.get(_word, frozenset()) | {_kind}
_OPPOSITES = tuple(
    map(
        frozenset,
        "进出 入出 流退 上下 升降 增减 加减 涨跌 开关 开闭 开停 建拆 设撤 买卖 内外 先后 前后 始终 起止 放收 扩缩 提降 引退 调退 供需 借还 征免 迁留 立废 启停 投撤 合分 统分 收支 存取 申批 转留 收发 免收 高低 多少 早晚 优劣 快慢 大小 长短 强弱 远近".split(),
    )
)
"""Characters that turn a word into its opposite."""
_HALF = 2
_GROUPS: dict[str, frozenset[int]] = {}
for _group, _words in enumerate(_ALIKE):
    for _word in _words.split():
        _GROUPS[_word] = _GROUPS.get(_word, frozenset()) | {_group}
_DEED = re.compile("|".join(sorted(_KINDS, key=len, reverse=True)))
BEHIND_ITS_THING = frozenset("finish begin new build renew end complete carry".split())
"""Kinds whose verb may stand behind what it is done to ("…项目建设")."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of a text: its kinds, and where it stands there."""

    word: str
    kinds: frozenset[str]
    start: int
    end: int


def deeds_in(text: str, start: int = 0, end: int | None = None) -> list[Deed]:
    """The verbs of text[start:end] that the table knows, in their order."""
    found = _DEED.finditer(text, start, len(text) if end is None else end)
    return [Deed(m.group(), _KINDS[m.group()], m.start(), m.end()) for m in found]


def is_apart(said: frozenset[str], written: frozenset[str]) -> bool:
    """Whether deeds of the kinds ``said`` are not told by those of the kinds ``written``: what both have
    ("开工建设" for "谋划建设") tells neither from the other."""
    mine, its = said - written, written - said
    if not its:  # "完成推进" says more than 推进, "研究制定" less than 制定
        mine, its = (frozenset() if said & _LESS else mine), written
    if not mine or not its:
        return False
    return all(any((one, other) in _APART for other in its) for one in mine)


def is_deed(word: str) -> bool:
    """Whether the tables know ``word`` as a verb, or a half of it ("累计建成", "统筹推进")."""
    halves = (word, word[:_HALF], word[-_HALF:]) if len(word) == _HALF * 2 else (word,)
    return any(one in _KINDS or one in _GROUPS or one in VERBS for one in halves)


def told_alike(said: str, written: str) -> bool | None:
    """Whether a writer may put the verb ``said`` for ``written``; None where either is not known."""
    if _GROUPS.get(said, frozenset()) & _GROUPS.get(written, frozenset()):
        return True
    mine, its = _KINDS.get(said), _KINDS.get(written)
    if mine is not None and its is not None:
        return bool(mine & its)
    return None


def are_opposite(one: str, other: str) -> bool:
    """Whether two words differ in characters that are opposites: 进口 and 出口."""
    differing = set(one) ^ set(other)
    return any(pair <= differing for pair in _OPPOSITES)


def is_contrary(said: frozenset[str], written: frozenset[str]) -> bool:
    """Whether the one is the contrary of the other."""
    return any((mine, its) in OPPOSED for mine in said for its in written)
