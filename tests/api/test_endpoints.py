import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api import endpoints
from clockify_desktop.api.endpoints import LISTED, PROJECT, Endpoint
from clockify_desktop.domain.errors import UsageError


def test_only_one_writes() -> None:
    assert [one for one in LISTED if one.writes] == [endpoints.ADD_TIME_ENTRY]
    assert {one.path for one in LISTED if one.method == "POST"} == {
        "/workspaces/{workspace}/time-off/requests",
        "/workspaces/{workspace}/time-entries",
        "/workspaces/{workspace}/reports/summary",
        "/workspaces/{workspace}/reports/detailed",
        "/workspaces/{workspace}/reports/attendance",
    }


def test_every_endpoint_is_listed() -> None:
    named = [one for one in vars(endpoints).values() if isinstance(one, Endpoint)]
    assert len(named) == len(LISTED) == 20
    assert frozenset(named) == LISTED


def test_ids_are_filled_in() -> None:
    path = PROJECT.filled({"workspace": "w1", "project": "63b03060b01ebfad292c61ed"})
    assert path == "/workspaces/w1/projects/63b03060b01ebfad292c61ed"


@pytest.mark.parametrize("bad", ["", ".", "..", "...", "a\nb", "a\x00", "x" * 129])
def test_what_cannot_be_an_id(bad: str) -> None:
    with pytest.raises(UsageError, match="id"):
        PROJECT.filled({"workspace": "w", "project": bad})


@given(st.text(min_size=1, max_size=40))
def test_no_id_leaves_its_segment(an_id: str) -> None:
    try:
        path = PROJECT.filled({"workspace": "w", "project": an_id})
    except UsageError:
        return
    url = httpx.URL("https://host.example/api/v1" + path)
    assert url.host == "host.example"
    assert url.query == b""
    assert url.fragment == ""
    segments = url.raw_path.split(b"/")
    assert segments[:-1] == [b"", b"api", b"v1", b"workspaces", b"w", b"projects"]
    assert segments[-1] not in {b"", b".", b".."}
