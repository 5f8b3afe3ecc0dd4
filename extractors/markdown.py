"""Markdown lines as they are shown: marks removed, headings and table rows told apart.

Enough of CommonMark and of GitHub's tables for contracts; every line stays a line of its own.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final

from extractors.model import BlockKind

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_RULE: Final = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|=+[ \t]*)$")
_DEFINITION: Final = re.compile(r" {0,3}\[[^\]]+\]:\s*\S+")
_QUOTE: Final = re.compile(r"^(?: {0,3}> ?)+")
_BULLET: Final = re.compile(r"^([ \t]*)[-*+][ \t]+(?:\[([ xX])\][ \t]+)?")
_OWN_NUMBER: Final = re.compile(
    r"^([ \t]*)[-*+][ \t]+(?=第|[（(]?(?:\d+(?:\.\d+)*|[一二三四五六七八九十]+|[A-Za-z])[)）.、．\s])"
)
_BOXES: Final = {None: "• ", " ": "☐ ", "x": "☑ ", "X": "☑ "}
_ROW: Final = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_SEPARATOR: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END: Final = re.compile(r"(?<!\\)\|")
_BOLD_LINE: Final = re.compile(r"\s*\*\*[^*]+\*\*\s*")

_INLINE: Final = (
    (re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),  # links and pictures
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), " "),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"(?<!\\)\*\*(?=\S)([^*]+?)(?<=\S)\*\*"), r"\1"),
    (re.compile(r"(?<![\\*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)"), r"\1"),
    # Underscores inside a line of words are blanks to fill in, not emphasis.
    (re.compile(r"(?<![\w\\])__(?=[^\s_])([^_]+)(?<=[^\s_])__(?!\w)"), r"\1"),
    (re.compile(r"(?<![\w\\])_(?=[^\s_])([^_]+)(?<=[^\s_])_(?!\w)"), r"\1"),
    (re.compile(r"~~(?=\S)([^~]+)~~"), r"\1"),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<])"), r"\1"),
)
_ENTITY: Final = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);")


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line as it is shown; ``text`` is empty where nothing is."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    outline: int | None = None  # depth of a heading, 1 is the highest
    bold: bool = False
    table: int | None = None


def without_comments(text: str) -> str:
    """``text`` with its HTML comments left out; line feeds stay, so that lines keep their numbers."""
    return _COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), text)


def shown_inline(text: str) -> str:
    """Words without the marks of emphasis, links and HTML."""
    for pattern, shown in _INLINE:
        text = pattern.sub(shown, text)
    return _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)


class LineReader:
    """Reads the lines of one file in order; lines without text may be left out."""

    def __init__(self) -> None:
        self._in_code = False
        self._table = -1
        self._in_table = False

    def begin_table(self) -> int:
        """The index for a table that is drawn rather than marked up."""
        self._in_table = False
        self._table += 1
        return self._table

    def read(self, line: str) -> ShownLine:
        """What the line shows."""
        if _FENCE.match(line):
            self._in_code = not self._in_code
            return ShownLine("")
        if self._in_code:
            return ShownLine(line)
        line = _QUOTE.sub("", line)
        if _ROW.match(line) or (self._in_table and "|" in line):
            return self._row(line)
        self._in_table = False
        if _RULE.match(line) or _DEFINITION.match(line):
            return ShownLine("")
        heading = _HEADING.match(line)
        if heading:
            return ShownLine(shown_inline(heading.group(2)), outline=len(heading.group(1)))
        line = _OWN_NUMBER.sub(r"\1", line)  # a list mark before a clause's own number says nothing
        line = _BULLET.sub(lambda mark: mark.group(1) + _BOXES[mark.group(2)], line)
        return ShownLine(shown_inline(line), bold=_BOLD_LINE.fullmatch(line) is not None)

    def _row(self, line: str) -> ShownLine:
        if not self._in_table:
            self._in_table = True
            self._table += 1
        if _SEPARATOR.match(line):
            return ShownLine("")
        cells = _CELL_END.split(line.strip().removeprefix("|").removesuffix("|"))
        text = "\t".join(shown_inline(cell.strip()) for cell in cells)
        return ShownLine(text, BlockKind.TABLE_ROW, table=self._table)
