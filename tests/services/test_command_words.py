import shlex

from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.cli.report_arguments import parsed
from clockify_desktop.services.command_words import command_line, report_words
from clockify_desktop.services.report_file import Chosen, ReportFile, ReportOutput

WORDS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")))


def read_on_windows(line: str) -> list[str]:
    """Split a command as Microsoft's documentation of ``argv`` says."""
    words, word, quoted, at = list[str](), None, False, 0
    while at < len(line):
        slashes = len(line[at:]) - len(line[at:].lstrip("\\"))
        at += slashes
        sign = line[at : at + 1]
        if slashes or sign == '"':
            before, odd = divmod(slashes, 2) if sign == '"' else (slashes, 0)
            word = (word or "") + "\\" * before
            if sign == '"':
                word += '"' if odd else ""
                quoted = quoted if odd else not quoted
                at += 1
        elif sign == " " and not quoted:
            words += [] if word is None else [word]
            word = None
            at += 1
        else:
            word = (word or "") + sign
            at += 1
    return [*words, *([] if word is None else [word])]


@given(WORDS)
def test_a_shell_reads_the_words_that_were_meant(words: list[str]) -> None:
    command = ["clockify-desktop", *words]
    assert shlex.split(command_line(words, windows=False)) == command
    assert read_on_windows(command_line(words, windows=True)) == command


def test_no_shell_of_windows_acts_on_a_word() -> None:
    line = command_line(["--account", "a&b", "--user", "c|d"], windows=True)
    assert line == 'clockify-desktop --account "a&b" --user "c|d"'


NAMES = st.text(st.characters(codec="utf-8"), min_size=1)


@given(NAMES, st.lists(NAMES, max_size=3), st.lists(NAMES, max_size=2))
def test_names_of_any_signs_are_no_options(
    account: str, people: list[str], choices: list[str]
) -> None:
    file = ReportFile(
        version=1,
        account=account,
        period="today",
        page="changed",
        choose=tuple(choices),
        workspace=Chosen("", account),
        people=tuple(Chosen("", one) for one in people),
        projects=(Chosen("p1", account),),
    )
    arguments = parsed(report_words(file))
    assert arguments.account == arguments.workspace == account
    assert (arguments.user or []) == people
    assert arguments.project == ["p1"]
    assert arguments.choose == choices


def test_all_that_a_file_says_is_in_the_words() -> None:
    file = ReportFile(version=1, period="today", strict=True, workspace=Chosen())
    output = ReportOutput(
        path="a.csv", columns=("user", "amount"), no_zero=True, separator="tab"
    )
    assert report_words(file, output) == [
        *("--period", "today", "--strict", "--separator", "tab"),
        *("--columns", "user,amount", "--no-zero"),
    ]
