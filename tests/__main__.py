"""``python3 tests``: set up, then style, types, layers and all tests. Arguments go to pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

CHECKS = (
    ("style", ["-m", "ruff", "check", "."]),
    ("types", ["-m", "mypy"]),
    ("layers", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
)


def main(arguments: list[str]) -> int:
    """All checks, then pytest; with arguments only pytest. Returns 0 when everything holds."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONUTF8="1")
    failed = []
    for name, command in () if arguments else CHECKS:
        print(f"── {name}", flush=True)
        if subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode:
            failed.append(name)
    print("── tests", flush=True)
    command = [sys.executable, "-m", "pytest", *(arguments or ["-q", "-n", "2"])]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        failed.append("tests")
    print(f"failed: {', '.join(failed)}" if failed else "all checks hold", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    if Path(sys.prefix) != ROOT / ".venv":
        from app.bootstrap import enter

        enter("tests", ["tests", *sys.argv[1:]])
    sys.exit(main(sys.argv[1:]))
