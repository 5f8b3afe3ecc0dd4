"""Opening encrypted Office files with the password the user gave; none is ever guessed."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from extractors.errors import DamagedFileError, PasswordNeededError, WrongPasswordError

COMPOUND_FILE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
"""What a compound file ([MS-CFB]) begins with: an old .doc, or the envelope of an encrypted .docx."""


_ENVELOPE: Final = "EncryptedPackage".encode("utf-16-le")  # name of the stream that holds an encrypted .docx


def unlocked_office(data: bytes, password: str | None) -> bytes:
    """The Office file without its encryption ([MS-OFFCRYPTO]); ``data`` itself where it is not encrypted.

    Raises `PasswordNeededError`, `WrongPasswordError`, or `DamagedFileError` where the envelope is broken.
    """
    if not data.startswith(COMPOUND_FILE) or not _is_encrypted(data):
        return data
    if password is None:
        raise PasswordNeededError
    from msoffcrypto import OfficeFile
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    opened = BytesIO()
    try:
        file = OfficeFile(BytesIO(data))
        # The binary formats always verify the password, and take no such argument.
        file.load_key(password=password, **({"verify_password": True} if file.format == "ooxml" else {}))
        file.decrypt(opened)
    except (InvalidKeyError, DecryptionError) as error:
        raise WrongPasswordError(type(error).__name__) from error
    except Exception as error:
        # The library says what it stumbles over in a broken envelope by whatever Python raises there.
        raise DamagedFileError(type(error).__name__) from error
    return opened.getvalue()


def _is_encrypted(data: bytes) -> bool:
    from msoffcrypto import OfficeFile

    try:
        return bool(OfficeFile(BytesIO(data)).is_encrypted())
    except Exception:  # noqa: BLE001 - see above
        return _ENVELOPE in data
