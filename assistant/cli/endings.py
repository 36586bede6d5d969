"""How a command ends: exit codes, and errors turned into one message that says what to do.

0  done
1  the work failed
2  wrong use
3  refused or contradicted
"""

from __future__ import annotations

from enum import IntEnum

import typer

PROJECT = ("assistant", "corpus", "eval", "index")
"""Top-level packages whose errors are written for people."""

WRONG_USE = {"BadSpan", "SettingsInvalid", "UnknownDocument", "UnknownTask", "WrongUse"}
"""Errors, by name so that nothing heavy is imported, that the user can mend by asking otherwise."""


class ExitCode(IntEnum):
    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    REFUSED = 3


class WrongUse(Exception):
    """The command was given something it cannot work with; the message says what to do."""


def end(code: ExitCode) -> None:
    """End the command with ``code``."""
    raise typer.Exit(int(code))


def report(error: Exception) -> ExitCode:
    """Say on standard error what went wrong, without a traceback, and give the exit code."""
    kind = type(error)
    if kind.__module__.partition(".")[0] in PROJECT:
        complain(str(error))
        names = {base.__name__ for base in kind.__mro__}
        return ExitCode.WRONG_USE if names & WRONG_USE else ExitCode.FAILED
    if isinstance(error, OSError):
        complain(f"{error.strerror or error}：{error.filename or ''}")
        return ExitCode.FAILED
    complain(
        f"程序内部出错（{kind.__name__}：{error}）。"
        "请加 --traceback 重试，并把所见内容报告给维护者。"
    )
    return ExitCode.FAILED


def complain(message: str) -> None:
    """One message for people, on standard error."""
    typer.secho(message, err=True, fg=typer.colors.RED)
