"""A detailed CSV of Clockify to facts, against Python's own reader over the same file.

``csv.reader`` takes the file apart into texts and keeps none of them. Beside that stand
dates and times in two notations of a clock, names, ids, entries sorted by person, and
facts with their money. The file is written in Clockify's own layout by this program.
"""

import csv
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import numpy as np
from entries_csv import QUERY, some_entries
from figures import Figure, show

from clockify_desktop.csv_import.exported_file import read_export
from clockify_desktop.domain.day_counting import AS_CLOCKIFY
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.written_dates import CLOCKIFY_DATES
from clockify_desktop.export.clockify_layout import as_clockify, detailed_columns
from clockify_desktop.export.csv_file import PLAIN
from clockify_desktop.export.entry_lines import entry_lines
from clockify_desktop.services.export_session import facts_of

COUNT = 200_000
TURNS = 9
TARGET = 3.0


def write(path: Path) -> int:
    """Write the file.

    Returns:
        The seconds of all its entries.
    """
    entries, shown = some_entries(COUNT), np.arange(COUNT)
    # A task is of one project.
    entries = replace(entries, project=entries.task % len(entries.projects))
    syntax = as_clockify(PLAIN)
    columns = detailed_columns(
        entries, shown, Directory(), QUERY, CLOCKIFY_DATES, syntax
    )
    with path.open("wb") as file:
        file.writelines(entry_lines(columns, shown, syntax))
    return entries.total_s


def facts_s(path: Path, total_s: int) -> float:
    """Read the file into facts; tell how long that took."""
    begun = time.perf_counter()
    export = read_export(path.read_bytes(), path.name, ZoneInfo("UTC"))
    facts = facts_of(export.entries, frozenset(), "UTC", AS_CLOCKIFY)
    took_s = time.perf_counter() - begun
    assert (len(facts), facts.total_s) == (COUNT, total_s)
    return took_s


def reader_s(path: Path) -> float:
    """Read the file with Python's own reader; tell how long that took."""
    begun = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        count = sum(1 for _ in csv.reader(file))
    took_s = time.perf_counter() - begun
    assert count == COUNT + 1
    return took_s


def figures() -> list[Figure]:
    """Measure both in turns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Clockify_Time_Report_Detailed.csv"
        total_s = write(path)
        ratios = [facts_s(path, total_s) / reader_s(path) for _ in range(TURNS)]
    what = f"a detailed CSV of {COUNT:,} entries to facts, against csv.reader over it"
    return [Figure(what, median(ratios), TARGET)]


if __name__ == "__main__":
    sys.exit(show(figures()))
