"""Characters of symbol fonts as Unicode.

Such fonts keep pictures at the codes of Latin letters; Word writes the codes as ``w:sym`` or as characters
of the private area from U+F000. Only what contracts use is listed: boxes to tick, ticks, bullets, circled
numbers, mathematical signs.
"""

from __future__ import annotations

from typing import Final

UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
_PRIVATE: Final = range(0xF000, 0xF100)


def _circled(first: int, start: str, count: int) -> dict[int, str]:
    return {first + i: chr(ord(start) + i) for i in range(count)}


_WINGDINGS: Final = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x78: "☒", 0x80: "⓪", 0x8B: "⓿", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐",
    0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", **_circled(0x81, "①", 10), **_circled(0x8C, "❶", 10),
}  # fmt: skip
_WINGDINGS_2: Final = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "☐", 0xA2: "■", 0xA3: "☐", 0xA4: "☐",
    0x97: "●", 0x98: "●", 0x99: "○", **_circled(0x69, "⓪", 1), **_circled(0x6A, "①", 10), **_circled(0x75, "❶", 10),
}  # fmt: skip
_WINGDINGS_3: Final = {0x71: "▲", 0x72: "▼", 0x74: "◀", 0x75: "▶", 0x7D: "▶"}
_WEBDINGS: Final = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗", 0xCE: "☐", 0xCF: "☒"}
_SYMBOL: Final = {
    0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xD6: "√", 0xD7: "·", 0xDE: "⇒", 0xE5: "∑", 0x44: "Δ", 0x53: "Σ",
    0x57: "Ω", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x66: "φ",
}  # fmt: skip
_FONTS: Final = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}


def shown(code: int, font: str) -> str:
    """The one character a font shows for a code; `UNKNOWN` where that cannot be told.

    ``font`` is the font's name in small letters; other fonts show the character of that code.
    """
    signs = _FONTS.get(font)
    position = code - _PRIVATE.start if code in _PRIVATE else code
    if signs is not None and position in signs:
        return signs[position]
    no_character = code in _PRIVATE or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code < 0xE000
    return UNKNOWN if no_character or (signs is not None and code <= 0xFF) else chr(code)


def shown_text(text: str, font: str) -> str:
    """``text`` set in a symbol font as Unicode, character for character; characters not listed stay as they are."""
    found = ((sign, shown(ord(sign), font)) for sign in text)
    return "".join(sign if new == UNKNOWN and ord(sign) not in _PRIVATE else new for sign, new in found)
