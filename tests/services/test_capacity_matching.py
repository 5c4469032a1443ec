from datetime import date

from clockify_desktop.domain.capacity import ASSUMED, Capacity, CapacitySource
from clockify_desktop.domain.review_records import SetCapacity
from clockify_desktop.services.capacity_csv import LineFault, read_capacities
from clockify_desktop.services.capacity_matching import (
    CapacityChanges,
    capacity_changes,
)
from tests.pages.plan_of_people import HOUR, hours, person

ANN, BOB, EVE = person("Ann"), person("Bob"), person("Eve")
MONDAY, LATER = date(2026, 11, 16), date(2026, 12, 1)
SET = hours(*range(4), source=CapacitySource.BY_HAND, since=MONDAY)
KNOWN = Capacity({ANN.id: (hours(*range(5)),), BOB.id: (hours(*range(5)), SET)})
FULL = (8 * HOUR,) * 5 + (0, 0)


def said(lines: str) -> CapacityChanges:
    content = f"email,hours,days,from\n{lines}".encode()
    told = read_capacities(content, day_first=True)
    return capacity_changes(told, [ANN, BOB, EVE, person("bob")], KNOWN)


def test_people_are_found_by_their_address_in_any_case() -> None:
    found = said(
        " ANN@X.example ,7,Mon-Wed,2026-11-16\neve@x.example,8,,2026-11-16\n"
        "zoe@x.example,8,,2026-11-16\n"
    )
    of_ann, of_eve = found.changes
    assert of_ann.person == ANN
    assert of_ann.record == SetCapacity(ANN.id, MONDAY, (7 * HOUR,) * 3 + (0,) * 4)
    assert of_ann.before == hours(*range(5))
    assert (of_ann.hours.since, of_ann.hours.source) == (MONDAY, CapacitySource.BY_HAND)
    # What was assumed is known from here on, the same though it is.
    assert (of_eve.before, of_eve.record.weekdays_s) == (ASSUMED, FULL)
    assert found.not_found == ((4, "zoe@x.example", "Nobody here has this e-mail"),)
    assert found.records == (of_ann.record, of_eve.record)


def test_nobody_is_guessed_where_several_have_an_address() -> None:
    found = said("bob@x.example,8,,2026-11-16\n")
    assert found.not_found == ((2, "bob@x.example", "Several people have this e-mail"),)
    assert not found.records


def test_what_is_so_already_is_not_set_anew() -> None:
    found = said("ann@x.example,8,Mon-Fri,2026-11-16\n")
    assert not found.changes
    assert [one.numbers for one in found.unchanged] == [(2,)]


def test_hours_that_differ_by_weekday_take_a_line_each() -> None:
    found = said(
        "ann@x.example,8,Mon-Thu,2026-11-16\nann@x.example,4,Fri,2026-11-16\n"
        "ann@x.example,2,Thu-Sat,2026-11-16\nann@x.example,8,Thu,2026-12-01\n"
        "ann@x.example,x,,2026-12-01\nann@x.example,9,Mon,2026-11-16\n"
    )
    now, then = found.changes
    assert now.numbers == (2, 3)
    assert now.record.weekdays_s == (*[8 * HOUR] * 4, 4 * HOUR, 0, 0)
    assert (then.record.valid_from, then.record.weekdays_s[3]) == (LATER, 8 * HOUR)
    assert found.faults == (
        LineFault(4, "Line 2 tells hours of the same person and days"),
        LineFault(6, "“x” says no hours"),
        LineFault(7, "Line 2 tells hours of the same person and days"),
    )
