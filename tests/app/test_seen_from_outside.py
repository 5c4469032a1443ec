"""The window as a screen reader meets it, on a display and a bus of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PROBE = Path(__file__).with_name("at_spi_probe.py")
# A virtual environment cannot see pyatspi, which comes with the system's Python.
PYTHON = "/usr/bin/python3"
SCREEN = "/usr/bin/Xvfb"
SESSION = "/usr/bin/dbus-run-session"
XDOTOOL = "/usr/bin/xdotool"
BUS = "/usr/libexec/at-spi-bus-launcher"
PROGRAMS = (PYTHON, SCREEN, SESSION, XDOTOOL, BUS)
SHOWN = (
    *("workspace_picker", "user_picker", "project_picker", "period_picker"),
    *("previous_period", "next_period", "button_refresh", "button_export_csv"),
    *("button_swap_axes", "account_picker", "chart", "report_table", "status"),
    "page_list",
)


@pytest.fixture(scope="module", autouse=True)
def _programs() -> None:
    missing = [one for one in PROGRAMS if not Path(one).exists()]
    if not missing:
        question = [PYTHON, "-c", "import pyatspi"]
        asked = subprocess.run(question, check=False, capture_output=True)
        if asked.returncode:
            missing.append("pyatspi")
    if missing:
        pytest.skip(f"not here: {', '.join(missing)}; packaging/bare_machine.sh tests")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Have a screen that nobody sees."""
    told, tell = os.pipe()
    process = subprocess.Popen(
        [SCREEN, "-displayfd", str(tell), "-screen", "0", "1600x1000x24"],
        pass_fds=[tell],
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    try:
        with os.fdopen(told) as line:
            yield f":{line.readline().strip()}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="module")
def seen(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Let the probe work the sample organisation, and give what it saw."""
    home = tmp_path_factory.mktemp("home")
    environment = {
        **{name: one for name, one in os.environ.items() if "CLOCKIFY" not in name},
        "DISPLAY": display,
        "CLOCKIFY_DESKTOP_HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
    }
    program = [sys.executable, "-m", "clockify_desktop", "--demo"]
    ended = subprocess.run(
        [SESSION, "--", PYTHON, str(PROBE), *program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    # The bus says a line of its own.
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("name", SHOWN)
def test_a_control_is_found_and_has_a_name(seen: dict[str, Any], name: str) -> None:
    _role, words, _description = seen["controls"][name]
    assert words.strip()


def test_the_picture_says_what_it_shows(seen: dict[str, Any]) -> None:
    assert "logged" in seen["controls"]["chart"][2]


def test_the_report_is_worked_by_keys_alone(seen: dict[str, Any]) -> None:
    assert seen["people"] == "People: 2 of 24"
    assert seen["export"].endswith(" in all")
    assert seen["export"].split()[-3] == seen["sentence"].split()[0]
    assert seen["code"] == 0
