from datetime import date
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.services.output_names import check_pattern, output_path

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
FOLDER = Path("reports")


def query_of(workspace: str) -> ReportQuery:
    return ReportQuery(Workspace(WorkspaceId("w"), workspace), WEEK, "UTC", 0)


def test_places_are_filled() -> None:
    pattern = "{workspace}/{period}_{start}_{end}_{page}.csv"
    check_pattern(pattern)
    path = output_path(FOLDER, pattern, query_of("A: b/c"), "where")
    named = "2026-W47_2026-11-16_2026-11-22_where.csv"
    assert path == FOLDER / "A-b-c" / named
    sample = output_path(FOLDER, "a\\b.csv", query_of("A"), "where", sample=True)
    assert sample == FOLDER / "a" / "SAMPLE_b.csv"


@pytest.mark.parametrize(
    "pattern",
    [
        *("", "/etc/week.csv", "../week.csv", "a/../../b.csv", "C:week.csv"),
        *("\\\\server\\share\\a.csv", "~/.bashrc", "week", ".csv", "week.exe", "a/"),
        *("{week}.csv", "{workspace.__class__}.csv", "con.csv", "a/LPT1.x.csv"),
        *("a?.csv", "a./b.csv", "a\n.csv", "{workspace}.csv ", "a:b.csv"),
    ],
)
def test_what_leaves_the_folder_or_is_no_file_is_refused(pattern: str) -> None:
    with pytest.raises(UsageError):
        check_pattern(pattern)


@pytest.mark.parametrize("pattern", ["a/../../b.csv", "/a.csv", "..\\a.csv", "C:a.csv"])
def test_where_a_path_would_lead_is_said(pattern: str) -> None:
    with pytest.raises(UsageError, match="leads out of the folder"):
        check_pattern(pattern)


@given(
    st.lists(st.sampled_from(["..", "/", "\\", "a", ".", "C:", "{workspace}"])).map(
        "".join
    ),
    st.text(),
)
def test_no_output_is_outside_of_its_folder(start: str, workspace: str) -> None:
    pattern = f"{start}.csv"
    try:
        check_pattern(pattern)
    except UsageError:
        return
    path = output_path(FOLDER, pattern, query_of(workspace), "where")
    assert path.resolve().is_relative_to(FOLDER.resolve())
    on_windows = PureWindowsPath(str(path))
    assert (on_windows.drive, on_windows.root) == ("", "")
    assert ".." not in on_windows.parts
