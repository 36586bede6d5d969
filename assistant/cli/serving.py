"""``mingju serve``: one question answered on the terminal, then page and API.

What is served is put together above this folder, so ``app.py`` hands that step in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.endings import complain
from assistant.cli.runtime import runtime_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from assistant.settings import Settings
    from assistant.web.service import Service

Compose = Callable[["Settings", "Service"], "ASGIApp"]
"""Page and API over a service."""


def serve_command(compose: Compose) -> Callable[..., None]:
    """The command that opens the service, shows that it answers, and serves what ``compose``
    makes of it until stopped."""

    def command(
        context: typer.Context,
        host: Annotated[str | None, typer.Option(help="监听地址。")] = None,
        port: Annotated[int | None, typer.Option(help="端口。")] = None,
    ) -> None:
        """启动网页和接口（默认 http://127.0.0.1:7860），先在终端回答一个问题。"""
        runtime = runtime_of(context)
        runtime.overrides |= {"host": host, "port": port}
        settings = runtime.settings
        _refuse_taken_port(settings.host, settings.port)
        typer.echo("正在打开索引（第一次需要先建立，约几分钟）……", err=True)
        _show_one_answer(runtime.service)
        web = compose(settings, runtime.service)
        typer.echo(f"\n网页 http://{settings.host}:{settings.port}  接口文档 /docs  按 Ctrl+C 停止")
        import uvicorn

        uvicorn.run(web, host=settings.host, port=settings.port, log_level="warning")

    return command


def _show_one_answer(service: Service) -> None:
    """Ask about the first task that names who answers for it, whatever the corpus is."""
    from assistant.cli.rendering import show_answer
    from assistant.web.service import MAX_PAGE, TaskFilters

    rows, _ = service.tasks(TaskFilters(limit=MAX_PAGE))
    row = next((row for row in rows if row.people or row.leads), None)
    if row is None:
        complain("没有写明责任的任务，略过示范问题。")
        return
    question = f"{row.unit}第{row.number}项由谁负责，什么时候完成？"
    typer.echo(f"问：{question}")
    show_answer(service.ask(question))
    # Loads the model now: the first visitor need not wait for it.
    service.search(question, limit=1)


def _refuse_taken_port(host: str, port: int) -> None:
    """Say so before the work of opening. Raises PortTaken."""
    import socket

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"无法在 {host}:{port} 上监听（{error.strerror}）。"
                f"请关闭占用者，或换一个端口：mingju serve --port {port + 1}"
            ) from error


class PortTaken(Exception):
    """The address cannot be listened on."""
