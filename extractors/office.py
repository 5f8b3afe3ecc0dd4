"""DOC, WPS, RTF and ODT files, through LibreOffice where it is installed: it makes a DOCX of them, which is read.

LibreOffice runs without window, with a profile of its own in a private folder, for a limited time; macros are off,
and what a document links to is not fetched.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Final

from extractors.docx import read_docx
from extractors.errors import (
    DamagedFileError,
    OfficeMissingError,
    PasswordNeededError,
    ReadingTimeoutError,
    WrongExtensionError,
)
from extractors.model import Document, FileKind, Notice, RevisionView
from extractors.passwords import COMPOUND_FILE, unlocked_office
from extractors.text import Progress, read_bytes

_STAGE: Final = "正在用 LibreOffice 转换"
_CONVERTED: Final = 0.5  # share of the time that conversion takes
_LONGEST: Final = 120.0  # seconds; the first start on a slow machine takes 20
_PAUSE: Final = 0.1  # seconds
_ODT: Final = b"application/vnd.oasis.opendocument.text"
_NOTICE: Final = Notice("converted", "文件经 LibreOffice 转换后读取，自动编号和版式可能与原件略有出入，请以原件为准。")
_PROGRAMS: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SETTINGS: Final = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    # A way out that leads nowhere: port 9 of this machine (discard) for whatever is asked for all the same.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
)


def read_office(
    path: Path,
    progress: Progress | None = None,
    password: str | None = None,
    *,
    revisions: RevisionView = "accepted",
) -> Document:
    """The contract in a DOC, WPS, RTF or ODT file; its text has no places, for they would be those of the copy.

    A DOCX under such a name is read as what it is. ``password`` opens an encrypted DOC, ``revisions`` tells which text
    is read where changes are tracked. Raises `OfficeMissingError`
    where there is no LibreOffice, `ReadingTimeoutError`, and what `read_docx` raises.
    """
    tell: Progress = progress or (lambda _stage, _done: None)
    tell(_STAGE, 0.0)
    data = read_bytes(path)
    content = unlocked_office(data, password)
    suffix = _true_suffix(content)
    with _private_folder() as folder:
        source = folder / f"contract{suffix}"
        source.write_bytes(content)
        converted = source if suffix == ".docx" else _convert(source, folder, tell)
        document = read_docx(
            converted, lambda stage, done: tell(stage, _CONVERTED + (1 - _CONVERTED) * done), revisions=revisions
        )
    document = replace(document, name=path.name, sha256=sha256(data).hexdigest())
    if converted == source:
        return document
    return replace(document, kind=FileKind.OFFICE, places=(), notices=(_NOTICE, *document.notices))


def find_office() -> str | None:
    """The program to call, or None where LibreOffice is not installed."""
    found = (shutil.which(program) for program in (*_PROGRAMS, *_PLACES))
    return next((program for program in found if program), None)


def _true_suffix(data: bytes) -> str:
    """The suffix that fits what the file holds; many a .doc is RTF, and many a .wps is a .doc."""
    if data.startswith(COMPOUND_FILE):
        return ".doc"
    if data.lstrip()[:5] == rb"{\rtf":
        return ".rtf"
    if data.startswith(b"PK"):
        return _suffix_of_archive(data)
    raise WrongExtensionError("no word processor's file")


def _suffix_of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" in names:
                return ".docx"
            if "mimetype" not in names or not archive.read("mimetype").startswith(_ODT):
                raise WrongExtensionError("an archive, but no ODT")
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise PasswordNeededError
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise DamagedFileError(type(error).__name__) from error
    return ".odt"


@contextmanager
def _private_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="shenyue-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _convert(source: Path, folder: Path, tell: Progress) -> Path:
    """The DOCX that LibreOffice makes of ``source``."""
    program = find_office()
    if program is None:
        raise OfficeMissingError
    profile, out = folder / "profile", folder / "out"
    _write_settings(profile)
    arguments = [
        "--headless", "--norestore", "--nodefault", "--nolockcheck", "--nologo", "--nofirststartwizard",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source),
    ]  # fmt: skip
    _run([program, *arguments], folder, tell)
    made = out / "contract.docx"
    if not made.is_file():
        raise DamagedFileError("LibreOffice could not read it")
    return made


def _run(command: list[str], folder: Path, tell: Progress) -> None:
    """Run the converter to its end; whatever ends this function ends it and what it started."""
    process = subprocess.Popen(  # noqa: S603 - LibreOffice with arguments of ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows only
    )
    begun = monotonic()
    try:
        while (spent := monotonic() - begun) < _LONGEST:
            tell(_STAGE, _CONVERTED * spent / _LONGEST)
            try:
                process.wait(_PAUSE)
            except subprocess.TimeoutExpired:
                continue
            return
        raise ReadingTimeoutError("LibreOffice")
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603, S607
    else:
        # The starter script passes SIGTERM on to the program itself, which it would leave behind if it were killed.
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _write_settings(profile: Path) -> None:
    """A profile in which macros do not run and nothing is fetched."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{"Office." if not room.startswith("Inet") else ""}{room}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for room, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        "utf-8",
    )
