"""Time entries in words: when they were, on what, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.approvals import Approval
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_clock import sent_clock_s
from clockify_desktop.domain.period_words import single_day
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr, tr_context

NONE: Final = "\N{EN DASH}"
"""Stands for what an entry does not have."""
_DAY_S: Final = 24 * 3600
_LONGEST: Final = 100


@dataclass(frozen=True, eq=False)
class EntryWords:
    """What is said of single entries, by the clock of whoever logged them."""

    entries: Entries
    durations: DurationFormat = DurationFormat.MINUTES

    def person(self, at: int) -> str:
        """Name whose it is, as it came."""
        return self.entries.person(at).name

    def day(self, at: int) -> str:
        """Name the day on which it counts, such as ``Thu 19 Nov``."""
        return single_day(date.fromordinal(int(self.entries.day[at])))

    def duration(self, at: int) -> str:
        """Write its time; that of one that is still running is not known."""
        if self.entries.running[at]:
            return NONE
        return duration_text(int(self.entries.seconds[at]), self.durations)

    def span(self, at: int) -> str:
        """Tell from when to when, such as ``22:40-00:35 +1`` (with an en dash)."""
        entries = self.entries
        if entries.running[at]:
            return self.since(at)
        return span_in_words(
            int(entries.start_clock_s[at]), int(entries.end_clock_s[at])
        )

    @cached_property
    def elsewhere(self) -> NDArray[np.bool_]:
        """Of which entries the clock of whoever logged them is not the report's."""
        entries = self.entries
        sent_s = sent_clock_s(entries.start_s, entries.start_offset_min)
        differs: NDArray[np.bool_] = sent_s != entries.start_clock_s
        return differs

    def yours(self, at: int) -> str:
        """Tell from when to when by the clock of the report."""
        entries = self.entries
        start_s = int(sent_clock_s(entries.start_s[at], entries.start_offset_min[at]))
        if entries.running[at]:
            return tr("since {moment}", moment=moment_in_words(start_s))
        end_s = int(sent_clock_s(entries.end_s[at], entries.end_offset_min[at]))
        return span_in_words(start_s, end_s)

    def both_clocks(self, at: int) -> str:
        """Tell from when to when, by both clocks where they differ.

        Returns:
            Such as ``10:30-12:00 (Asia/Dhaka; yours 05:30-07:00)``.
        """
        if not self.elsewhere[at]:
            return self.span(at)
        zone = named(self.entries.person(at).time_zone)
        # Translators: {clock} is when it was for that person, {your_clock} for you.
        return tr(
            "{clock} ({zone}; yours {your_clock})",
            clock=self.span(at),
            zone=zone,
            your_clock=self.yours(at),
        )

    def since(self, at: int) -> str:
        """Tell when it began, such as ``since Fri 20 Nov, 17:42``."""
        return tr(
            "since {moment}",
            moment=moment_in_words(int(self.entries.start_clock_s[at])),
        )

    def until(self, at: int) -> str:
        """Tell when it ends, such as ``until Fri 20 Nov, 17:42``."""
        return tr(
            "until {moment}", moment=moment_in_words(int(self.entries.end_clock_s[at]))
        )

    def description(self, at: int) -> str:
        """Say what it says."""
        text = self.entries.descriptions[self.entries.description[at]]
        return named(text, _LONGEST) if text.strip() else NONE

    def task(self, at: int) -> str:
        """Name its task."""
        task = self.entries.tasks[int(self.entries.task[at])]
        return named(task.name) if task.id else NONE

    def project(self, at: int) -> str:
        """Name its project, and its task where it has one."""
        entries = self.entries
        project = entries.projects[int(entries.project[at])]
        task = entries.tasks[int(entries.task[at])]
        return (
            f"{named(project.name)} · {named(task.name)}"
            if task.id
            else named(project.name)
        )

    def what(self, at: int) -> str:
        """Say what it was on, without its description where none may be shown."""
        project = self.project(at)
        described = self.entries.described
        return f"{project}, {self.description(at)}" if described else project

    def tags(self, at: int) -> str:
        """Name its tags."""
        tags = self.entries.tag_sets[self.entries.tags[at]]
        return ", ".join(named(tag.name) for tag in tags) or NONE

    def state(self, at: int, approved: Mapping[str, str]) -> str:
        """Say how far it is with its approval; empty where nothing here has one.

        Args:
            approved: What became of requests for approval, by id.
        """
        entries = self.entries
        if not any(entries.approvals):
            return ""
        request = entries.approvals[entries.approval[at]]
        if not request:
            return Approval.NOT_SUBMITTED.words
        return approved.get(request, Approval.SUBMITTED.words)


def span_in_words(start_s: int, end_s: int) -> str:
    """Write two instants of a clock, such as ``22:40-00:35 +1`` (with an en dash).

    Args:
        start_s: Seconds since 1970 as the clock counts them, as the end.
    """
    later = end_s // _DAY_S - start_s // _DAY_S
    span = f"{clock_in_words(start_s)}\N{EN DASH}{clock_in_words(end_s)}"
    return f"{span} +{later}" if later else span


def clock_in_words(clock_s: int) -> str:
    """Write an instant of a clock, such as ``09:05``."""
    return f"{clock_s // 3600 % 24:02}:{clock_s // 60 % 60:02}"


def moment_in_words(clock_s: int) -> str:
    """Name an instant of a clock with its day, such as ``Fri 20 Nov, 17:42``."""
    day = datetime.fromtimestamp(clock_s, UTC).date()
    clock = clock_in_words(clock_s)
    return tr_context("date", "{day}, {clock}", day=single_day(day), clock=clock)
