"""The one use case: a file in, a review out. The window, the command line and a batch all call this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import extractors
import rules
from extractors.isolation import prepare_worker, read_isolated
from extractors.matter import combine, read_each
from extractors.model import Contract, ContractType, RevisionView
from extractors.text import Progress
from rules.loader import load_ruleset
from rules.model import Review, Stance


def prepare() -> None:
    """Load what every review needs, a reading process and the catalogue, so that the first file is read at once."""
    prepare_worker()
    load_ruleset()


def review_file(
    path: Path,
    *,
    stance: Stance = Stance.NEUTRAL,
    contract_type: str | None = None,
    progress: Progress | None = None,
    password: str | None = None,
    isolated: bool = True,
    revisions: RevisionView = "accepted",
) -> Review:
    """Read the contract at ``path`` and review it for ``stance``; the file is only read.

    The file is parsed in a process of its own, within limits, unless ``isolated`` is False (a caller that is such a
    process itself). ``password`` opens an encrypted file. ``revisions`` tells which text is reviewed of a Word file
    with tracked changes.
    ``contract_type`` (技术服务合同) overrules the type found in the text. ``progress`` hears stage codes
    ("reading" …, then "rules") with the share done, and cancels by raising `extractors.errors.CancelledError`.
    Raises the errors of `extractors.errors` where the file cannot be read.
    """
    if isolated:
        contract = read_isolated(path, progress=progress, password=password, revisions=revisions)
    else:
        contract = extractors.read(path, progress, password, revisions=revisions)
    return review_contract(contract, stance=stance, contract_type=contract_type, progress=progress)


def review_matter(
    paths: Sequence[Path],
    *,
    stance: Stance = Stance.NEUTRAL,
    contract_type: str | None = None,
    progress: Progress | None = None,
    password: str | None = None,
    revisions: RevisionView = "accepted",
) -> Review:
    """Review several files as one contract with its attached documents, each parsed in a process of its own.

    Arguments and errors are those of `review_file`; the ``file`` of an error names the file that cannot be read.
    """

    def read(path: Path, tell: Progress) -> Contract:
        return read_isolated(path, progress=tell, password=password, revisions=revisions)

    contract = combine(read_each(paths, read, progress))
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
