"""Whether the text layer of a page is text, or nonsense from a font without a proper map to Unicode."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

_FEWEST = 30  # characters that allow a judgement
_PLAUSIBLE = 0.7  # of the characters: names, symbols and a line in another script take less than the rest
_FEWEST_HANZI = 200  # that allow a judgement by how they are used
_FUNCTIONAL = 0.03  # of the 汉字: in contracts these words are 15 to 25 per cent
_WORDS = 0.4  # letters and digits among the visible characters of a page without 汉字
_FUNCTION_WORDS = frozenset("的一不在有是和或为以及与由其所应于人方合同本定期日月年可甲乙第条款")
_PUNCTUATION = frozenset("，。、；：？！（）《》〈〉【】〔〕「」『』“”‘’—…·￥％＿－～／＋＝．□☐☑☒√✓●■○◆◇▪•①②③④⑤⑥⑦⑧⑨⑩")


def is_legible(text: Iterable[str]) -> bool:
    """Whether the visible characters of a page are plausible as Chinese or Latin text; True where they are too few."""
    counts = Counter(text)  # a page has many characters, but few different ones
    seen = {char: count for char, count in counts.items() if not char.isspace()}
    total = sum(seen.values())
    if total < _FEWEST:
        return True
    if _sum(seen, _plausible) < _PLAUSIBLE * total:
        return False
    hanzi = _sum(seen, lambda char: "\u3400" <= char <= "\u9fff")
    if hanzi >= _FEWEST_HANZI:
        return _sum(seen, _FUNCTION_WORDS.__contains__) >= _FUNCTIONAL * hanzi
    written = {char: count for char, count in seen.items() if char not in "_.-·…"}
    return hanzi > 0 or _sum(written, str.isalnum) >= _WORDS * sum(written.values())


def _sum(counts: Mapping[str, int], wanted: Callable[[str], bool]) -> int:
    """How many of the characters counted are ``wanted``."""
    return sum(count for char, count in counts.items() if wanted(char))


def _plausible(char: str) -> bool:
    if "\u3400" <= char <= "\u9fff":
        return char in _common()
    return " " < char <= "~" or char in _PUNCTUATION or unicodedata.name(char, "").startswith(("FULLWIDTH", "CIRCLED"))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """The 汉字 in common use: level 1 of GB 2312 (3755) and of Big5 (5401). Of all in Unicode they are a third."""
    simplified = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    traditional = (bytes((high, low)) for high in range(0xA4, 0xC7) for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    return frozenset(
        "".join(code.decode("gb2312", "ignore") for code in simplified)
        + "".join(code.decode("big5", "ignore") for code in traditional)
    )
