"""A million time entries to CSV: how long that takes, and how much memory.

Beside it stands Python's own ``csv.writer`` on tuples of texts that are ready, which
knows neither formulas nor entries. Both write the same bytes into the same folder, in
ten turns, so that a noisy machine slows both.
Memory is what a process of its own takes beyond the entries, by Linux's account.
"""

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import numpy as np
from figures import Figure, show

from clockify_desktop.domain.directory import (
    Directory,
    Person,
    Project,
    Tag,
    Task,
    Workspace,
)
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.identity import (
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.export.csv_file import PLAIN
from clockify_desktop.export.entry_file import entry_columns
from clockify_desktop.export.entry_lines import entry_lines

COUNT = 1_000_000
# The tuples of so many blocks are ready at once: those of all would not fit beside.
BLOCKS = 25
PEOPLE, PROJECTS, TASKS, TAGS, DESCRIPTIONS = 500, 60, 300, 40, 20_000
DAYS = Period(date(2026, 1, 1), date(2026, 12, 31))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme", "EUR"), DAYS, "UTC", 0)
TIME_TARGET = 1.3
MOST_BYTES = 64 * 2**20
_DAY_S = 86_400
_KIB = 1024


def some_entries(count: int) -> Entries:
    """Make entries by chance; no two begin or last alike by plan."""
    chance = np.random.default_rng(7)

    def places(most: int) -> np.ndarray:
        return chance.integers(0, most, count)

    projects = tuple(
        Project(
            ProjectId(f"{at:024x}"), f"Project {at}", client_name=f"Client {at % 9}"
        )
        for at in range(PROJECTS)
    )
    day = DAYS.start.toordinal() + places(DAYS.days)
    start_s = (day - date(1970, 1, 1).toordinal()) * _DAY_S + places(_DAY_S)
    seconds = 60 + places(8 * 3600)
    zeros = np.zeros(count, np.intp)
    said = [f"Prüfung {at}" if at % 5 else f"Mail, {at}" for at in range(DESCRIPTIONS)]
    return Entries(
        people=tuple(
            Person(UserId(f"{at:024x}"), f"Person {at}", f"p{at}@acme.example")
            for at in range(PEOPLE)
        ),
        projects=projects,
        tasks=tuple(Task(TaskId(f"{at:024x}"), f"Task {at}") for at in range(TASKS)),
        tag_sets=tuple((Tag(TagId(f"{at}"), f"Tag {at}"),) for at in range(TAGS)),
        descriptions=tuple(said),
        kinds=("REGULAR",),
        approvals=(None,),
        ids=np.array([f"{at:024x}" for at in range(count)], np.object_),
        user=places(PEOPLE),
        project=places(PROJECTS),
        task=places(TASKS),
        tags=places(TAGS),
        description=places(DESCRIPTIONS),
        kind=zeros,
        approval=zeros,
        start_s=start_s,
        end_s=start_s + seconds,
        start_offset_min=np.zeros(count, np.int16),
        end_offset_min=np.zeros(count, np.int16),
        day=day,
        seconds=seconds,
        billable=places(2) == 0,
        running=np.zeros(count, np.bool_),
        locked=np.zeros(count, np.bool_),
        currencies=("EUR",),
        rate_micros=(30 + places(20)) * 1_000_000,
        amount_micros=places(500) * 1_000_000,
        currency=zeros,
    )


def lines_of(entries: Entries) -> Iterator[bytes]:
    """Write entries as the command line does."""
    columns = entry_columns(entries, Directory(), QUERY, PLAIN)
    return entry_lines(columns, np.arange(len(entries)), PLAIN)


def both_s(entries: Entries, folder: Path) -> tuple[float, float]:
    """Write all entries in both ways, a tenth of them at a time.

    Returns:
        The seconds that ours took, and Python's own.
    """
    mine_s, theirs_s = 0.0, 0.0
    mine, theirs = folder / "ours.csv", folder / "pythons.csv"
    begun = time.perf_counter()
    lines = lines_of(entries)
    mine_s += time.perf_counter() - begun
    while True:
        begun = time.perf_counter()
        with mine.open("wb") as file:
            file.writelines(islice(lines, BLOCKS))
        mine_s += time.perf_counter() - begun
        with mine.open(encoding="utf-8", newline="") as text:
            rows = [tuple(row) for row in csv.reader(text)]
        if not rows:
            return mine_s, theirs_s
        begun = time.perf_counter()
        with theirs.open("w", encoding="utf-8", newline="") as text:
            csv.writer(text, lineterminator="\n").writerows(rows)
        theirs_s += time.perf_counter() - begun
        assert mine.read_bytes() == theirs.read_bytes()


def peak_bytes() -> int:
    """Tell the most memory that this process ever had, by Linux's own account."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * _KIB


def now_bytes() -> int:
    """Tell how much memory this process has now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * _KIB


def growth() -> None:
    """Write all of them once, and print by how much the peak lies above the entries."""
    entries = some_entries(COUNT)
    # What making the entries took for a while does not count.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = now_bytes()
    written = sum(map(len, lines_of(entries)))
    print(json.dumps({"grown": peak_bytes() - before, "written": written}))


def figures() -> list[Figure]:
    """Measure time and memory."""
    said = subprocess.run(
        [sys.executable, __file__, "--growth"], stdout=subprocess.PIPE, check=True
    ).stdout
    grown = json.loads(said)["grown"]
    entries = some_entries(COUNT)
    with tempfile.TemporaryDirectory() as folder:
        mine_s, theirs_s = both_s(entries, Path(folder))
    what = f"{COUNT:,} time entries to CSV"
    return [
        Figure(
            f"{what}, against csv.writer on ready tuples",
            mine_s / theirs_s,
            TIME_TARGET,
        ),
        Figure(
            f"memory of {what} beyond the entries, against {MOST_BYTES // 2**20} MiB",
            grown / MOST_BYTES,
            1.0,
        ),
    ]


def main() -> int:
    """Run as the process whose memory is measured, or as the benchmark.

    Returns:
        The exit code.
    """
    if sys.argv[1:] == ["--growth"]:
        growth()
        return 0
    return show(figures())


if __name__ == "__main__":
    sys.exit(main())
