"""From marks and their positions to clauses with spans, titles and ids."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from extractors.clauses.attached import label_text
from extractors.clauses.labels import Style
from extractors.clauses.lines import Line
from extractors.clauses.marks import Mark, Opening
from extractors.clauses.nesting import Position
from extractors.model import Clause, ClauseKind, Span

_TITLE_LENGTH = 30
_ID_TITLE_LENGTH = 16
_SENTENCE = re.compile(r"[。；;，,！？]|、$")
_LEAD = re.compile(r"([^，。；：:！？,;]{1,16}?)\s*[：:]")
_GAP_LEAD = re.compile(r"([^，。；：:！？,;\s]{2,12})(?:[ \t]{2,}|\u3000|\t)")
_STEM = re.compile(
    r"如下|下列|以下|(?:包括|包括但不限于|包含|为|是|的|之一|情形|列明|有|应|须|确定|约定|同意|承诺|确认|按|采取|采用)$"
)
_CASE_NUMBER = re.compile(r"(?:合同|协议|文件)?编号")
_DEFINITION = re.compile(r"^(?:名词|术语|词语|用语|相关)?(?:[与和及]?的?(?:定义|释义|解释))+(?:[与和及、].{1,8})?$")


def build(
    lines: tuple[Line, ...], marks: Sequence[Mark], positions: Sequence[Position], signatures: Sequence[Span]
) -> tuple[Clause, ...]:
    """The clauses that start at ``marks``; those of a numbered level end before the next of ``signatures``."""
    starts = [lines[mark.line].start for mark in marks]
    line_starts = [line.start for line in lines]
    ends = _ends(starts, positions, signatures, lines[-1].end if lines else 0)
    ids = _ids(lines, marks, positions)
    clauses = []
    for index, (mark, position) in enumerate(zip(marks, positions, strict=True)):
        has_child = index + 1 < len(marks) and positions[index + 1].parent == index
        own_end = starts[index + 1] if has_child else ends[index]
        title = _title(lines, marks, index, has_child=has_child)
        clauses.append(
            Clause(
                index=index,
                id=ids[index],
                label=_shown(lines[mark.line], mark),
                title=title,
                level=position.level,
                span=Span(starts[index], _trimmed(lines, line_starts, ends[index])),
                own=Span(starts[index], _trimmed(lines, line_starts, own_end)),
                parent=position.parent,
                kind=_kind(mark, title),
            )
        )
    return tuple(clauses)


def _ends(starts: list[int], positions: Sequence[Position], signatures: Sequence[Span], length: int) -> list[int]:
    """Where each clause ends: at the next mark that is not below it, at a signature block, or with the text."""
    ends = [length] * len(starts)
    open_: list[int] = []
    signature_starts = [span.start for span in signatures]
    for index, position in enumerate(positions):
        while open_ and open_[-1] != position.parent:
            ends[open_.pop()] = starts[index]
        open_.append(index)
    for index, position in enumerate(positions):
        after = bisect_left(signature_starts, starts[index])
        if position.level > 0 and after < len(signature_starts):
            ends[index] = min(ends[index], signature_starts[after])
    return ends


def _trimmed(lines: tuple[Line, ...], line_starts: list[int], end: int) -> int:
    """``end`` moved back to the end of the last line before it."""
    return min(lines[bisect_left(line_starts, end) - 1].end, end)


def _shown(line: Line, mark: Mark) -> str:
    if mark.opening is Opening.ATTACHMENT:
        return label_text(line)
    return mark.label.text if mark.label is not None else ""


def _kind(mark: Mark, title: str) -> ClauseKind:
    if mark.opening is Opening.ATTACHMENT:
        return ClauseKind.ATTACHMENT
    return ClauseKind.DEFINITION if _DEFINITION.match(title) else ClauseKind.OPERATIVE


# ── titles ──


def _title(lines: tuple[Line, ...], marks: Sequence[Mark], index: int, *, has_child: bool) -> str:
    mark = marks[index]
    line = lines[mark.line]
    last_line = mark.line + 1 >= (marks[index + 1].line if index + 1 < len(marks) else len(lines))
    shown = mark.label.length if mark.label is not None else len(_shown(line, mark))
    rest = line.text[shown:].strip("*#_＿ \t\u3000：:")
    if not rest or (mark.opening is Opening.ATTACHMENT and _CASE_NUMBER.match(rest)):
        return "" if last_line else _title_below(lines, mark.line + 1)
    heads = has_child or not last_line or mark.opening is not Opening.LABEL
    if heads and len(rest) <= _TITLE_LENGTH and not _SENTENCE.search(rest) and not _LEAD.match(rest):
        return "" if line.text.endswith(("：", ":")) and _STEM.search(rest) else rest
    lead = _LEAD.match(rest) or _GAP_LEAD.match(rest)
    return lead.group(1).strip() if lead and not _STEM.search(lead.group(1)) else ""


def _title_below(lines: tuple[Line, ...], index: int) -> str:
    """The line below a number that stands alone, where that line is a heading and not the text itself."""
    text = lines[index].text
    return text.rstrip("：:") if len(text) <= _TITLE_LENGTH and not _SENTENCE.search(text) else ""


# ── ids ──


def _ids(lines: tuple[Line, ...], marks: Sequence[Mark], positions: Sequence[Position]) -> list[str]:
    """An id for every mark: the labels on the way down, joined by "/" ("五/（二）/1.").

    A decimal carries its way in itself and stands alone ("7.3"), below an attached document after its name
    ("附件一/7.3"); a clause without number is named by its title. The second of a kind gets "#2".
    """
    ids: list[str] = []
    bases: list[str] = []  # of the attached document each mark stands in
    seen: Counter[str] = Counter()
    for mark, position in zip(marks, positions, strict=True):
        above = ids[position.parent] if position.parent is not None else ""
        base = bases[position.parent] if position.parent is not None else ""
        decimal = mark.label is not None and mark.label.style is Style.DECIMAL
        way = base if decimal else above
        name = _id_part(lines[mark.line], mark)
        full = f"{way}/{name}" if way else name
        seen[full] += 1
        ids.append(full if seen[full] == 1 else f"{full}#{seen[full]}")
        bases.append(ids[-1] if mark.opening is Opening.ATTACHMENT else base)
    return ids


def _id_part(line: Line, mark: Mark) -> str:
    shown = "".join(_shown(line, mark).split()).rstrip("、：:")
    return shown or line.tight.replace("/", "")[:_ID_TITLE_LENGTH].rstrip("：:") or "?"
