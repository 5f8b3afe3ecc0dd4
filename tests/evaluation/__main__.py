"""``python3 tests/evaluation [--type PREFIX] [--only PREFIX] [-v]``: how well are labelled contracts reviewed?

Prints how good the reviews of the contracts in ``contracts/`` were. They are invented; their labels were
written before the rules saw them. Those named ``second_…`` were written by someone who had not read the rules.
Figures are for reading: nothing fails below a threshold. ``-v`` prints every miss and every false alarm.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.evaluation.scoring import Outcome, Reviewed

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[0] = str(ROOT)


def main(arguments: list[str]) -> int:
    """Review the chosen contracts and print the figures; 2 where none is chosen."""
    from tests.evaluation.labels import load_all
    from tests.evaluation.scoring import Outcome, score

    parser = argparse.ArgumentParser(prog="tests/evaluation", description=__doc__)
    parser.add_argument("--type", default="", metavar="PREFIX", help="contracts of this type only, as 租赁")
    parser.add_argument("--only", default="", metavar="PREFIX", help="files whose name begins so, as second_")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every miss and every false alarm")
    options = parser.parse_args(arguments)
    chosen = [labels for labels in load_all(options.type) if labels.file.startswith(options.only)]
    total = Outcome()
    for labels in chosen:
        outcome = score(labels, review(labels.path))
        total += outcome
        print(f"{labels.file}: {line_of(outcome)}", flush=True)
        if options.verbose:
            print_errors(outcome)
    if not chosen:
        print("no such contract", file=sys.stderr)
        return 2
    print_by_type(total)
    print_totals(total)
    return 0


def review(path: Path) -> Reviewed:
    """What the program says of the contract at ``path``, for neither side."""
    import extractors
    import rules
    from tests.evaluation.scoring import Reported, Reviewed

    contract = extractors.read(path)
    found = rules.review(contract)
    return Reviewed(
        contract_type=contract.type.name,
        findings=tuple(Reported(one.type, one.quote, one.severity.value) for one in found.findings),
        missing=frozenset(one.type for one in found.missing),
        clauses=tuple((clause.level, clause.span.of(contract.text)[:40]) for clause in contract.clauses),
    )


def line_of(outcome: Outcome) -> str:
    """One contract's figures in a line."""
    musts, reported = len(outcome.musts), len(outcome.right) + len(outcome.wrong) + len(outcome.repeats)
    return (
        f"must {musts - len(outcome.missed)}/{musts}, right {len(outcome.right)}/{reported}"
        f" (known-clean {len(outcome.on_clean)}),"
        f" missing {len(outcome.lacks) - len(outcome.lacks_missed)}/{len(outcome.lacks)}"
        f" (+{len(outcome.lacks_wrong)}),"
        f" clauses {outcome.clauses_right}/{outcome.clauses} of {outcome.clauses_reported},"
        f" type {'right' if outcome.types_right else 'WRONG'}"
    )


def print_errors(outcome: Outcome) -> None:
    """Every miss and every false alarm of one contract."""
    for risk in outcome.missed:
        print("   MISS  ", risk.type, "|", risk.quote, "|", risk.note)
    for finding in outcome.wrong:
        print("   WRONG!" if finding in outcome.on_clean else "   WRONG ", finding.type, "|", finding.quote)
    for finding in outcome.repeats:
        print("   REPEAT", finding.type, "|", finding.quote)
    for type_ in outcome.lacks_missed:
        print("   MISS  ", type_)
    for type_ in outcome.lacks_wrong:
        print("   WRONG ", type_)


def print_by_type(total: Outcome) -> None:
    """Musts, misses and false alarms of every type."""
    musts = Counter(risk.type for risk in total.musts) + Counter(total.lacks)
    missed = Counter(risk.type for risk in total.missed) + Counter(total.lacks_missed)
    right = Counter(finding.type for finding in total.right)
    wrong = Counter(finding.type for finding in total.wrong) + Counter(total.lacks_wrong)
    clean = Counter(finding.type for finding in total.on_clean)
    print(f"\n{'type':28s} {'must':>5s} {'missed':>7s} {'right':>6s} {'wrong':>6s} {'on clean':>9s}")
    for type_ in sorted({*musts, *missed, *right, *wrong}):
        print(f"{type_:28s} {musts[type_]:5d} {missed[type_]:7d} {right[type_]:6d} {wrong[type_]:6d} {clean[type_]:9d}")


def print_totals(total: Outcome) -> None:
    """The figures of all contracts together."""
    musts, lacks, extra = len(total.musts), len(total.lacks), len(total.lacks_wrong)
    reported = len(total.right) + len(total.wrong) + len(total.repeats)
    rows = (
        ("finding recall (must)", musts - len(total.missed), musts, ""),
        ("finding precision", len(total.right), reported, f"{len(total.wrong)} wrong, {len(total.repeats)} repeats"),
        ("false alarms on clean text", len(total.on_clean), reported, ""),
        ("notes precision (low)", total.notes_right, total.notes, ""),
        ("missing recall (must)", lacks - len(total.lacks_missed), lacks, ""),
        ("missing precision", len(total.lacks_reported) - extra, len(total.lacks_reported), ""),
        ("clause recall", total.clauses_right, total.clauses, ""),
        ("clause precision", total.clauses_right, total.clauses_reported, ""),
        ("clause level", total.levels_right, total.clauses_right, ""),
        ("contract type", total.types_right, total.contracts, ""),
    )
    print()
    for name, part, whole, remark in rows:
        share = f"{part / whole:.3f}" if whole else "none"
        print(f"{name:28s} {part:5d}/{whole:<5d} {share}  {remark}".rstrip())


if __name__ == "__main__":
    if Path(sys.prefix) != ROOT / ".venv":
        from app.bootstrap import enter

        enter("tests", ["tests/evaluation", *sys.argv[1:]])
    sys.exit(main(sys.argv[1:]))
