from __future__ import annotations

import subprocess
import sys

import pytest

from extractors import words


def test_words_join_to_the_text_again() -> None:
    text = "乙方缴纳履约保证金，固定金额不变。"
    assert "".join(words.cut(text)) == text
    assert "履约保证金" in words.cut(text)


def test_no_words_in_no_text() -> None:
    assert words.cut("") == ()


@pytest.mark.parametrize(
    ("text", "offset", "word", "expected"),
    [
        ("买方支付定金", 4, "定金", True),
        ("固定金额", 1, "定金", False),
        ("日常维护", 0, "日", False),
        ("可用性指标", 0, "可", False),
    ],
)
def test_a_word_stands_by_itself(text: str, offset: int, word: str, *, expected: bool) -> None:
    assert words.starts_word(text, offset, word) is expected


def test_jieba_is_loaded_at_the_first_question_and_says_nothing() -> None:
    code = "import sys; from extractors import words; print('jieba' in sys.modules); words.cut('甲方付款')"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (ran.stdout.strip(), ran.stderr) == ("False", "")
