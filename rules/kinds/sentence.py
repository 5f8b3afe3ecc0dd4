"""Rules about what a sentence says: patterns that must occur and may not, and the frame around them.

[when.sentence]
any      patterns; one must occur, and is what gets quoted (widened to the commas around it, or to the group ``quote``);
         the groups ``who`` and ``harmed`` name the actor and the party harmed where the words do
all      further patterns that must occur in the same sentence
without  patterns that may not occur in the sentence
without_clause, all_clause   the same for the whole clause: its children, and the stem above a list item
stem     patterns, one of which must occur in the stem that governs a list item; without_stem: none may
other_at_fault   false: silent where the sentence first says that the other side is at fault
own_at_fault     false: silent where it says that the actor is
each     true: every match of a sentence counts, not only the first
first    true: only the first sentence of the contract counts, since one finding says it all
longer_than, shorter_than   "20年": the match must name a length of time (or two dates) beyond it; field: period

[when.frame]  (optional) the frame over the match must fit
actor, modality, consent   allowed values; negated = true/false; action: patterns for what is done
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.model import ActorKind, Consent, Frame, Modality, Sentence, Span
from rules.context import Context, actor_kind
from rules.kinds.lengths import LengthLimit, parse_limit
from rules.patterns import Hit, Pattern, any_occurs, compile_pattern
from rules.rule import Finder, Match
from rules.tables import Table

_QUOTE_LIMIT = 110  # characters; a longer quote points at nothing
_LABEL = 12  # characters
_ENDS_SENTENCE = frozenset("。；\n")
_FAULT = compile_pattern(
    "(?P<who><role>)(?:自身|自己|单方面?|方面|的)?[^，。；]{0,10}"
    "(?:未|逾期|迟延|延误|拒绝|不|擅自|原因|过错|过失|故意|违约|违反|疏忽|有误|错误)"
)


@dataclass(frozen=True, slots=True)
class FrameShape:
    """What the frame over a match must look like; empty sets allow anything."""

    actor: frozenset[ActorKind]
    modality: frozenset[Modality]
    consent: frozenset[Consent]
    action: tuple[Pattern, ...]
    negated: bool | None

    def fits(self, frame: Frame | None, context: Context) -> bool:
        """Whether ``frame`` has this shape; no frame is a plain statement with no party as its subject."""
        if frame is None:
            plain = not self.modality or Modality.STATES in self.modality
            return plain and not self.action and (not self.actor or ActorKind.UNKNOWN in self.actor)
        return (
            (not self.actor or actor_kind(frame) in self.actor)
            and (not self.modality or frame.modality in self.modality)
            and (not self.consent or frame.consent in self.consent)
            and (self.negated is None or frame.negated is self.negated)
            and (not self.action or any_occurs(self.action, context.canonical_of(frame.action)))
        )


@dataclass(frozen=True, slots=True)
class SentenceCondition:
    """See the module's text."""

    any: tuple[Pattern, ...]
    all: tuple[Pattern, ...]
    without: tuple[Pattern, ...]
    all_clause: tuple[Pattern, ...]
    without_clause: tuple[Pattern, ...]
    stem: tuple[Pattern, ...]
    without_stem: tuple[Pattern, ...]
    other_at_fault: bool
    own_at_fault: bool
    each: bool
    first: bool
    limit: LengthLimit | None
    frame: FrameShape | None

    def __call__(self, context: Context) -> Iterator[Match]:
        """Every match in the contract, one a sentence unless ``each``."""
        found = self._matches(context)
        if self.first:
            first = min(found, key=lambda match: match.span or Span(0, 0), default=None)
            found = iter(() if first is None else (first,))
        yield from found

    def _matches(self, context: Context) -> Iterator[Match]:
        seen: set[int] = set()
        for pattern in self.any:
            for hit in pattern.find(context.canonical.text):
                span = context.canonical.original(hit.start, hit.end)
                sentence = context.sentence_of(span) or _behind_label(span, context)
                if sentence is None or (sentence.index in seen and not self.each):
                    continue
                span = Span(max(span.start, sentence.span.start), span.end)
                frame = _frame_over(span, context.frames_of(sentence))
                match = self._measured(_match(hit, span, sentence, frame, context), span, context)
                if (
                    match is not None
                    and self._holds(sentence, frame, context)
                    and self._fault_fits(sentence, span, match.actor, context)
                ):
                    seen.add(sentence.index)
                    yield match

    def _measured(self, match: Match, span: Span, context: Context) -> Match | None:
        """``match`` with the length of time that goes beyond the limit; None where none does."""
        if self.limit is None:
            return match
        length = self.limit.beyond(span, context)
        return None if length is None else replace(match, fields={**match.fields, "period": length.words})

    def _fault_fits(self, sentence: Sentence, span: Span, actor: str, context: Context) -> bool:
        if self.other_at_fault and self.own_at_fault:
            return True
        at_fault = _at_fault(sentence, span, context)
        if not at_fault:
            return True
        return self.own_at_fault if _same_side(at_fault, actor, context) else self.other_at_fault

    def _holds(self, sentence: Sentence, frame: Frame | None, context: Context) -> bool:
        if context.signed(sentence.span):
            return False
        if self.frame is not None and not self.frame.fits(frame, context):
            return False
        text = context.canonical_of(sentence.span)
        if not all(pattern.occurs(text) for pattern in self.all) or any_occurs(self.without, text):
            return False
        stem = context.canonical_of(sentence.stem) if sentence.stem else ""
        if (self.stem and not any_occurs(self.stem, stem)) or any_occurs(self.without_stem, stem):
            return False
        return self._clause_holds(sentence, stem, context)

    def _clause_holds(self, sentence: Sentence, stem: str, context: Context) -> bool:
        if not (self.all_clause or self.without_clause):
            return True
        clause = context.clause_of(sentence.span)
        text = stem + context.canonical_of(clause.span if clause else sentence.span)
        return all(pattern.occurs(text) for pattern in self.all_clause) and not any_occurs(self.without_clause, text)


def parse_sentence(when: Table) -> Finder:
    """The condition of ``[when.sentence]`` with ``[when.frame]``."""
    table = when.table("sentence")
    if not table.texts("any"):
        raise table.error("any", "needs at least one pattern")
    condition = SentenceCondition(
        any=table.patterns("any"),
        all=table.patterns("all"),
        without=table.patterns("without"),
        all_clause=table.patterns("all_clause"),
        without_clause=table.patterns("without_clause"),
        stem=table.patterns("stem"),
        without_stem=table.patterns("without_stem"),
        other_at_fault=table.flag("other_at_fault", default=True),
        own_at_fault=table.flag("own_at_fault", default=True),
        each=table.flag("each", default=False),
        first=table.flag("first", default=False),
        limit=parse_limit(table),
        frame=_parse_frame(when.table("frame")) if "frame" in when else None,
    )
    table.close()
    return condition


def _behind_label(span: Span, context: Context) -> Sentence | None:
    """The sentence of a match that begins in the number of its clause (「6.1 」), which no sentence holds."""
    last = context.sentence_of(Span(span.end - 1, span.end))
    before = context.contract.text[span.start : last.span.start] if last else ""
    return last if 0 < len(before) <= _LABEL and not _ENDS_SENTENCE & set(before) else None


def _parse_frame(table: Table) -> FrameShape:
    shape = FrameShape(
        actor=table.choices("actor", ActorKind),
        modality=table.choices("modality", Modality),
        consent=table.choices("consent", Consent),
        action=table.patterns("action"),
        negated=table.flag("negated", default=False) if "negated" in table else None,
    )
    table.close()
    return shape


def _frame_over(span: Span, frames: list[Frame]) -> Frame | None:
    """The frame that shares most with ``span``; of equals the last, whose conditions hold the others."""
    best: Frame | None = None
    most = 0
    for frame in frames:
        shared = min(frame.span.end, span.end) - max(frame.span.start, span.start)
        if shared > 0 and shared >= most:
            best, most = frame, shared
    return best


def _at_fault(sentence: Sentence, span: Span, context: Context) -> str:
    """The party that the words before ``span`` lay the fault on; the first one named is the cause."""
    before = context.canonical_of(Span(sentence.span.start, max(span.start, sentence.span.start)))
    return next((hit.groups["who"] for hit in _FAULT.find(before)), "")


def _same_side(role: str, other: str, context: Context) -> bool:
    side = context.side(role)
    return role == other or (side is not None and side is context.side(other))


def _match(hit: Hit, span: Span, sentence: Sentence, frame: Frame | None, context: Context) -> Match:
    quote = span if "quote" in hit.groups else context.segment(span, sentence.span)
    if len(quote) > _QUOTE_LIMIT:
        quote = span if len(span) <= _QUOTE_LIMIT else Span(span.start, span.start + _QUOTE_LIMIT)
    actor = hit.groups.get("who") or (context.actor(frame) if frame else "")
    fields = {name: value for name, value in hit.groups.items() if name != "quote"}
    return Match(
        quote,
        actor=actor,
        harms=hit.groups.get("harmed"),
        fields=fields,
        why=context.canonical.text[hit.start : hit.end],
    )
