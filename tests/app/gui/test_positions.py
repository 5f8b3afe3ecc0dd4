from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.gui.positions import Positions, shown_text
from extractors.model import Span

_TEXT = st.text(st.sampled_from("甲乙a𠮷\U0002a6b2\n"), max_size=30)


@given(_TEXT)
def test_a_position_is_the_number_of_utf16_units_before_the_character(text: str) -> None:
    positions = Positions(text)
    for offset in range(len(text) + 1):
        assert positions.to_qt(offset) == len(text[:offset].encode("utf-16-le")) // 2


@given(_TEXT)
def test_every_offset_comes_back_from_its_position(text: str) -> None:
    positions = Positions(text)
    assert [positions.from_qt(positions.to_qt(offset)) for offset in range(len(text) + 1)] == [*range(len(text) + 1)]


def test_a_position_inside_a_surrogate_pair_belongs_to_its_character() -> None:
    assert Positions("甲𠮷乙").from_qt(2) == 1


def test_a_span_over_a_rare_character_is_one_unit_longer_in_qt() -> None:
    assert Positions("甲𠮷乙").range_of(Span(0, 3)) == (0, 4)


def test_characters_that_qt_would_swallow_are_replaced_one_for_one() -> None:
    text = "甲\r\n乙\x00\ufdd0\ud800丙"
    shown = shown_text(text)
    assert len(shown) == len(text)
    assert shown == "甲\u2028\n乙\ufffd\ufffd\ufffd丙"
