"""What list questions are about beyond the names in them: subject words, headings, indicators."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.understanding.heads import is_abstract
from assistant.understanding.query import Query
from assistant.understanding.roles import LEADS, TAKES_PART
from assistant.understanding.row_words import MENTIONED
from corpus.models import Corpus, Figure, Task
from corpus.places import short_place
from corpus.quantities import find_quantities
from index.retrieval import Retriever
from index.terms import Term
from index.tokenizing import general_frequency, is_function_word, is_noun, is_verb

_GENERIC = frozenset(
    "任务 重点任务 主要任务 工作任务 年度任务 总共 工作 事项 承诺 牵头 配合 参与 单位 部门 负责 责任 责任人 完成 时间 月底 底前 之前 内容 主要 重点 共同 联合 作为 包括 包含 "
    "名字 出现 一起 一块 单独 独立 别的 其他 身份 担任 正文 直接 提到 长期 坚持 涉及 要求 清单 文件 全省 省里 需要 列出 "
    "项目 多少 公开 对外 社会 部分 板块 方面 安排 厅局 报告 计划 行动 编号 总计 总数 名下 事情 目标 那份 这份 措施 领域 "
    "数量 条数 项数 那张 这张 表上 表里 表格 专门 明确 资料 手上 手头 副本 文本 材料 看到 查到 收录 节点 时限 期限 几份 份文件 按文件".split()
)
_AMOUNT = re.compile(
    r"^(?:金额|数额|指标|个数|规模|目标|数字|数据|数值|超过|以上|大于|达到|写到|不少于|亿元|万元|元|万|亿|产业)$"
)
_ONLY_GRAMMAR = re.compile(r"^[中里内上有是的写含为要没不点个项条件些那这其]+$")
"""A word that the cutter makes of asking words only ("中有", "里有")."""
_ROLE = re.compile(rf"{LEADS}|{TAKES_PART}")
_ROLE_LABEL = re.compile(r"(?:牵头|参与|配合|责任|主办|协办)(?:单位|部门|方|人)?")
_OF = re.compile(r"的[^，。？?]{0,10}$")
_WHICH_ARE = re.compile(r"(?:都|分别|一共|总共)*(?:有|是)(?:哪些|哪几|什么|啥)")
_QUOTED = re.compile(r"[“\"]([^”\"]{2,20})[”\"]")


@dataclass(frozen=True)
class TopicReader:
    """Reads the subject of list questions."""

    corpus: Corpus
    retriever: Retriever

    def on_topic(self, query: Query) -> list[Task] | None:
        """The tasks a list question's own subject words limit it to; None if it has none.

        Where people, bodies or months already say which rows are meant, only a subject that the
        question marks as one ("涉及养老的", "提到“16市”的") limits them further. An empty list means
        that no task holds all the words.
        """
        terms = self.limiting_terms(query)
        if not terms:
            return None
        # a kind of body that takes part stands in the duty line ("两个海关牵头的")
        in_a_role = not query.bodies and _ROLE.search(query.text) is not None
        searched = {
            task.id: _searched(task) + (task.plain[task.body[1] :].lower() if in_a_role else "")
            for task in self.corpus.tasks
        }
        return [
            task
            for task in self.corpus.tasks
            if all(any(form in searched[task.id] for form in term.forms) for term in terms)
        ]

    def limiting_terms(self, query: Query) -> tuple[Term, ...]:
        """Those words with the other forms of each; none where there are none."""
        words = self.limiting_words(query)
        return self.retriever.reader.terms(" ".join(words), words) if words else ()

    def limiting_words(self, query: Query) -> list[str]:
        """The subject words that limit a list question; none where it has no subject of its own."""
        marked = MENTIONED.search(query.text)
        quoted = [
            words
            for words in _QUOTED.findall(query.text)
            if len(words) > 1 and not _ROLE_LABEL.fullmatch(words)
        ]
        bodies = [body for body in query.bodies if body.name not in query.units]
        strong = bool(query.people or bodies or query.months or query.headings)
        if strong and not marked:
            return []
        source = query.text[marked.end() :] if marked and strong else query.topic
        if marked and not strong:
            source = source.replace(marked.group(), " ")
        words = quoted if marked and quoted else self._subject_words(source, of_rows=True)
        if not marked and (thing := self._thing_asked(query)) and thing not in words:
            words.append(thing)
        if marked and not words:
            words = [
                w
                for w in self._words(source)
                if w not in _GENERIC and not w.isdigit() and self._is_used(w)
            ]
        if not words and not strong:  # "叫“…”的是哪条": nothing else says which are meant
            words = [word for word in quoted if self._is_used(word)]
        named = " ".join((*_names_in(query), *self._deadlines))
        words = [word for word in words if word not in named]
        if marked:
            # a town that no document here is of can only be spoken of ("涉及烟台的")
            return words + [short_place(place) for place in query.wanted_units]
        # a common word that no document has limits nothing: it is the asker's own ("手头这份表")
        return [word for word in words if not general_frequency(word) or self._is_used(word)]

    @cached_property
    def _deadlines(self) -> tuple[str, ...]:
        due = (task.duty.deadline for task in self.corpus.tasks)
        return tuple(dict.fromkeys(deadline.text for deadline in due if deadline))

    def unused(self, words: Iterable[str]) -> list[str]:
        """Of some words those that no task has."""
        return [word for word in words if not self._is_used(word)]

    def _is_used(self, word: str) -> bool:
        return any(word in _searched(task) for task in self.corpus.tasks)

    def _words(self, text: str) -> list[str]:
        return [word for word in self.retriever.index.tokenizer.cut(text) if len(word) > 1]

    def _subject_words(self, text: str, *, of_rows: bool = False) -> list[str]:
        """The nouns and names of ``text``; for rows also words that only the documents have (算力)."""
        return [
            word
            for word in self._words(text)
            if word not in _GENERIC
            and not word.isdigit()
            and not _ONLY_GRAMMAR.match(word)
            and short_place(word) != self.corpus.home
            and word[0] not in "几哪多每各"
            and (is_noun(word) or _is_unknown_name(word) or (of_rows and self._is_own_word(word)))
        ]

    def _thing_asked(self, query: Query) -> str:
        """The word right before "有哪些", where it names things that the documents speak of."""
        asked = _WHICH_ARE.search(query.text)
        word = (self._words(query.text[: asked.start()]) or [""])[-1] if asked else ""
        ends = bool(asked) and query.text[: asked.start()].endswith(word) if asked else False
        if not word or not ends or word in _GENERIC or _ONLY_GRAMMAR.match(word):
            return ""
        # behind "的" even what the dictionary has as a verb is a thing ("要办的系列展会有哪些")
        before = query.text[: asked.start() - len(word)] if asked else ""
        thing = not is_verb(word) or _OF.search(before) is not None
        thing = thing and not is_function_word(word) and not word.isdigit()
        return word if thing and self._is_used(word) else ""

    def _is_own_word(self, word: str) -> bool:
        """Whether only the documents have a word, no dictionary of general Chinese (算力)."""
        return not general_frequency(word) and self._is_used(word)

    def figure_words(self, query: Query) -> list[str]:
        """The nouns of a question for figures, without the quantities it names."""
        return self._subject_words(" ".join(_without_quantities(query.topic).split()))

    def figure_relevance(self, query: Query) -> Callable[[Task, Figure], bool]:
        """Whether a figure is about what a list question with a condition asks."""
        words = [
            word
            for word in self.figure_words(query)
            if not _AMOUNT.match(word)
            and not is_abstract(word, query.home)
            and (is_noun(word) or not general_frequency(word))
        ]
        terms = self.retriever.reader.terms(" ".join(words), words)

        def relevant(task: Task, figure: Figure) -> bool:
            if not terms:
                return True
            said = f"{figure.indicator} {task.clause_of(figure).plain}"
            return sum(any(f in said for f in term.forms) for term in terms) >= len(terms) / 2

        return relevant


def _names_in(query: Query) -> tuple[str, ...]:
    """Everything that a question limits its rows to by name."""
    bodies = (body.name for body in query.bodies)
    return (query.series, *query.units, *query.people, *bodies, *query.headings)


def _searched(task: Task) -> str:
    """Where a subject may be named: what a task says, without who answers for it (人民银行济南分行
    speaks of no 济南), and the headings it stands under."""
    return f"{' '.join(task.path)} {task.plain[: task.body[1]]}".lower()


def _is_unknown_name(word: str) -> bool:
    """A word no dictionary has and that is long enough to be a name: 预制菜, RCEP."""
    return not general_frequency(word) and (len(word) > 2 or word.isascii())


def _without_quantities(text: str) -> str:
    kept, at = [], 0
    for quantity in find_quantities(text):
        kept.append(text[at : quantity.start])
        at = quantity.end
    return "".join([*kept, text[at:]])
