"""A key that opens nothing, and how to find it again in whatever form it is written."""

import base64
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from urllib.parse import quote

# With signs that URLs, base64 and JSON write in another way.
CANARY = "canary+Key/0123456789=abcdefghijklmnopqrstuvw%xyz"

_BASE64_GROUP_BYTES = 3
# How the first bits of a neighbour's byte spoil the beginning of what follows it.
_SPOILT_SIGNS = (0, 2, 3)
_ZLIB_HEADS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b\x08")
_ZLIB_OR_GZIP_BITS = 47


def forms(key: str) -> dict[str, bytes]:
    """Write a key in every form in which it could have slipped out.

    Args:
        key: Printable ASCII.

    Returns:
        What to look for, by the form's name.
    """
    plain = key.encode("ascii")
    every_sign = "".join(f"%{byte:02X}" for byte in plain)
    found = {
        "raw": plain,
        "its first half": plain[: len(plain) // 2],
        "its second half": plain[len(plain) // 2 :],
        "backwards": plain[::-1],
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        "hex with blanks": plain.hex(" ").encode(),
        "hex with colons": plain.hex(":").encode(),
        "URL": quote(key, safe="").encode(),
        "URL of a path": quote(key).encode(),
        "URL of every sign": every_sign.encode(),
        "URL of every sign, small": every_sign.lower().encode(),
        "UTF-16 LE": key.encode("utf-16-le"),
        "UTF-16 BE": key.encode("utf-16-be"),
        "UTF-32": key.encode("utf-32-le"),
        "numbers": str(list(plain)).strip("[]").encode(),
    }
    for shift in range(_BASE64_GROUP_BYTES):
        for name, encode in _BASE64.items():
            found[f"{name} behind {shift}"] = _aligned(encode, plain, shift)
    return found


_BASE64 = {"base64": base64.b64encode, "base64 of URLs": base64.urlsafe_b64encode}


def _aligned(encode: object, plain: bytes, shift: int) -> bytes:
    """Write base64 as it comes out when other bytes stand before and behind."""
    assert callable(encode)
    written = encode(bytes(shift) + plain).rstrip(b"=")
    whole = (shift + len(plain)) % _BASE64_GROUP_BYTES == 0
    return bytes(written[_SPOILT_SIGNS[shift] : None if whole else -1])


def found_in(said: Iterable[bytes], key: str = CANARY) -> list[str]:
    """Look for a key in what was said, packed parts of it too.

    Args:
        said: Lines, files, anything.
        key: Which.

    Returns:
        The names of the forms that were found.
    """
    wanted = forms(key)
    pieces = list(said)
    everything = b"\n".join(
        [*pieces, *(one for each in pieces for one in _unpacked(each))]
    )
    return [name for name, form in wanted.items() if form in everything]


def _unpacked(piece: bytes) -> Iterator[bytes]:
    """Unpack what is packed within: the streams of a PDF, the texts of a PNG."""
    for head in _ZLIB_HEADS:
        start = piece.find(head)
        while start >= 0:
            # Much that looks like a beginning is none.
            with suppress(zlib.error):
                yield zlib.decompressobj(_ZLIB_OR_GZIP_BITS).decompress(piece[start:])
            start = piece.find(head, start + 1)
