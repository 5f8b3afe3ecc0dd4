"""The window on a real display: Xvfb in a process of its own, the window in another."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = Path(__file__).with_name("display_script.py")
SOURCE = Path(__file__).with_name("drag_source.py")
TARGET = Path(__file__).with_name("drop_target.py")
WAY = ((40, 770), (60, 740), (150, 650), (300, 500), (500, 420), (640, 400), (650, 400))  # pixels, into the window

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


def environment_of(display: str, scale: str = "1") -> dict[str, str]:
    """The environment of a window on ``display``."""
    here = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": scale, "PYTHONPATH": str(ROOT)}
    return {**os.environ, **here}


def shown(display: str, picture: Path, *, scale: str, appearance: str) -> dict[str, list[str] | list[int] | int]:
    """What the script says of the window it showed; its picture goes to ``picture``."""
    answer = subprocess.run(
        [sys.executable, SCRIPT, picture, appearance],
        env=environment_of(display, scale),
        capture_output=True,
        text=True,
        timeout=90,
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


@contextmanager
def running(display: str, script: Path, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """The script, once it has said that its window is there; ended in the end."""
    command = [sys.executable, str(script), *map(str, arguments)]
    process = subprocess.Popen(command, env=environment_of(display), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.wait(10)
        process.stdout.close()


def drag(display: str) -> None:
    """Press the mouse on the source, lead it over the window and let go, slowly enough for both to answer."""
    steps = ["mousemove", "20", "780", "sleep", "0.3", "mousedown", "1", "sleep", "0.3"]
    for x, y in WAY:
        steps += ["mousemove", str(x), str(y), "sleep", "0.15"]
    subprocess.run(["xdotool", *steps, "sleep", "0.5", "mouseup", "1"], env=environment_of(display), check=True)


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="xdotool is not installed")
def test_files_dragged_from_another_program_open_in_tabs(display: str, tmp_path: Path) -> None:
    files = [tmp_path / "技术服务 合同.txt", tmp_path / "采购合同.docx"]
    for file in files:
        file.write_text("")
    with running(display, TARGET, "2") as target, running(display, SOURCE, *files):
        assert target.stdout is not None
        drag(display)
        assert json.loads(target.stdout.readline()) == [str(file.resolve()) for file in files]
