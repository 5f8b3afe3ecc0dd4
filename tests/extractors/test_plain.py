"""Plain text and Markdown files."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import text as limits
from extractors.errors import (
    CancelledError,
    EmptyFileError,
    FileVanishedError,
    NotAContractFileError,
    TooLargeError,
)
from extractors.model import BlockKind, Document, FileKind, TextPlace
from extractors.plain import document_from_text, read_plain

SAMPLE = "采购合同\n\n甲方：青松有限公司\n  第一条 货物\n"


def saved(folder: Path, content: str | bytes, name: str = "合同.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def markdown(folder: Path, content: str) -> Document:
    return read_plain(saved(folder, content, "合同.md"))


def lines_of(document: Document) -> list[tuple[str, int]]:
    return [(place.span.of(document.text), place.line) for place in document.places if isinstance(place, TextPlace)]


@pytest.mark.parametrize(
    "data",
    [
        SAMPLE.encode(),
        codecs.BOM_UTF8 + SAMPLE.encode(),
        SAMPLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + SAMPLE.encode("utf-16-be"),
        SAMPLE.encode("gb18030"),
        SAMPLE.encode("gbk"),
        SAMPLE.replace("\n", "\r\n").encode(),
        SAMPLE.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16 big", "gb18030", "gbk", "crlf", "cr"],
)
def test_each_line_with_text_is_a_block(tmp_path: Path, data: bytes) -> None:
    document = read_plain(saved(tmp_path, data))
    assert document.text == "采购合同\n甲方：青松有限公司\n  第一条 货物"
    assert lines_of(document) == [("采购合同", 1), ("甲方：青松有限公司", 3), ("  第一条 货物", 4)]
    assert len(document.blocks) == 3
    assert (document.kind, document.sha256) == (FileKind.TEXT, hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b" \n\t\n", EmptyFileError),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", NotAContractFileError),
        ("甲方A".encode("utf-16-le"), NotAContractFileError),
        (codecs.BOM_UTF16_LE + b"a", NotAContractFileError),
        (b"\xff\xfb\x90\xff\xff", NotAContractFileError),
        (bytes(range(1, 32)) * 4, NotAContractFileError),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_plain(saved(tmp_path, data))


def test_files_that_are_gone_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileVanishedError):
        read_plain(tmp_path / "没有.txt")
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 3)
    with pytest.raises(TooLargeError):
        read_plain(saved(tmp_path, SAMPLE))


def test_cancelling_passes_through(tmp_path: Path) -> None:
    def cancel(_stage: str, done: float) -> None:
        if done > 0:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_plain(saved(tmp_path, "第一条\n" * 2000), cancel)


def test_pasted_text_is_a_document() -> None:
    document = document_from_text("甲方\r\n乙方", "剪贴板.txt")
    assert (document.text, document.name, len(document.blocks)) == ("甲方\n乙方", "剪贴板.txt", 2)
    assert document_from_text("").blocks == ()


@given(st.text())
def test_no_character_is_lost_or_moved(text: str) -> None:
    document = document_from_text(text)
    expected = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    assert [block.span.of(document.text) for block in document.blocks] == expected
    assert document.text == "\n".join(expected)


class TestMarkdown:
    def test_headings_keep_their_numbers_and_lose_their_marks(self, tmp_path: Path) -> None:
        document = markdown(tmp_path, "# 服务协议\n\n## 1. 总则 ##\n1.1 内容\n#不是标题\n")
        assert document.kind is FileKind.MARKDOWN
        assert document.text.split("\n") == ["服务协议", "1. 总则", "1.1 内容", "#不是标题"]
        assert [block.outline for block in document.blocks] == [1, 2, None, None]
        assert [line for _, line in lines_of(document)] == [1, 3, 4, 5]

    @pytest.mark.parametrize(
        ("line", "shown"),
        [
            ("甲方**应当**在*三日*内付款", "甲方应当在三日内付款"),
            ("__重要__：见 ~~旧~~ `新`", "重要：见 旧 新"),
            ("金额：______元，编号__12__号", "金额：______元，编号__12__号"),
            ("数量 3 * 4 * 5", "数量 3 * 4 * 5"),
            ("见[隐私政策](https://example.com/a(1)b)。", "见隐私政策。"),
            ("见<https://example.com>", "见https://example.com"),
            ('![印章](seal.png "章")附件', "印章附件"),
            ('<a id="p1"></a>第一条<br/>总则', "第一条 总则"),
            ("价格<100元且>50元", "价格<100元且>50元"),
            ("甲方&amp;乙方&nbsp;签", "甲方&乙方\xa0签"),
            ("1\\. 总则 \\*", "1. 总则 *"),
            ("- 甲方提供资料", "• 甲方提供资料"),
            ("  * 甲方提供资料", "  • 甲方提供资料"),
            ("- 6.2.1 不得转让", "6.2.1 不得转让"),
            ("- （一）不得转让", "（一）不得转让"),
            ("- [ ] 同意", "☐ 同意"),
            ("- [x] 同意", "☑ 同意"),
            ("1. 甲方提供资料", "1. 甲方提供资料"),
            ("> 提示条款", "提示条款"),
        ],
    )
    def test_marks_are_removed_and_blanks_are_not(self, tmp_path: Path, line: str, shown: str) -> None:
        assert markdown(tmp_path, line).text == shown

    def test_lines_that_show_nothing_are_dropped(self, tmp_path: Path) -> None:
        content = "甲方\n\n---\n***\n<!-- 注\n释 -->\n[链接]: https://example.com\n```\n**代码**\n```\n乙方"
        document = markdown(tmp_path, content)
        assert lines_of(document) == [("甲方", 1), ("**代码**", 9), ("乙方", 11)]

    def test_tables_are_rows_joined_by_tabs(self, tmp_path: Path) -> None:
        document = markdown(tmp_path, "| 名称 | **数量** |\n|:---|---:|\n| 水\\|泵 | 2 |\n说明\n| 甲 | 乙 |\n")
        assert document.text.split("\n") == ["名称\t数量", "水|泵\t2", "说明", "甲\t乙"]
        assert [block.table for block in document.blocks] == [0, 0, None, 1]
        assert [block.kind is BlockKind.TABLE_ROW for block in document.blocks] == [True, True, False, True]

    def test_a_line_all_in_bold_is_bold(self, tmp_path: Path) -> None:
        document = markdown(tmp_path, "**4.1 责任**\n\n**4.2** 责任\n")
        assert [block.bold for block in document.blocks] == [True, False]
