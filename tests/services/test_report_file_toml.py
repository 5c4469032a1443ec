import contextlib
import re
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.day_counting import DaysIn, Midnight
from clockify_desktop.domain.errors import LookUpError, UsageError
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.presets import Preset
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.pages.where_options import Billable
from clockify_desktop.services import report_file_toml
from clockify_desktop.services.report_file import (
    Chosen,
    ReportFile,
    ReportOutput,
    with_names,
)
from clockify_desktop.services.report_file_toml import (
    LARGEST,
    ReportFileError,
    ReportFileTooNewError,
    located,
    read_report_file,
    report_file_bytes,
)

TEXTS = st.text(st.characters(codec="utf-8"))
WORDS = st.text(st.characters(codec="utf-8"), min_size=1)
CHOSEN = st.builds(Chosen, TEXTS, WORDS)
OUTPUTS = st.builds(
    ReportOutput,
    path=st.sampled_from(["{period}.csv", "a/b.json", "Übersicht {start}.pdf"]),
    format=TEXTS,
    layout=TEXTS,
    separator=TEXTS,
    columns=st.lists(TEXTS, max_size=3).map(tuple),
    no_amounts=st.booleans(),
)
FILES = st.builds(
    ReportFile,
    version=st.just(1),
    account=TEXTS,
    period=st.sampled_from([*Preset, "2026-W47", "2026-11-16..2026-11-22"]),
    time_zone=st.sampled_from(["", "Europe/Berlin"]),
    days_in=st.sampled_from(DaysIn),
    midnight=st.sampled_from(Midnight),
    rounding=st.sampled_from(["", "up:15"]),
    page=st.sampled_from([*(page.key for page in PAGES), "review"]),
    group_by=st.lists(st.sampled_from(Level), max_size=3, unique=True).map(tuple),
    only=st.sampled_from(Billable),
    hide_names=st.booleans(),
    strict=st.booleans(),
    fail_on=TEXTS,
    workspace=st.none() | CHOSEN,
    choose=st.lists(TEXTS, max_size=3).map(tuple),
    people=st.lists(CHOSEN, max_size=3).map(tuple),
    projects=st.lists(CHOSEN, max_size=3).map(tuple),
    clients=st.lists(CHOSEN, max_size=3).map(tuple),
    outputs=st.lists(OUTPUTS, max_size=3).map(tuple),
)


@given(FILES)
def test_what_is_written_is_read_as_it_was(file: ReportFile) -> None:
    assert read_report_file(report_file_bytes(file), "week") == file


def test_a_written_file_is_for_people() -> None:
    file = ReportFile(
        version=1,
        period="last-week",
        workspace=Chosen("w1", "Acme"),
        outputs=(ReportOutput(path="{period}.csv", layout="grid"),),
    )
    lines = report_file_bytes(file).decode().splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        "version = 1",
        'period = "last-week"',
        "outputs = [",
        '    { path = "{period}.csv", layout = "grid" },',
        "]",
        "[workspace]",
        'id = "w1"',
        'name = "Acme"',
    ]


HEAD = 'version = 1\nperiod = "last-week"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'{HEAD}grup_by = ["user"]', ("Line 3 of week: there is no “grup_by”: Do you"
         " mean group_by?")),
        (f'{HEAD}[[outputs]]\npath = "a.csv"\nlayuot = "grid"', ("Line 5 of week: there"
         " is no “layuot”: Do you mean layout?")),
        (f'{HEAD}[[people]]\nnmae = "Ann"', ("Line 4 of week: there is no “nmae”: Do"
         " you mean name?")),
        (f"{HEAD}zzz = 1", "Line 3 of week: there is no “zzz”: Use one of: version, "),
        (f'{HEAD}[[outputs]]\nlayout = "grid"', "Line 3 of week: “path” is missing:"),
        ("version = 1", "Line 1 of week: “period” is missing: Add it."),
        ("version = 1\nperiod = 2026-11-16", ("Line 2 of week: period has to be a text"
         " in quotation marks: Correct it.")),
        (f"{HEAD}people = true", "Line 3 of week: people has to be a list"),
        (f"{HEAD}workspace = 3", "Line 3 of week: workspace has to be a table"),
        (f"{HEAD}choose = [\n3]", "Line 3 of week: choose has to be a text in"),
        (f'{HEAD}strict = "yes"', "Line 3 of week: strict has to be true or false"),
        ('version = "1"\nperiod = "today"', ("Line 1 of week: version has to be a whole"
         " number")),
        ('version = 0\nperiod = "today"', ("Line 1 of week: there is no such version:"
         " Write 1.")),
        (f'{HEAD}days_in = "onw"', ("Line 3 of week: “onw” is nothing that days_in can"
         " be: Do you mean own?")),
        (f'{HEAD}group_by = [\n"usr",\n]', ("Line 3 of week: “usr” is nothing that"
         " group_by can be: Do you mean user?")),
        ('version = 1\nperiod = "last-weak"', ("Line 2 of week: “last-weak” is no"
         " period: Use a week such as")),
        (f'{HEAD}page = "were"', ("Line 3 of week: there is no page “were”: Do you mean"
         " where?")),
        (f'{HEAD}time_zone = "Mars"', "Line 3 of week: "),
        (f'{HEAD}rounding = "often"', "Line 3 of week: “often” says not how"),
        (f'{HEAD}[[outputs]]\npath = "/a.csv"', "Line 4 of week: the path leads out"),
        (f"{HEAD}[[people]]\n[[people]]", ("Line 3 of week: somebody or something is"
         " chosen without id and name")),
        (f"{HEAD}a b = 1", "Line 3 of week: it is no TOML: Expected "),
        (f"{HEAD}a = ", "week: it is no TOML: Invalid value."),
        (f"{HEAD}a = [", "week: it is no TOML: "),
        (f"{HEAD}a = {'[' * 9000}", "week: it is no TOML: "),
        (f"{HEAD}a = {'9' * 9000}", "week: it is no TOML: "),
        ("version = 1 # \ud800", "week: it is no text in UTF-8: Save it as UTF-8."),
        ("#" * (LARGEST + 1), "week: it is too large for a report file: "),
        ("version = 2\nanything = 3", "A newer version of this program wrote week: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str, said: str) -> None:
    content = text.encode(errors="surrogatepass")
    with pytest.raises((ReportFileError, ReportFileTooNewError)) as caught:
        read_report_file(content, "week")
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


@given(st.binary() | TEXTS.map(str.encode))
def test_no_file_does_anything_but_be_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(ReportFileError, ReportFileTooNewError):
        read_report_file(content, "week")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(list(ReportFile.__struct_fields__)), JSON.filter(bool))
def test_no_value_is_anything_but_read_or_refused(key: str, value: Any) -> None:
    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(one) for name, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return 0 if value is None else value

    document = {"version": 1, "period": "today", key: plain(value)}
    with contextlib.suppress(ReportFileTooNewError):
        said = ""
        try:
            read_report_file(tomli_w.dumps(document).encode(), "week")
        except ReportFileError as error:
            said = error.title
        assert re.match(r"$|Line \d+ of week", said)


def test_what_the_command_line_refuses_has_its_line() -> None:
    content = (
        f'{HEAD}fail_on = "x"\n[[outputs]]\npath = "a.csv"\nlayout = "gird"'
    ).encode()
    for title, line in (
        ("--layout is one of rows, grid", 6),
        ("--fail-on is one of missing", 3),
        ("--decimal-sign is of CSV", 4),
        ("A grid has two or three levels", 4),
    ):
        error = located(UsageError(title, "Advice."), content, "week", 0)
        assert str(error) == f"Line {line} of week: {title}: Advice."


def test_an_id_that_is_not_there_is_said_with_its_name() -> None:
    file = ReportFile(
        version=1,
        period="today",
        workspace=Chosen("w1", "Acme"),
        people=(Chosen("", "Ben"), Chosen("u1", "Ann")),
    )
    error = LookUpError("There is no person “u1” to be seen", "Check it.")
    assert with_names(error, file).title == ("There is no person “Ann” (u1) to be seen")


def test_what_the_decoder_says_anew_is_told_plainly() -> None:
    path, error = report_file_toml._explained("Too odd - at `$.period`")
    assert path == ("period",)
    assert error.title == "period has to be something else"
