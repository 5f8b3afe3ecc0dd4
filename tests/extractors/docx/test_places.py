"""From every character of the text back to its run."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import _Element as Element

from extractors.docx import read_docx
from extractors.docx.runs import units
from extractors.model import RunPlace

MakeDocx = Callable[..., Path]

LETTERS = st.text("甲乙丙方付款日期0123456789,.，。_ \u3000", max_size=8)
PROPERTIES = st.sampled_from(["", "<w:b/>", '<w:u w:val="single"/>', "<w:vanish/>"])
OTHER = st.sampled_from(
    [
        "<w:tab/>",
        "<w:br/>",
        "<w:noBreakHyphen/>",
        '<w:sym w:font="Wingdings" w:char="F0A8"/>',
        "<w:lastRenderedPageBreak/>",
    ]
)
CONTENT = st.one_of(LETTERS.map(lambda text: f'<w:t xml:space="preserve">{text}</w:t>'), OTHER)
RUNS = st.builds(
    lambda properties, content: f"<w:r><w:rPr>{properties}</w:rPr>{''.join(content)}</w:r>",
    PROPERTIES,
    st.lists(CONTENT, max_size=4),
)
WRAPPERS = st.sampled_from(
    ["{}", "<w:ins>{}</w:ins>", "<w:del>{}</w:del>", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>"]
)
PARAGRAPHS = st.lists(st.builds(str.format, WRAPPERS, RUNS), max_size=5).map(lambda runs: f"<w:p>{''.join(runs)}</w:p>")
TABLES = st.lists(PARAGRAPHS, min_size=2, max_size=4).map(
    lambda cells: f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"
)
BODIES = st.lists(st.one_of(PARAGRAPHS, TABLES), max_size=5).map("".join)


def character_at(paragraphs: list[Element], place: RunPlace, step: int) -> str:
    run = list(paragraphs[place.paragraph].iter(qn("w:r")))[place.run]
    return "".join(text for _, text in units(run))[place.offset + step]


@settings(max_examples=100, deadline=None)
@given(body=BODIES)
def test_every_character_with_a_place_is_found_back_there(make_docx: MakeDocx, body: str) -> None:
    path = make_docx(f"{body}<w:p><w:r><w:t>完</w:t></w:r></w:p>")
    document = read_docx(path)
    paragraphs = list(docx.Document(str(path)).element.body.iter(qn("w:p")))
    covered = set()
    for place in document.places:
        assert place.part == "word/document.xml"
        for step, shown in enumerate(place.span.of(document.text)):
            there = character_at(paragraphs, place, step)
            assert shown == there or (shown == "_" and there in " \u3000\t")
        covered |= set(range(place.span.start, place.span.end))
    generated = "".join(sign for offset, sign in enumerate(document.text) if offset not in covered)
    assert re.fullmatch(r"[\t\n_]*", generated)


@given(body=BODIES)
@settings(max_examples=40, deadline=None)
def test_blocks_and_places_are_in_order_and_do_not_overlap(make_docx: MakeDocx, body: str) -> None:
    document = read_docx(make_docx(f"{body}<w:p><w:r><w:t>完</w:t></w:r></w:p>"))
    for items in (document.blocks, document.places):
        ends = [0, *(item.span.end for item in items)]
        assert all(end <= item.span.start for end, item in zip(ends, items, strict=False))
    assert document.text == "\n".join(block.span.of(document.text) for block in document.blocks)


def test_places_count_paragraphs_in_tables_and_deleted_runs(make_docx: MakeDocx) -> None:
    body = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:tab/><w:t>新</w:t></w:r></w:p>"
    )
    document = read_docx(make_docx(body))
    assert [(place.paragraph, place.run, place.offset) for place in document.places] == [(0, 0, 0), (2, 1, 0)]
