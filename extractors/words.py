"""Word boundaries, where characters alone do not tell: the only user of jieba.

jieba and its dictionary take about a second to load, so both are loaded at the first question, never before.
Its cache file goes to the user's cache folder, and its log is silenced (it would name paths).
"""

from __future__ import annotations

import logging
import warnings
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_dir

if TYPE_CHECKING:
    from jieba import Tokenizer

_CACHE_NAME = "jieba.cache"


def cut(text: str) -> tuple[str, ...]:
    """The words of ``text`` in order; joined they give ``text`` again."""
    return tuple(_tokenizer().cut(text, HMM=False)) if text else ()


def starts_word(text: str, offset: int, word: str) -> bool:
    """Whether ``word`` stands at ``offset`` of ``text`` as a word of its own (定金 does not in 固定金额)."""
    at = 0
    for token in cut(text):
        if at == offset:
            return token == word
        at += len(token)
    return False


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own sources raise syntax and deprecation warnings
        import jieba
    logging.getLogger("jieba").setLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(_cache_folder())
    tokenizer.cache_file = _CACHE_NAME
    tokenizer.initialize()
    with resources.files("resources").joinpath("dictionary", "words.txt").open(encoding="utf-8") as lines:
        _add_words(tokenizer, lines.read())
    return tokenizer


def _add_words(tokenizer: Tokenizer, dictionary: str) -> None:
    """Add the lines ``word [frequency]`` of our dictionary; a # starts a comment."""
    for line in dictionary.splitlines():
        word, _, frequency = line.partition("#")[0].strip().partition(" ")
        if word:
            tokenizer.add_word(word, int(frequency) if frequency else None)


def _cache_folder() -> Path:
    folder = Path(user_cache_dir("shenyue"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
