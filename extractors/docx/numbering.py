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


def _value(element: Element, name: str, default: str = "") -> str:
    found = element.find(n.w(name))
    return default if found is None else found.get(n.VAL, default)


def _level(element: Element) -> _Level:
    """One ``w:lvl``. A custom format stands in mc:Choice before its plain fallback, so the first one counts."""
    number_format = next(element.iter(n.w("numFmt")), None)
    name = "decimal" if number_format is None else number_format.get(n.VAL, "decimal")
    pattern = "" if number_format is None else number_format.get(n.w("format"), "")
    padding = len(pattern.split(",")[0].strip()) if name == "custom" else 0
    legal, properties, run = element.find(n.w("isLgl")), element.find(n.P_PR), element.find(n.R_PR)
    vanish = None if run is None else run.find(n.VANISH)
    start = n.child_number(element, n.w("start"))
    template = _value(element, "lvlText")
    nothing = _value(element, "suff", "tab") == "nothing"
    return _Level(
        start=0 if start is None else start,
        number_format=name,
        template=template,
        suffix="" if nothing and template == template.rstrip() else " ",
        restart=n.child_number(element, n.w("lvlRestart")),
        legal=legal is not None and n.on(legal),
        hidden=vanish is not None and n.on(vanish),
        padding=padding,
        style=_value(element, "pStyle"),
        ind=None if properties is None else properties.find(n.IND),
    )


def _levels(element: Element) -> dict[int, _Level]:
    found = {n.number(level.get(n.ILVL)): _level(level) for level in element.findall(n.w("lvl"))}
    return {ilvl: level for ilvl, level in found.items() if ilvl is not None and 0 <= ilvl < _LEVELS}


class Numbering:
    """The lists of one document and how far each has counted. Ask for labels in the order of the text."""

    def __init__(self, root: Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._elements: dict[int, Element] = {}
        self._abstracts: dict[int, _Abstract] = {}
        self._lists: dict[int, _List | None] = {}
        for element in () if root is None else root.iterchildren(n.w("abstractNum"), n.w("num")):
            self._take(element)

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

    def _take(self, element: Element) -> None:
        if element.tag == n.w("num"):
            num_id = n.number(element.get(n.NUM_ID))
            if num_id is not None:
                self._elements[num_id] = element
            return
        abstract_id = n.number(element.get(n.w("abstractNumId")))
        if abstract_id is not None:
            self._abstracts[abstract_id] = _Abstract(abstract_id, _levels(element), _value(element, "numStyleLink"))

    def _list(self, num_id: int) -> _List | None:
        if num_id not in self._lists:
            element = self._elements.get(num_id)
            self._lists[num_id] = None if element is None else self._read_list(element)
        return self._lists[num_id]

    def _read_list(self, element: Element) -> _List | None:
        abstract = self._abstract_of(element)
        if abstract is None:
            return None
        levels, starts = dict(abstract.levels), {}
        for override in element.findall(n.w("lvlOverride")):
            ilvl = n.number(override.get(n.ILVL))
            if ilvl is None:
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
            abstract = self._abstracts.get(n.child_number(element, n.w("abstractNumId")) or 0)
            if abstract is None or abstract.levels or not abstract.link or abstract.id in seen:
                return abstract
            seen.add(abstract.id)
            linked = self._elements.get(self._styles.list_of_style(abstract.link) or 0)
            if linked is None:
                return abstract
            element = linked

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
        counters = numbered.abstract.counters
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
