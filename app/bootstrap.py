"""From a fresh clone to a running program: virtual environment, dependencies, the libraries Qt needs.

Standard library only: this runs before anything is installed. ``python3 app`` and ``python3 tests`` share it.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"

# What Qt's xcb and offscreen platforms load at run time, and the Debian package that brings each.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
TEST_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}
CHINESE_FONT = "fonts-noto-cjk"


def enter(extra: str, arguments: list[str]) -> None:
    """Make sure the environment for ``extra`` ("" or "tests") is there, and replace this process by
    the environment's Python running ``arguments``. Does not return."""
    _check_python()
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists() or not any(_ready(given) for given in {extra, "tests"}):
        _system_packages(extra)
        _install(python, extra)
        _stamp(extra).write_text(_fingerprint(extra), "utf8")
    environment = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONUTF8="1")
    if os.name == "nt":
        sys.exit(subprocess.call([python, *arguments], env=environment, cwd=ROOT if extra else None))
    if extra:
        os.chdir(ROOT)
    os.execve(python, [str(python), *arguments], environment)  # noqa: S606 - our own interpreter


def _check_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - whatever Python is there starts this
        sys.exit("审约需要 Python 3.11 或更高版本。 Shenyue needs Python 3.11 or later.")


def _stamp(extra: str) -> Path:
    return VENV / f".ready-{extra or 'app'}"


def _ready(extra: str) -> bool:
    """Whether the environment was set up for ``extra`` as it is now; one for the tests serves the program too."""
    return _stamp(extra).is_file() and _stamp(extra).read_text("utf8") == _fingerprint(extra)


def _fingerprint(extra: str) -> str:
    """Changes when the dependencies or the interpreter do, so that a second run starts at once."""
    parts = ((ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), extra.encode(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _install(python: Path, extra: str) -> None:
    print("正在准备运行环境（仅首次需要几分钟）… Setting up, once…", flush=True)
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
        if made.returncode:
            shutil.rmtree(VENV, ignore_errors=True)
            sys.exit("无法创建虚拟环境。 Could not make a virtual environment. Debian: apt-get install python3-venv")
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target]
    if subprocess.run(command, check=False).returncode:
        sys.exit("依赖安装失败，请检查网络或软件源后重试。 Could not install the dependencies; see the message above.")


def _system_packages(extra: str) -> None:
    """On Debian as root install what is missing; elsewhere say the command."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not _loads(library)]
    if extra == "tests":
        missing += [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]
    if not _has_chinese_font():
        missing.append(CHINESE_FONT)
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print(f"缺少系统组件，请由管理员运行 Please run as administrator:\n  sudo {' '.join(command)}", flush=True)
        return
    print(f"正在安装系统组件 Installing system libraries: {' '.join(missing)}", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in (["apt-get", "update", "-qq"], command):
        done = subprocess.run(step, env=quiet, check=False, stdout=subprocess.DEVNULL)
        if done.returncode:
            print(f"系统组件安装失败，请手动运行 Could not install; please run:\n  {' '.join(command)}", flush=True)
            return


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_chinese_font() -> bool:
    folders = (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path.home() / ".fonts",
        Path.home() / ".local/share/fonts",
    )
    marks = ("cjk", "hansans", "hanserif", "wqy", "uming", "ukai", "droidsansfallback", "simsun", "msyh", "fangsong")
    return any(
        any(mark in file.name.lower() for mark in marks)
        for folder in folders
        if folder.is_dir()
        for file in folder.rglob("*.[to]t[fc]")
    )
