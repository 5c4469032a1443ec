import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api import lone_halves
from clockify_desktop.api.lone_halves import mend_lone_halves

ESCAPED = st.sampled_from(
    [rb"\ud83d", rb"\uDE00", rb"\\", rb"\"", rb"\u00e9", b"ud83d", b"\xf0\x9f\x98\x80"]
)


def mended(body: bytes) -> bytes:
    changed = bytearray(body)
    mend_lone_halves(changed)
    assert len(changed) == len(body)
    return bytes(changed)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb'"\ud800"', rb'"\ufffd"'),
        (rb'"\uDBFFa \udc00"', rb'"\ufffda \ufffd"'),
        (rb'"\ud83d\ude00\ude00"', rb'"\ud83d\ude00\ufffd"'),
        (rb'"\ud83d\ud83d\ude00"', rb'"\ufffd\ud83d\ude00"'),
        (b'"\xed\xa0\xbd \xed\x95\x9c"', b'"\xef\xbf\xbd \xed\x95\x9c"'),
        # Here the backslash is a sign of the text, and what follows are letters.
        (rb'"\\ud800"', rb'"\\ud800"'),
        (rb'"\\\ud800"', rb'"\\\ufffd"'),
        (rb'"\\ud83d\ude00"', rb'"\\ud83d\ufffd"'),
        (b'{"name":"Ann"}', b'{"name":"Ann"}'),
    ],
)
def test_only_halves_that_stand_alone_are_replaced(
    body: bytes, expected: bytes
) -> None:
    assert mended(body) == expected


@given(st.lists(ESCAPED, max_size=9))
def test_the_text_is_the_same_but_for_those_halves(pieces: list[bytes]) -> None:
    body = b'"' + b"".join(pieces) + b'"'
    told = json.loads(body)
    halves = told.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert json.loads(mended(body)) == halves


def test_a_body_of_halves_alone_takes_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lone_halves, "MOST", 3)
    assert mended(rb"\ud800" * 5) == rb"\ufffd" * 3 + rb"\ud800" * 2
    assert mended(b"\xed\xa0\x80" * 5).count(b"\xef\xbf\xbd") == 3
