"""From a document to a contract: clauses, sentences, facts and frames."""

from __future__ import annotations

from extractors.clauses import Structure, segment
from extractors.entities import classify, find_facts
from extractors.frames import find_frames
from extractors.model import Contract, Document
from extractors.sentences import split_sentences
from extractors.text import Progress


def understand(document: Document, progress: Progress | None = None, structure: Structure | None = None) -> Contract:
    """The contract in ``document``; ``structure`` where its clauses are known already.

    ``progress`` is told the stages "clauses" and "facts" with the fraction done.
    """
    tell: Progress = progress or (lambda _stage, _fraction: None)
    tell("clauses", 0.0)
    structure = structure or segment(document)
    sentences = split_sentences(document, structure.clauses, structure.regions)
    tell("facts", 0.5)
    facts = find_facts(document, structure.clauses, structure.regions)
    frames = find_frames(document.text, sentences, structure.clauses, facts.parties)
    tell("facts", 1.0)
    return Contract(
        document=document,
        type=classify(document, structure.clauses, facts),
        clauses=structure.clauses,
        regions=structure.regions,
        sentences=sentences,
        frames=frames,
        facts=facts,
    )
