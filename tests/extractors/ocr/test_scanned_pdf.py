"""Pages of a PDF that are recognised: scans, and those with a nonsense text layer. And that nothing is fetched."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument, PdfImage, PdfMatrix

from extractors.model import LinePlace, Span
from extractors.pdf import read_pdf
from extractors.pdf.legible import is_legible
from tests.extractors.ocr.make import CLAUSES, DPI, LEFT, draw_page
from tests.extractors.pdf.make import Page, make_pdf

_OFFLINE = """
import socket, sys
from pathlib import Path

def refuse(*_arguments):
    raise OSError("the network was asked")

socket.socket.connect = socket.getaddrinfo = refuse
from extractors.ocr import read_image
print("第一条" in read_image(Path(sys.argv[1])).text)
"""


def test_a_scanned_pdf_is_recognised_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "扫描件.pdf"
    pages = [draw_page(*CLAUSES[:2], size=(660, 180)), draw_page(*CLAUSES[3:], size=(660, 180))]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=DPI)
    document = read_pdf(path)
    assert "".join(document.text.split()) == "".join("".join(CLAUSES[:2] + CLAUSES[3:]).split())
    assert [(notice.code, notice.message, notice.page) for notice in document.notices] == [
        ("page-recognised", "第 1 页为扫描件，已识别文字，请核对", 1),
        ("page-recognised", "第 2 页为扫描件，已识别文字，请核对", 2),
    ]
    start = document.text.index("第三条")
    place = document.places_of(Span(start, start + 3))[0]
    assert isinstance(place, LinePlace)
    assert place.page == 2
    assert place.box.x0 == pytest.approx(LEFT * 72 / DPI, abs=4)


def test_a_blank_scan_among_others_is_named(tmp_path: Path) -> None:
    path = tmp_path / "扫描件.pdf"
    draw_page(CLAUSES[1], size=(660, 110)).save(
        path, save_all=True, append_images=[Image.new("RGB", (660, 110), "white")], resolution=DPI
    )
    notices = [(notice.code, notice.page) for notice in read_pdf(path).notices]
    assert notices == [("page-recognised", 1), ("page-without-text", 2)]


def test_a_page_whose_text_layer_is_nonsense_is_recognised(tmp_path: Path) -> None:
    path, picture = tmp_path / "乱码.pdf", io.BytesIO()
    draw_page(*CLAUSES).save(picture, "JPEG", quality=92)
    layer = Page(width=317, height=173).lines(20, 40, *["\ue001\ue002\ue0a3\ue0f4" * 5] * 3)
    with closing(PdfDocument(make_pdf(layer))) as pdf:
        page, image = pdf[0], PdfImage.new(pdf)
        image.load_jpeg(picture)
        image.set_matrix(PdfMatrix().scale(317, 173))
        page.insert_obj(image)
        page.gen_content()
        pdf.save(path)
    document = read_pdf(path)
    assert "".join(document.text.split()) == "".join("".join(CLAUSES).split())
    assert [notice.message for notice in document.notices] == ["第 1 页文字层为乱码，已识别文字，请核对"]


@pytest.mark.parametrize(
    "text",
    [
        "甲方应于收到发票后十日内以银行转账方式向乙方支付合同总价的百分之三十作为预付款，余款验收后支付。",
        "買方應於收到發票後十日內以銀行轉帳方式向賣方支付合約總價之百分之三十作為預付款，餘款驗收後支付。",
        "The Supplier shall deliver the Goods within thirty (30) days after receipt of the Purchase Order.",
        "甲方：____________________  乙方：____________________  日期：______年____月____日",
        "1,250.00  3,480.00  12.5%  2026-01-15  RMB 45,000.00  SN-20260115-0001  1.00  2.00",
        "乱码",
    ],
)
def test_text_is_told_from_nonsense(text: str) -> None:
    assert is_legible(text)


@pytest.mark.parametrize(
    "text",
    [
        "\ue001\ue002\ue0a3\ue0f4\ue105\ue226" * 8,
        "䕆㖎䥝㡧䲷䎱㙫䱸㻬䃮㑇䔖㘚䦃" * 3,
        "ÿþÂ¥Ã§Ð¿Õ½Ø³Þ¬Æ¹Ç¦" * 4,
        "!\"#$%&'()*+,-./:;<=>?@[]^`{|}~" * 2,
        "楸桷栊梓杼榱楹柽檩枘" * 22,
    ],
)
def test_nonsense_is_told_from_text(text: str) -> None:
    assert not is_legible(text)


def test_recognition_asks_the_network_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "合同.png"
    draw_page(*CLAUSES[:2], size=(660, 160)).save(path, dpi=(DPI, DPI))
    done = subprocess.run(
        [sys.executable, "-c", _OFFLINE, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("True", 0), done.stderr
