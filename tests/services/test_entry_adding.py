import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api import errors, network_errors
from clockify_desktop.api.errors import ClockifyError, RequestInfo
from clockify_desktop.api.wire.time_entries import NewTimeEntry
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.services.entry_adding import (
    Draft,
    EntryUncertainError,
    add_entry,
    in_zone,
)

BERLIN = ZoneInfo("Europe/Berlin")


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001 - wall clocks
def test_a_wall_clock_is_kept_or_refused(wall: datetime) -> None:
    try:
        instant = in_zone(wall, BERLIN)
    except UsageError:
        # Within the hours around a change of the clocks.
        early = (wall - timedelta(hours=2)).replace(tzinfo=BERLIN)
        late = (wall + timedelta(hours=2)).replace(tzinfo=BERLIN)
        assert early.utcoffset() != late.utcoffset()
        return
    assert instant.replace(tzinfo=None) == wall
    assert instant.astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None) == wall


def test_an_instant_is_the_same_instant() -> None:
    instant = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert in_zone(instant, BERLIN) == instant


@pytest.mark.parametrize("wall", ["2026-03-29T02:30", "2026-10-25T02:30"])
def test_a_time_that_is_skipped_or_comes_twice(wall: str) -> None:
    with pytest.raises(UsageError, match="no clear time in Europe/Berlin"):
        in_zone(datetime.fromisoformat(wall), BERLIN)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59-05:00"])
def test_a_time_at_the_end_of_all_time(moment: str) -> None:
    with pytest.raises(UsageError, match=f"{moment[:10]} is no day"):
        in_zone(datetime.fromisoformat(moment), BERLIN)


class Refusing:
    """A Clockify that answers a new entry with an error."""

    def __init__(self, error: ClockifyError) -> None:
        self.error = error

    async def add_time_entry(self, *_of: object) -> None:
        raise self.error


def added(error: ClockifyError) -> None:
    clockify: Any = Refusing(error)
    start = datetime(2026, 11, 16, 8, tzinfo=UTC)
    entry = NewTimeEntry(start=start, end=start + timedelta(hours=1))
    draft = Draft(Workspace(WorkspaceId("w"), "Here"), None, entry, 3600)
    asyncio.run(add_entry(clockify, draft))


SENT = RequestInfo("POST", "/workspaces/{workspace}/time-entries", "here")
MADE = RequestInfo("POST", "/workspaces/{workspace}/time-entries", "here", 201)


@pytest.mark.parametrize(
    "error",
    [
        network_errors.ConnectionLostError(SENT),
        network_errors.DeadlineError(SENT, 30),
        errors.ServerError(RequestInfo("POST", "", "here", 504)),
        errors.TruncatedResponseError(MADE),
        errors.InvalidResponseError(MADE, "$.id"),
        errors.NotClockifyError(MADE),
        errors.NotClockifyError(SENT),
        errors.RedirectedError(RequestInfo("POST", "", "here", 303)),
        network_errors.EncryptionError(SENT),
        network_errors.OfflineError(SENT),
    ],
)
def test_where_no_answer_tells_nobody_is_told_to_try_again(
    error: ClockifyError,
) -> None:
    with pytest.raises(EntryUncertainError, match="not known whether") as caught:
        added(error)
    assert error.title in caught.value.advice
    assert "Look in Clockify before" in caught.value.advice
    assert "again" not in caught.value.advice.replace("add it again", "")
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "error",
    [
        network_errors.UnreachableError(SENT),
        errors.BusyError(SENT),
        errors.LockedError(SENT),
        errors.NotClockifyError(RequestInfo("POST", "", "here", 404)),
    ],
)
def test_a_refusal_is_told_as_it_is(error: ClockifyError) -> None:
    with pytest.raises(type(error)) as caught:
        added(error)
    assert caught.value is error
