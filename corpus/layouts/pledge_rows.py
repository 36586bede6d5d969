"""What both pledge tables share: the 责任人 cell and the 联系人 line."""

from __future__ import annotations

import re

from corpus.duties import joined_names
from corpus.layouts.drafts import Draft
from corpus.models import Contact, Duty, Named, TaskKind
from corpus.tracing import TracedText

_CONTACT = re.compile(r"^\s*联系人\s*[：:]")
_CONTACT_PARTS = re.compile(
    r"联系人\s*[：:]\s*(?P<name>.+?)\s*(?:办公|联系)?电话\s*[：:]\s*(?P<phone>[0-9][0-9\-— ]*[0-9])"
)


def is_contact(line: str) -> bool:
    """Whether a line is a unit's 联系人 line."""
    return _CONTACT.match(line) is not None


def contact_draft(unit: str, line: TracedText) -> Draft:
    """The draft of a unit's contact line; name and telephone exactly as printed."""
    match = _CONTACT_PARTS.search(line.text)
    text = line.strip()
    duty = Duty()
    if match is not None:
        name = line.slice(*match.span("name")).tight()
        phone = line.slice(*match.span("phone"))
        head = line.slice(match.start(), match.start("name")).tight()
        between = line.slice(match.end("name"), match.start("phone"))
        blank = TracedText(" ", (between.offsets[0],))
        text = head + name + blank + between.tight() + phone
        name_start, phone_start = len(head), len(text) - len(phone)
        duty = Duty(
            contact=Contact(
                Named(name.text, name_start, name_start + len(name), "联系人"),
                Named(phone.text, phone_start, len(text), "电话"),
            )
        )
    return Draft(
        kind=TaskKind.CONTACT,
        unit=unit,
        path=(unit,),
        number="联系人",
        text=text,
        body=(0, len(text)),
        place=f"{unit} 联系人",
        id_path=(unit,),
        duty=duty,
    )


def people_in(cell: TracedText, text: TracedText) -> tuple[tuple[Named, ...], TracedText]:
    """The people of a 责任人 cell, and ``text`` with them appended, one blank before each.

    A name padded with blanks ("胡  薄") is given without them.
    """
    people: list[Named] = []
    for start, end in joined_names(cell.text):
        name = cell.slice(start, end).tight()
        text += TracedText(" ", (name.offsets[0] - 1,)) + name
        people.append(Named(name.text, len(text) - len(name), len(text), "责任人"))
    return tuple(people), text
