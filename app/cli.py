"""The command line: the same review as the window's, as a table, JSON or a memo. Needs no display."""

from __future__ import annotations

import argparse
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import NoReturn

from app import log
from app.export.errors import ExportError
from app.export.excerpt import one_line
from app.export.writing import free_name, refuse_source, write_whole
from app.review import review_file, review_matter
from extractors.errors import UnreadableFileError
from rules.model import Review, Stance

OK, UNREADABLE, USAGE = 0, 1, 2
SAMPLE = "技术服务合同（示例）.docx"
_LOG = logging.getLogger(__name__)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"参数有误：{message}\n")


def main(argv: Sequence[str]) -> int:
    """Run ``review FILE… [options]``; returns 0, 1 where a file cannot be read or written, 2 for wrong usage."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse ends the program after --help and after an error
        return stop.code if isinstance(stop.code, int) else USAGE
    if options.memo is not None and len(options.files) > 1 and not options.together:
        print("参数有误：--memo 一次只能用于一个文件。", file=sys.stderr)
        return USAGE
    with log.to_file():
        return _review_all(options)


def run_sample(out_dir: Path) -> int:
    """Review the sample contract that comes with the program; the memo goes to ``out_dir``. Exit code as `main`."""
    with log.to_file(), as_file(files("resources") / "samples" / SAMPLE) as sample:
        review = _reviewed(sample.name, lambda: review_file(sample, stance=Stance.PARTY_A))
        memo = free_name(out_dir / f"合同审查意见书_{sample.stem}.docx")
        if review is None:
            return UNREADABLE
        _print_table(review)
        if not _written(review, memo):
            return UNREADABLE
    print(f"\n没有可用的显示器，已审查随附的示例合同。审查意见书已写入：{memo.resolve()}")
    print("审查自己的合同：python3 app review 合同.docx --memo 意见书.docx")
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python3 app", description="审约：合同审查助手。不带参数时打开窗口；合同不离开本机。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="review", parser_class=_Parser)
    review = commands.add_parser("review", help="审查合同，不打开窗口", description="审查一份或多份合同。")
    review.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="合同文件：docx、doc、wps、rtf、odt、pdf、txt、md、图片"
    )
    review.add_argument(
        "--stance",
        type=Stance,
        choices=list(Stance),
        default=Stance.NEUTRAL,
        help="审查立场，默认中立",
        metavar="甲方|乙方|中立",
    )
    review.add_argument("--type", metavar="T", help="合同类型，例如 技术服务合同；默认由文本判断")
    review.add_argument("--together", action="store_true", help="所列文件是一份合同及其附件，合并审查")
    review.add_argument(
        "--revisions",
        choices=("accepted", "rejected"),
        default="accepted",
        help="带修订的 Word 文件：accepted 按接受全部修订后的文字审查（默认），rejected 按修订前的文字审查",
    )
    review.add_argument(
        "--password-file", type=Path, metavar="PATH", help="加密文件的打开密码：取该文件的第一行，- 为标准输入"
    )
    review.add_argument("--json", metavar="-|PATH", help="输出 JSON：- 为标准输出，否则写入文件")
    review.add_argument("--memo", type=Path, metavar="OUT.docx", help="写出审查意见书")
    return parser


def _review_all(options: argparse.Namespace) -> int:
    try:
        password = _password(options.password_file)
    except (OSError, UnicodeDecodeError):
        print("参数有误：--password-file 指定的文件无法读取。", file=sys.stderr)
        return USAGE
    reviews = list(_reviews(options, password))
    done = [review for review in reviews if review is not None]
    written = all([_put_out(options, done), *(_written(review, options.memo) for review in done if options.memo)])
    return OK if len(done) == len(reviews) and written else UNREADABLE


def _password(source: Path | None) -> str | None:
    """The password in the first line of a file: as an argument it would stand in the list of processes."""
    if source is None:
        return None
    text = sys.stdin.readline() if source == Path("-") else source.read_text("utf-8-sig")
    return text.partition("\n")[0].rstrip("\r")


def _reviews(options: argparse.Namespace, password: str | None) -> Iterator[Review | None]:
    """The review of each file, or of all as one contract; None where one cannot be read."""
    files: list[Path] = options.files
    stance, kind, revisions = options.stance, options.type, options.revisions
    if options.together:
        review_all = partial(review_matter, files, stance=stance, contract_type=kind, password=password)
        yield _reviewed(files[0].name, partial(review_all, revisions=revisions))
        return
    for path in files:
        review_one = partial(review_file, path, stance=stance, contract_type=kind, password=password)
        yield _reviewed(path.name, partial(review_one, revisions=revisions))


def _reviewed(name: str, review_it: Callable[[], Review]) -> Review | None:
    begun = time.perf_counter()
    try:
        review = review_it()
    except UnreadableFileError as error:
        print(f"{one_line(error.file or name)}：{error.sentence}", file=sys.stderr)
        _LOG.warning("not read: %s", error.code)
        return None
    tag = log.contract_tag(review.contract.document.sha256)
    seconds = time.perf_counter() - begun
    _LOG.info("%s: %d findings, %d missing, %.2f s", tag, len(review.findings), len(review.missing), seconds)
    return review


def _put_out(options: argparse.Namespace, reviews: Sequence[Review]) -> bool:
    if options.json is not None and reviews:
        return _put_json(options.json, reviews, several=len(options.files) > 1 and not options.together)
    if options.json is None and options.memo is None:
        for review in reviews:
            _print_table(review)
    return True


def _put_json(target: str, reviews: Sequence[Review], *, several: bool) -> bool:
    from app.export.findings_json import json_text, review_to_json

    values = [review_to_json(review) for review in reviews]
    text = json_text(values if several else values[0])
    if target == "-":
        sys.stdout.write(text)
        return True
    return _tried(lambda: _write_json(Path(target), text, reviews), target)


def _write_json(path: Path, text: str, reviews: Sequence[Review]) -> None:
    for review in reviews:
        refuse_source(path, *review.contract.document.hashes)
    write_whole(path, lambda part: _write_text(part, text))


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _written(review: Review, path: Path) -> bool:
    """Write the memo; False, after a sentence for the user, where that fails."""
    from app.export.memo_docx import write_memo

    return _tried(lambda: write_memo(review, {}, path), path.name)


def _tried(write: Callable[[], None], name: str) -> bool:
    try:
        write()
    except ExportError as error:
        print(f"{one_line(name)}：{error.sentence}", file=sys.stderr)
        _LOG.warning("not written: %s", error.code)
        return False
    return True


def _print_table(review: Review) -> None:
    from app.export.text_table import review_as_table

    print(review_as_table(review), end="")
