"""Characters a PDF's font maps to a look-alike, folded one to one to the character that is meant.

Fonts with a poor ToUnicode table give the Kangxi radical ⽅ (U+2F45) for 方 or the compatibility ideograph
U+F90A for 金. Whole-text NFKC would change lengths and meaning (㈠, ½), so only these blocks are folded.
"""

from __future__ import annotations

import unicodedata
from itertools import chain

_NFKC_BLOCKS = (
    range(0x2F00, 0x2FE0),  # Kangxi Radicals
    range(0xF900, 0xFB00),  # CJK Compatibility Ideographs
    range(0x2F800, 0x2FA20),  # CJK Compatibility Ideographs Supplement
    range(0x2E80, 0x2F00),  # CJK Radicals Supplement: two of them have a decomposition
)

# CJK Radicals Supplement has almost no decompositions; the pairs are those of Unicode's
# EquivalentUnifiedIdeograph.txt, from U+2E81 on (· where there is none or it is outside the common fonts).
_RADICALS_SUPPLEMENT = dict(
    zip(
        chain(range(0x2E81, 0x2E9A), range(0x2E9B, 0x2EF3)),
        "厂乛乚乙亻冂·刀刂卜㔾小小兀尣尢·巳幺彑·忄心扌攵"
        "旡日月歺·民氵氺灬爫爫丬牛犭王·目示礻·糹纟罓罒㓁冗·羊··耂肀聿肉·艹艹艹虎衤覀西见角·讠贝·车辶辶辶邑钅長镸长门·阝"
        "雨青韦页风飞食·飠饣·马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)

_SYMBOL_FONTS = {
    "wingdings2": {0x52: "☑", 0x53: "☒", 0x54: "☒", 0x50: "✓", 0x4F: "✗", 0xA3: "□", 0x2A: "□", 0x30: "□", 0x98: "●"},
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0xA1: "○",
        0xA7: "▪", 0xA8: "□", 0xB2: "◇", 0xD8: "➢", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "symbol": {0xB7: "•", 0xA8: "♦"},
}  # fmt: skip
"""Check boxes and bullets by font and code, longest font name first; Word writes them as U+F000 + code."""


def _folded(code: int) -> str:
    known = _RADICALS_SUPPLEMENT.get(code, "·")
    if known != "·":
        return known
    folded = unicodedata.normalize("NFKC", chr(code))
    return folded if len(folded) == 1 else chr(code)


_FOLDED = {code: _folded(code) for block in _NFKC_BLOCKS for code in block} | {0x2F3E: "户"}
"""NFKC gives the traditional 戶 for the radical ⼾, with which fonts of the mainland write 户."""


def fold_character(char: str) -> str:
    """The unified ideograph that a radical or compatibility ideograph stands for; any other character as it is."""
    return char.translate(_FOLDED)


def fold_text(text: str) -> str:
    """``text`` with each character folded; as long as before."""
    return text.translate(_FOLDED)


def symbol_character(char: str, font: str) -> str:
    """The check box or bullet a private-use character of a symbol font (its name in ``font``) shows; else ``char``."""
    name = font.replace(" ", "").replace("-", "").lower()
    for symbol_font, characters in _SYMBOL_FONTS.items():
        if symbol_font in name:
            return characters.get(ord(char) & 0xFF, char)
    return char
