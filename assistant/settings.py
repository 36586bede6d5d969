"""What the product can be told from outside: MINGJU_* in the environment, or mingju.toml.

Order of precedence: command line, environment, ``mingju.toml`` in the current folder, default.
Only ``app.py`` and the command line call ``load_settings``; everything else is handed values.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from platformdirs import user_cache_path
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

PREFIX = "MINGJU_"
TOML_FILE = Path("mingju.toml")


class SettingsInvalid(Exception):
    """A setting is unknown or has a value that cannot be used. Says which, and what to do."""


class Settings(BaseSettings):
    """All settings, checked.

    home             built index, model cache and answers
    host, port       where page and API are served
    embedding_model  "bundled", or any sentence-transformers name or path
    generator        "extractive": answers are composed from the text itself; "llm": a model words
                     them, and what it says passes the same checks or is not shown
    llm_*            an OpenAI-compatible endpoint; base URL and model are needed with "llm"
    llm_timeout_s    seconds from the question until the composed answer is given instead
    llm_uses         what the model is used for with "llm", comma-separated: "write" the answer,
                     "read" English, dialect and slips, "split" questions, "rewrite" them to search
    api_keys_file    one line a key ("name:sha256-hex"); none: the API asks for no key
    rate_limit       requests a key or address may make, "3000/minute"; "" for no limit
    cors_origins     origins whose pages may call the API from a browser, comma-separated
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, toml_file=TOML_FILE
    )

    home: Path = Field(default_factory=lambda: user_cache_path("mingju", appauthor=False))
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)
    embedding_model: str = Field(default="bundled", min_length=1)
    generator: Literal["extractive", "llm"] = "extractive"
    llm_base_url: str | None = None
    llm_model: str | None = None
    llm_api_key: SecretStr | None = None
    llm_timeout_s: float = Field(default=60.0, gt=0)
    llm_uses: Annotated[tuple[Literal["write", "read", "split", "rewrite"], ...], NoDecode] = (
        "write",
    )
    api_keys_file: Path | None = None
    rate_limit: str = Field(
        default="3000/minute",
        pattern=r"^(\s*\d+\s*(/|per)\s*(\d+\s*)?(second|minute|hour|day|month|year)s?\s*)?$",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @field_validator("home", "api_keys_file")
    @classmethod
    def _absolute(cls, path: Path | None) -> Path | None:
        return path.expanduser().absolute() if path else None

    @field_validator("cors_origins", "llm_uses", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.generator == "llm" and not (self.llm_base_url and self.llm_model):
            raise ValueError(
                "MINGJU_GENERATOR=llm 需要同时设置 MINGJU_LLM_BASE_URL 和 MINGJU_LLM_MODEL"
            )
        return self


def load_settings(**overrides: Any) -> Settings:
    """The settings in force; ``overrides`` (None: not given) come from the command line.

    Raises SettingsInvalid, naming every setting that is unknown or cannot be used.
    """
    problems = _unknown_variables(os.environ)
    if problems:
        raise SettingsInvalid("\n".join(problems))
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        raise SettingsInvalid("\n".join(map(_explain, error.errors()))) from error
    except ValueError as error:
        # What the TOML reader raises; it says where in the file.
        raise SettingsInvalid(f"读不懂 {TOML_FILE}：{error}。请按 TOML 格式改正。") from error


def _unknown_variables(environment: Mapping[str, str]) -> list[str]:
    known = {PREFIX + field.upper() for field in Settings.model_fields}
    names = {name for name in environment if name.upper().startswith(PREFIX)}
    return [_unknown(name, known) for name in sorted(names) if name.upper() not in known]


def _unknown(name: str, known: set[str]) -> str:
    nearest = get_close_matches(name.upper(), [option.upper() for option in known], n=1, cutoff=0.6)
    if nearest:
        spelled = next(option for option in known if option.upper() == nearest[0])
        return f"没有“{name}”这个设置，是否要写“{spelled}”？"
    return f"没有“{name}”这个设置。可用的有：{'、'.join(sorted(known))}。"


def _explain(error: ErrorDetails) -> str:
    """One problem in Chinese; settings are named as in the environment."""
    name = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        return _unknown(name, set(Settings.model_fields))
    if not name:
        return str(error["msg"]).removeprefix("Value error, ") + "。"
    variable = PREFIX + name.upper()
    # The key stays out of messages and logs.
    value = "" if name == "llm_api_key" else f"“{error['input']}”"
    return f"设置 {variable} 的值{value}不能用（{_expected(name)}）。请改正后重试。"


def _expected(name: str) -> str:
    return {
        "port": "应为 1 至 65535 的整数",
        "generator": "应为 extractive 或 llm",
        "llm_timeout_s": "应为大于 0 的秒数",
        "llm_uses": "应为 write、read、split、rewrite 中的几个，用逗号隔开",
        "rate_limit": "写法如 3000/minute，留空表示不限",
        "embedding_model": "应为 bundled，或 sentence-transformers 的模型名或路径",
    }.get(name, "格式不对")
