import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api import decoding
from clockify_desktop.api.decoding import breaks_off, decoded, decoded_rows
from clockify_desktop.api.errors import (
    InvalidResponseError,
    NotClockifyError,
    RequestInfo,
    ResponseError,
    TruncatedResponseError,
)
from clockify_desktop.api.wire.people import User
from clockify_desktop.api.wire.reports import DetailedPage, SummaryReport

INFO = RequestInfo("GET", "/user", "host.example", 200)


def test_a_value() -> None:
    assert decoded(b'{"id":"u1","extra":{"x":[1]}}', User, INFO) == User(id="u1")


@pytest.mark.parametrize(
    ("body", "kind", "field"),
    [
        (b'{"name":"canary"}', User, "$.id"),
        (b'[{"id":"canary"},{"id":7}]', list[User], "$[1].id"),
        (b'[{"name":"canary"}]', list[User], "$[0].id"),
        (b'{"id":"canary","settings":[]}', User, "$.settings"),
        (b'{"groupOne":[{"duration":"canary"}]}', SummaryReport, "duration"),
        (b'{"groupOne":[{"duration":NaN}]}', SummaryReport, ""),
        (b'{"id":"canary\xff"}', User, ""),
        (b'{"id":"\\ud800canary"}', User, ""),
        (b'{"id":"canary"}x', User, ""),
        (b'{"timeentries":[{"_id":"e"}]}', DetailedPage, "timeInterval"),
    ],
)
def test_a_wrong_field_is_named_without_the_text(
    body: bytes, kind: type[Any], field: str
) -> None:
    with pytest.raises(InvalidResponseError) as caught:
        decoded(body, kind, INFO)
    assert caught.value.field.endswith(field)
    assert "canary" not in f"{caught.value!r}{caught.value.__dict__}"
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "body",
    [b"<html>Sign in</html>", b"\n <!doctype html>", b"Hello", b"[]", b'"x"', b"3"],
)
def test_something_else_than_clockify(body: bytes) -> None:
    with pytest.raises(NotClockifyError, match=r"host\.example"):
        decoded(body, User, INFO)


@pytest.mark.parametrize("body", [b"", b'{"id":"u1"', b'{"id":"u'])
def test_cut_text(body: bytes) -> None:
    with pytest.raises(TruncatedResponseError):
        decoded(body, User, INFO)


def test_endless_nesting() -> None:
    depth = 100_000
    body = b'{"groupOne":' + b'[{"children":' * depth + b"null" + b"}]" * depth + b"}"
    with pytest.raises(InvalidResponseError, match="not readable"):
        decoded(body, SummaryReport, INFO)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["_id", "id", "name", "groupOne", "totals", "duration"]),
            inner,
            max_size=3,
        )
    ),
)


@given(JSON, st.integers(0, 300))
def test_any_json_gives_a_value_or_one_of_ours(value: Any, cut: int) -> None:
    body = json.dumps(value).encode()[:cut]
    for kind in (User, SummaryReport, DetailedPage):
        with contextlib.suppress(ResponseError, NotClockifyError):
            assert isinstance(decoded(body, kind, INFO), kind)


def test_more_rows_than_any_page_has_are_read_at_once_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(decoding, "MOST_ROWS", 2)
    assert decoded_rows(b'[{"id":"1"},{}]', User, INFO) == ([User(id="1")], 1)
    assert len(decoded_rows(b"[%s]" % b",".join([b'{"id":"1"}'] * 3), User, INFO)[0])
    with pytest.raises(InvalidResponseError):
        decoded_rows(b'[{"id":"1"},{"id":"2"},{}]', User, INFO)


def test_half_a_surrogate_near_the_end_breaks_nothing_off() -> None:
    assert not breaks_off(bytearray(rb'["\ud800"]'))
    assert breaks_off(bytearray(b'["a"'))
    assert not breaks_off(bytearray(b"{]"))
