"""The command line from end to end: real files in, table, JSON and memo out."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from app import cli
from tests.app.samples import sample_text


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "技术服务合同.txt"
    path.write_text(sample_text(), "utf-8")
    return path


def test_a_table_of_findings_and_missing_clauses_is_printed(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", str(contract)]) == 0
    shown = capsys.readouterr()
    assert "技术服务合同.txt" in shown.out
    assert "第2.3条" in shown.out
    assert "缺失" in shown.out.splitlines()[1]
    assert shown.err == ""


def test_json_on_standard_output_is_json_alone(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", str(contract), "--stance", "甲方", "--json", "-"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert value["file"] == "技术服务合同.txt"
    assert value["stance"] == "甲方"
    assert "penalty.daily_rate" in {finding["type"] for finding in value["findings"]}
    assert "7" not in {clause["label"] for clause in value["clauses"]}
    assert {"第一条", "2.3", "第七条"} <= {clause["label"] for clause in value["clauses"]}


def test_json_and_memo_are_written_to_files(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, memo = contract.with_name("findings.json"), contract.with_name("意见书.docx")
    assert cli.main(["review", str(contract), "--json", str(out), "--memo", str(memo)]) == 0
    assert json.loads(out.read_text("utf-8"))["findings"]
    assert docx.Document(str(memo)).paragraphs[0].text == "合同审查意见书"
    assert capsys.readouterr().out == ""
    assert contract.read_text("utf-8") == sample_text()


def test_several_files_give_a_list_and_one_bad_file_does_not_stop_the_rest(
    contract: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = contract.with_name("没有.docx")
    assert cli.main(["review", str(absent), str(contract), "--json", "-"]) == 1
    shown = capsys.readouterr()
    assert [value["file"] for value in json.loads(shown.out)] == ["技术服务合同.txt"]
    assert shown.err.startswith("没有.docx：")
    assert len(shown.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.txt", b"", "空的"),
        ("坏.docx", b"PK\x03\x04 not a package", "文件"),
        ("表.xlsx", b"PK\x03\x04", "不支持这种文件"),
        ("坏.pdf", b"%PDF-1.7 torn", "文件"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert cli.main(["review", str(path)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.splitlines()) == 1
    assert shown.err.startswith(f"{name}：")
    assert words in shown.err


@pytest.mark.parametrize(
    "arguments",
    [[], ["review"], ["review", "a.txt", "--stance", "丙方"], ["review", "a.txt", "b.txt", "--memo", "m.docx"], ["x"]],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "参数有误" in shown.err


def test_help_is_chinese_and_not_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", "--help"]) == 0
    assert "审查立场" in capsys.readouterr().out


def test_output_never_replaces_the_contract(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", str(contract), "--json", str(contract)]) == 1
    assert cli.main(["review", str(contract), "--memo", str(contract)]) == 1
    assert capsys.readouterr().err.count("不能覆盖合同原件") == 2
    assert contract.read_text("utf-8") == sample_text()


def test_a_memo_that_cannot_be_written_is_said(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", str(contract), "--memo", str(contract.with_name("无此夹") / "m.docx")]) == 1
    assert capsys.readouterr().err.startswith("m.docx：无法保存文件")


def test_a_contract_type_given_overrules_the_one_found(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", str(contract), "--type", "租赁合同", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["contract_type"] == "租赁合同"


def test_the_log_names_no_file_and_quotes_nothing(contract: Path, own_folders: Path) -> None:
    cli.main(["review", str(contract)])
    (file,) = own_folders.rglob("shenyue.log")
    logged = file.read_text("utf-8")
    assert "findings" in logged
    for words in ("技术服务合同", str(contract.parent), "甲方", "违约金"):
        assert words not in logged


def test_the_sample_is_reviewed_and_its_memo_never_overwrites(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run_sample(tmp_path) == 0
    assert cli.run_sample(tmp_path) == 0
    first = tmp_path / "合同审查意见书_技术服务合同（示例）.docx"
    second = tmp_path / "合同审查意见书_技术服务合同（示例）(2).docx"
    shown = capsys.readouterr().out
    assert sorted(tmp_path.iterdir()) == sorted([first, second])
    assert str(first) in shown
    assert str(second) in shown
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(first)).paragraphs)
    assert "杭州青禾智造有限公司" not in shown.splitlines()[0]
    assert "每逾期一日，应按服务费总额的2%向乙方支付违约金" in text


def test_files_of_one_matter_are_reviewed_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main, annex = tmp_path / "合同.txt", tmp_path / "运维清单.txt"
    main.write_text("服务合同\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n一、服务\n服务内容见附件一。\n", "utf-8")
    annex.write_text("附件一 运维清单\n1. 每月巡检一次，并向甲方提交书面报告。\n", "utf-8")
    assert cli.main(["review", str(main), "--json", "-"]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert cli.main(["review", str(annex), str(main), "--together", "--json", "-"]) == 0
    together = json.loads(capsys.readouterr().out)
    assert "form.attachment" in {finding["type"] for finding in alone["findings"]}
    assert "form.attachment" not in {finding["type"] for finding in together["findings"]}
    assert together["files"] == ["合同.txt", "运维清单.txt"]
    memo = tmp_path / "意见书.docx"
    assert cli.main(["review", str(main), str(annex), "--together", "--memo", str(memo)]) == 0
    cells = [cell.text for table in docx.Document(str(memo)).tables for row in table.rows for cell in row.cells]
    assert "合同.txt、运维清单.txt" in cells
    annex.write_bytes(b"")
    assert cli.main(["review", str(main), str(annex), "--together"]) == 1
    assert capsys.readouterr().err.startswith("运维清单.txt：")


def test_the_text_before_tracked_changes_can_be_reviewed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "合同.docx"
    document = docx.Document()
    for line in ("服务合同", "一、付款", "甲方逾期付款的，每日按合同总价的"):
        document.add_paragraph(line)
    change = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="周律师"><w:r><w:t>2%支付违约金。</w:t></w:r></w:ins>')
    document.paragraphs[-1]._p.append(change)
    document.save(str(path))
    texts = {}
    for view in ("accepted", "rejected"):
        assert cli.main(["review", str(path), "--revisions", view, "--json", "-"]) == 0
        texts[view] = json.loads(capsys.readouterr().out)["clauses"][-1]["text"]
    assert "2%" in texts["accepted"]
    assert "2%" not in texts["rejected"]
