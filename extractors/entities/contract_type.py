"""What kind of contract it is: by its title, then by what its parties are called, then by the words of the text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.model import Clause, ContractType, Party, Span

_TITLE_REACH = 1200
_LONGEST_TITLE = 60
_TITLE_WORD = re.compile(r"合\s*同|协\s*议|承\s*诺\s*书|政\s*策|条\s*款|借\s*条|担\s*保\s*函|约\s*定\s*书")
_NO_TITLE = re.compile(r"[。；]|编\s*号|根据|依据|双方|[甲乙]\s*方\s*[:：(（]|使用说明|示范文本|https?:|目\s*录|提示")
_CONTENT_REACH = 30000
_ROLE_WEIGHT = 4
_COUNTED_AT_MOST = 5  # of one content word: no word decides alone
_LEAST_SCORE = 6
_CLEAR_SCORE = 14  # against a generic title


@dataclass(frozen=True, slots=True)
class TypeWords:
    """One kind of contract and the words that tell it."""

    name: str
    title: tuple[str, ...]
    roles: tuple[str, ...]
    content: tuple[str, ...]
    onerous: bool  # 有偿
    business: bool  # usually between businesses
    generic: bool = False  # a title so wide that the text may tell better


@cache
def type_table() -> tuple[TypeWords, ...]:
    """The kinds of contract in resources/dictionary/contract_types.toml, in its order."""
    table = tomllib.loads(files("resources").joinpath("dictionary/contract_types.toml").read_text("utf-8"))
    return tuple(
        TypeWords(
            entry["name"],
            tuple(entry["title"]),
            tuple(entry["roles"]),
            tuple(entry["content"]),
            entry["onerous"],
            entry["business"],
            entry.get("generic", False),
        )
        for entry in table["type"]
    )


def find_type(text: str, parties: tuple[Party, ...] = (), clauses: tuple[Clause, ...] = ()) -> ContractType:
    """The kind of contract with the words that decided; an empty name where nothing tells.

    ``parties`` give their role words; ``clauses`` tell where the attached documents begin, whose words do not count.
    """
    generic: ContractType | None = None
    for title in _titles(text):
        found = _by_title(text, title)
        if found is not None and not _is_generic(found):
            return found
        generic = generic or found
    if generic is not None:
        return _by_words(text, parties, clauses, _CLEAR_SCORE, generic)
    return _by_words(text, parties, clauses, _LEAST_SCORE, ContractType(""))


def _titles(text: str) -> list[Span]:
    """Short lines near the start that name a paper; a title may run over two, so each also with the one before."""
    titles = []
    offset = before = 0
    for line in text[:_TITLE_REACH].split("\n"):
        end = offset + len(line)
        if line.strip():
            if len(line.strip()) <= _LONGEST_TITLE and _TITLE_WORD.search(line) and not _NO_TITLE.search(line):
                titles += [Span(offset, end), Span(before, end)]
            before = offset
        offset = end + 1
    return titles


def _is_generic(found: ContractType) -> bool:
    return any(kind.generic for kind in type_table() if kind.name == found.name)


def _by_title(text: str, title: Span) -> ContractType | None:
    """The kind with the longest title word in the title, the earlier of two as long (融资租赁 before 租赁合同).

    Spaces inside the title (保 密 协 议) are passed over.
    """
    offsets = [offset for offset in range(title.start, title.end) if not text[offset].isspace()]
    words = "".join(text[offset] for offset in offsets)
    found = [
        (-len(word), at, order, kind)
        for order, kind in enumerate(type_table())
        for word in kind.title
        if (at := words.find(word)) >= 0
    ]
    if not found:
        return None
    minus_length, at, _, kind = min(found, key=lambda item: item[:3])
    return ContractType(kind.name, (Span(offsets[at], offsets[at - minus_length - 1] + 1),))


def _by_words(
    text: str, parties: tuple[Party, ...], clauses: tuple[Clause, ...], least: int, otherwise: ContractType
) -> ContractType:
    """The kind whose role and content words weigh most; ``otherwise`` where none reaches ``least``."""
    called = {word for party in parties for word in (party.role, *party.aliases)}
    attached = next((clause.span.start for clause in clauses if clause.level == 0), len(text))
    body = text[: min(_CONTENT_REACH, attached if attached > _TITLE_REACH else len(text))]
    best, most = None, least - 1
    for kind in type_table():
        score = _ROLE_WEIGHT * len(called.intersection(kind.roles))
        score += sum(min(body.count(word), _COUNTED_AT_MOST) for word in kind.content)
        if score > most and not kind.generic:
            best, most = kind, score
    if best is None:
        return otherwise
    places = ((word, body.find(word)) for word in best.content)
    return ContractType(best.name, tuple(Span(at, at + len(word)) for word, at in places if at >= 0))
