"""``mingju index``: build the index, say what is in it, check that it is whole and current."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from assistant.cli.asking import AsJson
from assistant.cli.endings import ExitCode, complain, end
from assistant.cli.runtime import runtime_of

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.settings import Settings
    from index.storage import Manifest

group = typer.Typer(help="索引：建立、查看、核对。", no_args_is_help=True)


@group.command()
def build(context: typer.Context, as_json: AsJson = False) -> None:
    """解析全部文件并建立索引；正在使用的旧索引在新索引建成后才被替换。"""
    from assistant.cli.rendering import print_json, progress_bar, show_lines
    from corpus.reading import read_corpus
    from index.building import build_index
    from index.embedding import SentenceTransformerEmbedder

    settings = runtime_of(context).settings
    corpus = read_corpus()
    with progress_bar() as progress:
        embedder = SentenceTransformerEmbedder(settings.embedding_model, settings.home, progress)
        manifest = build_index(corpus, embedder, settings.home, progress)
    skipped = len(corpus.skipped)
    if as_json:
        print_json({"home": str(settings.home), "skipped": skipped} | _summary(manifest))
        return
    show_lines(
        [
            f"索引 {manifest.version} 已建成：{settings.home}",
            f"任务 {manifest.tasks} 条，分句 {manifest.clauses} 句，向量模型 {manifest.origin.embedder}",
            f"未收入索引的原文 {skipped} 段，原因见 mingju corpus build --skipped",
        ]
    )


@group.command()
def status(context: typer.Context, as_json: AsJson = False) -> None:
    """正在使用的索引是什么时候、用什么建的，是否与当前文件一致。"""
    from assistant.cli.rendering import print_json, show_lines

    settings = runtime_of(context).settings
    manifest, problem = _inspected(settings, whole=False)
    if as_json:
        print_json(_state(settings, manifest, problem))
    else:
        show_lines(_described(settings.home, manifest))
        if not problem:
            show_lines(["与当前文件和设置一致"])
    if problem:
        complain(problem)
        end(ExitCode.FAILED)


@group.command()
def verify(context: typer.Context, as_json: AsJson = False) -> None:
    """逐个文件核对索引是否完好，并核对它与当前文件、设置是否一致。"""
    from assistant.cli.rendering import print_json, show_lines

    settings = runtime_of(context).settings
    manifest, problem = _inspected(settings, whole=True)
    if as_json:
        print_json(_state(settings, manifest, problem))
    elif manifest and not problem:
        show_lines([f"索引 {manifest.version} 完好：{len(manifest.files)} 个文件的校验值全部一致"])
    if problem:
        complain(problem)
        end(ExitCode.FAILED)


def _inspected(settings: Settings, *, whole: bool) -> tuple[Manifest | None, str]:
    """The manifest in use and what is wrong with the index, "" for nothing.

    ``whole`` also reads every file of it.
    """
    from corpus.reading import read_corpus
    from index import storage
    from index.building import origin_of
    from index.embedding import SentenceTransformerEmbedder
    from index.errors import SearchIndexError

    manifest = None
    try:
        folder = storage.current_folder(settings.home)
        manifest = storage.read_manifest(folder)
        embedder = SentenceTransformerEmbedder(settings.embedding_model, settings.home)
        storage.check_origin(manifest, origin_of(read_corpus(), embedder))
        if whole:
            storage.check_files(folder, manifest)
    except SearchIndexError as error:
        return manifest, str(error)
    return manifest, ""


def _described(home: Path, manifest: Manifest | None) -> list[str]:
    if manifest is None:
        return [f"位置：{home}"]
    lines = [
        f"位置：{home}",
        f"版本：{manifest.version}",
        f"向量模型：{manifest.origin.embedder}（{manifest.dimensions} 维）",
        f"任务 {manifest.tasks} 条，分句 {manifest.clauses} 句",
    ]
    return lines + [
        f"  {built.document_id}：任务 {built.tasks} 条，分句 {built.clauses} 句"
        for built in manifest.documents
    ]


def _state(settings: Settings, manifest: Manifest | None, problem: str) -> dict[str, Any]:
    state: dict[str, Any] = {"home": str(settings.home), "ok": not problem, "problem": problem}
    return state | (_summary(manifest) if manifest else {})


def _summary(manifest: Manifest) -> dict[str, Any]:
    summary = asdict(manifest)
    # Of use to the check alone, and hundreds of lines long.
    del summary["files"]
    return summary
