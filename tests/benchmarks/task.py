"""One measured task in a process of its own: ``task.py TASK FILE`` prints processor seconds and peak memory in MB.

What is loaded once per process (libraries, the dictionary) is loaded before the clock starts, on both sides.
"""

from __future__ import annotations

import logging
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

_WARM_UP = "甲方：某某公司\n乙方：某某公司\n第一条　甲方应于每月5日前支付定金10000元，逾期按日万分之五支付违约金。"


def _read(file: Path) -> Callable[[], object]:
    from extractors import read, read_text

    read_text(_WARM_UP)
    return lambda: read(file)


def _read_pdf(file: Path) -> Callable[[], object]:
    from extractors.pdf import read_pdf

    return lambda: read_pdf(file)


def _pdfplumber(file: Path) -> Callable[[], object]:
    import pdfplumber

    logging.disable(logging.CRITICAL)

    def extract() -> None:
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.close()

    return extract


def _read_docx(file: Path) -> Callable[[], object]:
    from extractors.docx import read_docx

    return lambda: read_docx(file)


def _python_docx(file: Path) -> Callable[[], object]:
    from docx import Document

    return lambda: [paragraph.text for paragraph in Document(str(file)).paragraphs]


def _review(file: Path) -> Callable[[], object]:
    from extractors import read, read_text
    from rules import review
    from rules.model import Stance

    review(read_text(_WARM_UP), Stance.PARTY_A)
    contract = read(file)
    return lambda: review(contract, Stance.PARTY_A)


TASKS = {
    "read": _read,
    "read_pdf": _read_pdf,
    "pdfplumber": _pdfplumber,
    "read_docx": _read_docx,
    "python_docx": _python_docx,
    "review": _review,
}


def main(task: str, file: str) -> None:
    """Run the task and print what it took."""
    run = TASKS[task](Path(file))
    start = time.process_time()
    run()
    seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
