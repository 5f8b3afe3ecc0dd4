"""What the fuzzing found, in its smallest form."""

from __future__ import annotations

import time
from pathlib import Path

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
