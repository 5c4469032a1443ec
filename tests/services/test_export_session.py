import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from clockify_desktop.csv_import.date_order import DateOrder
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.day_counting import counting_from
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import KeptBackError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import (
    AbsenceListsNeed,
    AbsencesNeed,
    ApprovalsNeed,
    CapacityNeed,
    DirectoryNeed,
    EntriesNeed,
    FactsNeed,
    MemberProfilesNeed,
    MembersNeed,
    Need,
    ProjectTotalsNeed,
    RecordsNeed,
    TermTotalsNeed,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.report_notes import remarks_of, sentences_of
from clockify_desktop.domain.review_records import DayOff, ReviewRecords
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.domain.table import table_of
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.pages.verdict import sum_verdict
from clockify_desktop.services.export_session import ExportSession, NotExportedError
from clockify_desktop.services.exports import Exports, read_exports
from clockify_desktop.services.report_request import ReportRequest, request_page
from clockify_desktop.services.review_deck import deck_of, review_of, review_page
from clockify_desktop.services.review_keeping import ReviewKeeping
from tests.csv_import.exported import ENGLISH, table

EUR = "Billable Amount (EUR)"
HOUR = {"Start Date": "11/16/2026", "Start Time": "09:00:00", "User": "Ann"}
HOUR |= {"Duration (h)": "01:00:00", "Billable": "Yes", EUR: "50.00", "Tags": "a, b"}
NIGHT = {**HOUR, "User": "Bob", "Start Date": "11/17/2026", "Start Time": "23:30:00"}
NIGHT |= {"Billable": "No", EUR: "0.00", "Tags": "a", "Task": "Mail", "Project": "Web"}
RUNS = {**HOUR, "Start Date": "11/18/2026", "Duration (h)": "", EUR: "0.00"}
DAYS = Period(date(2026, 11, 16), date(2026, 11, 18))
HERE = Workspace(WorkspaceId("w"), "")


def exports_of(folder: Path, *rows: dict[str, str], titles: Any = ENGLISH) -> Exports:
    path = folder / "a.csv"
    path.write_bytes(table(titles, *rows))
    return asyncio.run(read_exports([path], "Europe/Berlin", DateOrder.MDY))


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return exports_of(tmp_path, HOUR, NIGHT, RUNS, {"User": "x"})


def answer(exports: Exports, need: Need) -> Any:
    async def asked() -> Any:
        session = ExportSession(exports)
        try:
            return await session.answers.get(need, refresh=True)
        finally:
            await session.answers.close()

    return asyncio.run(asked())


def test_records_are_kept_by_whoever_keeps_them(exports: Exports) -> None:
    async def asked() -> ReviewRecords:
        async with AsyncExitStack() as stack:
            keeping = ReviewKeeping(None, print)
            stack.push_async_callback(keeping.close)
            session = ExportSession(exports, keeping)
            day_off = DayOff(None, DAYS.start, None)
            await session.keep(HERE, day_off, DayOff(None, DAYS.end, None))
            await session.keep(HERE, day_off, forget=True)
            told: ReviewRecords = await session.answers.get(RecordsNeed(HERE))
            return told

    assert [one.first for one in asyncio.run(asked()).days_off] == [DAYS.end]


def report(
    exports: Exports, *levels: Level, period: Period | None = None, **asked: Any
) -> Report:
    async def told() -> Report:
        session = ExportSession(exports)
        profile = await session.profile()
        (workspace,) = profile.workspaces
        query = ReportQuery(
            workspace, period or exports.period, profile.time_zone, profile.week_start
        )
        await session.keep(workspace)
        return await session.report(replace(query, **asked), levels)

    return asyncio.run(told())


def rows(told: Report, *levels: Level) -> list[tuple[Any, ...]]:
    return [
        (
            *(key.label.name for key in row.keys),
            row.duration_s,
            row.billable_s,
            row.amount,
        )
        for row in table_of(told, levels).rows
        if row.duration_s
    ]


def test_a_report_has_the_time_and_the_money_of_the_files(exports: Exports) -> None:
    told = report(exports, Level.USER, Level.DAY)
    assert rows(told, Level.USER, Level.DAY) == [
        ("Ann", "2026-11-16", 3600, 3600, 50),
        ("Bob", "2026-11-17", 3600, 0, 0),
    ]
    assert told.losses == {(Loss.RUNNING, "Ann"): 1, (Loss.UNREADABLE, ""): 1}
    assert sentences_of(told) == (
        "1 row of a.csv could not be read: line 5.",
        "1 entry is still running (Ann).",
    )
    assert remarks_of(told) == (
        "Ids are made from names and e-mail addresses: exports have none.",
    )
    said = sum_verdict(told, EVERYTHING, DurationFormat.MINUTES)
    assert said == "2:00 in the file"
    assert (told.server_total_s, told.difference_s) == (None, None)


def test_levels_that_facts_are_too_coarse_for_are_there(exports: Exports) -> None:
    by_tag = report(exports, Level.TAG)
    assert [row[:2] for row in rows(by_tag, Level.TAG)] == [("a", 7200), ("b", 3600)]
    assert by_tag.facts.total_s == 7200
    by_tags = report(exports, Level.TAGS, Level.TASK)
    assert [row[:3] for row in rows(by_tags, Level.TAGS, Level.TASK)] == [
        ("a", "Mail", 3600),
        ("a + b", "(Without task)", 3600),
    ]


def test_days_are_counted_as_somebody_chose(exports: Exports) -> None:
    split = counting_from(midnight="split")
    told = report(exports, Level.DAY, counting=split)
    assert rows(told, Level.DAY) == [
        ("2026-11-16", 3600, 3600, 50),
        ("2026-11-17", 1800, 0, 0),
        ("2026-11-18", 1800, 0, 0),
    ]
    assert told.begun_s == 7200
    elsewhere = report(exports, Level.DAY, time_zone="Asia/Dhaka")
    assert [row[0] for row in rows(elsewhere, Level.DAY)] == [
        "2026-11-16",
        "2026-11-18",
    ]


def test_days_that_no_file_tells_of_are_not_empty_ones(exports: Exports) -> None:
    wide = report(exports, period=Period(date(2026, 11, 9), date(2026, 11, 22)))
    assert sentences_of(wide)[1] == (
        "Of other days than 16–18 Nov 2026 the file tells nothing."
    )
    before = Period(date(2026, 11, 9), date(2026, 11, 15))
    with pytest.raises(NotExportedError, match="No time of 9–15 Nov 2026 is"):
        report(exports, period=before)
    with pytest.raises(NotExportedError, match="It holds 16–18 Nov 2026"):
        answer(exports, EntriesNeed(exports.workspace, before, "UTC", 0))


def test_entries_are_those_of_the_days(exports: Exports) -> None:
    monday = Period(date(2026, 11, 16), date(2026, 11, 16))
    need = EntriesNeed(exports.workspace, monday, "Europe/Berlin", 0)
    assert answer(exports, need).entries.total_s == 3600
    every = answer(exports, replace(need, period=DAYS))
    assert every.entries.running.tolist() == [False, True, False]
    assert np.array_equal(every.entries.ids, exports.entries.ids)


def test_what_a_file_does_not_say_is_withheld(tmp_path: Path) -> None:
    titles = tuple(one for one in ENGLISH if one not in {"Billable", EUR})
    told = report(exports_of(tmp_path, HOUR, titles=titles))
    assert (told.facts.billable_seconds, told.facts.amount_micros) == (None, None)
    assert told.billable_withheld
    assert sentences_of(told) == ("a.csv has no columns Billable, Billable Amount.",)


def test_the_rest_is_refused_with_words(exports: Exports) -> None:
    assert answer(exports, DirectoryNeed(HERE)) is exports.directory
    assert answer(exports, RecordsNeed(HERE)) == ReviewRecords()
    needs: tuple[Need, ...] = (
        *(AbsenceListsNeed(HERE), AbsencesNeed(HERE, DAYS), ApprovalsNeed(HERE, DAYS)),
        *(CapacityNeed(HERE), MemberProfilesNeed(HERE), MembersNeed(HERE)),
        *(ProjectTotalsNeed(HERE), TermTotalsNeed(HERE, DAYS.end, "UTC")),
        FactsNeed(HERE, DAYS, "UTC", 0),
    )
    for need in needs:
        with pytest.raises(KeptBackError, match="not in the file"):
            answer(exports, need)


def test_the_review_on_paper_says_how_files_were_read(exports: Exports) -> None:
    page = review_page(PAGES)
    request = ReportRequest(None, FixedPeriod(DAYS), None)
    asked = request_page(ExportSession(exports), request, page, datetime.now(UTC))
    told, selection, answers = asyncio.run(asked)
    deck = deck_of(
        review_of(page, told, answers, selection, ViewOptions()), hidden=False
    )
    assert ("How it was read", remarks_of(told)) in deck.counted
    assert "not compared" in deck.foot
    assert deck.verdict == "2:00 in the file"
