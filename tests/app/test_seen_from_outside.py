"""The window as a screen reader meets it, on a display and a bus of its own."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).with_name("at_spi")
# A virtual environment cannot see pyatspi, which comes with the system's Python.
PYTHON = "/usr/bin/python3"
SCREEN = "/usr/bin/Xvfb"
SESSION = "/usr/bin/dbus-run-session"
XDOTOOL = "/usr/bin/xdotool"
BUS = "/usr/libexec/at-spi-bus-launcher"
Server = dict[str, str]
PROGRAMS = (PYTHON, SCREEN, SESSION, XDOTOOL, BUS)
# Where each control is seen, as the scripts name it.
FIRST_PAGE = {
    "sign_in_page": "filler",
    "host_choice": "text",
    "api_key": "password text",
    "test_and_continue": "push button",
    "sample_data": "push button",
}
REPORT = {
    "workspace_picker": "push button",
    "user_picker": "push button",
    "project_picker": "push button",
    "period_picker": "push button",
    "previous_period": "push button",
    "next_period": "push button",
    "button_refresh": "push button",
    "button_export_csv": "push button",
    "button_swap_axes": "push button",
    "account_picker": "push button",
    "chart": "filler",
    "report_table": "tree",
    "status": "panel",
    "page_list": "list",
}


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


def seen_by(script: str, display: str, home: Path, *words: str) -> dict[str, Any]:
    """Let a script work the program, and give what it saw."""
    environment = {
        **{name: one for name, one in os.environ.items() if "CLOCKIFY" not in name},
        "DISPLAY": display,
        "CLOCKIFY_DESKTOP_HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        # Nor does the program look for a password store, which is tested elsewhere.
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    path = str(SCRIPTS / f"{script}.py")
    ended = subprocess.run(
        [SESSION, "--", PYTHON, path, sys.executable, *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    # The bus says a line of its own.
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def seen(
    display: str, sample_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """From the first page to the sample organisation, to a team, and out again."""
    words = ("CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL", "owner")
    home = tmp_path_factory.mktemp("home")
    return seen_by("first_start", display, home, *(sample_server[one] for one in words))


@pytest.fixture(scope="module")
def trouble(
    display: str,
    slow_server: Server,
    unused_port: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Any]:
    """Waiting for a server, and before one that is not there."""
    home = tmp_path_factory.mktemp("home")
    slow = slow_server["CLOCKIFY_API_URL"], slow_server["CLOCKIFY_REPORTS_URL"]
    nobody = f"http://127.0.0.1:{unused_port}"
    addresses = (*slow, f"{nobody}/api/v1", f"{nobody}/report/v1")
    return seen_by("trouble", display, home, *addresses, slow_server["owner"])


@pytest.mark.parametrize(("name", "role"), FIRST_PAGE.items())
def test_the_first_page_is_read(seen: dict[str, Any], name: str, role: str) -> None:
    found, words, _description = seen["first page"][name]
    assert (found, bool(words.strip())) == (role, True)


@pytest.mark.parametrize(("name", "role"), REPORT.items())
def test_the_report_is_read(seen: dict[str, Any], name: str, role: str) -> None:
    found, words, _description = seen["report"][name]
    assert (found, bool(words.strip())) == (role, True)


def test_the_questions_of_the_overview_are_read(seen: dict[str, Any]) -> None:
    names = [row.split(" · ")[0] for row in seen["overview"]]
    assert names[:2] == ["Who logged", "Hours and capacity"]
    assert names[-1] in {"Send it", "To check"}


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("Who logged", r".+ · \d+:\d\d · \d missing · (not submitted|approved)"),
        ("Hours and capacity", r".+ · \d+:\d\d of \d+:\d\d( · .+)?"),
        ("Where time went", r".+ · \d+:\d\d · <?\d+ %( · capacity \d+:\d\d)?"),
        ("What changed", r".+ · .\d+:\d\d · \d+:\d\d → \d+:\d\d · mean .+"),
        ("Trend", r".+ · \d+:\d\d"),
        ("Projects", r".+ · \d+:\d\d of \d+:\d\d · \d+ % · .+ in this period · .+"),
        ("To check", r".+ · .+ · \w{3} \d+ \w{3} · \d+:\d\d · .+"),
    ],
)
def test_every_page_is_read(seen: dict[str, Any], page: str, says: str) -> None:
    read = seen["pages"][page]
    assert read["sentence"].endswith(".")
    assert read["table"] == ["tree", f"{page}, as a table"]
    assert any(re.fullmatch(says, one) for one in read["rows"])


def test_signing_out_is_asked_for(seen: dict[str, Any]) -> None:
    assert seen["signing out"]["sign_out"][:2] == ["push button", "Sign out"]


def test_waiting_can_be_cancelled(trouble: dict[str, Any]) -> None:
    assert trouble["asking"]["controls"]["cancel"][:2] == ["push button", "Cancel"]
    assert trouble["asking"]["code"] == 0


def test_what_is_wrong_is_read_with_the_way_on(trouble: dict[str, Any]) -> None:
    controls = trouble["failing"]["controls"]
    assert controls["error_strip"][1].strip()
    assert controls["retry"][:2] == ["push button", "Try again"]
    assert trouble["failing"]["code"] == 0


def test_the_picture_says_what_it_shows(seen: dict[str, Any]) -> None:
    assert "logged" in seen["report"]["chart"][2]


def test_the_picture_has_rows_with_their_values(seen: dict[str, Any]) -> None:
    # The script turned it to projects of two people.
    assert len(seen["rows"]) > 1
    assert all(re.fullmatch(r".+ · \d+:\d\d · <?\d+ %", one) for one in seen["rows"])


@pytest.mark.parametrize(
    ("name", "role", "words"),
    [
        ("finding_title", "label", "No project"),
        ("say_fine", "check box", "Fine"),
        ("say_ask", "check box", "Ask"),
        ("say_fixed", "check box", "Fixed"),
        ("finding_note", "text", "Note"),
        ("copy_question", "push button", "Copy question"),
    ],
)
def test_what_is_to_be_checked_is_read(
    seen: dict[str, Any], name: str, role: str, words: str
) -> None:
    assert seen["finding"][name][:2] == [role, words]


def test_what_was_said_of_an_entry_is_read(seen: dict[str, Any]) -> None:
    asked = [one for one in seen["checked"] if one.endswith(" · ask")]
    assert asked == seen["checked"][:1]


def test_the_report_is_worked_by_keys_alone(seen: dict[str, Any]) -> None:
    assert seen["people"] == "People: 2 of 23"
    assert seen["export"].endswith(" in all")
    assert seen["export"].split()[-3] == seen["sentence"].split()[0]
    assert seen["code"] == 0
