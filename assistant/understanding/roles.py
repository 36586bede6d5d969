"""The words for who leads a task and who takes part, as regular expressions and with the role meant."""

from __future__ import annotations

LEADS = "牵头|牵的?头|主办|主责|主抓|挑头|领头|打头|带头|领衔|挂帅|唱主角"
TAKES_PART = "配合|参与|协助|协办|打下手|搭把手"
