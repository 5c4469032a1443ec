"""Quit at any moment: within two seconds, as told, without a word."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.app.forked_starts import Ended, ForkedStarts, Start

DRIVER = Path(__file__).with_name("quit_driver.py")
LIMIT_S = 2.0
# For all, with what comes before the wish.
WAIT_S = 15.0
CODES = {"sighup": 129, "sigint": 130, "sigterm": 143}
Environment = dict[str, str]
# Which of the environments below each state needs.
STATES = {
    "importing": "bare",
    "empty": "bare",
    # A thread that nobody ends.
    "held": "bare",
    # A thread inside C++ that leaves objects of Python to the C library's own exit.
    "half-imported": "bare",
    "sign-in": "bare",
    "testing": "slow-sign-in",
    "keeping": "sign-in",
    "fetching": "slow",
    "stepping": "server",
    "report": "server",
    "export": "server",
    "saving": "server",
    "writing": "server",
    # Waiting for the disk, for the password store, and for Clockify to come round.
    "reading": "bare",
    "finding": "bare",
    "opening": "bare",
    "deleting": "bare",
    "signing-out": "bare",
    "waiting": "bare",
    # With a dialog of every kind open.
    "settings": "server",
    "help": "server",
    "about": "server",
    "export_csv": "server",
    "save_png": "server",
    "signing-out-question": "server",
    "regions": "bare",
    "crash": "server",
}

NEEDED = {**STATES, "in-mid-write": "server"}
# In these the program is still imported, by threads as well.
WHILE_IMPORTING = {"importing", "empty", "held", "half-imported", "sign-in"}


@dataclass(frozen=True)
class World:
    """What a state needs, by name, and a fast start of what is imported already."""

    environments: dict[str, Environment]
    forks: ForkedStarts


@pytest.fixture
def world(
    forks: ForkedStarts,
    bare_environment: Environment,
    sample_server: Environment,
    slow_server: Environment,
) -> World:
    def asking(server: Environment) -> Environment:
        names = ("CLOCKIFY_API_KEY", "CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL")
        return {**bare_environment, **{name: server[name] for name in names}}

    def signing_in(server: Environment) -> Environment:
        return {
            **bare_environment,
            "THE_KEY": server["owner"],
            "CORE_URL": server["CLOCKIFY_API_URL"],
            "THE_REPORTS_URL": server["CLOCKIFY_REPORTS_URL"],
        }

    environments = {
        "bare": bare_environment,
        "server": asking(sample_server),
        "slow": asking(slow_server),
        "sign-in": signing_in(sample_server),
        "slow-sign-in": signing_in(slow_server),
    }
    return World(environments, forks)


def started(start: Start, *, limit_s: float) -> Ended:
    """Let a driver import the program by itself."""
    process = subprocess.Popen(
        [sys.executable, str(start.driver), *start.words],
        env=start.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        out, err = process.communicate(timeout=limit_s)
        return Ended(process.returncode, out, err, time.monotonic())
    except subprocess.TimeoutExpired:
        process.kill()
        return Ended(None, *process.communicate(), time.monotonic())


def bad_ends(
    state: str, ways: tuple[str, ...], world: World, folder: Path
) -> list[str]:
    """Quit from a state in several ways at once; tell of each end that is not right."""
    environment = world.environments[NEEDED[state]]
    starts = [
        Start(
            DRIVER,
            (state, way, str(folder / way / "wished")),
            {**environment, "CLOCKIFY_DESKTOP_HOME": str(folder / way)},
            folder / way,
        )
        for way in ways
    ]
    for start in starts:
        start.folder.mkdir()
    if state in WHILE_IMPORTING:
        with ThreadPoolExecutor(len(ways)) as pool:
            ends = list(pool.map(partial(started, limit_s=WAIT_S), starts))
    else:
        ends = world.forks.run(starts, WAIT_S)
    return [
        f"{way}: {end}"
        for way, start, end in zip(ways, starts, ends, strict=True)
        if (end.code, end.out, end.err) != (CODES.get(way, 0), "", "")
        or end.at_s - wished_s(start.folder) >= LIMIT_S
    ]


def wished_s(folder: Path) -> float:
    wished = folder / "wished"
    assert wished.exists(), "it did not come so far"
    return float(wished.read_text())


@pytest.mark.parametrize("state", STATES)
def test_by_the_window_and_by_the_session(
    world: World, tmp_path: Path, state: str
) -> None:
    ways = ("close", "quit")
    assert not bad_ends(state, ways, world, tmp_path)


@pytest.mark.parametrize("state", ["importing", "report", "settings", "save_png"])
def test_by_keyboard_and_from_outside(world: World, tmp_path: Path, state: str) -> None:
    ways = ("ctrl+q", "sigterm", "sigint")
    assert not bad_ends(state, ways, world, tmp_path)


def test_nothing_of_a_file_is_left(world: World, tmp_path: Path) -> None:
    ways = ("close", "sigterm", "sighup")
    assert not bad_ends("in-mid-write", ways, world, tmp_path)
    left = {path.name for way in ways for path in (tmp_path / way).iterdir()}
    # The records of the review are opened beside it, sooner or later.
    mine = {name for name in left if not name.startswith("review-")}
    assert mine == {"wished", "settings.json"}
