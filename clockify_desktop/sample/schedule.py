"""The ordinary days of the sample organisation, drawn as whole columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from clockify_desktop.sample.entries import NONE, Entries
from clockify_desktop.sample.moment import WEEK
from clockify_desktop.sample.people import Membership, Person
from clockify_desktop.sample.projects import (
    DESCRIPTIONS,
    TAG_SETS,
    TASKS_A_PROJECT,
    SampleProject,
)
from clockify_desktop.sample.zones import DAY_S, clock_for

_MOST_A_DAY = 5
_PHASES = 4
_PHASE_WEEKS = 3
_TABLE = 256
_QUIET_DAYS = 21
# Shares: a rare slip of the pen, the usual billing, two or three days a year.
_NO_PROJECT = 0.002
_NO_DESCRIPTION = 0.003
_BILLABLE = 0.94
_SICK = 0.01


@dataclass(frozen=True, slots=True)
class Office:
    """Who works where, and when.

    Args:
        people: The members, in the order of their numbers.
        projects: In the order of their numbers.
        days: int64, days since 1970-01-01, ascending without gaps.
        expected: bool, people x days.
        effort: How much of a day's work this workspace sees; 1.0: all of it.
        evening_h: Hours by which every day begins later.
        now_s: Nothing begins then or later.
    """

    people: Sequence[Person]
    projects: Sequence[SampleProject]
    days: NDArray[np.int64]
    expected: NDArray[np.bool_]
    now_s: int
    effort: float = 1.0
    evening_h: float = 0.0


def ordinary_days(rng: Generator, office: Office) -> Entries:
    """Draw what everybody did, day by day, up to now.

    Args:
        rng: Where chance comes from.
        office: Who works where, and when.

    Returns:
        Entries without overlap, sorted by start, none of them running.
    """
    at_work = _at_work(rng, office)
    person, day = np.nonzero(at_work)
    wall_s, length_s, used = _parts_of_days(rng, office, person, day)
    part_person = np.broadcast_to(person[:, None], used.shape)[used]
    part_day = np.broadcast_to(day[:, None], used.shape)[used]
    begin_s = _to_utc(office.people, part_person, wall_s[used])
    end_s = begin_s + length_s[used]
    project = _choose_projects(rng, office, part_person, part_day)
    count = len(begin_s)
    chance = rng.random((3, count), np.float32)
    open_project = np.array([p.billable for p in office.projects])[project]
    project = np.where(chance[0] < _NO_PROJECT, NONE, project).astype(np.int32)
    part = rng.integers(0, TASKS_A_PROJECT + 1, count, dtype=np.int32)
    has_task = (part < TASKS_A_PROJECT) & (project != NONE)
    texts = rng.integers(1, len(DESCRIPTIONS), count, dtype=np.int32)
    past = begin_s < office.now_s
    drawn = Entries(
        start_s=begin_s,
        end_s=np.minimum(end_s, office.now_s),
        user=part_person.astype(np.int32),
        project=project,
        task=np.where(has_task, project * TASKS_A_PROJECT + part, NONE).astype(
            np.int32
        ),
        tags=rng.integers(0, len(TAG_SETS), count, dtype=np.int32),
        description=np.where(chance[1] < _NO_DESCRIPTION, 0, texts).astype(np.int32),
        billable=open_project & (project != NONE) & (chance[2] < _BILLABLE),
        kind=np.zeros(count, np.int8),
        serial=np.zeros(count, np.int64),
    )
    return drawn.take(past).sorted()


def _at_work(rng: Generator, office: Office) -> NDArray[np.bool_]:
    mask = office.expected.copy()
    days = office.days
    # A sick day now and then, but none lately: what a review finds is placed.
    sick = rng.random(mask.shape, np.float32) < _SICK
    sick[:, -_QUIET_DAYS:] = False
    mask &= ~sick
    today = int(days[-1]) - 1
    for number, person in enumerate(office.people):
        if person.membership is Membership.PENDING:
            mask[number] = False
        if person.joined_days_ago is not None:
            mask[number, days < today - person.joined_days_ago] = False
        if person.gone_days_ago is not None:
            mask[number, days >= today - person.gone_days_ago] = False
    return mask


def _parts_of_days(
    rng: Generator,
    office: Office,
    person: NDArray[np.intp],
    day: NDArray[np.intp],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Cut days into entries: begin on the wall clock, length, and which exist."""
    people = office.people
    shape = (len(person), _MOST_A_DAY)
    expected_s = np.array([p.day_s * p.zeal * office.effort for p in people])
    grain_s = np.array([1 if p.to_the_second else 300 for p in people], np.int64)
    begins_s = np.array([(p.begins_h + office.evening_h) * 3600 for p in people])
    total_s = expected_s[person] * rng.normal(1.0, 0.035, len(person))
    used = (
        np.arange(_MOST_A_DAY) < rng.integers(2, _MOST_A_DAY + 1, len(person))[:, None]
    )
    weight = np.where(used, rng.random(shape) + 0.35, 0.0)
    length_s = total_s[:, None] * weight / weight.sum(axis=1, keepdims=True)
    grain = grain_s[person][:, None]
    length_s = np.maximum(length_s // grain, 1).astype(np.int64) * grain
    length_s = np.where(used, length_s, 0)
    pause_s = rng.integers(0, 8, shape) * 60
    pause_s[:, 1] += rng.integers(25, 60, len(person)) * 60
    offset_s = np.cumsum(length_s + pause_s, axis=1) - length_s - pause_s
    late_s = rng.integers(-4, 5, len(person)) * 300
    midnight_s = office.days[day] * DAY_S
    first_s = midnight_s + begins_s[person].astype(np.int64) + late_s
    return first_s[:, None] + offset_s, length_s, used


def _to_utc(
    people: Sequence[Person],
    person: NDArray[np.intp],
    wall_s: NDArray[np.int64],
) -> NDArray[np.int64]:
    if not len(wall_s):
        return wall_s
    begin_s = np.empty_like(wall_s)
    zones = np.array([p.zone for p in people])[person]
    for zone in sorted({p.zone for p in people}):
        here = zones == zone
        clock = clock_for(zone, int(wall_s.min()), int(wall_s.max()))
        begin_s[here] = clock.to_utc(wall_s[here])
    return begin_s


def _choose_projects(
    rng: Generator,
    office: Office,
    person: NDArray[np.intp],
    day: NDArray[np.intp],
) -> NDArray[np.int32]:
    """Choose by favourites that change every few weeks."""
    projects = office.projects
    shares = np.array([project.share for project in projects])
    # Few favourites and many small ones: a gamma of a shape below one.
    shape = (len(office.people), _PHASES, len(projects))
    liking = rng.gamma(0.45, size=shape) + 0.01
    allowed = np.array(
        [
            [project.only in {None, person.handle} for project in projects]
            for person in office.people
        ]
    )
    liking *= shares * allowed[:, None, :]
    bounds = np.cumsum(liking, axis=2)
    lost = bounds[:, :, -1] == 0
    bounds[lost] = np.arange(1, len(projects) + 1)
    bounds /= bounds[:, :, -1:]
    grid = (np.arange(_TABLE) + 0.5) / _TABLE
    table = np.array(
        [np.searchsorted(row, grid) for row in bounds.reshape(-1, len(projects))],
        np.int32,
    ).reshape(len(office.people), _PHASES, _TABLE)
    phase = office.days[day] // (WEEK * _PHASE_WEEKS) % _PHASES
    pick = rng.integers(0, _TABLE, len(person), dtype=np.int32)
    chosen: NDArray[np.int32] = table[person, phase, pick]
    return chosen
