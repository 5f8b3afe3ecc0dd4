"""A DOCX file in, a `Document` out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extractors.docx import names as n
from extractors.docx.anchors import Anchors
from extractors.docx.asides import AsideReader
from extractors.docx.comments import read_comments
from extractors.docx.flow import Flow, Remarks
from extractors.docx.names import Element
from extractors.docx.numbering import Numbering
from extractors.docx.package import open_main_part, related, root_of
from extractors.docx.revisions import is_changed, read_revisions
from extractors.docx.styles import StyleSheet
from extractors.errors import DamagedFileError, EmptyFileError, NoTextError
from extractors.model import Comment, Document, FileKind, Notice, Revision, RevisionView
from extractors.passwords import unlocked_office
from extractors.text import DocumentBuilder, Progress, read_bytes

if TYPE_CHECKING:
    from docx.opc.part import Part

_OPENING, _READING = "正在打开文件", "正在读取正文"
_OPENED: Final = 0.3  # share of the time that opening takes
_BLOCKS_PER_REPORT: Final = 50
_CHANGED: Final[dict[RevisionView, str]] = {
    "accepted": "文件带有修订痕迹：按接受全部修订后的文字审查，被删除的文字不在审查之列。",
    "rejected": "文件带有修订痕迹：按拒绝全部修订后的文字（修订前的原文）审查，新增的文字不在审查之列。",
}


def read_docx(
    path: Path,
    progress: Progress | None = None,
    password: str | None = None,
    *,
    revisions: RevisionView = "accepted",
) -> Document:
    """The text of a DOCX file (DOCM, DOTX, DOTM) as Word shows it with all tracked changes accepted, or ``"rejected"``.

    Automatic numbers, form fields, marks of notes and the tabs between cells are generated text without a place; all
    other characters lead back to a run by a `RunPlace` (counted as `extractors.docx.runs` says).

    ``password`` opens an encrypted file. Raises the errors of `extractors.errors`; `CancelledError` from
    ``progress`` passes through.
    """
    tell: Progress = progress or (lambda _stage, _done: None)
    tell(_OPENING, 0.0)
    data = read_bytes(path)
    main = open_main_part(unlocked_office(data, password))
    root = root_of(main)
    body = root.find(n.BODY)
    if body is None:
        raise DamagedFileError("no body")
    tell(_READING, _OPENED)
    styles = StyleSheet(_first_root(main, "styles"))
    builder = DocumentBuilder()
    numbering = Numbering(_first_root(main, "numbering"), styles)
    flow = Flow(builder, str(main.partname).lstrip("/"), root, styles, numbering, revisions)
    _read_body(flow, body, tell)
    asides = AsideReader(main, styles, revisions)
    builder.asides += asides.read(flow.note_marks)
    if is_changed(body):
        builder.notices.append(Notice("tracked-changes", _CHANGED[revisions]))
    builder.notices += _notices(flow.remarks)
    if not builder.blocks:
        raise NoTextError if flow.remarks.pictures else EmptyFileError
    tell(_READING, 1.0)
    return _with_remarks_of_people(builder.build(path, FileKind.DOCX, data), main, flow.part, asides)


def _read_body(flow: Flow, body: Element, tell: Progress) -> None:
    total = max(len(body), 1)
    try:
        for done in flow.read(body):
            if done % _BLOCKS_PER_REPORT == 0:
                tell(_READING, _OPENED + (1 - _OPENED) * min(done / total, 1.0))
    except RecursionError as error:
        raise DamagedFileError("nested too deep") from error


def _with_remarks_of_people(document: Document, main: Part, part: str, asides: AsideReader) -> Document:
    """``document`` with its tracked changes and comments."""
    root = root_of(main)
    anchors = cache(lambda: Anchors(root, part, document.places, len(document.text)))
    revisions: tuple[Revision, ...] = tuple(read_revisions(root, anchors())) if is_changed(root) else ()
    comments: tuple[Comment, ...] = tuple(read_comments(main, root, anchors, asides.text))
    return replace(document, revisions=revisions, comments=comments)


def _first_root(main: Part, kind: str) -> Element | None:
    return next((root_of(part) for _, part in related(main, kind)), None)


def _notices(remarks: Remarks) -> Iterator[Notice]:
    """What the user should know of the reading."""
    if remarks.hidden:
        yield Notice("hidden-text", f"文件含有隐藏文字（{remarks.hidden} 字），未纳入审查，请在 Word 中显示后核对。")
    if remarks.struck:
        yield Notice("struck-text", "文件含有加删除线的文字，仍按有效文字审查；如已作废，请删去后重新审查。")
    if remarks.pictures:
        yield Notice("pictures", "文件含有图片或嵌入对象，其中的文字没有读取，请自行核对。")
    if remarks.formulas:
        yield Notice("formulas", "文件含有公式，只读出其中的字符，上下标和分式请对照原文核对。")
    if remarks.embedded:
        yield Notice("embedded-documents", f"文件嵌入了 {remarks.embedded} 份其他文档，其内容没有读取，请单独审查。")
    if remarks.unknown_symbols:
        yield Notice("unknown-symbols", "文件含有无法识别的符号，以“\N{REPLACEMENT CHARACTER}”代替，请对照原文核对。")
