from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.two_lists_content import LEFT, RIGHT, TwoListsContent
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.entries_beside import TwoEntriesContent, beside
from clockify_desktop.pages.entries_list import EntriesContent, entries_content
from clockify_desktop.pages.page import ComparedPart, ViewOptions
from tests.domain.few_entries import ANN, BOB, OPS, One, entries_of

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
TRAIL = ("What changed", "Web")
THIS = Period(date(2026, 11, 16), date(2026, 11, 22))
BEFORE = Period(date(2026, 11, 9), date(2026, 11, 15))
MakeReport = Callable[..., Report]


@pytest.fixture
def two(make_report: MakeReport) -> Callable[..., TwoEntriesContent]:
    def listed(period: Period, ones: tuple[One, ...]) -> EntriesContent:
        entries = entries_of(*ones)
        facts = entries.as_facts()
        made = make_report([], (ANN, BOB), (), directory=Directory((ANN, BOB)))
        query = replace(made.query, period=period)
        report = replace(made, query=query, facts=facts, server_total_s=facts.total_s)
        told = EntryReport(entries, NOW, entries.total_s)
        view = ViewOptions()
        return entries_content(report, told, EVERYTHING, view, TRAIL, is_half=True)

    def make(now: tuple[One, ...], before: tuple[One, ...]) -> TwoEntriesContent:
        left, right = listed(THIS, now), listed(BEFORE, before)
        part = ComparedPart(right.query, right.narrowed, BEFORE, THIS)
        return beside(left, right, part)

    return make


Two = Callable[..., TwoEntriesContent]
ONES = (
    One("2026-11-16 09:00", 60, id="mon"),
    One("2026-11-16 11:00", 30, id="late"),
    One("2026-11-18 09:00", 90, BOB, project=OPS, id="wed"),
)
EARLIER = (
    One("2026-11-09 09:00", 45, id="mon before"),
    One("2026-11-10 09:00", 15, description="", id="tue before"),
)


def rows(content: TwoEntriesContent, side: int) -> list[str]:
    assert isinstance(content.chart, TwoListsContent)
    one = content.chart.lists[side]
    return [" ".join(filter(None, one.cells(row))) for row in range(one.rows)]


def test_the_same_day_of_both_stands_at_one_height(two: Two) -> None:
    content = two(ONES, EARLIER)
    assert rows(content, LEFT) == [
        "Mon 16 Nov 1:30",
        "09:00\u201310:00 1:00 Ann Web",
        "11:00\u201311:30 0:30 Ann Web",
        "",
        "",
        "Wed 18 Nov 1:30",
        "14:00\u201315:30 1:30 Bob Ops",
    ]
    assert rows(content, RIGHT) == [
        "Mon 9 Nov 0:45",
        "09:00\u201309:45 0:45 Talk –",
        "",
        "Tue 10 Nov 0:15",
        "09:00\u201309:15 0:15 – –",
        "",
        "",
    ]
    left, right = content.chart.lists  # type: ignore[attr-defined]  # told above
    assert (left.title, right.title) == (
        "16\u201322 Nov 2026 · 3:00",
        "9\u201315 Nov 2026 · 1:00",
    )
    assert content.sentence == (
        "16\u201322 Nov 2026: 3 entries on 2 days, 3:00."
        " 9\u201315 Nov 2026: 2 entries on 2 days, 1:00."
    )
    assert left.total[:2] == ("3 entries", "3:00")
    assert "to the second" not in "".join(left.total)


def test_each_entry_is_told_from_its_own_list(two: Two) -> None:
    content = two(ONES, EARLIER)
    assert content.first_mark == "entry:mon"
    assert content.place_of("entry:wed") == ChartHit(6, LEFT)
    assert content.place_of("entry:tue before") == ChartHit(4, RIGHT)
    assert content.place_of("entry:gone") is None
    days = {
        mark: dict(content.sheet_of(mark).lines)["Day"]
        for mark in ("entry:mon", "entry:mon before")
    }
    assert days == {
        "entry:mon": "Mon 16 Nov 2026",
        "entry:mon before": "Mon 9 Nov 2026",
    }
    assert content.narrowed_to("entry:late").days == {date(2026, 11, 16)}
    assert content.narrowed_to("entry:tue before").days == {date(2026, 11, 10)}
    assert "Mon 9 Nov" in content.question_about("entry:mon before")
    assert "Wed 18 Nov" in content.question_about("entry:wed")
    assert two((), EARLIER).first_mark == "entry:mon before"


def test_files_and_the_clipboard_have_both(two: Two) -> None:
    content = two(ONES, EARLIER)
    ids = [row[-1] for row in content.file.rows]
    assert ids == ["mon", "late", "wed", "mon before", "tue before"]
    copied = content.copied
    assert [line[0] for line in copied.lines] == [
        *("Mon 16 Nov", "Mon 16 Nov", "Wed 18 Nov", "Mon 9 Nov", "Tue 10 Nov")
    ]
    assert len(set(copied.titles)) == len(copied.titles)
    person = copied.titles.index("Person")
    assert [line[person] for line in copied.lines] == ["Ann", "Ann", "Bob", "", ""]
    assert copied.to_the_right[copied.titles.index("Time")]
    assert "<td" in copied.html()
