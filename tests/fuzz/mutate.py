"""Damaging files: bytes anywhere; the parts of a package by what their XML is made of; a PDF by its tokens."""

from __future__ import annotations

import copy
import io
import re
import zipfile
import zlib
from random import Random

from lxml import etree

from tests.fuzz.seeds import Seed

_MOST_CHANGES = 4
_LONGEST_PIECE = 400
_NUMBERS = (b"0", b"-1", b"1", b"9", b"255", b"65536", b"2147483648", b"99999999999", b"1e308", b"0.0000001", b"nan")
_BYTES = (b" ", b"\xe7\xac\xac", b"\0", b"\xff", b"\xfe\xff", b"\x80", b"\n", b"<", b">", b"&#0;", b"&x;", b"]]>", b"_")
_XML_PIECE = re.compile(rb"<[^<>]*>|[^<>]+")
_PDF_PIECE = re.compile(rb"/[A-Za-z0-9]+|\d+ 0 R|-?[\d.]+|<<|>>|\[|\]|[A-Za-z*']+|<[0-9A-F]*>|\s+|.", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")

_TEXTS = ("", "第", "1.1.1.", "（", "每日2%", "____", "\u3000", "\U00020000", "壹", "9" * 40, "附件", "《", "甲方：")
_MOST_ELEMENTS = 3000


def mutated(seeds: tuple[Seed, ...], random: Random) -> Seed:
    """One of ``seeds``, damaged; now and then under another's name."""
    seed = random.choice(seeds)
    data, other = seed.data, random.choice(seeds)
    if random.random() < 0.05:
        return Seed(other.suffix, data)
    if data.startswith(b"PK") and random.random() < 0.85:
        data = _changed_package(data, random)
    elif seed.suffix == ".pdf" and random.random() < 0.7:
        data = _changed_tokens(data, _PDF_PIECE, random)
    else:
        data = _changed_bytes(data, other.data, random)
    return Seed(seed.suffix, data)


def _changed_package(data: bytes, random: Random) -> bytes:
    """The package with one or two of its parts damaged, left out, renamed or doubled, and packed anew."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error):
        return data
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(parts))
        name, content = parts[at]
        match random.randrange(12):
            case 0:
                del parts[at]
            case 1:
                parts[at] = (random.choice(parts)[0].swapcase(), content)
            case 2:
                parts[at] = (name, random.choice(parts)[1])
            case 3 | 4:
                parts[at] = (name, _changed_bytes(content, random.choice(parts)[1], random))
            case 5:
                parts[at] = (name, _changed_tokens(content, _XML_PIECE, random))
            case _:
                parts[at] = (name, _changed_tree(content, random))
        if not parts:
            break
    return _packed(parts)


def _changed_tree(content: bytes, random: Random) -> bytes:
    """The XML with elements dropped, doubled, moved, nested, renamed, or with other values; it stays well-formed."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return content
    for _ in range(random.randint(1, _MOST_CHANGES)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        one, two = random.choice(elements), random.choice(elements)
        match random.randrange(8):
            case 0 if one is not root:
                one.getparent().remove(one)
            case 1 if len(elements) < _MOST_ELEMENTS:
                two.append(copy.deepcopy(one))
            case 2 if len(elements) < _MOST_ELEMENTS:
                two.extend([copy.deepcopy(one) for _ in range(random.choice((3, 40)))])
            case 3:
                one.tag = two.tag
            case 4:
                one.text = random.choice(_TEXTS) * random.choice((1, 1, 500))
            case 5 if len(elements) < _MOST_ELEMENTS:
                _nest(one, two, random.choice((3, 20, 60, 300)))
            case _ if one.attrib:
                one.set(random.choice(one.keys()), random.choice([*two.values(), *map(bytes.decode, _NUMBERS)]))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _nest(inner: etree._Element, outer: etree._Element, depth: int) -> None:
    """Put ``inner`` into as many elements like it, and these into ``outer``."""
    innermost = copy.deepcopy(inner)
    for _ in range(depth):
        outer = etree.SubElement(outer, inner.tag, dict(inner.attrib))
    outer.append(innermost)


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        names: set[str] = set()
        for name, content in parts:
            if name not in names:  # zipfile warns of a second one
                archive.writestr(name, content)
            names.add(name)
    return out.getvalue()


def _changed_tokens(data: bytes, pattern: re.Pattern[bytes], random: Random) -> bytes:
    """Tokens doubled, dropped, swapped, moved, repeated many times, or with another number in them."""
    tokens = pattern.findall(data)
    for _ in range(random.randint(1, _MOST_CHANGES)):
        if not tokens:
            break
        at, to = random.randrange(len(tokens)), random.randrange(len(tokens))
        match random.randrange(8):
            case 0:
                del tokens[at]
            case 1:
                tokens[at], tokens[to] = tokens[to], tokens[at]
            case 2:
                tokens.insert(to, tokens[at])
            case 3:
                first, last = sorted((at, min(to, at + _LONGEST_PIECE)))
                tokens[to:to] = tokens[first:last]
            case 4:
                tokens[at:at] = tokens[at : at + random.randint(1, 3)] * random.choice((2, 50, 1000))
            case 5:
                tokens[at] = tokens[to]
            case _:
                tokens[at] = _NUMBER.sub(lambda _found: random.choice(_NUMBERS), tokens[at])
    return b"".join(tokens)


def _changed_bytes(data: bytes, other: bytes, random: Random) -> bytes:
    """Bytes flipped, cut out, doubled, put in from a list or from another file, or cut off."""
    changed = bytearray(data)
    for _ in range(random.randint(1, _MOST_CHANGES)):
        at = random.randrange(len(changed) + 1)
        length = random.randint(1, _LONGEST_PIECE)
        match random.randrange(7):
            case 0 | 1 if changed:
                changed[at % len(changed)] ^= 1 << random.randrange(8)
            case 2:
                del changed[at : at + length]
            case 3:
                changed[at:at] = changed[at : at + length] * random.randint(1, 20)
            case 4:
                start = random.randrange(len(other) + 1)
                changed[at : at + length] = other[start : start + length]
            case 5:
                del changed[at:]
            case _:
                changed[at:at] = random.choice(_BYTES) * random.choice((1, 1, 7, 3000))
    return bytes(changed)
