import asyncio
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from clockify_desktop.api.endpoints import HOLIDAYS
from clockify_desktop.api.errors import (
    BusyError,
    NoRightError,
    NotClockifyError,
    PlanError,
    RequestInfo,
)
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.absences import (
    DatePeriod,
    InstantPeriod,
    SentHoliday,
    TimeOffPeriod,
    TimeOffRequest,
    TimeOffStatus,
)
from clockify_desktop.domain.absences import (
    AbsenceKind,
    Absences,
    Holiday,
    TimeOff,
)
from clockify_desktop.domain.directory import Directory, Person, UserGroup, Workspace
from clockify_desktop.domain.identity import GroupId, UserId, WorkspaceId
from clockify_desktop.services.absences import (
    holiday_of,
    load_absences,
    times_off_of,
)
from clockify_desktop.services.not_offered import NotOfferedError

ASKED = RequestInfo(HOLIDAYS.method, HOLIDAYS.path, "test", 403)
WORKSPACE = Workspace(WorkspaceId("w"), "Acme")
ANN, BOB, EVE = UserId("ann"), UserId("bob"), UserId("eve")
DESIGN = GroupId("g")
DIRECTORY = Directory(
    (Person(ANN, "Ann", time_zone="Europe/Belgrade"), Person(BOB, "Bob")),
    groups=(UserGroup(DESIGN, "Design", (BOB, EVE)),),
)
DAY = DatePeriod(date(2026, 11, 18), date(2026, 11, 18))
APPROVED = TimeOffStatus("APPROVED")


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def request(start: str | None, end: str | None, **more: Any) -> TimeOffRequest:
    half = {
        name: more.pop(name) for name in ("half_day", "half_day_period") if name in more
    }
    period = InstantPeriod(start and instant(start), end and instant(end))  # type: ignore[arg-type]  # None stays None
    told = {
        "id": "r",
        "user_id": ANN,
        "user_time_zone": "Europe/Belgrade",
        "time_unit": "DAYS",
        "status": APPROVED,
        **more,
    }
    return TimeOffRequest(time_off_period=TimeOffPeriod(period, **half), **told)


# As recorded: from midnight to a minute before midnight, Belgrade's.
THREE_DAYS = ("2026-04-21T22:00", "2026-04-24T21:59")
WEDNESDAY = ("2026-11-17T23:00", "2026-11-18T22:59")
ON_WEDNESDAY = TimeOff(ANN, date(2026, 11, 18), date(2026, 11, 18))


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        (
            request(*THREE_DAYS),
            [TimeOff(ANN, date(2026, 4, 22), date(2026, 4, 24))],
        ),
        (request(*WEDNESDAY), [ON_WEDNESDAY]),
        (request(*WEDNESDAY, status="APPROVED"), [ON_WEDNESDAY]),
        # The midnight behind the last day.
        (request("2026-11-17T23:00", "2026-11-18T23:00"), [ON_WEDNESDAY]),
        # No zone, or one that is none: that of the person.
        (request(*WEDNESDAY, user_time_zone=None), [ON_WEDNESDAY]),
        (request(*WEDNESDAY, user_time_zone="Mars/Base"), [ON_WEDNESDAY]),
        (
            request(*WEDNESDAY, user_id=BOB, user_time_zone=None),
            [TimeOff(BOB, date(2026, 11, 17), date(2026, 11, 18))],
        ),
        # Halves, in whichever words.
        (
            request(*WEDNESDAY, half_day=True, half_day_period="NOT_DEFINED"),
            [TimeOff(ANN, date(2026, 11, 18), date(2026, 11, 18), 1)],
        ),
        (
            request(*WEDNESDAY, half_day=None, half_day_period="SECOND_HALF"),
            [TimeOff(ANN, date(2026, 11, 18), date(2026, 11, 18), 1)],
        ),
        (request(*WEDNESDAY, half_day=False), [ON_WEDNESDAY]),
        # Hours, over a midnight and on the day on which the clocks go back.
        (
            request("2026-11-18T08:00", "2026-11-18T10:30", time_unit="HOURS"),
            [TimeOff(ANN, date(2026, 11, 18), date(2026, 11, 18), 0, 9000)],
        ),
        (
            request("2026-11-18T22:00", "2026-11-19T01:00", time_unit="HOURS"),
            [
                TimeOff(ANN, date(2026, 11, 18), date(2026, 11, 18), 0, 3600),
                TimeOff(ANN, date(2026, 11, 19), date(2026, 11, 19), 0, 7200),
            ],
        ),
        (
            request("2026-10-24T22:00", "2026-10-25T23:00", time_unit="HOURS"),
            [TimeOff(ANN, date(2026, 10, 25), date(2026, 10, 25), 0, 25 * 3600)],
        ),
        # No unit: whole days are days.
        (request(*WEDNESDAY, time_unit=None), [ON_WEDNESDAY]),
        (
            request("2026-11-18T08:00", "2026-11-18T09:00", time_unit=None),
            [TimeOff(ANN, date(2026, 11, 18), date(2026, 11, 18), 0, 3600)],
        ),
        # Not granted.
        (request(*WEDNESDAY, status=TimeOffStatus("PENDING")), []),
        (request(*WEDNESDAY, status="REJECTED"), []),
        # What cannot be read.
        (request(*WEDNESDAY, status=None), None),
        (request(*WEDNESDAY, status=TimeOffStatus()), None),
        (request(*WEDNESDAY, user_id=None), None),
        (request(WEDNESDAY[0], None), None),
        (request(WEDNESDAY[1], WEDNESDAY[0]), None),
        (request("2020-01-01T00:00", "2026-01-01T00:00", time_unit="HOURS"), None),
    ],
)
def test_a_request_becomes_leave_by_the_persons_own_days(
    sent: TimeOffRequest, found: list[TimeOff] | None
) -> None:
    assert times_off_of(sent, {ANN: "Europe/Belgrade"}) == found


@pytest.mark.parametrize(
    ("sent", "people"),
    [
        (SentHoliday("h", "H", DAY, everyone_including_new=True), None),
        (
            SentHoliday(
                "h",
                "H",
                DAY,
                occurs_annually=True,
                everyone_including_new=True,
                user_ids=(ANN,),
            ),
            None,
        ),
        (SentHoliday("h", "H", DAY), None),
        (SentHoliday("h", "H", DAY, user_ids=(ANN,)), frozenset({ANN})),
        (
            SentHoliday("h", "H", DAY, user_ids=(ANN,), user_group_ids=(DESIGN,)),
            frozenset({ANN, BOB, EVE}),
        ),
        (
            SentHoliday(
                "h",
                "H",
                DAY,
                everyone_including_new=False,
                user_group_ids=(GroupId("gone"),),
            ),
            frozenset(),
        ),
        (
            SentHoliday("h", "H", DAY, everyone_including_new=False, user_ids=()),
            frozenset(),
        ),
    ],
)
def test_whom_a_holiday_is_for(
    sent: SentHoliday, people: frozenset[UserId] | None
) -> None:
    found = holiday_of(sent, {DESIGN: frozenset({BOB, EVE})})
    assert found is not None
    assert found.people == people
    assert (found.name, found.annual) == ("H", sent.occurs_annually or False)


@pytest.mark.parametrize(
    "days",
    [
        None,
        DatePeriod(date(2026, 11, 18), date(2026, 11, 17)),
        DatePeriod(date(1, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_holiday_without_days(days: DatePeriod | None) -> None:
    assert holiday_of(SentHoliday("h", "H", days), {}) is None


class Clockify:
    def __init__(self, holidays: Any, requests: Any) -> None:
        self.told = {"holidays": holidays, "requests": requests}

    async def holidays(self, _: WorkspaceId) -> Any:
        return self._or("holidays")

    async def time_off_requests(self, _: WorkspaceId, **filters: Any) -> Any:
        assert filters == {"statuses": ["APPROVED"]}
        return self._or("requests")

    def _or(self, name: str) -> Any:
        told = self.told[name]
        if isinstance(told, Exception):
            raise told
        return told


def load(holidays: Any, requests: Any) -> Absences:
    clockify = Clockify(holidays, requests)
    made = load_absences(clockify, WORKSPACE, DIRECTORY)  # type: ignore[arg-type]  # the part of it that is asked
    return asyncio.run(made)


def test_both_lists_and_what_could_not_be_read() -> None:
    sent = Listed([SentHoliday("h", None, DAY), SentHoliday("x")], unreadable=1)
    rows = Listed(
        [request(*WEDNESDAY), request(None, None)], unreadable=2, changed=True
    )
    absences = load(sent, rows)
    assert absences.times_off == (ON_WEDNESDAY,)
    assert absences.holidays == (Holiday("(no name)", DAY.start_date, DAY.end_date),)
    assert (absences.unreadable, absences.changed) == (5, True)
    assert not absences.refused


def test_one_that_is_kept_back_does_not_cost_the_other() -> None:
    rows = Listed([request(*WEDNESDAY)])
    absences = load(PlanError(ASKED), rows)
    assert absences.times_off == (ON_WEDNESDAY,)
    assert set(absences.refused) == {AbsenceKind.HOLIDAYS}
    absences = load(Listed([SentHoliday("h", "H", DAY)]), NoRightError(ASKED))
    assert len(absences.holidays) == 1
    assert absences.refused[AbsenceKind.LEAVE].title == "Leave cannot be had here"


def test_without_either_there_is_nothing() -> None:
    with pytest.raises(NotOfferedError, match="Leave and holidays"):
        load(PlanError(ASKED), NotClockifyError(ASKED))
    with pytest.raises(BusyError):
        load(BusyError(ASKED), Listed())


def test_the_zone_of_hours_is_the_persons_own() -> None:
    zone = ZoneInfo("Pacific/Auckland")
    sent = request(
        "2026-11-18T20:00", "2026-11-18T21:00", time_unit="HOURS",
        user_time_zone=zone.key,
    )  # fmt: skip
    assert times_off_of(sent, {}) == [
        TimeOff(ANN, date(2026, 11, 19), date(2026, 11, 19), 0, 3600)
    ]
