from argparse import Namespace
from pathlib import Path

import pytest

from clockify_desktop.cli import program


@pytest.mark.parametrize(
    ("words", "file", "demo"),
    [
        ((), None, False),
        (("--demo",), None, True),
        (("open", "a.toml"), "a.toml", False),
        (("open", "--demo", "--quit-after", "window", "a.toml"), "a.toml", True),
        (("Week.clockify-report.toml",), "Week.clockify-report.toml", False),
        (("WEEK.CLOCKIFY-REPORT.TOML",), "WEEK.CLOCKIFY-REPORT.TOML", False),
        (("Detailed_Report.csv",), "Detailed_Report.csv", False),
    ],
)
def test_the_window_opens_with_the_file_that_is_named(
    words: tuple[str, ...],
    file: str | None,
    demo: bool,  # noqa: FBT001 - a row of the table
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    opened: list[Namespace] = []

    def open_(arguments: Namespace) -> int:
        opened.append(arguments)
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("clockify_desktop.app.start.run", open_)
    # What the start tunes is of a process of its own.
    monkeypatch.setattr("clockify_desktop.app.startup_tuning.prepare", lambda: None)
    monkeypatch.setattr(
        "clockify_desktop.app.startup_tuning.end_at_once_if_told", lambda: None
    )
    assert program.run(words) == 0
    (arguments,) = opened
    assert arguments.demo == demo
    assert arguments.file == (None if file is None else str(tmp_path / file))
