"""Every way in which the command line ends: codes, and what is said."""

import os
import pty
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import clockify_desktop
from clockify_desktop.cli import endings
from clockify_desktop.cli.output import say_error
from clockify_desktop.domain.errors import UsageError

Run = Callable[..., tuple[int, bytes, str]]

REPORT = [sys.executable, "-m", "clockify_desktop", "report", "--period", "2026-W47"]


def one_line(err: str) -> str:
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert err.count(": ") >= 2
    return err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--period", "next-week"], "“next-week” is no period"),
        (["--period", "2026-11-22..2026-11-16"], "ends before it starts"),
        (["--period", "2026-W54"], "no such day or week"),
        (["--period", "today", "--group-by", "epic"], "“epic” is no level"),
        (["--period", "today", "--group-by", "day,day"], "A level stands twice"),
        (
            ["--period", "today", "--group-by", "user,project,client,day"],
            "4 levels are too many",
        ),
        (["--period", "today", "--time-zone", "Mars"], "no time zone called “Mars”"),
        (
            ["--period", "today", "--format", "png", "--group-by", "user,day,client"],
            "one or two levels",
        ),
        (
            ["--period", "today", "--format", "json", "--dialect", "excel"],
            "--dialect is of CSV, not of json",
        ),
        (["--period", "today", "--output", "nodir/"], "--output takes a file"),
        (["--period", "today", "--output", "nodir/."], "--output takes a file"),
        (["--period", "today", "--output", ""], "--output takes a file"),
        (["--period", "today", "--format", "xls"], "--format is one of csv,"),
        (
            ["--period", "today", "--format", "png", "--output", "w.pdf"],
            "says pdf, --format png",
        ),
        (
            ["--period", "today", "--output", "w.svg", "--dialect", "excel"],
            "--dialect is of CSV, not of svg",
        ),
        (["--format", "csv"], "This needs --period"),
        (["--period", "today", "--what"], "no option --what"),
        (["--period", "today", "--peri", "today"], "no option --peri"),
    ],
)
def test_wrong_whatever_a_server_says(cli: Run, words: list[str], said: str) -> None:
    code, out, err = cli("report", *words)
    assert (code, out) == (2, b"")
    assert said in one_line(err)


def test_one_address_without_the_other(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLOCKIFY_REPORTS_URL")
    code, _, err = cli("report", "--period", "today")
    assert code == 2
    assert "CLOCKIFY_REPORTS_URL is not" in one_line(err)


def test_http_to_anywhere_but_here(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCKIFY_API_URL", "http://clockify.example/api/v1")
    code, _, err = cli("report", "--period", "today")
    assert code == 2
    assert "https" in one_line(err)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--workspace", "Nowhere"], "no workspace “Nowhere”"),
        (["--user", "Eve"], "no person “Eve”"),
        (["--project", "Moon"], "no project “Moon”"),
        (["--user", "Sam Taylor"], "Several match the person “Sam Taylor”"),
        (["--output", "/no/such/folder/week.csv"], "week.csv"),
    ],
)
def test_what_server_disk_or_look_up_refuse(
    cli: Run, words: list[str], said: str
) -> None:
    code, out, err = cli("report", "--period", "2026-W47", *words)
    assert (code, out) == (1, b"")
    assert said in one_line(err)


def test_what_would_steer_a_terminal_stands_in_no_error(cli: Run) -> None:
    name = "No\x1b[31m\u202e\nwhere"
    _, _, err = cli("report", "--period", "2026-W47", "--workspace", name)
    assert "no workspace “No�[31m� where”" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "--period"), "“…” is no period"),
        (("report", "--period", "today", "--group-by"), "“…” is no level"),
        (("report", "--period", "today", "--time-zone"), "no time zone called “…”"),
        (("report", "--period", "2026-W47", "--workspace"), "no workspace “…”"),
        (("report", "--period", "2026-W47", "--user"), "no person “…”"),
        (("add-entry", "--end", "2026-06-07T08:00", "--start"), "“…” is no point in"),
    ],
)
def test_a_key_in_place_of_a_value_is_not_repeated(
    cli: Run, words: tuple[str, ...], said: str
) -> None:
    key = "NTk4Y2FuYXJ5+b/AtMTk4Ni00ZDY0LWE1ZjAtMDM1YTUyMTI"
    _, _, err = cli(*words, key)
    assert said in one_line(err)
    assert "NTk4" not in err


def test_a_key_in_place_of_an_account_is_not_repeated(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CLOCKIFY_API_KEY", "CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL"):
        monkeypatch.delenv(name)
    _, _, err = cli("report", "--period", "today", "--account", "k3y" * 16)
    assert "no account “…”" in one_line(err)


def test_several_people_are_listed_with_ids_and_addresses(cli: Run) -> None:
    _, _, err = cli("report", "--period", "2026-W47", "--user", "sam taylor")
    assert "sam.taylor@acme.example" in err
    assert "samuel.taylor@acme.example" in err


def test_an_unknown_key(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCKIFY_API_KEY", "canary-that-nobody-knows")
    code, out, err = cli("report", "--period", "2026-W47")
    assert (code, out) == (1, b"")
    assert "region" in one_line(err)
    assert "canary" not in err


def test_an_address_that_is_no_clockify(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = os.environ["CLOCKIFY_API_URL"]
    monkeypatch.setenv("CLOCKIFY_API_URL", core.replace("/api/v1", "/somewhere"))
    code, _, err = cli("report", "--period", "2026-W47")
    assert code == 1
    assert "No Clockify server" in one_line(err)


def test_nobody_answers(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        # Bound but not listening: whoever connects is refused.
        taken.bind(("127.0.0.1", 0))
        root = f"http://127.0.0.1:{taken.getsockname()[1]}"
        monkeypatch.setenv("CLOCKIFY_API_URL", f"{root}/api/v1")
        code, _, err = cli("report", "--period", "2026-W47")
    assert code == 1
    assert "127.0.0.1" in one_line(err)


def test_without_an_account(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CLOCKIFY_API_KEY", "CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL"):
        monkeypatch.delenv(name)
    code, _, err = cli("report", "--period", "2026-W47")
    assert code == 1
    assert "--demo" in one_line(err)
    code, _, err = cli("report", "--period", "2026-W47", "--account", "Work")
    assert code == 1
    assert "no account “Work”" in one_line(err)


def test_a_failure_leaves_the_earlier_file(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "week.csv"
    target.write_text("old")
    monkeypatch.setenv("CLOCKIFY_API_KEY", "canary-that-nobody-knows")
    assert cli("report", "--period", "2026-W47", "--output", str(target))[0] == 1
    assert target.read_text() == "old"
    assert list(tmp_path.glob("*week*")) == [target]


def test_version_and_help(cli: Run) -> None:
    lines = cli("--version")[1].decode().splitlines()
    assert lines[0].startswith(f"clockify-desktop {clockify_desktop.__version__}")
    assert [line.partition(":")[0] for line in lines[1:]] == [
        *("Python", "Qt", "matplotlib", "System", "Settings", "Error log")
    ]
    assert b"report" in cli("--help")[1]
    for command in ("report", "add-entry", "sample-server"):
        code, out, _ = cli(command, "--help")
        assert code == 0
        assert f"clockify-desktop {command}".encode() in out


@pytest.mark.parametrize("written", ["png", "xlsx"])
def test_what_is_no_text_is_not_for_a_terminal(
    child_environment: dict[str, str], written: str
) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb"), os.fdopen(theirs, "wb") as terminal:
        process = subprocess.run(
            [*REPORT, "--format", written],
            stdout=terminal,
            stderr=subprocess.PIPE,
            text=True,
            env=child_environment,
            check=False,
        )
    assert process.returncode == 2
    assert "--output" in one_line(process.stderr)


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_while_waiting_for_an_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        root = f"http://127.0.0.1:{silent.getsockname()[1]}"
        process = subprocess.Popen(
            REPORT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={
                **os.environ,
                "CLOCKIFY_API_KEY": "canary-key-of-the-test",
                "CLOCKIFY_API_URL": f"{root}/api/v1",
                "CLOCKIFY_REPORTS_URL": f"{root}/report/v1",
            },
        )
        silent.settimeout(30)
        connection, _ = silent.accept()
        with connection:
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


IN_MID_WRITE = """
import threading
from clockify_desktop import __main__
from clockify_desktop.cli import output
from clockify_desktop.files.atomic import replace_file

def write(path, content):
    def parts():
        yield from content
        print("in the middle", flush=True)
        # An ending may come just before the wait, which then must not be for ever.
        while True:
            threading.Event().wait(1)
    replace_file(path, parts())

output.replace_file = write
__main__.main()
"""


@pytest.mark.parametrize(
    ("endings", "code"),
    [
        (["SIGTERM"], 143),
        (["SIGHUP"], 129),
        # As at the end of a session, one after the other.
        (["SIGHUP", "SIGTERM", "SIGHUP"], 129),
    ],
)
def test_an_end_from_outside_leaves_nothing(
    child_environment: dict[str, str], tmp_path: Path, endings: list[str], code: int
) -> None:
    target = tmp_path / "week.csv"
    words = [*REPORT[3:], "--output", str(target)]
    process = subprocess.Popen(
        [sys.executable, "-c", IN_MID_WRITE, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=child_environment,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"in the middle\n"
    # The control: it is in the middle.
    assert len(list(tmp_path.glob(".*.part"))) == 1
    for ending in endings:
        process.send_signal(signal.Signals[ending])
    out, err = process.communicate(timeout=30)
    # A signal that comes when all is in order and Python ends is one to a shell, too.
    assert process.returncode in {code, 128 - code}
    assert (out, err) == (b"", b"")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize("interrupt", [signal.default_int_handler, signal.SIG_IGN])
def test_of_several_ends_the_first_one_counts(
    monkeypatch: pytest.MonkeyPatch, interrupt: Callable[..., object]
) -> None:
    limits: list[tuple[object, ...]] = []

    class Limit:
        def __init__(self, *how: object) -> None:
            limits.append(how)

        def start(self) -> None:
            pass

    monkeypatch.setattr(endings.threading, "Timer", Limit)
    before = {one: signal.getsignal(one) for one in endings.endings()}
    told = endings.Endings()
    try:
        told.listen()
        signal.signal(signal.SIGINT, interrupt)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGHUP)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    assert told.code == 143
    assert limits == [(2.0, os._exit, (143,))]


def test_an_end_that_lasts_is_cut_short() -> None:
    program = (
        "import os, signal, threading; from clockify_desktop import __main__;"
        "from clockify_desktop.cli import endings; endings._LIMIT_S = 0.01;"
        "signal.signal(signal.SIGINT, lambda *_: threading.Event().wait());"
        "__main__.run = lambda _: os.kill(os.getpid(), signal.SIGTERM);"
        "__main__.main()"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, timeout=30)
    assert ended.returncode == 143


@pytest.mark.parametrize(("hang_up", "code"), [("SIG_IGN", 0), ("SIG_DFL", 129)])
def test_nohup_outlives_the_terminal(hang_up: str, code: int) -> None:
    program = (
        f"import os, signal; signal.signal(signal.SIGHUP, signal.{hang_up});"
        # In the background of a shell Ctrl+C is ignored.
        "signal.signal(signal.SIGINT, signal.SIG_IGN);"
        "from clockify_desktop import __main__; from clockify_desktop.cli import"
        " program;"
        "program.ArgumentParser.parse_args = lambda *_:"
        " os.kill(os.getpid(), signal.SIGHUP) or exit(0); __main__.main()"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, timeout=30)
    assert ended.returncode == code


def test_a_reader_that_has_seen_enough(child_environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        process = subprocess.run(
            REPORT,
            stdout=closed,
            stderr=subprocess.PIPE,
            env=child_environment,
            check=False,
        )
    assert (process.returncode, process.stderr) == (141, b"")


@pytest.mark.parametrize("form", ["csv", "json", "table"])
def test_neither_qt_nor_matplotlib_nor_keyring(
    child_environment: dict[str, str], form: str
) -> None:
    program = (
        "import sys; from clockify_desktop.cli.program import run;"
        f"code = run(['report', '--period', '2026-W47', '--format', '{form}']);"
        "unwanted = {'PySide6', 'matplotlib', 'keyring', 'qasync', 'starlette'};"
        "found = unwanted & set(sys.modules);"
        "sys.exit(f'{code} {found}' if code or found else 0)"
    )
    process = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env=child_environment,
        check=False,
    )
    assert (process.returncode, process.stderr) == (0, b"")
    assert process.stdout


@pytest.mark.parametrize(
    ("begins", "ends"), [("“", "”"), ("„", "“"), ("«\N{NO-BREAK SPACE}", " »")]
)
def test_a_key_is_not_said_in_quotes_of_any_language(
    begins: str, ends: str, capsys: pytest.CaptureFixture[str]
) -> None:
    say_error(UsageError(f"{begins}{'k' * 48}{ends} is no period", "Try again."))
    said = capsys.readouterr().err
    assert "…" in said
    assert "kkk" not in said
