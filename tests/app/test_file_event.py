"""A double-click in macOS, which hands a file over by an event."""

import subprocess
import sys
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("file_event_driver.py")
LIMIT_S = 20


@pytest.mark.parametrize("when", ["early", "late"])
def test_the_file_of_an_event_is_opened_as_one_of_the_command_line(
    bare_environment: dict[str, str], tmp_path: Path, when: str
) -> None:
    """Before there is a program behind the window, and after."""
    file = tmp_path / "\N{SNOWMAN} week.csv"
    home = {"CLOCKIFY_DESKTOP_HOME": str(tmp_path / "home")}
    words = (when, str(file), "--demo", "--quit-after", "report")
    ended = subprocess.run(
        [sys.executable, str(DRIVER), *words],
        env={**bare_environment, **home},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"{file}\n", "")
