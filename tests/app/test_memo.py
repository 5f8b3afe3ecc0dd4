"""The memo, reopened as a reader of it would: with python-docx, and as XML where python-docx has no words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from app.export import ExportError, SourceOverwriteError
from app.export.memo_docx import write_memo
from app.model import Decision, Verdict
from extractors.model import Facts, Party
from rules.model import Basis, Finding, Review, Severity, Stance
from tests.app.samples import sample_review, span_of

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def review() -> Review:
    return sample_review(Stance.PARTY_A)


@pytest.fixture(scope="module")
def memo(review: Review, tmp_path_factory: pytest.TempPathFactory) -> Document:
    return written(review, tmp_path_factory.mktemp("memo"))


def written(review: Review, folder: Path, *decisions: Decision, include_dismissed: bool = False) -> Document:
    path = folder / "意见书.docx"
    by_id = {decision.finding_id: decision for decision in decisions}
    write_memo(review, by_id, path, include_dismissed=include_dismissed, today=DAY)
    return docx.Document(str(path))


def words(document: Document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def table_with(document: Document, head: str) -> list[list[str]]:
    for table in document.tables:
        if any(cell.text == head for cell in table.rows[0].cells):
            return [[cell.text for cell in row.cells] for row in table.rows]
    raise AssertionError(f"no table with {head}")


def style_of(paragraph: Paragraph) -> str | None:
    return paragraph.style.name if paragraph.style is not None else None


def finding_of(review: Review, kind: str) -> Finding:
    return next(finding for finding in (*review.findings, *review.missing) if finding.type == kind)


def test_it_opens_with_title_file_date_stance_and_parties(memo: Document) -> None:
    assert memo.paragraphs[0].text == "合同审查意见书"
    assert style_of(memo.paragraphs[0]) == "Title"
    cover = {row.cells[0].text: row.cells[1].text for row in memo.tables[0].rows}
    assert cover == {
        "审查文件": "技术服务合同.txt",
        "合同类型": "技术服务合同",
        "审查立场": "甲方",
        "审查日期": "2026年3月2日",
    }
    assert ["甲方", "杭州青禾智造有限公司"] in table_with(memo, "甲方")


def test_a_party_left_blank_is_shown_as_blank(review: Review, tmp_path: Path) -> None:
    facts = Facts(parties=(Party("甲方", "", aliases=("委托方",)), Party("乙方", "成都云岫软件有限公司")))
    blank = replace(review, contract=replace(review.contract, facts=facts))
    assert ["甲方", "〔空白〕（又称：委托方）"] in table_with(written(blank, tmp_path), "甲方")


def test_key_terms_give_price_term_late_fee_by_the_year_and_disputes(memo: Document) -> None:
    terms = dict(row for row in table_with(memo, "金额") if len(row) == 2)
    assert terms["金额"] == "480,000元（第2.1条）"
    assert terms["期限"] == "合同期限一年（第五条）"
    assert "每日2%，年化730%，以服务费总额为基数（第2.3条）" in terms["比例与费率"]
    assert terms["争议解决"].startswith("因本合同产生的争议，可向仲裁委员会申请仲裁")


def test_the_dispute_clause_is_told_from_others_that_mention_a_court(review: Review, tmp_path: Path) -> None:
    old, new = "乙方对甲方的间接损失、数据丢失不承担任何责任。", "乙方被人民法院列为失信被执行人的，甲方可解约。"
    contract = review.contract
    text = contract.text.replace(old, new.ljust(len(old), "。")[: len(old)])
    other = replace(contract, document=replace(contract.document, text=text))
    terms = dict(row for row in table_with(written(replace(review, contract=other), tmp_path), "金额"))
    assert terms["争议解决"].startswith("因本合同产生的争议")
    assert terms["争议解决"].endswith("（第六条）")


def test_the_summary_counts_by_severity(memo: Document) -> None:
    rows = table_with(memo, "高")
    assert rows[1:] == [["现有条款的风险", "3", "3", "2", "8"], ["建议补充的条款", "0", "2", "1", "3"]]


def test_findings_stand_in_the_order_of_the_contract(memo: Document) -> None:
    rows = table_with(memo, "序号")
    assert rows[0] == ["序号", "条款", "问题", "等级", "对谁不利"]
    assert [row[1] for row in rows[1:]] == [
        "第1.2条", "第2.2条", "第2.2条", "第2.3条", "第三条", "第四条", "第六条", "第七条",
    ]  # fmt: skip
    headings = [paragraph.text for paragraph in memo.paragraphs if style_of(paragraph) == "Heading 2"]
    assert headings[3] == "4. 第2.3条　逾期违约金比例过高　〔高〕"


def test_each_finding_has_quotation_risk_basis_and_wording(memo: Document) -> None:
    lines = [paragraph.text for paragraph in memo.paragraphs]
    start = lines.index("4. 第2.3条　逾期违约金比例过高　〔高〕")
    assert lines[start + 1 : start + 5] == [
        "2.3 甲方逾期付款的，每日按服务费总额的2%支付违约金。",
        "风险（对甲方不利）：甲方逾期每日按服务费总额的2%付款，年化730%，远高于守约方通常损失。",
        "依据：《民法典》第五百八十五条",
        "建议条款：每逾期一日，按逾期金额的万分之三支付违约金，累计以逾期金额的10%为限。",
    ]
    marked = [run.text for run in memo.paragraphs[start + 1].runs if run.underline]
    assert marked == ["每日按服务费总额的2%支付违约金"]


def test_the_articles_cited_are_annexed_once_with_their_text(memo: Document) -> None:
    annex = [paragraph.text for paragraph in memo.paragraphs if paragraph.text.startswith("《民法典》第五百八十五条：")]
    assert len(annex) == 1
    assert "约定的违约金过分高于造成的损失的" in annex[0]


def test_an_article_the_table_lacks_is_said_to_need_checking(review: Review, tmp_path: Path) -> None:
    odd = replace(review.findings[0], basis=(Basis("某某条例", "3"),))
    document = written(replace(review, findings=(odd,)), tmp_path)
    assert "《某某条例》第三条：条文内容请核对现行法律文本。" in words(document)


def test_the_lawyers_wording_and_note_replace_the_suggestion(review: Review, tmp_path: Path) -> None:
    finding = finding_of(review, "penalty.daily_rate")
    decision = Decision(finding.id, Verdict.EDITED, "改按年利率百分之十计付。", "客户已同意", NOON)
    text = words(written(review, tmp_path, decision))
    assert "建议条款：改按年利率百分之十计付。" in text
    assert "律师意见：采纳，条款已由律师修改。客户已同意" in text
    assert finding.wording not in text


def test_a_dismissed_finding_stays_out_unless_asked_for(review: Review, tmp_path: Path) -> None:
    late, ip = finding_of(review, "penalty.daily_rate"), finding_of(review, "missing.ip")
    decisions = [Decision(finding.id, Verdict.DISMISSED, note="不成立", decided_at=NOON) for finding in (late, ip)]
    document = written(review, tmp_path, *decisions)
    assert late.title not in words(document)
    assert f"1. {ip.title}" not in words(document)
    assert table_with(document, "高")[1:] == [
        ["现有条款的风险", "2", "3", "2", "7"],
        ["建议补充的条款", "0", "1", "1", "2"],
    ]
    everything = words(written(review, tmp_path, *decisions, include_dismissed=True))
    assert late.title in everything
    assert "律师意见：不作为风险处理。不成立" in everything


def test_missing_clauses_checks_made_and_what_was_not_read_are_told(memo: Document) -> None:
    text = words(memo)
    assert "1. 未约定知识产权归属　〔中〕" in text
    assert "本次审查共设14项检查：11项有提示，2项未见问题，1项不适用于本合同。" in text
    assert "未见问题的检查：责任无上限、排他/竞业限制。" in text
    assert "文件中有 1 张图片未读取" in text


def test_a_finding_that_favours_the_client_is_marked(review: Review, tmp_path: Path) -> None:
    kind = "unilateral.change"
    findings = tuple(replace(finding, favourable=finding.type == kind) for finding in review.findings)
    document = written(replace(review, findings=findings), tmp_path)
    assert table_with(document, "序号")[1][4] == "乙方（对我方有利）"
    assert "提示：本条对我方有利，可予保留" in words(document)
    assert "上述提示中有1项对我方有利" in words(document)
    assert "对方要求修改时可接受的条款：需要调整服务范围的" in words(document)


def test_further_places_of_the_same_problem_are_named(review: Review, tmp_path: Path) -> None:
    text = review.contract.text
    places = (span_of(text, "____日内"), span_of(text, "仲裁"), span_of(text, "人民法院"))
    finding = replace(finding_of(review, "form.blank"), places=places)
    assert "同类内容另见：第六条" in words(written(replace(review, findings=(finding,)), tmp_path)).splitlines()


def test_a_contract_without_findings_still_gives_a_whole_memo(review: Review, tmp_path: Path) -> None:
    bare = replace(review.contract, facts=Facts())
    text = words(written(Review(bare, Stance.NEUTRAL, (), (), ()), tmp_path))
    for sentence in ("现有条款中没有需要提示的风险。", "未发现应有而未约定的重要内容。", "未能从文本中识别合同当事人"):
        assert sentence in text


def test_text_that_xml_cannot_hold_does_no_harm(review: Review, tmp_path: Path) -> None:
    odd = replace(review.missing[0], message="控制\x00字符\x0b和\ud800残字", wording="第一行\n第二行")
    text = words(written(replace(review, missing=(odd,)), tmp_path))
    assert "控制字符和残字" in text
    assert "第一行\n第二行" in text


def test_styles_name_chinese_fonts_and_no_theme_fonts(memo: Document) -> None:
    expected = {"Normal": "宋体", "审查正文": "宋体", "合同原文": "宋体", "表格文字": "宋体"}
    expected |= {"Title": "黑体", "Heading 1": "黑体", "Heading 2": "黑体"}
    for name, font in expected.items():
        fonts = memo.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == font, name
        assert fonts.get(qn("w:ascii")) == "Times New Roman", name
        assert fonts.get(qn("w:eastAsiaTheme")) is None, name
    for level in (1, 2):
        outline = memo.styles[f"Heading {level}"].element.pPr.find(qn("w:outlineLvl"))
        assert outline.get(qn("w:val")) == str(level - 1)


def test_the_page_is_a4_with_title_above_and_page_fields_below(memo: Document) -> None:
    section = memo.sections[0]
    assert section.page_width == pytest.approx(Cm(21.0), rel=1e-3)
    assert section.page_height == pytest.approx(Cm(29.7), rel=1e-3)
    assert section.header.paragraphs[0].text.startswith("合同审查意见书")
    footer = section.footer.paragraphs[0]._p
    codes = [node.text.strip() for node in footer.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    kinds = [node.get(qn("w:fldCharType")) for node in footer.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * 2
    assert re.sub(r"\s", "", section.footer.paragraphs[0].text) == "第1页共1页"


def test_prose_is_indented_by_two_characters_and_headings_stay_with_their_text(memo: Document) -> None:
    indent = memo.styles["审查正文"].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"
    for name in ("Heading 1", "Heading 2", "合同原文"):
        assert memo.styles[name].paragraph_format.keep_with_next


def test_table_heads_repeat_and_rows_do_not_break(memo: Document) -> None:
    for table in memo.tables:
        for row in table.rows:
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    overview = next(table for table in memo.tables if table.rows[0].cells[0].text == "序号")
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in overview.rows]
    assert repeated == [True] + [False] * 8


def test_the_memo_never_replaces_the_contract_under_any_name(review: Review, tmp_path: Path) -> None:
    original = tmp_path / "意见书.docx"
    original.write_text(review.contract.text, "utf-8")
    with pytest.raises(SourceOverwriteError):
        write_memo(review, {}, original)
    assert original.read_text("utf-8") == review.contract.text


@pytest.mark.parametrize("target", ["absent/意见书.docx", "taken.docx"])
def test_a_place_that_cannot_be_written_is_a_named_error_and_leaves_nothing(
    review: Review, tmp_path: Path, target: str
) -> None:
    (tmp_path / "taken.docx").mkdir()
    (tmp_path / "taken.docx" / "held").touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ExportError) as caught:
        write_memo(review, {}, tmp_path / target, today=DAY)
    assert caught.value.sentence.startswith("无法保存文件")
    assert sorted(tmp_path.rglob("*")) == before


def test_an_existing_memo_survives_a_failed_write(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "意见书.docx"
    path.write_bytes(b"the earlier memo")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "open elsewhere")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError):
        write_memo(review, {}, path, today=DAY)
    assert [file.name for file in tmp_path.iterdir()] == ["意见书.docx"]
    assert path.read_bytes() == b"the earlier memo"


def test_a_memo_of_many_findings_is_quick_and_numbered_through(review: Review, tmp_path: Path) -> None:
    many = tuple(
        replace(review.findings[index % 8], id=f"{index:012x}", severity=Severity.MEDIUM) for index in range(60)
    )
    document = written(replace(review, findings=many), tmp_path)
    assert [row[0] for row in table_with(document, "序号")[1:]] == [str(number) for number in range(1, 61)]
