"""All rules over 50,000 time entries, beside one pass of a Python loop over them."""

import statistics
import sys
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import numpy as np
from figures import Figure, show
from projection import seconds_of

from clockify_desktop.domain.directory import Person, Project, Task
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_findings import Checked
from clockify_desktop.domain.entry_rules import RULES, found_by
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId

ENTRIES = 50_000
PEOPLE, PROJECTS, DAYS = 100, 40, 84
DAY_S, HOUR_S = 86_400, 3600
MINUTE_S, WORKDAYS = 60, 5
# A Monday of August 2026; in October clocks are changed.
FIRST_DAY = date(2026, 8, 31).toordinal()
FIRST_S = (FIRST_DAY - date(1970, 1, 1).toordinal()) * DAY_S
FEW, BREAKS = 0.002, 0.05
BERLIN = ZoneInfo("Europe/Berlin")
RUNS = 15
TARGET = 0.15


@dataclass(slots=True)
class Row:
    """One entry as a loop has it."""

    user: int
    project: Project
    description: str
    start_s: int
    end_s: int
    seconds: int
    running: bool
    billable: bool
    kind: str


def twelve_weeks() -> Checked:
    """Make a hundred people's entries of sixty workdays: one behind the other.

    A few of them are found by each rule.
    """
    chance = np.random.default_rng(1)
    workdays = np.flatnonzero(np.arange(DAYS) % 7 < WORKDAYS)
    a_day = ENTRIES // (PEOPLE * len(workdays)) + 1
    shape = PEOPLE, len(workdays), a_day
    lengths = chance.integers(5, 14, shape) * 6 * MINUTE_S
    begin = 8 * HOUR_S + np.cumsum(lengths, axis=2) - lengths
    user, day = (
        np.broadcast_to(one, shape).ravel()[:ENTRIES]
        for one in (np.arange(PEOPLE)[:, None, None], workdays[None, :, None])
    )
    seconds = lengths.ravel()[:ENTRIES].copy()
    start_s = FIRST_S + day * DAY_S + begin.ravel()[:ENTRIES]

    def few(share: float) -> np.ndarray:
        return chance.random(ENTRIES) < share

    seconds[few(FEW)] += 9 * HOUR_S
    seconds[few(FEW)] = 20
    start_s[few(FEW)] -= MINUTE_S
    start_s[few(FEW)] += 12 * HOUR_S
    running = few(FEW)
    seconds[running] = 0
    # The same block each Monday.
    daily = (user == 0) & (day % 7 == 0) & (begin.ravel()[:ENTRIES] == 8 * HOUR_S)
    seconds[daily] = HOUR_S
    descriptions = tuple(
        f"Answering ticket {one}" if one else "" for one in range(9000)
    )
    projects = (
        Project(None, "(Without project)"),
        *(
            Project(ProjectId(f"p{one:02}"), f"Project {one:02}", archived=one < 2)
            for one in range(PROJECTS)
        ),
    )
    entries = Entries(
        people=tuple(
            Person(UserId(f"u{one}"), f"Person {one}", time_zone=BERLIN.key)
            for one in range(PEOPLE)
        ),
        projects=projects,
        tasks=(Task(None, "(Without task)"),),
        tag_sets=((),),
        descriptions=descriptions,
        kinds=("REGULAR", "BREAK"),
        approvals=(None,),
        ids=np.array([f"{one:024x}" for one in range(ENTRIES)], np.object_),
        user=user,
        project=np.where(daily, 1, chance.integers(0, len(projects), ENTRIES)),
        task=np.zeros(ENTRIES, np.intp),
        tags=np.zeros(ENTRIES, np.intp),
        description=np.where(daily, 1, chance.integers(0, 9000, ENTRIES)),
        kind=few(BREAKS).astype(np.intp),
        approval=np.zeros(ENTRIES, np.intp),
        start_s=start_s,
        end_s=start_s + seconds,
        start_offset_min=np.full(ENTRIES, 60, np.int16),
        end_offset_min=np.full(ENTRIES, 60, np.int16),
        day=FIRST_DAY + day,
        seconds=seconds,
        billable=few(FEW),
        running=running,
        locked=np.zeros(ENTRIES, np.bool_),
    ).in_order()
    # On the last Friday at noon.
    now_s = FIRST_S + (DAYS - 3) * DAY_S + 12 * HOUR_S
    known = frozenset(project.id for project in projects)
    return Checked(entries, now_s, known, before_of(entries))


def before_of(entries: Entries) -> Facts:
    """Take the first eight weeks for the weeks before."""
    facts = entries.as_facts()
    return replace(facts.take(facts.day < FIRST_DAY + 8 * 7), more={})


def rows_of(entries: Entries) -> list[Row]:
    """Give the same entries as a loop would have them."""
    columns = entries.columns
    plain = ("start_s", "end_s", "seconds", "running", "billable")
    return [
        Row(
            user,
            entries.projects[project],
            entries.descriptions[description],
            *more,
            kind=entries.kinds[kind],
        )
        for user, project, description, kind, *more in zip(
            *(
                columns[name].tolist()
                for name in ("user", "project", "description", "kind", *plain)
            ),
            strict=True,
        )
    ]


def by_loop(rows: list[Row], now_s: int) -> Counter[str]:  # noqa: C901, PLR0912 - as one writes it first
    """Ask in one pass all that does not compare an entry with many others."""
    found: Counter[str] = Counter()
    latest: dict[int, int] = {}
    for row in rows:
        if row.running:
            found["running"] += 1
        if row.seconds > 10 * HOUR_S:
            found["long"] += 1
        if row.kind != "REGULAR":
            continue
        if row.project.id is None:
            found["no-project"] += 1
        if not row.description.strip():
            found["no-description"] += 1
        if row.seconds < MINUTE_S and not row.running:
            found["short"] += 1
        if row.end_s > now_s + 5 * MINUTE_S:
            found["future"] += 1
        if row.project.archived:
            found["archived"] += 1
        if row.billable and row.project.id is not None and not row.project.billable:
            found["billable"] += 1
        start = datetime.fromtimestamp(row.start_s, BERLIN)
        until_h = start.hour + (start.minute * 60 + row.end_s - row.start_s) / HOUR_S
        at_night = start.hour < 6 or until_h > 22 or start.weekday() >= WORKDAYS
        if at_night and row.end_s > row.start_s:
            found["night"] += 1
        if row.running:
            continue
        if min(latest.get(row.user, 0), row.end_s) > row.start_s:
            found["overlapping"] += 1
        latest[row.user] = max(latest.get(row.user, 0), row.end_s)
    return found


def figures() -> list[Figure]:
    """Ask all twelve rules, each time beside the loop that asks ten of them."""
    checked = twelve_weeks()
    rows = rows_of(checked.entries)
    ours = found_by(RULES, checked, {})
    told = Counter(RULES[rule].key for rule in ours.rule.tolist())
    assert all(
        told[key] == count for key, count in by_loop(rows, checked.now_s).items()
    )
    assert len(told) == len(RULES), told
    ratios = []
    for _ in range(RUNS):
        # Nothing is remembered of the run before.
        fresh = replace(checked, entries=replace(checked.entries))
        fast = seconds_of(lambda at=fresh: found_by(RULES, at, {}))
        slow = seconds_of(lambda: by_loop(rows, checked.now_s))
        ratios.append(fast / slow)
    name = "12 rules over 50,000 entries, against a Python loop that asks 10 of them"
    return [Figure(name, statistics.median(ratios), TARGET)]


if __name__ == "__main__":
    sys.exit(show(figures()))
