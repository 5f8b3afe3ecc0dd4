"""References to clauses and attachments of the same contract: 本合同第五条, 第9-6条, 按14.3的标准, 前款, 附件二."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from extractors.entities.numerals import number
from extractors.entities.scanning import opening
from extractors.entities.targets import Targets
from extractors.model import Citation, Clause, CrossReference, Span

_NUM = r"[0-9０-９一二三四五六七八九十百零〇]{1,5}"
_DOTTED = rf"{_NUM}(?:\s?[.．·\-－—]\s?{_NUM}){{0,3}}"
_PART = rf"(?:\s?第?\s?[（(]?{_NUM}[）)]?\s?[款项目])"
_CLAUSE = re.compile(
    opening(
        "第0-9本前上",
        rf"第\s?(?P<clause>{_DOTTED})\s?条(?P<parts>{_PART}{{0,2}})"
        rf"|第\s?(?P<dotted>[0-9]{{1,2}}(?:[.．\-－][0-9]{{1,2}}){{1,3}})\s?[款项]"
        r"|(?<![0-9.．\-－A-Za-z])(?P<plain>[0-9]{1,2}(?:[.．\-－][0-9]{1,2}){1,3})"
        r"(?=\s?(?:[条款项](?!目)|的(?:约定|规定|标准|情形|情况)|约定|规定|所[述列]|情形|情况))"
        rf"|(?P<here>本[条款]|前述|上述)第\s?[（(]?(?P<item>{_NUM})[）)]?\s?[款项]"
        r"|(?P<before>前款|上款|前项|前条|上条|上一条|上一款)(?=[约规所之的情、，中])",
    )
)
_ATTACHMENT = re.compile(rf"(?:附件|附表|附录)\s?[（(]?(?P<number>{_NUM}|[A-H])(?![0-9年月日A-Za-z])")
_FOREIGN = re.compile(
    r"(?:》|[^本]法|条例|办法|解释|章程|规则|主合同|总包合同|借款合同|原合同|框架合同|招标文件|投标文件|专用(?:合同)?条款|该条款)"
    r"(?:中|之|项下)?的?\s?$"
)
_PART_NUMBER = re.compile(_NUM)


def find_references(
    text: str, clauses: tuple[Clause, ...] = (), citations: Iterable[Citation] = ()
) -> tuple[CrossReference, ...]:
    """All references to this contract's clauses and attachments, in order.

    ``clauses`` give the targets; what stands in one of ``citations``, after the name of another paper,
    or is the label of a clause itself is no reference.
    """
    targets = Targets(clauses)
    taken = sorted(citation.span for citation in citations)
    found = [
        _clause_reference(match, targets)
        for match in _CLAUSE.finditer(text)
        if not _is_label(text, match, targets) and not _is_foreign(text, match, taken)
    ]
    found += [
        CrossReference(
            Span(match.start(), match.end("number")),
            text[match.start() : match.end("number")],
            "attachment",
            targets.attachment(match["number"]),
        )
        for match in _ATTACHMENT.finditer(text)
        if not _is_label(text, match, targets)
    ]
    return tuple(sorted(found, key=lambda reference: reference.span))


def _is_label(text: str, match: re.Match[str], targets: Targets) -> bool:
    """Whether the words open a line as a clause's own number; a line of a PDF may also break before a reference."""
    line_start = text.rfind("\n", 0, match.start()) + 1
    if text[line_start : match.start()].strip(" \t　#*>-·【《（("):
        return False
    return targets.empty or targets.starts_at(line_start, match.end())


def _is_foreign(text: str, match: re.Match[str], taken: list[Span]) -> bool:
    index = bisect_right(taken, Span(match.end(), match.end())) - 1
    if index >= 0 and taken[index].end > match.start():
        return True
    return bool(_FOREIGN.search(text, max(match.start() - 10, 0), match.start()))


def _clause_reference(match: re.Match[str], targets: Targets) -> CrossReference:
    span = Span(*match.span())
    written = match["clause"] or match["dotted"] or match["plain"]
    if written:
        parts = [_value(part) for part in _PART_NUMBER.findall(match["parts"] or "")]
        target = targets.clause(_key(written), parts, match.start())
    elif match["here"]:
        target = targets.within(match.start(), _value(match["item"]))
    else:
        target = targets.before(match.start(), whole_clause=match["before"].endswith("条"))
    return CrossReference(span, "".join(match[0].split()), "clause", target)


def _key(written: str) -> str:
    """九 as 9, 9-6 as 9.6, １５．１ as 15.1."""
    return ".".join(_value(part) for part in re.findall(_NUM, written))


def _value(words: str) -> str:
    value = number(words)
    return str(int(value)) if value is not None else words
