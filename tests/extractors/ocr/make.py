"""Pages drawn for the tests, as a scanner would give them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

DPI = 150
LEFT, TOP, STEP, SIZE = 60, 40, 52, 29  # pixels; 29 are 14 points

CLAUSES = (
    "设备采购合同",
    "第一条 甲方应于交货后十日内支付价款。",
    "第二条 乙方逾期交货的，每逾期一日应支",
    "付合同总价千分之三的违约金。",
    "第三条 争议由原告所在地人民法院管辖。",
)

_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "C:/Windows/Fonts/simsun.ttc",
)


@lru_cache(maxsize=4)
def font(size: int) -> ImageFont.FreeTypeFont:
    """A Chinese font; without one the test is skipped."""
    for path in _FONTS:
        if Path(path).exists():
            return ImageFont.truetype(path, size, index=2 if "Noto" in path else 0)
    pytest.skip("no Chinese font installed")


def draw_page(*lines: str, size: tuple[int, int] = (660, 360)) -> Image.Image:
    """A white page with ``lines`` of text below each other."""
    page = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(page)
    for index, line in enumerate(lines):
        pen.text((LEFT, TOP + index * STEP), line, "black", font(SIZE))
    return page
