"""What a report is asked for: range, zone and everything but the filters by id.

``dateRangeStart`` and ``dateRangeEnd`` are full date-times (a date alone: 400
[live]), read as a wall clock in the body's ``timeZone`` or, where that is left out,
in the zone of the key's owner; a trailing ``Z`` changes nothing [live]. An offset
such as ``+02:00`` changes nothing either [?]. Fields that are not known here are
ignored. The free plan's limit of 31 days holds for summary and detailed reports
[off]; its error is [?], here 400 code 501.
"""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from clockify_desktop.sample.server import refusals
from clockify_desktop.sample.server.calls import Call, Desk
from clockify_desktop.sample.server.users import WEEKDAYS, week_start
from clockify_desktop.sample.server.wire import Json
from clockify_desktop.sample.zones import find_zone, wall_to_instant_ms

_WALL = re.compile(
    r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII
)
_FREE_RANGE = timedelta(days=31)
_EXPORTS = frozenset({"JSON", "JSON_V1"})
_AMOUNTS = frozenset({"EARNED", "COST", "PROFIT"})
_Value = TypeVar("_Value")


def read_wall(text: object, name: str) -> datetime:
    """Read a full date-time as what a clock on the wall shows.

    Args:
        text: Such as ``2026-11-16T00:00:00.000Z``.
        name: The field, for the error.

    Raises:
        RefusalError: It is none: 400 code 501.
    """
    found = _WALL.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        refusals.bad_request(f"{name} must be like 2026-11-16T00:00:00.000Z")
    fraction = (found[2] or ".0")[1:4].ljust(3, "0")
    try:
        wall = datetime.fromisoformat(f"{found[1]}.{fraction}")
    except ValueError:
        refusals.bad_request(f"{name} is no date")
    # At the very ends of the calendar a zone's offset has no room.
    if not MINYEAR < wall.year < MAXYEAR:
        refusals.bad_request(f"{name} is too far away")
    return wall


@dataclass(frozen=True, slots=True)
class Question:
    """A report's body, as far as all kinds of report share it.

    Args:
        desk: Who asks about which workspace.
        body: The body itself.
        zone_name: The zone in which days are counted.
        start: The first wall clock of the range.
        end: The last one, included to the millisecond.
        week_start: The number of the weekday on which weeks begin; Monday is 0.
        amounts: EARNED, COST, PROFIT; empty where amounts are hidden.
    """

    desk: Desk
    body: Json
    zone_name: str
    start: datetime
    end: datetime
    week_start: int
    amounts: tuple[str, ...]

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which days are counted."""
        return find_zone(self.zone_name)

    @property
    def bounds_ms(self) -> tuple[int, int]:
        """First and last instant, milliseconds since 1970, both included."""
        return (
            wall_to_instant_ms(self.start, self.zone),
            wall_to_instant_ms(self.end, self.zone),
        )

    @property
    def descending(self) -> bool:
        """Whether ``sortOrder`` turns the order round."""
        return self.body.get("sortOrder") == "DESCENDING"

    def section(self, name: str) -> Json:
        """Give a part of the body that is an object, empty where it is missing.

        Raises:
            RefusalError: It is something else: 400 code 501.
        """
        return self.value(name, dict) or {}

    def value(self, name: str, kind: type[_Value]) -> _Value | None:
        """Give a field of one type; ``None`` where it is missing or null.

        Raises:
            RefusalError: It is of another type: 400 code 501.
        """
        found = self.body.get(name)
        if not (found is None or isinstance(found, kind)):
            refusals.bad_request(f"{name} is of a wrong type")
        return found


def read_question(call: Call) -> Question:
    """Read the body of a report.

    Raises:
        RefusalError: It cannot be answered.
    """
    desk, body = call.workspace(), call.body
    start = read_wall(body.get("dateRangeStart"), "dateRangeStart")
    end = read_wall(body.get("dateRangeEnd"), "dateRangeEnd")
    if end < start:
        refusals.bad_request("dateRangeEnd is before dateRangeStart")
    zone_name = body.get("timeZone") or call.viewer.zone
    try:
        find_zone(str(zone_name))
    except LookupError:
        refusals.bad_request("timeZone is not known")
    if str(body.get("exportType") or "JSON") not in _EXPORTS:
        refusals.bad_request("This server writes reports as JSON only")
    if desk.workspace.free and end - start > _FREE_RANGE:
        refusals.bad_request(
            "Reports on the FREE plan are limited to 31 days, please upgrade"
        )
    first_day = body.get("weekStart") or week_start(call.viewer)
    if first_day not in WEEKDAYS:
        refusals.bad_request("weekStart is no weekday")
    return Question(
        desk,
        body,
        str(zone_name),
        start,
        end,
        WEEKDAYS.index(str(first_day)),
        _asked_amounts(desk, body),
    )


def _asked_amounts(desk: Desk, body: Json) -> tuple[str, ...]:
    asked = body.get("amounts") or [body.get("amountShown") or "EARNED"]
    if not isinstance(asked, list):
        refusals.bad_request("amounts is no list")
    if not desk.sees_everybody or "HIDE_AMOUNT" in asked:
        return ()
    return tuple(str(kind) for kind in asked if str(kind) in _AMOUNTS) or ("EARNED",)
