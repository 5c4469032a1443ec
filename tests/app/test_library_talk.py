"""With everything against it, only our own lines reach standard error."""

import logging
import os
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest

from clockify_desktop.app import library_talk
from clockify_desktop.store.folders import ERROR_LOG

PROGRAM = """
import sys
from clockify_desktop import __main__
from clockify_desktop.cli import program

def run(words):
    codes = {program.run([*words, "--format", form, "--output", f"week.{form}"])
             for form in ("csv", "json", "table", "png")}
    import threading, warnings
    warnings.warn("of a library")
    threading.Thread(target=lambda: 1 / 0).start()
    return codes.pop() if len(codes) == 1 else 99

__main__.run = run
__main__.main()
"""


def test_only_our_own_lines_reach_standard_error(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("no.such.key : 3\nfont.weight : heavier\n")
    home = tmp_path / "home"
    fc_list = tmp_path / "bin" / "fc-list"
    fc_list.parent.mkdir()
    fc_list.write_text("#!/bin/sh\necho 'Fontconfig error: no default' >&2\nexit 1\n")
    fc_list.chmod(0o755)
    words = ["report", "--demo", "--period", "2026-W47", "--group-by", "tag"]
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=tmp_path,
        env={
            **os.environ,
            "CLOCKIFY_DESKTOP_HOME": str(home),
            "HOME": "/nonexistent",
            "LC_ALL": "xx_YY",
            "PATH": f"{fc_list.parent}{os.pathsep}{os.environ['PATH']}",
            "MPLCONFIGDIR": "/dev/null/nowhere",
            "PYTHONASYNCIODEBUG": "1",
            "PYTHONDEVMODE": "1",
            "PYTHONWARNINGS": "always",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (ended.returncode, ended.stdout) == (0, "")
    lines = ended.stderr.splitlines()
    assert lines
    assert not [line for line in lines if not line.startswith("note: ")]
    written = (home / ERROR_LOG).read_text()
    for said in (
        "Bad key %(key)s",
        "UserWarning in",
        "ZeroDivisionError",
        "fc-list: Fontconfig error: no default",
    ):
        assert said in written


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what is said, and put Python's own ways back afterwards."""
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(library_talk, "_said", set())
    written: list[str] = []

    def write_down(text: str) -> None:
        written.append(text)
        # Writing may make a library talk again.
        library_talk._write("while it is written down")

    monkeypatch.setattr(library_talk, "write_down", write_down)
    library_talk.collect()
    return written


def test_each_is_written_down_once(collected: list[str]) -> None:
    for _ in range(3):
        warnings.showwarning("of a library", UserWarning, "its.py", 7)
    assert collected == ["A library says: UserWarning in its.py, line 7: of a library"]
    for number in range(library_talk._MOST + 10):
        warnings.showwarning(str(number), UserWarning, "its.py", 7)
    assert len(collected) == library_talk._MOST


def test_a_record_that_cannot_be_written_ends_nothing(collected: list[str]) -> None:
    handler = library_talk._HANDLER

    class Unwritable:
        def __str__(self) -> str:
            raise ValueError

    # Without what it is about, which may be people's data.
    for words in (Unwritable(), "%d of it"):
        handler.handle(
            logging.LogRecord("its", logging.ERROR, "", 0, words, ("Ann",), None)
        )
    assert collected == ["A library says: ERROR its: %d of it"]
