"""What readers call kinds, systems, verdicts and endings."""

from __future__ import annotations

KIND_NAMES = {
    "figure": "数据",
    "deadline": "时限",
    "responsible": "责任人与单位",
    "lookup": "按编号查条目",
    "topic": "百姓说法",
    "list": "清单",
    "count": "计数",
    "compare": "对比",
    "multi": "多处合并",
    "verify": "核查",
    "unanswerable": "语料里没有",
    "followup": "追问",
    "english": "英文",
    "traditional": "繁体",
    "noisy": "错漏字",
    "attack": "攻击",
}
SYSTEM_NAMES = {
    "mingju": "明据",
    "bm25": "基线：只用BM25",
    "vectors": "基线：只用向量",
    "llamaindex": "基线：LlamaIndex文档做法",
}
VERDICT_NAMES = {
    "supported": "支持",
    "contradicted": "矛盾",
    "not_found": "未提及",
    "none": "无结果",
}
STATUS_NAMES = {"answered": "已答", "answered_partly": "部分回答", "refused": "拒答"}
REASON_NAMES = {
    "not_in_corpus": "文件没有提到",
    "document_incomplete": "副本不全",
    "year_not_covered": "年份不在内",
    "figure_not_stated": "没有所问的数据",
    "false_premise": "前提有误",
    "ambiguous": "问题有歧义",
    "out_of_scope": "与文件无关",
}
