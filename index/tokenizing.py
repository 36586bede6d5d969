"""Cutting plain text into words and into character grams. The only file that imports jieba.

"Plain" is ``corpus.script.plain_form``: simplified, half-width. Every caller cuts that form, so a
question and a document meet in the same tokens.
"""

from __future__ import annotations

import contextlib
import logging
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import jieba

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TOKENIZER_VERSION = f"1+jieba-{jieba.__version__}"
"""Part of the manifest: an index cut by other rules cannot be searched with these."""

_SHORT_WORD = 2
_SINGLE = 3
"""Words that a character left alone counts for where a word is taken apart."""
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+(?:[.%+/~-][a-z0-9]+)*%?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[\u3400-\u9fffA-Za-z0-9]")

_CLOSED_CLASSES = frozenset("rtfcdpmqu")
"""First letters of jieba's tags for words that refer or relate instead of naming a thing."""

# Words that carry grammar, politeness or the act of asking, never the thing asked about.
_FUNCTION_WORDS = frozenset(
    (
        "的 地 得 了 着 过 和 与 及 或 并 而 且 但 则 以 于 之 其 在 对 为 是 有 将 把 被 由 从 向 往 到 "
        "让 使 给 跟 同 也 都 就 还 又 再 很 最 更 已 已经 正 正在 曾 不 没 没有 要 会 能 可 可以 应 应当 "
        "这 那 该 此 每 各 这个 那个 这些 那些 一个 它 它们 他 她 他们 我 你 您 我们 你们 咱 咱们 自己 "
        "吗 呢 吧 啊 呀 嘛 么 哦 什么 啥 哪 哪些 哪个 哪项 哪几 哪里 哪儿 几 几个 多少 多 怎么 怎样 怎么样 "
        "如何 为何 为什么 是否 是不是 有没有 能否 可否 谁 何时 何 请 请问 请教 告诉 说说 想 想要 知道 一下 "
        "关于 有关 以及 并且 或者 如果 因为 所以 根据 按照 通过 其中 包括 分别 还有 等 等等 个 所 中 里 内 "
        "上 下 后 前 时 时候"
    ).split()
)


class Tokenizer:
    """Cuts with jieba's dictionary and ``learnt`` words on top; an instance of its own, so that no
    other user of jieba in the process is changed by them.

    ``cache`` is a folder for jieba's prefix table (0.3 s to load, 1.5 s to make); where it cannot
    be written, the table is made anew.
    """

    def __init__(self, learnt: Iterable[str], cache: Path) -> None:
        jieba.setLogLevel(logging.CRITICAL)
        self._jieba = jieba.Tokenizer()
        folder = cache / f"jieba-{jieba.__version__}"
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._jieba.tmp_dir = str(folder)
        self._jieba.initialize()
        for word in learnt:
            self._jieba.add_word(word)

    def words(self, plain: str) -> list[str]:
        """The words of ``plain`` in order, each followed by the dictionary words inside it.

        The words inside let "中小企业" find "科技型中小企业". Function words and punctuation
        are left out.
        """
        found: list[str] = []
        for word in self._jieba.cut(plain.lower()):
            if not _WORD.search(word) or word in _FUNCTION_WORDS:
                continue
            found.append(word)
            found.extend(self._inside(word))
        return found

    def cut(self, plain: str) -> list[str]:
        """The words of ``plain`` in order, function words and punctuation left out."""
        return [
            word
            for word in self._jieba.cut(plain.lower())
            if _WORD.search(word) and word not in _FUNCTION_WORDS
        ]

    def pieces(self, plain: str) -> list[str]:
        """All of ``plain`` in order: words of the general dictionary, function words and marks; joined
        they are it again."""
        return [
            piece for word in self._jieba.cut(plain, HMM=False) for piece in _general_words(word)
        ]

    def _inside(self, word: str) -> list[str]:
        if len(word) <= _SHORT_WORD or not _HAN.search(word):
            return []
        known = self._jieba.FREQ
        return [
            part
            for size in range(_SHORT_WORD, len(word))
            for start in range(len(word) - size + 1)
            if known.get(part := word[start : start + size]) and part not in _FUNCTION_WORDS
        ]


def grams(plain: str) -> list[str]:
    """Character pairs and triples of each run of Chinese characters; Latin words and numbers whole.

    They find what no dictionary cuts the same way twice: names, new terms, abbreviations.
    """
    found: list[str] = []
    for run in _RUN.findall(plain.lower()):
        if not _HAN.match(run) or len(run) == 1:
            found.append(run)
            continue
        for size in (2, 3):
            found.extend(run[start : start + size] for start in range(len(run) - size + 1))
    return found


def general_frequency(word: str) -> int:
    """How often ``word`` stands in jieba's general dictionary, without learnt words; 0 for never."""
    entry = _general_dictionary().get(word)
    return entry[0] if entry else 0


def is_noun(word: str) -> bool:
    """Whether jieba's general dictionary has ``word`` as a noun; names of people do not count.

    A word it does not know counts as one if it ends like the name of a measure (…率, …量, …额).
    """
    entry = _general_dictionary().get(word)
    if entry is None:
        return len(word) > 2 and word[-1] in "率量额数度费价值"
    return entry[1].startswith(("n", "vn", "j")) and not entry[1].startswith("nr")


def is_verb(word: str) -> bool:
    """Whether jieba's general dictionary has ``word`` as a verb."""
    entry = _general_dictionary().get(word)
    return entry is not None and entry[1] == "v"


def is_action(word: str) -> bool:
    """Whether jieba's general dictionary has ``word`` as a verb of any kind, one that may stand as a
    noun (培训) too."""
    entry = _general_dictionary().get(word)
    return entry is not None and entry[1][0] == "v"


def is_attribute(word: str) -> bool:
    """Whether jieba's general dictionary has ``word`` as one that only tells things of a kind from
    others (公共, 大型)."""
    entry = _general_dictionary().get(word)
    return entry is not None and entry[1] == "b"


def is_adverb_or_verb(word: str) -> bool:
    """Whether jieba's general dictionary has ``word`` as a verb that is no noun, or as an adverb."""
    entry = _general_dictionary().get(word)
    return entry is not None and entry[1] in ("v", "vi", "vd", "vg", "d", "zg", "ad")


def is_word(word: str) -> bool:
    """Whether jieba's general dictionary has ``word``."""
    return word in _general_dictionary()


def is_function_word(word: str) -> bool:
    """Whether jieba's general dictionary has ``word`` in a closed class: a pronoun, a word of time or
    direction, an adverb, a conjunction, a preposition, a numeral with its measure word."""
    entry = _general_dictionary().get(word)
    return entry is not None and entry[1][0] in _CLOSED_CLASSES


def is_linking_word(word: str) -> bool:
    """Whether ``word`` carries grammar only, and names neither a thing nor a place, time or number."""
    return word in _FUNCTION_WORDS


def is_locality(word: str) -> bool:
    """Whether jieba's general dictionary has ``word`` as one for where something is (地下, 海上)."""
    entry = _general_dictionary().get(word)
    return entry is not None and entry[1] == "s"


def is_place(word: str) -> bool:
    """Whether jieba's general dictionary has ``word`` as the name of a place, or as a name that ends
    like one of a water or an island ("小清河")."""
    entry = _general_dictionary().get(word)
    if entry is None or len(word) < _SHORT_WORD:
        return False
    named_after = entry[1].startswith("nr") and len(word) > _SHORT_WORD and word[-1] in "河江湖湾岛"
    return entry[1] == "ns" or named_after


@lru_cache(maxsize=20_000)
def _general_words(word: str) -> tuple[str, ...]:
    """A learnt word as the fewest words of the general dictionary that make it up, with as few single
    characters as can be."""
    known = _general_dictionary()
    if word in known or len(word) <= _SHORT_WORD or not _HAN.match(word):
        return (word,)
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for end in range(1, len(word) + 1):
        ways = [
            (cost + (_SINGLE if end - start == 1 else 1), (*before, word[start:end]))
            for start, (cost, before) in enumerate(best)
            if end - start == 1 or word[start:end] in known
        ]
        best.append(min(ways))
    return best[-1][1]


@cache
def _general_dictionary() -> dict[str, tuple[int, str]]:
    # Read apart from the Tokenizer's table, which also holds learnt words and prefixes of words.
    with jieba.get_dict_file() as file:
        lines = file.read().decode("utf-8").splitlines()
    return {
        fields[0]: (int(fields[1]), fields[2])
        for line in lines
        if len(fields := line.split(" ")) > 2
    }
