"""Whom to call, end to end over the real documents."""

from __future__ import annotations

import pytest

from assistant.models import Status
from assistant.service import AssistantService


def test_a_telephone_number_leads_to_whose_it_is(service: AssistantService) -> None:
    answer = service.ask("0531-51782513打过去是哪个单位，找谁？")
    assert "省工业和信息化厅" in answer.answer
    assert "刘山" in answer.answer


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("想就教育方面的承诺打电话反映，2024年承诺表上留的联系人和号码是什么", "0531-51793943"),
        ("科技口的承诺有疑问打给谁？号码多少", "0531-51751027"),
        ("民族政策方面的承诺，联系电话是多少", "0531-51783791"),
    ],
)
def test_a_field_leads_to_the_unit_that_answers_for_it(
    service: AssistantService, question: str, number: str
) -> None:
    assert number in service.ask(question).answer


def test_a_field_of_a_unit_without_contact_is_refused(service: AssistantService) -> None:
    assert service.ask("公安口的承诺事项联系人电话").status is Status.REFUSED
