"""Word's automatic numbers: which label stands before a paragraph (ISO/IEC 29500-1, 17.9).

The text of a numbered paragraph does not hold its number. A paragraph points to a list (``w:num``) and a
level; the list points to an abstract list, whose levels say how numbers are counted and written. Lists that
share an abstract list count on together, unless one of them says where to start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from extractors.docx import names as n
from extractors.docx.names import Element
from extractors.docx.numerals import written
from extractors.docx.styles import ParagraphLook, StyleSheet

_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_BULLET: Final = "•"


@dataclass(frozen=True, slots=True)
class Label:
    """What Word writes before a paragraph."""

    text: str  # without spaces around it; empty where the level shows nothing
    suffix: str  # what keeps it from the paragraph's own text: " " or ""
    numbering: tuple[int, int]  # (abstract list id, level from 0)
    ind: Element | None  # the level's own indent


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    number_format: str
    template: str
    suffix: str
    restart: int | None  # count of upper levels that restart it: 0 never, None all of them
    legal: bool  # upper levels in Arabic digits whatever their own format
    hidden: bool
    padding: int  # digits of a custom format such as 001, 002
    style: str
    ind: Element | None


@dataclass(slots=True)
class _Abstract:
    id: int
    levels: dict[int, _Level]
    link: str  # a numbering style that holds the levels instead
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _List:
    abstract: _Abstract
    levels: dict[int, _Level]  # the abstract list's, with this list's overrides
    starts: dict[int, int]
    started: set[int] = field(default_factory=set)

    def start(self, ilvl: int) -> int:
        """The first number of a level."""
        level = self.levels.get(ilvl)
        return self.starts.get(ilvl, level.start if level is not None else 1)


def _level(element: Element) -> _Level:
    """One ``w:lvl``. A custom format stands in mc:AlternateContent, before its plain fallback."""
    parts = {part.tag: part for part in element}

    def value(name: str, default: str) -> str:
        part = parts.get(n.w(name))
        return default if part is None else part.get(n.VAL, default)

    number_format, padding = value("numFmt", "decimal"), 0
    if n.ALTERNATE_CONTENT in parts:
        custom = next(parts[n.ALTERNATE_CONTENT].iter(n.w("numFmt")), element)
        padding = len(custom.get(n.w("format"), "").split(",")[0].strip())
    legal, properties, run = parts.get(n.w("isLgl")), parts.get(n.P_PR), parts.get(n.R_PR)
    vanish = None if run is None else run.find(n.VANISH)
    template = value("lvlText", "")
    nothing = value("suff", "tab") == "nothing"
    return _Level(
        start=n.number(value("start", "0")) or 0,
        number_format=number_format,
        template=template,
        suffix="" if nothing and template == template.rstrip() else " ",
        restart=n.number(value("lvlRestart", "")),
        legal=legal is not None and n.on(legal),
        hidden=vanish is not None and n.on(vanish),
        padding=padding,
        style=value("pStyle", ""),
        ind=None if properties is None else properties.find(n.IND),
    )


def _levels(element: Element) -> dict[int, _Level]:
    found = {n.number(level.get(n.ILVL)): _level(level) for level in element.findall(n.w("lvl"))}
    return {ilvl: level for ilvl, level in found.items() if ilvl is not None and 0 <= ilvl < _LEVELS}


def _by_id(root: Element | None, name: str, attribute: str) -> dict[int, Element]:
    elements = () if root is None else root.iterchildren(n.w(name))
    found = {n.number(element.get(n.w(attribute))): element for element in elements}
    return {key: element for key, element in found.items() if key is not None}


class Numbering:
    """The lists of one document and how far each has counted. Ask for labels in the order of the text."""

    def __init__(self, root: Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._list_elements = _by_id(root, "num", "numId")
        self._abstract_elements = _by_id(root, "abstractNum", "abstractNumId")
        self._abstracts: dict[int, _Abstract] = {}
        self._lists: dict[int, _List | None] = {}

    def label(self, look: ParagraphLook) -> Label | None:
        """The label of the next paragraph, counted on; None where it is in no list."""
        if not look.num_id:
            return None
        numbered = self._list(look.num_id)
        if numbered is None:
            return None
        ilvl = self._level_of(look, numbered)
        level = numbered.levels.get(ilvl)
        if level is None:
            return None
        self._count(numbered, ilvl)
        shown = "" if level.hidden else self._shown(numbered, ilvl, level)
        return Label(shown, level.suffix if shown else "", (numbered.abstract.id, ilvl), level.ind)

    def _list(self, num_id: int) -> _List | None:
        if num_id not in self._lists:
            element = self._list_elements.get(num_id)
            self._lists[num_id] = None if element is None else self._read_list(element)
        return self._lists[num_id]

    def _read_list(self, element: Element) -> _List | None:
        abstract = self._abstract_of(element)
        if abstract is None:
            return None
        levels, starts = dict(abstract.levels), {}
        for override in element.findall(n.w("lvlOverride")):
            ilvl = n.number(override.get(n.ILVL))
            if ilvl is None or not 0 <= ilvl < _LEVELS:
                continue
            start = n.child_number(override, n.w("startOverride"))
            own = override.find(n.w("lvl"))
            if own is not None:
                levels[ilvl] = _level(own)
            if start is not None:
                starts[ilvl] = start
        return _List(abstract, levels, starts)

    def _abstract_of(self, element: Element) -> _Abstract | None:
        """The abstract list of a ``w:num``, over a numbering style where it is only linked."""
        seen: set[int] = set()
        while True:
            abstract = self._abstract(n.child_number(element, n.w("abstractNumId")))
            if abstract is None or abstract.levels or not abstract.link or abstract.id in seen:
                return abstract
            seen.add(abstract.id)
            linked = self._list_elements.get(self._styles.list_of_style(abstract.link) or 0)
            if linked is None:
                return abstract
            element = linked

    def _abstract(self, abstract_id: int | None) -> _Abstract | None:
        if abstract_id is None or abstract_id not in self._abstract_elements:
            return None
        if abstract_id not in self._abstracts:
            element = self._abstract_elements[abstract_id]
            link = element.find(n.w("numStyleLink"))
            style = "" if link is None else link.get(n.VAL, "")
            self._abstracts[abstract_id] = _Abstract(abstract_id, _levels(element), style)
        return self._abstracts[abstract_id]

    @staticmethod
    def _level_of(look: ParagraphLook, numbered: _List) -> int:
        """The paragraph's own level, or the one linked to its style, or the style's, or the first."""
        if look.ilvl_is_own and look.ilvl is not None:
            return look.ilvl
        for style in look.styles:
            for ilvl, level in numbered.levels.items():
                if level.style == style:
                    return ilvl
        return look.ilvl or 0

    @staticmethod
    def _count(numbered: _List, ilvl: int) -> None:
        """One further at ``ilvl``: levels above that have not begun begin, levels below begin anew."""
        counters = numbered.abstract.counters
        for upper in range(ilvl):
            if counters[upper] is None and upper in numbered.levels:
                counters[upper] = numbered.start(upper)
                numbered.started.add(upper)
        current = counters[ilvl]
        if ilvl in numbered.starts and ilvl not in numbered.started:
            counters[ilvl] = numbered.starts[ilvl]
        else:
            counters[ilvl] = numbered.start(ilvl) if current is None else current + 1
        numbered.started.add(ilvl)
        for deeper in range(ilvl + 1, _LEVELS):
            level = numbered.levels.get(deeper)
            restart = None if level is None else level.restart
            if restart is None or ilvl < restart:
                counters[deeper] = None

    @staticmethod
    def _shown(numbered: _List, ilvl: int, level: _Level) -> str:
        if level.number_format == "bullet":
            return _BULLET if level.template.strip() else ""
        counters = numbered.abstract.counters

        def number_at(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            source = numbered.levels.get(index)
            if index > ilvl or source is None:
                return ""
            counter = counters[index]
            value = numbered.start(index) if counter is None else counter
            if source.padding:
                return f"{value:0{source.padding}}"
            return written(value, "decimal" if level.legal and source.number_format != "none" else source.number_format)

        return _PLACEHOLDER.sub(number_at, level.template).strip()
