"""From recognised lines to glyphs with boxes, as the PDF reader's own code takes them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractors.ocr.engine import Corners, ReadCharacter
from extractors.ocr.turning import Lie, height, length
from extractors.pdf.characters import Glyph
from extractors.pdf.lines import is_wide

_FEWEST_PAIRS = 4  # neighbouring 汉字 that tell the size of the type
_TALLER = 0.92  # type size by height of box, where nothing else tells
_SAME_TYPE = 0.14  # sizes that differ by less are one: boxes are not that exact
_APART = 0.9  # ems more than usual between two middles: a blank stands between them
_WIDE = {"(": "（", ")": "）"}
_WIDE_BRACKET = 0.7  # ems between two neighbours: half-width ones take less
_BASELINE = 0.38  # ems below the middle of a line
_HALF_HEIGHT = 0.55  # ems above and below the middle


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A recognised line: corners in pixels of the turned page."""

    corners: Corners
    characters: tuple[ReadCharacter, ...]


@dataclass(frozen=True, slots=True)
class SeenGlyph:
    """A glyph with the confidence of its recognition."""

    glyph: Glyph
    confidence: float


def glyphs_of(lines: Sequence[ReadLine], lie: Lie, points: float) -> list[SeenGlyph]:
    """The characters of all lines on the straightened page in points; ``points`` are those of one pixel."""
    sizes = _sizes(lines)
    found = []
    for read, size in zip(lines, sizes, strict=True):
        line = _with_long_blanks(read, size)
        left, middle = lie.straighten(*((line.corners[0] + line.corners[3]) / 2).tolist())
        for character, (x0, x1) in zip(_widened(line, size), _edges(line, size), strict=True):
            glyph = Glyph(
                character.char,
                (left + x0) * points,
                (middle - _HALF_HEIGHT * size) * points,
                (left + x1) * points,
                (middle + _HALF_HEIGHT * size) * points,
                (middle + _BASELINE * size) * points,
                size * points,
                False,  # noqa: FBT003 - a field of a named tuple
            )
            found.append(SeenGlyph(glyph, character.confidence))
    return found


def _sizes(lines: Sequence[ReadLine]) -> list[float]:
    """The type size of each line in pixels; nearly equal ones made equal."""
    pitches = [_pitch(line) for line in lines]
    known = [pitch / height(line.corners) for line, pitch in zip(lines, pitches, strict=True) if pitch]
    by_height = median(known) if known else _TALLER
    sizes = [
        min(pitch, 1.1 * by_height * height(line.corners)) if pitch else by_height * height(line.corners)
        for line, pitch in zip(lines, pitches, strict=True)
    ]
    weighted = [size for line, size in zip(lines, sizes, strict=True) for _ in line.characters]
    body = median(weighted) if weighted else 0.0
    return [body if abs(size - body) <= _SAME_TYPE * body else size for size in sizes]


def _pitch(line: ReadLine) -> float | None:
    """The distance of neighbouring 汉字 in pixels; None where too few stand side by side."""
    steps = [
        (after.at - before.at) * length(line.corners)
        for before, after in itertools.pairwise(line.characters)
        if before.char.isalpha() and after.char.isalpha() and is_wide(before.char) and is_wide(after.char)
    ]
    if len(steps) < _FEWEST_PAIRS:
        return None
    usual = median(steps)
    near = [step for step in steps if step <= 1.5 * usual]
    return sum(near) / len(near)  # not the median: places are counted in steps of a sixth of an em


def _with_long_blanks(line: ReadLine, size: float) -> ReadLine:
    """The line with as many underscores as fill their room: the engine reads a long line as one or two of them."""
    whole = length(line.corners)
    filled: list[ReadCharacter] = []
    start = 0  # of a group among the line's characters
    for is_blank, group in itertools.groupby(line.characters, key=lambda each: each.char == "_"):
        run = tuple(group)
        end = start + len(run)
        if is_blank:
            left = _side(line.characters[start - 1], size, whole, 1) if start else 0.0
            right = _side(line.characters[end], size, whole, -1) if end < len(line.characters) else 1.0
            count = max(len(run), round((right - left) * whole / _width("_", size)))
            step = max(right - left, 0.0) / count
            filled += [run[0]._replace(at=left + (index + 0.5) * step) for index in range(count)]
        else:
            filled += run
        start = end
    return ReadLine(line.corners, tuple(filled))


def _side(character: ReadCharacter, size: float, whole: float, side: int) -> float:
    """The right (1) or left (-1) edge of a character as a fraction of its line, which is ``whole`` pixels long."""
    return character.at + side * _width(character.char, size) / 2 / whole


def _widened(line: ReadLine, size: float) -> list[ReadCharacter]:
    """The characters with brackets as wide as the room they take: the engine often gives （ as (."""
    characters = list(line.characters)
    for pair in _bracket_pairs(line.characters):
        rooms = [room for index in pair if (room := _room(line, index, size)) is not None]
        beside = [
            line.characters[at].char for index in pair for at in (index - 1, index + 1) if 0 <= at < len(characters)
        ]
        wide = max(rooms) >= _WIDE_BRACKET * size if rooms else any(map(is_wide, beside))
        if wide:
            for index in pair:
                characters[index] = characters[index]._replace(char=_WIDE[characters[index].char])
    return characters


def _bracket_pairs(characters: Sequence[ReadCharacter]) -> list[list[int]]:
    """Where half-width brackets stand that belong together; alone where the other is on another line."""
    pairs: list[list[int]] = []
    opened: list[list[int]] = []
    for index, character in enumerate(characters):
        if character.char == "(":
            pairs.append([index])
            opened.append(pairs[-1])
        elif character.char == ")" and opened:
            opened.pop().append(index)
        elif character.char == ")":
            pairs.append([index])
    return pairs


def _room(line: ReadLine, index: int, size: float) -> float | None:
    """The room a bracket takes between its neighbours, in pixels; None at the end of a line and beside a blank."""
    if not 0 < index < len(line.characters) - 1:
        return None
    before, after = line.characters[index - 1], line.characters[index + 1]
    if before.char.isspace() or after.char.isspace():
        return None
    return (after.at - before.at) * length(line.corners) - (_width(before.char, size) + _width(after.char, size)) / 2


def _width(char: str, size: float) -> float:
    return size if is_wide(char) else size / 2


def _edges(line: ReadLine, size: float) -> list[tuple[float, float]]:
    """Left and right of each character from the line's left end; neighbours touch, save where a blank parts them."""
    whole = length(line.corners)
    widths = [_width(character.char, size) for character in line.characters]
    middles = [character.at * whole for character in line.characters]
    lefts = [middle - width / 2 for middle, width in zip(middles, widths, strict=True)]
    rights = [middle + width / 2 for middle, width in zip(middles, widths, strict=True)]
    for index in range(1, len(middles)):
        gap = middles[index] - middles[index - 1]
        usual = (widths[index - 1] + widths[index]) / 2
        if gap <= usual + _APART * size:
            lefts[index] = rights[index - 1] = middles[index - 1] + gap * widths[index - 1] / (2 * usual)
    if lefts:
        lefts[0], rights[-1] = max(lefts[0], 0.0), min(rights[-1], whole)
    return [(left, max(left, right)) for left, right in zip(lefts, rights, strict=True)]
