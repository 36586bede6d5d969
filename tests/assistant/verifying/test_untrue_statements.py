"""Statements near the documents' words that are untrue or say more than they do: none is supported.

One a line in ``untrue_statements.txt``: another deed, thing, level, amount, place or body, figures
exchanged, and true statements with something added that no document says.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier

_STATEMENTS = Path(__file__).with_name("untrue_statements.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("text", _STATEMENTS)
def test_an_untrue_statement_is_not_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED
