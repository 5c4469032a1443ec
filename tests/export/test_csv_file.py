import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.amount_check import ALL_MONEY, AmountCheck
from clockify_desktop.domain.day_counting import (
    DayCounting,
    DaysIn,
    Rounding,
    RoundingMode,
)
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import grid_of
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.domain.table import table_of
from clockify_desktop.export.column_choice import AMOUNT_COLUMNS, ColumnChoice
from clockify_desktop.export.csv_file import (
    PLAIN,
    CsvSyntax,
    UnwritableTextError,
    csv_lines,
    excel,
    number_columns,
    preview_rows,
    record_lines,
)
from clockify_desktop.export.regional_signs import RegionalSigns
from tests.written import csv_bytes

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


OWN = FileTable(
    ("project", "change_seconds", "change_hours", "since", "workspace"),
    [("=Web, big", -2300, Decimal("-0.6389"), DAY, "Own"), (None, 0, None, None, "")],
)


def test_the_columns_of_a_page(make_report: Callable[..., Report]) -> None:
    query = make_report(FACTS, PEOPLE, PROJECTS).query
    about = "2026-11-16,2026-11-22,Europe/Berlin"
    assert csv_bytes(OWN, query).decode() == (
        "project,change_seconds,change_hours,since,workspace,"
        "period_start,period_end,time_zone\n"
        f'"\'=Web, big",-2300,-0.6389,2026-11-16,Own,{about}\n'
        f",0,,,,{about}\n"
    )
    written = csv_bytes(OWN, query, excel(COMMA)).decode("utf-8-sig")
    assert written.splitlines()[1].startswith("'=Web, big;-2300;-0,6389;2026-11-16;")
    head, row = preview_rows(OWN, query, PLAIN, most=1)
    assert (head[0], row[0]) == ("project", "'=Web, big")
    assert {OWN.columns[at] for at in number_columns(OWN)} == {
        "change_seconds",
        "change_hours",
    }


def test_each_file_says_where_it_counts_other_than_clockify(
    make_report: Callable[..., Report],
) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    counting = DayCounting(DaysIn.OWN, rounding=Rounding(RoundingMode.UP, 15))
    query = replace(report.query, counting=counting)
    words = "days in each person's own time zone; rounded up to 15 min"
    table = table_of(report, [Level.USER, Level.PROJECT])
    checked = AmountCheck({"EUR": 1})
    doubted = table_of(replace(report, amounts=checked), [Level.PROJECT])
    for written in (table, doubted, grid_of(table), OWN):
        text = csv_bytes(written, query).decode()
        for row in csv.DictReader(io.StringIO(text)):
            assert row["counted"] == words
            assert row["time_zone"] == "Europe/Berlin"
        assert "counted" not in csv_bytes(written, report.query).decode()


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


def test_amounts_whose_currency_only_the_sums_tell_are_marked(
    make_report: Callable[..., Report],
) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    flags = np.array([False, True, False])
    report = replace(report, facts=replace(report.facts, from_sums=flags))

    def checks() -> dict[str, str]:
        table = table_of(report, [Level.PROJECT])
        written = io.StringIO(csv_bytes(table, report.query).decode())
        return {row["currency"]: row["amount_check"] for row in csv.DictReader(written)}

    taken = "currency taken from Clockify's sums"
    assert checks() == {"EUR": "", "USD": taken}
    report = replace(report, amounts=AmountCheck({"EUR": 10_000}))
    assert checks() == {"EUR": "differs from Clockify's sum", "USD": taken}


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


SIGNS = st.sampled_from(
    [(",", "."), (";", ","), (";", "."), ("\t", ","), ("|", "."), ("\t", ".")]
)
FORMS = st.builds(
    lambda signs, encoding, end, **more: CsvSyntax(encoding, *signs, end, **more),
    SIGNS,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
    guards=st.booleans(),
    quotes_all=st.booleans(),
)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
CELLS = ANY_TEXT | st.integers() | st.none()


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1), FORMS)
def test_pythons_csv_reads_the_same_back(
    records: list[list[str | int | None]], syntax: CsvSyntax
) -> None:
    written = b"".join(record_lines(records, syntax)).decode(syntax.encoding)
    read = csv.reader(io.StringIO(written, newline=""), delimiter=syntax.separator)
    guarded = defused if syntax.guards else str

    def field(cell: str | int | None) -> str:
        if isinstance(cell, str):
            return guarded(cell)
        return "" if cell is None else str(cell)

    assert list(read) == [list(map(field, one)) for one in records]


def test_a_separator_that_is_the_decimal_sign_is_refused() -> None:
    with pytest.raises(UsageError, match="the same"):
        CsvSyntax("utf-8", ",", ",", "\n")


def test_a_sign_without_a_place_is_said_with_its_row_and_text() -> None:
    records = [["name", "of"], ["Ann", ""], ["B", 'Zażółć, "gęślą"']]
    syntax = CsvSyntax("cp1252", ",", ".", "\n")
    with pytest.raises(UnwritableTextError) as refused:
        b"".join(record_lines(records, syntax))
    assert refused.value.title == "Row 3 cannot be written in cp1252"
    assert '“Zażółć, "gęślą"”' in refused.value.advice
    assert b"".join(record_lines(records[:2], syntax)) == b"name,of\nAnn,\n"


def test_columns_are_chosen_and_left_out(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    table = table_of(report, [Level.USER])
    choice = ColumnChoice(("amount", "user"))
    lines = list(csv_lines(table, report.query, PLAIN, choice))
    assert lines[:2] == [
        b"amount,user\n",
        b'130.50,"\'=Ann, \xe2\x80\x9cA\xe2\x80\x9d"\n',
    ]
    kept = ColumnChoice(without=AMOUNT_COLUMNS)
    (head,) = preview_rows(table, report.query, PLAIN, 0, kept)
    assert not AMOUNT_COLUMNS & set(head)
    assert {"user", "duration_hms", "workspace"} <= set(head)


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
