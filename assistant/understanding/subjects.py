"""Whether a text names a subject of its own, or only leans on what was spoken of before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.understanding.query import Query
from corpus.models import Corpus
from index.tokenizing import general_frequency, is_noun

# Words that any question about government work may hold: they name no subject.
_GENERIC = frozenset(
    "任务 工作 单位 部门 牵头 配合 参与 负责 还有 一起 目标 要求 内容 事项 承诺 主要 重点 完成 时间 截止 最晚 最迟 "
    "具体 情况 方面 项目 推进 实施 开展 计划 安排 全省 我省 省里 年底 年初 全年 实际 结果 说法 一条 第一 一项 报告 文件 数据 指标 多少 情况 负责人 责任人 牵头单位 配合单位 参与单位 责任单位 责任部门 联系人 电话 当年 当时 时限 期限 比例 占比 比重 覆盖率 数量 规模 增速 部分 哪位 人名 领导 包括 包含 联合 共同 作为 数字 直接 "
    "回顾 状态 状况 说法 提法 措辞 表述 口径 区别 差别 下文 后来 最后 最终 年终".split()
)
# Characters of telling words from which on a subject is named.
_TOLD = 3
# A word less frequent than this in general tells of a subject, whatever part of speech it is; a
# question that chats on names few of them.
_RARE = 1000
# Two characters that no dictionary joins, one of them a word of grammar ("看要", "要修").
_GRAMMAR = re.compile(r"^[要想会能得又再将来去]|[要想会能得了的着过来去]$")


@dataclass(frozen=True)
class Subjects:
    """Knows what counts as a subject in one corpus."""

    corpus: Corpus

    @cached_property
    def _counted(self) -> tuple[str, ...]:
        """What the documents count: names that are a subject of their own, however short."""
        return tuple(
            {f.indicator for t in self.corpus.tasks for f in t.figures if len(f.indicator) > 3}
        )

    def is_thin(self, query: Query, asked: Sequence[str] = ()) -> bool:
        """Whether a text says too little about a subject to be searched alone; the words that it
        begins by asking for ("哪家盐业公司") say nothing of one."""
        if asked:
            query = replace(query, terms=tuple(t for t in query.terms if t not in asked))
        return self._told(query, 1) < _TOLD and not any(
            name in query.topic for name in self._counted
        )

    def is_named(self, query: Query) -> bool:
        """Whether a question names what it asks for so fully that it means nothing before it."""
        return self._told(query, _RARE) > _TOLD

    def _told(self, query: Query, rare: int) -> int:
        """Characters of the words that tell of a subject: nouns, and those rarer than ``rare``."""
        told = {
            char
            for term in query.terms
            if len(term) > 1
            and not any(term in word for word in (*_GENERIC, f"{query.home}省"))
            and (is_noun(term) or general_frequency(term) < rare)
            and not _is_residue(term)
            for char in term
        }
        return len(told)


def _is_residue(term: str) -> bool:
    """Whether a word is none, but what cutting left between words."""
    return len(term) == 2 and not general_frequency(term) and _GRAMMAR.search(term) is not None
