"""Parts of the assistant that can be switched off, to see what each is worth; for evaluation only.

The check before an answer leaves is not among them: nothing turns it off.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.ranking import WEIGHTS as RANKING
from index.fusion import ASKED_GRAMS, ASKED_VECTOR, CLAUSE_VECTOR, GRAMS, TASK_VECTOR, WORDS
from index.fusion import WEIGHTS as FUSION

SWITCHES: Mapping[str, str] = {
    "vectors": "向量检索",
    "lexical": "词语检索",
    "structure": "问题结构（年份、单位、所问的数据）",
    "expansion": "文件的大众问法（检索扩展）",
    "typing": "纠正错别字",
    "refusal": "依据不足时拒答",
}
_STRUCTURE = frozenset(
    "year unit document_period answer_kind asked_unit indicator body outlook change subject head "
    "segment heading focus".split()
)


def fusion_weights(without: frozenset[str]) -> dict[str, float]:
    """The weights of the index' signals less the parts switched off."""
    off: set[str] = set()
    if "vectors" in without:
        off |= {CLAUSE_VECTOR, TASK_VECTOR, ASKED_VECTOR}
    if "lexical" in without and "vectors" not in without:
        off |= {WORDS, GRAMS, ASKED_GRAMS}
    if "expansion" in without:
        off |= {ASKED_GRAMS, ASKED_VECTOR}
    return {name: weight for name, weight in FUSION.items() if name not in off}


def ranking_weights(without: frozenset[str]) -> dict[str, float]:
    """The weights of the ranking's features less the parts switched off."""
    off = set(_STRUCTURE) if "structure" in without else set()
    if "vectors" in without:
        off |= {"clause_vector", "asked_vector"}
    if "expansion" in without:
        off.add("asked_vector")
    if "lexical" in without:
        off |= {"clause_cover", "task_cover"}
    return {name: 0.0 if name in off else weight for name, weight in RANKING.items()}
