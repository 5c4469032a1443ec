"""Rules that compare what somebody wrote down with a clock or with other days.

They watch how people work, so that nobody asks them who has not switched them on.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.durations import SECONDS_AN_HOUR
from clockify_desktop.domain.entry_findings import Checked, Findings, found_where
from clockify_desktop.domain.facts import Facts, summed

_MINUTE_S: Final = 60
_DAY_S: Final = 24 * SECONDS_AN_HOUR
_MORNING_S: Final = 6 * SECONDS_AN_HOUR
_SATURDAY: Final = 5
# The first of January 1970 was one.
_THURSDAY: Final = 3
_LEAST_DAYS: Final = 10
# An odd number whose bits are mixed: the golden ratio.
_SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)
_PLACES_BITS: Final = 18


def at_night_or_on_days_off(checked: Checked, evening: int) -> Findings:
    """Find work between some hour of the evening and 6:00, and on weekends.

    Args:
        evening: An hour, of the clock on the person's own wall.
    """
    entries = checked.entries
    day = entries.start_clock_s // _DAY_S
    clock_s = entries.start_clock_s - day * _DAY_S
    length_s = entries.end_s - entries.start_s
    at_night = (clock_s < _MORNING_S) | (clock_s + length_s > evening * SECONDS_AN_HOUR)
    day_off = (day + _THURSDAY) % DAYS_A_WEEK >= _SATURDAY
    return found_where((at_night | day_off) & (length_s > 0) & entries.is_work)


def repeated(checked: Checked, days: int) -> Findings:
    """Find work that stands on several days with the same words and the same times.

    Returns:
        The first entry of each such block, ``value`` the days on which it stands, and
        ``other`` the last one.
    """
    entries = checked.entries
    minute = entries.start_clock_s % _DAY_S // _MINUTE_S
    length_min = entries.seconds // _MINUTE_S
    telling = entries.user, entries.description, minute, length_min
    columns = entries.project, entries.task, *telling
    work = np.flatnonzero(entries.is_work & ~entries.running)
    work = work[_maybe_often(telling, work, days)]
    # By block, and within it by day, as entries of one person are.
    order = work[np.lexsort([column[work] for column in columns])]
    day = entries.day[order]
    anew = np.ones(len(order), np.bool_)
    anew[1:] = False
    for column in columns:
        anew[1:] |= column[order[1:]] != column[order[:-1]]
    another_day = anew.copy()
    another_day[1:] |= day[1:] != day[:-1]
    first = np.flatnonzero(anew)
    last = np.append(first[1:], len(order)) - 1
    on_days = np.diff(np.append(np.cumsum(another_day)[first], another_day.sum() + 1))
    often = np.flatnonzero(on_days >= days)
    often = often[np.argsort(order[first[often]])]
    return Findings(
        order[first[often]],
        order[last[often]],
        on_days[often].astype(np.int64),
    )


def _maybe_often(
    columns: Sequence[NDArray[np.int64]], rows: NDArray[np.intp], times: int
) -> NDArray[np.bool_]:
    """Leave out most of the rows of whole numbers that occur less often.

    They are counted in fewer places than there may be different rows, which is enough
    to tell of most of them that nothing else is like them.
    """
    place = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        # What does not fit into 64 bits is cut off.
        place += column.view(np.uint64)
        place *= _SPREAD
    place >>= np.uint64(64 - _PLACES_BITS)
    at = place.astype(np.intp)[rows]
    often: NDArray[np.bool_] = np.bincount(at, minlength=1)[at] >= times
    return often


def unlike_before(checked: Checked, percent: int) -> Findings:
    """Find days that are longer than the same person's days in the weeks before.

    All time counts, since facts do not tell breaks; people with few days before are
    left out.

    Returns:
        The longest entry of each such day, ``value`` the seconds of the day, and
        ``usual`` the median of the days with time before.
    """
    entries, before = checked.entries, checked.before
    if before is None or not len(entries):
        return found_where(np.zeros(0, np.bool_))
    people = (person.id for person in before.people)
    medians_s = dict(zip(people, _medians_s(before.once).tolist(), strict=True))
    usual_s = np.array(
        [medians_s.get(person.id, 0) for person in entries.people], np.int64
    )
    # Entries stand by person and start, so that those of a day follow each other.
    anew = np.ones(len(entries), np.bool_)
    anew[1:] = (entries.user[1:] != entries.user[:-1]) | (
        entries.day[1:] != entries.day[:-1]
    )
    begin = np.flatnonzero(anew)
    total_s = np.add.reduceat(entries.seconds, begin)
    usual_of = usual_s[entries.user[begin]]
    spike = np.flatnonzero((usual_of > 0) & (total_s * 100 > usual_of * percent))
    ends = np.append(begin[1:], len(entries))
    longest = [
        first + int(entries.seconds[first:end].argmax())
        for first, end in zip(begin[spike].tolist(), ends[spike].tolist(), strict=True)
    ]
    return Findings(np.array(longest, np.intp), None, total_s[spike], usual_of[spike])


def _medians_s(facts: Facts) -> NDArray[np.int64]:
    """Find the median of each person's days with time.

    Returns:
        int64, seconds a person of ``facts.people``; 0 for those with few days.
    """
    column = facts.day - (int(facts.day.min()) if len(facts) else 0)
    size = len(facts.people), int(column.max(initial=0)) + 1
    cell = facts.user * size[1] + column
    total_s = summed(cell, facts.seconds, size[0] * size[1]).reshape(size)
    with_time = total_s > 0
    count = with_time.sum(axis=1)
    # Days without time stand behind the others.
    rising_s = np.sort(np.where(with_time, total_s, np.iinfo(np.int64).max), axis=1)
    enough = np.flatnonzero(count >= _LEAST_DAYS)
    low = rising_s[enough, (count[enough] - 1) // 2]
    high = rising_s[enough, count[enough] // 2]
    medians_s = np.zeros(len(facts.people), np.int64)
    medians_s[enough] = (low + high) // 2
    return medians_s
