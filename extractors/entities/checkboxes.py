"""Boxes to tick and the options beside them: □仲裁 ☑诉讼, 是☑ 否□, （√）按月 （ ）按季, one option to a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.model import CheckBox, Span

_TICKED: Final = "☑☒■✓✔✅🗹🗷√"
_EMPTY: Final = "☐□▢"
_SIGN: Final = re.compile(
    rf"(?P<bracket>[（(\[［【][ \t　]{{0,4}}(?P<inside>[√✓✔☑]?)[ \t　]{{0,4}}[）)\]］】])"
    rf"|(?P<pair>[{_EMPTY}][ \t　]?[√✓✔])|(?P<sign>[{_TICKED}{_EMPTY}])"
)
_BULLETS: Final = "■√✓✔"  # marks of lists, or of other things, where no empty box is near
_OPENS_LINE: Final = re.compile(
    r"[ \t　]*(?:[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[A-Za-z①-⑳])[)）、.．：:]?[ \t　]*)?"
)
_OPTION_END: Final = re.compile(r"[。；;\t]")
_SPOKEN_OF: Final = re.compile(r"[“\"‘打划画]\s?$")  # 以划“√”方式选定
_ENUMERATOR: Final = re.compile(r"\s*[0-9A-Za-z一二三四五六七八九十]{1,2}")  # ☑ 1）甲方承担
_BRACKETS: Final = {"）": "（", ")": "(", "】": "【", "]": "[", "］": "［"}
_AFTER_OPTIONS: Final = re.compile(r"[\s。；;，,、）)]*")
_PUNCTUATION: Final = " \t　。；;，,、：:/／|或"


@dataclass(frozen=True, slots=True)
class _Sign:
    span: Span
    checked: bool
    sure: bool  # a box whatever stands near it


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    signs: tuple[_Sign, ...]
    leads: bool  # its first sign opens the line


def find_checkboxes(text: str) -> tuple[CheckBox, ...]:
    """All boxes with an option, in order. Boxes of a line, and of neighbouring lines that open with one, are a group.

    A sign that also serves as bullet, and a pair of brackets, count where a sure box or a tick stands in the group;
    boxes in a row (□□□□ for the digits of a number) are none.
    """
    found: list[CheckBox] = []
    group = 0
    for lines in _groups(_lines(text)):
        signs = [sign for line in lines for sign in line.signs]
        if not any(sign.sure for sign in signs) and not _is_choice_of_brackets(signs):
            continue
        for line in lines:
            for box, parted in _boxes(text, line):
                group += parted
                found.append(replace(box, group=group))
        group += 1
    return tuple(found)


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold signs."""
    start = 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        signs = tuple(_signs(text, span))
        if signs:
            opening = _OPENS_LINE.match(text, span.start, span.end)
            yield _Line(span, signs, opening is not None and opening.end() == signs[0].span.start)


def _signs(text: str, line: Span) -> Iterator[_Sign]:
    matches = list(_SIGN.finditer(text, line.start, line.end))
    for index, match in enumerate(matches):
        before = index > 0 and matches[index - 1].end() == match.start()
        after = index + 1 < len(matches) and matches[index + 1].start() == match.end()
        if match["sign"] and (
            before or after or _SPOKEN_OF.search(text, max(line.start, match.start() - 2), match.start())
        ):
            continue
        if match["bracket"]:
            yield _Sign(Span(*match.span()), bool(match["inside"]), sure=False)
        else:
            checked = bool(match["pair"]) or match[0] in _TICKED
            yield _Sign(Span(*match.span()), checked, sure=bool(match["pair"]) or match[0] not in _BULLETS)


def _groups(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    """Lines that make one choice: neighbours that all open with a sign, any other line for itself."""
    group: list[_Line] = []
    for line in lines:
        if group and not (line.leads and group[-1].leads and line.span.start == group[-1].span.end + 1):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_choice_of_brackets(signs: Sequence[_Sign]) -> bool:
    """Whether the signs are brackets, some ticked: （√）按月 （ ）按季. Empty ones alone are blanks."""
    brackets = all(len(sign.span) > 1 for sign in signs)
    return brackets and len(signs) > 1 and any(sign.checked for sign in signs)


def _boxes(text: str, line: _Line) -> Iterator[tuple[CheckBox, bool]]:
    """The boxes of a line, and whether each begins another choice than the one before it."""
    trailing = _stand_behind(text, line)
    for index, sign in enumerate(line.signs):
        option = _before(text, line, index) if trailing else _behind(text, line, index)
        label = option.of(text).strip(_PUNCTUATION)
        if label:
            start = option.start + option.of(text).index(label)
            before = Span(line.signs[index - 1].span.end, sign.span.start) if index else Span(0, 0)
            parted = "。" in before.of(text) or _closing(text, before) is not None
            yield CheckBox(sign.span, sign.checked, label, Span(start, start + len(label)), 0), parted


def _stand_behind(text: str, line: _Line) -> bool:
    """Whether the boxes stand behind their options: 是□ 否□."""
    first, last = line.signs[0].span, line.signs[-1].span
    touches = first.start > line.span.start and text[first.start - 1] not in f"{_PUNCTUATION}（(《“"
    rest = _AFTER_OPTIONS.match(text, last.end, line.span.end)
    return touches and rest is not None and rest.end() == line.span.end


def _behind(text: str, line: _Line, index: int) -> Span:
    """From a box to the next one, the end of its line where it opens the line, or else of its sentence or brackets."""
    start = line.signs[index].span.end
    end = line.signs[index + 1].span.start if index + 1 < len(line.signs) else line.span.end
    whole = line.leads and len(line.signs) == 1
    stop = None if whole else _OPTION_END.search(text, start, end)
    option = Span(start, stop.start() if stop else end)
    closing = _closing(text, option)
    return option if closing is None else Span(start, closing)


def _closing(text: str, span: Span) -> int | None:
    """Where a bracket closes that was opened before ``span``."""
    open_: Counter[str] = Counter()
    for offset in range(span.start, span.end):
        opener = _BRACKETS.get(text[offset])
        if opener is None:
            open_[text[offset]] += 1
        elif not open_[opener]:
            if not _ENUMERATOR.fullmatch(text, span.start, offset):
                return offset
        else:
            open_[opener] -= 1
    return None


def _before(text: str, line: _Line, index: int) -> Span:
    """The words between the punctuation, or the box, before a box and the box itself."""
    end = line.signs[index].span.start
    start = line.signs[index - 1].span.end if index else line.span.start
    trimmed = text[start:end].rstrip(_PUNCTUATION)
    cut = max((trimmed.rfind(mark) for mark in " \t　。；;，,：:（("), default=-1)
    return Span(start + cut + 1, end)
