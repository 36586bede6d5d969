"""What a question takes for granted: a thing named right beside its asking words that the passage
found does not name. Its figures, or those who answer for it, are then of something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.ranking import Choice, segment_around
from assistant.refusing.nearness import is_surely_asked
from assistant.understanding.compounds import MEASURING
from assistant.understanding.heads import is_abstract
from assistant.understanding.query import Intent, Query
from corpus.models import Figure
from corpus.quantities import find_quantities
from corpus.units import same_unit
from index.retrieval import Field
from index.terms import grams_of
from index.tokenizing import general_frequency, is_action, is_attribute, is_noun, is_place

_OF_THE_RECORD = frozenset(
    "责任人 责任 单位 厅局 机关 期限 时限 时间 节点 名单 工作 活儿 事儿 事情 任务书 部门 领导 意见 规定 政策 措施 活动 条款 "
    "部分 地区 领域 专门 全部 起码 一共 总共 个位 口径 合计 力争 行动计划 存栏 保有量 名额 人员 信号".split()
)
"""Nouns for tasks and their record, and words that the dictionary has as nouns though they name
nothing: no passage need say them."""
_PAIRED = 3
_LOOSE_ENDS = "人区家户者员线面点处所地"
"""Last characters that add little to a word ("居民区" for "居民")."""
_NAMED = 0.8
_ASKED_SO = 0.69
"""Presence of a word that people are known to use of a passage."""


def is_of_unnamed_thing(
    query: Query, best: Choice, field: Field, figures: Sequence[Figure] | None = None
) -> bool:
    """Whether the passage lacks a noun of the compounds a question asks about: the whole task where
    those who answer for it or its time are asked for, its clause where ``figures`` are."""
    surely = is_surely_asked(best, field)
    if query.intent is Intent.COMPARE or (surely and figures is None):
        return False
    named = figures is not None and best.features["indicator"] >= _NAMED
    for compound in query.compounds:
        lacking = _lacking(compound, query.home, best, field, figures)
        known = any(_is_known(word, field) for word in lacking)
        like = bool(lacking) and _shares(compound, figures or ())
        if figures is None and lacking:
            return True
        if any(
            f"{word}{figure.indicator}" in query.text for word in lacking for figure in best.figures
        ):
            return True  # "电动自行车充电桩" where all "充电桩" are counted
        # one that is asked like a question about this clause must change a word of its indicator
        if not named and ((known and like) if surely else (known or like)):
            return True
    return False


def _lacking(
    compound: Sequence[str],
    home: str,
    best: Choice,
    field: Field,
    figures: Sequence[Figure] | None,
) -> list[str]:
    """The telling words of a compound that the task lacks, or the words beside its ``figures``."""
    clause, plain = best.clause, best.task.plain
    said, nearby = plain, clause.plain
    if figures is not None:
        said = nearby = " ".join(
            f"{f.indicator} {segment_around(plain, f.start, clause.start, clause.end)}"
            for f in figures
        )
    told = f"{best.task.title} {best.task.unit} {' '.join(best.task.path)} {said}".lower()
    return [
        word
        for word in _telling(compound, home, counted=figures is not None)
        if not _is_told(word, told, f"{nearby} {best.task.title}")
        and not _is_asked_so(word, told, best, field, of_task=figures is None)
    ]


def is_of_unnamed_amount(query: Query, best: Choice) -> bool:
    """Whether a question about a task speaks of a sum of money or a share, and the task of none
    ("发2万元育儿补贴，由哪个厅发")."""
    stated = [q for q in find_quantities(query.text) if q.unit.endswith(("元", "%", "折"))]
    return any(
        not any(same_unit(figure.unit, quantity.unit) for figure in best.task.figures)
        for quantity in stated
    )


def _telling(compound: Sequence[str], home: str, *, counted: bool) -> Iterator[str]:
    """The words of a compound that tell what it is of: not what is measured of it, nor, where it is
    ``counted``, a deed at its end ("队伍发展到多少人")."""
    for at, word in enumerate(compound):
        if word in _OF_THE_RECORD or is_abstract(word, home):
            continue
        if len(compound) == 1 and is_attribute(word):
            continue  # "省级由哪个厅牵头": an attribute alone names no thing
        if counted and MEASURING.fullmatch(word) and not is_action(word):
            continue
        unknown = not general_frequency(word)
        if is_place(word) or (
            unknown and (counted or len(word) < _PAIRED or not is_noun(word[-1]))
        ):
            continue
        deed = counted and at == len(compound) - 1 and is_action(word)
        if (unknown or is_noun(word) or is_attribute(word)) and not deed:
            yield word


def _is_told(word: str, told: str, nearby: str) -> bool:
    """Whether a passage has a word, or near what is told a like one: a pair of its characters,
    not only the first ("机组" for "发电机组", no "遗产" for "遗产税"), or of two the first ("管网" for "管道"; not the last, which things of one
    kind share: "母猪" is no "生猪")."""
    if word in told:
        return True
    if len(word) < _PAIRED:
        return word[0] in nearby
    pairs = grams_of(word)
    return any(pair in nearby for pair in (pairs if word[-1] in _LOOSE_ENDS else pairs[1:]))


def _is_asked_so(word: str, told: str, best: Choice, field: Field, *, of_task: bool) -> bool:
    """Whether a passage has another form of a word, or people are known to ask about it so."""
    return any(
        float(
            field.in_tasks[best.place, column]
            if of_task
            else field.in_clauses[best.clause_place, column]
        )
        >= _ASKED_SO
        or any(form in told for form in term.forms)
        for column, term in enumerate(field.terms)
        if word in term.word
    )


def _is_known(word: str, field: Field) -> bool:
    """Whether some document has a word: it would have said it here, too."""
    return any(
        term.word == word and float(field.in_tasks[:, column].max(initial=0.0)) >= _NAMED
        for column, term in enumerate(field.terms)
    )


def _shares(compound: Sequence[str], figures: Sequence[Figure]) -> bool:
    """Whether a figure is of something called the same but for the word that is lacking ("棉花产量"
    beside "粮食产量")."""
    return any(word in figure.indicator for figure in figures for word in compound if len(word) > 1)
