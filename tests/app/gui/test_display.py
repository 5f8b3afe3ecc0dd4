"""The window on a real display: Xvfb in a process of its own, the window in another."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = Path(__file__).with_name("display_script.py")

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed"),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of a display of 1280 by 800 pixels that Xvfb chose itself."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


def shown(display: str, picture: Path, *, scale: str, appearance: str) -> dict[str, list[str] | list[int] | int]:
    """What the script says of the window it showed; its picture goes to ``picture``."""
    environment = {
        **os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": scale, "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    answer = subprocess.run(
        [sys.executable, SCRIPT, picture, appearance], env=environment, capture_output=True, text=True, timeout=90
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.parametrize(("scale", "appearance"), [("1", "light"), ("1.5", "dark")])
def test_nothing_is_clipped_on_a_real_display(display: str, tmp_path: Path, scale: str, appearance: str) -> None:
    picture = tmp_path / "window.png"
    told = shown(display, picture, scale=scale, appearance=appearance)
    assert told["clipped"] == []
    assert told["size"] == [1280, 800]
    assert picture.stat().st_size > 20_000


def test_keys_typed_on_a_real_display_select_and_decide(display: str, tmp_path: Path) -> None:
    told = shown(display, tmp_path / "window.png", scale="1", appearance="light")
    assert told["decided"] == 1
    assert told["red"] > 200  # the high risk that is selected, its mark and its line
