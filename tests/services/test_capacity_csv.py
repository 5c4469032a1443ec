"""Files of capacities, as spreadsheets of many regions write them."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.csv_import.csv_text import NoCsvError
from clockify_desktop.domain.capacity import (
    ASSUMED,
    Capacity,
    CapacitySource,
    WorkingHours,
)
from clockify_desktop.domain.directory import Activity
from clockify_desktop.export.csv_file import PLAIN, CsvSyntax, excel
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.services.capacity_csv import (
    HEADS,
    CapacityLine,
    CapacityLines,
    LineFault,
    capacity_sheet,
    read_capacities,
)
from clockify_desktop.services.capacity_matching import capacity_changes
from tests.pages.plan_of_people import HOUR, WEEK, hours, person

ANN = CapacityLine(2, "ann@x.example", 27000, frozenset(range(4)), date(2026, 11, 16))
GERMAN, SWISS = RegionalSigns(";", ","), RegionalSigns(";", ".")
SYNTAXES = (PLAIN, excel(GERMAN), excel(SWISS), excel(RegionalSigns(",", ".")))
WORDS = "email,hours a day,days,valid from\n"


def read(text: str, *, day_first: bool = True) -> CapacityLines:
    return read_capacities(text.encode(), day_first=day_first)


@pytest.mark.parametrize(
    "content",
    [
        b"email,hours a day,days,valid from\nann@x.example,7.5,Mon-Thu,2026-11-16\n",
        (
            b"\xef\xbb\xbfE-Mail;Hours a day;Days;Valid from\r\n"
            b'ann@x.example;7,5;"Mon,Tue,Wed,Thu";16.11.2026\r\n'
        ),
        "Valid from\tname\tDays\tHours\tE-mail\r\n"
        "16/11/2026\tÄnn\tMon–Thu\t7:30\tann@x.example\r\n".encode("utf-16"),
        "valid_from|user_email|hours_a_day|days|note\n"
        "16-Nov-26|ann@x.example|7,5 h|Mo Tu We Th|früh".encode("cp1252"),
        b'sep=;\r\nemail;hours;from;days\r\nann@x.example;"7,5";11/16/2026;Mon to Thu',
        b'"email","hours a day","from","days"\r\'ann@x.example,7.5,2026-11-16,mon-thu',
    ],
)
def test_a_line_is_read_whatever_program_wrote_it(content: bytes) -> None:
    told = read_capacities(content, day_first=True)
    assert not told.faults
    (line,) = told.lines
    first = 3 if content.startswith(b"sep") else 2
    email = line.email.removeprefix("'")
    assert (line.number, email) == (first, ANN.email)
    assert (line.day_s, line.weekdays) == (ANN.day_s, ANN.weekdays)
    assert line.valid_from == ANN.valid_from


def test_days_may_be_left_out_and_lines_may_be_empty() -> None:
    told = read("\nemail,hours,from\n\n,,\na@x.example,8,2026-11-16\n")
    (line,) = told.lines
    assert (line.number, line.weekdays) == (5, frozenset(range(5)))


def test_each_line_that_cannot_be_read_says_why() -> None:
    told = read(
        WORDS
        + "ann@x.example,7.5,Mon-Thu,2026-11-16\n"
        + "ann@x.example,lots,,2026-11-16\n"
        + "ann@x.example,8,Tag,2026-11-16\n"
        + 'ann@x.example,8,"Mon\n,Tue",soon\n'
        + ",8,,2026-11-16\n"
        + "ann@x.example,8,Mon,Tue,2026-11-16\n"
        + "ann@x.example\n"
    )
    assert told.lines == (ANN,)
    assert told.faults == (
        LineFault(3, "“lots” says no hours"),
        LineFault(4, "“Tag” says no weekdays"),
        LineFault(5, "“soon” is no day"),
        LineFault(7, "The e-mail is missing"),
        LineFault(
            8, "It has more parts than the first line; put quotes around Mon,Tue"
        ),
        LineFault(9, "The hours a day are missing"),
    )


def test_one_clear_date_tells_how_the_others_are_meant() -> None:
    both = "a@x.example,8,,5/6/2026\na@x.example,8,,12/31/2026\n"
    told = read(WORDS + both, day_first=True)
    assert [one.valid_from for one in told.lines] == [
        date(2026, 5, 6),
        date(2026, 12, 31),
    ]
    (alone,) = read(WORDS + both[:24], day_first=True).lines
    assert alone.valid_from == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "does not name the columns"),
        (b"a,b,c\n1,2,3\n", "does not name the columns"),
        (b"ann@x.example,8,,2026-11-16\n", "does not name the columns"),
        (b"PK\x03\x04rest", "workbook"),
        (b"\xd0\xcf\x11\xe0rest", "workbook"),
        (b"email\0,hours,from\n", "no text has"),
        (b"\xff\xfe\x00", "no text has"),
        (b"\x81\x8d", "no text has"),
        (WORDS.encode() + b"x" * 140_000, "far too long"),
    ],
)
def test_what_is_no_such_file_is_said(content: bytes, said: str) -> None:
    with pytest.raises(NoCsvError, match=said) as raised:
        read_capacities(content, day_first=True)
    assert raised.value.advice


@given(st.binary(max_size=60), st.booleans())
def test_no_bytes_are_too_strange(
    content: bytes,
    begins_well: bool,  # noqa: FBT001 - a case of two
) -> None:
    try:
        told = read_capacities(
            WORDS.encode() * begins_well + content, day_first=begins_well
        )
    except NoCsvError:
        return
    assert all(0 <= one.day_s <= 24 * HOUR and one.email for one in told.lines)


weeks = st.lists(
    st.sampled_from([0, 14400, 26400, 26399, 28800]), min_size=7, max_size=7
)
held = st.builds(
    WorkingHours,
    weeks.map(tuple),
    st.sampled_from([CapacitySource.ATTENDANCE, CapacitySource.BY_HAND]),
    st.none() | st.dates(date(2026, 1, 1), WEEK.end),
)


@given(st.lists(held, max_size=4), st.sampled_from(SYNTAXES), st.booleans())
def test_a_file_to_fill_in_changes_nothing_until_somebody_does(
    told: list[WorkingHours],
    syntax: CsvSyntax,
    assumed: bool,  # noqa: FBT001 - a case of two
) -> None:
    people = [
        replace(person(f"=P{at} Ü;"), email=f"-p{at}@x.example") for at in range(9)
    ]
    known = people[: len(told)]
    capacity = Capacity(
        {one.id: (hours,) for one, hours in zip(known, told, strict=True)}
    )
    sheet = capacity_sheet(people if assumed else known, capacity, WEEK, syntax)
    found = capacity_changes(read_capacities(sheet, day_first=True), people, capacity)
    assert (found.faults, found.not_found) == ((), ())
    # Who is assumed to work so is set to it by whoever reads the file.
    assert {one.before for one in found.changes} <= {ASSUMED}
    by_hand = [one.person for one in found.unchanged]
    assert by_hand == known
    assert len(found.changes) == (9 - len(known) if assumed else 0)


def test_the_file_to_fill_in_has_a_line_for_each_active_person_with_an_address() -> (
    None
):
    ann, bob, cem = person("Ann"), person("Bob"), person("Cem")
    left = person("Dan", activity=Activity.INACTIVE)
    fridays = (*[8 * HOUR] * 4, 4 * HOUR, 0, 0)
    since = date(2026, 10, 5)
    capacity = Capacity(
        {
            ann.id: (WorkingHours(fridays, CapacitySource.PROFILE),),
            bob.id: (hours(*range(4), source=CapacitySource.BY_HAND, since=since),),
            cem.id: (hours(),),
        }
    )
    unknown = replace(person("Eve"), email="")
    everybody = [ann, bob, cem, left, unknown, person("Fay")]
    sheet = capacity_sheet(everybody, capacity, WEEK, excel(GERMAN)).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(sheet), delimiter=";"))
    assert rows == [
        list(HEADS),
        ["ann@x.example", "Ann", "8", "Mon-Thu", "2026-11-16"],
        ["ann@x.example", "Ann", "4", "Fri", "2026-11-16"],
        ["bob@x.example", "Bob", "8", "Mon-Thu", "2026-10-05"],
        ["cem@x.example", "Cem", "0", "", "2026-11-16"],
        ["fay@x.example", "Fay", "8", "Mon-Fri", "2026-11-16"],
    ]
