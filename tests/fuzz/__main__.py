"""``python3 tests/fuzz --inputs 20000 --seed 1``: no damaged file may crash, hang or take along a worker."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT)


def main(arguments: list[str]) -> int:
    """Run and report; returns 1 where an input failed."""
    from tests.fuzz.running import fuzz

    parser = argparse.ArgumentParser(description="Reads mutated files in the worker process and counts what comes.")
    parser.add_argument("--inputs", type=int, default=20_000, help="how many, 20000 by default")
    parser.add_argument("--first", type=int, default=0, help="number of the first input, to repeat one")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other inputs")
    parser.add_argument("--keep", type=Path, help="folder for the inputs that failed")
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    numbers = range(options.first, options.first + options.inputs)
    tally = fuzz(numbers, options.seed, options.keep, lambda line: print(line, flush=True))
    for outcome, count in sorted(tally.outcomes.items()):
        print(f"{count:7} {outcome}")
    for number, code, detail in tally.failures:
        print(f"input {number}: {code}, {detail}")
    print(f"{len(numbers)} inputs of seed {options.seed}, {len(tally.failures)} failures, "
          f"{time.monotonic() - begun:.0f} s, slowest {tally.slowest[0]:.1f} s (input {tally.slowest[1]})")  # fmt: skip
    return 1 if tally.failures else 0


if __name__ == "__main__":
    if Path(sys.prefix) != ROOT / ".venv":
        from app.bootstrap import enter

        enter("tests", ["tests/fuzz", *sys.argv[1:]])
    sys.exit(main(sys.argv[1:]))
