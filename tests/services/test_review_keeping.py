import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clockify_desktop.domain.errors import AppError, FileRefusedError
from clockify_desktop.domain.identity import TimeEntryId, WorkspaceId
from clockify_desktop.domain.review_records import (
    EntryVerdict,
    LookedAt,
    ReviewRecords,
    Verdict,
)
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.store.review_database import ReviewUnreadableError
from clockify_desktop.store.review_file import ReviewFile, review_path

ACME = WorkspaceId("w1")
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
LOOKED = LookedAt("who-logged", MONDAY, SUNDAY)
FINE = EntryVerdict("long", TimeEntryId("e1"), Verdict.FINE, NOON)


@pytest.fixture
def told() -> list[AppError]:
    return []


def test_records_come_back_after_the_file_was_closed(
    tmp_path: Path, told: list[AppError]
) -> None:
    async def scene() -> None:
        keeping = ReviewKeeping(review_path(tmp_path, "mia"), told.append)
        await asyncio.gather(keeping.keep(ACME, LOOKED), keeping.keep(ACME, FINE))
        await keeping.close()
        await keeping.close()
        found = await keeping.records(ACME, SUNDAY)
        assert set(found.records) == {LOOKED, FINE}
        await keeping.forget(ACME, FINE)
        assert await keeping.records(ACME, SUNDAY) == ReviewRecords((LOOKED,))
        assert await keeping.records(ACME, date(2028, 1, 1)) == ReviewRecords()
        # What has expired is deleted, not only hidden.
        assert await keeping.records(ACME, SUNDAY) == ReviewRecords()
        await keeping.close()

    asyncio.run(scene())
    assert told == []


def test_a_damaged_file_is_told_of_once(tmp_path: Path, told: list[AppError]) -> None:
    path = review_path(tmp_path, "mia")
    path.write_bytes(b"no database")

    async def scene() -> None:
        keeping = ReviewKeeping(path, told.append)
        assert await keeping.records(ACME, SUNDAY) == ReviewRecords()
        await keeping.keep(ACME, LOOKED)
        await keeping.close()

    asyncio.run(scene())
    assert [type(one) for one in told] == [ReviewUnreadableError]
    file = ReviewFile(path)
    assert file.records(ACME) == (LOOKED,)
    file.close()


def test_where_the_disk_refuses_all_is_kept_for_this_run(
    tmp_path: Path, told: list[AppError]
) -> None:
    (tmp_path / "taken").write_text("no folder")

    async def scene() -> None:
        keeping = ReviewKeeping(review_path(tmp_path / "taken", "mia"), told.append)
        await keeping.keep(ACME, LOOKED)
        assert await keeping.records(ACME, SUNDAY) == ReviewRecords((LOOKED,))
        await keeping.close()

    asyncio.run(scene())
    assert [type(one) for one in told] == [FileRefusedError]


def test_without_a_file_all_is_kept_for_this_run(told: list[AppError]) -> None:
    async def scene() -> None:
        keeping = ReviewKeeping(None, told.append)
        await keeping.keep(ACME, LOOKED)
        assert await keeping.records(ACME, SUNDAY) == ReviewRecords((LOOKED,))
        await keeping.close()

    asyncio.run(scene())
