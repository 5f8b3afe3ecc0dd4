"""Starting from a fresh clone, as far as it can be tried inside a finished environment."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from app import bootstrap

ROOT = Path(__file__).resolve().parent.parent


def test_the_bootstrap_needs_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "app" / "bootstrap.py").read_text("utf8"))
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names


def test_a_changed_dependency_list_sets_up_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("a", "utf8")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    before = bootstrap._fingerprint("")
    (tmp_path / "pyproject.toml").write_text("b", "utf8")
    assert bootstrap._fingerprint("") != before


def test_without_root_the_exact_command_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "_loads", lambda library: library != "libGL.so.1")
    monkeypatch.setattr(bootstrap, "_has_chinese_font", lambda: True)
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    bootstrap._system_packages("")
    assert "sudo apt-get install -y --no-install-recommends libgl1" in capsys.readouterr().out


def test_starting_the_folder_shows_the_help_without_a_display() -> None:
    run = subprocess.run([sys.executable, str(ROOT / "app"), "--help"], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    assert "review" in run.stdout
