"""``python tests/benchmarks``: what reading and review cost, as ratios to well-known libraries on the same file.

Both sides of a ratio run in turn on the same synthetic contract, each in a fresh process, as processor time; the best
of a few rounds counts. Ratios hold on any machine, but other work on the same cores still shifts them somewhat.
``--pages N`` and ``--rounds N`` change the size of the PDF (420 pages) and the number of rounds (3).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[0] = str(ROOT)

from tests.benchmarks.samples import paragraphs, write_docx, write_pdf  # noqa: E402 - after the path is set

_PARAGRAPHS_ON_PAGE = 12  # of the generated PDF
_DOCX_PARAGRAPHS = 6000
_REVIEW_PAGES = 100


def main(arguments: list[str]) -> int:
    """Make the files, measure, print the table. Returns 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=420)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        pdf, docx, short = (Path(folder, name) for name in ("long.pdf", "long.docx", "short.pdf"))
        write_pdf(pdf, paragraphs(chosen.pages * _PARAGRAPHS_ON_PAGE))
        write_docx(docx, paragraphs(_DOCX_PARAGRAPHS))
        write_pdf(short, paragraphs(_REVIEW_PAGES * _PARAGRAPHS_ON_PAGE))
        for row in _rows(pdf, docx, short, chosen.rounds):
            print(row, flush=True)
    return 0


def _rows(pdf: Path, docx: Path, short: Path, rounds: int) -> list[str]:
    comparisons = (
        ("PDF text read / pdfplumber extract_text", "read_pdf", "pdfplumber", pdf, ""),
        ("PDF text, clauses and facts / pdfplumber extract_text", "read", "pdfplumber", pdf, "0.10"),
        ("DOCX text read / python-docx paragraph texts", "read_docx", "python_docx", docx, "2.0"),
        ("rules / reading, contract of 100 pages", "review", "read", short, ""),
    )
    costs: dict[tuple[str, Path], tuple[float, int]] = {}
    for _round in range(rounds):
        for task, file in {(task, file) for _, first, second, file, _ in comparisons for task in (first, second)}:
            seconds, peak = _measured(task, file)
            before = costs.get((task, file), (seconds, peak))
            costs[task, file] = min(before[0], seconds), max(before[1], peak)
    lines = [f"{'what':<56}{'ours s':>9}{'other s':>9}{'ratio':>8}{'aim':>7}{'peak MB':>9}"]
    for name, ours, other, file, aim in comparisons:
        (cost, peak), (reference, _) = costs[ours, file], costs[other, file]
        lines.append(f"{name:<56}{cost:>9.2f}{reference:>9.2f}{cost / reference:>8.2f}{aim:>7}{peak:>9}")
    return lines


def _measured(task: str, file: Path) -> tuple[float, int]:
    """Processor seconds and peak memory in MB of one task in a process of its own."""
    command = [sys.executable, str(Path(__file__).with_name("task.py")), task, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
