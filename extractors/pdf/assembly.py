"""From the lines and table rows of all pages to the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from extractors.model import BlockKind, Box, Comment, Document, FileKind, LinePlace, Notice, Span
from extractors.pdf.asides import set_apart
from extractors.pdf.characters import PageContent
from extractors.pdf.gutters import is_bilingual, part_columns
from extractors.pdf.lines import Line, build_lines
from extractors.pdf.paragraphs import Column, Margins, joint, margins_of, paragraphs
from extractors.pdf.tables import TableRow, join_over_pages
from extractors.pdf.unruled import take_unruled
from extractors.text import DocumentBuilder

PlacesOf = Callable[[Line], Sequence[LinePlace]]
"""Gives the places of a line, without gaps, their spans counted from the line's first character."""


@dataclass
class Reading:
    """What has been read so far of a file with ``count`` pages."""

    count: int = 0
    pages: list[PageContent] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    places: dict[int, PlacesOf] = field(default_factory=dict)  # of recognised pages, by number


def assemble(reading: Reading, path: Path, kind: FileKind, data: bytes) -> Document:
    """The document of the pages read; ``data`` are the file's bytes (for its hash)."""
    lines = [build_lines(page.number, page.glyphs, page.rules) for page in reading.pages]
    bodies, asides = set_apart(reading.pages, lines)
    numbers, widths = [page.number for page in reading.pages], [page.width for page in reading.pages]
    with_tables = {row.page for row in reading.rows}
    bodies = [
        body if number in with_tables else part_columns(body, width)
        for body, number, width in zip(bodies, numbers, widths, strict=True)
    ]
    bodies, rows = _with_unruled(bodies, reading.rows)
    margins = margins_of(bodies, numbers, widths)
    rows = join_over_pages(rows, dict(zip(numbers, bodies, strict=True)))
    builder = DocumentBuilder(asides=asides, notices=reading.notices)
    for item in _in_order(bodies, rows, margins):
        if isinstance(item, TableRow):
            _add_row(builder, item, reading.places)
        else:
            _add_paragraph(builder, item, margins[item[0].column], reading.places)
    document = builder.build(path, kind, data, pages=reading.count)
    return replace(document, comments=_comments(reading.pages, document))


def _with_unruled(bodies: Sequence[list[Line]], ruled: Sequence[TableRow]) -> tuple[list[list[Line]], list[TableRow]]:
    """The lines of each page that stand in no table, and the rows of all tables in reading order.

    A page set in two columns has no tables without lines.
    """
    rows = list(ruled)
    left: list[list[Line]] = []
    ending: list[TableRow] = []
    for body in bodies:
        in_columns = any(line.side for line in body)
        number = rows[-1].table + 1 if rows else 0
        rest, found = (body, []) if in_columns else take_unruled(body, number, ending)
        left.append(rest)
        rows += found
        at_end = found and not any(line.top > found[-1].top for line in rest)
        ending = [row for row in found if row.table == found[-1].table] if at_end else []
    return left, sorted(rows, key=lambda row: (row.page, row.top)) if len(rows) > len(ruled) else rows


def _comments(pages: Sequence[PageContent], document: Document) -> tuple[Comment, ...]:
    """The comments of all pages, each with the characters it marks."""
    if not any(page.comments for page in pages):
        return ()
    lines: dict[int, list[LinePlace]] = defaultdict(list)
    for place in document.places:
        if isinstance(place, LinePlace):
            lines[place.page].append(place)
    return tuple(
        Comment(remark.author, remark.date, remark.text, _marked(lines[page.number], remark.box))
        for page in pages
        for remark in page.comments
    )


def _marked(lines: Sequence[LinePlace], box: Box) -> Span | None:
    """The characters under ``box`` on a page, from the first to the last; None where there are none."""
    marked: list[int] = []
    for place in lines:
        if box.top <= (place.box.top + place.box.bottom) / 2 <= box.bottom:
            middles = [(left + right) / 2 for left, right in pairwise(place.edges)]
            marked += [place.span.start + at for at, x in enumerate(middles) if box.x0 <= x <= box.x1]
    return Span(min(marked), max(marked) + 1) if marked else None


def _in_order(
    bodies: Sequence[list[Line]], rows: Sequence[TableRow], margins: Margins
) -> Iterator[list[Line] | TableRow]:
    """Paragraphs and table rows in reading order; a table ends the paragraph before it."""
    flow: list[Line | TableRow] = [*rows, *(line for body in bodies for line in body)]
    begins = _bilingual_runs(bodies)
    flow.sort(key=lambda item: _position(item, begins))
    run: list[Line] = []
    for item in flow:
        if isinstance(item, Line):
            run.append(item)
            continue
        yield from paragraphs(run, margins)
        run = []
        yield item
    yield from paragraphs(run, margins)


def _bilingual_runs(bodies: Sequence[list[Line]]) -> dict[int, int]:
    """For each page with two languages side by side the first page of the run of such pages it belongs to."""
    begins: dict[int, int] = {}
    for body in bodies:
        if body and is_bilingual(body):
            begins[body[0].page] = begins.get(body[0].page - 1, body[0].page)
    return begins


def _position(item: Line | TableRow, begins: Mapping[int, int]) -> tuple[int, int, int, int, float]:
    """Where an item comes in reading order: column by column on a page, language by language over a bilingual run."""
    if isinstance(item, TableRow):
        return item.page, 0, item.page, 0, item.top
    begin = begins.get(item.page, item.page)
    language = item.side if item.page in begins else 0
    after_all = 3 if item.page in begins and not item.side and (item.part or item.page > begin) else language
    return begin, after_all, item.page, item.part, item.top


def _add_paragraph(
    builder: DocumentBuilder, lines: Sequence[Line], column: Column, places: Mapping[int, PlacesOf]
) -> None:
    builder.begin()
    _add_lines(builder, lines, places)
    builder.end(
        indent=lines[0].x0,
        bold=all(line.bold for line in lines),
        centered=all(column.centred(line) for line in lines),
    )


def _add_row(builder: DocumentBuilder, row: TableRow, places: Mapping[int, PlacesOf]) -> None:
    builder.begin()
    for index, cell in enumerate(row.cells):
        if index:
            builder.add("\t")
        _add_lines(builder, cell, places)
    builder.end(kind=BlockKind.TABLE_ROW, table=row.table)


def _add_lines(builder: DocumentBuilder, lines: Sequence[Line], places: Mapping[int, PlacesOf]) -> None:
    before: Line | None = None
    for line in lines:
        if before is not None:
            builder.add(joint(before.text, line.text))
        for place in places.get(line.page, _whole)(line):
            builder.add(place.span.of(line.text), partial(_moved, place))
        before = line


def _whole(line: Line) -> list[LinePlace]:
    """The one place of a line whose characters the file itself holds."""
    return [LinePlace(Span(0, len(line.text)), line.page, line.box, line.edges)]


def _moved(place: LinePlace, span: Span) -> LinePlace:
    return replace(place, span=span)
