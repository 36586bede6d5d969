"""Words of a claim that no passage holds and that change nothing of what it states.

A claim whose figures a clause gives, each under its whole name, is that clause's statement: a heading
before it ("三农任务：…", "近岸治理方面，…"), another verb for the deed ("动员" for 发动) or the level that the
whole document is of ("省政协" for 政协) need not stand there. What narrows, denies or names something
else must.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.verifying.alignment import Passage
from assistant.verifying.assertions import Assertion
from assistant.verifying.covering import Cover, cover, meaning
from assistant.verifying.deed_kinds import are_opposite, is_deed, told_alike
from assistant.verifying.ellipsis import without_amount_word
from assistant.verifying.findings import Finding, State
from assistant.verifying.narrowing import GROUP, is_narrowing
from assistant.verifying.runs import BLANK, run_of, runs_of
from assistant.verifying.softening import Glossary
from assistant.verifying.wording import LEVELS, NEGATION, direction_of, is_headline
from corpus.models import Figure
from index.tokenizing import is_action, is_adverb_or_verb, is_word

_NAMED_WHOLE = 0.99
_LEAST = 2
"""Characters that an indicator must state to tell which figure is meant."""
_AT_HEAD = 4
"""Characters of a piece in which the deed stands that it tells."""
_LEAST_OF_DEED = 6
"""Characters of a deed without figures that a passage must hold."""
_LEAST_OF_UNDATED = 10
_FIELD_ENDS = r"(?:方面|领域|这[一]?块|这条线|工作中|工作上)"
_OPENING = re.compile(rf"^(?:[^：。；]{{2,28}}：|[^，：。；]{{2,16}}{_FIELD_ENDS}，)")
"""What only opens the subject: up to a colon, or "…方面，"."""
_STARTS_SCOPE = re.compile(
    r"^(?:对(?:于|(?![外内口标接照]))|针对|面向|在|由|向|从|除|按照?|把|将|给)"
)
"""A preposition: what follows it limits what the claim is of."""
_GROUP = re.compile(rf"{GROUP}$")
_PREDICATE = re.compile(r"[了再也更走抓看要将正]|有(?!关)|起来")
_NUMERAL = re.compile(
    r"[0-9a-z百千万亿倍]|[〇一二两三四五六七八九十半][个家项成名人户年月套座条场次]|分之"
)
_WEIGHTY = re.compile(
    r"[高低多少优快慢早晚]于|不如|全部|全额|全免|免费|免收|减免|优先|补贴|补助|承担|报销|只|仅|唯一|独家|首[个家批次]|最|一律|封顶|上限|下限|单是|光是|[每均都各]"
)
"""Words that limit a statement, or make more of it than its figure says."""
_MATTERS = re.compile(
    r"[停撤关拆禁限免退减压缩砍废迟延暂缓拒否罚费补助奖赔贷捐卖租售销涉驻属读聘训]|取消|验收|竣工|完工|投[产用运]|通[车航]|开[工建]|动工|奠基|立项|签约|交付|挂牌|上市|运营|启用|没|出口|进口|出栏|存栏|消费|储备|调[出入]|研究|论证|考虑|试[点行验]|谋划|探索|筹[备建]|申[报请]|淘汰|降"
)
"""Deeds that are not what building, holding or bringing in something is."""
_NO_NEIGHBOUR = ("", "，", "。", "、")
_COUNT = re.compile("[0-9]")
_HOME_LEVEL = "省"
_OTHER_LEVELS = re.compile(r"[市县区国]|全国|国家")


@dataclass(frozen=True)
class Residue:
    """Tells what is left of a claim's words apart from what it states. ``indicators`` are those of
    all documents."""

    glossary: Glossary
    indicators: frozenset[str]

    def dropped(
        self,
        claim: Assertion,
        plain: str,
        passage: Passage,
        pairs: Sequence[tuple[Figure, Figure]],
        words: Cover,
        findings: Iterable[Finding],
    ) -> Cover:
        """``words`` without the missing ones that change nothing; all of them stay where the passage
        differs in anything, or gives a figure under more of a name than the claim says."""
        if not words.missing or any(map(_unsettled, findings)):
            return words
        if len(pairs) < len(claim.elements.figures) or not self._names_all(claim, pairs):
            return words
        if not pairs and not self._dated_whole(claim, words):
            return words
        said = claim.elements.words.lower()
        opening = self._opening(claim, plain, passage)
        beside = _beside_figures(claim, plain)
        checks: tuple[Callable[[str, str], bool], ...] = (
            lambda word, text: _in_opening(word, text, opening),
            lambda word, text: _is_same_deed(word, text, passage),
            lambda word, text: _is_told_alike(word, text, passage),
            lambda word, text: _is_level_of_document(word, text, passage),
            lambda word, text: bool(pairs) and _is_plain_deed(word, text, beside, passage),
        )
        dropped = [w for w in words.missing if any(check(w, said) for check in checks)]
        if not dropped:
            return words
        kept = list(words.missing)
        for word in dropped:
            kept.remove(word)
        return Cover(words.total, words.held + sum(map(len, dropped)), tuple(kept))

    def _names_all(self, claim: Assertion, pairs: Sequence[tuple[Figure, Figure]]) -> bool:
        """Whether a claim names every figure of the passage whole, each by a name that says enough."""
        runs = runs_of(claim.elements.words)
        return all(
            meaning(found.indicator) >= _LEAST
            and cover(without_amount_word(found.indicator), runs, (), self.glossary).share
            >= _NAMED_WHOLE
            for _, found in pairs
        )

    def _dated_whole(self, claim: Assertion, words: Cover) -> bool:
        """Whether enough of a claim without figures stands in the passage to be that deed; less will do
        where it says by when."""
        dated = claim.elements.deadline is not None
        return words.held >= (_LEAST_OF_DEED if dated else _LEAST_OF_UNDATED)

    def _opening(self, claim: Assertion, plain: str, passage: Passage) -> int:
        """How many characters of a claim only open its subject; 0 where they limit it, or name what
        another figure of the documents is of."""
        text = plain[claim.start : claim.end]
        match = _OPENING.match(text)
        first = min((f.start for f in claim.elements.figures), default=claim.end) - claim.start
        end = match.end() if match is not None else 0
        if claim.core > claim.start and _only_tells(text[: claim.core - claim.start]):
            end = max(end, claim.core - claim.start)
        if not end or end > first or _STARTS_SCOPE.match(text):
            return 0
        words = claim.elements.words[:end].lower()
        lost = cover(words, passage.runs, passage.surroundings + passage.whole, self.glossary)
        if any(map(_says_whose, lost.missing)):
            return 0
        if NEGATION.search(re.sub(r"不[小少断俗凡错轻]", "", words)) or _WEIGHTY.search(words):
            return 0
        held = "，".join(run.text for run in (*passage.runs, *passage.surroundings, *passage.whole))
        named = (name for name in self.indicators if name in words and name not in held)
        return 0 if any(named) else end


def _unsettled(finding: Finding) -> bool:
    """Whether a finding leaves open what the passage says; another figure there for the same is none."""
    other = finding.state is State.DIFFERS and finding.kind == "figure"
    return finding.state is not State.SAME and not other


def _says_whose(word: str) -> bool:
    """Whether a word of an opening says of whom, of what level, or how many."""
    whose = is_narrowing(word) or LEVELS.fullmatch(word) or _GROUP.search(word)
    return bool(whose) or _NUMERAL.search(word) is not None


def _only_tells(lead: str) -> bool:
    """Whether a piece before a comma is told like a headline ("猪肉稳供有底气，"), says no deed, and does not
    only say of whom or where ("沿海，")."""
    deeds = any(is_deed(lead[at : at + _LEAST]) for at in range(_AT_HEAD))
    return not deeds and (_PREDICATE.search(lead) is not None or is_headline(lead))


def _beside_figures(claim: Assertion, plain: str) -> str:
    """The pieces between commas of a claim that its figures stand in."""
    words, start = claim.elements.words.lower(), claim.start
    pieces: dict[tuple[int, int], None] = {}
    for figure in claim.elements.figures:
        begin = max(plain.rfind(mark, start, figure.start) for mark in "，；：。") + 1
        ends = [at for mark in "，；。" if (at := plain.find(mark, figure.end, claim.end)) >= 0]
        pieces[max(begin, start) - start, min(ends, default=claim.end) - start] = None
    return "，".join(words[a:b] for a, b in pieces)


def _is_plain_deed(word: str, text: str, beside: str, passage: Passage) -> bool:
    """Whether a missing word is a verb or an adverb in the piece of a figure, and says nothing that
    matters: 扩充到 for 达到. What ends, limits, pays or only considers a thing does."""
    if word not in beside or text.count(word) != beside.count(word):
        return False
    if NEGATION.search(word) or direction_of(word) or _WEIGHTY.search(word):
        return False
    own = passage.clause.plain
    if any(are_opposite(v, o) for v in _verbs_with(word, text) for o in _alike(v, own)):
        return False
    at = beside.find(word)
    around = beside[max(0, at - 1) : at + len(word) + 1]
    return is_adverb_or_verb(word) and not _MATTERS.search(around)


def _in_opening(word: str, text: str, opening: int) -> bool:
    return bool(opening) and word in text[:opening] and word not in text[opening:]


def _is_same_deed(word: str, text: str, passage: Passage) -> bool:
    """Whether a missing word belongs to a verb that shares a character with one of the passage which
    the claim lacks and which has the same beside it: 培训 for 轮训. What says the opposite shares one,
    too (进口, 出口)."""
    if NEGATION.search(word) or direction_of(word):
        return False
    own = passage.clause.plain
    for verb in _verbs_with(word, text):
        if verb in own:
            continue
        if re.search(rf"{verb[0]}[\u4e00-\u9fff]{verb[1]}[\u4e00-\u9fff]", own):
            return True  # 监管 for 监督管理
        for other in _alike(verb, own):
            if other in text or not is_word(other) or are_opposite(verb, other):
                continue
            alike = told_alike(verb, other)
            if alike is False or not _stand_alike(verb, text, other, own):
                continue
            if is_action(verb) or is_action(other):
                return True
    return False


def _stand_alike(verb: str, text: str, other: str, own: str) -> bool:
    """Whether two words have the same character before or behind them, or an end there."""

    def beside(word: str, where: str) -> set[str]:
        at = where.find(word)
        around = (where[at - 1 : at], where[at + len(word) :][:1])
        known = (_COUNT.sub(BLANK, char) for char in around)
        return {f"{side}{char}" for side, char in enumerate(known) if char not in _NO_NEIGHBOUR}

    return bool(beside(verb, text) & beside(other, own))


def _alike(verb: str, own: str) -> Iterable[str]:
    """The pairs of characters of a passage that share just one with ``verb``."""
    pairs = {own[at : at + _LEAST] for at in range(len(own) - 1)}
    return (pair for pair in sorted(pairs) if len(set(verb) & set(pair)) == 1)


def _verbs_with(word: str, text: str) -> list[str]:
    """The verbs of two characters in ``text`` that ``word`` is, or is one half of."""
    at = text.find(word)
    if at < 0 or len(word) > _LEAST:
        return []
    pairs = [word] if len(word) == _LEAST else [text[max(0, at - 1) : at + 1], text[at : at + 2]]
    return [pair for pair in pairs if len(pair) == _LEAST and is_word(pair)]


def _is_told_alike(word: str, text: str, passage: Passage) -> bool:
    """Whether a missing word belongs to a verb that may stand for one of the passage: 推行 for 实施."""
    own = passage.clause.plain
    pairs = {own[at : at + _LEAST] for at in range(len(own) - 1)}
    return any(told_alike(verb, other) for verb in _verbs_with(word, text) for other in pairs)


def _is_level_of_document(word: str, text: str, passage: Passage) -> bool:
    """Whether a missing 省 only repeats whose document it is ("省政协委员提案" for 政协委员提案)."""
    if word != _HOME_LEVEL or passage.task.place:
        return False
    behind = text[text.find(word) + 1 :][:_LEAST]
    own = run_of(passage.clause.plain).text
    at = own.find(behind)
    return len(behind) == _LEAST and at >= 0 and not _OTHER_LEVELS.search(own[max(0, at - 2) : at])
