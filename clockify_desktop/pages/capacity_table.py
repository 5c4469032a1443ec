"""The table of "Hours and capacity": the numbers of its picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.durations import (
    MINUS,
    DurationFormat,
    duration_text,
    signed_text,
)
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.showable import (
    NOTHING,
    Showable,
    named,
    one_line,
    showable,
    showable_name,
)
from clockify_desktop.domain.shown_sums import ROUNDED, durations_add_up
from clockify_desktop.pages.capacity_rows import PeopleHours, TeamRows
from clockify_desktop.pages.capacity_words import days_in_words, hours_in_words
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    TableLines,
    Truths,
    Words,
)
from clockify_desktop.translation import tr, tr_context

Seconds = NDArray[np.int64]
ASSUMED_SIGN = "\N{ALMOST EQUAL TO} "
"""Stands before a capacity that is assumed."""
LOADING = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, eq=False)
class TableRows:
    """What the table shows of its rows; all columns have one entry a row.

    Args:
        positions: The rows that are shown, in the order of the picture.
        counted: Hours and capacity of all that is shown, everybody once, seconds.
        is_loading: Whether the capacity may still come.
    """

    labels: tuple[Label, ...]
    hours_s: Seconds
    expected_s: Seconds
    is_assumed: Truths
    has_track: Truths
    positions: NDArray[np.intp]
    counted: tuple[int, int]
    durations: DurationFormat
    is_loading: bool = False

    def columns(self, head: str) -> tuple[Column, ...]:
        """Give the columns: name, hours, capacity, difference."""
        difference_s = self.hours_s - self.expected_s
        return (
            names(head, self.labels),
            number(
                tr_context("column of a table", "Hours"),
                sort_key=lambda: self.hours_s,
                text=self._hours,
                least_px=58,
            ),
            number(
                tr_context("column of a table", "Capacity"),
                sort_key=lambda: self.expected_s,
                text=self._capacity,
                least_px=66,
            ),
            number(
                tr_context("column of a table", "Difference"),
                sort_key=lambda: difference_s,
                text=self._difference,
                least_px=92,
            ),
        )

    def total(self, head: str) -> tuple[str, ...]:
        """Write all of it together."""
        hours_s, expected_s = self.counted
        text = partial(duration_text, durations=self.durations)
        if self.is_loading:
            return head, text(hours_s), LOADING, LOADING
        difference = signed_text(hours_s - expected_s, self.durations)
        return head, text(hours_s), text(expected_s), difference

    @property
    def remark(self) -> str:
        """Say what has to be known of its figures."""
        assumed = int(np.count_nonzero(self.is_assumed[self.positions]))
        parts = []
        if assumed and not self.is_loading:
            parts.append(
                tr(
                    "{sign}assumed for {count}: 8 h, Monday to Friday.",
                    sign=ASSUMED_SIGN,
                    count=assumed,
                )
            )
        shown = self.hours_s[self.positions]
        if not durations_add_up(shown, self.durations):
            parts.append(ROUNDED)
        return " ".join(parts)

    def _hours(self, at: int) -> Showable:
        return showable(duration_text(int(self.hours_s[at]), self.durations))

    def _capacity(self, at: int) -> Showable:
        if self.is_loading:
            return showable(LOADING)
        sign = ASSUMED_SIGN if self.is_assumed[at] else ""
        seconds = int(self.expected_s[at])
        if not seconds and not self.has_track[at]:
            return showable("\N{EN DASH}")
        return showable(f"{sign}{duration_text(seconds, self.durations)}")

    def _difference(self, at: int) -> Showable:
        if self.is_loading or not self.has_track[at]:
            return NOTHING
        difference_s = int(self.hours_s[at] - self.expected_s[at])
        return showable(signed_text(difference_s, self.durations))


def people_table(rows: TableRows, people: PeopleHours) -> TableContent:
    """Make the table of people, who open into how their capacity comes about."""
    count = len(rows.positions)
    return TableContent(
        columns=rows.columns(Level.USER.head),
        positions=rows.positions,
        total=rows.total(Level.USER.total(count)),
        mark=lambda row: rows.labels[row].mark,
        opens=np.full(len(rows.labels), not rows.is_loading),
        parts=lambda row: _origin(people, row, rows.durations),
        # Nobody looks for one.
        parts_holding=lambda _: np.zeros(len(rows.labels), np.bool_),
        remark=rows.remark,
    )


def teams_table(rows: TableRows, teams: TeamRows, people: TableRows) -> TableContent:
    """Make the table of teams, which open into their people.

    Somebody in several teams stands in each, and counts once in the total.
    """
    person_words = Words(label.name for label in people.labels)

    def parts_holding(wanted: str) -> Truths:
        found = person_words.holding(wanted)
        return np.array([bool(found[one].any()) for one in teams.members], np.bool_)

    return TableContent(
        columns=rows.columns(Level.GROUP.head),
        positions=rows.positions,
        is_last=np.array([one.kind is not LabelKind.ONE for one in rows.labels], bool),
        total=rows.total(Level.USER.total(len(people.positions))),
        mark=lambda row: rows.labels[row].mark,
        opens=np.ones(len(rows.labels), np.bool_),
        parts=lambda row: TableLines(
            columns=people.columns(Level.USER.head), positions=teams.members[row]
        ),
        parts_holding=parts_holding,
        remark=people.remark,
    )


def names(title: str, labels: Sequence[Label]) -> Column:
    """Give the column of names."""
    return Column(
        title,
        ColumnKind.NAME,
        Alignment.LEADING,
        sort_key=lambda: Words(label.name for label in labels),
        text=lambda at: showable_name(labels[at].name),
        copy_text=lambda at: one_line(labels[at].name),
    )


number = partial(Column, kind=ColumnKind.NUMBER, alignment=Alignment.TRAILING)


def _origin(people: PeopleHours, row: int, durations: DurationFormat) -> TableLines:
    """List how a person's capacity comes about: hours, then what is taken off."""
    lines = list(_origins(people, row, durations))
    words = tuple(line for line, _ in lines)
    seconds = np.array([0 if one is None else one for _, one in lines], np.int64)

    def text(at: int) -> Showable:
        told_s = lines[at][1]
        if told_s is None:
            return NOTHING
        size = duration_text(abs(told_s), durations)
        return showable(f"{MINUS if told_s < 0 else ''}{size}")

    def empty(_: int) -> Showable:
        return NOTHING

    return TableLines(
        columns=(
            Column(
                tr("How it comes about"),
                ColumnKind.NAME,
                Alignment.LEADING,
                sort_key=lambda: Words(words),
                text=lambda at: showable(words[at]),
                quiet=True,
            ),
            number(
                tr_context("column of a table", "Hours"),
                sort_key=lambda: seconds,
                text=empty,
            ),
            number(
                tr_context("column of a table", "Capacity"),
                sort_key=lambda: seconds,
                text=text,
                quiet=True,
            ),
            number(
                tr_context("column of a table", "Difference"),
                sort_key=lambda: seconds,
                text=empty,
            ),
        ),
        positions=np.arange(len(lines)),
    )


def _origins(
    people: PeopleHours, row: int, durations: DurationFormat
) -> Iterable[tuple[str, int | None]]:
    planned, person = people.planned, people.people[row]
    days = tuple(planned.period)
    held = people.plan.capacity.of(person.id)
    now = people.plan.capacity.on(person.id, planned.period)
    earlier = held[: held.index(now[0])]
    for hours in now:
        until = now[now.index(hours) + 1].since if hours is not now[-1] else None
        since = days.index(hours.since) if hours.since in days else 0
        end = days.index(until) if until in days else len(days)
        of_hours = planned.capacity_s[row, since:end]
        yield hours_in_words(hours, durations), int(of_hours.sum())
    if planned.leave_s[row].any():
        at = np.flatnonzero(planned.leave_s[row]).tolist()
        words = tr("leave {days}", days=days_in_words(days[place] for place in at))
        yield words, -int(people.leave_s[row])
    for name in people.holiday_names(row):
        at = np.flatnonzero(planned.holiday_s[row]).tolist()
        which = [place for place in at if planned.words[row, place] == name]
        which_days = days_in_words(days[place] for place in which)
        # Translators: {holiday} is the name of a holiday.
        words = tr("{holiday} {days}", holiday=named(name), days=which_days)
        yield words, -int(planned.holiday_s[row, which].sum())
    if earlier:
        yield tr("before: {hours}", hours=hours_in_words(earlier[-1], durations)), None
    yield from ((words, None) for words in people.beyond(row, durations))
