"""Rows and cells of a table, and whether it is a table at all or only layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extractors.docx import names as n
from extractors.docx.names import Element

_CONTINUES: Final = frozenset(("continue", ""))


def shown_children(container: Element, *tags: str) -> Iterator[Element]:
    """The children with one of these tags, also inside content controls and the like, in order.

    Of alternatives for different programs (mc:AlternateContent) only the preferred one is given.
    """
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag in n.TRANSPARENT:
            yield from shown_children(child, *tags)


def rows(table: Element) -> Iterator[Element]:
    """The ``w:tr`` elements of a table."""
    return shown_children(table, n.TR)


def cells(row: Element, removed: frozenset[str] = frozenset()) -> list[Element]:
    """The ``w:tc`` elements of a row but those with a tracked change of ``removed``; one that spans columns is one."""
    return [cell for cell in shown_children(row, n.TC) if not (removed and _is_removed(cell, removed))]


def is_layout(table: Element) -> bool:
    """Whether no row has a second cell: such a table only frames its paragraphs."""
    return all(len(cells(row)) <= 1 for row in rows(table))


def is_text_row(row: Element) -> bool:
    """Whether the row is one cell across the table that holds several paragraphs, such as its terms."""
    found = cells(row)
    if len(found) != 1:
        return False
    written = (any((text.text or "").strip() for text in p.iter(n.T)) for p in shown_children(found[0], n.P))
    return sum(written) > 1


def _is_removed(cell: Element, tags: frozenset[str]) -> bool:
    properties = cell.find(n.TC_PR)
    return properties is not None and any(properties.find(tag) is not None for tag in tags)


def continues_above(cell: Element) -> bool:
    """Whether the cell is the lower part of one merged over several rows, so that it shows nothing of its own."""
    properties = cell.find(n.TC_PR)
    merge = None if properties is None else properties.find(n.V_MERGE)
    return merge is not None and merge.get(n.VAL, "") in _CONTINUES


def is_removed(row: Element, tags: frozenset[str]) -> bool:
    """Whether a tracked change with one of ``tags`` applies to the row."""
    properties = row.find(n.TR_PR)
    return properties is not None and any(properties.find(tag) is not None for tag in tags)
