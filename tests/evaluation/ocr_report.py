"""``python tests/evaluation/ocr_report.py FILE_OR_FOLDER… [--pages N] [--dpi 150]``: what recognition loses of a text.

The first pages of each PDF (of a DOCX through LibreOffice, where it is installed) are drawn, and read as a scan. What
is read is compared with the text layer of the same pages:

- errors: wrong, lacking and surplus characters (Levenshtein distance) by characters of the text layer, white space and
  underscores aside;
- found: the share of the text layer's findings that are found again: same rule, and quotes that overlap;
- time: of the processor in reading, in seconds and as a multiple of what rapidocr alone takes with our settings on
  the same pictures.

``-v`` also prints where the texts differ, and which findings stand in one reading only.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from PIL import Image
from pypdfium2 import PdfDocument

sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

import rules  # noqa: E402 - after the path is set
from extractors import read  # noqa: E402
from extractors.errors import UnreadableFileError  # noqa: E402
from extractors.model import Contract  # noqa: E402
from extractors.ocr import page_images  # noqa: E402
from extractors.ocr.engine import settings  # noqa: E402
from extractors.ocr.recognition import SOUGHT_AT  # noqa: E402
from extractors.office import find_office  # noqa: E402
from extractors.pdf import PDFIUM_LOCK  # noqa: E402
from rules.model import Finding  # noqa: E402

_LONGEST_CONVERSION = 180  # seconds
_OVERLAP = 0.5  # of the shorter quote that both share
_LONG = 10  # characters in one piece that show that two long quotes overlap


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading the picture of a text gave, or of several texts together; times in seconds of the processor."""

    pages: int = 0
    characters: int = 0
    errors: int = 0
    findings: int = 0
    found: int = 0
    surplus: int = 0
    seconds: float = 0.0
    alone: float = 0.0

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def __str__(self) -> str:
        return (
            f"{self.pages:>5}  {self.characters:>6}  {100 * self.errors / max(self.characters, 1):>6.2f} %"
            f"  {self.found:>3}/{self.findings:<3} {100 * self.found / max(self.findings, 1):>4.0f} %"
            f"  +{self.surplus:<3}  {self.seconds:>6.1f} s  x {self.seconds / max(self.alone, 0.001):.2f}"
        )


def main(arguments: list[str]) -> int:
    """Report on each file, and on all together; returns how many could not be read."""
    parser = argparse.ArgumentParser(prog="ocr_report.py", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE_OR_FOLDER")
    parser.add_argument("--pages", type=int, default=6, help="at most so many of a file, from the first")
    parser.add_argument("--dpi", type=int, default=150, help="dots per inch of the pictures")
    parser.add_argument("-v", "--verbose", action="store_true", help="print the differences")
    options = parser.parse_args(arguments)
    total, unread = Outcome(), 0
    print("pages   chars    errors    found        surplus   time  x rapidocr alone")
    for path in _files(options.files):
        with tempfile.TemporaryDirectory() as folder:
            try:
                outcome = report(path, Path(folder), options.pages, options.dpi, verbose=options.verbose)
            except (UnreadableFileError, OSError, subprocess.SubprocessError) as error:
                unread += 1
                print(f"not read: {error}  {path.name}")
                continue
        total += outcome
        print(f"{outcome}  {path.name}", flush=True)
    print(f"{total}  all")
    return unread


def report(path: Path, folder: Path, pages: int, dpi: int, *, verbose: bool) -> Outcome:
    """What reading the first ``pages`` of ``path`` as pictures gives; ``folder`` takes what is made on the way."""
    pdf = path if path.suffix.lower() == ".pdf" else _converted(path, folder)
    layer, scan = folder / "layer.pdf", folder / "scan.tif"
    count = _first_pages(pdf, layer, scan, pages, dpi)
    alone = _time_alone(scan)
    started = time.process_time()
    seen = read(scan)
    seconds = time.process_time() - started
    printed = read(layer)
    expected, actual = plain(printed.text), plain(seen.text)
    findings, again = _findings(printed), _findings(seen)
    lost = [one for one in findings if not any(_same(one, other) for other in again)]
    surplus = [one for one in again if not any(_same(one, other) for other in findings)]
    if verbose:
        _print_differences(expected, actual, lost, surplus)
        _print_clauses(printed, seen)
    return Outcome(
        count,
        len(expected),
        distance(expected, actual),
        len(findings),
        len(findings) - len(lost),
        len(surplus),
        seconds,
        alone,
    )


def plain(text: str) -> str:
    """``text`` without white space and underscores, of whichever width."""
    return "".join(text.split()).replace("_", "").replace("＿", "")


def distance(one: str, other: str) -> int:
    """The least number of characters to replace, add or take away that makes ``one`` of ``other``.

    Myers, A fast bit-vector algorithm for approximate string matching, J. ACM 46 (1999), as Hyyrö has it (2003): a
    column of the table at a time, whose steps up and down are the bits of two numbers.
    """
    if not one:
        return len(other)
    full, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    places: dict[str, int] = {}
    for index, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << index
    up, down, found = full, 0, len(one)
    for char in other:
        same = places.get(char, 0)
        diagonal = (((same & up) + up) ^ up) | same | down
        rising, falling = down | ~(diagonal | up) & full, diagonal & up
        found += bool(rising & last) - bool(falling & last)
        rising, falling = rising << 1 | 1, falling << 1
        up, down = (falling | ~(diagonal | rising)) & full, rising & diagonal & full
    return found


def _files(arguments: Sequence[Path]) -> Iterator[Path]:
    suffixes = {".pdf", ".docx"} if find_office() else {".pdf"}
    for path in arguments:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.suffix.lower() in suffixes)
        else:
            yield path


def _converted(path: Path, folder: Path) -> Path:
    office = find_office()
    if office is None:
        raise FileNotFoundError("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST_CONVERSION)
    return folder / f"{path.stem}.pdf"


def _first_pages(pdf: Path, layer: Path, scan: Path, pages: int, dpi: int) -> int:
    """Write the first pages of ``pdf`` as a PDF of their own and as a TIFF of colour pictures; how many there are."""
    drawn = []
    with PDFIUM_LOCK, closing(PdfDocument(pdf)) as document, closing(PdfDocument.new()) as part:
        count = min(pages, len(document))
        part.import_pages(document, list(range(count)))
        part.save(layer)
        for index in range(count):
            with closing(document[index]) as page, closing(page.render(scale=dpi / 72)) as bitmap:
                drawn.append(Image.fromarray(np.array(bitmap.to_numpy()[:, :, 2::-1])))
    first, *others = drawn
    first.save(scan, save_all=True, append_images=others, dpi=(dpi, dpi), compression="tiff_adobe_deflate")
    return count


def _time_alone(scan: Path) -> float:
    """The processor's seconds that rapidocr alone takes for all pages, once both it and our engine are warm."""
    from rapidocr import RapidOCR

    from extractors.ocr.engine import shared_engine

    engine = RapidOCR(params=settings() | {"Det.limit_side_len": SOUGHT_AT})
    pictures = [page.pixels for page in page_images(scan) if page.pixels is not None]
    engine(pictures[0])
    cuts = shared_engine().find(pictures[0], SOUGHT_AT)[1]
    for cut in cuts[:2]:
        shared_engine().read(cut)
    started = time.process_time()
    for picture in pictures:
        engine(picture)
    return time.process_time() - started


def _findings(contract: Contract) -> tuple[Finding, ...]:
    review = rules.review(contract)
    return review.findings + review.missing


def _same(one: Finding, other: Finding) -> bool:
    """Whether two findings are one: the same rule, and quotes that share half of the shorter, or a long piece."""
    if one.rule != other.rule:
        return False
    first, second = (unicodedata.normalize("NFKC", plain(each.quote)) for each in (one, other))
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    sizes = [block.size for block in blocks]  # the last is 0
    return max(sizes) >= _LONG or sum(sizes) >= _OVERLAP * min(len(first), len(second))


def _print_differences(expected: str, actual: str, lost: Sequence[Finding], surplus: Sequence[Finding]) -> None:
    for tag, a, b, c, d in SequenceMatcher(None, expected, actual, autojunk=False).get_opcodes():
        if tag != "equal":
            print(f"  …{expected[max(a - 8, 0) : a]}⟦{expected[a:b]}⟧→⟦{actual[c:d]}⟧{expected[b : b + 6]}…")
    for sign, findings in (("-", lost), ("+", surplus)):
        for one in findings:
            print(f"  {sign} {one.rule} ({one.clause}): {one.quote!r}")


def _print_clauses(printed: Contract, seen: Contract) -> None:
    """The clauses that stand in one reading only."""
    ids, again = ([plain(clause.id) for clause in contract.clauses] for contract in (printed, seen))
    for tag, a, b, c, d in SequenceMatcher(None, ids, again, autojunk=False).get_opcodes():
        if tag != "equal":
            print(f"  clauses {ids[a:b]} → {again[c:d]}")


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
