"""The facts of a contract: one module for each kind, put together here."""

from __future__ import annotations

from extractors.entities.blanks import find_blanks
from extractors.entities.checkboxes import find_checkboxes
from extractors.entities.citations import find_citations
from extractors.entities.contract_type import find_type
from extractors.entities.copies import find_copies
from extractors.entities.dates import find_dates
from extractors.entities.money import find_money
from extractors.entities.parties import find_parties
from extractors.entities.periods import find_periods
from extractors.entities.rates import find_rates
from extractors.entities.references import find_references
from extractors.entities.terms import find_terms
from extractors.model import Clause, ContractType, Document, Facts, Region

__all__ = ["classify", "find_facts"]


def find_facts(document: Document, clauses: tuple[Clause, ...], regions: tuple[Region, ...]) -> Facts:
    """All facts of ``document``; ``clauses`` are the targets of references, ``regions`` bound parties and blanks."""
    text = document.text
    parties = find_parties(text, clauses, regions)
    roles = tuple(party.role for party in parties)
    dates = find_dates(text)
    citations = find_citations(text)
    return Facts(
        parties=parties,
        money=find_money(text),
        rates=find_rates(text, roles),
        periods=find_periods(text, [date.span for date in dates]),
        dates=dates,
        citations=citations,
        references=find_references(text, clauses, citations),
        blanks=find_blanks(text, regions, dates, document.blocks),
        copies=find_copies(text, roles),
        terms=find_terms(text),
        checkboxes=find_checkboxes(text),
    )


def classify(document: Document, clauses: tuple[Clause, ...], facts: Facts) -> ContractType:
    """What kind of contract ``document`` is; words in its attached documents (``clauses`` of level 0) do not count."""
    return find_type(document.text, facts.parties, clauses)
