"""What a weekly review must find, placed into last week and this week.

Each finding first clears a stretch of one person's time and then writes into it, so
that it stands there whatever chance drew and whatever instant ``now`` is.
"""

from collections.abc import Sequence

import numpy as np

from clockify_desktop.sample.entries import NONE, RUNNING, Entries, Entry, as_columns
from clockify_desktop.sample.moment import WEEK, Moment, instant
from clockify_desktop.sample.people import (
    BERLIN,
    MORE_UNTIL_WEEKS_AGO,
    NEW_YORK,
    SYDNEY,
    Person,
)
from clockify_desktop.sample.projects import TASKS_A_PROJECT, SampleProject
from clockify_desktop.sample.zones import clock_for

_MINUTE_S = 60
_HOUR_S = 3600
_LONG_DAY_H = 11.25
_SHORT_S = 25
_PLANNING = 1
_WINDOW_S = 6 * _HOUR_S
_LAST_WEEK_OF_MORE = 16
# Whoever is at work while the clocks change, zone by zone.
_AWAKE = {
    BERLIN: "oskar.nieminen",
    NEW_YORK: "sam.taylor",
    SYDNEY: "hiroshi.tanaka",
}


class Findings:
    """Collects what is to be cleared and written, then does it at once.

    Args:
        moment: Where ``now`` stands.
        people: The members, in the order of their numbers.
        projects: In the order of their numbers.
    """

    def __init__(
        self,
        moment: Moment,
        people: Sequence[Person],
        projects: Sequence[SampleProject],
    ) -> None:
        self._moment = moment
        self._projects = projects
        self._people = {person.handle: n for n, person in enumerate(people)}
        self._zones = {person.handle: person.zone for person in people}
        self._cleared: list[tuple[int, int, int]] = []
        self._written: list[Entry] = []

    def placed_in(self, entries: Entries) -> Entries:
        """Clear and write.

        Args:
            entries: What chance drew.

        Returns:
            The entries with all findings, by start, numbered anew.
        """
        keep = np.ones(len(entries), np.bool_)
        for user, from_s, until_s in self._cleared:
            hit = (entries.start_s < until_s) & (entries.end_s > from_s)
            keep &= ~(hit & (entries.user == user))
        kept = entries.take(keep)
        return kept.joined(as_columns(self._written)).numbered()

    def clear(self, handle: str, from_s: int, until_s: int) -> None:
        """Take away whatever touches a stretch of somebody's time."""
        if handle in self._people:
            self._cleared.append((self._people[handle], from_s, until_s))

    def write(
        self,
        handle: str,
        start_s: int,
        end_s: int,
        *,
        project: int | None = 0,
        description: int = _PLANNING,
        task: bool = False,
    ) -> None:
        """Write one entry, cut off at ``now``; nothing where it would be empty.

        Args:
            handle: Whose it is; unknown in a small organisation: nothing happens.
            start_s: Seconds since 1970, UTC.
            end_s: Likewise, or ``RUNNING``.
            project: Its number, counted round; ``None``: no project.
            description: The code of its text.
            task: Whether it stands on the first task of its project.
        """
        now_s = self._moment.now_s
        end_s = end_s if end_s == RUNNING else min(end_s, now_s)
        if handle not in self._people or (end_s != RUNNING and end_s <= start_s):
            return
        number = NONE if project is None else project % len(self._projects)
        self._written.append(
            Entry(
                start_s,
                end_s,
                self._people[handle],
                number,
                number * TASKS_A_PROJECT if task and project is not None else NONE,
                description=description,
                billable=project is not None and self._projects[number].billable,
            )
        )

    def at(self, handle: str, day: int, hour: float) -> int:
        """Read the clock on somebody's wall: an instant in seconds since 1970."""
        return instant(self._zones.get(handle, BERLIN), day, hour)

    def place(self, handle: str, day: int, begin_h: float, end_h: float) -> None:
        """Clear a stretch of somebody's day and write one entry over all of it."""
        begin_s, end_s = self.at(handle, day, begin_h), self.at(handle, day, end_h)
        self.clear(handle, begin_s, end_s)
        self.write(handle, begin_s, end_s, task=True)


def place_findings(
    entries: Entries,
    moment: Moment,
    people: Sequence[Person],
    projects: Sequence[SampleProject],
) -> Entries:
    """Place all findings.

    Args:
        entries: What chance drew, up to ``now``.
        moment: Where ``now`` stands.
        people: The members.
        projects: The projects.

    Returns:
        The entries with the findings, by start, numbered.
    """
    findings = Findings(moment, people, projects)
    _absent(findings, moment, people)
    _last_week(findings, moment, projects)
    _this_week(findings, moment)
    first_s = int(entries.start_s[0]) if len(entries) else moment.now_s
    _clock_changes(findings, first_s, moment.now_s)
    _days_more(findings, moment, people, first_s)
    return findings.placed_in(entries)


def _absent(findings: Findings, moment: Moment, people: Sequence[Person]) -> None:
    """Leave out: everything, single days, and whoever was deactivated."""
    monday = moment.last_monday
    never_s = moment.now_s + WEEK * 24 * _HOUR_S
    findings.clear("priya.raman", findings.at("priya.raman", monday - 1, 0), never_s)
    for handle, weekday in (("liam.oconnor", 1), ("nadia.rahman", 4)):
        for day in (monday + weekday, moment.this_monday):
            findings.clear(
                handle, findings.at(handle, day, 0), findings.at(handle, day, 24)
            )
    gone_s = findings.at("quentin.dubois", monday + 2, 0)
    findings.clear("quentin.dubois", gone_s, never_s)
    # An owner alone would else have nothing but gaps.
    if len(people) == 1:
        findings.place(people[0].handle, monday, 9, 17)


def _last_week(
    findings: Findings, moment: Moment, projects: Sequence[SampleProject]
) -> None:
    monday, tuesday, wednesday, thursday = range(
        moment.last_monday, moment.last_monday + 4
    )
    at = findings.at
    # Two entries at once.
    bastian = "bastian.krueger"
    findings.place(bastian, tuesday, 10, 12.5)
    findings.write(
        bastian, at(bastian, tuesday, 12), at(bastian, tuesday, 13), project=2
    )
    # Without project, without description.
    daan, farid = "daan.de.vries", "farid.haddad"
    findings.clear(daan, at(daan, wednesday, 14), at(daan, wednesday, 15))
    findings.write(
        daan, at(daan, wednesday, 14), at(daan, wednesday, 14.75), project=None
    )
    findings.clear(farid, at(farid, tuesday, 9), at(farid, tuesday, 11))
    findings.write(
        farid, at(farid, tuesday, 9), at(farid, tuesday, 10.5), description=0
    )
    # Very long, very short.
    katerina, greta = "katerina.novotna", "greta.lindqvist"
    findings.clear(katerina, at(katerina, thursday, 0), at(katerina, thursday, 24))
    findings.place(katerina, thursday, 7.5, 7.5 + _LONG_DAY_H)
    short_s = at(greta, tuesday, 16)
    findings.clear(greta, short_s - 5 * _MINUTE_S, short_s + 5 * _MINUTE_S)
    findings.write(greta, short_s, short_s + _SHORT_S)
    # Over midnight, inside the week and over its edge.
    findings.place("oskar.nieminen", thursday, 22.5, 25.25)
    findings.place(farid, monday - 1, 23.25, 24.75)
    findings.place("yves.girard", monday + 6, 23.5, 24.5)
    # An archived project with time, and two currencies in one person's week.
    for number, project in enumerate(projects):
        handle = project.only or ("maja.kowalska" if project.archived else None)
        if handle is not None:
            begin_s, end_s = at(handle, wednesday, 9), at(handle, wednesday, 10.5)
            findings.clear(handle, begin_s, end_s + 2 * _HOUR_S)
            findings.write(handle, begin_s, end_s, project=number)
            findings.write(handle, end_s, end_s + _HOUR_S, project=0)


def _this_week(findings: Findings, moment: Moment) -> None:
    monday_s = instant(moment.zone, moment.this_monday, 0)
    until_s = moment.working_until_s
    from_s = max(monday_s, until_s - _WINDOW_S)

    def part(share: float) -> int:
        return from_s + int((until_s - from_s) * share)

    for handle in ("bastian.krueger", "daan.de.vries", "farid.haddad"):
        findings.clear(handle, from_s, until_s)
    findings.write("bastian.krueger", part(0.1), part(0.5))
    findings.write("bastian.krueger", part(0.4), part(0.7), project=2)
    findings.write("daan.de.vries", part(0.2), part(0.5), project=None)
    findings.write("farid.haddad", part(0.3), part(0.6), description=0)
    now_s = moment.now_s
    begun_s = min(max(monday_s, now_s - 50 * _MINUTE_S), now_s - _MINUTE_S)
    findings.clear("ines.carvalho", begun_s, now_s)
    findings.write("ines.carvalho", begun_s, RUNNING, project=5)


def _days_more(
    findings: Findings, moment: Moment, people: Sequence[Person], first_s: int
) -> None:
    """Let people work on the weekday that they gave up some weeks ago."""
    for person in people:
        if person.day_more is None:
            continue
        for weeks_ago in range(MORE_UNTIL_WEEKS_AGO + 1, _LAST_WEEK_OF_MORE):
            day = moment.this_monday - weeks_ago * WEEK + person.day_more
            if findings.at(person.handle, day, 0) >= first_s:
                findings.place(person.handle, day, 9, 9 + person.day_s / _HOUR_S)


def _clock_changes(findings: Findings, first_s: int, now_s: int) -> None:
    for zone, handle in _AWAKE.items():
        for change in clock_for(zone, first_s, now_s).changes_s:
            change_s = int(change)
            begin_s = change_s - 90 * _MINUTE_S
            if first_s <= begin_s and change_s + _HOUR_S <= now_s:
                findings.clear(handle, begin_s, change_s + _HOUR_S)
                findings.write(handle, begin_s, change_s + _HOUR_S, project=2)
