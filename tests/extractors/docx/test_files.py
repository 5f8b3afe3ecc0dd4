"""Files that are no DOCX, broken, locked, hostile or empty; progress and cancelling."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from extractors import read
from extractors import text as limits
from extractors.docx import package, read_docx
from extractors.errors import (
    CancelledError,
    DamagedFileError,
    EmptyFileError,
    FileVanishedError,
    NotAContractFileError,
    NoTextError,
    PasswordNeededError,
    TooLargeError,
)
from extractors.model import FileKind

MakeDocx = Callable[..., Path]

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
TEXT = "<w:p><w:r><w:t>正文</w:t></w:r></w:p>"


def zipped(**entries: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b"%PDF-1.7\n", NotAContractFileError),
        ("甲方：青松有限公司".encode(), NotAContractFileError),
        (OLE + "WordDocument".encode("utf-16-le"), NotAContractFileError),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PasswordNeededError),
        (zipped(readme="你好"), NotAContractFileError),
        (zipped(**{"[Content_Types].xml": "<Types>spreadsheetml.sheet.main+xml</Types>"}), NotAContractFileError),
        (zipped(**{"[Content_Types].xml": "<Types>wordprocessingml.document.main+xml</Types>"}), DamagedFileError),
        (b"PK\x03\x04 cut off", DamagedFileError),
    ],
)
def test_each_reason_has_its_own_error(tmp_path: Path, data: bytes, error: type[Exception]) -> None:
    path = tmp_path / "合同.docx"
    path.write_bytes(data)
    with pytest.raises(error):
        read_docx(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileVanishedError):
        read_docx(tmp_path / "没有.docx")


def test_a_file_cut_off_in_the_middle(make_docx: MakeDocx, tmp_path: Path) -> None:
    whole = make_docx(TEXT).read_bytes()
    path = tmp_path / "合同.docx"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedFileError):
        read_docx(path)


def test_xml_that_does_not_close(make_docx: MakeDocx) -> None:
    with pytest.raises(DamagedFileError):
        read_docx(make_docx("<w:p><w:r>"))


def test_a_part_that_is_no_xml(make_docx: MakeDocx) -> None:
    with pytest.raises(DamagedFileError):
        read_docx(make_docx(TEXT, footnotes="<w:footnote>"))


@pytest.mark.parametrize("limit", [(limits, "MAX_FILE_BYTES"), (package, "MAX_UNPACKED_BYTES")])
def test_files_larger_than_any_contract_are_refused(
    make_docx: MakeDocx, monkeypatch: pytest.MonkeyPatch, limit: tuple[ModuleType, str]
) -> None:
    monkeypatch.setattr(*limit, 100)
    with pytest.raises(TooLargeError):
        read_docx(make_docx(TEXT))


def test_nesting_without_end_is_refused(make_docx: MakeDocx) -> None:
    depth = 3000
    with pytest.raises(DamagedFileError):
        read_docx(make_docx("<w:sdt>" * depth + TEXT + "</w:sdt>" * depth))


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("<w:p/>", EmptyFileError),
        ("<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>", NoTextError),
    ],
)
def test_a_document_without_text(make_docx: MakeDocx, body: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_docx(make_docx(body))


def test_entities_are_not_resolved(make_docx: MakeDocx, tmp_path: Path) -> None:
    secret = tmp_path / "秘密.txt"
    secret.write_text("机密内容", encoding="utf-8")
    source = zipfile.ZipFile(
        make_docx("<w:p><w:r><w:t>前&leak;&big;后</w:t></w:r><w:r><w:t>正文</w:t></w:r></w:p>".replace("&", "@"))
    )
    path = tmp_path / "合同.docx"
    declared = f'<!DOCTYPE d [<!ENTITY leak SYSTEM "{secret.as_uri()}"><!ENTITY big "大大大">]><w:document'
    with source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode()
            if name == "word/document.xml":
                content = content.replace("<w:document", declared, 1).replace("@", "&")
            target.writestr(name, content)
    text = read_docx(path).text
    assert "机密" not in text
    assert "大" not in text
    assert "正文" in text


def test_a_relationship_to_a_part_that_is_not_there_is_passed_over(make_docx: MakeDocx) -> None:
    dangling = '<Relationship Id="rId99" Type="http://example.invalid/image" Target="../NULL"/>'
    assert read_docx(make_docx(TEXT, extra_relationship=dangling)).text == "正文"


def test_the_document_tells_its_file(make_docx: MakeDocx) -> None:
    path = make_docx(TEXT)
    document = read_docx(path)
    assert (document.name, document.kind, document.pages) == (path.name, FileKind.DOCX, None)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_progress_grows_to_one(make_docx: MakeDocx) -> None:
    told: list[float] = []
    read_docx(make_docx(TEXT * 200), lambda _stage, done: told.append(done))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 4


def test_cancelling_passes_through(make_docx: MakeDocx) -> None:
    def cancel(_stage: str, done: float) -> None:
        if done > 0.4:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_docx(make_docx(TEXT * 200), cancel)


STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def rewritten(source: Path, target: Path, changes: dict[str, str]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            for before, after in changes.items():
                content = content.replace(before, after)
            new.writestr(name, content)
    return target


def test_the_strict_variant_is_read(make_docx: MakeDocx, tmp_path: Path) -> None:
    notes = '<w:footnote w:id="1"><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote>'
    path = rewritten(make_docx(TEXT, footnotes=notes), tmp_path / "合同.docx", STRICT)
    document = read_docx(path)
    assert (document.text, [aside.text for aside in document.asides]) == ("正文", ["注文"])
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        (".dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        (".dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    ],
)
def test_templates_and_files_with_macros_are_read(
    make_docx: MakeDocx, tmp_path: Path, suffix: str, content: str
) -> None:
    path = rewritten(make_docx(TEXT), tmp_path / f"合同{suffix}", {MAIN_TYPE: content})
    assert read(path).text == "正文"
