"""Whether a rule keeps its own word: examples match as marked, basis is in force, wording does not fire again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractors import read_text
from rules.engine import RuleSet, review_contract
from rules.model import Finding, Stance
from rules.rule import Example, Rule

_AROUND = "{title}\n\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n\n第一条 约定事项\n{text}\n"
_ENOUGH = 2  # bad and good examples each


def problems(rule: Rule, ruleset: RuleSet, today: date) -> Iterator[str]:
    """What is wrong with ``rule``, one sentence each; nothing where it is sound.

    A bad example must be found exactly once, at the marked span, with its severity and party harmed if given;
    good examples and the suggested wording must not be found at all.
    """
    if not rule.basis:
        yield "has no basis"
    for basis in rule.basis:
        if not ruleset.statutes.in_force(basis.law, basis.article, today):
            yield f"basis {basis.law} {basis.article} is not a verified article in force"
    if len(rule.bad) < _ENOUGH or len(rule.good) < _ENOUGH:
        yield f"needs {_ENOUGH} bad and {_ENOUGH} good examples"
    if not rule.message or not rule.wording:
        yield "needs a message and a wording"
    alone = RuleSet((rule,), ruleset.statutes, ruleset.playbook)
    for number, example in enumerate(rule.bad, 1):
        yield from (f"bad example {number}: {problem}" for problem in _bad(example, alone, today))
    for number, example in enumerate(rule.good, 1):
        found = _findings(example, alone, today)[0]
        if found:
            yield f"good example {number}: found {found[0].quote!r}"
    wording = _findings(
        Example(rule.wording, rule.bad[0].title if rule.bad else "合作合同", whole=_stands_alone(rule)), alone, today
    )[0]
    if wording and not rule.type.startswith("missing."):
        yield f"its own wording is found: {wording[0].quote!r}"
    if wording and rule.type.startswith("missing."):
        yield "its own wording does not make good what is missing"


def _stands_alone(rule: Rule) -> bool:
    """Whether the wording is read by itself: a rule about the whole contract would find fault with its frame."""
    return bool(rule.bad) and rule.bad[0].whole and not rule.type.startswith("missing.")


def _bad(example: Example, alone: RuleSet, today: date) -> Iterator[str]:
    found, start = _findings(example, alone, today)
    if len(found) != 1:
        yield f"found {len(found)} times: {[finding.quote for finding in found]}"
        return
    finding = found[0]
    wanted = example.marked and example.marked.shifted(start)
    if finding.span != wanted:
        yield f"found at {finding.quote!r}, not at the marked place"
    if example.severity and finding.severity is not example.severity:
        yield f"is {finding.severity}, not {example.severity}"
    if example.harms is not None and finding.harms != example.harms:
        yield f"harms {finding.harms!r}, not {example.harms!r}"
    if "…" in finding.message:
        yield f"the message has a gap: {finding.message}"


def _findings(example: Example, alone: RuleSet, today: date) -> tuple[tuple[Finding, ...], int]:
    """The findings in ``example``, and where its text starts in the contract made around it."""
    text = example.text if example.whole else _AROUND.format(title=example.title, text=example.text)
    contract = read_text(text)
    review = review_contract(contract, alone, Stance.NEUTRAL, today)
    start = contract.text.find(example.text.strip().split("\n")[0])
    return (*review.findings, *review.missing), max(start, 0) - (len(example.text) - len(example.text.lstrip()))
