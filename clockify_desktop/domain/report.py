"""A report: the facts of one period, and how far they can be trusted."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from clockify_desktop.domain.amount_check import AmountCheck
from clockify_desktop.domain.axis import Axis, axis_of
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.completeness import Losses, unreadable_entries
from clockify_desktop.domain.day_counting import AS_CLOCKIFY, DayCounting
from clockify_desktop.domain.directory import (
    Activity,
    Directory,
    Person,
    Project,
    Workspace,
    people_there,
    projects_there,
)
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.file_source import FileSource
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.keys import (
    BILLABLE,
    NOT_BILLABLE,
    WITHOUT_PROJECT,
    Grouping,
)
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.selection import LevelCells, Selection

_NO_PROJECT = Project(None, WITHOUT_PROJECT)


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """What a report was asked for. People and projects are narrowed afterwards.

    Args:
        period: Whole days in ``time_zone``.
        time_zone: Its IANA name, such as ``Europe/Berlin``.
        week_start: The weekday that a week begins with, Monday is 0.
        unknown_zone: The zone of the profile, in whose place ``time_zone`` stands
            though nobody chose it; empty where the profile names none, else ``None``.
        unknown_week_start: What the profile names and is no weekday; empty as a rule.
    """

    workspace: Workspace
    period: Period
    time_zone: str
    week_start: int
    unknown_zone: str | None = None
    unknown_week_start: str = ""
    counting: DayCounting = AS_CLOCKIFY

    def __hash__(self) -> int:
        # Answers are kept by what was needed: hundreds of times in a step.
        return hash((self.workspace, self.period))


@dataclass(frozen=True, eq=False)
class Report:
    """What Clockify answered, as facts.

    Args:
        fetched_at: When the last part came in, an aware instant.
        server_total_s: The sum that Clockify itself gave, seconds; ``None`` where it
            gave none that can be used.
        billable_withheld: The billable figures did not add up to Clockify's own sum
            and are therefore left out.
        losses: What could not be used of the answer; the facts are without it.
        amounts: How the amounts compare with Clockify's own sums.
        begun_s: Where days are not counted as Clockify counts them: what begins on
            the days of the period, in its time zone, before it is rounded, seconds.
            That is what Clockify's own sum is of. Else ``None``.
        source: The files that it was read from; ``None`` where Clockify was asked.
    """

    query: ReportQuery
    facts: Facts
    directory: Directory
    fetched_at: datetime
    server_total_s: int | None
    billable_withheld: bool = False
    losses: Losses = field(default_factory=dict)
    amounts: AmountCheck = field(default_factory=AmountCheck)
    begun_s: int | None = None
    source: FileSource | None = None
    _axes: dict[Level, Axis] = field(default_factory=dict, init=False, repr=False)
    _narrowed: dict[Selection, Facts] = field(
        default_factory=dict, init=False, repr=False
    )

    @property
    def unreadable(self) -> int:
        """How many entries could not be read; the facts are without them."""
        return unreadable_entries(self.losses)

    @property
    def difference_s(self) -> int | None:
        """Seconds by which ours exceed Clockify's own sum; 0 when they agree.

        ``None`` where there is nothing to compare with.
        """
        if self.server_total_s is None:
            return None
        return self.compared_s - self.server_total_s

    @property
    def compared_s(self) -> int:
        """The seconds that Clockify's own sum is compared with."""
        return self.facts.total_s if self.begun_s is None else self.begun_s

    @cached_property
    def is_running(self) -> bool:
        """Whether its period had begun and was not over when it was fetched."""
        zone = time_zone(self.query.time_zone)
        return self.fetched_at.astimezone(zone).date() in self.query.period

    @cached_property
    def people_ids(self) -> frozenset[UserId]:
        """Everybody, those only their time tells of among them."""
        return frozenset(one.id for one in (*self.directory.people, *self.facts.people))

    @cached_property
    def project_ids(self) -> frozenset[ProjectId | None]:
        """All projects; ``None`` where there is time without one."""
        return frozenset(
            one.id for one in (*self.directory.projects, *self.facts.projects)
        )

    @cached_property
    def everybody(self) -> tuple[Person, ...]:
        """All people by name."""
        return people_there(self.directory.people, self.facts.people)

    @cached_property
    def every_project(self) -> tuple[Project, ...]:
        """All projects by name, and the one that stands for none."""
        projects = (*self.directory.projects, _NO_PROJECT)
        return projects_there(projects, self.facts.projects)

    @cached_property
    def people_counted(self) -> int:
        """How many people the sum is of: the active ones, and others with time.

        Who has not joined, or is deactivated, could have logged nothing.
        """
        active = (
            one for one in self.directory.people if one.activity is Activity.ACTIVE
        )
        people = (*active, *self.facts.condensed.people_with_time)
        return len({one.id for one in people})

    @cached_property
    def not_joined(self) -> tuple[Person, ...]:
        """Who was invited, and has no time either."""
        with_time = {one.id for one in self.facts.condensed.people_with_time}
        return tuple(
            one
            for one in self.directory.people
            if one.activity is Activity.PENDING and one.id not in with_time
        )

    @cached_property
    def condensed(self) -> "Report":
        """The same time by people and projects alone, see ``Facts.condensed``."""
        return replace(self, facts=self.facts.condensed)

    @cached_property
    def grouping(self) -> Grouping:
        """What the keys of its levels depend on."""
        names = {group.id: group.name for group in self.directory.groups}
        return Grouping(names, self.query.week_start)

    def axis(self, level: Level) -> Axis:
        """Sort the report into the keys of one level, once."""
        known = self._axes.get(level)
        if known is None:
            known = axis_of(self.facts, level, self.grouping)
            self._axes[level] = known
        return known

    def narrowed(self, selection: Selection) -> Facts:
        """Keep the chosen time; that of the last choice is at hand."""
        known = self._narrowed.get(selection)
        if known is None:
            self._narrowed.clear()
            facts = selection.narrow(self.facts)
            if selection.cells is not None:
                facts = self._in_cells(facts, selection.cells)
            known = self._narrowed[selection] = facts
        return known

    def _in_cells(self, facts: Facts, chosen: LevelCells) -> Facts:
        rows = self.axis(chosen.rows)
        down = [key.label.mark for key in rows.keys]
        row = rows.position(facts)
        if chosen.columns is None:
            kinds = (BILLABLE.mark, NOT_BILLABLE.mark)
            billable, other = chosen.cells.among(down, kinds)[row].T
            return facts.of_parts(billable, other)
        columns = self.axis(chosen.columns)
        across = [key.label.mark for key in columns.keys]
        return facts.take(
            chosen.cells.among(down, across)[row, columns.position(facts)]
        )
