"""What a page of the review is: what it needs to know, and what it shows of that.

A page is a value without Qt. The window shows whatever the registry lists and knows no
page by name; ``report --page`` of the command line writes any, and the registry's
``GROUPED`` by levels.
"""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import period_in_words
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import ReviewRecord
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import (
    NO_SELECTION,
    ChartSelection,
    SelectionChip,
)

if TYPE_CHECKING:
    # A report of groups alone need not wait for these.
    from clockify_desktop.charts.chart import ChartContent
    from clockify_desktop.pages.asked import Asked
    from clockify_desktop.pages.detail import Detail
    from clockify_desktop.pages.reminder import Reminder
    from clockify_desktop.pages.table import TableContent


@dataclass(frozen=True, slots=True)
class Control:
    """One choice that the head of a page offers: keys and words.

    Args:
        words: What its button says; the chosen words where empty.
        side_by_side: All choices are seen at once, else in a menu.
    """

    key: str
    title: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    words: str = ""
    side_by_side: bool = False


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """How a person looks at a page; what is missing in the choices is as usual."""

    choices: Mapping[str, str] = field(default_factory=dict)
    durations: DurationFormat = DurationFormat.MINUTES
    selected: ChartSelection = NO_SELECTION
    people_without_time: bool = True


@dataclass(frozen=True, slots=True)
class Alternative:
    """The other way of looking that one key turns to, such as ``Show by project``."""

    words: str
    view: ViewOptions


@dataclass(frozen=True, slots=True)
class PageAction:
    """Something that the head of a page lets people do with what it shows."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class RowAction:
    """Something to say of a row, or of a row on a day; it is kept here.

    Args:
        record: What is to be kept, or to be forgotten; ``None`` where that is asked.
        asks_why: Whether a reason may be given with it.
        asks: What a dialog asks before something is kept.
    """

    words: str
    record: ReviewRecord | None = None
    forgets: bool = False
    asks_why: bool = False
    asks: "Asked | None" = None


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """A part of an earlier report that a part of a page is compared with.

    Args:
        query: Of the earlier report.
        narrowed: To the part.
        days: Those of the part, and ``than`` those of the part of the page.
    """

    query: ReportQuery
    narrowed: Selection
    days: Period
    than: Period


@dataclass(frozen=True, eq=False, kw_only=True)
class PageContent:
    """What a page shows; window, files and figures read the same value.

    Args:
        what: What a file of it holds, such as ``people by project``.
        narrowed: Pickers and what is selected as one selection; what a file holds.
        fetched_at: When the numbers came, aware.
        count: How many things are to do, ``None`` where the page counts none.
        running: Whether the period was not over when it was asked for.
        attention: What the window's box "Needs attention" says of it, such as ``3
            people with missing days``; empty where it asks for nothing.
        figure: Its number in the row of figures, if it has one.
        lacking: What could not be had and why, a line each.
        nothing: Why its picture is empty, where the page knows better than the window.
        report: What a file of it can be grouped anew from; ``None`` for none.
    """

    title: str
    query: ReportQuery
    view: ViewOptions
    sentence: str
    chart: "ChartContent"
    what: str
    narrowed: Selection
    fetched_at: datetime
    chips: tuple[SelectionChip, ...] = ()
    count: int | None = None
    running: bool = False
    attention: str = ""
    figure: Figure | None = None
    lacking: tuple[str, ...] = ()
    nothing: str = ""
    report: Report | None = None

    @property
    def answered(self) -> tuple[str, ...]:
        """What a text of it says, a line each, that is not in its table."""
        return ()

    @property
    def regroups(self) -> bool:
        """Whether a file of it can be grouped anew."""
        return self.report is not None

    def grouped(self, levels: tuple[Level, ...]) -> Table | None:
        """Add up what its file holds by other levels, ``None`` where it cannot."""
        if self.report is None:
            return None
        idle = with_idle(self.view, self.narrowed)
        return table_of(self.report, levels, self.narrowed, people_without_time=idle)

    @cached_property
    @abstractmethod
    def table(self) -> "TableContent":
        """What stands beside the picture; worked out when somebody looks at it."""

    @cached_property
    @abstractmethod
    def file(self) -> Table | FileTable:
        """The rows of a file; worked out when somebody wants one."""

    @abstractmethod
    def narrowed_to(self, mark: str) -> Selection:
        """Narrow what is shown to one row, by its mark."""

    def row_actions(
        self,
        mark: str,  # noqa: ARG002 - a page that has some takes it
        column: str | None = None,  # noqa: ARG002 - likewise
    ) -> tuple[RowAction, ...]:
        """List what can be said of a row, by its mark, and of a column of it."""
        return ()

    @property
    def picture(self) -> "ChartContent":
        """The picture as a file shows it."""
        return self.chart

    def shows_the_same(self, other: "PageContent") -> bool:  # noqa: ARG002 - most pages make it anew only where something changed
        """Tell whether another one would look just like it."""
        return False

    @property
    def is_empty(self) -> bool:
        """Whether the picture has no rows."""
        return not self.chart.rows

    @property
    def listed(self) -> Selection:
        """What of the entries adds up to what it shows."""
        return self.narrowed

    @property
    def compared(self) -> "ComparedPart | None":
        """What is listed beside the entries behind a part; ``None`` for nothing."""
        return None

    @property
    def opens_entries(self) -> bool:
        """Whether a part of the picture opens to the entries behind it."""
        return True

    @property
    def needs_time(self) -> bool:
        """Whether there is nothing to see where nobody logged any."""
        return True

    @property
    def controls(self) -> tuple[Control, ...]:
        """What its head offers, where that depends on what is shown."""
        return ()

    @property
    def actions(self) -> tuple[PageAction, ...]:
        """What its head lets people do."""
        return ()

    @property
    def set_actions(self) -> tuple[PageAction, ...]:
        """What can be set of all that it shows, in a menu."""
        return ()

    def period_of(self, mark: str) -> Period | None:  # noqa: ARG002 - most pages show one period
        """Find the period that a mark of picture or table leads to, if to any."""
        return None

    def leads_to(self, selected: ChartSelection) -> Period | None:
        """Find the period that is asked for where something else becomes selected."""
        added = selected.rows - self.view.selected.rows
        return next(filter(None, map(self.period_of, sorted(added))), None)

    @property
    def detail(self) -> "Detail | None":
        """Everything about what is selected, where something can be said of it."""
        return None

    def question(self, mark: str | None = None) -> str:  # noqa: ARG002 - for those who ask
        """Write what its action "Copy question" copies.

        Args:
            mark: Of what it asks about; ``None`` for what is selected.
        """
        return ""

    @property
    def reminder(self) -> "Reminder | None":
        """Whom its action of that name asks for what."""
        return None


def with_idle(view: ViewOptions, selection: Selection) -> bool:
    """Tell whether people without time have a row of their own."""
    return view.people_without_time and selection.of_whole_days


def heading(title: str, query: ReportQuery, *, running: bool = False) -> str:
    """Say what a picture is where no window around it does."""
    period = period_in_words(
        query.period,
        query.week_start,
        query.time_zone,
        query.counting,
        running=running,
    )
    return f"{title} · {named(query.workspace.name)} · {period}"


class Page(Protocol):
    """A page of the review. Its methods are pure and quick."""

    def __hash__(self) -> int:
        """Be what is kept of it known by."""

    @property
    def key(self) -> str:
        """By which it is chosen and its options are kept."""

    @property
    def title(self) -> str:
        """What people read, everywhere the same."""

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known, what is drawn from first."""

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what is used where it can be had; else ``lacking`` says so."""

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> PageContent | None:
        """Work out what is shown; ``None`` where what is needed first is not here."""

    def controls(self, view: ViewOptions) -> tuple[Control, ...]:
        """List what its head offers."""

    def choose(self, view: ViewOptions, control: str, choice: str) -> ViewOptions:
        """Follow a choice in one of its controls; others may have to follow."""

    def alternative(self, view: ViewOptions) -> Alternative | None:
        """Tell what Ctrl+T turns to, ``None`` where the page has one way only."""
