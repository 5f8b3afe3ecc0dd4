"""The review: all rules over one contract. Pure: no files, no clock of its own, stable order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractors.model import Contract, Span
from rules.context import Context
from rules.model import Check, CheckState, Finding, Review, Severity, Stance, finding_id
from rules.patterns import any_occurs
from rules.playbook import Playbook
from rules.rule import Harm, Match, Rule, Where
from rules.statute_table import Statutes


@dataclass(frozen=True)
class RuleSet:
    """Everything a review needs besides the contract."""

    rules: tuple[Rule, ...]
    statutes: Statutes
    playbook: Playbook


def review_contract(contract: Contract, ruleset: RuleSet, stance: Stance, today: date) -> Review:
    """All findings of ``ruleset`` in ``contract``, gravest first; ``today`` decides which law is in force."""
    context = Context(contract, ruleset.playbook, ruleset.statutes, today)
    found: list[_Found] = []
    checks = []
    for rule in ruleset.rules:
        if rule.id in ruleset.playbook.off:
            continue
        applies = _applies(rule.where, context)
        matches = [match for match in rule.find(context) if _in_place(rule.where, match, context)] if applies else []
        found += [_Found(rule, match) for match in matches]
        state = CheckState.FOUND if matches else CheckState.PASSED if applies else CheckState.NOT_APPLICABLE
        checks.append(Check(rule.id, rule.title, rule.type, state))
    findings = list(_findings(_recurring(_settle(found), context), context, stance))
    findings.sort(key=lambda finding: (finding.severity.rank, finding.span or Span(0, 0), finding.type))
    return Review(
        contract,
        stance,
        tuple(finding for finding in findings if not finding.missing),
        tuple(finding for finding in findings if finding.missing),
        tuple(checks),
    )


@dataclass(frozen=True)
class _Found:
    rule: Rule
    match: Match

    @property
    def severity(self) -> Severity:
        return self.match.severity or self.rule.severity.neutral


def _applies(where: Where, context: Context) -> bool:
    name = context.contract.type.name
    if where.types and not any(word in name for word in where.types):
        return False
    if any(word in name for word in where.not_types):
        return False
    text = context.canonical.text
    if where.contract_has and not any_occurs(where.contract_has, text):
        return False
    return not any_occurs(where.contract_lacks, text)


def _in_place(where: Where, match: Match, context: Context) -> bool:
    if match.span is None:
        return True
    if context.unticked(match.span):
        return False
    if not (where.title or where.not_title):
        return True
    titles = context.titles(match.span)
    if where.title and not any(any_occurs(where.title, title) for title in titles):
        return False
    return not any(any_occurs(where.not_title, title) for title in titles)


def _settle(found: Sequence[_Found]) -> list[_Found]:
    """One problem, one finding: of findings of one type at one place the most specific speaks."""
    order = sorted(
        found, key=lambda item: (-item.rule.rank, item.severity.rank, item.match.span or Span(0, 0), item.rule.id)
    )
    kept: dict[str, list[_Found]] = defaultdict(list)
    for item in order:
        span = item.match.span
        if span is None or not any(_shares(span, other.match.span) for other in kept[item.rule.type]):
            kept[item.rule.type].append(item)
    spans = {kind: [item.match.span for item in items] for kind, items in kept.items()}
    return [
        item
        for items in kept.values()
        for item in items
        if item.match.span is None
        or not any(_shares(item.match.span, span) for kind in item.rule.yields_to for span in spans.get(kind, []))
    ]


def _shares(span: Span, other: Span | None) -> bool:
    return other is not None and span.overlaps(other)


def _recurring(found: Sequence[_Found], context: Context) -> Iterator[_Found]:
    """The same words found again by the same rule are further places of one finding."""
    groups: dict[tuple[str, str], list[_Found]] = defaultdict(list)
    for item in sorted(found, key=lambda item: item.match.span or Span(0, 0)):
        span = item.match.span
        groups[item.rule.id, context.canonical_of(span) if span else ""].append(item)
    for first, *others in groups.values():
        further = tuple(item.match.span for item in others if item.match.span is not None)
        yield replace(first, match=replace(first.match, places=first.match.places + further))


def _findings(found: Iterable[_Found], context: Context, stance: Stance) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str], int] = defaultdict(int)
    for item in found:
        rule, match = item.rule, item.match
        quote = match.span.of(context.contract.text) if match.span else ""
        clause = context.clause_of(match.span) if match.span else None
        label = clause.label if clause else ""
        seen[rule.id, label, quote] += 1
        harms = _harmed(rule, match, context)
        severity, favourable = _for_stance(item, harms, stance, context)
        values = _Fields(_message_fields(match, harms, context))
        yield Finding(
            id=finding_id(rule.id, label, quote, seen[rule.id, label, quote]),
            type=rule.type,
            rule=rule.id,
            title=rule.title,
            severity=severity,
            harms=harms,
            message=rule.message.format_map(values),
            wording=rule.wording.format_map(values),
            basis=rule.basis,
            span=match.span,
            quote=quote,
            clause=clause.id if clause else "",
            label=label,
            places=match.places,
            favourable=favourable,
            why=match.why,
        )


def _harmed(rule: Rule, match: Match, context: Context) -> str:
    if match.harms is not None:
        return match.harms
    if rule.harms == Harm.ACTOR:
        return match.actor
    if rule.harms == Harm.OTHER:
        return context.other(match.actor)
    return rule.harms


def _for_stance(item: _Found, harms: str, stance: Stance, context: Context) -> tuple[Severity, bool]:
    """Severity for the side reviewed; a finding that harms only the other side is a note, and says so."""
    own = context.playbook.severities.get(item.rule.id, item.severity)
    side = context.side(harms)
    if stance is Stance.NEUTRAL or side is None:
        return own, False
    by_stance = item.rule.severity
    if side is stance:
        return min(own, by_stance.harmed, key=lambda severity: severity.rank), False
    return max(own, by_stance.favourable, key=lambda severity: severity.rank), True


class _Fields(dict[str, str]):
    """Message fields; what the place does not tell reads as a neutral word."""

    def __missing__(self, key: str) -> str:
        return "…"


def _message_fields(match: Match, harms: str, context: Context) -> dict[str, str]:
    actor = match.actor
    named = harms if harms not in ("", "both") else ""
    return {
        "actor": actor or "一方",
        "other": context.other(actor) or ("对方" if actor else "另一方"),
        "payer": actor or named or "付款方",
        "harmed": named or ("双方" if harms == "both" else "受约束的一方"),
        **match.fields,
    }
