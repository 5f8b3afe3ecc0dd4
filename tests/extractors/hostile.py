"""Files that mean harm, made for the tests: each with the contract clause that a lenient reader would find."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.extractors.docx.conftest import write_docx
from tests.extractors.pdf.make import Page, make_pdf

CLAUSE = "第一条 甲方应在收到发票后十日内付款。"
PARAGRAPH = f"<w:p><w:r><w:t>{CLAUSE}</w:t></w:r></w:p>"
_MEGABYTE = 1024**2


def good_text(folder: Path) -> Path:
    """A file no reader can have trouble with."""
    path = folder / "好.txt"
    path.write_text(f"服务合同\n{CLAUSE}\n", "utf-8")
    return path


def zip_bomb(folder: Path) -> Path:
    """A package of half a megabyte that unpacks to more than 500."""
    path = write_docx(folder / "炸弹.docx", PARAGRAPH)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/media/image1.bmp", "w", force_zip64=True) as image,
    ):
        for _ in range(502):
            image.write(bytes(_MEGABYTE))
    return path


def zip_that_lies(folder: Path) -> Path:
    """A package whose main part says it is a few bytes long, and is not."""
    path = write_docx(folder / "谎报.docx", PARAGRAPH * 50)
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("word/document.xml").file_size
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (64).to_bytes(4, "little")))
    return path


def many_elements(folder: Path, megabytes: int = 60) -> Path:
    """A package small enough for every check, whose tree of elements needs twenty times its size."""
    path = write_docx(folder / "树.docx", PARAGRAPH)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head, body, tail = parts["word/document.xml"].partition(PARAGRAPH.encode())
    parts["word/document.xml"] = head + body + b"<w:p/>" * (megabytes * _MEGABYTE // 6) + tail
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def deep_nest(folder: Path) -> Path:
    """Twenty thousand elements inside each other."""
    return write_docx(folder / "嵌套.docx", "<w:sdt><w:sdtContent>" * 10_000 + "</w:sdtContent></w:sdt>" * 10_000)


def billion_laughs(folder: Path) -> Path:
    """Entities that multiply each other to a billion."""
    levels = ['<!ENTITY a0 "哈">']
    levels += [f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10)]
    return _with_entities(folder / "大笑.docx", "".join(levels), "<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>")


def external_entity(folder: Path, secret: Path) -> Path:
    """An entity that is to bring in a file of this machine, beside a clause."""
    declared = f'<!ENTITY leak SYSTEM "{secret.as_uri()}">'
    return _with_entities(folder / "外部.docx", declared, f"<w:p><w:r><w:t>&leak;</w:t></w:r></w:p>{PARAGRAPH}")


def cyclic_pages(folder: Path) -> Path:
    """A PDF whose page tree contains itself."""
    path = folder / "循环.pdf"
    whole = make_pdf(Page().text(72, 72, CLAUSE))
    path.write_bytes(whole.replace(b"/Kids [7 0 R] /Count 1", b"/Kids [2 0 R] /Count 9"))
    return path


def ten_thousand_pages(folder: Path) -> Path:
    """A PDF with more pages than any contract."""
    path = folder / "万页.pdf"
    count = 10_000
    kids = " ".join(f"{number} 0 R" for number in range(3, count + 3))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"]
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"] * count
    numbered = (f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    path.write_text(f"%PDF-1.7\n{''.join(numbered)}trailer\n<< /Root 1 0 R /Size {count + 3} >>\n%%EOF\n", "ascii")
    return path


def cut_off(whole: Path) -> Path:
    """The first half of a file."""
    path = whole.with_stem(f"{whole.stem}-半")
    data = whole.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def _with_entities(path: Path, declared: str, body: str) -> Path:
    write_docx(path, PARAGRAPH)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    main = parts["word/document.xml"].replace(PARAGRAPH, body)
    parts["word/document.xml"] = main.replace("<w:document", f"<!DOCTYPE d [{declared}]><w:document", 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
