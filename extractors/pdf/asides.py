"""Page numbers, running heads and feet, and watermarks, told apart from the contract's text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractors.model import Aside, AsideKind
from extractors.pdf.characters import PageContent
from extractors.pdf.lines import Line

_BAND = 0.12  # of the page's height: heads stand above it, feet below its mirror image
_LARGE_MARGIN = 0.22  # of the page's height
_SAME_HEIGHT = 8  # points
_FEWEST_REPEATS = 3  # pages
_REPEATED_SHARE = 0.45  # of the pages between first and last: odd and even pages may differ

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十百〇零]{1,5})"
_PAGE_NUMBER = re.compile(
    rf"[-—–－―─~～·.．]*(?:\d{{1,4}}|[ivxlc]{{1,6}})[-—–－―─~～·.．]*"
    rf"|(?:页码?[:：]?)?第?{_NUMBER}页?[,，;；、/／|(（]*(?:共|总共|总计|合计){_NUMBER}页?[)）]?"
    rf"|(?:共|总共){_NUMBER}页[,，;；、/／|]*第{_NUMBER}页"
    rf"|[-—–]*第{_NUMBER}页[-—–]*|{_NUMBER}页|页码[:：]?{_NUMBER}"
    rf"|第?\d{{1,4}}页?[/／]第?\d{{1,4}}页?"
    rf"|(?:page|p\.?)\d{{1,4}}(?:(?:of|/)\d{{1,4}})?",
    re.IGNORECASE,
)


def set_apart(pages: Sequence[PageContent], lines: Sequence[list[Line]]) -> tuple[list[list[Line]], list[Aside]]:
    """The lines of each page without heads, feet and page numbers, and these as asides in page order."""
    repeated = _repeated(pages, lines)
    numbered = _numbered_low(pages, lines)
    bodies: list[list[Line]] = []
    asides: list[Aside] = []
    for page, on_page in zip(pages, lines, strict=True):
        body = []
        outermost = _outermost(page, on_page, repeated)
        for line in on_page:
            low = page.number in numbered and line is on_page[-1]
            if low or (line in outermost and _is_page_number(line.text)):
                asides.append(Aside(AsideKind.PAGE_NUMBER, line.text, page.number))
            elif (band := _band(page, line)) and _key(line) in repeated[band].get(page.number, ()):
                asides.append(Aside(band, line.text, page.number))
            else:
                body.append(line)
        bodies.append(body)
        asides += [Aside(AsideKind.WATERMARK, text, page.number) for text in (page.slanted, page.watermark) if text]
    return bodies, asides


def _numbered_low(pages: Sequence[PageContent], lines: Sequence[list[Line]]) -> set[int]:
    """The pages that end in a page number above the usual band, at one height over most pages."""
    ends = [(page, on_page[-1]) for page, on_page in zip(pages, lines, strict=True) if on_page]
    places = [
        (page.number, line.baseline)
        for page, line in ends
        if line.baseline >= (1 - _LARGE_MARGIN) * page.height and _is_page_number(line.text)
    ]
    return set(_at_one_height(places))


def _is_page_number(text: str) -> bool:
    return _PAGE_NUMBER.fullmatch("".join(text.split())) is not None


def _band(page: PageContent, line: Line) -> AsideKind | None:
    if line.baseline <= _BAND * page.height:
        return AsideKind.HEADER
    return AsideKind.FOOTER if line.baseline >= (1 - _BAND) * page.height else None


def _key(line: Line) -> str:
    """The line's text without what changes from page to page."""
    return re.sub(r"\d+|\s+", "", line.text)


_Repeats = dict[AsideKind, dict[int, set[str]]]


def _repeated(pages: Sequence[PageContent], lines: Sequence[list[Line]]) -> _Repeats:
    """For heads and feet, by page number, the keys of lines found at the same height on most pages around."""
    seen: dict[tuple[AsideKind, str], list[tuple[int, float]]] = defaultdict(list)
    for page, on_page in zip(pages, lines, strict=True):
        for line in on_page:
            if (band := _band(page, line)) and not _is_page_number(line.text):
                seen[band, _key(line)].append((page.number, line.baseline))
    repeats: _Repeats = {AsideKind.HEADER: defaultdict(set), AsideKind.FOOTER: defaultdict(set)}
    for (band, key), places in seen.items():
        for number in _at_one_height(places):
            repeats[band][number].add(key)
    return repeats


def _at_one_height(places: list[tuple[int, float]]) -> Iterable[int]:
    """The pages on which a text stands at a height it keeps over most pages."""
    by_height = sorted(places, key=lambda place: place[1])
    groups: list[list[tuple[int, float]]] = []
    for place in by_height:
        if groups and place[1] - groups[-1][-1][1] <= _SAME_HEIGHT:
            groups[-1].append(place)
        else:
            groups.append([place])
    for group in groups:
        numbers = {number for number, _ in group}
        between = max(numbers) - min(numbers) + 1
        if len(numbers) >= _FEWEST_REPEATS and len(numbers) >= _REPEATED_SHARE * between:
            yield from numbers


def _outermost(page: PageContent, lines: list[Line], repeated: _Repeats) -> list[Line]:
    """The first and the last line of a page, repeated heads and feet not counted, where they stand in the bands."""
    body = [line for line in lines if not ((band := _band(page, line)) and _key(line) in repeated[band][page.number])]
    ends = [*body[:1], *body[-1:]]
    return [line for line in ends if _band(page, line)]
