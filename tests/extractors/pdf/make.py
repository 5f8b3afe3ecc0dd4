"""A PDF writer small enough for tests: one Type 3 font of blank boxes, so that no font file is needed."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

_BEFORE_PAGES = 6  # catalogue, page tree, font, the two glyphs, the map to Unicode
_FIRST_CODE = 33


@dataclass
class Page:
    """One page, drawn from top to bottom: ``y`` counts from the top of the media box, in points."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    operators: list[tuple[str, str]] = field(default_factory=list)  # with the text to show, if any
    characters: set[str] = field(default_factory=set)
    fields: list[tuple[float, float, str]] = field(default_factory=list)  # left, baseline, value
    notes: list[str] = field(default_factory=list)  # comments of a reader
    written_notes: list[tuple[float, float, str]] = field(default_factory=list)  # shown on the page: as fields

    def text(self, x: float, y: float, text: str, size: float = 12, degrees: float = 0) -> Page:
        """Write ``text`` with its baseline at ``y``; 汉字 are an em wide, ASCII half of it."""
        self.characters |= set(text)
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        place = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x} {self.height - y}"
        self.operators.append((f"BT /F1 {size} Tf {place} Tm", text))
        return self

    def form_field(self, x: float, y: float, value: str) -> Page:
        """Put a text field there, filled in with ``value``."""
        self.characters |= set(value)
        self.fields.append((x, self.height - y, value))
        return self

    def written_note(self, x: float, y: float, text: str) -> Page:
        """Write a reader's comment on the page itself."""
        self.characters |= set(text)
        self.written_notes.append((x, self.height - y, text))
        return self

    def lines(self, x: float, y: float, *texts: str, step: float = 20, size: float = 12) -> Page:
        """Write several lines below each other."""
        for index, text in enumerate(texts):
            self.text(x, y + index * step, text, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """Draw a thin line."""
        self.operators.append((f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S", ""))
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Page:
        """Draw the borders of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self


def make_pdf(*pages: Page, trailer: str = "") -> bytes:
    """The file that holds ``pages``; ``trailer`` is added to the trailer dictionary."""
    characters = sorted(set().union(*(page.characters for page in pages)))
    codes = {char: code for code, char in enumerate(characters, start=_FIRST_CODE)}
    first_page = _BEFORE_PAGES + 1
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        _font(codes),
        _stream("1000 0 0 -120 1000 880 d1 0 -120 1000 1000 re n"),
        _stream("500 0 0 -120 500 880 d1 0 -120 500 1000 re n"),
        _stream(_to_unicode(codes)),
    ]
    fields_at = _BEFORE_PAGES + 2 * len(pages) + 1
    appearances: list[str] = []
    for index, page in enumerate(pages):
        shown = [("/Subtype /Widget /FT /Tx", *one) for one in page.fields]
        shown += [(f"/Subtype /FreeText /Contents {_string(one[2])}", *one) for one in page.written_notes]
        widgets = " ".join(
            f"<< /Type /Annot {kind} /F 4 /Rect [{x} {y - 3} {x + 200} {y + 12}]"
            f" /AP << /N {fields_at + len(appearances) + number} 0 R >> >>"
            for number, (kind, x, y, _) in enumerate(shown)
        )
        appearances += [_appearance(value, codes) for _, _, _, value in shown]
        crop = f" /CropBox [{' '.join(map(str, page.crop))}]" if page.crop else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}]{crop} /Rotate {page.rotate}"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {first_page + 2 * index + 1} 0 R"
            f" /Annots [{widgets} {' '.join(map(_note, page.notes))}] >>"
        )
        objects.append(_stream("\n".join(_operator(before, text, codes) for before, text in page.operators)))
    return _file(objects + appearances, trailer)


def _note(text: str) -> str:
    """A comment by Li on what stands from 100 to 140 points on a line whose baseline is at 300."""
    return (
        f"<< /Type /Annot /Subtype /Highlight /Rect [100 535 140 560] /T (Li) /M (D:20260301102030+08'00')"
        f" /Contents {_string(text)} >>"
    )


def _string(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def _appearance(value: str, codes: dict[str, int]) -> str:
    """What a form field shows: its value in 12 points."""
    entries = "/Type /XObject /Subtype /Form /BBox [0 0 200 15] /Resources << /Font << /F1 3 0 R >> >>"
    return _stream(_operator("BT /F1 12 Tf 1 0 0 1 0 3 Tm", value, codes), entries)


def _operator(before: str, text: str, codes: dict[str, int]) -> str:
    return f"{before} <{''.join(f'{codes[char]:02X}' for char in text)}> Tj ET" if text else before


def _font(codes: dict[str, int]) -> str:
    """A font whose glyphs are an em wide (object 4), or half an em for ASCII (object 5)."""
    widths = " ".join("500" if char.isascii() else "1000" for char in codes)
    names = " ".join(f"/c{code}" for code in codes.values())
    glyphs = " ".join(f"/c{code} {5 if char.isascii() else 4} 0 R" for char, code in codes.items())
    last = _FIRST_CODE + len(codes) - 1
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0]"
        f" /FirstChar {_FIRST_CODE} /LastChar {last} /Widths [{widths}] /CharProcs << {glyphs} >>"
        f" /Encoding << /Type /Encoding /Differences [{_FIRST_CODE} {names}] >> /Resources << >> /ToUnicode 6 0 R >>"
    )


def _to_unicode(codes: dict[str, int]) -> str:
    entries = "\n".join(
        f"1 beginbfchar <{code:02X}> <{char.encode('utf-16-be').hex()}> endbfchar" for char, code in codes.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{entries}\nendcmap end end"
    )


def _stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: list[str], trailer: str) -> bytes:
    body = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")
