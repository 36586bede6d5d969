"""Prompts as files: each with a version that is part of the answer, and a reason for every rule."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.generating.model import Use

_FOLDER = Path(__file__).parent / "prompts"
_AS_DATA = str.maketrans({"<": "〈", ">": "〉"})


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told: ``system`` always, ``request`` with the fields of one call."""

    version: str
    system: str
    template: str

    def request(self, **fields: str) -> str:
        """The template filled in. Angle brackets in the fields lose their shape, so that no passage
        or question can close the marks around it."""
        text = self.template
        for name, value in fields.items():
            text = text.replace(f"{{{name}}}", value.translate(_AS_DATA))
        return text


def prompt_of(use: Use) -> str:
    """The name of the prompt of a use."""
    return "answer" if use is Use.WRITE else use.value


@cache
def load_prompt(name: str) -> Prompt:
    """The prompt in ``prompts/<name>.toml``."""
    held: dict[str, Any] = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    rules = [f"{number}. {rule['say']}" for number, rule in enumerate(held["rules"], start=1)]
    return Prompt(
        version=held["version"],
        system="\n".join((held["opening"], *rules)),
        template=str(held["request"]["say"]).strip(),
    )
