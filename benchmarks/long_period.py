"""Five years of 500 people as one CSV: how much memory and time that takes.

The server is the sample server in a process of its own, with 400 entries a day. The
command line is a process of its own, whose peak Linux tells. What the number of parts
costs is what five years take more than one of them; the columns of their facts are
held twice, in the parts and in the report.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import httpx
import numpy as np
from figures import Figure, show
from served import served

from clockify_desktop.api.rate import KEY_RATE_A_SECOND
from clockify_desktop.api.report_bodies import SummaryQuery, summary_body
from clockify_desktop.cli.program import run
from clockify_desktop.domain.period import Period
from clockify_desktop.sample.entries import Entries
from clockify_desktop.sample.moment import day_number
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.serving import listen, serve

PEOPLE = 500
PROJECTS = 60
ENTRIES_A_DAY = 400
YEARS = 5
YEAR_DAYS = 365
LAST = date(2026, 11, 22)
YEAR = Period(LAST - timedelta(days=YEAR_DAYS - 1), LAST)
LONG = Period(LAST - timedelta(days=YEARS * YEAR_DAYS - 1), LAST)
PART_DAYS = 31
MOST_BYTES = 400 * 2**20
MEMORY_TARGET = 1.0
TIME_TARGET = 1.2
FLAT_TARGET = 1.5
# Seven columns, twice.
FACT_BYTES = 2 * 7 * 8
# Decoding and keeping all of one year costs more than five years may.
NAIVE_TARGET = 0.5
_KIB = 1024
_DAY_S = 86_400


def filled(organisation: Organisation) -> None:
    """Spread entries over people and projects by chance."""
    chance = np.random.default_rng(7)
    days = np.repeat(np.arange(LONG.days) + day_number(LONG.start), ENTRIES_A_DAY)
    count = len(days)
    # From noon in Greenwich on, so that it is the same day to everybody in Europe.
    start_s = days * _DAY_S + _DAY_S // 2 + chance.integers(0, 3600, count)
    zeros = np.zeros(count, np.int32)
    organisation.workspaces[0].entries = Entries(
        start_s=start_s,
        end_s=start_s + 3600,
        user=chance.integers(0, PEOPLE, count).astype(np.int32),
        project=chance.integers(0, PROJECTS, count).astype(np.int32),
        task=zeros - 1,
        tags=zeros,
        description=zeros,
        billable=chance.integers(0, 2, count) == 0,
        kind=zeros.astype(np.int8),
        serial=np.arange(count, dtype=np.int64),
    ).sorted()


def serve_filled() -> None:
    """Serve until SIGTERM; one line on stdout says where."""
    now = datetime.combine(LAST, datetime.min.time(), UTC) + timedelta(days=1)
    organisation = Organisation.generate(now, users=PEOPLE, projects=PROJECTS, days=1)
    filled(organisation)
    serve(organisation, listen(0), partial(print, flush=True))


def peak_bytes() -> int:
    """Tell the most memory that this process ever had, by Linux's own account."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * _KIB


def report(days: str) -> None:
    """Write the report as a person does, and print what that took."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "report.csv")
        words = ["report", "--period", days, "--format", "csv", "--output", target]
        start = time.perf_counter()
        assert run([*words, "--strict"]) == 0
        seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "peak_bytes": peak_bytes()}))


def bodies(period: Period) -> Iterator[bytes]:
    """Write the questions of a period as the report asks them."""
    for part in period.parts(PART_DAYS):
        for billable in (None, True):
            query = SummaryQuery(
                period=part,
                time_zone="Europe/Berlin",
                groups=("USER", "PROJECT", "DATE"),
                billable=billable,
            )
            yield summary_body(query)


def answers(days: str, *, keep: bool) -> None:
    """Ask the same one after another, and print what that took.

    Args:
        keep: Whether all are decoded and kept, as one would first.
    """
    period = Period(*map(date.fromisoformat, days.split("..")))
    headers = {"X-Api-Key": os.environ["CLOCKIFY_API_KEY"]}
    kept = []
    with httpx.Client(headers=headers, timeout=None) as client:  # noqa: S113 - the server is ours
        core = client.get(os.environ["CLOCKIFY_API_URL"] + "/user").json()
        url = (
            f"{os.environ['CLOCKIFY_REPORTS_URL']}/workspaces/"
            f"{core['activeWorkspace']}/reports/summary"
        )
        start = time.perf_counter()
        for body in bodies(period):
            content = client.post(url, content=body).raise_for_status().content
            if keep:
                kept.append(json.loads(content))
        seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "peak_bytes": peak_bytes()}))


def measured(told: dict[str, str], what: str, period: Period) -> dict[str, float]:
    """Let a process of its own do something, and take what it prints."""
    said = subprocess.run(
        [sys.executable, __file__, what, f"{period.start}..{period.end}"],
        env={**os.environ, **told},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    found: dict[str, float] = json.loads(said)
    return found


def figures() -> list[Figure]:
    """Measure the report beside what the rate and the answers alone take."""
    with served(__file__, "--serve") as told:
        # The answers alone before and after, as the machine may be busy with more.
        before, after = LONG.halves()
        answers_s = measured(told, "--answers", before)["seconds"]
        long = measured(told, "--report", LONG)
        answers_s += measured(told, "--answers", after)["seconds"]
        one_year = measured(told, "--report", YEAR)
        naive = measured(told, "--kept-answers", YEAR)
    more_bytes = (LONG.days - YEAR.days) * ENTRIES_A_DAY * FACT_BYTES
    questions = 2 * len(LONG.parts(PART_DAYS))
    # From rest, a second's worth goes out at once.
    rate_s = (questions - KEY_RATE_A_SECOND) / KEY_RATE_A_SECOND
    what = f"{YEARS} years of {PEOPLE} x {PROJECTS}, {ENTRIES_A_DAY} entries a day"
    return [
        Figure(
            f"memory of a report of {what}, against {MOST_BYTES // 2**20} MiB",
            long["peak_bytes"] / MOST_BYTES,
            MEMORY_TARGET,
        ),
        Figure(
            f"time of a report of {what}, against the rate and the answers",
            long["seconds"] / (rate_s + answers_s),
            TIME_TARGET,
        ),
        Figure(
            f"memory of a report of {what}, beyond that of the last of them, "
            "against the columns of the facts",
            (long["peak_bytes"] - one_year["peak_bytes"]) / more_bytes,
            FLAT_TARGET,
        ),
        Figure(
            f"memory of a report of {what}, "
            "against json.loads of the answers of the last of them",
            long["peak_bytes"] / naive["peak_bytes"],
            NAIVE_TARGET,
        ),
    ]


def main() -> int:
    """Run as the server, as a client or as the benchmark.

    Returns:
        The exit code.
    """
    match sys.argv[1:]:
        case ["--serve"]:
            serve_filled()
        case ["--report", days]:
            report(days)
        case ["--answers" | "--kept-answers" as what, days]:
            answers(days, keep=what == "--kept-answers")
        case _:
            return show(figures())
    return 0


if __name__ == "__main__":
    sys.exit(main())
