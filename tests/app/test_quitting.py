"""Quit at any moment: within two seconds, as told, without a word."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("quit_driver.py")
LIMIT_S = 2.0
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


@pytest.fixture
def environments(
    bare_environment: Environment,
    sample_server: Environment,
    slow_server: Environment,
) -> dict[str, Environment]:
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

    return {
        "bare": bare_environment,
        "server": asking(sample_server),
        "slow": asking(slow_server),
        "sign-in": signing_in(sample_server),
        "slow-sign-in": signing_in(slow_server),
    }


def quit_from(
    state: str, way: str, environment: Environment, folder: Path
) -> tuple[int, str, str, float]:
    """Give code, output, errors, and how long it took from the wish on, in seconds."""
    note = folder / "wished"
    process = subprocess.Popen(
        [sys.executable, str(DRIVER), state, way, str(note)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        out, err = process.communicate(timeout=15)
        ended = time.monotonic()
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        pytest.fail(f"it does not end; {note.exists()=}; {out}{err}")
    assert note.exists(), f"it ended before it came so far: {out}{err}"
    return process.returncode, out, err, ended - float(note.read_text())


def bad_ends(
    state: str, ways: tuple[str, ...], environment: Environment, folder: Path
) -> list[str]:
    """Quit from a state in several ways at once; tell of each end that is not right."""
    homes = [folder / way for way in ways]
    worlds = [{**environment, "CLOCKIFY_DESKTOP_HOME": str(one)} for one in homes]
    for home in homes:
        home.mkdir()
    with ThreadPoolExecutor(len(ways)) as pool:
        ends = list(pool.map(quit_from, [state] * len(ways), ways, worlds, homes))
    return [
        f"{way}: {ended} after {took_s:.2f} s"
        for way, (*ended, took_s) in zip(ways, ends, strict=True)
        if ended != [CODES.get(way, 0), "", ""] or took_s >= LIMIT_S
    ]


@pytest.mark.parametrize("state", STATES)
def test_by_the_window_and_by_the_session(
    environments: dict[str, Environment], tmp_path: Path, state: str
) -> None:
    ways = ("close", "quit")
    assert not bad_ends(state, ways, environments[STATES[state]], tmp_path)


@pytest.mark.parametrize("state", ["importing", "report", "settings", "save_png"])
def test_by_keyboard_and_from_outside(
    environments: dict[str, Environment], tmp_path: Path, state: str
) -> None:
    ways = ("ctrl+q", "sigterm", "sigint")
    assert not bad_ends(state, ways, environments[STATES[state]], tmp_path)


def test_nothing_of_a_file_is_left(
    environments: dict[str, Environment], tmp_path: Path
) -> None:
    ways = ("close", "sigterm", "sighup")
    assert not bad_ends("in-mid-write", ways, environments["server"], tmp_path)
    left = {path.name for way in ways for path in (tmp_path / way).iterdir()}
    assert left == {"wished", "settings.json"}
