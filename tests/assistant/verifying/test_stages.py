"""What is begun is not completed: a work told at another stage than the passage has it."""

from __future__ import annotations

import pytest

from assistant.models import Verdict
from assistant.verifying.verifying import Verifier


@pytest.mark.parametrize(
    "text",
    [
        "新能源建设提速：2024年山东要建成石岛湾核电扩建一期，开工渤中海上风电项目。",
        "2024年山东要建成石岛湾核电扩建一期，开工渤中海上风电项目。",
        "2024年山东建成石岛湾核电扩建一期。",
    ],
)
def test_a_work_of_another_stage_is_not_supported(verifier: Verifier, text: str) -> None:
    assert verifier.verify(text).verdict is not Verdict.SUPPORTED


def test_each_work_at_its_own_stage_is_supported(verifier: Verifier) -> None:
    text = "2024年山东要建成渤中海上风电等项目，开工石岛湾核电扩建一期。"
    assert verifier.verify(text).verdict is Verdict.SUPPORTED
