"""Halves of surrogate pairs that stand alone in a body, of which no text can be made.

JSON that Java or JavaScript cut within an emoji has one, and every decoder refuses the
whole of it. It costs its sign.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

MOST: Final = 200_000
"""So many halves and pairs are looked at; a body with more is left as it is."""

_DIGITS: Final = rb"[0-9a-fA-F]{2}"
_LOW: Final = rb"\\u[dD][c-fC-F]" + _DIGITS
_ESCAPED: Final = re.compile(
    rb"\\u[dD][89abAB]" + _DIGITS + rb"(?:" + _LOW + rb")?|" + _LOW
)
_ENCODED: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
# U+FFFD, as long as what it stands for.
_FOR_ESCAPED: Final = rb"\ufffd"
_FOR_ENCODED: Final = b"\xef\xbf\xbd"


def mend_lone_halves(body: bytearray) -> None:
    """Put U+FFFD in the place of each half that stands alone; the length stays."""
    # Most bodies have neither sign, which is told at once.
    if b"\\" in body:
        for start in _alone(body):
            body[start : start + len(_FOR_ESCAPED)] = _FOR_ESCAPED
    if b"\xed" in body:
        for match in islice(_ENCODED.finditer(body), MOST):
            body[match.start() : match.end()] = _FOR_ENCODED


def _alone(body: bytearray) -> Iterator[int]:
    """Find where escapes begin that are half a pair."""
    looked_at = 0
    for match in islice(_ESCAPED.finditer(body), MOST):
        start, end = match.span()
        before = body[looked_at:start]
        looked_at = end
        # Behind an odd number of backslashes this one is escaped itself.
        escaped = (len(before) - len(before.rstrip(b"\\"))) % 2 == 1
        one = len(_FOR_ESCAPED)
        if escaped and end - start > one:
            yield start + one
        elif not escaped and end - start == one:
            yield start
