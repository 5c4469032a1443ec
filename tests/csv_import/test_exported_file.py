from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clockify_desktop.csv_import.date_order import DateOrder
from clockify_desktop.csv_import.errors import NoExportError, UnclearDateOrderError
from clockify_desktop.csv_import.exported_file import ExportedFile, read_export
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import Tag
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.written_dates import WrittenDates
from tests.csv_import.exported import ENGLISH, Form, Logged, exported, table

BERLIN = ZoneInfo("Europe/Berlin")
DAY = {"Start Date": "11/16/2026", "Start Time": "09:00:00", "User": "Ann"}
DAY |= {"Billable": "No"}
HOUR = {**DAY, "Duration (h)": "01:00:00"}


def read(
    *rows: dict[str, str],
    titles: tuple[str, ...] = ENGLISH,
    name: str = "a.csv",
    zone: str = "Europe/Berlin",
) -> ExportedFile:
    return read_export(table(titles, *rows), name, ZoneInfo(zone))


def without(*titles: str) -> tuple[str, ...]:
    return tuple(one for one in ENGLISH if one not in titles)


def test_rows_that_cannot_be_read_are_counted_and_listed() -> None:
    file = read(
        HOUR,
        {**HOUR, "Start Date": "never"},
        {**HOUR, "Start Time": "25:00:00"},
        {"User": ""},
        {**HOUR, "Duration (h)": "long"},
        {**HOUR, "Duration (h)": "long", "Description": "two\nlines"},
        {**HOUR, "User": "Bob"},
        {**DAY, "Duration (h)": "9999:00:00", "User": "Bob"},
    )
    assert len(file.entries) == 2
    assert file.unreadable == (3, 4, 6, 7)
    assert file.lacking == (
        "4 rows of a.csv could not be read: line 3, line 4, line 6, line 7",
    )
    assert file.losses == {(Loss.TOO_LONG, "Bob"): 1}
    many = read(HOUR, *[{"User": "x"}] * 23)
    assert many.lacking[0].endswith("line 22 and 3 more")
    one = read(HOUR, {"User": "x"})
    assert one.lacking == ("1 row of a.csv could not be read: line 3",)


def test_an_end_is_what_there_is_or_as_far_away_as_the_length_says() -> None:
    def ends(**row: str) -> tuple[int, int]:
        titles = {one.replace(" ", ""): one for one in ENGLISH}
        titles |= {"Duration": "Duration (h)", "Decimal": "Duration (decimal)"}
        file = read({**DAY, **{titles[key]: text for key, text in row.items()}})
        entries = file.entries
        return int(entries.seconds[0]), int(entries.end_s[0] - entries.start_s[0])

    end = {"EndDate": "11/16/2026", "EndTime": "10:00:30"}
    assert ends(**end) == (3630, 3630)
    assert ends(**end, Duration="00:30:00") == (1800, 3630)
    # A length without seconds, or in decimals, is no more exact than that.
    assert ends(**end, Duration="1:00") == (3630, 3630)
    assert ends(**end, Decimal="1.01") == (3630, 3630)
    assert ends(**end, Duration="1:02") == (3720, 3630)
    assert ends(Duration="00:00:05") == (5, 5)
    before = {"EndDate": "11/15/2026", "EndTime": "10:00:00"}
    assert ends(**before, Duration="01:00:00") == (3600, 3600)
    far = {"EndDate": "11/15/2027", "EndTime": "10:00:00"}
    assert ends(**far, Duration="01:00:00") == (3600, 3600)
    assert ends(EndDate="never", EndTime="10:00", Duration="2:00") == (7200, 7200)


def test_what_has_neither_end_nor_length_is_still_running() -> None:
    file = read(DAY, HOUR, {**DAY, "End Date": "11/15/2026", "End Time": "9:00"})
    entries = file.entries
    assert entries.running.tolist() == [False, True][:: 1 if entries.seconds[0] else -1]
    assert file.unreadable == (4,)
    assert entries.total_s == 3600


def test_missing_columns_are_said() -> None:
    dates = ("Description", "End Date", "End Time", "Duration (decimal)")
    file = read(HOUR, titles=without("Client", "Type", "Billable", *dates))
    assert file.lacking == (
        "a.csv has no columns Client, Description, Type, Billable, End Date, End Time",
    )
    assert not file.billable_told
    none = read({**DAY, "End Time": "01:00:00"}, titles=without("End Date", "User"))
    # Who ended earlier than they began did so in the night after.
    assert none.entries.total_s == 16 * 3600
    assert none.entries.people[0].name == "(no name)"
    days = read(HOUR, titles=without("Start Time"))
    assert days.entries.start_clock_s.tolist() == [1_794_787_200]
    assert days.entries.seconds.tolist() == [3600]


def test_what_was_invoiced_is_read_by_either_column() -> None:
    invoiced = {**HOUR, "Invoiced": "Yes", "Invoice ID": "Invoice100"}
    rows = [HOUR, invoiced, {**HOUR, "Invoiced": "ja"}]

    def read_of(*more: str) -> list[str | None]:
        entries = read(*rows, titles=(*ENGLISH, *more)).entries
        assert entries.invoice is not None
        told = [entries.invoices[at] for at in entries.invoice]
        return sorted(told, key=str)

    assert read_of("Invoiced", "Invoice ID") == ["", "Invoice100", None]
    assert read_of("Invoiced") == ["", "", None]
    assert read_of("Invoice ID") == ["Invoice100", None, None]
    assert read(*rows).entries.invoice is None


def test_a_summary_by_days_is_read_as_far_as_it_goes() -> None:
    titles = ("Date", "Project", "Client", "Description", "Time (h)", "Time (decimal)")
    day = {"Date": "2026-01-05", "Time (h)": "00:38:20", "Client": "(Without client)"}
    file = read(
        {**day, "Project": "Web"},
        {**day, "Project": "(Without project)"},
        titles=titles,
    )
    assert (file.entries.total_s, file.period.start) == (4600, date(2026, 1, 5))
    assert [one.name for one in file.directory.projects] == ["Web"]
    assert not file.directory.clients
    assert "no columns Task, User," in file.lacking[0]


def test_kinds_of_entries_are_those_of_clockify() -> None:
    rows = [
        {**HOUR, "Type": kind, "Task": "Mail", "Tags": "a, b, a"}
        for kind in ("Regular", "Break", "Time off", "Feiertag", "whatever", "")
    ]
    entries = read(*rows).entries
    kinds = [entries.kinds[kind] for kind in entries.kind]
    assert kinds == ["REGULAR", "BREAK", "TIME_OFF", "HOLIDAY", "REGULAR", "REGULAR"]
    assert [entries.tasks[one].name for one in entries.task][:3] == [
        *("Mail", "(Break)", "(Time off)")
    ]
    tags = [[tag.name for tag in entries.tag_sets[one]] for one in entries.tags]
    assert tags[:2] == [["a", "b"], ["(Break)"]]
    assert entries.tag_sets[entries.tags[1]] == (Tag("BREAK", "(Break)"),)  # type: ignore[arg-type]


def test_people_are_told_apart_by_their_addresses() -> None:
    file = read(
        {**HOUR, "Email": "Ann@acme.example", "Group": "Build, Design"},
        {**HOUR, "Email": "ann@ACME.example", "User": "Ann B.", "Group": "Build"},
        {**HOUR, "Email": "other@acme.example"},
        HOUR,
        {**HOUR, "User": "'=1+1"},
        {**HOUR, "User": "", "Email": "x@acme.example"},
    )
    people = file.directory.people
    assert sorted((one.name, one.email) for one in people) == [
        ("=1+1", ""),
        ("Ann", ""),
        ("Ann", "other@acme.example"),
        ("Ann B.", "ann@ACME.example"),
        ("x@acme.example", "x@acme.example"),
    ]
    (ann,) = (one for one in people if one.name == "Ann B.")
    groups = {one.id: one for one in file.directory.groups}
    assert {groups[one].name for one in ann.groups} == {"Build", "Design"}
    assert all(one.members == (ann.id,) for one in groups.values())
    again = read({**HOUR, "Email": "ann@acme.example"}).directory.people
    assert again[0].id == ann.id
    assert ann.id.startswith("csv-")


def test_the_same_entry_has_the_same_id_and_twins_have_two() -> None:
    ids = read(HOUR, HOUR, {**HOUR, "Description": "Talk"}).entries.ids
    assert len(set(ids)) == 3
    assert read({**HOUR, "User": "Bob"}, HOUR).entries.ids[1] in ids
    assert set(read(HOUR, HOUR).entries.ids) < set(ids)


def test_money_is_in_the_currency_of_its_column() -> None:
    eur, usd = "Billable Amount (EUR)", "Billable Amount (USD)"
    titles = (*ENGLISH, "Billable Rate (USD)", usd)
    web, ops = {**HOUR, "Project": "Web"}, {**HOUR, "Project": "Ops"}
    file = read(
        {**web, "Description": "1", eur: "0.00", usd: "20.50"},
        {**web, "Description": "2", eur: "0.00", usd: "0.00"},
        {**ops, "Description": "3", eur: "1,000.00", usd: "0.00"},
        {**ops, "Description": "4", "Billable Rate (USD)": "3.00"},
        {**web, "Description": "5", eur: "1.00", usd: "1.00"},
        {**web, "Description": "6", eur: "much"},
        {**HOUR, "Description": "7", usd: "1"},
        {**HOUR, "Description": "8", usd: "1"},
        {**HOUR, "Project": "New", "Description": "9"},
        titles=titles,
    )
    entries = file.entries
    assert entries.amount_micros is not None
    assert entries.rate_micros is not None
    assert entries.currency is not None
    told = {
        entries.descriptions[entries.description[at]]: (
            (*entries.currencies, "")[entries.currency[at]],
            int(entries.amount_micros[at]),
            int(entries.rate_micros[at]),
        )
        for at in range(len(entries))
    }
    assert told == {
        "1": ("USD", 20_500_000, 0),
        "2": ("USD", 0, 0),
        "3": ("EUR", 10**9, 0),
        "4": ("USD", 0, 3_000_000),
        "5": ("", 0, 0),
        "6": ("", 0, 0),
        "7": ("USD", 10**6, 0),
        "8": ("USD", 10**6, 0),
        "9": ("USD", 0, 0),
    }
    assert file.losses[Loss.AMOUNT, "Ann"] == 2
    assert file.currency == "USD"
    huge = read(*[{**HOUR, eur: "9" * 12}] * 10)
    assert (huge.entries.amount_micros, huge.currency) == (None, None)
    assert "amounts in a.csv are too large" in huge.lacking[0]
    nameless = read(HOUR, titles=(*without(eur), "Billable Amount"))
    assert "name no currency" in nameless.lacking[-1]


def test_what_may_be_billable_is_not_and_is_said() -> None:
    file = read({**HOUR, "Billable": "ja"}, {**HOUR, "Billable": "perhaps"})
    assert sorted(file.entries.billable.tolist()) == [False, True]
    assert file.losses == {(Loss.BILLABLE, "Ann"): 1}


def test_the_days_of_a_file_are_those_in_its_name_where_that_can_be() -> None:
    name = "Clockify_Time_Report_Detailed_{}.csv"
    month = name.format("11_01_2026-11_30_2026")
    assert read(HOUR, name=month).period == Period(
        date(2026, 11, 1), date(2026, 11, 30)
    )
    day = Period(date(2026, 11, 16), date(2026, 11, 16))
    assert read(HOUR, name=name.format("11_17_2026-11_30_2026")).period == day


def test_how_it_was_read_is_said() -> None:
    name = "x_11_01_2026-11_30_2026.csv"
    file = read(
        {**HOUR, "Start Date": "11/10/2026"},
        name=name,
        titles=("Matter", *ENGLISH[1:], "Floor"),
    )
    assert file.remarks == (
        f"Dates in {name} are read as month/day/year, as its name has them",
        f"The column “Matter” of {name} is read as Project",
        f"The column “Floor” of {name} is not read",
    )
    assert file.dates == WrittenDates("MM/DD/YYYY", half_days=False)
    assert read({**HOUR, "Start Time": "9:00 AM"}).dates.half_days


def test_work_over_midnight_tells_the_order_of_dates() -> None:
    night = Logged(datetime(2026, 4, 3, 23), timedelta(hours=2))  # noqa: DTZ001
    for dates, order in (("MM/DD/YYYY", "month"), ("DD/MM/YYYY", "day")):
        form = Form(dates=WrittenDates(dates))
        file = read_export(exported([night], form), "a.csv", BERLIN)
        assert f"read as {order}/" in file.remarks[0]
        assert file.period.start == date(2026, 4, 3)
    day = Logged(datetime(2026, 4, 3, 9), timedelta(hours=2))  # noqa: DTZ001
    with pytest.raises(UnclearDateOrderError, match="04/03/2026"):
        read_export(exported([day]), "a.csv", BERLIN)
    file = read_export(exported([day]), "a.csv", BERLIN, DateOrder.DMY)
    assert file.period.start == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    [
        ("2026-10-25 02:30", "00:15:00", "00:30"),
        ("2026-10-25 02:30", "01:15:00", "00:30"),
        ("2026-10-25 01:30", "02:15:00", "23:30"),
        ("2026-03-29 01:30", "00:45:00", "00:30"),
    ],
)
def test_of_an_hour_that_clocks_show_twice_the_length_tells_which(
    start: str, length: str, expected: str
) -> None:
    begun = datetime.fromisoformat(start).replace(tzinfo=BERLIN)
    hours, minutes, _ = map(int, length.split(":"))
    elapsed = timedelta(hours=hours, minutes=minutes)
    end = datetime.fromtimestamp(begun.timestamp() + elapsed.total_seconds(), BERLIN)
    file = read(
        {
            **DAY,
            "Start Date": f"{begun:%Y-%m-%d}",
            "Start Time": f"{begun:%H:%M}",
            "End Date": f"{end:%Y-%m-%d}",
            "End Time": f"{end:%H:%M}",
            "Duration (h)": length,
        }
    )
    entries = file.entries
    assert (int(entries.start_s[0]), int(entries.end_s[0])) == (
        int(begun.timestamp()),
        int(end.timestamp()),
    )
    told = datetime.fromtimestamp(int(entries.start_s[0]), ZoneInfo("UTC"))
    assert f"{told:%H:%M}" == expected
    assert entries.seconds.tolist() == [elapsed.total_seconds()]
    assert entries.end_offset_min.tolist() == [end.utcoffset() / timedelta(minutes=1)]  # type: ignore[operator]


def test_who_began_in_the_second_of_two_such_hours_did_so() -> None:
    row = {**DAY, "Start Date": "2026-10-25", "End Date": "2026-10-25"}
    row |= {"Start Time": "02:45", "End Time": "03:15", "Duration (h)": "00:30:00"}
    entries = read(row).entries
    begun = datetime(2026, 10, 25, 2, 45, fold=1, tzinfo=BERLIN)
    assert entries.start_s.tolist() == [int(begun.timestamp())]
    assert (entries.end_s - entries.start_s).tolist() == [1800]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "a.csv, line 1: these are no columns"),
        (b"sep=;\na;b\n", "a.csv, line 2: these are no columns"),
        (b"name,age\nAnn,3\n", "no columns of a detailed report"),
        (b"PK\x03\x04", "a.csv: This is a workbook"),
        (b"a\0b", "no text has"),
        (b'Start Date,Duration\n"1/1/2026"x,2\n', "Line 2 is not written as CSV"),
        (b"Start Date,Duration\n", "no time entries"),
        (
            b"Start Date,Duration\n1/1/2026,x\n,\n",
            "No row of a.csv can be read: line 2",
        ),
        (
            b"Start Date,Duration,Who\n1/1/2026,1,Ann\n",
            "which column names people: “Wh",
        ),
    ],
)
def test_what_is_no_export_is_refused_with_words(content: bytes, said: str) -> None:
    with pytest.raises(NoExportError, match=said) as raised:
        read_export(content, "a.csv", BERLIN)
    assert raised.value.advice


def test_a_first_line_may_name_the_separator() -> None:
    text = "sep=|\r\nStart Date|Duration (h)|User\r\n11/16/2026|1:00|Änn\r\nx|1:00|\r\n"
    content = text.encode("cp1252")
    file = read_export(content, "a.csv", BERLIN)
    assert (file.unreadable, file.entries.people[0].name) == ((4,), "Änn")


LINES = ["", ",,,", '"', "11/16/2026,9:00,1:00,Ann", "11/16/2026,9:00,,", "x,9:00,1,"]


@given(st.lists(st.sampled_from(LINES), max_size=5), st.text(max_size=9))
@example(["1/1/1970,0:00,0:00,"], "")
@example(['"', '"'], "")
@example(["12/31/2199,23:59,2000:00,Ann", "1/1/1970,0:00,1,Bob"], "")
def test_no_text_is_too_strange(lines: list[str], end: str) -> None:
    text = "\n".join(["Start Date,Start Time,Duration (h),User", *lines, end])
    try:
        file = read_export(text.encode(errors="surrogatepass"), "a.csv", BERLIN)
    except (NoExportError, UnclearDateOrderError):
        return
    entries = file.entries
    assert len(entries) + len(file.unreadable) + sum(file.losses.values()) >= 1
    assert (entries.end_s >= entries.start_s).all()
    assert (entries.day > 0).all()
    assert np.isin(entries.user, np.arange(len(entries.people))).all()
