"""Opening a DOCX file: what it really is, whether it is safe to unpack, and its parts."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

from extractors.docx.names import Element
from extractors.errors import (
    DamagedFileError,
    PasswordNeededError,
    TooLargeError,
    WrongExtensionError,
)

if TYPE_CHECKING:
    from docx.opc.part import Part

MAX_UNPACKED_BYTES: Final = 500 * 1024**2

_ZIP: Final = b"PK"
_BROKEN_PACKAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    EOFError,
    OSError,
    # what python-docx stumbles into where a part is not what its type says
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
_ENCRYPTED_ENTRY: Final = 0x1  # flag bit of a zip entry
_CONTENT_TYPES: Final = "[Content_Types].xml"
_RELATIONSHIPS: Final = "_rels/.rels"
_MAIN_CONTENT: Final = (
    b"wordprocessingml.document.main+xml",
    b"wordprocessingml.template.main+xml",  # DOTX
    b"ms-word.document.macroEnabled.main+xml",  # DOCM; its macros are not looked at
    b"ms-word.template.macroEnabledTemplate.main+xml",  # DOTM
)
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = {  # ISO/IEC 29500-1 and 29500-4: the same elements under other names
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def open_main_part(data: bytes) -> Part:
    """The main document part of a DOCX file, from which all others are reached.

    Raises `WrongExtensionError`, `PasswordNeededError`, `TooLargeError` or `DamagedFileError`.
    """
    from docx.opc.exceptions import OpcError
    from docx.package import Package

    if not data.startswith(_ZIP):
        raise WrongExtensionError("not a zip file")
    try:
        data = _transitional(data) if _check_archive(data) else data
        try:
            main: Part = Package.open(io.BytesIO(data)).main_document_part
        except KeyError:
            main = Package.open(io.BytesIO(_without_dangling_relationships(data))).main_document_part
    except (*_BROKEN_PACKAGE, OpcError) as error:
        raise DamagedFileError(type(error).__name__) from error
    return main


def related(part: Part, kind: str) -> Iterator[tuple[str, Part]]:
    """The (relationship id, part) pairs of the parts of one kind ("header", "styles") that ``part`` refers to."""
    for relationship in part.rels.values():
        if not relationship.is_external and (relationship.reltype or "").endswith("/" + kind):
            yield relationship.rId, relationship.target_part


def root_of(part: Part) -> Element:
    """The XML of a part; `DamagedFileError` where it is none."""
    from docx.opc.part import XmlPart
    from docx.oxml.parser import parse_xml

    try:
        root: Element = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(type(error).__name__) from error
    return root


def _check_archive(data: bytes) -> bool:
    """Whether the archive is of the strict variant; refuses what is no DOCX, encrypted, or too large when unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
            raise TooLargeError("unpacked")
        if any(entry.flag_bits & _ENCRYPTED_ENTRY for entry in entries):
            raise PasswordNeededError
        names = archive.namelist()
        types = archive.read(_CONTENT_TYPES) if _CONTENT_TYPES in names else b""
        if not any(main in types for main in _MAIN_CONTENT):
            raise WrongExtensionError("a zip file, but not a DOCX")
        return _RELATIONSHIPS in names and _STRICT in archive.read(_RELATIONSHIPS)


def _transitional(data: bytes) -> bytes:
    """A package of the strict variant of the format (ISO/IEC 29500-1) with the names that python-docx knows."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as renamed:
        for name in archive.namelist():
            blob = archive.read(name)
            for strict, usual in _TRANSITIONAL.items() if name.endswith((".xml", ".rels")) else ():
                blob = blob.replace(strict, usual)
            renamed.writestr(name, blob)
    return out.getvalue()


def _without_dangling_relationships(data: bytes) -> bytes:
    """The package without relationships to parts that are not there (some writers leave "NULL"), which Word skips."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as repaired:
        names = set(archive.namelist())
        for name in archive.namelist():
            blob = archive.read(name)
            repaired.writestr(name, _pruned(name, blob, names) if name.endswith(".rels") else blob)
    return out.getvalue()


def _pruned(name: str, blob: bytes, names: set[str]) -> bytes:
    root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    folder = posixpath.dirname(posixpath.dirname(name))
    for relationship in root.findall(_RELATIONSHIP):
        target = posixpath.normpath(posixpath.join("/" + folder, relationship.get("Target", "")))
        if relationship.get("TargetMode") != "External" and target.lstrip("/") not in names:
            root.remove(relationship)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
