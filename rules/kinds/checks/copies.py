"""How many copies there are, and whether the holders' copies add up."""

from __future__ import annotations

from collections.abc import Iterator

from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table


def parse_copies(_table: Table) -> Finder:
    """Copies whose total is not what the holders get together. Fields: total, held."""
    return _find


def _find(context: Context) -> Iterator[Match]:
    for copies in context.contract.facts.copies:
        held = [count for _, count in copies.holders]
        counted = [count for count in held if count is not None]
        if copies.total is None or not held or len(counted) < len(held) or sum(counted) == copies.total:
            continue
        yield Match(
            copies.span, harms="both", fields={"total": str(copies.total), "held": str(sum(counted))}, why="份数"
        )
