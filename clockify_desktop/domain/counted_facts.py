"""Facts of single entries, counted on the days and with the lengths somebody chose."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.day_counting import DayCounting, Rounding, RoundingMode
from clockify_desktop.domain.entries import ENTRY, Entries
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.planned_days import own_zone
from clockify_desktop.domain.zone_offsets import DayBeginnings

_MINUTE_S: Final = 60


def counted(
    facts: Facts, start_s: NDArray[np.int64], zone: tzinfo, counting: DayCounting
) -> Facts:
    """Count entries anew.

    An entry is rounded first: its end moves, its start does not. Split are entries over
    one midnight; one over several is a timer that nobody stopped, or a lump, and counts
    on the day on which it begins. Money is not rounded, and is split as the time is.

    Args:
        facts: A fact an entry, or one for each of its tags.
        start_s: int64, when the entry of each began, seconds since 1970.
        zone: Of the report, and of whoever's own is not known.
    """
    if not len(facts):
        return facts
    seconds = rounded(facts.seconds, counting.rounding)
    # An entry without time ends where it begins.
    last_s = start_s + np.maximum(seconds - 1, 0)
    first_day, last_day, midnight_s = np.empty((3, len(facts)), np.int64)
    for of_zone, theirs in _zones(facts, zone, counting):
        begun_s, ended_s = start_s[theirs], last_s[theirs]
        days = DayBeginnings(of_zone, int(begun_s.min()), int(ended_s.max()))
        first_day[theirs], midnight_s[theirs] = days.day_and_end(begun_s)
        last_day[theirs], _ = days.day_and_end(ended_s)
    split = (last_day == first_day + 1) & counting.splits
    after_s = np.where(split, start_s + seconds - midnight_s, 0)
    rows = np.concatenate([np.arange(len(facts)), np.flatnonzero(split)])
    told = facts.take(rows)
    parts_s = np.concatenate([seconds - after_s, after_s[split]])
    billable_s, amounts = told.billable_seconds, facts.amount_micros
    return replace(
        told,
        day=np.concatenate([first_day, last_day[split]]),
        seconds=parts_s,
        billable_seconds=None
        if billable_s is None
        else np.where(billable_s > 0, parts_s, 0),
        amount_micros=None
        if amounts is None
        else _shared(amounts, seconds - after_s, seconds, split),
    )


def counted_entries(
    entries: Entries, period: Period, zone: tzinfo, counting: DayCounting
) -> Entries:
    """Keep what counts in a period, on its days and with its lengths.

    What is split stands there twice, with the hours of all of it.

    Args:
        entries: Those of the period and of the days around it.
        zone: Of the report.
    """
    facts = counted(entries.as_facts(), entries.start_s, zone, counting).on(period)
    parts = entries.take(facts.more[ENTRY][1])
    return replace(parts, day=facts.day, seconds=facts.seconds).in_order()


def rounded(seconds: NDArray[np.int64], rounding: Rounding | None) -> NDArray[np.int64]:
    """Round durations to whole steps; half of a step is rounded up."""
    if rounding is None:
        return seconds
    step_s = rounding.minutes * _MINUTE_S
    if rounding.mode is RoundingMode.UP:
        return -(-seconds // step_s) * step_s
    if rounding.mode is RoundingMode.DOWN:
        return seconds // step_s * step_s
    return (2 * seconds + step_s) // (2 * step_s) * step_s


def _zones(
    facts: Facts, zone: tzinfo, counting: DayCounting
) -> Iterator[tuple[tzinfo, NDArray[np.intp]]]:
    """Tell which facts have their days in which zone; each is in one."""
    if not counting.own_days:
        yield zone, np.arange(len(facts))
        return
    of_people = [own_zone(person) or zone for person in facts.people]
    zones = list(dict.fromkeys(of_people))
    number = np.array([zones.index(one) for one in of_people], np.intp)[facts.user]
    ends = np.cumsum(np.bincount(number, minlength=len(zones)))
    places = np.split(np.argsort(number, kind="stable"), ends[:-1])
    for one, theirs in zip(zones, places, strict=True):
        if len(theirs):
            yield one, theirs


def _shared(
    amounts: NDArray[np.int64],
    before_s: NDArray[np.int64],
    seconds: NDArray[np.int64],
    split: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """Share amounts as time is split; the parts add up exactly.

    Returns:
        int64, the parts before midnight, then those after it.
    """
    # Nothing is split that has no time. A product of both would exceed 64 bits.
    whole, rest = np.divmod(amounts, np.maximum(seconds, 1))
    share = whole * before_s + rest * before_s // np.maximum(seconds, 1)
    before = np.where(split, share, amounts)
    return np.concatenate([before, (amounts - before)[split]])
