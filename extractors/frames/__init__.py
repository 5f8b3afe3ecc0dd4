"""The small grammar of contract sentences: who may, must or must not do what, on which condition, with whose consent.

One frame stands for one predicate (a 分句 with a modal or responsibility word, or a plain statement about a party).
A condition governs the 分句 behind it up to the next 。 or ；, or the next condition: it is named in each frame's
``conditions``, while ``Frame.span`` covers it only in the frame it stands next to. For an item of a list of cases
(有下列情形之一的，甲方有权…) the frame's span and last condition are the item, its action is the stem's.
"""

from __future__ import annotations

from functools import cache, partial

from extractors.frames import conditions
from extractors.frames.actors import UNKNOWN, named_by_title
from extractors.frames.assembly import Inherited, read_frames
from extractors.frames.mentions import Lexicon, Mentions, lexicon_for
from extractors.frames.segments import mask
from extractors.model import Actor, ActorKind, Clause, Frame, Party, Sentence, Span

__all__ = ["find_frames"]


def find_frames(
    text: str, sentences: tuple[Sentence, ...], clauses: tuple[Clause, ...], parties: tuple[Party, ...]
) -> tuple[Frame, ...]:
    """The frames of all ``sentences`` of the contract ``text``, in order; ``Frame.sentence`` is the sentence's index.

    A party's aliases and name give the role of the party; without ``parties`` the usual role words serve.
    """
    masked, lexicon = mask(text), lexicon_for(parties)
    read = partial(read_frames, text, masked, mentions=Mentions(masked, lexicon))

    @cache
    def titled_by(clause: int | None) -> Actor:
        return _from_title(lexicon, clauses, clause)

    stems: dict[Span, Inherited] = {}
    frames: list[Frame] = []
    before: tuple[int | None, Actor] = (None, UNKNOWN)
    end = 0
    for sentence in sentences:
        titled = titled_by(sentence.clause)
        if sentence.stem is not None:
            if sentence.stem not in stems:
                above = read(sentence.stem, sentence.index, inherited=Inherited(titled))
                stems[sentence.stem] = _stem(masked, sentence.stem, above, lexicon, titled)
            inherited = stems[sentence.stem]
        elif titled is UNKNOWN and before[0] == sentence.clause and "\n" not in text[end : sentence.span.start]:
            inherited = Inherited(before[1], weak=True)
        else:
            inherited = Inherited(titled)
        found = read(sentence.span, sentence.index, inherited=inherited)
        frames.extend(found)
        before, end = (sentence.clause, _last_actor(found)), sentence.span.end
    return tuple(frames)


def _last_actor(frames: list[Frame]) -> Actor:
    """The actor the next sentence may leave out."""
    for frame in reversed(frames):
        if frame.actor.kind not in (ActorKind.UNKNOWN, ActorKind.THIRD):
            return Actor(frame.actor.kind, frame.actor.role)
    return UNKNOWN


def _stem(masked: str, span: Span, frames: list[Frame], lexicon: Lexicon, titled: Actor) -> Inherited:
    """What the items under the stem at ``span`` take over from it."""
    if not frames:
        return Inherited(named_by_title(lexicon, span.of(masked)) or titled)
    stem = frames[-1]
    listed = conditions.names_listed_cases(masked, span)
    actor = Actor(stem.actor.kind, stem.actor.role)
    cases = listed is not None and not stem.action.covers(listed)
    return Inherited(actor, stem, lists_cases=cases)


def _from_title(lexicon: Lexicon, clauses: tuple[Clause, ...], index: int | None) -> Actor:
    """The party whose rights or duties the clause, or one above it, announces in its title."""
    while index is not None:
        clause = clauses[index]
        if clause.title and (actor := named_by_title(lexicon, clause.title)):
            return actor
        index = clause.parent
    return UNKNOWN
