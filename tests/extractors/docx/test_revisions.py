"""Tracked changes in either view and as facts; comments with what they are about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from extractors import read
from extractors.docx import read_docx
from extractors.isolation import read_isolated
from extractors.model import Document, RevisionKind, Span

MakeDocx = Callable[..., Path]

BY_LIN = 'w:id="1" w:author="林法务" w:date="2025-03-04T09:30:00Z"'
BY_ZHOU = 'w:id="2" w:author="周律师"'


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def p(*inside: str, mark: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}<w:rPr>{mark}</w:rPr></w:pPr>{''.join(inside)}</w:p>"


def ins(text: str, by: str = BY_LIN) -> str:
    return f"<w:ins {by}>{r(text)}</w:ins>"


def dele(text: str, by: str = BY_LIN) -> str:
    return f"<w:del {by}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def end_of(span: Span | None) -> int:
    assert span is not None
    return span.end


def changes(document: Document) -> list[tuple[RevisionKind, str, str, str]]:
    """Kind, author, text, and the text at its span with what stands before it."""
    return [
        (change.kind, change.author, change.text, document.text[: end_of(change.span)]) for change in document.revisions
    ]


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (p(r("按日"), dele("千分之三"), ins("万分之三"), r("支付")), "按日万分之三支付", "按日千分之三支付"),
        (p(r("甲方")) + p(ins("乙方")) + p(r("丙方")), "甲方\n乙方\n丙方", "甲方\n丙方"),
        (p(r("甲方应"), mark="<w:ins/>") + p(r("付款")), "甲方应\n付款", "甲方应付款"),
        (p(r("甲方应"), mark="<w:del/>") + p(r("付款")), "甲方应付款", "甲方应\n付款"),
        (
            p(f"<w:moveFrom>{r('先付款')}</w:moveFrom>", r("。"), f"<w:moveTo>{r('先付款')}</w:moveTo>"),
            "。先付款",
            "先付款。",
        ),
        (p(r("一"), f"<w:ins {BY_LIN}>{dele('二', BY_ZHOU)}</w:ins>"), "一", "一"),
    ],
)
def test_a_text_is_read_with_changes_accepted_or_rejected(
    make_docx: MakeDocx, body: str, accepted: str, rejected: str
) -> None:
    path = make_docx(body)
    assert read_docx(path).text == accepted
    assert read_docx(path, revisions="rejected").text == rejected


def test_inserted_rows_and_cells_go_where_changes_are_rejected(make_docx: MakeDocx) -> None:
    def cell(text: str, change: str = "") -> str:
        return f"<w:tc><w:tcPr>{change}</w:tcPr>{p(r(text))}</w:tc>"

    path = make_docx(
        f"<w:tbl><w:tr>{cell('名称')}{cell('数量')}{cell('单价', '<w:cellIns/>')}</w:tr>"
        f"<w:tr><w:trPr><w:ins {BY_LIN}/></w:trPr>{cell('水泵')}{cell('三台')}</w:tr></w:tbl>"
    )
    document = read_docx(path)
    assert document.text == "名称\t数量\t单价\n水泵\t三台"
    assert read_docx(path, revisions="rejected").text == "名称\t数量"
    assert changes(document)[-1] == (RevisionKind.INSERTED, "林法务", "水泵\n三台", document.text)


def test_a_number_that_was_taken_away_is_back_where_changes_are_rejected(make_docx: MakeDocx) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    before = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    path = make_docx(p(r("付款"), properties=before), numbering=numbering)
    assert read_docx(path).text == "付款"
    assert read_docx(path, revisions="rejected").text == "1. 付款"


def test_each_change_is_kept_with_who_when_and_where(make_docx: MakeDocx) -> None:
    path = make_docx(p(r("按日"), dele("千分之三"), ins("万分之三"), ins("点五", BY_ZHOU), r("支付")))
    document = read_docx(path)
    assert changes(document) == [
        (RevisionKind.DELETED, "林法务", "千分之三", "按日"),
        (RevisionKind.INSERTED, "林法务", "万分之三", "按日万分之三"),
        (RevisionKind.INSERTED, "周律师", "点五", "按日万分之三点五"),
    ]
    assert [change.date for change in document.revisions] == [datetime(2025, 3, 4, 9, 30)] * 2 + [None]  # noqa: DTZ001 - as the file has it
    assert [change.span and len(change.span) for change in document.revisions] == [Span(2, 2), 4, 2]
    rejected = read_docx(path, revisions="rejected")
    assert [change.span and len(change.span) for change in rejected.revisions] == [4, Span(6, 6), Span(6, 6)]


def test_changes_of_one_hand_side_by_side_are_one(make_docx: MakeDocx) -> None:
    body = p(ins("违约"), "<w:bookmarkStart w:id='9' w:name='a'/>", ins("责任"), r("与"), ins("赔偿"))
    assert [change.text for change in read_docx(make_docx(body)).revisions] == ["违约责任", "赔偿"]


def test_a_paragraph_that_was_deleted_has_its_place_before_what_follows(make_docx: MakeDocx) -> None:
    body = p(r("第一段")) + p(dele("删去的段落"), mark="<w:del/>") + p(r("第二段")) + p(dele("末段"))
    document = read_docx(make_docx(body))
    assert document.text == "第一段\n第二段"
    assert [end_of(change.span) for change in document.revisions] == [4, 7]


def test_a_moved_text_is_kept_at_both_places(make_docx: MakeDocx) -> None:
    body = p(f"<w:moveFrom {BY_LIN}>{r('保密')}</w:moveFrom>", r("。"), f"<w:moveTo {BY_LIN}>{r('保密')}</w:moveTo>")
    assert changes(read_docx(make_docx(body))) == [
        (RevisionKind.MOVED_FROM, "林法务", "保密", ""),
        (RevisionKind.MOVED_TO, "林法务", "保密", "。保密"),
    ]


COMMENTS = (
    f"<w:comment {BY_LIN.replace('1', '0', 1)}>{p(r('过高'))}{p(r('请改'))}</w:comment>"
    f'<w:comment w:id="1">{p(r("同意"))}</w:comment>'
)


def test_comments_keep_author_date_and_the_words_they_are_about(make_docx: MakeDocx) -> None:
    body = (
        p(r("每日"), '<w:commentRangeStart w:id="0"/>', r("百分之二"))
        + p(r("封顶"), '<w:commentRangeEnd w:id="0"/>', '<w:r><w:commentReference w:id="0"/></w:r>', r("。"))
        + p(r("完"), '<w:r><w:commentReference w:id="1"/></w:r>')
    )
    document = read_docx(make_docx(body, comments=COMMENTS))
    first, second = document.comments
    assert (first.author, first.date, first.text) == ("林法务", datetime(2025, 3, 4, 9, 30), "过高\n请改")  # noqa: DTZ001 - as the file has it
    assert first.span is not None
    assert first.span.of(document.text) == "百分之二\n封顶"
    assert (second.author, second.date, second.text) == ("", None, "同意")
    assert second.span is not None
    assert (second.span.start, len(second.span)) == (len(document.text), 0)


def test_a_comment_without_any_mark_has_no_place(make_docx: MakeDocx) -> None:
    document = read_docx(make_docx(p(r("正文")), comments=COMMENTS))
    assert [comment.span for comment in document.comments] == [None, None]
    assert document.asides == ()


def test_the_worker_hands_both_texts_and_all_dates_over(make_docx: MakeDocx) -> None:
    path = make_docx(p(r("按日"), dele("千分之三"), ins("万分之三")), comments=COMMENTS)
    assert read_isolated(path) == read(path)
    assert read_isolated(path, revisions="rejected").text == "按日千分之三"


@pytest.mark.parametrize(("view", "word"), [("accepted", "接受"), ("rejected", "拒绝")])
def test_the_user_is_told_which_text_was_read(make_docx: MakeDocx, view: str, word: str) -> None:
    path = make_docx(p(r("甲"), ins("乙")))
    document = read_docx(path, revisions="rejected" if view == "rejected" else "accepted")
    assert [notice.code for notice in document.notices] == ["tracked-changes"]
    assert word in document.notices[0].message
