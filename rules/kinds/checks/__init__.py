"""Rules that compare or look up facts; each check is a function, its figures and words are in the rule file.

[when.check]
name   the check
…      what the check needs: see the function's text
"""

from __future__ import annotations

from collections.abc import Callable

from rules.kinds.checks.amounts import parse_amounts
from rules.kinds.checks.asymmetry import parse_late_fee_asymmetry
from rules.kinds.checks.attachments import parse_attachments, parse_listed_attachments, parse_papers
from rules.kinds.checks.blanks import parse_blank_head, parse_blanks
from rules.kinds.checks.citations import parse_repealed_law
from rules.kinds.checks.copies import parse_copies
from rules.kinds.checks.deposits import parse_deposit_amount
from rules.kinds.checks.effect import parse_effect
from rules.kinds.checks.forum import parse_named_court
from rules.kinds.checks.late_fees import parse_two_rates
from rules.kinds.checks.numbering import parse_numbering
from rules.kinds.checks.parties import parse_party_count, parse_party_details
from rules.kinds.checks.price_tables import parse_price_rows, parse_price_sum
from rules.kinds.checks.probation import parse_probation
from rules.kinds.checks.references import parse_named_clauses, parse_off_subject, parse_references
from rules.kinds.checks.sums import parse_parts, parse_products, parse_shares, parse_term_dates
from rules.kinds.checks.terms import parse_self_names, parse_unused_terms
from rules.kinds.checks.totals import parse_listed_sum, parse_rest, parse_share_of_price
from rules.rule import Finder
from rules.tables import Table

CHECKS: dict[str, Callable[[Table], Finder]] = {
    "late-fee-asymmetry": parse_late_fee_asymmetry,
    "blanks": parse_blanks,
    "blank-head": parse_blank_head,
    "repealed-law": parse_repealed_law,
    "copies": parse_copies,
    "unused-terms": parse_unused_terms,
    "self-names": parse_self_names,
    "named-court": parse_named_court,
    "late-fee-two-rates": parse_two_rates,
    "numbering": parse_numbering,
    "party-details": parse_party_details,
    "party-count": parse_party_count,
    "references": parse_references,
    "off-subject": parse_off_subject,
    "named-clauses": parse_named_clauses,
    "attachments": parse_attachments,
    "papers": parse_papers,
    "listed-attachments": parse_listed_attachments,
    "effect": parse_effect,
    "amounts": parse_amounts,
    "shares": parse_shares,
    "products": parse_products,
    "parts": parse_parts,
    "price-rows": parse_price_rows,
    "price-sum": parse_price_sum,
    "term-dates": parse_term_dates,
    "probation": parse_probation,
    "listed-sum": parse_listed_sum,
    "rest": parse_rest,
    "share-of-price": parse_share_of_price,
    "deposit-amount": parse_deposit_amount,
}


def parse_check(when: Table) -> Finder:
    """The condition of ``[when.check]``."""
    table = when.table("check")
    name = table.text("name")
    if name not in CHECKS:
        raise table.error("name", f"{name!r} is none of {', '.join(CHECKS)}")
    finder = CHECKS[name](table)
    table.close()
    return finder
