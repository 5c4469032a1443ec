import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from clockify_desktop.domain.completeness import (
    IncompleteList,
    Listing,
    Loss,
    Visibility,
)
from clockify_desktop.domain.day_counting import DayCounting, Midnight
from clockify_desktop.domain.directory import Directory, Person, Project
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from tests.written import json_bytes

DAY = date(2026, 11, 16)
PEOPLE = (Person(UserId("u1"), "=Ann", "ann@x.example"), Person(UserId("u2"), "Bob"))
PROJECTS = (Project(ProjectId("p1"), "Web"), Project(None, ""))


def test_the_whole_document(make_report: Callable[..., Report]) -> None:
    report = make_report([(0, 1, DAY, 2300, 60, 130_500_000, 0)], PEOPLE, PROJECTS)
    table = table_of(report, [Level.USER, Level.PROJECT])
    written = json_bytes(table, report)
    assert written.endswith(b"}\n")
    assert json.loads(written) == {
        "workspace": {"id": "w1", "name": "Acme"},
        "period": {"start": "2026-11-16", "end": "2026-11-22"},
        "time_zone": "Europe/Berlin",
        "fetched_at": "2026-11-23T08:14:00+00:00",
        "total_seconds": 2300,
        "server_total_seconds": 2300,
        "notes": [],
        "rows": [
            {
                "user": "=Ann",
                "user_id": "u1",
                "user_email": "ann@x.example",
                "project": None,
                "project_id": None,
                "client": None,
                "client_id": None,
                "duration_seconds": 2300,
                "duration_hours": "0.6389",
                "duration_hms": "0:38:20",
                "billable_seconds": 60,
                "amount": "130.50",
                "currency": "EUR",
                "period_start": "2026-11-16",
                "period_end": "2026-11-22",
                "time_zone": "Europe/Berlin",
                "workspace": "Acme",
            }
        ],
    }


def test_what_is_counted_other_than_clockify_says_so(
    make_report: Callable[..., Report],
) -> None:
    report = make_report([(0, 1, DAY, 2300, 60, 130_500_000, 0)], PEOPLE, PROJECTS)
    query = replace(report.query, counting=DayCounting(midnight=Midnight.SPLIT))
    report = replace(report, query=query, begun_s=2299)
    written = json.loads(json_bytes(table_of(report, [Level.USER]), report))
    assert written["counting"] == {"midnight": "split"}
    assert written["compared_seconds"] == 2299
    assert written["server_total_seconds"] == written["total_seconds"] == 2300
    differs, *notes = written["notes"]
    assert differs == (
        "The entries that the rows count add up to 0:38:19, Clockify's own sum is"
        " 0:38:20."
    )
    assert set(query.counting.notes("Europe/Berlin")) < set(notes)
    assert written["rows"][0]["counted"] == "split at midnight"


def test_hidden_is_null(make_report: Callable[..., Report]) -> None:
    facts = [(0, 0, DAY, 1, 1, 1, 0)]
    report = make_report(facts, PEOPLE, PROJECTS, hidden=True, withheld=True)
    (row,) = json.loads(json_bytes(table_of(report, [Level.USER]), report))["rows"]
    assert row["amount"] is row["currency"] is row["billable_seconds"] is None


def test_what_could_not_be_read_or_compared_is_told(
    make_report: Callable[..., Report],
) -> None:
    report = make_report([(0, 0, DAY, 1, 1, 1, 0)], PEOPLE, PROJECTS)
    report = replace(report, server_total_s=None, losses={(Loss.UNREADABLE, ""): 3})
    document = json.loads(json_bytes(table_of(report, [Level.USER]), report))
    assert document["server_total_seconds"] is None
    assert document["unreadable_entries"] == 3


def test_what_the_report_lacks_is_in_the_notes(
    make_report: Callable[..., Report],
) -> None:
    directory = Directory(
        visibility=Visibility.OWN,
        incomplete_lists=(IncompleteList(Listing.PROJECTS, changed=True),),
    )
    facts = [(0, 0, DAY, 1, 1, 1, 0)]
    report = make_report(facts, PEOPLE, PROJECTS, directory=directory, withheld=True)
    document = json.loads(json_bytes(table_of(report, [Level.USER]), report))
    projects, billable, own = document["notes"]
    assert projects == "The list of projects changed while it was read. Ask once more."
    assert billable.startswith("Billable time is left out, because Clockify's own sum")
    assert own == "You see only your own time in this workspace."


def test_the_columns_of_a_page(make_report: Callable[..., Report]) -> None:
    report = make_report([(0, 1, DAY, 2300, 60, 0, 0)], PEOPLE, PROJECTS)
    row = ("=Web", -2300, Decimal("-0.6389"), DAY, None)
    columns = ("project", "change_seconds", "change_hours", "since", "state")
    said = "2-8 Nov could not be had."
    written = json.loads(json_bytes(FileTable(columns, [row], 7, (said,)), report))
    assert written["total_seconds"] == 7
    assert written["notes"] == [said]
    assert written["rows"] == [
        {
            "project": "=Web",
            "change_seconds": -2300,
            "change_hours": "-0.6389",
            "since": "2026-11-16",
            "state": None,
            "period_start": "2026-11-16",
            "period_end": "2026-11-22",
            "time_zone": "Europe/Berlin",
            "workspace": "Acme",
        }
    ]
    untold = json.loads(json_bytes(FileTable(columns, []), report))
    assert untold["total_seconds"] is None
