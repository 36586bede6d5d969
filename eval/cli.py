"""``mingju eval``: run, report, compare, gate, export, explain, generate-cases.

Loaded through the entry point group "mingju.commands"; what a command needs is imported when it
runs, so that ``--help`` stays quick.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.asking import AsJson
from assistant.cli.endings import ExitCode, complain, end
from assistant.cli.runtime import assignment_of, runtime_of
from eval.bootstrap import SEED
from eval.cases import CASES

if TYPE_CHECKING:
    from eval.running import Plan, Variant
    from eval.systems import Opening

app = typer.Typer(help="评测：运行、报告、比较、把关。", no_args_is_help=True)

Split = Annotated[str, typer.Option(help="用例集：train、dev、test 或 sample。")]
CaseFolder = Annotated[
    Path, typer.Option("--cases", help="用例文件夹；也可以是一个用例文件，此时全部取用。")
]
Generated = Annotated[int, typer.Option(help="每种形式另加多少条由目录生成的用例。", min=0)]
Seed = Annotated[int, typer.Option(help="随机种子。")]
GATE_GENERATED = 8
"""Generated cases a shape in the gate: about seventy, a few seconds more."""


GATE_ONE_IN = 4
"""Of the written cases every third is asked, so that the gate stays under three minutes."""


@app.command()
def run(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="结果文件夹；中断后用同样的参数可以继续。")],
    split: Split = "dev",
    cases: CaseFolder = CASES,
    generated: Generated = 0,
    system: Annotated[
        list[str] | None,
        typer.Option(help="mingju、bm25、vectors、llamaindex，可写多次；all 为全部。"),
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option(help="运行 mingju 时关闭的部件，可写多次。")
    ] = None,
    ablate: Annotated[bool, typer.Option(help="另把 mingju 的每个部件各关闭一次。")] = False,
    limit: Annotated[int | None, typer.Option(help="只取前若干条用例。", min=1)] = None,
    seed: Seed = SEED,
) -> None:
    """向系统提出全部用例，保存回答（慢；可中断后继续）。"""
    from eval.running import Plan

    plan = Plan(split, cases, generated, limit, seed)
    variants = _variants(system or [], tuple(without or ()), ablate=ablate)
    for folder in _run(context, out, plan, variants):
        typer.echo(str(folder))


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(help="run 的 --out 文件夹，或其中一个系统的子文件夹。")],
    html: Annotated[Path | None, typer.Option(help="另写一个 HTML 报告到这个文件。")] = None,
    as_json: AsJson = False,
) -> None:
    """给已有的回答打分并报告（不运行系统；结果只取决于文件夹的内容）。"""
    from eval.report import as_json as content_of
    from eval.report import gather

    found = gather(folder)
    if html is not None:
        from eval.report_page import as_html
        from eval.storing import write_whole

        write_whole(html, as_html(found))
        typer.echo(f"HTML 报告：{html}", err=True)
    if as_json:
        from assistant.cli.rendering import print_json

        print_json(content_of(found))
    else:
        from eval.report_text import as_markdown

        typer.echo(as_markdown(found), nl=False)


@app.command()
def compare(
    first: Annotated[Path, typer.Argument(help="较早的运行。")],
    second: Annotated[Path, typer.Argument(help="较新的运行。")],
    as_json: AsJson = False,
) -> None:
    """比较两次运行：哪些变好，哪些变差，是否显著。"""
    from dataclasses import asdict

    from eval.comparing import as_markdown
    from eval.comparing import compare as compared
    from eval.report import run_folders
    from eval.storing import load_run

    before, after = (load_run(run_folders(folder)[0]) for folder in (first, second))
    comparison = compared(before, after)
    if as_json:
        from assistant.cli.rendering import print_json

        print_json(asdict(comparison))
    else:
        typer.echo(as_markdown(comparison, (first.name, second.name)), nl=False)


@app.command()
def gate(
    context: typer.Context,
    split: Split = "dev",
    cases: CaseFolder = CASES,
    record: Annotated[bool, typer.Option("--record", help="把这次结果记为新的基准。")] = False,
    out: Annotated[Path | None, typer.Option(help="保留这次运行的文件夹。")] = None,
    one_in: Annotated[
        int, typer.Option(help="每几条用例取一条；基准按默认值记录。", min=1)
    ] = GATE_ONE_IN,
    sabotage: Annotated[
        str | None,
        typer.Option(
            help="故意在产品中放入一种错误（figure、citation、marker、address、refusal），证明本命令会因此失败。"
        ),
    ] = None,
) -> None:
    """运行 dev 用例并与记录的基准比较；有指标下降超出区间时退出码为 1。"""
    from eval import gate as gating
    from eval.errors import BaselineMissing
    from eval.running import Plan, Variant
    from eval.scoring import score
    from eval.storing import load_run

    if record and sabotage is not None:
        raise BaselineMissing("人为放入错误的运行不能记为基准。请去掉 --sabotage 或 --record。")
    plan = Plan(split, cases, GATE_GENERATED, one_in=one_in)
    with tempfile.TemporaryDirectory() as scratch:
        folder = _run(context, out or Path(scratch), plan, [Variant()], sabotage)[0]
        scores = score(load_run(folder))
    if record:
        gating.write(gating.recorded(scores))
        typer.echo(f"基准已记录：{gating.BASELINE}（{scores.total['correct'].n} 条用例）。")
        return
    falls = gating.falls(scores, gating.read())
    for fall in falls:
        complain(str(fall))
    if falls:
        end(ExitCode.FAILED)
    typer.echo(f"通过：{scores.total['correct'].n} 条用例，没有指标下降超出区间。")


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="写到这个文件夹。")],
    cases: CaseFolder = CASES,
) -> None:
    """把任务、问题和判断导出为 BEIR 格式，附数据说明。"""
    from corpus.reading import read_corpus
    from eval.beir import export as write
    from eval.cases import SPLITS, load_split
    from eval.grounding import ground

    corpus = read_corpus()
    splits = [name for name in SPLITS if sorted(cases.glob(f"{name}*.jsonl"))]
    write(out, {name: ground(load_split(name, cases), corpus) for name in splits}, corpus)
    typer.echo(str(out))


@app.command()
def explain(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="问题。")],
    system: Annotated[str, typer.Option(help="哪个系统。")] = "mingju",
    as_json: AsJson = False,
) -> None:
    """看一个问题是怎样理解、检索、写成和核对的。"""
    from dataclasses import asdict

    from eval.errors import SystemUnknown
    from eval.explaining import as_markdown
    from eval.systems import open_system

    with _opening(context) as opening:
        opened = open_system(system, (), opening)
    if opened.system.explain is None:
        raise SystemUnknown(f"{system} 不能说明回答的过程，请换一个 --system。")
    explanation = opened.system.explain(question, ())
    if as_json:
        from assistant.cli.rendering import print_json

        print_json(asdict(explanation))
    else:
        typer.echo(as_markdown(question, explanation), nl=False)


@app.command("generate-cases")
def generate_cases(
    out: Annotated[Path, typer.Option(help="写到这个 JSON 行文件。")],
    split: Split = "train",
    per_shape: Annotated[int, typer.Option(help="每种形式最多多少条。", min=1)] = 50,
    seed: Seed = SEED,
) -> None:
    """由目录生成用例：数据、责任、时限、清单、计数、待核查陈述、近似而无答案的问题。"""
    from corpus.reading import read_corpus
    from eval.cases import dump
    from eval.generated_cases import generated_cases
    from eval.storing import write_whole

    made = generated_cases(read_corpus(), split, per_shape, seed)
    write_whole(out, dump(made))
    typer.echo(f"{len(made)} 条用例：{out}")


def _variants(systems: list[str], without: tuple[str, ...], *, ablate: bool) -> list[Variant]:
    """What to run: the product first, then baselines, then the product less each part."""
    from assistant.ablation import SWITCHES
    from eval.running import Variant
    from eval.systems import PRODUCT, SYSTEMS

    names = list(SYSTEMS) if "all" in systems else list(dict.fromkeys(systems or [PRODUCT]))
    found = [Variant(name, without if name == PRODUCT else ()) for name in names]
    if ablate:
        found += [Variant(PRODUCT, (part,)) for part in sorted(SWITCHES)]
    return list(dict.fromkeys(found))


def _run(
    context: typer.Context,
    out: Path,
    plan: Plan,
    variants: list[Variant],
    sabotage: str | None = None,
) -> list[Path]:
    from dataclasses import replace

    from eval.running import run as run_all
    from eval.systems import check_sabotage

    check_sabotage(sabotage)
    with _opening(context) as opening:
        return run_all(out, plan, variants, replace(opening, sabotage=sabotage), opening.progress)


@contextmanager
def _opening(context: typer.Context) -> Iterator[Opening]:
    """How to open systems, by the settings in force, with a progress bar on a terminal."""
    from assistant.cli.rendering import progress_bar
    from eval.systems import Opening

    settings = runtime_of(context).settings
    with progress_bar() as progress:
        yield Opening(settings.home, settings.embedding_model, assignment_of(settings), progress)
