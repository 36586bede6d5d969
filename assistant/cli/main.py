"""``mingju``: builds the command tree, runs one command, and turns every ending into a code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from assistant.cli import asking, browsing, corpora, indexing
from assistant.cli.endings import ExitCode, complain, report
from assistant.cli.runtime import Runtime

COMMAND_GROUP = "mingju.commands"
"""Entry points under this name add commands from folders that this one must not import."""

HELP = "明据：政府承诺问答。回答中的每个数字、日期和名称都标明出处，精确到原文字符。"


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str], runtime: Runtime | None = None) -> int:
    """Run one command and give its exit code (see ``endings``); never raises, never a traceback
    unless ``--traceback`` asks for one."""
    arguments = list(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a character shows "?" and the command goes on.
            stream.reconfigure(errors="replace")
    tree = command_tree(arguments)
    try:
        tree(args=arguments, obj=runtime or Runtime(), prog_name="mingju")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(ExitCode.FAILED)
    except Exception as error:
        if "--traceback" in arguments:
            raise
        return int(report(error))
    return int(ExitCode.DONE)


def command_tree(arguments: Sequence[str]) -> typer.Typer:
    """All commands; those of other folders only where the arguments may ask for one of them."""
    tree = typer.Typer(
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    tree.callback()(_global_options)
    tree.command("ask")(asking.ask)
    tree.command("verify")(asking.verify)
    tree.command("tasks")(browsing.tasks)
    tree.command("documents")(browsing.documents)
    tree.add_typer(corpora.group, name="corpus")
    tree.add_typer(indexing.group, name="index")
    own = {"ask", "verify", "tasks", "documents", "corpus", "index"}
    first = next((word for word in arguments if not word.startswith("-")), None)
    if first not in own:
        _add_entry_points(tree)
    return tree


def _global_options(
    traceback: Annotated[
        bool, typer.Option("--traceback", help="出错时显示内部调用过程（供排查）。")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="显示版本。")] = False,
) -> None:
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"mingju {version_of('mingju')}")
        raise typer.Exit


def _add_entry_points(tree: typer.Typer) -> None:
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=COMMAND_GROUP), key=lambda entry: entry.name):
        try:
            command = entry.load()
        except (ImportError, AttributeError) as error:
            complain(f"命令 {entry.name} 无法加载：{error}。请重新运行 make setup。")
            continue
        if isinstance(command, typer.Typer):
            tree.add_typer(command, name=entry.name)
        else:
            tree.command(entry.name)(command)
