import copy
import logging
import pickle
import traceback

import pytest

from clockify_desktop.api.credentials import AddonToken, ApiKey
from clockify_desktop.domain.errors import UsageError

SECRET = "NDQ3canaryNjU5LTQ4/+=="


@pytest.mark.parametrize("kind", [ApiKey, AddonToken])
def test_it_shows_itself_to_nobody(kind: type[ApiKey | AddonToken]) -> None:
    one = kind(SECRET)
    logged = logging.LogRecord("x", 20, "x", 1, "key %s", (one,), None).getMessage()
    for text in (repr(one), str(one), f"{one}", repr([one]), logged):
        assert "canary" not in text
    assert not hasattr(one, "__dict__")
    with pytest.raises(TypeError) as caught:
        pickle.dumps(one)
    assert "canary" not in str(caught.value)


def test_the_headers() -> None:
    assert ApiKey(SECRET).header() == (b"X-Api-Key", SECRET.encode())
    assert AddonToken(SECRET).header() == (b"X-Addon-Token", SECRET.encode())


def test_equality_copies_and_hash() -> None:
    one = ApiKey(SECRET)
    assert one == ApiKey(SECRET)
    assert one != ApiKey(SECRET + "x")
    assert one != AddonToken(SECRET)
    assert one != SECRET
    assert copy.copy(one) is one
    assert copy.deepcopy([one])[0] is one
    assert len({one, ApiKey(SECRET), AddonToken(SECRET)}) == 2


@pytest.mark.parametrize(
    "value",
    [
        "canary",
        "canary-" + "x" * 506,
        "canary key with blanks",
        "canary-key\n",
        "canary\r\nX-Other: 1",
        "canary-kéy-0000",
        "canary\x7f00000",
    ],
)
def test_what_cannot_be_a_key_is_not_repeated(value: str) -> None:
    with pytest.raises(UsageError) as caught:
        ApiKey(value)
    shown = "".join(traceback.format_exception(caught.value, chain=True)[-1:])
    assert "canary" not in shown
    assert "API key" in shown


def test_an_empty_key() -> None:
    with pytest.raises(UsageError, match="The API key is empty"):
        ApiKey("")


def test_a_token_may_be_long() -> None:
    assert AddonToken("x" * 8192).header()[1] == b"x" * 8192
    with pytest.raises(UsageError, match="add-on token"):
        AddonToken("x" * 8193)
