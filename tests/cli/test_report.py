import csv
import io
import json
import locale
import re
import struct
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.api import summary_decoding
from clockify_desktop.api.errors import NoRightError, RequestInfo
from clockify_desktop.api.wire.reports import SummaryReport, Totals
from clockify_desktop.domain.level import Level

Run = Callable[..., tuple[int, bytes, str]]

WEEK = ("report", "--period", "2026-W47")
LEVEL_COLUMNS = {
    "user": ["user", "user_id", "user_email"],
    "project": ["project", "project_id", "client", "client_id"],
    "client": ["client", "client_id"],
    "group": ["group", "group_id"],
    "task": ["task", "task_id", "project", "project_id"],
    "tags": ["tags", "tag_ids"],
    "day": ["day"],
    "week": ["week"],
    "month": ["month"],
}
VALUES = [
    "duration_seconds",
    "duration_hours",
    "duration_hms",
    "billable_seconds",
    "amount",
    "currency",
    "period_start",
    "period_end",
    "time_zone",
    "workspace",
]


def rows_of(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


def total_s(rows: list[dict[str, str]]) -> int:
    return sum(int(row["duration_seconds"]) for row in rows)


@pytest.fixture
def week(cli: Run) -> list[dict[str, str]]:
    code, out, err = cli(*WEEK)
    assert (code, err) == (0, "")
    return rows_of(out)


def test_the_default_is_csv_by_user_and_project(week: list[dict[str, str]]) -> None:
    assert list(week[0]) == [
        *LEVEL_COLUMNS["user"],
        *LEVEL_COLUMNS["project"],
        *VALUES,
    ]
    assert {row["period_start"] for row in week} == {"2026-11-16"}
    assert {row["period_end"] for row in week} == {"2026-11-22"}
    assert {row["time_zone"] for row in week} == {"Europe/Berlin"}
    assert {row["workspace"] for row in week} == {"Acme Studio"}
    assert {row["currency"] for row in week} == {"EUR", "USD"}
    ranks = [
        (
            row["user"].removeprefix("'").casefold(),
            row["user_id"],
            row["project"].removeprefix("'").casefold(),
        )
        for row in week
    ]
    assert ranks == sorted(ranks)


def test_only_billable_time_has_its_amounts(
    cli: Run, week: list[dict[str, str]]
) -> None:
    code, out, err = cli(*WEEK, "--only", "billable")
    assert (code, err) == (0, "")
    rows = rows_of(out)
    billable = [row for row in week if row["billable_seconds"] != "0"]
    names = ("user_id", "project_id", "currency", "billable_seconds", "amount")
    assert [[row[one] for one in names] for row in rows] == [
        [row[one] for one in names] for row in billable
    ]
    assert all(row["duration_seconds"] == row["billable_seconds"] for row in rows)


def test_json_says_the_same_and_holds_the_servers_own_sum(
    cli: Run, week: list[dict[str, str]]
) -> None:
    code, out, err = cli(*WEEK, "--format", "json")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert list(document) == [
        "workspace",
        "period",
        "time_zone",
        "fetched_at",
        "total_seconds",
        "server_total_seconds",
        "notes",
        "rows",
    ]
    assert document["total_seconds"] == document["server_total_seconds"]
    assert document["notes"] == []
    assert document["total_seconds"] == total_s(week)
    assert len(document["rows"]) == len(week)
    for row, plain in zip(document["rows"], week, strict=True):
        assert list(row) == list(plain)
        assert str(row["duration_seconds"]) == plain["duration_seconds"]
        assert (row["amount"] or "") == plain["amount"]
    without = [row for row in document["rows"] if row["project"] is None]
    assert any(row["duration_seconds"] for row in without)
    assert all(row["project_id"] is None for row in without)


@pytest.mark.parametrize("level", LEVEL_COLUMNS)
def test_every_level_adds_up_to_the_same(
    cli: Run, week: list[dict[str, str]], level: str
) -> None:
    code, out, _ = cli(*WEEK, "--group-by", level)
    rows = rows_of(out)
    assert code == 0
    assert list(rows[0]) == [*LEVEL_COLUMNS[level], *VALUES]
    assert total_s(rows) == total_s(week)
    keys = [(row[level], row.get(f"{level}_id"), row["currency"]) for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("levels", ["task,day", "user,project,task"])
def test_tasks_with_other_levels_add_up_to_the_same(
    cli: Run, week: list[dict[str, str]], levels: str
) -> None:
    code, out, err = cli(*WEEK, "--group-by", levels)
    rows = rows_of(out)
    assert (code, err) == (0, "")
    assert total_s(rows) == total_s(week)
    # The project of a row is told whether or not its time has a task.
    by_project = "project" in levels
    assert all(row["project_id"] for row in rows if row["task_id"])
    without = [row for row in rows if row["task"] == "(Without task)"]
    assert any(row["project_id"] for row in without) is by_project


def test_an_entry_with_two_tags_counts_for_both_and_the_file_says_so(
    cli: Run, week: list[dict[str, str]]
) -> None:
    said = "An entry with several tags counts for each of them."
    code, out, err = cli(*WEEK, "--group-by", "tag", "--strict")
    rows = rows_of(out)
    assert (code, err) == (0, f"note: {said}\n")
    assert list(rows[0]) == ["tag", "tag_id", "entry_counts_for", *VALUES]
    assert total_s(rows) > total_s(week)
    told = {row["tag"]: row["entry_counts_for"] for row in rows}
    assert told.pop("(Without tag)") == ""
    assert set(told.values()) == {"each of its tags"}
    document = json.loads(cli(*WEEK, "--group-by", "tag", "--format", "json")[1])
    assert document["notes"] == [said]
    assert document["total_seconds"] == document["server_total_seconds"]
    _, out, _ = cli(*WEEK, "--group-by", "tag,user", "--format", "table")
    hours = total_s(week) // 3600
    assert f" {hours}:" in out.decode().splitlines()[-2]


def test_entries_with_several_tags_count_once_under_all_of_them(cli: Run) -> None:
    code, out, err = cli(*WEEK, "--group-by", "tags,tag")
    rows = rows_of(out)
    once, each = (level.note for level in (Level.TAGS, Level.TAG))
    assert (code, err) == (0, f"note: {once}\nnote: {each}\n")
    several = [row for row in rows if "+" in row["tag_ids"]]
    assert several
    for row in several:
        assert row["tag"] in row["tags"].split(" + ")
        assert row["tag_id"] in row["tag_ids"].split("+")
    plain = rows_of(cli(*WEEK, "--group-by", "tags")[1])
    said = {row["tags"]: row["duration_seconds"] for row in plain if row["amount"]}
    assert all(said[row["tags"]] == row["duration_seconds"] for row in several)


def test_three_levels(cli: Run, week: list[dict[str, str]]) -> None:
    _, out, _ = cli(*WEEK, "--group-by", "week,client,user")
    rows = rows_of(out)
    assert {row["week"] for row in rows} == {"2026-11-16"}
    assert total_s(rows) == total_s(week)


def test_people_without_time_have_a_row_of_zero(
    cli: Run, week: list[dict[str, str]]
) -> None:
    idle = [row for row in week if row["duration_seconds"] == "0"]
    assert [row["user"] for row in idle] == ["Priya Raman"]
    assert idle[0]["project"] == idle[0]["project_id"] == ""
    assert (idle[0]["amount"], idle[0]["duration_hms"]) == ("0.00", "0:00:00")
    _, out, _ = cli(*WEEK, "--no-zero")
    assert rows_of(out) == [row for row in week if row not in idle]
    _, out, _ = cli(*WEEK, "--user", "Priya Raman", "--user", "Elif Yılmaz")
    assert {row["user"] for row in rows_of(out)} == {"Priya Raman", "Elif Yılmaz"}
    _, out, _ = cli(*WEEK, "--project", "Research")
    assert {row["project"] for row in rows_of(out)} == {"Research"}
    assert "0" not in {row["duration_seconds"] for row in rows_of(out)}


def test_people_are_found_by_id_name_and_case(
    cli: Run, week: list[dict[str, str]]
) -> None:
    elif_ = next(row for row in week if row["user"] == "Elif Yılmaz")
    by_id = cli(*WEEK, "--user", elif_["user_id"])
    by_name = cli(*WEEK, "--user", "Elif Yılmaz")
    by_case = cli(*WEEK, "--user", "eLIF yılmaz")
    by_address = cli(*WEEK, "--user", elif_["user_email"].upper())
    decomposed = cli(*WEEK, "--user", unicodedata.normalize("NFD", "Elif  YıLMAZ\xa0"))
    assert by_id == by_name == by_case == by_address == decomposed
    expected = [row for row in week if row["user_id"] == elif_["user_id"]]
    assert rows_of(by_id[1]) == expected


def test_time_without_a_project_can_be_chosen(
    cli: Run, week: list[dict[str, str]]
) -> None:
    _, out, _ = cli(*WEEK, "--project", "(without project)")
    rows = rows_of(out)
    assert rows == [row for row in week if row["project"] == "(Without project)"]
    assert rows
    assert {row["project_id"] for row in rows} == {""}


def test_clients_narrow_and_projects_narrow_further(
    cli: Run, week: list[dict[str, str]]
) -> None:
    client = next(row["client"] for row in week if row["client"])
    code, out, err = cli(*WEEK, "--client", f" {client.upper()}\xa0")
    of_client = [row for row in week if row["client"] == client]
    assert (code, err, rows_of(out)) == (0, "", of_client)
    project = of_client[0]["project_id"]
    _, out, _ = cli(*WEEK, "--client", client, "--project", project)
    assert rows_of(out) == [row for row in week if row["project_id"] == project]
    _, out, _ = cli(*WEEK, "--client", client, "--client", "(without client)")
    # Time without a project has no client either; who has no time has no row.
    chosen = {client, "", "(Without client)"}
    expected = [row for row in week if row["client"] in chosen]
    assert rows_of(out) == [row for row in expected if row["project"]]
    code, _, err = cli(*WEEK, "--client", "Moon & Sons")
    assert code == 1
    assert "There is no client “Moon & Sons”" in err


ZONE = "clockify_desktop.services.profile.profile_zone_name"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("Mars/Base", "does not know the time zone of your profile, “Mars/Base”"),
        ("GMT+2", "does not know the time zone of your profile, “GMT+2”"),
        ("", "Your Clockify profile names no time zone"),
    ],
)
def test_a_profile_without_a_zone_that_is_known_here_is_said(
    cli: Run, monkeypatch: pytest.MonkeyPatch, named: str, said: str
) -> None:
    monkeypatch.setattr(ZONE, lambda _: named)
    code, out, err = cli(*WEEK, "--format", "json", "--strict")
    document = json.loads(out)
    assert (code, document["time_zone"]) == (3, "UTC")
    assert said in err
    assert "; days are those of UTC. --time-zone names another." in err
    assert [f"note: {note}" for note in document["notes"]] == err.splitlines()
    # Whoever names a zone needs no other.
    assert cli(*WEEK, "--strict", "--time-zone", "Europe/Berlin")[::2] == (0, "")


def test_another_workspace_and_time_zone(cli: Run) -> None:
    code, out, _ = cli(
        *WEEK, "--workspace", "acme LABS", "--time-zone", "Pacific/Auckland"
    )
    rows = rows_of(out)
    assert code == 0
    assert {row["time_zone"] for row in rows} == {"Pacific/Auckland"}
    assert len({row["workspace"] for row in rows}) == 1
    assert "Acme Studio" not in rows[0]["workspace"]


def test_days_of_each_persons_own_zone_split_and_rounded(
    cli: Run, week: list[dict[str, str]]
) -> None:
    more = ("--days-in", "own", "--midnight", "split", "--rounding", "nearest:15")
    code, out, err = cli(*WEEK, *more, "--group-by", "user,day")
    rows = rows_of(out)
    assert code == 0
    assert {int(row["duration_seconds"]) % 900 for row in week} != {0}
    own, *words = {row["counted"] for row in rows}.pop().split("; ")
    assert own == "days in each person's own time zone"
    assert words == ["split at midnight", "rounded to the nearest 15 min"]
    assert "note: Days are those of each person's own time zone" in err
    code, out, err = cli(*WEEK, "--rounding", "up:15", "--strict")
    assert code == 0
    assert {int(row["duration_seconds"]) % 900 for row in rows_of(out)} == {0}
    assert total_s(rows_of(out)) > total_s(week)


def test_entries_that_are_refused_say_how_to_do_without(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: Any) -> None:
        raise NoRightError(RequestInfo("POST", "/reports/detailed", "test", 403))

    monkeypatch.setattr("clockify_desktop.api.client.Clockify.detailed_report", refused)
    code, out, err = cli(*WEEK, "--rounding", "up:15")
    assert code not in {0, 3}
    assert out == b""
    assert "count days as Clockify does" in err
    assert cli(*WEEK)[0] == 0


@pytest.mark.parametrize("rounding", ["up", "up:0", "sideways:5"])
def test_rounding_that_says_nothing_is_refused(cli: Run, rounding: str) -> None:
    code, out, err = cli(*WEEK, "--rounding", rounding)
    assert (code, out) == (2, b"")
    assert "minutes" in err


def test_more_than_31_days_are_asked_in_parts(cli: Run) -> None:
    quarter = cli("report", "--period", "2026-07-01..2026-09-30", "--format", "json")
    document = json.loads(quarter[1])
    assert document["total_seconds"] == document["server_total_seconds"] > 0
    months = 0
    for month in ("2026-07-01..2026-07-31", "2026-08-01..2026-08-31"):
        months += total_s(rows_of(cli("report", "--period", month)[1]))
    months += total_s(rows_of(cli("report", "--period", "2026-09-01..2026-09-30")[1]))
    assert months == document["total_seconds"]


def test_a_member_sees_only_their_own_time_and_no_money(
    cli: Run, environment: Callable[[str], None]
) -> None:
    environment("member")
    code, out, err = cli(*WEEK, "--no-zero")
    rows = rows_of(out)
    assert code == 0
    assert err.splitlines() == [
        "note: You see only your own time in this workspace.",
        "note: Amounts are hidden from your role here.",
    ]
    assert len({row["user_id"] for row in rows}) == 1
    assert {row["amount"] for row in rows} == {""}
    assert {row["currency"] for row in rows} == {""}


def test_a_table_for_reading(cli: Run, week: list[dict[str, str]]) -> None:
    code, out, _ = cli(*WEEK, "--group-by", "client", "--format", "table")
    lines = out.decode().splitlines()
    hours = total_s(week) // 3600
    assert code == 0
    assert lines[0].split() == ["Client", "Time", "Billable", "Amount"]
    assert any(line.startswith("Total") and f" {hours}:" in line for line in lines)


def test_the_spreadsheet_dialect_follows_the_region(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.localeconv", lambda: {"decimal_point": ","})
    _, out, _ = cli(*WEEK, "--dialect", "excel", "--group-by", "day")
    assert out.startswith(b"\xef\xbb\xbfday;duration_seconds;")
    assert b"\r\n" in out
    exact = ("--all-decimals", "--user", "Amara Okafor")
    _, out, _ = cli(*WEEK, "--dialect", "excel", *exact)
    assert out.startswith(b"\xef\xbb\xbfuser;user_id;")


def test_a_grid_has_the_last_level_across(cli: Run, week: list[dict[str, str]]) -> None:
    code, out, err = cli(*WEEK, "--group-by", "user,day", "--layout", "grid")
    assert (code, err) == (0, "")
    rows = rows_of(out)
    assert [one["user_id"] for one in rows] == list(
        dict.fromkeys(one["user_id"] for one in week)
    )
    hours = sum(float(row["total_hours"]) for row in rows)
    assert round(hours * 3600 / 60) == round(total_s(week) / 60)
    assert "2026-11-16" in rows[0]
    for words in (("--format", "json"), ("--group-by", "day")):
        code, out, err = cli(*WEEK, "--layout", "grid", *words)
        assert (code, out) == (2, b"")
        assert err.startswith(("error: A grid has ", "error: --layout is of CSV"))


@pytest.mark.parametrize(
    ("region", "head", "known"),
    [
        # None of them is installed here.
        ("de_CH.UTF-8", b"day;duration_seconds;", True),
        ("nl_BE@euro", b"day;duration_seconds;", True),
        ("en_AU", b"day,duration_seconds,", True),
        ("no_SUCH", b"day,duration_seconds,", False),
    ],
)
def test_a_region_that_is_not_installed_is_known_or_said(
    cli: Run, monkeypatch: pytest.MonkeyPatch, region: str, head: bytes, *, known: bool
) -> None:
    def not_installed(*_: object) -> None:
        raise locale.Error

    monkeypatch.setattr(locale, "setlocale", not_installed)
    monkeypatch.setenv("LC_ALL", region)
    _, out, err = cli(*WEEK, "--dialect", "excel", "--group-by", "day")
    assert out.removeprefix(b"\xef\xbb\xbf").startswith(head)
    assert (f"note: The region {region} is not known" in err) is not known


def test_a_picture_is_1440_pixels_wide(cli: Run, tmp_path: Path) -> None:
    target = tmp_path / "week.png"
    code, out, err = cli(*WEEK, "--format", "png", "--output", str(target))
    assert (code, out) == (0, b"")
    # Nothing of a library: a note of the program's own at most.
    assert all(line.startswith("note: ") for line in err.splitlines())
    header = target.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert struct.unpack(">I", header[16:20]) == (1440,)
    for levels in ("group", "task", "tag,user"):
        _, out, _ = cli(*WEEK, "--format", "png", "--group-by", levels)
        assert out.startswith(b"\x89PNG")


def test_a_picture_of_people_tells_their_capacity(cli: Run) -> None:
    _, of_people, _ = cli(*WEEK, "--format", "svg")
    _, of_projects, _ = cli(*WEEK, "--format", "svg", "--group-by", "project")
    assert b" short" in of_people
    assert b" short" not in of_projects


def test_a_file_is_replaced_whole(cli: Run, tmp_path: Path) -> None:
    target = tmp_path / "week.csv"
    target.write_text("old")
    assert cli(*WEEK, "--output", str(target)) == (0, b"", "")
    assert target.read_bytes() == cli(*WEEK)[1]
    assert list(tmp_path.glob("*.csv*")) == [target]


def test_the_demo_needs_no_server_and_wins_over_the_environment(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOCKIFY_API_URL", "nonsense")
    code, out, err = cli("report", "--demo", "--period", "last-week")
    assert (code, err) == (0, "")
    assert total_s(rows_of(out)) > 0


def test_what_is_withheld_or_differs_is_said(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "clockify_desktop.services.summary_facts._billable_column", lambda *_: None
    )
    code, out, err = cli(*WEEK)
    assert code == 0
    assert {row["billable_seconds"] for row in rows_of(out)} == {""}
    assert err.startswith("note: Billable time is left out")
    code, out, err = cli(*WEEK, "--only", "billable")
    assert (code, out) == (1, b"")
    assert "It is not known what of the time is billable" in err
    monkeypatch.setattr(
        "clockify_desktop.domain.report.Report.difference_s", property(lambda _: 60)
    )
    rows, meanwhile, _ = cli(*WEEK)[2].splitlines()
    # To the second, or sums that differ by less than a minute would read the same.
    sums = r"The rows add up to {0}, Clockify's own sum is {0}".format(r"\d+:\d\d:\d\d")
    assert re.fullmatch(f"note: {sums}\\.", rows)
    assert meanwhile.startswith("note: Somebody may have logged time")
    assert meanwhile.endswith(". Ask once more.")


def test_what_could_not_be_read_is_said_and_counted(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    decode = summary_decoding.decoded_summary

    def spoiled(body: bytes, asked: RequestInfo) -> SummaryReport:
        # The last day of the first person on their first project has no number.
        document = json.loads(body)
        document["groupOne"][0]["children"][0]["children"][-1]["duration"] = "1:00"
        return decode(json.dumps(document).encode(), asked)

    monkeypatch.setattr(
        "clockify_desktop.api.calls.report_calls.decoded_summary", spoiled
    )
    code, out, err = cli(*WEEK, "--format", "json")
    document = json.loads(out)
    assert code == 0
    assert document["unreadable_entries"] == 1
    assert document["total_seconds"] < document["server_total_seconds"]
    assert [f"note: {note}" for note in document["notes"]] == err.splitlines()
    rows, entries, amounts = err.splitlines()
    assert rows.startswith("note: The rows add up to")
    assert entries == "note: 1 entry could not be read (=Yves Girard)."
    assert amounts.startswith("note: Amounts add up to")
    # What that entry lacks is lacking of nobody else.
    assert all(row["billable_seconds"] is not None for row in document["rows"])


def test_currencies_that_only_projects_or_only_the_sums_name(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    decode = summary_decoding.decoded_summary
    honest = cli(*WEEK, "--group-by", "client")
    assert {row["currency"] for row in rows_of(honest[1])} == {"EUR", "USD"}
    told = ["projects"]

    def strip(nodes: list[dict[str, Any]], depth: int = 0) -> None:
        for node in nodes:
            if told != ["projects"] or depth != 1:
                node.pop("currency", None)
            strip(node.get("children", []), depth + 1)

    def spoiled(body: bytes, asked: RequestInfo) -> SummaryReport:
        document = json.loads(body)
        strip(document["groupOne"])
        if told == ["nothing"]:
            document["totals"][0]["totalAmountByCurrency"]["USD"] += 100
        return decode(json.dumps(document).encode(), asked)

    monkeypatch.setattr(
        "clockify_desktop.api.calls.report_calls.decoded_summary", spoiled
    )
    for told[0] in ("projects", "sums"):
        assert cli(*WEEK, "--group-by", "client", "--strict") == honest
    told[0] = "nothing"
    code, out, err = cli(*WEEK, "--group-by", "client", "--strict")
    told_rows = rows_of(out)
    checks = {row["currency"]: row.pop("amount_check") for row in told_rows}
    assert (code, told_rows) == (3, rows_of(honest[1]))
    assert checks == {"EUR": "", "USD": "differs from Clockify's sum"}
    assert re.fullmatch(
        r"note: Amounts add up to .* USD here, to .* USD in Clockify\.\n", err
    )
    *_, report = json.loads(cli(*WEEK, "--format", "json")[1])["notes"]
    assert report.startswith("Amounts add up to")


def test_strict_tells_by_the_exit_code_that_something_is_lacking(
    cli: Run, environment: Callable[[str], None], tmp_path: Path
) -> None:
    assert cli(*WEEK, "--strict") == cli(*WEEK)
    environment("member")
    code, out, err = cli(*WEEK)
    assert code == 0
    assert "note: You see only your own time" in err
    target = tmp_path / "week.csv"
    written = cli(*WEEK, "--strict", "--output", str(target))
    assert written == (3, b"", err)
    assert target.read_bytes() == out


def test_a_total_that_is_missing_is_neither_the_same_nor_another(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "clockify_desktop.services.summary_facts._totals", lambda _: Totals()
    )
    code, out, err = cli(*WEEK, "--format", "json")
    assert code == 0
    assert json.loads(out)["server_total_seconds"] is None
    assert "Clockify gave no total to compare it with." in err.splitlines()[0]
