"""The one use case: a file in, a review out. The window, the command line and a batch all call this."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import extractors
import rules
from extractors.isolation import read_isolated
from extractors.model import Contract, ContractType
from extractors.text import Progress
from rules.model import Review, Stance


def review_file(
    path: Path,
    *,
    stance: Stance = Stance.NEUTRAL,
    contract_type: str | None = None,
    progress: Progress | None = None,
    password: str | None = None,
    isolated: bool = True,
) -> Review:
    """Read the contract at ``path`` and review it for ``stance``; the file is only read.

    The file is parsed in a process of its own, within limits, unless ``isolated`` is False (a caller that is such a
    process itself). ``password`` opens an encrypted file.
    ``contract_type`` (技术服务合同) overrules the type found in the text. ``progress`` hears stage codes
    ("reading" …, then "rules") with the share done, and cancels by raising `extractors.errors.CancelledError`.
    Raises the errors of `extractors.errors` where the file cannot be read.
    """
    if isolated:
        contract = read_isolated(path, progress=progress, password=password)
    else:
        contract = extractors.read(path, progress, password)
    return review_contract(contract, stance=stance, contract_type=contract_type, progress=progress)


def review_contract(
    contract: Contract,
    *,
    stance: Stance = Stance.NEUTRAL,
    contract_type: str | None = None,
    progress: Progress | None = None,
) -> Review:
    """Review a contract that was read before, as after a change of stance; see `review_file`."""
    if progress is not None:
        progress("rules", 0.0)
    if contract_type:
        contract = replace(contract, type=ContractType(contract_type))
    review = rules.review(contract, stance)
    if progress is not None:
        progress("rules", 1.0)
    return review
