"""The words for who answers for a task, as regular expressions: who leads, who takes part, and what
bodies and burdens are called."""

from __future__ import annotations

LEADS = r"牵头|牵(?:了|着|过)?[\u4e00-\u9fff]{0,3}?的?头|主办|主责|主抓|挑头|领头|打头|带头|领衔|挂帅|唱主角"
TAKES_PART = "配合|参与|协助|协办|打下手|搭把手"
BODIES = "单位|部门|厅局|厅|局|委办|机构"
BURDENS = "责任|担子|任务|差事|这活儿?"
