"""LibreOffice opens spreadsheets: no text is run, and sums follow what is hidden."""

import subprocess
from collections import Counter
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pytest

from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.domain.table import table_of
from clockify_desktop.export.workbook import workbook_bytes
from clockify_desktop.services.workbooks import table_book
from tests.conftest import FULL
from tests.proofs.test_spreadsheet import (
    FIRST,
    HOSTILE,
    OFFICE,
    cells_of,
    person,
    project,
)
from tests.sheets import opened

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(not FULL, reason="LibreOffice is started by make proofs alone"),
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice Calc is not installed"),
]
# Formulas are worked out anew, whatever value they bring.
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_HIDDEN: Final = 7


def read(folder: Path) -> list[list[dict[str, str]]]:
    """Let LibreOffice read the spreadsheet of a folder; all cells, a list a row."""
    assert OFFICE is not None
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE)
    subprocess.run(
        [
            *(OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--headless", "--convert-to", "fods", "--outdir", str(folder)),
            str(folder / "days.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return cells_of(folder / "days.fods")


def hide(path: Path) -> None:
    """Hide some of the rows, as a filter does."""
    workbook: Any = opened(path.read_bytes())
    for row in range(2, 2 + _HIDDEN):
        workbook["Days"].row_dimensions[row].hidden = True
    workbook.save(path)


def test_no_text_is_run_and_sums_are_of_what_is_shown(
    make_report: Callable[..., Report],
    tmp_path: Path,
    figure: Callable[[str, str], None],
) -> None:
    places = range(len(HOSTILE))
    facts = [(at, at, FIRST, 3600 + at, 60, 10_125_555 + at, at % 2) for at in places]
    people, projects = tuple(map(person, places)), tuple(map(project, places))
    report = make_report(facts, people, projects)
    table = table_of(report, [Level.USER, Level.PROJECT, Level.DAY])
    book = table_book("Days", table, report, EVERYTHING, hidden=False)
    rows = [*table.rows]
    for name, shown in (("whole", rows), ("filtered", rows[_HIDDEN:])):
        path = tmp_path / name / "days.xlsx"
        path.parent.mkdir()
        path.write_bytes(workbook_bytes(book))
        if shown is not rows:
            hide(path)
        cells = read(path.parent)
        formulas = [one for row in cells for one in row if "formula" in one]
        assert all("SUBTOTAL(109;" in one["formula"] for one in formulas)
        duration, billable, *money = formulas
        assert duration["time-value"] == clock(sum(row.duration_s for row in shown))
        assert billable["time-value"] == clock(60 * len(shown))
        for code, one in zip(("EUR", "USD"), money, strict=True):
            amounts = (row.amount or 0 for row in shown if row.currency == code)
            assert float(one["value"]) == pytest.approx(float(sum(amounts)))
        kinds = Counter(one.get("value-type") for one in chain.from_iterable(cells))
        assert kinds["string"] >= 7 * len(HOSTILE)
        assert min(kinds["float"], kinds["date"], kinds["time"]) >= len(HOSTILE)
    figure(
        f"LibreOffice, a spreadsheet, {len(HOSTILE)} hostile texts in each column",
        f"{len(formulas)} formulas, all of them sums of what is shown",
    )


def clock(seconds: int) -> str:
    """Write a duration as LibreOffice does."""
    minutes, rest = divmod(seconds, 60)
    return f"PT{minutes // 60:02}H{minutes % 60:02}M{rest:02}S"
