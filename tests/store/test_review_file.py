import os
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.domain.identity import (
    ProjectId,
    TimeEntryId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.review_records import (
    DayOff,
    EntryVerdict,
    LookedAt,
    ProjectDates,
    ReviewRecord,
    SetCapacity,
    Verdict,
)
from clockify_desktop.store import review_database
from clockify_desktop.store.review_database import (
    ReviewTooNewError,
    ReviewUnreadableError,
)
from clockify_desktop.store.review_file import (
    ReviewFile,
    forget_reviews,
    review_files,
    review_path,
)

ACME, OTHER = WorkspaceId("w1"), WorkspaceId("w2")
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
LOOKED = LookedAt("who-logged", MONDAY, SUNDAY)
FINE = EntryVerdict("long", TimeEntryId("e1"), Verdict.FINE, NOON, "a night shift")
OFF = DayOff(UserId("u1"), MONDAY, None, "a freelancer")
RECORDS = (
    LOOKED,
    FINE,
    OFF,
    DayOff(None, SUNDAY, SUNDAY),
    SetCapacity(UserId("u1"), MONDAY, (28800,) * 5 + (0, 0)),
    ProjectDates(ProjectId("p1"), None, SUNDAY),
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
days = st.dates(date(2000, 1, 1))
instants = st.datetimes(timezones=st.just(UTC))
records = st.one_of(
    st.builds(LookedAt, texts, days, days),
    st.builds(EntryVerdict, texts, texts, st.sampled_from(Verdict), instants, texts),
    st.builds(DayOff, st.none() | texts, days, st.none() | days, texts),
    st.builds(SetCapacity, texts, days, st.tuples(*[st.integers(0, 86400)] * 7)),
    st.builds(ProjectDates, texts, st.none() | days, st.none() | days),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return review_path(tmp_path / "own", "mia@acme.example · USA")


def kept(path: Path, *found: ReviewRecord) -> None:
    with closing(ReviewFile(path)) as file:
        for record in found:
            file.keep(ACME, record)


def read(path: Path) -> set[ReviewRecord]:
    with closing(ReviewFile(path)) as file:
        return set(file.records(ACME))


def test_what_was_said_comes_back(path: Path) -> None:
    kept(path, *RECORDS)
    assert read(path) == set(RECORDS)
    with closing(ReviewFile(path)) as file:
        assert file.records(OTHER) == ()
        file.forget(ACME, FINE)
        file.forget(OTHER, LOOKED)
        file.keep(ACME, DayOff(OFF.user, OFF.first, SUNDAY, "until Sunday"))
    left = read(path)
    assert FINE not in left
    assert LOOKED in left
    assert OFF not in left
    assert len(left) == len(RECORDS) - 1
    # Closed, it is one file.
    assert review_files(path.parent) == (path,)


@given(st.lists(records, max_size=5))
def test_whatever_is_said_comes_back(found: list[ReviewRecord]) -> None:
    with closing(ReviewFile(None)) as file:
        by_key = {}
        for record in found:
            file.keep(ACME, record)
            key = [getattr(record, name) for name in type(record).KEY]
            by_key[type(record), *key] = record
        assert set(file.records(ACME)) == set(by_key.values())


def test_of_what_is_said_together_all_is_kept_or_nothing(path: Path) -> None:
    kept(path, FINE)
    nothing: Any = object()
    with closing(ReviewFile(path)) as file:
        with pytest.raises(AttributeError):
            file.keep(ACME, LOOKED, nothing)
        with pytest.raises(AttributeError):
            file.forget(ACME, FINE, nothing)
        assert file.records(ACME) == (FINE,)
        file.keep(ACME, LOOKED, OFF)
        file.forget(ACME, FINE, LOOKED)
    assert read(path) == {OFF}


def test_what_has_expired_is_neither_told_nor_kept(path: Path) -> None:
    kept(path, *RECORDS)
    with closing(ReviewFile(path)) as file:
        lasting = set(RECORDS) - {LOOKED, FINE}
        assert set(file.records(ACME, date(2027, 6, 1))) == lasting
        assert set(file.records(ACME)) == set(RECORDS)
        file.forget_expired(date(2027, 6, 1))
        assert set(file.records(ACME)) == lasting


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_nobody_else_may_read_it(path: Path) -> None:
    with closing(ReviewFile(path)) as file:
        file.keep(ACME, LOOKED)
        found = review_files(path.parent)
        assert len(found) > 1
        assert {stat.S_IMODE(one.stat().st_mode) for one in found} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_another_account_has_another_file(tmp_path: Path) -> None:
    names = ("mia", "Mia", "../mia", "mia\udcff", "a/b", "x" * 5000)
    found = {review_path(tmp_path, name) for name in names}
    assert len(found) == len(names)
    assert {one.parent for one in found} == {tmp_path}


def test_one_account_is_forgotten(path: Path) -> None:
    kept(path, LOOKED)
    path.with_name(f"{path.name}.unreadable-1").write_text("damaged")
    other = review_path(path.parent, "ben")
    kept(other, FINE)
    forget_reviews(path.parent, "mia@acme.example · USA")
    assert review_files(path.parent) == (other,)
    forget_reviews(path.parent / "nowhere", "mia")


def flip(path: Path, wanted: bytes) -> None:
    content = path.read_bytes()
    at = content.index(wanted)
    damaged = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
    path.write_bytes(damaged)


def test_a_damaged_file_is_set_aside_and_what_is_whole_stays(path: Path) -> None:
    kept(path, *RECORDS)
    before = path.read_bytes()
    # Of this SQLite's own check notices nothing.
    flip(path, b"a night shift")
    with pytest.raises(ReviewUnreadableError) as told:
        ReviewFile(path)
    assert told.value.aside.read_bytes() != before
    assert f"{len(RECORDS) - 1} records" in told.value.advice
    assert read(path) == set(RECORDS) - {FINE}
    assert told.value.aside in review_files(path.parent)


@pytest.mark.parametrize(
    "content", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 5000, b""]
)
def test_what_is_no_such_file_is_set_aside_too(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    if content:
        with pytest.raises(ReviewUnreadableError) as told:
            ReviewFile(path)
        assert told.value.aside.read_bytes() == content
    assert read(path) == set()


def test_a_cut_file_is_set_aside(path: Path) -> None:
    with closing(ReviewFile(path)) as file:
        for number in range(400):
            entry = TimeEntryId(f"e{number:04}")
            file.keep(ACME, EntryVerdict("long", entry, Verdict.ASK, NOON, "x" * 99))
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(ReviewUnreadableError):
        ReviewFile(path)
    assert len(read(path)) < 400


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files")
@pytest.mark.parametrize("kind", ["pipe", "endless"])
def test_what_is_no_file_is_not_waited_for(path: Path, kind: str) -> None:
    path.parent.mkdir()
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(ReviewUnreadableError):
        ReviewFile(path)
    assert read(path) == set()


def test_a_newer_versions_file_is_left_as_it_is(path: Path) -> None:
    kept(path, LOOKED)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(ReviewTooNewError):
        ReviewFile(path)
    assert path.read_bytes() == before


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("no folder")
    with pytest.raises(FileRefusedError, match="could not be written"):
        ReviewFile(review_path(tmp_path / "taken", "mia"))


def test_a_file_that_another_program_holds_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_database, "_WAIT_S", 0.01)
    with closing(ReviewFile(path)) as file:
        file.keep(ACME, LOOKED)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(FileRefusedError, match="could not be written"):
                file.keep(ACME, FINE)
            other.execute("ROLLBACK")
        file.keep(ACME, FINE)
    assert read(path) == {LOOKED, FINE}
