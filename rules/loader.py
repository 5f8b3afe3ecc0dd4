"""Rule files, statute table and playbook from disk to values, with errors that name file and key."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from extractors.model import Span
from rules.engine import RuleSet
from rules.kinds.checks import parse_check
from rules.kinds.clause import parse_clause
from rules.kinds.missing import parse_missing
from rules.kinds.rate import parse_rate
from rules.kinds.sentence import parse_sentence
from rules.model import Article, Basis, Severity
from rules.playbook import Playbook
from rules.rule import Example, Finder, Rule, SeverityByStance, Where
from rules.statute_table import LawChange, Statutes
from rules.tables import RuleError, Table

KINDS: dict[str, Callable[[Table], Finder]] = {
    "sentence": parse_sentence,
    "clause": parse_clause,
    "rate": parse_rate,
    "check": parse_check,
    "missing": parse_missing,
}
_OPEN, _CLOSE = "⟦", "⟧"


@lru_cache(maxsize=1)
def load_ruleset() -> RuleSet:
    """The built-in catalogue, statutes and playbook.

    Raises:
        RuleError: a rule file is wrong; the message names file and key.
    """
    rules = tuple(sorted(_catalogue(files("rules") / "catalog"), key=lambda rule: rule.id))
    twice = {rule.id for rule in rules if sum(other.id == rule.id for other in rules) > 1}
    if twice:
        raise RuleError("rules/catalog", "id", f"used twice: {', '.join(sorted(twice))}")
    return RuleSet(rules, load_statutes(), load_playbook())


@lru_cache(maxsize=1)
def load_statutes() -> Statutes:
    """The statute table of resources/statutes."""
    folder = files("resources") / "statutes"
    articles = json.loads((folder / "articles.json").read_text("utf8"))
    changes = json.loads((folder / "changes.json").read_text("utf8"))
    return Statutes(
        (
            Article(
                law=row["law"],
                short=row["short"],
                article=row["article"],
                text=row["text"],
                effective=_day(row["effective"]),
                repealed=_day(row["repealed"]),
                status=row["status"],
            )
            for row in articles
        ),
        (
            LawChange(
                law=row["law"],
                short=row["short"],
                repealed=_day(row["repealed"]),
                renumbered=row["change"] == "articles renumbered",
                replaced_by=row["replaced_by"],
                article_map=row["map"],
            )
            for row in changes
        ),
    )


@lru_cache(maxsize=1)
def load_playbook() -> Playbook:
    """The built-in playbook (rules/playbook.toml), with the dated LPR of resources/dictionary/benchmark.toml."""
    table = Table(tomllib.loads((files("rules") / "playbook.toml").read_text("utf8")), "rules/playbook.toml")
    lpr = tomllib.loads((files("resources") / "dictionary" / "benchmark.toml").read_text("utf8"))["lpr_one_year"]
    severities = table.table("severity")
    playbook = Playbook(
        name=table.text("name"),
        lpr_one_year=Decimal(lpr["rate"]),
        lpr_date=lpr["published"],
        severities={key: severities.choice(key, Severity) for key in severities.keys()},  # noqa: SIM118 - a Table
        off=frozenset(table.texts("off")),
    )
    table.close()
    return playbook


def parse_rule(source: str, file: str) -> Rule:
    """One rule from the text of its file.

    Raises:
        RuleError: TOML or content is wrong.
    """
    try:
        table = Table(tomllib.loads(source), file)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(file, "TOML", str(error)) from error
    say, when = table.table("say"), table.table("when")
    rule = Rule(
        id=table.text("id"),
        type=table.text("type"),
        title=table.text("title"),
        severity=_severity(table),
        harms=table.text("harms"),
        basis=tuple(_basis(row) for row in table.tables("basis")),
        where=_where(table.table("where")),
        find=_finder(when),
        message=say.text("message"),
        wording=say.text("wording"),
        bad=tuple(_example(row) for row in table.tables("bad")),
        good=tuple(_example(row) for row in table.tables("good")),
        rank=int(table.number("rank", 0)),
        yields_to=table.texts("yields_to"),
        file=file,
    )
    say.close()
    table.close()
    return rule


def _catalogue(folder: Traversable) -> Iterator[Rule]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _catalogue(entry)
        elif entry.name.endswith(".toml"):
            rule = parse_rule(entry.read_text("utf8"), f"{folder.name}/{entry.name}")
            if entry.name != f"{rule.id}.toml":
                raise RuleError(rule.file, "id", f"{rule.id!r} is not the file's name")
            yield rule


def _finder(when: Table) -> Finder:
    named = [kind for kind in KINDS if kind in when]
    if len(named) != 1:
        raise when.error("", f"needs exactly one of {', '.join(KINDS)}")
    finder = KINDS[named[0]](when)
    when.close()
    return finder


def _severity(table: Table) -> SeverityByStance:
    neutral = table.choice("severity", Severity)
    stance = table.table("stance")
    by_stance = SeverityByStance(
        neutral, stance.choice("harmed", Severity, neutral), stance.choice("favourable", Severity, Severity.LOW)
    )
    stance.close()
    return by_stance


def _basis(row: Table) -> Basis:
    basis = Basis(row.text("law"), row.text("article"))
    row.close()
    return basis


def _where(table: Table) -> Where:
    where = Where(
        types=table.texts("types"),
        not_types=table.texts("not_types"),
        title=table.patterns("title"),
        not_title=table.patterns("not_title"),
        contract_has=table.patterns("contract_has"),
        contract_lacks=table.patterns("contract_lacks"),
    )
    table.close()
    return where


def _example(row: Table) -> Example:
    marked = row.text("text")
    start, end = marked.find(_OPEN), marked.find(_CLOSE)
    if (start < 0) is not (end < 0) or end < start:
        raise row.error("text", f"needs both {_OPEN} and {_CLOSE}, or neither")
    example = Example(
        text=marked.replace(_OPEN, "").replace(_CLOSE, ""),
        title=row.text("contract", "合作合同"),
        whole=row.flag("whole", default=False),
        marked=Span(start, end - 1) if start >= 0 else None,
        severity=row.choice("severity", Severity) if "severity" in row else None,
        harms=row.text("harms") if "harms" in row else None,
    )
    row.close()
    return example


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
