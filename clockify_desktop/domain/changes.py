"""How long each person, project or client took in a period and in those before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.axis import Axis
from clockify_desktop.domain.directory import Activity, Directory
from clockify_desktop.domain.facts import Facts, summed
from clockify_desktop.domain.keys import Key, labels_told_apart
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.rounded_columns import half_up_each
from clockify_desktop.domain.selection import Selection

Seconds = NDArray[np.int64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Changes:
    """The time of each row by periods, the one looked at first, then back from it.

    A row is there from the first of these periods in which it has time on, until it is
    archived or deactivated and has none.

    Args:
        keys: One a row, by name.
        seconds: int64, rows x periods; 0 where the period is not known.
        there: Bool, rows x periods.
        known: Bool, one a period; the first is true.
    """

    keys: tuple[Key, ...]
    seconds: Seconds
    there: Truths
    known: Truths

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The rows as people tell them apart."""
        return labels_told_apart(self.keys)

    @property
    def now_s(self) -> Seconds:
        """Seconds a row in the period."""
        return self.seconds[:, 0]

    @property
    def before_s(self) -> Seconds:
        """Seconds a row in the period before."""
        return self.seconds[:, 1]

    @property
    def change_s(self) -> Seconds:
        """By how much the period has more than the one before, seconds a row."""
        return self.now_s - self.before_s

    @cached_property
    def mean_of(self) -> NDArray[np.int64]:
        """Of how many periods each row's mean is; 0 where there is none."""
        counts: NDArray[np.int64] = self._of_mean.sum(axis=1, dtype=np.int64)
        return counts

    @cached_property
    def mean_s(self) -> Seconds:
        """The mean of the known periods in which a row was there, whole seconds."""
        sums = np.where(self._of_mean, self.seconds[:, 1:], 0).sum(axis=1)
        return half_up_each(sums, np.maximum(self.mean_of, 1))

    @cached_property
    def is_new(self) -> Truths:
        """Whether a row has time now, and had none in any period before.

        Nothing is said to be new before all of them are known.
        """
        seen = self.there[:, 1:].any(axis=1)
        new: Truths = ~seen & (self.now_s != 0) & self.known.all()
        return new

    @cached_property
    def is_gone(self) -> Truths:
        """Whether a row is archived or deactivated, and has no time any more."""
        return ~self.there[:, 0]

    def total(self) -> "Changes":
        """Add all rows up into one, which has been there since the first time of any.

        Its label is that of nothing.
        """
        seconds = self.seconds.sum(axis=0, dtype=np.int64, keepdims=True)
        there = self.there.any(axis=0).reshape(1, -1)
        there[:, 0] = True
        return Changes((), seconds, there, self.known)

    def take(self, rows: NDArray[np.intp]) -> "Changes":
        """Keep some rows, by their places."""
        keys = tuple(self.keys[row] for row in rows.tolist())
        return Changes(keys, self.seconds[rows], self.there[rows], self.known)

    @cached_property
    def _of_mean(self) -> Truths:
        return self.there[:, 1:] & self.known[1:]


def changes_of(
    report: Report,
    earlier: Sequence[Report | None],
    level: Level,
    selection: Selection,
    days: Sequence[Period | None],
) -> Changes:
    """Add up the same rows of several reports.

    Whether a row was there is told by all its time, whatever is selected of it.

    Args:
        earlier: Back from the report; ``None`` for one that is not here.
        days: Which days of each report count, ``None`` for all; at least as many as
            there are reports.
    """
    reports = (report, *earlier)
    numbers: dict[tuple[str, LabelKind], int] = {}
    keys: list[Key] = []
    places: list[NDArray[np.intp]] = []
    for one in reports:
        rows = []
        for key in () if one is None else one.condensed.axis(level).keys:
            label = key.label
            row = numbers.setdefault((label.key, label.kind), len(keys))
            if row == len(keys):
                # What is called otherwise by now is called so.
                keys.append(key)
            rows.append(row)
        places.append(np.array(rows, np.intp))
    shape = (len(keys), len(reports))
    seconds, present = np.zeros(shape, np.int64), np.zeros(shape, np.bool_)
    for at, (one, place) in enumerate(zip(reports, places, strict=True)):
        if one is not None:
            whole = one.condensed
            present[place, at] = _sums(whole.axis(level), whole.facts) != 0
            seconds[place, at] = _selected(one, level, selection, days[at])
    left = _ids_that_left(report.directory, level)
    is_left = np.fromiter((key.label.key in left for key in keys), np.bool_)
    # From the first time on: the oldest stands last.
    there = np.logical_or.accumulate(present[:, ::-1], axis=1)[:, ::-1]
    there[:, 0] = present[:, 0] | ~is_left
    with_time = np.flatnonzero((seconds != 0).any(axis=1)).tolist()
    order = sorted(with_time, key=lambda row: keys[row].rank)
    known = np.array([one is not None for one in reports], np.bool_)
    kept = tuple(keys[row] for row in order)
    return Changes(kept, seconds[order], there[order], known)


def _selected(
    report: Report, level: Level, selection: Selection, days: Period | None
) -> Seconds:
    """Add up what is selected, a sum a key of the condensed report's axis."""
    if days is not None:
        some = frozenset(days)
        chosen = some if selection.days is None else selection.days & some
        selection = replace(selection, days=chosen)
    drawn_from = report if selection.of_days else report.condensed
    return _sums(drawn_from.axis(level), drawn_from.narrowed(selection).once)


def _sums(axis: Axis, facts: Facts) -> Seconds:
    return summed(axis.position(facts), facts.seconds, len(axis.keys))


def _ids_that_left(directory: Directory, level: Level) -> frozenset[str]:
    """List who is deactivated, or what is archived; nothing that has no id."""
    if level is Level.USER:
        gone = {Activity.INACTIVE, Activity.DECLINED}
        return frozenset(one.id for one in directory.people if one.activity in gone)
    if level is Level.PROJECT:
        projects = directory.projects
        return frozenset(one.id for one in projects if one.archived and one.id)
    return frozenset(one.id for one in directory.clients if one.archived)
