"""Encrypting the PDFs of the tests: the standard security handler, revision 2 (ISO 32000-1, 7.6.3), RC4 of 40 bits."""

from __future__ import annotations

import re
from hashlib import md5

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_MAY_ALL = -4
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_STREAM = re.compile(rb"(.*stream\n)(.*)(\nendstream)", re.DOTALL)


def locked_pdf(whole: bytes, password: str) -> bytes:
    """``whole``, as `make_pdf` makes it, so that it opens with ``password`` alone."""
    user = (password.encode("latin-1") + _PADDING)[:32]
    owner = _rc4(md5(user).digest()[:5], user)  # noqa: S324 - what the format asks for
    key = md5(user + owner + _MAY_ALL.to_bytes(4, "little", signed=True)).digest()[:5]  # noqa: S324 - what the format asks for
    body, offsets = b"%PDF-1.7\n", []
    for number, content in _OBJECT.findall(whole):
        offsets.append(len(body))
        body += number + b" 0 obj\n" + _locked(content, int(number), key) + b"\nendobj\n"
    places = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    checked = _rc4(key, _PADDING)
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{checked.hex()}> /P {_MAY_ALL} >>"
    return body + (
        f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n{places}trailer\n<< /Size {len(offsets) + 1} /Root 1 0 R"
        f" /Encrypt {encrypt} >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


def _locked(content: bytes, number: int, key: bytes) -> bytes:
    """An object with its stream encrypted; the objects of `make_pdf` have no strings outside of streams."""
    stream = _STREAM.fullmatch(content)
    if stream is None:
        return content
    own_key = md5(key + number.to_bytes(3, "little") + bytes(2)).digest()[:10]  # noqa: S324 - what the format asks for
    return stream[1] + _rc4(own_key, stream[2]) + stream[3]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, at = list(range(256)), 0
    for index in range(256):
        at = (at + state[index] + key[index % len(key)]) % 256
        state[index], state[at] = state[at], state[index]
    out, first, second = bytearray(), 0, 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)
