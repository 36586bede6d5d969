"""The words for who answers for a task, as regular expressions: who leads, who takes part, and what
bodies and burdens are called."""

from __future__ import annotations

LEADS = r"牵头|牵(?:了|着|过)?[\u4e00-\u9fff]{0,3}?的?头|主办|主责|主抓|挑头|领头|打头|带头|领衔|挂帅|唱主角"
TAKES_PART = "配合|参与|协助|协办|打下手|搭把手"
BODIES = "单位|部门|厅局|厅|局|委办|机构"
BURDENS = "责任|担子|任务|差事|这活儿?"
_ON_WHOM = r"(?:谁|哪[一几]?[个家](?!企业|公司|银行|医院|店)(?:单位|部门)?)"
BORNE_BY = (
    rf"(?:落|压|派|摊|扣|算|交|归|甩|打|安)[到在给]?了?{_ON_WHOM}的?(?:头上|身上|肩上|名下|手[里上]|扛|管|抓)"
    rf"|(?:压|派|交|摊)[到给]了?{_ON_WHOM}|该由?{_ON_WHOM}(?:来|去|领着|带着|出面)*(?:干|管|抓|办|做|扛|挑|牵)"
)
"""Spoken ways to ask who bears a task ("落到哪家头上", "该哪家领着干")."""
