"""DOC, WPS, RTF and ODT through LibreOffice, where it is; what is said where it is not."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import threading
import time
import zipfile
from pathlib import Path

import pytest

from extractors import read
from extractors.errors import (
    CancelledError,
    DamagedFileError,
    OfficeMissingError,
    PasswordNeededError,
    WrongExtensionError,
)
from extractors.isolation import read_isolated
from extractors.model import FileKind
from extractors.office import find_office, read_office
from tests.extractors.docx.conftest import write_docx
from tests.extractors.hostile import CLAUSE, PARAGRAPH

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")


def rtf(*paragraphs: str) -> bytes:
    """An RTF file with these paragraphs."""
    lines = ("".join(f"\\u{ord(char)}?" for char in paragraph) for paragraph in paragraphs)
    return ("{\\rtf1\\ansi\\deff0 " + "\\par\n".join(lines) + "\\par}").encode("ascii")


def odt(path: Path, picture: str = "", *, encrypted: bool = False) -> Path:
    """An ODT file with one paragraph, at the end of which stands ``picture``."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = f'xmlns:o="{names}office:1.0" xmlns:t="{names}text:1.0" xmlns:d="{names}drawing:1.0"'
    spaces += f' xmlns:s="{names}svg-compatible:1.0" xmlns:x="http://www.w3.org/1999/xlink"'
    mark = '<m:encryption-data m:checksum=""/>' if encrypted else ""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">'
            '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
            f'<m:file-entry m:full-path="content.xml" m:media-type="text/xml">{mark}</m:file-entry></m:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'<o:document-content {spaces} o:version="1.2"><o:body><o:text>'
            f"<t:p>{CLAUSE}{picture}</t:p></o:text></o:body></o:document-content>",
        )
    return path


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A binary Word document, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("doc")
    source = write_docx(folder / "a.docx", PARAGRAPH * 2)
    program = find_office()
    assert program is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "doc", "--outdir", folder, source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "a.doc").read_bytes()


@needs_office
@pytest.mark.parametrize("name", ["合同.doc", "合同.wps"])
def test_a_binary_word_document_is_read_whatever_its_extension(tmp_path: Path, doc: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(doc)
    document = read_isolated(path).document
    assert document.text == f"{CLAUSE}\n{CLAUSE}"
    assert (document.name, document.kind) == (name, FileKind.OFFICE)
    assert document.sha256 == hashlib.sha256(doc).hexdigest()
    assert document.places == ()
    assert "converted" in {notice.code for notice in document.notices}


@needs_office
def test_rtf_is_read_in_full_even_as_doc(tmp_path: Path) -> None:
    path = tmp_path / "合同.doc"
    path.write_bytes(rtf("第一条 标的", CLAUSE))
    assert read_office(path).text == f"第一条 标的\n{CLAUSE}"


@needs_office
def test_odt_is_read(tmp_path: Path) -> None:
    assert read(odt(tmp_path / "合同.odt")).text == CLAUSE


def test_a_docx_called_doc_needs_no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    document = read_office(write_docx(tmp_path / "合同.doc", PARAGRAPH))
    assert (document.text, document.kind, document.name) == (CLAUSE, FileKind.DOCX, "合同.doc")
    assert document.places


def test_without_libreoffice_one_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "合同.rtf"
    path.write_bytes(rtf(CLAUSE))
    with pytest.raises(OfficeMissingError) as raised:
        read(path)
    assert "www.libreoffice.org" in raised.value.sentence
    assert "另存为 DOCX" in raised.value.sentence


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"<html>", WrongExtensionError), (b"PK\x05\x06" + bytes(18), WrongExtensionError), (b"PK", DamagedFileError)],
)
def test_what_is_no_word_processors_file_is_named(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "合同.wps"
    path.write_bytes(content)
    with pytest.raises(error):
        read_office(path)


def test_an_encrypted_odt_is_named(tmp_path: Path) -> None:
    with pytest.raises(PasswordNeededError):
        read_office(odt(tmp_path / "合同.odt", encrypted=True))


@needs_office
def test_a_broken_document_is_named_and_nothing_is_left(
    tmp_path: Path, doc: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    path = tmp_path / "坏.doc"
    path.write_bytes(doc[:512] + bytes(4096))
    with pytest.raises(DamagedFileError):
        read_office(path)
    assert not list(folder.iterdir())


@needs_office
def test_cancelling_ends_the_conversion_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    path = tmp_path / "合同.rtf"
    path.write_bytes(rtf(*[CLAUSE] * 2000))
    begun = time.monotonic()

    def cancel(_stage: str, done: float) -> None:
        if done > 0.001:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_office(path, cancel)
    assert time.monotonic() - begun < 5
    assert not list(folder.iterdir())


@needs_office
def test_pictures_that_a_document_links_to_are_not_fetched(tmp_path: Path) -> None:
    asked = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)

        def watch() -> None:
            while not over.is_set():
                try:
                    server.accept()[0].close()
                except TimeoutError:
                    continue
                asked.set()

        over = threading.Event()
        watcher = threading.Thread(target=watch)
        watcher.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/picture.png"
        picture = (
            '<d:frame s:width="3cm" s:height="3cm" t:anchor-type="as-char">'
            f'<d:image x:href="{address}" x:type="simple" x:show="embed" x:actuate="onLoad"/></d:frame>'
        )
        try:
            assert CLAUSE in read_office(odt(tmp_path / "合同.odt", picture)).text
        finally:
            over.set()
            watcher.join()
    assert not asked.is_set()
