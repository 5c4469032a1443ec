from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.cells import Cells
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, LevelCells, Selection
from clockify_desktop.pages.entries_list import (
    BACK,
    EntriesContent,
    entries_content,
)
from clockify_desktop.pages.entry_file import ENTRY_COLUMNS
from clockify_desktop.pages.page import ViewOptions
from tests.domain.few_entries import (
    ANN,
    BOB,
    HOME,
    MAIL,
    NO_PROJECT,
    OPS,
    URGENT,
    WEB,
    One,
    entries_of,
)

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
TRAIL = ("Where time went", "Ann", "Web")
MakeReport = Callable[..., Report]
ONES = (
    One("2026-11-17 09:00", 60, task=MAIL, billable=True, approval="r1", id="mail"),
    One("2026-11-16 14:00", 50, description="Call", tags=(HOME,), id="call"),
    One("2026-11-16 09:00", 85, billable=True, approval="r1", locked=True, id="web"),
    One("2026-11-16 17:00", 90, project=OPS, id="ops"),
    One("2026-11-16 09:00", 30, BOB, id="bob"),
    One("2026-11-18 09:00", None, id="running"),
)


def report_of(make_report: MakeReport, ones: tuple[One, ...]) -> Report:
    """Make the report that has the facts of entries."""
    facts = entries_of(*ones).as_facts(by_tag=True)
    projects = (WEB, OPS, NO_PROJECT)
    told = make_report([], (ANN, BOB), projects, directory=Directory((ANN, BOB)))
    return replace(told, facts=facts, server_total_s=facts.total_s)


@pytest.fixture
def opened(make_report: MakeReport) -> Callable[..., EntriesContent]:
    def make(
        selection: Selection,
        *ones: One,
        **more: Any,
    ) -> EntriesContent:
        ones = ones or ONES
        entries = entries_of(*ones)
        told = EntryReport(entries, NOW, entries.total_s)
        report = report_of(make_report, ones)
        return entries_content(report, told, selection, ViewOptions(), TRAIL, **more)

    return make


Opened = Callable[..., EntriesContent]
ANN_ON_WEB = Selection(
    people=frozenset({ANN.id}), projects=frozenset({ProjectId("web")})
)


def listed(content: EntriesContent) -> list[tuple[str, ...]]:
    chart = content.own_list
    return [tuple(chart.cells(row)) for row in range(chart.rows)]


def heads(content: EntriesContent) -> list[str]:
    return [column.title for column in content.own_list.columns]


def test_entries_stand_below_the_heads_of_their_days(opened: Opened) -> None:
    content = opened(ANN_ON_WEB, approved={"r1": "approved"})
    assert heads(content) == [
        *("As logged", "Time", "Description", "Task", "Tags", "Billable", "State")
    ]
    assert listed(content) == [
        ("Mon 16 Nov", "2:15", "", "of 3:45 that day", "", "", ""),
        ("09:00–10:25", "1:25", "Talk", "–", "–", "yes", "approved, locked"),
        ("14:00–14:50", "0:50", "Call", "–", "Home", "no", "not submitted"),
        ("Tue 17 Nov", "1:00", "", "of 1:00 that day", "", "", ""),
        ("09:00–10:00", "1:00", "Talk", "Mail", "–", "yes", "approved"),
        ("Wed 18 Nov", "0:00", "", "of 0:00 that day", "", "", ""),
        (
            *("since Wed 18 Nov, 09:00", "–", "Talk", "–", "–", "no"),
            "not submitted",
        ),
    ]
    assert content.own_list.heads == {0, 3, 5}
    assert content.own_list.shares == {0: pytest.approx(2.25 / 3.75), 3: 1.0}
    assert content.sentence == (
        "4 entries on 3 days: 3:15, 2:25 of it billable."
        " 2 are not submitted, 1 is approved, 1 is approved and locked."
    )
    assert content.own_list.total == (
        *("4 entries", "3:15", "what was opened, to the second", "", ""),
        *("2:25 billable", ""),
    )
    assert content.title == "Web"
    assert "Where time went › Ann › Web" in content.own_list.title
    assert content.difference_s == 0
    assert not content.lacking


def test_columns_that_tell_nothing_are_left_out_and_others_come(
    opened: Opened,
) -> None:
    plain = opened(ANN_ON_WEB, One("2026-11-16 09:00"))
    assert heads(plain) == [
        *("As logged", "Time", "Description", "Task", "Tags", "Billable")
    ]
    every = opened(EVERYTHING)
    assert heads(every)[:5] == [
        *("As logged", "Berlin, yours", "Time", "Person", "Description")
    ]
    assert "Project" in heads(every)
    bob = next(row for row in listed(every) if "Bob" in row)
    assert bob[:2] == ("14:00–14:30", "09:00–09:30")
    assert every.own_list.names == ("Ann", "Bob")


def test_by_how_much_the_sum_differs_from_what_was_opened_is_said(
    make_report: MakeReport,
) -> None:
    report = report_of(make_report, ONES)
    entries = entries_of(*ONES[1:])
    told = EntryReport(entries, NOW, entries.total_s)
    content = entries_content(report, told, ANN_ON_WEB, ViewOptions(), TRAIL)
    assert content.difference_s == -3600
    assert content.own_list.total[2] == "1:00:00 less than what was opened"
    (said,) = content.lacking
    assert said.startswith("The entries add up to 2:15:00, what was opened to 3:15:00:")
    # What is wrong elsewhere is told too, where this agrees.
    other = replace(told, server_total_s=1)
    ops = Selection(projects=frozenset({OPS.id}))
    content = entries_content(report, other, ops, ViewOptions(), TRAIL)
    assert content.difference_s == 0
    assert "Clockify's own sum" in content.lacking[0]


def test_everything_is_told_of_one_entry(opened: Opened) -> None:
    content = opened(ANN_ON_WEB, approved={"r1": "rejected"})
    sheet = content.sheet_of("entry:web")
    assert sheet.title == "Talk"
    assert dict(sheet.lines) == {
        "Person": "Ann",
        "Day": "Mon 16 Nov 2026",
        "As logged": "09:00–10:25",
        "Time": "1:25",
        "Description": "Talk",
        "Project": "Web",
        "Client": "Acme",
        "Task": "–",
        "Tags": "–",
        "Billable": "yes",
        "State": "rejected, locked",
    }
    assert "Description\tTalk\n" in sheet.text
    narrowed = content.narrowed_to("entry:web")
    assert narrowed.people == {ANN.id}
    assert narrowed.days == {date(2026, 11, 16)}
    day = f"day:{date(2026, 11, 16).toordinal()}"
    assert content.narrowed_to(day).days == {date(2026, 11, 16)}


def test_an_entry_of_another_time_zone_is_told_by_both_clocks(opened: Opened) -> None:
    content = opened(EVERYTHING, One("2026-11-16 23:30", 60, BOB, description=" "))
    assert heads(content)[:2] == ["Dhaka, logged", "Berlin, yours"]
    sheet = content.sheet_of(content.first_mark)
    told = dict(sheet.lines)
    assert sheet.title == "No description"
    assert told["As logged"].endswith(", Asia/Dhaka")
    assert told["Yours"] == "23:30–00:30 +1, Europe/Berlin"
    assert told["Counts on"] == "Mon 16 Nov, the day it began"


def test_all_of_them_stand_in_the_table_and_in_the_file(opened: Opened) -> None:
    content = opened(ANN_ON_WEB)
    table = content.table
    assert table.total == ("4 entries", "", "3:15")
    assert table.texts(1) == ("Call", "Mon 16 Nov", "0:50")
    assert table.arranged(words="call").tolist() == [1]
    assert table.arranged(by=1, falling=True).tolist() == [3, 2, 1, 0]
    assert table.arranged(by=2).tolist() == [3, 1, 2, 0]
    assert table.mark(1) == "entry:call"
    file = content.file
    assert file.columns == ENTRY_COLUMNS
    assert [row[-1] for row in file.rows] == ["web", "call", "mail", "running"]
    assert dict(zip(file.columns, file.rows[1], strict=True))["tags"] == "Home"
    assert file.total_s == 195 * 60


def test_descriptions_may_be_hidden_everywhere(opened: Opened) -> None:
    content = opened(ANN_ON_WEB, descriptions=False)
    assert "Description" not in heads(content)
    assert content.own_list.columns[content.own_list.bars_in].title == "Task"
    assert "description" not in content.file.columns
    assert all(len(row) == len(content.file.columns) for row in content.file.rows)
    sheet = content.sheet_of("entry:call")
    assert sheet.title == "Entry"
    said = [
        *content.table.texts(1),
        content.copied.tab_separated(),
        content.question_about("entry:call"),
    ]
    said.append(sheet.text)
    assert not any("Call" in text for text in said)


def test_the_list_is_copied_and_asked_about(opened: Opened) -> None:
    content = opened(ANN_ON_WEB, One("2026-11-16 09:00", 60, description="=1+1"))
    assert content.copied.tab_separated() == (
        "Day\tAs logged\tTime\tDescription\tTask\tTags\tBillable\n"
        "Mon 16 Nov\t09:00–10:00\t1:00\t'=1+1\t–\t–\tno\n"
    )
    assert content.first_mark == "entry:e0"
    assert content.place_of(content.first_mark) == ChartHit(1, 0)
    assert content.place_of("entry:gone") is None
    assert content.question_about("entry:e0") == (
        "Hello Ann,\n\nabout your time on Mon 16 Nov 2026 in Clockify:\n"
        "09:00–10:00 (Europe/Berlin), Web, =1+1\n\n"
    )
    assert content.actions == (BACK,)
    assert not opened(Selection(people=frozenset())).first_mark


def test_nothing_behind_it_is_an_empty_list(opened: Opened) -> None:
    nobody = Selection(people=frozenset({UserId("gone")}))
    content = opened(nobody)
    assert content.is_empty
    assert content.sentence == "0 entries on 0 days: 0:00, 0:00 of it billable."
    assert not content.file.rows


levels = st.sampled_from([Level.USER, Level.PROJECT, Level.DAY, Level.TAG, Level.TASK])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_the_sum_is_that_of_any_cell(
    make_report: MakeReport, data: st.DataObject
) -> None:
    ones = tuple(
        One(
            f"2026-11-{day} {hour:02}:00",
            minutes,
            person,
            project,
            tags=tuple(tags),
            billable=billable,
            id=f"e{at}",
        )
        for at, (day, hour, minutes, person, project, tags, billable) in enumerate(
            data.draw(
                st.lists(
                    st.tuples(
                        st.integers(16, 19),
                        st.integers(0, 23),
                        st.integers(0, 300),
                        st.sampled_from([ANN, BOB]),
                        st.sampled_from([WEB, OPS, NO_PROJECT]),
                        st.lists(st.sampled_from([URGENT, HOME]), unique=True),
                        st.booleans(),
                    ),
                    min_size=1,
                    max_size=12,
                )
            )
        )
    )
    report = report_of(make_report, ones)
    rows, columns = data.draw(levels), data.draw(levels | st.none())
    row = data.draw(st.sampled_from(report.axis(rows).keys)).label.mark
    marks = ["one:billable", "one:not-billable"]
    if columns is not None:
        marks = [key.label.mark for key in report.axis(columns).keys]
    cell = Cells(cells=frozenset({(row, data.draw(st.sampled_from(marks)))}))
    selection = Selection(cells=LevelCells(rows, columns, cell))
    entries = entries_of(*ones)
    told = EntryReport(entries, NOW, entries.total_s)
    content = entries_content(report, told, selection, ViewOptions(), TRAIL)
    assert content.difference_s == 0
    shown = content.rows.shown
    assert len(np.unique(shown)) == len(shown)
    inside = report.narrowed(selection)
    # Under one tag an entry stands once, be it the first of its tags or not.
    bar = inside if Level.TAG in {rows, columns} else inside.once
    assert int(entries.seconds[shown].sum()) == int(bar.seconds.sum())
