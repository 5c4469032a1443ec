"""Everything on the page, found once more by a slow and plain path."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import median_high, median_low
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Directory, Person
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.entry_rules import RULES
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.to_check import check_content
from tests.domain.few_entries import (
    MAIL,
    NO_PROJECT,
    NO_TASK,
    OLD,
    OPS,
    WEB,
    One,
    entries_of,
)

MakeReport = Callable[..., Report]
ZONES = (
    *("Pacific/Pago_Pago", "Pacific/Honolulu", "America/Anchorage"),
    *("America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York"),
    *("America/St_Johns", "America/Sao_Paulo", "Atlantic/Azores", "UTC"),
    *("Europe/London", "Europe/Berlin", "Africa/Cairo", "Asia/Tehran", "Asia/Karachi"),
    *("Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Tokyo"),
    *("Australia/Lord_Howe", "Australia/Sydney", "Pacific/Chatham", "Pacific/Apia"),
)
# The week in which clocks change in Europe.
FIRST = datetime(2026, 10, 23)  # noqa: DTZ001 - a clock on a wall
NOW = datetime(2026, 10, 27, 12, tzinfo=UTC)
HOURS = 3600
ALL = ViewOptions(
    {"rules": ",".join(rule.key for rule in RULES), "limits": "repeated=3"}
)
PEOPLE = Person(UserId("u0"), "Person 0"), Person(UserId("u1"), "Person 1")

ones = st.builds(
    lambda quarter, **more: One(
        f"{FIRST + timedelta(minutes=15 * quarter):%Y-%m-%d %H:%M}", **more
    ),
    # Few instants, so that things meet.
    quarter=st.integers(0, 5 * 24).map(lambda hour: 4 * hour) | st.integers(0, 5 * 96),
    minutes=st.sampled_from([0, 0.5, 1, 30, 60, 480, 600, 601, 800, None]),
    person=st.sampled_from(PEOPLE[:2]),
    project=st.sampled_from([WEB, OPS, OLD, NO_PROJECT]),
    task=st.sampled_from([NO_TASK, MAIL]),
    description=st.sampled_from(["", " ", "Talk"]),
    billable=st.booleans(),
    kind=st.sampled_from(["REGULAR", "REGULAR", "REGULAR", "BREAK", "TIME_OFF"]),
)
blocks = st.builds(
    lambda one, days: [
        replace(one, start=f"2026-10-{23 + day} {one.start[-5:]}") for day in days
    ],
    ones,
    st.lists(st.integers(0, 4), min_size=1, max_size=5),
)
weeks_before = st.lists(
    st.tuples(st.sampled_from([0, 1]), st.integers(1, 20), st.integers(0, 10)),
    max_size=60,
)


def _start(one: One) -> datetime:
    return datetime.fromisoformat(one.start).replace(tzinfo=one.zone).astimezone(UTC)


def _wall(one: One) -> datetime:
    try:
        zone = ZoneInfo(one.person.time_zone)
    except (KeyError, ValueError):
        zone = one.zone
    return _start(one).astimezone(zone)


def _seconds(one: One) -> int:
    return int((one.minutes or 0) * 60)


def _day(one: One) -> date:
    return date.fromisoformat(one.start[:10])


def _of_itself(one: One) -> set[str]:
    """Ask of an entry alone what can be asked of it."""
    seconds, runs = _seconds(one), one.minutes is None
    wall = _wall(one)
    until = wall.hour * HOURS + wall.minute * 60 + seconds
    at_night = wall.hour < 6 or until > 22 * HOURS or wall.weekday() >= 5
    end = _start(one) + timedelta(seconds=seconds)
    of_any = {
        "running": runs and _start(one) <= NOW,
        "long": seconds > 10 * HOURS and one.kind in {"REGULAR", "BREAK"},
    }
    of_work = {
        "no-project": one.project.id is None,
        "no-description": not one.description.strip(),
        "short": seconds < 60 and not runs,
        "future": end > NOW + timedelta(minutes=5),
        "archived": one.project is OLD,
        "billable": one.billable and one.project is OPS,
        "night": seconds > 0 and at_night,
    }
    asked = of_any | of_work if one.kind == "REGULAR" else of_any
    return {rule for rule, answer in asked.items() if answer}


def _overlapping(in_order: list[One]) -> Iterator[str]:
    for place, later in enumerate(in_order):
        for earlier in in_order[:place]:
            end = min(
                _start(one) + timedelta(seconds=_seconds(one))
                for one in (earlier, later)
            )
            if earlier.person == later.person and end > _start(later):
                yield later.id


def _repeated(in_order: list[One]) -> Iterator[str]:
    alike = defaultdict(list)
    for one in in_order:
        of_work = one.project, one.task, one.description, _seconds(one) // 60
        alike[one.person.id, of_work, f"{_wall(one):%H:%M}"].append(one)
    for several in alike.values():
        if len({_day(one) for one in several}) >= 3:
            yield several[0].id


def _spikes(told: list[One], before: list[tuple[int, int, int]]) -> Iterator[str]:
    usual: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for who, day, length in before:
        usual[PEOPLE[who].id][day] += length * HOURS
    days = defaultdict(list)
    for one in told:
        days[one.person.id, _day(one)].append(one)
    for (person, _), several in days.items():
        totals = [total for total in usual[person].values() if total]
        if len(totals) < 10:
            continue
        median_s = (median_low(totals) + median_high(totals)) // 2
        if 100 * sum(map(_seconds, several)) > 150 * median_s:
            longest = max(map(_seconds, several))
            # Of several the first to begin; of these the first to be sent.
            first = [one for one in several if _seconds(one) == longest]
            yield min(first, key=_start).id


def slowly(told: list[One], before: list[tuple[int, int, int]]) -> dict[str, set[str]]:
    """Find by ids of entries what each rule finds."""
    found = {one.id: _of_itself(one) for one in told}
    work = [one for one in told if one.kind == "REGULAR" and one.minutes is not None]
    work.sort(key=lambda one: (_start(one), _seconds(one)))
    for rule, ids in (
        ("overlapping", _overlapping(work)),
        ("repeated", _repeated(work)),
        ("spike", _spikes(told, before)),
    ):
        for one in ids:
            found[one].add(rule)
    return {one: rules for one, rules in found.items() if rules}


def facts_before(make_report: MakeReport, before: list[tuple[int, int, int]]) -> Report:
    rows = [
        (who, 0, date(2026, 9, day), hours * HOURS, 0, 0, 0)
        for who, day, hours in before
    ]
    return make_report(rows, PEOPLE, (WEB,))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(ones, max_size=10),
    st.lists(blocks, max_size=2),
    weeks_before,
    st.tuples(st.sampled_from((*ZONES, "", "Mars/Base")), st.sampled_from(ZONES)),
)
def test_it_finds_what_a_plain_path_finds_in_any_zone(
    make_report: MakeReport,
    single: list[One],
    several: list[list[One]],
    before: list[tuple[int, int, int]],
    zones: tuple[str, str],
) -> None:
    told = [
        replace(
            one,
            id=f"e{at}",
            person=replace(one.person, time_zone=zones[PEOPLE.index(one.person)]),
        )
        for at, one in enumerate([*single, *(one for some in several for one in some)])
    ]
    entries = entries_of(*told)
    directory = Directory(PEOPLE, (WEB, OPS, OLD))
    report = make_report([], PEOPLE, (WEB, OPS, OLD), directory=directory)
    content = check_content(
        report,
        EntryReport(entries, NOW, entries.total_s),
        EVERYTHING,
        ALL,
        earlier=facts_before(make_report, before),
    )
    rows = content.words.rows
    found = {
        entries.ids[rows.entry[row]]: {
            rows.rule(finding).key for finding in rows.findings(row)
        }
        for row in range(len(rows))
    }
    expected = slowly(told, before)
    assert found == expected
    assert content.count == len(expected)
    # The table has each entry under each of its rules, and its time once in all.
    table = content.table
    under = [table.parts(row).positions.size for row in table.positions.tolist()]
    assert sum(under) == sum(map(len, expected.values()))
    by_id = {one.id: one for one in told}
    seconds = sum(_seconds(by_id[one]) for one in expected)
    assert content.file.total_s == seconds
    assert len(content.file.rows) == sum(map(len, expected.values()))
