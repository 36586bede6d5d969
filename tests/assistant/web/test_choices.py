from __future__ import annotations

from assistant.web.page.choices import MOST_EXAMPLES, Choices, Offered
from tests.assistant.web.fakes import FakeService


def test_choices_and_examples_come_from_what_is_loaded() -> None:
    choices = Offered(FakeService()).now()
    assert choices.documents[0] == ("果园建设重点任务（梨政发〔2031〕2号）", "orchard-plan-2031")
    assert choices.people == ("王小明",)
    assert choices.bodies == ("市果树局", "市水务局", "市园林局")
    assert choices.deadlines == ("8月底前", "10月底前")
    assert choices.examples[0] == "2031年新建梨园的目标是多少？"
    assert "王小明负责哪些任务？" in choices.examples
    assert len(choices.examples) <= MOST_EXAMPLES


def test_without_an_index_nothing_is_offered() -> None:
    assert Offered(FakeService(is_ready=False)).now() == Choices()
