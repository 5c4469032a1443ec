"""What is typed where it does not belong may be a key: no error repeats it."""

import pytest

from clockify_desktop.cli.argument_parser import ArgumentParser
from clockify_desktop.cli.program import run
from clockify_desktop.domain.errors import UsageError

KEY = "NTk4Y2FuYXJ5 (choose from K3y): expected\n'one' argument"
# Argparse takes nothing with a blank in it for an option.
SHORT = "NTk4Y2FuYXJ5"
REPORT = ("report", "--period", "today")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([KEY], "COMMAND is one of report, run, open, add-entry, sample-server: See"),
        (
            ["--demo", "--", KEY],
            "COMMAND is one of report, run, open, add-entry, sample-server:",
        ),
        (
            ["--key", KEY],
            "COMMAND is one of report, run, open, add-entry, sample-server: See",
        ),
        ([f"--key={SHORT}"], "There is no option --key: See clockify-desktop --help."),
        ([f"--{SHORT}"], "There is an argument too many: See clockify-desktop --help."),
        ([f"-{SHORT}"], "There is an argument too many: See clockify-desktop --help."),
        (["--quit-after", KEY], "--quit-after is one of window, report: See"),
        ([*REPORT, KEY], "There is an argument too many: See clockify-desktop report"),
        ([*REPORT, "--key", KEY, "-k", KEY], "There is no option --key, -k: See"),
        ([*REPORT, f"--key={SHORT}"], "There is no option --key: See"),
        ([*REPORT, f"-k{SHORT}"], "There is an argument too many: See"),
        ([*REPORT, "--format", KEY], "--format is one of csv, xlsx, json, table, png,"),
        ([*REPORT, f"--demo={KEY}"], "--demo takes no value: See"),
        ([*REPORT, "--workspace"], "--workspace needs a value: See"),
        (["report", "--key", KEY], "There is no option --key: See clockify-desktop r"),
        (["report"], "This needs --period: See clockify-desktop report"),
        (["report", "--from"], "--from needs a value: See"),
        (
            ["add-entry", "--billable", "--not-billable", KEY],
            "--not-billable and --billable exclude each other: See",
        ),
        (["add-entry", KEY], "This needs --start, --end: See"),
        (["sample-server", "--port", KEY], "--port takes a number from 0 to 65535: W"),
        (["sample-server", "--now", KEY], "--now takes an instant with its offset: W"),
    ],
)
def test_nothing_that_was_typed_is_repeated(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"error: {said}")
    assert "NTk4" not in err
    assert "K3y" not in err
    assert err.count("\n") == 1


def test_an_argument_that_says_nothing_of_its_values() -> None:
    parser = ArgumentParser(prog="x")
    parser.add_argument("--number", type=int)
    with pytest.raises(UsageError) as refused:
        parser.parse_args(["--number", KEY])
    assert str(refused.value) == "--number cannot have this value: See x --help."


def test_a_message_that_is_not_known() -> None:
    # That two options begin so is said in words that the parser does not look for.
    parser = ArgumentParser(prog="x")
    parser.add_argument("-kind")
    parser.add_argument("-kin")
    with pytest.raises(UsageError) as refused:
        parser.parse_args(["-ki", KEY])
    assert str(refused.value) == "The arguments cannot be read: See x --help."


def test_options_are_never_abbreviated() -> None:
    parser = ArgumentParser(allow_abbrev=True)
    parser.add_argument("--number")
    with pytest.raises(UsageError, match="no option --num"):
        parser.parse_args(["--num", "1"])
