"""Encrypted files open with the password given, and say what is wrong without it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

import extractors
from app import cli
from extractors.errors import DamagedFileError, PasswordNeededError, WrongPasswordError
from extractors.isolation import read_isolated
from tests.extractors.docx.conftest import write_docx
from tests.extractors.hostile import CLAUSE, PARAGRAPH
from tests.extractors.pdf.lock import locked_pdf
from tests.extractors.pdf.make import Page, make_pdf

PASSWORD = "Hetong-2024"  # noqa: S105 - of the files made here


@pytest.fixture(params=["docx", "pdf"])
def locked(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A contract encrypted with `PASSWORD`."""
    path = tmp_path / f"加密.{request.param}"
    if request.param == "pdf":
        xs, ys = [72.0, 200.0, 400.0], [120.0, 150.0, 180.0]
        page = Page().text(72, 72, CLAUSE).grid(xs, ys).text(80, 140, "项目").text(210, 140, "金额")
        path.write_bytes(locked_pdf(make_pdf(page), PASSWORD))
        return path
    plain = write_docx(tmp_path / "明文.docx", PARAGRAPH * 100).read_bytes()
    with path.open("wb") as out:
        OOXMLFile(io.BytesIO(plain)).encrypt(PASSWORD, out)
    return path


def test_without_a_password_it_is_asked_for(locked: Path) -> None:
    with pytest.raises(PasswordNeededError) as raised:
        extractors.read(locked)
    assert type(raised.value) is PasswordNeededError


def test_with_the_password_the_contract_is_read(locked: Path) -> None:
    assert CLAUSE in extractors.read(locked, password=PASSWORD).text
    assert CLAUSE in read_isolated(locked, password=PASSWORD).text


def test_a_wrong_password_is_said_to_be_wrong(locked: Path) -> None:
    with pytest.raises(WrongPasswordError):
        extractors.read(locked, password="hetong")  # noqa: S106 - see above


def test_a_password_for_a_file_without_one_does_no_harm(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "明文.docx", PARAGRAPH)
    assert extractors.read(path, password=PASSWORD).text == CLAUSE


@pytest.mark.parametrize("locked", ["docx"], indirect=True)
def test_a_broken_envelope_is_damaged(tmp_path: Path, locked: Path) -> None:
    path = tmp_path / "坏.docx"
    whole = locked.read_bytes()
    assert len(whole) > 9000
    path.write_bytes(whole[:5000] + bytes(len(whole) - 5000))
    with pytest.raises(DamagedFileError):
        extractors.read(path, password=PASSWORD)


def test_the_command_line_takes_the_password_from_a_file(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "口令.txt"
    secret.write_text(f"{PASSWORD}\n", "utf-8")
    assert cli.main(["review", str(locked)]) == 1
    assert "密码" in capsys.readouterr().err
    assert cli.main(["review", str(locked), "--password-file", str(secret), "--json", "-"]) == 0
    assert CLAUSE in capsys.readouterr().out
    assert cli.main(["review", str(locked), "--password-file", str(tmp_path / "无")]) == 2
