import msgspec
import pytest

from clockify_desktop.api.wire.people import User, UserSettings
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.written_dates import ISO_DATES, WrittenDates
from clockify_desktop.services.profile import choose_workspace, profile_of

ACME = SentWorkspace(id=WorkspaceId("w1"), name="Acme")
LABS = SentWorkspace(id=WorkspaceId("w2"), name="Labs")


def profile(active: str | None = None, default: str | None = None) -> User:
    return User(
        id=UserId("u"),
        active_workspace=WorkspaceId(active) if active else None,
        default_workspace=WorkspaceId(default) if default else None,
    )


@pytest.mark.parametrize(
    ("active", "default", "found"),
    [("w2", "w1", "w2"), ("gone", "w1", "w1"), (None, "w2", "w2")],
)
def test_the_active_one_then_the_default_one(
    active: str | None, default: str | None, found: str
) -> None:
    told = profile_of(profile(active, default), [ACME, LABS])
    assert told.user == "u"
    chosen = choose_workspace(None, told)
    assert chosen.id == found


def test_a_name_comes_before_the_profile() -> None:
    assert choose_workspace("labs", profile_of(profile("w1"), [ACME, LABS])).id == "w2"
    with pytest.raises(LookUpError, match="no workspace “Moon”"):
        choose_workspace("Moon", profile_of(profile("w1"), [ACME, LABS]))


def test_the_only_one_needs_no_name() -> None:
    assert choose_workspace(None, profile_of(profile("gone"), [LABS])).id == "w2"


def test_a_profile_that_names_none() -> None:
    with pytest.raises(LookUpError, match="w1, Acme; w2, Labs"):
        choose_workspace(None, profile_of(profile(), [ACME, LABS]))
    with pytest.raises(LookUpError, match="Check the key"):
        profile_of(profile(), [])


@pytest.mark.parametrize(
    ("named", "number", "unknown"),
    [("SUNDAY", 6, ""), ("sunday", 6, ""), (None, 0, ""), ("DIMANCHE", 0, "DIMANCHE")],
)
def test_weeks_begin_as_the_profile_says_or_it_is_said(
    named: str | None, number: int, unknown: str
) -> None:
    user = msgspec.structs.replace(profile(), settings=UserSettings(week_start=named))
    found = profile_of(user, [ACME])
    assert (found.week_start, found.unknown_week_start) == (number, unknown)


def test_a_zone_of_any_length_is_said_in_few_signs() -> None:
    settings = UserSettings(time_zone="Mars/" * 1000)
    found = profile_of(msgspec.structs.replace(profile(), settings=settings), [ACME])
    assert found.unknown_zone == "Mars/" * 12


@pytest.mark.parametrize(
    ("date_format", "time_format", "dates", "unknown"),
    [
        ("DD.MM.YYYY", "HOUR24", WrittenDates("DD.MM.YYYY", half_days=False), ""),
        (None, None, WrittenDates(), ""),
        ("D MMM" * 20, "HOUR12", ISO_DATES, ("D MMM" * 20)[:60]),
    ],
)
def test_dates_are_written_as_the_profile_says_or_it_is_said(
    date_format: str | None, time_format: str | None, dates: WrittenDates, unknown: str
) -> None:
    settings = UserSettings(date_format=date_format, time_format=time_format)
    found = profile_of(msgspec.structs.replace(profile(), settings=settings), [ACME])
    assert (found.dates, found.unknown_date_format) == (dates, unknown)
