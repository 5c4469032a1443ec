import asyncio
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clockify_desktop.csv_import.date_order import DateOrder
from clockify_desktop.csv_import.errors import NoExportError
from clockify_desktop.domain.errors import FileRefusedError, UsageError
from clockify_desktop.domain.period import Period
from clockify_desktop.services import exports
from clockify_desktop.services.exports import Exports, read_exports
from tests.csv_import.exported import ENGLISH, table

HOUR = {"Start Date": "11/16/2026", "Start Time": "09:00:00", "User": "Ann"}
HOUR |= {"Duration (h)": "01:00:00", "Billable": "Yes", "Email": "ann@acme.example"}
NEXT = {**HOUR, "Start Date": "11/17/2026"}


def read(folder: Path, *files: bytes, zone: str | None = "Europe/Berlin") -> Exports:
    paths = [folder / f"part {at}.csv" for at in range(len(files))]
    for path, content in zip(paths, files, strict=True):
        path.write_bytes(content)
    return asyncio.run(read_exports(paths, zone, DateOrder.MDY))


def test_what_stands_in_several_files_counts_once(tmp_path: Path) -> None:
    first = table(ENGLISH, HOUR, HOUR, NEXT)
    later = table(ENGLISH, HOUR, NEXT, {**NEXT, "Start Time": "12:00:00"})
    both = read(tmp_path, first, later)
    assert both.entries.total_s == 4 * 3600
    assert both.period == Period(date(2026, 11, 16), date(2026, 11, 17))
    assert both.workspace.name == "part 0 and 1 more"
    assert "2 rows stand in several files and count once" in both.source.remarks
    three = read(tmp_path, table(ENGLISH, HOUR), table(ENGLISH, HOUR))
    assert "1 row stands in several files and counts once" in three.source.remarks
    alone = read(tmp_path, first)
    assert (alone.entries.total_s, len(alone.source.remarks)) == (3 * 3600, 0)
    path = tmp_path / "part 0.csv"
    twice = asyncio.run(read_exports([path, path], "Europe/Berlin", DateOrder.MDY))
    assert twice.source == alone.source


def test_what_files_say_of_people_and_teams_is_put_together(tmp_path: Path) -> None:
    eur = "Billable Amount (EUR)"
    both = read(
        tmp_path,
        table(ENGLISH, {**HOUR, "Group": "Build", "Project": "Web", eur: "1.00"}),
        table(
            (*(one for one in ENGLISH if "EUR" not in one), "Billable Amount (USD)"),
            {**NEXT, "User": "Ann B.", "Group": "Design", "Client": "Acme"},
            {**NEXT, "Email": "x@acme.example", "Project": "Web", "Client": "Acme"},
            {"Start Date": "never"},
        ),
    )
    (ann,) = (one for one in both.directory.people if one.email == HOUR["Email"])
    names = {group.id: group.name for group in both.directory.groups}
    assert (ann.name, [names[one] for one in ann.groups]) == (
        "Ann B.",
        ["Build", "Design"],
    )
    assert all(ann.id in group.members for group in both.directory.groups)
    assert [one.client_name for one in both.directory.projects] == ["", "Acme"]
    assert [one.name for one in both.directory.clients] == ["Acme"]
    assert sorted(both.entries.currencies) == ["EUR", "USD"]
    assert (both.workspace.currency, both.unreadable) == ("EUR", 1)


@pytest.mark.parametrize(
    ("told", "zone"),
    [("Asia/Dhaka", "Asia/Dhaka"), ("Nowhere/At-all", "UTC"), (None, "UTC")],
)
def test_without_a_zone_it_is_that_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str | None, zone: str
) -> None:
    monkeypatch.setattr(exports, "system_zone", lambda: told)
    found = read(tmp_path, table(ENGLISH, HOUR), zone=None)
    assert found.time_zone == zone
    assert found.source.remarks[0] == (
        f"Times are those of {zone}, as this computer has them: exports name no zone."
        " --time-zone names another"
    )


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match=r"gone\.csv could not be read"):
        asyncio.run(read_exports([tmp_path / "gone.csv"], "UTC"))
    with pytest.raises(NoExportError):
        read(tmp_path, b"name\n")
    with pytest.raises(UsageError):
        read(tmp_path, table(ENGLISH, HOUR), zone="Nowhere")


def test_files_end_with_their_days_or_when_they_were_written(tmp_path: Path) -> None:
    name = "Clockify_Time_Report_Detailed_11_16_2026-11_22_2026.csv"
    path = tmp_path / name
    path.write_bytes(table(ENGLISH, HOUR, NEXT))
    # The last one has begun at 8 o'clock of UTC on Tuesday.
    for day, hour, told in (
        (30, 0, (22, 23)),
        (18, 6, (18, 6)),
        (2, 0, (17, 8)),
    ):
        written_s = datetime(2026, 11, day, hour, tzinfo=UTC).timestamp()
        os.utime(path, (written_s, written_s))
        with_zone = asyncio.run(read_exports([path], "Europe/Berlin"))
        assert with_zone.told_until == datetime(2026, 11, *told, tzinfo=UTC)
        assert with_zone.written_at >= with_zone.told_until


def test_what_a_disk_does_not_say_is_now(tmp_path: Path) -> None:
    now_s = datetime.now(UTC).timestamp()
    assert now_s <= exports._changed_s(tmp_path / "gone") <= now_s + 60
