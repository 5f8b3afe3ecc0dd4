"""Numbers and bullets at the start of a line, as far as the layout of a page tells them."""

from __future__ import annotations

import re

_NUMERAL = "一二三四五六七八九十百零〇"
LABEL = re.compile(
    rf"(?:第\s*[{_NUMERAL}\d]{{1,5}}\s*[条章节编款部分]|[（(]\s*(?:[{_NUMERAL}]{{1,4}}|\d{{1,3}}|[a-zA-Z]|[ivx]{{1,4}})\s*[)）]"
    rf"|[{_NUMERAL}]{{1,4}}\s*[、.．，]|\d{{1,3}}\s*[、）)]|\d{{1,3}}(?:[.．-]\d{{1,3}})*[.．]?(?=\s|[^\d\s.．%％])"
    rf"|[a-zA-Z][.．)）、]|[①-⑳⑴-⒇㈠-㈩❶-❿]|附件|附录|[○●•▪■◆◇➢✓□☐☑☒※★·–-](?=\s?\S))"
)
REFERENCE = re.compile(
    rf"第\s*[{_NUMERAL}\d]{{1,5}}\s*[条章节编款部分](?=[的之第款项中所规约和与或及至，,、；。”」》）)])"
)
"""A clause that is only referred to: 第五条约定的价款."""


def is_label(text: str) -> bool:
    """Whether ``text`` is a number or bullet and nothing else."""
    match = LABEL.match(text + " x")
    return match is not None and match.end() == len(text)
