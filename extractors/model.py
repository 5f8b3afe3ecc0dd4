"""What the extractors hand up: a contract as text, with clauses, sentences, frames and facts.

Every item points to characters of ``Document.text`` by a `Span`; a `Place` leads from there back to
the file (a run of a DOCX paragraph, a line of a PDF page). Standard library only; all values frozen.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of this span in ``text``."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same length, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)


# ── the file ────────────────────────────────────────────────────────────────


class FileKind(StrEnum):
    """The kinds of file a reader exists for."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "txt"
    MARKDOWN = "md"
    OFFICE = "office"  # DOC, WPS, RTF, ODT: read from a converted copy, so that nothing has a place
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points (1/72 inch), origin top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class RunPlace:
    """Characters that stand in one run of a DOCX part; ``offset`` is where the span starts in the run's text."""

    span: Span
    part: str  # "word/document.xml"
    paragraph: int  # index of the w:p in document order of the part, tables included
    run: int  # index of the w:r in document order inside the paragraph
    offset: int


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Characters that stand on one line of a PDF page (``page`` counts from 1).

    ``edges`` holds the left edge of each character and the right edge of the last one, in points; it is empty
    where the line does not run from left to right (a scan lying on its side), and the box is all there is.
    ``confidence`` is how sure text recognition is of its least sure character, from 0 to 1.
    """

    span: Span
    page: int
    box: Box
    edges: tuple[float, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Characters that stand on one line of a plain text file (``line`` counts from 1)."""

    span: Span
    line: int


Place = RunPlace | LinePlace | TextPlace

DOUBTFUL = 0.75
"""Recognised characters below this confidence are doubtful."""


class BlockKind(StrEnum):
    """What a block of text is in the file."""

    PARAGRAPH = "paragraph"
    TABLE_ROW = "table row"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a row of a table (its cells joined by tabs); blocks are joined by line feeds.

    A table with one cell per row is layout: its paragraphs are plain blocks.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    label: str = ""  # automatic number as Word shows it ("第一条", "1.1"); also stands at the start of the text
    outline: int | None = None  # Word outline level or Markdown heading depth, 1 is the highest
    numbering: tuple[int, int] | None = None  # Word (abstract list id, list level from 0)
    indent: float | None = None  # left edge in points, where the file tells
    bold: bool = False  # all of it
    centered: bool = False
    table: int | None = None  # index of the table it belongs to


class AsideKind(StrEnum):
    """Text set apart from the contract's body."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page number"
    FOOTNOTE = "footnote"
    TABLE_OF_CONTENTS = "table of contents"
    WATERMARK = "watermark"


@dataclass(frozen=True, slots=True)
class Aside:
    """Text of the file that is not part of ``Document.text``; tracked changes and comments have their own kinds."""

    kind: AsideKind
    text: str
    page: int | None = None


RevisionView = Literal["accepted", "rejected"]
"""Whether a text with tracked changes is read as if all of them were accepted, or all rejected."""


class RevisionKind(StrEnum):
    """What a tracked change does to its text."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved from"  # text that stood here and stands elsewhere now
    MOVED_TO = "moved to"


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change; ``date`` is by the clock of its author, who may be unknown ("")."""

    kind: RevisionKind
    author: str
    date: datetime | None
    text: str
    span: Span | None = None  # empty, and so false, at its place where its text is not in Document.text


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that was in the file; ``date`` is by the clock of its author, who may be unknown ("")."""

    author: str
    date: datetime | None
    text: str
    span: Span | None = None  # what it is about; empty where it only has a place, None where it has none


@dataclass(frozen=True, slots=True)
class Part:
    """One file of several that were read as one contract, and the characters that came from it."""

    name: str
    kind: FileKind
    sha256: str
    span: Span


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about the reading, above all what could not be read.

    ``code`` is stable ("page-without-text"); ``message`` is the Chinese sentence for it.
    """

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True)
class Document:
    """A file, or several that make one contract, as one string with the map back to its places.

    Of several files ``name`` and ``kind`` are those of the main contract, and ``sha256`` is of all their hashes.
    """

    name: str  # file name without folder
    kind: FileKind
    sha256: str  # of the file's bytes, hexadecimal
    text: str
    blocks: tuple[Block, ...]  # in order, not overlapping
    places: tuple[Place, ...]  # in order, not overlapping; generated text (numbers, tabs) has none
    pages: int | None = None
    asides: tuple[Aside, ...] = ()
    notices: tuple[Notice, ...] = ()
    revisions: tuple[Revision, ...] = ()  # in order of the file
    comments: tuple[Comment, ...] = ()
    parts: tuple[Part, ...] = ()  # in order of the text; empty where one file is all there is
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(place.span.start for place in self.places))

    @property
    def files(self) -> tuple[str, ...]:
        """The name of each file the text came from, the main contract first."""
        return tuple(part.name for part in self.parts) or (self.name,)

    @property
    def hashes(self) -> tuple[str, ...]:
        """The hash of each file the text came from."""
        return tuple(part.sha256 for part in self.parts) or (self.sha256,)

    def part_at(self, offset: int) -> Part | None:
        """The file of several that holds the character at ``offset``; None where there is only one file."""
        return next((part for part in reversed(self.parts) if part.span.start <= offset), None)

    def places_of(self, span: Span) -> tuple[Place, ...]:
        """The places that hold characters of ``span``, in order; empty where all of it is generated."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for place in self.places[first:]:
            if place.span.start >= span.end:
                break
            if place.span.overlaps(span):
                found.append(place)
        return tuple(found)

    def doubtful(self, span: Span) -> bool:
        """Whether text recognition is unsure of a character of ``span``; never where the file holds the text."""
        return any(isinstance(place, LinePlace) and place.confidence < DOUBTFUL for place in self.places_of(span))

    def page_of(self, offset: int) -> int | None:
        """The page (from 1) that the character at ``offset`` stands on; None where the file has no pages."""
        index = bisect_right(self._starts, offset) - 1
        place = self.places[max(index, 0)] if self.places else None
        part = self.part_at(offset)
        if place is None or (part is not None and place.span.end <= part.span.start):
            return None
        return place.page if isinstance(place, LinePlace) else None


# ── structure ───────────────────────────────────────────────────────────────


class ClauseKind(StrEnum):
    """What a clause is for."""

    OPERATIVE = "operative"
    DEFINITION = "definition"
    ATTACHMENT = "attachment"  # an attached document (附件, 承诺书, 保密协议): level 0


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered or titled part of the contract."""

    index: int  # place in Contract.clauses
    id: str  # unique in the contract, built from the labels on the way down: "五/5.2/1."
    label: str  # the number as shown: "第一条", "1.1", "（二）"; empty for titled clauses
    title: str  # heading text without the label; empty where the clause starts with its sentence
    level: int  # 1 = the contract's top clauses, 2… below, 0 = an attached document
    span: Span  # label, title, text and all children
    own: Span  # the same without the children
    parent: int | None = None
    kind: ClauseKind = ClauseKind.OPERATIVE


class RegionKind(StrEnum):
    """Parts of a contract that are not clauses."""

    TITLE = "title"
    PARTIES = "parties"
    PREAMBLE = "preamble"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the contract outside the clause tree."""

    kind: RegionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or one item of an enumerated list with the stem that governs it."""

    index: int
    span: Span
    clause: int | None = None  # index in Contract.clauses
    stem: Span | None = None  # "有下列情形之一的，甲方有权解除合同："


# ── frames: who may or must do what, on which condition ─────────────────────


class ActorKind(StrEnum):
    """Who acts."""

    PARTY = "party"  # one party, or one side: 乙方, 出租人, 平台
    EACH = "each"  # 双方, 各方
    ANY = "any"  # 任何一方, 一方, 违约方, 守约方
    THIRD = "third"  # a court, an authority, a third person
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who acts; ``role`` as the contract calls it ("乙方"), empty where unknown."""

    kind: ActorKind
    role: str = ""
    span: Span | None = None  # None where taken over from the sentence before, the stem or the title


class Modality(StrEnum):
    """What the sentence does to its actor."""

    MAY = "may"  # 有权, 可以, 得, 保留…的权利
    MUST = "must"  # 应, 须, 需, 负责
    MUST_NOT = "must not"  # 不得, 无权, 禁止, 不能
    NEED_NOT = "need not"  # 无需, 不必, 不承担, 不负责, 免除
    BEARS = "bears"  # 承担, 赔偿, 负担, 自行负责
    DEEMED = "deemed"  # 视为, 视同, 即为, 推定
    STATES = "states"  # no modal word: a plain statement


class Consent(StrEnum):
    """Whose agreement the action needs."""

    NONE = "none"  # nothing said
    UNILATERAL = "unilateral"  # 单方, 自行, 无需对方同意, 不经通知
    NOTICE = "notice"  # 提前30日通知
    OTHER = "other party"  # 经甲方书面同意
    MUTUAL = "mutual"  # 双方协商一致


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate of a sentence: actor, modality, action, and what limits them."""

    span: Span  # the whole of it, conditions included
    sentence: int  # index in Contract.sentences
    actor: Actor
    modality: Modality
    action: Span  # verb and object, modal word excluded
    negated: bool = False  # the action itself is denied: 不退还, 未经同意
    conditions: tuple[Span, ...] = ()
    consent: Consent = Consent.NONE
    consent_span: Span | None = None
    exceptions: tuple[Span, ...] = ()


# ── facts ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Party:
    """One party: the role it goes by and its name; ``name`` is empty where the contract leaves it blank."""

    role: str  # 甲方, 乙方, 丙方, 乙方一, 出租人, 平台 …
    name: str
    aliases: tuple[str, ...] = ()  # other words for it: 委托方, 承租人, 我司, a short name
    span: Span | None = None  # where it is introduced
    details: tuple[tuple[str, str], ...] = ()  # (统一社会信用代码, value), (住所, value) …; value "" where blank
    does: str = ""  # "pays" or "performs", where the text tells


@dataclass(frozen=True, slots=True)
class Money:
    """An amount; ``amount`` is in ``currency`` units (not cents), None where it cannot be read."""

    span: Span
    amount: Decimal | None
    currency: str = "CNY"
    in_words: bool = False  # 大写


@dataclass(frozen=True, slots=True)
class Rate:
    """A proportion, with the period it is charged for and what it is charged on.

    ``value`` is a fraction of the base (2% is 0.02) for one ``period``; ``per_day`` and ``per_year``
    (365 days, 52 weeks, 12 months; simple, not compound) are None for a rate without period.
    """

    span: Span  # the words that give number and period
    value: Decimal
    period: str = ""  # "day", "week", "month", "year", "" for once
    base: str = ""  # 合同总价, 逾期金额 … as written
    purpose: str = ""  # "late fee", "penalty", "interest", "deposit", "retention", "cap", "tax", ""
    payer: str = ""  # role
    per_day: Decimal | None = None
    per_year: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time; ``count`` in ``unit`` (日, 工作日, 周, 月, 年, 小时)."""

    span: Span
    count: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class DateFact:
    """A calendar date; ``value`` is None where part of it is blank."""

    span: Span
    value: date | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A law cited by name, with its articles as written in Arabic digits ("585", "22之一")."""

    span: Span
    law: str  # as written, without 《》
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference to a clause or attachment of this contract."""

    span: Span
    label: str  # as written: 第五条, 9-6, 附件二
    kind: str  # "clause", "attachment"
    target: int | None = None  # index in Contract.clauses; None where nothing is there


@dataclass(frozen=True, slots=True)
class Blank:
    """A place left open, with what should stand there."""

    span: Span
    stands_for: str  # 当事人, 价款, 日期, 期限, 数量, 比例, 账户, 联系方式, 份数, 其他
    text: str = ""  # as it stands: ____, XXX, {{name}}, [ ]


@dataclass(frozen=True, slots=True)
class Copies:
    """How many copies there are and who holds how many; None where blank."""

    span: Span
    total: int | None
    holders: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term the contract defines, where it does so, and where it is used afterwards."""

    span: Span
    term: str
    uses: tuple[int, ...] = ()  # offsets


@dataclass(frozen=True, slots=True)
class ContractType:
    """What kind of contract this is; ``name`` is empty where it cannot be told."""

    name: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A box beside an option; boxes with the same ``group`` are a choice between their options."""

    span: Span  # the box itself
    checked: bool
    label: str  # the words it ticks, without the punctuation around them
    option: Span  # these words in the text
    group: int


@dataclass(frozen=True)
class Facts:
    """All facts of a contract, each kind in order of the text."""

    parties: tuple[Party, ...] = ()
    money: tuple[Money, ...] = ()
    rates: tuple[Rate, ...] = ()
    periods: tuple[Period, ...] = ()
    dates: tuple[DateFact, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[CrossReference, ...] = ()
    blanks: tuple[Blank, ...] = ()
    copies: tuple[Copies, ...] = ()
    terms: tuple[DefinedTerm, ...] = ()
    checkboxes: tuple[CheckBox, ...] = ()


@dataclass(frozen=True)
class Contract:
    """A contract as read: the only thing the rules see."""

    document: Document
    type: ContractType
    clauses: tuple[Clause, ...]
    regions: tuple[Region, ...]
    sentences: tuple[Sentence, ...]
    frames: tuple[Frame, ...]
    facts: Facts
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    unchosen: tuple[Span, ...] = field(init=False, repr=False, compare=False, default=())
    """Options, boxes included, whose box is empty while another one's of the same choice is ticked; in order."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(clause.span.start for clause in self.clauses))
        object.__setattr__(self, "unchosen", _unchosen(self.facts.checkboxes))

    @property
    def text(self) -> str:
        """The contract as one string."""
        return self.document.text

    def clause_at(self, offset: int) -> Clause | None:
        """The innermost clause that holds the character at ``offset``."""
        index: int | None = bisect_right(self._starts, offset) - 1
        if index is None or index < 0:
            return None
        while index is not None and self.clauses[index].span.end <= offset:
            index = self.clauses[index].parent
        return self.clauses[index] if index is not None else None

    def ancestors(self, clause: Clause) -> tuple[Clause, ...]:
        """``clause`` and the clauses above it, innermost first."""
        chain = [clause]
        while chain[-1].parent is not None:
            chain.append(self.clauses[chain[-1].parent])
        return tuple(chain)

    def unticked(self, span: Span) -> bool:
        """Whether ``span`` lies wholly in one of ``unchosen``."""
        return any(option.covers(span) for option in self.unchosen)

    def region(self, kind: RegionKind) -> Region | None:
        """The first region of this kind."""
        return next((region for region in self.regions if region.kind is kind), None)

    def page_of(self, span: Span) -> int | None:
        """The page the span starts on, where the file has pages."""
        return self.document.page_of(span.start)


def _unchosen(boxes: tuple[CheckBox, ...]) -> tuple[Span, ...]:
    decided = {box.group for box in boxes if box.checked}
    return tuple(
        Span(min(box.span.start, box.option.start), max(box.span.end, box.option.end))
        for box in boxes
        if not box.checked and box.group in decided
    )
