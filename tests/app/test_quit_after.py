"""The program as a newcomer's shell starts it: exit code and what it prints."""

import subprocess
import sys
from typing import Any

import pytest

PROGRAM = [sys.executable, "-m", "clockify_desktop"]
Environment = dict[str, str]


def started(environment: Environment, *words: str) -> tuple[int, str, str]:
    ended = subprocess.run(
        [*PROGRAM, *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ended.returncode, ended.stdout, ended.stderr


def refused(ended: tuple[int, str, str]) -> str:
    """Check that it ended with one line of an error, and give that line."""
    code, out, err = ended
    assert (code, out) == (1, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize("words", [("window",), ("report",), ("report", "--demo")])
def test_it_quits_without_a_word(
    child_environment: Environment,
    bare_environment: Environment,
    words: tuple[str, ...],
) -> None:
    demo = "--demo" in words
    environment = bare_environment if demo else child_environment
    assert started(environment, "--quit-after", *words) == (0, "", "")


def test_an_unknown_key(child_environment: Environment) -> None:
    child_environment["CLOCKIFY_API_KEY"] = "bm9ib2R5J3Mga2V5LCBvcGVucyBub3RoaW5nLi4u"
    said = refused(started(child_environment, "--quit-after", "report"))
    assert said.startswith("error: The key is not known at 127.0.0.1:")


def test_a_server_that_is_not_there(
    child_environment: Environment, unused_port: int
) -> None:
    for name in ("CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL"):
        path = child_environment[name].split("/", 3)[3]
        child_environment[name] = f"http://127.0.0.1:{unused_port}/{path}"
    said = refused(started(child_environment, "--quit-after", "report"))
    assert said.startswith("error: Nobody answers at 127.0.0.1:")


def test_nobody_is_signed_in(bare_environment: Environment) -> None:
    said = refused(started(bare_environment, "--quit-after", "report"))
    assert said.startswith("error: Sign-in is needed:")


def test_an_account_that_is_not_there(bare_environment: Environment) -> None:
    words = ("--account", "nobody", "--quit-after", "report")
    assert "nobody" in refused(started(bare_environment, *words))


@pytest.mark.parametrize("words", [(), ("--demo",), ("--quit-after", "window")])
def test_there_is_no_screen(bare_environment: Environment, words: Any) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        bare_environment.pop(name, None)
    said = refused(started(bare_environment, *words))
    assert "clockify-desktop report" in said
