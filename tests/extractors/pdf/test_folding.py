"""Look-alike characters are folded one to one, and nothing else is touched."""

from __future__ import annotations

import unicodedata

import pytest

from extractors.pdf.folding import fold_character, symbol_character


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("\u2f00", "一"),
        ("\u2f45", "方"),
        ("\u2ea0", "民"),
        ("\u2ec5", "见"),
        ("\u2ed3", "长"),
        ("\u2ef3", "龟"),
        ("\uf90a", "金"),
    ],
)
def test_a_look_alike_becomes_the_character_meant(drawn: str, meant: str) -> None:
    assert fold_character(drawn) == meant


@pytest.mark.parametrize("char", ["㈠", "½", "Ａ", "①", "㎡", "…", "方", "a", "（"])
def test_other_characters_stay_though_nfkc_would_change_them(char: str) -> None:
    assert fold_character(char) == char


def test_every_kangxi_radical_has_one_unified_ideograph() -> None:
    folded = [fold_character(chr(code)) for code in range(0x2F00, 0x2FD6)]
    assert all(len(char) == 1 and unicodedata.name(char).startswith("CJK UNIFIED") for char in folded)


def test_a_check_box_of_a_symbol_font_is_read_by_its_font() -> None:
    assert symbol_character("\uf0a3", "ABCDEF+Wingdings2") == "□"
    assert symbol_character("\uf052", "Wingdings 2") == "☑"
    assert symbol_character("\uf0fe", "Wingdings-Regular") == "☑"
    assert symbol_character("\uf0a3", "Unknown") == "\uf0a3"
