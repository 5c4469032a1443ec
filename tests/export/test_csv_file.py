import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.amount_check import ALL_MONEY, AmountCheck
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from clockify_desktop.export.csv_file import PLAIN, CsvSyntax, csv_bytes, excel
from clockify_desktop.export.regional_signs import RegionalSigns

COMMA, POINT = RegionalSigns(";", ","), RegionalSigns(",", ".")
DAY = date(2026, 11, 16)
PEOPLE = (
    Person(UserId("u1"), "=Ann, “A”", "ann@x.example"),
    Person(UserId("u2"), 'Bob "B"', "bob@x.example"),
)
PROJECTS = (
    Project(ProjectId("p1"), "Web, big", ClientId("c1"), "-Acme"),
    Project(None, ""),
)
FACTS = [
    (0, 0, DAY, 2300, 2300, 130_500_000, 0),
    (0, 1, DAY, 60, 0, 0, 1),
    (1, 0, DAY, -3600, -3600, -400_555_555, 0),
]


def test_plain_is_what_every_program_reads(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    table = table_of(report, [Level.USER, Level.PROJECT])
    about = "2026-11-16,2026-11-22,Europe/Berlin,Acme"
    assert (
        csv_bytes(table, report.query)
        == (
            "user,user_id,user_email,project,project_id,client,client_id,"
            "duration_seconds,duration_hours,duration_hms,billable_seconds,amount,"
            "currency,period_start,period_end,time_zone,workspace\n"
            '"\'=Ann, “A”",u1,ann@x.example,(Without project),,,,'
            f"60,0.0167,0:01:00,0,0.00,USD,{about}\n"
            '"\'=Ann, “A”",u1,ann@x.example,"Web, big",p1,\'-Acme,c1,'
            f"2300,0.6389,0:38:20,2300,130.50,EUR,{about}\n"
            '"Bob ""B""",u2,bob@x.example,"Web, big",p1,\'-Acme,c1,'
            f"-3600,-1.0000,-1:00:00,-3600,-400.555555,EUR,{about}\n"
        ).encode()
    )


@pytest.mark.parametrize(
    ("differs", "of_ann", "of_usd"),
    [("EUR", "differs from Clockify's sum", ""), (ALL_MONEY, *["differs from Cl"] * 2)],
)
def test_amounts_that_differ_from_clockifys_sum_are_marked(
    make_report: Callable[..., Report], differs: str, of_ann: str, of_usd: str
) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    report = replace(report, amounts=AmountCheck({differs: 10_000}))
    table = table_of(report, [Level.USER])
    written = csv_bytes(table, report.query).decode()
    head, *rows = csv.reader(io.StringIO(written))
    assert head[-1] == "amount_check"
    checks = {row[head.index("currency")]: row[-1] for row in rows}
    assert checks["EUR"].startswith(of_ann)
    assert checks["USD"].startswith(of_usd)
    assert bool(checks["USD"]) == bool(of_usd)


def test_a_spreadsheet_gets_its_own_dialect(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS[:1], PEOPLE, PROJECTS)
    table = table_of(report, [Level.DAY])
    with_comma = csv_bytes(table, report.query, excel(COMMA)).decode("utf-8")
    assert with_comma.startswith("\ufeffday;duration_seconds;")
    assert "2026-11-16;2300;0,6389;0:38:20;2300;130,50;EUR;" in with_comma
    assert with_comma.endswith("Acme\r\n")
    assert with_comma.count("\r\n") == 2
    with_point = csv_bytes(table, report.query, excel(POINT)).decode("utf-8")
    assert "2026-11-16,2300,0.6389,0:38:20,2300,130.50,EUR," in with_point
    swiss = csv_bytes(table, report.query, excel(RegionalSigns(";", "."))).decode()
    assert "2026-11-16;2300;0.6389;0:38:20;2300;130.50;EUR;" in swiss


def test_amounts_for_a_spreadsheet_have_two_decimals_unless_asked_for_more(
    make_report: Callable[..., Report],
) -> None:
    facts = [(0, 0, DAY, 60, 60, micros, 0) for micros in (986_377_775,)]
    facts += [(1, 0, DAY, 60, 60, -400_555_555, 0)]
    report = make_report(facts, PEOPLE, PROJECTS)
    table = table_of(report, [Level.USER])

    def amounts(syntax: CsvSyntax) -> list[str]:
        text = csv_bytes(table, report.query, syntax).decode(syntax.encoding)
        rows = csv.DictReader(io.StringIO(text), delimiter=syntax.separator)
        return [row["amount"] for row in rows]

    assert amounts(excel(COMMA)) == ["986,38", "-400,56"]
    assert amounts(excel(COMMA, None)) == ["986,377775", "-400,555555"]
    assert amounts(PLAIN) == ["986.377775", "-400.555555"]


def test_hidden_and_withheld_are_empty(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS[:1], PEOPLE, PROJECTS, hidden=True, withheld=True)
    table = table_of(report, [Level.MONTH])
    line = csv_bytes(table, report.query).decode().splitlines()[1]
    assert line.startswith("2026-11,2300,0.6389,0:38:20,,,,2026-11-16")


def test_a_person_without_time_has_no_project(
    make_report: Callable[..., Report],
) -> None:
    report = make_report([], PEOPLE[1:], PROJECTS)
    levels = [Level.USER, Level.PROJECT]
    table = table_of(report, levels, people_without_time=True)
    line = csv_bytes(table, report.query).decode().splitlines()[1]
    assert line.startswith('"Bob ""B""",u2,bob@x.example,,,,,0,0.0000,0:00:00,0,0.00,')


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4),
    st.sampled_from([PLAIN, excel(COMMA), excel(POINT)]),
)
def test_any_name_can_be_read_back(
    make_report: Callable[..., Report],
    names: list[str],
    syntax: object,
) -> None:
    people = tuple(
        Person(UserId(f"u{place}"), name) for place, name in enumerate(names)
    )
    facts = [(place, 0, DAY, place, 0, 0, 0) for place in range(len(names))]
    report = make_report(facts, people, PROJECTS)
    table = table_of(report, [Level.USER])
    written = csv_bytes(table, report.query, syntax)  # type: ignore[arg-type]
    text = io.StringIO(written.decode("utf-8-sig"), newline="")
    separator = getattr(syntax, "separator", ",")
    rows = list(csv.DictReader(text, delimiter=separator))
    found = {row["user_id"]: row["user"] for row in rows}
    assert {key: name.removeprefix("'") for key, name in found.items()} == {
        person.id: person.name.removeprefix("'") for person in people
    }
    assert sum(int(row["duration_seconds"]) for row in rows) == report.facts.total_s
