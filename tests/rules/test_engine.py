"""The review: one problem one finding, stance, stable ids and order."""

from __future__ import annotations

from datetime import date

from extractors import read_text
from rules.engine import RuleSet, review_contract
from rules.loader import load_playbook, load_statutes, parse_rule
from rules.model import CheckState, Review, Severity, Stance
from rules.rule import Rule

TODAY = date(2026, 11, 21)
FRAME = "服务合同\n\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n\n第一条 约定\n{}\n"


def rule(name: str, pattern: str, **more: str) -> Rule:
    """A rule that finds ``pattern``; ``more`` are further lines at the top of its file."""
    lines = "\n".join(f"{key} = {value}" for key, value in more.items() if key not in ("when", "harms", "severity"))
    return parse_rule(
        f"""
id = "{name}"
type = "unilateral.change"
title = "标题"
severity = "{more.get("severity", "high")}"
harms = "{more.get("harms", "other")}"
basis = [{{ law = "民法典", article = "543" }}]
{lines}
[when.sentence]
any = ['{pattern}']
{more.get("when", "")}
[say]
message = "{{actor}}可以不经{{harmed}}同意变更。"
wording = "变更须协商一致。"
""",
        f"{name}.toml",
    )


def review(text: str, *rules: Rule, stance: Stance = Stance.NEUTRAL) -> Review:
    return review_contract(
        read_text(FRAME.format(text)), RuleSet(rules, load_statutes(), load_playbook()), stance, TODAY
    )


def test_a_finding_quotes_the_words_between_the_commas_and_names_the_party_harmed() -> None:
    (finding,) = review("如有需要，乙方有权修改合同条款，并通知甲方。", rule("a", "有权修改")).findings
    assert finding.quote == "乙方有权修改合同条款"
    assert finding.harms == "甲方"
    assert finding.message == "乙方可以不经甲方同意变更。"
    assert finding.label == "第一条"


def test_white_space_and_width_do_not_hide_a_place() -> None:
    (finding,) = review("乙方 有权 修改合同条款,并通知甲方。", rule("a", "有权修改")).findings
    assert finding.quote == "乙方 有权 修改合同条款"


def test_two_rules_of_one_type_at_one_place_are_one_finding_and_the_higher_rank_speaks() -> None:
    found = review("乙方有权修改合同条款。", rule("general", "修改"), rule("special", "有权修改", rank="1")).findings
    assert [finding.rule for finding in found] == ["special"]


def test_the_same_words_again_are_a_further_place_of_one_finding() -> None:
    (finding,) = review("乙方有权修改合同条款。\n第二条 其他\n乙方有权修改合同条款。", rule("a", "有权修改")).findings
    assert len(finding.places) == 1


def test_a_finding_that_harms_the_other_side_is_a_note_and_never_hidden() -> None:
    text, change = "乙方有权修改合同条款。", rule("a", "有权修改")
    own = review(text, change, stance=Stance.PARTY_A).findings[0]
    theirs = review(text, change, stance=Stance.PARTY_B).findings[0]
    assert (own.severity, own.favourable) == (Severity.HIGH, False)
    assert (theirs.severity, theirs.favourable) == (Severity.LOW, True)
    assert own.id == theirs.id


def test_ids_survive_text_put_in_before() -> None:
    change = rule("a", "有权修改")
    before = review("乙方有权修改合同条款。", change).findings[0]
    after = review("双方友好合作。乙方有权修改合同条款。", change).findings[0]
    assert before.id == after.id


def test_the_gravest_comes_first_then_the_order_of_the_text() -> None:
    found = review(
        "甲方可以退货。乙方有权修改合同条款。甲方可以换货。",
        rule("grave", "有权修改"),
        rule("slight", "可以[退换]货", severity="low"),
    ).findings
    assert [finding.quote for finding in found] == ["乙方有权修改合同条款", "甲方可以退货", "甲方可以换货"]


def test_words_that_must_not_stand_in_the_sentence_silence_it() -> None:
    change = rule("a", "有权修改", when="without = ['协商']")
    assert not review("乙方有权修改合同条款，但须协商。", change).findings
    assert review("乙方有权修改合同条款。但须协商。", change).findings


def test_every_rule_leaves_its_answer() -> None:
    states = {
        check.rule: check.state for check in review("乙方有权修改。", rule("a", "有权修改"), rule("b", "无权")).checks
    }
    assert states == {"a": CheckState.FOUND, "b": CheckState.PASSED}


def test_an_option_that_was_not_chosen_is_not_reviewed() -> None:
    changes = rule("a", "有权修改")
    options = "变更方式：\n□ 乙方有权修改合同条款；\n{} 双方协商一致修改。"
    assert review(options.format("☑"), changes).findings == ()
    assert len(review(options.format("□"), changes).findings) == 1, "nothing was chosen yet"
    (finding,) = review("变更方式：\n☑ 乙方有权修改合同条款；\n□ 双方协商一致修改。", changes).findings
    assert "有权修改" in finding.quote


def test_words_on_both_sides_of_an_option_that_was_not_chosen_are_read() -> None:
    text = "乙方负责：□安装 ☑培训；并有权修改合同条款。"
    assert [finding.quote for finding in review(text, rule("a", "有权修改")).findings] == ["并有权修改合同条款"]
    assert review(text, rule("a", "安装")).findings == ()
