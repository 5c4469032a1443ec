"""Report files are run: each writes what ``report`` writes, whatever the others do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.cli import report, standard_streams
from clockify_desktop.cli.report_arguments import parsed
from clockify_desktop.services.report_file import ReportFile, ReportOutput

Run = Callable[..., tuple[int, bytes, str]]
WEEK = 'version = 1\nperiod = "2026-W47"\n'


def saved(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.clockify-report.toml"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("more", "output", "words"),
    [
        ('group_by = ["client", "day"]\nonly = "billable"\n', "layout = 'grid'",
         "--group-by client,day --only billable --layout grid"),
        ('people = [{ name = "Priya Raman" }]\nrounding = "up:15"\n',
         "no_amounts = true\nseparator = 'tab'\ncolumns = ['user', 'duration_hours']",
         ("--user Priya*Raman --rounding up:15 --no-amounts --separator tab"
         " --columns user,duration_hours")),
        (('page = "changed"\nhide_names = true\nchoose = ["rows=client", '
         '"order=change"]\n'), "format = 'csv'",
         "--page changed --choose rows=client --choose order=change --hide-names"),
    ],
)  # fmt: skip
def test_the_bytes_are_those_of_report(
    cli: Run, tmp_path: Path, more: str, output: str, words: str
) -> None:
    options = [word.replace("*", " ") for word in words.split()]
    wanted = tmp_path / "wanted.csv"
    words_of_report = ("--period", "2026-W47", *options, "--output", str(wanted))
    code, _, notes = cli("report", *words_of_report)
    assert code == 0
    text = f"{WEEK}{more}[[outputs]]\npath = 'deep/{{start}}.csv'\n{output}\n"
    file = saved(tmp_path, "week", text)
    place = tmp_path / "deep" / "2026-11-16.csv"
    assert cli("run", str(file)) == (0, f"{place}\n".encode(), notes)
    assert place.read_bytes() == wanted.read_bytes()


def test_another_period_and_another_folder(cli: Run, tmp_path: Path) -> None:
    text = f"{WEEK}outputs = [{{ path = '{{period}}.csv' }}, {{ path = 'a.json' }}]"
    file = saved(tmp_path, "week", text)
    folder = tmp_path / "elsewhere"
    words = ("--period", "2026-W46", "--output-dir", str(folder))
    code, out, err = cli("run", str(file), *words)
    places = [folder / "2026-W46.csv", folder / "a.json"]
    assert (code, err) == (0, "")
    assert out.decode().splitlines() == list(map(str, places))
    wanted = tmp_path / "wanted.csv"
    assert cli("report", "--period", "2026-W46", "--output", str(wanted))[0] == 0
    assert places[0].read_bytes() == wanted.read_bytes()
    assert cli("run", str(file), "--period", "last-weak")[0] == 2


def test_an_error_stops_nothing_else_and_spoils_nothing(
    cli: Run, tmp_path: Path
) -> None:
    earlier = tmp_path / "people.csv"
    earlier.write_bytes(b"earlier")
    files = [
        saved(tmp_path, "people", f"{WEEK}people = [{{ id = 'u9', name = 'Zoe' }}]\n"
              "outputs = [{ path = 'people.csv' }]"),
        saved(tmp_path, "layout", f"{WEEK}[[outputs]]\npath = 'a.csv'\n"
              "layout = 'gird'\n[[outputs]]\npath = 'good.csv'"),
        saved(tmp_path, "account", f"{WEEK}workspace = {{ id = 'w9', name = 'Old' }}\n"
              "outputs = [{ path = 'w.csv' }]"),
        saved(tmp_path, "empty", WEEK),
        saved(tmp_path, "twice", f"{WEEK}outputs = [{{ path = 'good.csv' }}]"),
        tmp_path / "missing.clockify-report.toml",
        tmp_path,
        saved(tmp_path, "last", f"{WEEK}outputs = [{{ path = 'last.csv' }}]"),
    ]  # fmt: skip
    code, out, err = cli("run", *map(str, files))
    assert code == 1
    written = [tmp_path / "good.csv", tmp_path / "last.csv"]
    assert out.decode().splitlines() == list(map(str, written))
    assert written[0].read_bytes() == written[1].read_bytes() != b""
    assert earlier.read_bytes() == b"earlier"
    said = err.splitlines()
    assert len(said) == 7
    for line, begin in zip(
        said,
        (
            "people.clockify-report.toml: There is no person “Zoe” (u9) to be seen",
            "Line 5 of layout.clockify-report.toml: --layout is one of rows, grid,",
            "account.clockify-report.toml: There is no workspace “Old” (w9)",
            "empty.clockify-report.toml names no output: Add [[outputs]]",
            "Line 3 of twice.clockify-report.toml: good.csv was written by this run",
            f"{tmp_path}/missing.clockify-report.toml could not be read",
            f"{tmp_path.name} is no file that can be read",
        ),
        strict=True,
    ):
        assert line.startswith(f"error: {begin}"), line


def test_sample_data_takes_no_place_of_true_data(cli: Run, tmp_path: Path) -> None:
    text = (
        f"{WEEK}account = 'nobody'\nstrict = true\noutputs = [{{ path = 'week.csv' }}]"
    )
    file = saved(tmp_path, "week", text)
    code, out, _ = cli("run", "--demo", str(file))
    assert code in {0, 3}
    assert out.decode() == f"{tmp_path / 'SAMPLE_week.csv'}\n"
    assert not (tmp_path / "week.csv").exists()


def test_outputs_are_written_though_nobody_reads_their_places(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: bytes) -> None:
        raise standard_streams.OutputUnreadError

    monkeypatch.setattr("clockify_desktop.cli.run_files.write_output", gone)
    text = f"{WEEK}outputs = [{{ path = 'a.csv' }}, {{ path = 'b.csv' }}]"
    assert cli("run", str(saved(tmp_path, "week", text)))[0] == 141
    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "a.csv").read_bytes() != b""


def test_a_folder_that_cannot_be_made_is_said(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "deep").write_text("no folder")
    text = f"{WEEK}outputs = [{{ path = 'deep/a.csv' }}]"
    code, _, err = cli("run", str(saved(tmp_path, "week", text)))
    assert code == 1
    assert "deep could not be made" in err


def test_report_files_know_all_that_report_has() -> None:
    options = set(vars(parsed(["--period", "today"]))) - {"counting"}
    # Which sample, which file and what is read instead of Clockify is of one run.
    of_one_run = {"demo", "output", "date_order", "files"}
    tables = {"user": "people", "project": "projects", "client": "clients"}
    known = {*ReportFile.__struct_fields__, *ReportOutput.__struct_fields__}
    assert {tables.get(one, one) for one in options - of_one_run} <= known


def test_outputs_of_a_file_ask_once(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = report.ask

    def told(*words: Any) -> Any:
        asked.append(words[0].page)
        return ask(*words)

    monkeypatch.setattr(report, "ask", told)
    outputs = "{ path = 'a.csv' }, { path = 'b.json', format = 'json' },"
    more = "{ path = 'c.csv', layout = 'entries' }"
    both = saved(tmp_path, "both", f"{WEEK}outputs = [{outputs} {more}]")
    outputs = "{ path = 'd.csv' }, { path = 'e.csv', no_amounts = true }"
    text = f"{WEEK}page = 'changed'\noutputs = [{outputs}]"
    page = saved(tmp_path, "page", text)
    again = saved(tmp_path, "again", f"{WEEK}outputs = [{{ path = 'f.csv' }}]")
    assert cli("run", *map(str, (both, page, again)))[0] == 0
    # A row for each entry needs the entries, and another file is asked for anew.
    assert asked == ["where", "where", "changed", "where"]
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "f.csv").read_bytes()
