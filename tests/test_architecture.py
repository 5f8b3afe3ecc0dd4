"""What import-linter cannot say: no network anywhere, no files in the engine, one jieba, a fixed layout."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
    "urllib3",
    "PySide6.QtNetwork",
}
SOURCES = sorted(path for room in ("app", "extractors", "rules") for path in (ROOT / room).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a source file imports, at whatever depth."""
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_source_imports_a_network_module(path: Path) -> None:
    found = {
        name for name in imports(path) if any(name == module or name.startswith(f"{module}.") for module in NETWORK)
    }
    assert not found


def test_only_words_imports_jieba() -> None:
    assert [path for path in SOURCES if "jieba" in set(imports(path))] == [ROOT / "extractors" / "words.py"]


def test_the_engine_opens_no_files() -> None:
    readers = {ROOT / "rules" / "loader.py"}
    offenders = [
        path
        for path in SOURCES
        if path.is_relative_to(ROOT / "rules")
        and path not in readers
        and {"pathlib", "importlib.resources", "os", "io"} & set(imports(path))
    ]
    assert not offenders


def test_nothing_else_lies_at_the_top() -> None:
    allowed = {"pyproject.toml", "app", "extractors", "rules", "resources", "tests", "README.md"}
    present = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert present <= allowed


def test_functions_stay_short_enough_to_see_whole() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno > 50
    ]
    assert not long
