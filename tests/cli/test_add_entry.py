import asyncio
import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clockify_desktop.api.client import Clockify
from clockify_desktop.cli import add_entry
from clockify_desktop.services.entry_adding import Draft, EntryRequest

Run = Callable[..., tuple[int, bytes, str]]

# Long before the sample's own entries of that workspace's last week.
ENTRY = (
    "add-entry",
    "--start",
    "2026-06-07T08:00",
    "--end",
    "2026-06-07T09:30",
    "--description",
    "Inventory",
)


def seconds(cli: Run, *more: str) -> int:
    _, out, _ = cli(
        "report", "--period", "2026-06-07", "--format", "json", "--no-zero", *more
    )
    total = json.loads(out)["total_seconds"]
    assert isinstance(total, int)
    return total


def test_an_entry_is_there_afterwards(cli: Run) -> None:
    before = seconds(cli)
    code, out, err = cli(*ENTRY, "--project", "internal", "--yes")
    assert (code, err) == (0, "")
    assert b"Added 1:30:00 from 2026-06-07T08:00:00+02:00 on Internal" in out
    assert seconds(cli) == before + 5400
    assert seconds(cli, "--project", "Internal") >= 5400


def test_what_would_steer_a_terminal_is_not_shown(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare = add_entry.prepare_entry

    async def renamed(clockify: Clockify, request: EntryRequest) -> Draft:
        draft = await prepare(clockify, request)
        workspace = replace(draft.workspace, name="\u202eAc\x1b[2Jme")
        return replace(draft, workspace=workspace)

    monkeypatch.setattr(add_entry, "prepare_entry", renamed)
    _, out, _ = cli(*ENTRY, "--yes")
    assert "in \ufffdAc\ufffd[2Jme. Its id is" in out.decode()


def test_an_offset_and_billable_are_taken_as_given(cli: Run) -> None:
    code, out, _ = cli(
        *ENTRY[:1],
        *("--start", "2026-06-07T08:00+00:00", "--end", "2026-06-07T10:00+01:00"),
        *("--billable", "--yes"),
    )
    assert code == 0
    assert b"1:00:00 from 2026-06-07T10:00:00+02:00 on no project, billable" in out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--start", "soon"), 2, "“soon” is no point in time"),
        (("--end", "2026-06-07T07:00"), 2, "does not end after it starts"),
        (("--time-zone", "Mars"), 2, "no time zone called"),
        (
            ("--start", "2026-03-29T02:30", "--end", "2026-03-29T05:00"),
            2,
            "no clear time in Europe/Berlin",
        ),
        (("--start", "0001-01-01T00:00"), 2, "0001-01-01 is no day of a time entry"),
        (("--description", "\udcff"), 2, "The description is no readable text"),
        (("--project", "Moon"), 1, "no project “Moon”"),
        (("--workspace", "Moon"), 1, "no workspace “Moon”"),
    ],
)
def test_what_is_refused_adds_nothing(
    cli: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    before = seconds(cli)
    found, out, err = cli(*ENTRY, "--yes", *words)
    assert (found, out) == (code, b"")
    assert said in err
    assert seconds(cli) == before


@pytest.mark.parametrize("named", ["Mars/Base", ""])
def test_without_a_known_zone_a_wall_clock_is_not_guessed(
    cli: Run, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    zone = "clockify_desktop.services.profile.profile_zone_name"
    monkeypatch.setattr(zone, lambda _: named)
    code, out, err = cli(*ENTRY, "--yes")
    assert (code, out) == (1, b"")
    assert "Name one with --time-zone, or add offsets to the times." in err
    code, out, err = cli(*ENTRY, "--yes", "--time-zone", "Europe/Berlin")
    assert (code, err) == (0, "")
    offsets = ("--start", "2026-06-07T08:00+02:00", "--end", "2026-06-07T09:00+02:00")
    code, out, err = cli(*ENTRY, *offsets, "--yes")
    assert (code, err) == (0, "")
    assert b"1:00:00 from 2026-06-07T06:00:00+00:00" in out


def test_without_a_person_to_ask_yes_must_be_given(
    child_environment: dict[str, str],
) -> None:
    process = subprocess.run(
        [sys.executable, "-m", "clockify_desktop", *ENTRY],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=child_environment,
        check=False,
    )
    assert process.returncode == 2
    assert b"Add --yes" in process.stderr


@pytest.mark.parametrize(("answer", "code"), [(b"n\n", 1), (b"y\n", 0)])
def test_a_person_is_asked(
    child_environment: dict[str, str], answer: bytes, code: int
) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "wb", buffering=0) as typing, os.fdopen(theirs, "rb") as term:
        typing.write(answer)
        process = subprocess.run(
            [sys.executable, "-m", "clockify_desktop", *ENTRY],
            stdin=term,
            capture_output=True,
            env=child_environment,
            check=False,
        )
    assert process.returncode == code
    assert b"Add 1:30:00 from" in process.stdout
    assert (b"Nothing was added" in process.stderr) == (code == 1)


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_while_it_is_posted_says_that_nobody_knows(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)
        await asyncio.Event().wait()

    monkeypatch.setattr(add_entry, "add_entry", interrupted)
    code, out, err = cli(*ENTRY, "--yes")
    assert (code, out) == (130, b"")
    assert err.startswith("note: It is not known whether the entry was added")
    assert "Look in Clockify" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_entry_that_was_added_is_said_though_the_output_is_full(
    child_environment: dict[str, str],
) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "clockify_desktop", *ENTRY, "--yes"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=child_environment,
            check=False,
        )
    assert process.returncode == 1
    assert b"The entry was added, but" in process.stderr
