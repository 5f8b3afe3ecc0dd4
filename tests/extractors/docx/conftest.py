"""DOCX files made from a few lines of WordprocessingML."""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{MAIN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {
    "document": "document",
    "numbering": "numbering",
    "styles": "styles",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def part_xml(kind: str, inner: str) -> str:
    root = ROOTS[kind.rstrip("0123456789")]
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def write_docx(path: Path, body: str, extra_relationship: str = "", **parts: str) -> Path:
    kinds = ["document", *parts]
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{CONTENT}.'
        f'{kind.rstrip("0123456789") + (".main" if kind == "document" else "")}+xml"/>'
        for kind in kinds
    )
    links = "".join(
        f'<Relationship Id="rId{index}" Type="{OFFICE}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
        for index, kind in enumerate(parts)
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{overrides}</Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}{extra_relationship}</Relationships>',
        )
        archive.writestr("word/document.xml", part_xml("document", f"<w:body>{body}</w:body>"))
        for kind, inner in parts.items():
            archive.writestr(f"word/{kind}.xml", part_xml(kind, inner))
    return path


@pytest.fixture(scope="session")
def make_docx(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Writes a DOCX file: the XML below w:body, and below the roots of further parts."""
    folder, names = tmp_path_factory.mktemp("docx"), itertools.count()

    def make(body: str, *, extra_relationship: str = "", **parts: str) -> Path:
        return write_docx(folder / f"{next(names)}.docx", body, extra_relationship, **parts)

    return make
