"""Without a screen, or a library for it, one line says so and names the other way."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Environment = dict[str, str]
Said = Callable[..., str]


@pytest.fixture
def said(module_environment: Environment, tmp_path: Path) -> Said:
    """Try to open the window, and give the one line that says why there is none."""

    def tried(**changes: str) -> str:
        environment = {**module_environment, "CLOCKIFY_DESKTOP_HOME": str(tmp_path)}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        ended = subprocess.run(
            [sys.executable, "-m", "clockify_desktop"],
            env={**environment, **changes},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (ended.returncode, ended.stdout) == (1, "")
        (line,) = ended.stderr.splitlines()
        assert "clockify-desktop report" in line
        return line.removeprefix("error: ")

    return tried


def test_a_screen_that_cannot_be_opened(said: Said) -> None:
    assert said(DISPLAY=":77").startswith("The screen :77 cannot be opened: Use ")


@pytest.mark.parametrize("library", ["libxcb-cursor.so.0", "libEGL.so.1"])
def test_a_library_that_is_damaged_or_missing(
    said: Said, tmp_path: Path, library: str
) -> None:
    # The first is loaded when a screen is looked for, the second with Qt itself.
    (tmp_path / library).touch()
    line = said(DISPLAY=":77", LD_LIBRARY_PATH=str(tmp_path))
    title = f"The window needs {library}, which is missing or damaged: "
    assert line.startswith(f"{title}Install it, or use ")
