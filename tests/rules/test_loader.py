"""Mistakes in a rule file are explained by file and key."""

from __future__ import annotations

import pytest

from rules.loader import load_playbook, load_ruleset, parse_rule
from rules.tables import RuleError

SOUND = """
id = "late-reply"
type = "deemed.consent"
title = "沉默视为同意"
severity = "medium"
harms = "other"
basis = [{ law = "民法典", article = "140" }]
[when.sentence]
any = ['视为…同意']
[say]
message = "沉默被当作同意。"
wording = "同意须以书面作出。"
"""


def explain(source: str) -> str:
    with pytest.raises(RuleError) as error:
        parse_rule(source, "deemed/late-reply.toml")
    return str(error.value)


def test_a_sound_rule_is_read() -> None:
    rule = parse_rule(SOUND, "deemed/late-reply.toml")
    assert (rule.id, rule.type, rule.basis[0].article) == ("late-reply", "deemed.consent", "140")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('severity = "medium"', 'severity = "grave"', "severity"),
        ('title = "沉默视为同意"\n', "", "title: is required"),
        ("any = ['视为…同意']", "any = ['视为(同意']", "when.sentence.any"),
        ("any = ['视为…同意']", "any = ['(同意)?']", "empty text"),
        ("any = ['视为…同意']", "any = []", "when.sentence.any"),
        ("any = ['视为…同意']", "any = ['视为…同意']\nwithuot = ['不']", "when.sentence.withuot: is not a known key"),
        ("[when.sentence]", "[when.sentense]", "exactly one of"),
        ("[say]", "[say]\nextra = 1", "say.extra"),
        ('id = "late-reply"', "id = late", "TOML"),
        ('article = "140"', "article = 140", "basis[1].article"),
    ],
)
def test_a_mistake_names_file_and_key(old: str, new: str, said: str) -> None:
    message = explain(SOUND.replace(old, new))
    assert message.startswith("deemed/late-reply.toml: ")
    assert said in message


def test_unbalanced_marks_in_an_example_are_a_mistake() -> None:
    assert "bad[1].text" in explain(SOUND + '\n[[bad]]\ntext = "⟦逾期视为同意"\n')


def test_the_built_in_catalogue_has_one_file_a_rule_and_dated_lpr() -> None:
    rules = load_ruleset().rules
    assert len({rule.id for rule in rules}) == len(rules) >= 30
    assert load_playbook().lpr_date.year >= 2026
