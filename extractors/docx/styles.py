"""What a document's styles say of its paragraphs and runs, looked up once per style.

Properties come down from the document defaults over the chain of ``w:basedOn`` styles
(ISO/IEC 29500-1, 17.7.2). Toggles are not combined by exclusive or; the nearest one wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from extractors.docx import names as n
from extractors.docx.names import Element

_TWIPS_PER_POINT: Final = 20
_CHARACTER_POINTS: Final = 10.5  # 五号, Word's default in Chinese documents: the unit of w:leftChars
_NO_OUTLINE: Final = 9
SYMBOL_FONTS: Final = frozenset(("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol"))


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks; ``font`` is its symbol font in small letters, or empty for all other fonts."""

    bold: bool = False
    hidden: bool = False
    underlined: bool = False
    struck: bool = False
    font: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph looks, and the list it belongs to; lengths in points, None where nothing is said."""

    num_id: int | None = None
    ilvl: int | None = None
    list_is_own: bool = False  # ``num_id`` is said by the paragraph itself, not by its style
    ilvl_is_own: bool = False  # the same of ``ilvl``
    outline: int | None = None  # 1 is the highest
    centered: bool = False
    left: float | None = None
    first_line: float | None = None  # relative to ``left``; negative for a hanging indent
    run: RunLook = RunLook()
    styles: tuple[str, ...] = ()  # ids of the paragraph's style and those it is based on

    @property
    def indent(self) -> float | None:
        """Where the first line starts, in points from the margin."""
        if self.left is None and self.first_line is None:
            return None
        return round((self.left or 0.0) + (self.first_line or 0.0), 2)


def _points(ind: Element, *attributes: str) -> float | None:
    """The first of these w:ind attributes that is there; names ending in "Chars" count hundredths of a character."""
    for attribute in attributes:
        value = n.number(ind.get(n.w(attribute)))
        if value is not None:
            return value / 100 * _CHARACTER_POINTS if attribute.endswith("Chars") else value / _TWIPS_PER_POINT
    return None


def _indents(ind: Element, left: float | None, first_line: float | None) -> tuple[float | None, float | None]:
    """``left`` and ``first_line`` with what a ``w:ind`` element says instead."""
    own_left = _points(ind, "left", "start", "leftChars", "startChars")
    hanging = _points(ind, "hanging", "hangingChars")
    own_first = -hanging if hanging else _points(ind, "firstLine", "firstLineChars")
    return left if own_left is None else own_left, first_line if own_first is None else own_first


def with_indent(look: ParagraphLook, ind: Element | None) -> ParagraphLook:
    """``look`` with what a ``w:ind`` element adds to it."""
    if ind is None:
        return look
    left, first_line = _indents(ind, look.left, look.first_line)
    return replace(look, left=left, first_line=first_line)


def with_run_properties(look: RunLook, properties: Element | None) -> RunLook:
    """``look`` with what a ``w:rPr`` element adds to it (its ``w:rStyle`` is the caller's)."""
    if properties is None:
        return look
    bold, hidden, underlined, struck, font = look.bold, look.hidden, look.underlined, look.struck, look.font
    for item in properties:
        tag = item.tag
        if tag == n.BOLD:
            bold = n.on(item)
        elif tag == n.VANISH:
            hidden = n.on(item)
        elif tag == n.UNDERLINE:
            underlined = item.get(n.VAL, "single") != "none"
        elif tag in n.STRIKES:
            struck = n.on(item)
        elif tag == n.R_FONTS:
            name = (item.get(n.w("ascii")) or item.get(n.w("hAnsi")) or "").lower()
            font = name if name in SYMBOL_FONTS else ""
    return RunLook(bold, hidden, underlined, struck, font)


def with_paragraph_properties(look: ParagraphLook, properties: Element | None) -> ParagraphLook:
    """``look`` with what a ``w:pPr`` element adds to it (its ``w:pStyle`` is the caller's)."""
    if properties is None:
        return look
    num_id, ilvl, list_is_own, ilvl_is_own = look.num_id, look.ilvl, look.list_is_own, look.ilvl_is_own
    outline, centered, left, first_line = look.outline, look.centered, look.left, look.first_line
    for item in properties:
        tag = item.tag
        if tag == n.NUM_PR:
            own_list, own_level = n.child_number(item, n.NUM_ID), n.child_number(item, n.ILVL)
            num_id, list_is_own = (num_id, list_is_own) if own_list is None else (own_list, True)
            ilvl, ilvl_is_own = (ilvl, ilvl_is_own) if own_level is None else (own_level, True)
        elif tag == n.OUTLINE_LVL:
            depth = n.number(item.get(n.VAL))
            outline = depth + 1 if depth is not None and 0 <= depth < _NO_OUTLINE else None
        elif tag == n.JC:
            centered = item.get(n.VAL) == "center"
        elif tag == n.IND:
            left, first_line = _indents(item, left, first_line)
    return ParagraphLook(
        num_id, ilvl, list_is_own, ilvl_is_own, outline, centered, left, first_line, look.run, look.styles
    )


def _name(style: Element) -> str:
    name = style.find(n.w("name"))
    return "" if name is None else name.get(n.VAL, "").lower()


class StyleSheet:
    """The styles of one document; each is worked out when first asked for."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(n.w("style"))
        self._styles = {style.get(n.w("styleId"), ""): style for style in styles}
        self._names = {style_id: _name(style) for style_id, style in self._styles.items()}
        self._default = next(
            (
                style.get(n.w("styleId"), "")
                for style in styles
                if style.get(n.w("type")) == "paragraph" and style.get(n.w("default")) in {"1", "true", "on"}
            ),
            "",
        )
        self._base = self._defaults(root)
        self._paragraphs: dict[str | None, ParagraphLook] = {}
        self._runs: dict[tuple[RunLook, str], RunLook] = {}

    def paragraph(self, style_id: str | None) -> ParagraphLook:
        """The look of paragraphs in this style (None, or a style that is not there: the default style)."""
        if style_id not in self._paragraphs:
            known = style_id if style_id is not None and style_id in self._styles else self._default
            self._paragraphs[style_id] = self._paragraph_look(self._chain(known))
        return self._paragraphs[style_id]

    def run(self, base: RunLook, style_id: str | None) -> RunLook:
        """``base`` with what a character style adds to it."""
        if style_id is None:
            return base
        key = (base, style_id)
        if key not in self._runs:
            look = base
            for name in reversed(self._chain(style_id)):
                look = with_run_properties(look, self._styles[name].find(n.R_PR))
            self._runs[key] = look
        return self._runs[key]

    def name(self, style_id: str | None) -> str:
        """What Word calls the style ("toc 1", "placeholder text"), in small letters; empty where it is not there."""
        return self._names.get(style_id or "", "")

    def list_of_style(self, style_id: str) -> int | None:
        """The ``w:numId`` a numbering style points to."""
        style = self._styles.get(style_id)
        properties = None if style is None else style.find(n.P_PR)
        return None if properties is None else n.child_number(properties.find(n.NUM_PR), n.NUM_ID)

    def _chain(self, style_id: str) -> tuple[str, ...]:
        """The style and those it is based on, nearest first; a circle ends where it closes."""
        chain: list[str] = []
        while style_id in self._styles and style_id not in chain:
            chain.append(style_id)
            based_on = self._styles[style_id].find(n.w("basedOn"))
            style_id = "" if based_on is None else based_on.get(n.VAL, "")
        return tuple(chain)

    def _paragraph_look(self, chain: tuple[str, ...]) -> ParagraphLook:
        look = replace(self._base, styles=chain)
        for name in reversed(chain):
            style = self._styles[name]
            look = with_paragraph_properties(look, style.find(n.P_PR))
            look = replace(look, run=with_run_properties(look.run, style.find(n.R_PR)))
        return replace(look, list_is_own=False, ilvl_is_own=False)

    @staticmethod
    def _defaults(root: Element | None) -> ParagraphLook:
        defaults = None if root is None else root.find(n.w("docDefaults"))
        if defaults is None:
            return ParagraphLook()
        look = with_paragraph_properties(ParagraphLook(), defaults.find(f"{n.w('pPrDefault')}/{n.P_PR}"))
        run = with_run_properties(RunLook(), defaults.find(f"{n.w('rPrDefault')}/{n.R_PR}"))
        return replace(look, run=run)
