"""What the fuzzing found, in its smallest form."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import docx
import pytest

import extractors
from tests.extractors.docx.conftest import write_docx


def test_a_long_run_of_blanks_behind_a_clause_number_takes_no_time() -> None:
    begun = time.process_time()
    assert extractors.read_text(f"第一条 范围{' ' * 20_000}x\n第二条 费用").clauses
    assert time.process_time() - begun < 10  # it was minutes


@pytest.mark.parametrize("line", ["第一条 范围......12", "第一条 范围\t3", "第一条 范围……7", "第一条 范围      9"])
def test_an_entry_of_a_table_of_contents_is_told_by_its_leader(line: str) -> None:
    text = f"{line}\n第一条 范围\n甲方委托乙方开发软件。"
    assert [clause.span.start for clause in extractors.read_text(text).clauses if clause.label] == [len(line) + 1]


@pytest.mark.parametrize("code", ["FFFFFFFFFFFF", "110000", "D800", "-1", "0"])
def test_a_symbol_that_is_no_character_is_shown_as_unknown(tmp_path: Path, code: str) -> None:
    body = f'<w:p><w:r><w:t>价款</w:t><w:sym w:font="Wingdings" w:char="{code}"/></w:r></w:p>'
    document = extractors.read(write_docx(tmp_path / "a.docx", body)).document
    assert document.text.startswith("价款")
    assert "unknown-symbols" in {notice.code for notice in document.notices}


def test_a_relationship_without_a_type_leads_nowhere(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("第一条 甲方支付价款。")
    whole, damaged = tmp_path / "whole.docx", tmp_path / "damaged.docx"
    document.save(str(whole))
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(damaged, "w") as new:
        for name in old.namelist():
            blob = old.read(name)
            new.writestr(name, blob.replace(b" Type=", b" Tipe=") if name == "word/_rels/document.xml.rels" else blob)
    assert "甲方支付价款" in extractors.read(damaged).document.text
